package index

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// A text is a unit as a test sees it: its paragraphs, with its heading last.
type text struct {
	unit       int64
	paragraphs [][]string
	heading    []string
	facet      string
}

// memory is a source made of packed segments.
type memory struct {
	blocks [][]Block
	gone   map[int64]bool
}

func (m *memory) Gone() func(int64) bool {
	if len(m.gone) == 0 {
		return nil
	}
	return func(u int64) bool { return m.gone[u] }
}

func (m *memory) Blocks(term string, prefix bool) ([]Found, error) {
	var out []Found
	for s, blocks := range m.blocks {
		from := 0
		for i, b := range blocks {
			if b.Term < term {
				from = i
			}
		}
		for i, b := range blocks[from:] {
			if b.Term <= term || prefix && strings.HasPrefix(b.Term, term) {
				out = append(out, Found{int64(s*10000 + from + i), b.Docs})
			}
		}
	}
	return out, nil
}

func (m *memory) Places(id int64) ([]byte, error) { return m.blocks[id/10000][id%10000].Places, nil }

// segment packs parts.
func segment(t testing.TB, parts []Part, gone func(int64) bool) []Block {
	t.Helper()
	var out []Block
	p := Packer{Put: func(b *Block) error {
		c := *b
		c.Docs, c.Places = slices.Clone(b.Docs), slices.Clone(b.Places)
		out = append(out, c)
		return nil
	}}
	if err := Merge(parts, gone, p.Add); err != nil {
		t.Fatal(err)
	}
	if err := p.Flush(); err != nil {
		t.Fatal(err)
	}
	return out
}

func unpacked(blocks []Block) Part {
	return Part{Entries: func(yield func(Entry, error) bool) {
		for _, b := range blocks {
			for e, err := range Entries(b.Docs, b.Places) {
				if !yield(e, err) {
					return
				}
			}
		}
	}}
}

var letters = strings.Split("a,b,c,ab,abc,の,情報,情,報", ",")

func randomText(r *rand.Rand, unit int64) text {
	words := func(n int) []string {
		var out []string
		for range n {
			out = append(out, letters[min(r.IntN(len(letters)), r.IntN(len(letters)))])
		}
		return out
	}
	x := text{unit: unit, facet: fmt.Sprint("y", r.IntN(3))}
	for range r.IntN(4) {
		x.paragraphs = append(x.paragraphs, words(r.IntN(9)))
	}
	if r.IntN(2) == 0 {
		x.heading = words(1 + r.IntN(3))
	}
	return x
}

// randomExpr makes an expression, of no more than some depth.
func randomExpr(r *rand.Rand, depth int) Expr {
	some := func() (out []Expr) {
		for range 1 + r.IntN(3) {
			out = append(out, randomExpr(r, depth-1))
		}
		return out
	}
	switch k := r.IntN(8); {
	case k == 0 && depth > 0:
		return &Any{some()}
	case k == 1 && depth > 0:
		return &All{some(), some()}
	case k == 2 && depth > 0:
		return &All{some(), nil}
	case k == 3:
		return &Facets{[]string{"y1", fmt.Sprint("y", r.IntN(4))}}
	}
	p := &Phrase{Heading: r.IntN(5) == 0}
	for range 1 + r.IntN(3) {
		p.Words = append(p.Words, letters[r.IntN(len(letters))])
	}
	if r.IntN(3) == 0 {
		p.Prefixes = []string{letters[r.IntN(len(letters))], "a"}
		p.Words = p.Words[1:]
	}
	return p
}

// matches tells by the text itself whether an expression finds a unit.
func matches(x text, e Expr) bool {
	holds := func(e Expr) bool { return matches(x, e) }
	switch e := e.(type) {
	case *Any:
		return slices.ContainsFunc(e.Parts, holds)
	case *All:
		return !slices.ContainsFunc(e.Want, func(e Expr) bool { return !matches(x, e) }) && !slices.ContainsFunc(e.Not, holds)
	case *Facets:
		return slices.Contains(e.Terms, x.facet)
	case *Phrase:
		if !e.Heading && slices.ContainsFunc(x.paragraphs, func(p []string) bool { return stands(p, e) }) {
			return true
		}
		return stands(x.heading, e)
	}
	return false
}

func stands(words []string, p *Phrase) bool {
	n := len(p.Words)
	for i := range words {
		rest := words[i:]
		if len(rest) < n || !slices.Equal(rest[:n], p.Words) {
			continue
		}
		if len(p.Prefixes) == 0 || len(rest) > n && slices.ContainsFunc(p.Prefixes, func(x string) bool { return strings.HasPrefix(rest[n], x) }) {
			return true
		}
	}
	return false
}

// TestSearch asserts that searches find what the texts hold, whatever the
// segments are and what was removed, and that scores do not hang on segments.
func TestSearch(t *testing.T) {
	for seed := range uint64(20) {
		r := rand.New(rand.NewPCG(seed, 1))
		texts, m := collection(t, r, 40+r.IntN(200))
		whole := memory{blocks: [][]Block{segment(t, partsOf(m.blocks), m.Gone())}}
		living := slices.DeleteFunc(slices.Clone(texts), func(x text) bool { return m.gone[x.unit] })
		if units, err := Verify(unpacked(whole.blocks[0]).Entries); err != nil || len(units) != len(living) {
			t.Fatalf("%d units of %d, %v", len(units), len(living), err)
		}
		for range 60 {
			e := randomExpr(r, 3)
			var want []int64
			for _, x := range living {
				if matches(x, e) {
					want = append(want, x.unit)
				}
			}
			hits, total := search(t, &m, e, -1, 0)
			again, _ := search(t, &whole, e, -1, 0)
			if !slices.Equal(hits, again) {
				t.Fatalf("seed %d: %v in segments, %v in one", seed, hits, again)
			}
			if !slices.IsSortedFunc(hits, better) {
				t.Fatalf("seed %d: %v", seed, hits)
			}
			limit, offset := r.IntN(20), r.IntN(30)
			if page, _ := search(t, &m, e, limit, offset); !slices.Equal(page, hits[min(offset, total):min(offset+limit, total)]) {
				t.Fatalf("seed %d: %d from %d: %v of %v", seed, limit, offset, page, hits)
			}
			var got []int64
			for _, h := range hits {
				got = append(got, h.Unit)
			}
			slices.Sort(got)
			if total != len(want) || !slices.Equal(got, want) {
				t.Fatalf("seed %d, %#v: %v, want %v", seed, e, got, want)
			}
		}
	}
}

func partsOf(blocks [][]Block) (out []Part) {
	for _, b := range blocks {
		out = append(out, unpacked(b))
	}
	return out
}

func search(t *testing.T, src Source, e Expr, limit, offset int) ([]Hit, int) {
	t.Helper()
	all, err := ReadLengths(src)
	if err != nil {
		t.Fatal(err)
	}
	hits, total, err := Search(src, all, e, limit, offset)
	if err != nil {
		t.Fatal(err)
	}
	return hits, total
}

// collection makes units, some of which are removed, in several segments of
// several documents each.
func collection(t *testing.T, r *rand.Rand, n int) ([]text, memory) {
	m := memory{gone: map[int64]bool{}}
	var texts []text
	var parts []Part
	unit := int64(0)
	for len(texts) < n {
		var b Builder
		base := unit + 1
		var facets []int64
		facet := fmt.Sprint("y", r.IntN(3))
		for range 1 + r.IntN(5) {
			unit += 1 + int64(r.IntN(3))*int64(r.IntN(100))
			x := randomText(r, unit)
			x.facet = facet
			texts = append(texts, x)
			u := b.Unit(unit - base)
			for _, p := range x.paragraphs {
				b.Text(u, p)
				b.Break(u)
			}
			b.Heading(u, x.heading)
			facets = append(facets, unit)
			if r.IntN(9) == 0 {
				m.gone[unit] = true
			}
		}
		parts = append(parts, Of(base, b.Entries()), Of(0, []Entry{Facet(facet, facets)}))
		if r.IntN(4) == 0 || len(texts) >= n {
			m.blocks = append(m.blocks, segment(t, parts, nil))
			parts = nil
		}
	}
	return texts, m
}

// TestLong asserts that a word with more postings than a block holds is found
// whole.
func TestLong(t *testing.T) {
	const n = 3*piece + 5
	var b Builder
	for i := range n {
		u := b.Unit(int64(i))
		b.Text(u, []string{"x", fmt.Sprintf("w%05d", i%977), "y"})
	}
	m := memory{blocks: [][]Block{segment(t, []Part{Of(1, b.Entries())}, nil)}}
	if len(m.blocks[0]) < 5 {
		t.Errorf("%d blocks", len(m.blocks[0]))
	}
	for e, want := range map[Expr]int{
		&Phrase{Words: []string{"x"}}:                                    n,
		&Phrase{Words: []string{"w00976"}}:                               n / 977,
		&Phrase{Words: []string{"x", "w00000", "y"}}:                     n/977 + 1,
		&Phrase{Words: []string{"x"}, Prefixes: []string{"w0000"}}:       10 * (n/977 + 1),
		&Phrase{Words: []string{"w00000"}, Prefixes: []string{"x", "z"}}: 0,
	} {
		if _, total := search(t, &m, e, 5, 0); total != want {
			t.Errorf("%v: %d, want %d", e, total, want)
		}
	}
}

// FuzzEntries asserts that a damaged block is an error, and no more.
func FuzzEntries(f *testing.F) {
	var b Builder
	b.Text(b.Unit(3), []string{"a", "ab", "a"})
	b.Heading(b.Unit(9), []string{"b"})
	var blocks []Block
	p := Packer{Put: func(b *Block) error {
		blocks = append(blocks, Block{Docs: slices.Clone(b.Docs), Places: slices.Clone(b.Places)})
		return nil
	}}
	if err := Merge([]Part{Of(0, b.Entries())}, nil, p.Add); err != nil {
		f.Fatal(err)
	}
	_ = p.Flush()
	f.Add(blocks[0].Docs, blocks[0].Places)
	f.Fuzz(func(t *testing.T, docs, places []byte) {
		m := memory{blocks: [][]Block{{{Docs: docs, Places: places}}}}
		_, verified := Verify(Entries(docs, places))
		all, err := ReadLengths(&m)
		if err != nil && verified == nil {
			t.Fatal(err)
		}
		for _, e := range []Expr{&Phrase{Words: []string{"a", "ab"}}, &Phrase{Prefixes: []string{"a"}}} {
			if _, _, err := Search(&m, all, e, 3, 0); err != nil && verified == nil {
				t.Fatal(err)
			}
		}
	})
}
