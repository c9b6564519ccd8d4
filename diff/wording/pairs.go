package wording

import (
	"cmp"
	"slices"
)

// A sentence is a piece of a text with its words.
type sentence struct {
	text  string
	words []word
	bag   []entry // its words by key
	mass  int     // of all its words
}

// mass is what a word counts for: four for each character, one where it is a
// particle or a sign.
func (w *word) mass() int {
	if w.content {
		return 4 * w.runes
	}
	return w.runes
}

// A pair is what stands against each other: runs of sentences of both sides,
// one of which may be empty.
type pair struct{ a0, a1, b0, b1 int }

// pairing finds the pairs of sentences, in order, that share the most. A run
// of up to two sentences may stand against one.
type pairing struct {
	a, b []sentence
	// band is how far from the diagonal a pair may lie, in sentences; it keeps
	// the table of a text with very many of them small.
	band int
	best [][]cell
}

// A cell is the best that the sentences up to here give, and its last step.
type cell struct {
	gain   float64
	common int32 // what its two sentences share, -1 before it was asked for
	da, db int8
}

// least is the share of common words under which two sentences are not taken
// for one sentence reworded.
const least = 0.3

// cells is the largest table of sentences.
const cells = 1 << 20

func pairSentences(a, b []sentence) []pair {
	p := pairing{a: a, b: b, band: band(len(a), len(b))}
	p.fill()
	return p.trace()
}

// band is how far from the diagonal pairs of a and b sentences are tried: all
// the way where the table is small, and never less than from one row's place
// on it to the next one's.
func band(a, b int) int {
	if a*b > cells {
		return max(cells/(a+1)/2, b/(a+1)+8)
	}
	return max(a, b)
}

// span gives the columns of row i that lie within the band.
func (p *pairing) span(i int) (int, int) {
	if len(p.a) == 0 {
		return 0, len(p.b)
	}
	mid := i * len(p.b) / len(p.a)
	return max(mid-p.band, 0), min(mid+p.band, len(p.b))
}

// at gives the cell of i sentences of a and j of b, nil outside the band.
func (p *pairing) at(i, j int) *cell {
	if i < 0 || j < 0 {
		return nil
	}
	lo, hi := p.span(i)
	if j < lo || j > hi {
		return nil
	}
	return &p.best[i][j-lo]
}

// steps are the ways to take sentences of both sides, in order of preference.
var steps = [...][2]int{{1, 1}, {1, 0}, {0, 1}, {1, 2}, {2, 1}}

func (p *pairing) fill() {
	p.best = make([][]cell, len(p.a)+1)
	for i := range p.best {
		lo, hi := p.span(i)
		p.best[i] = make([]cell, hi-lo+1)
		for j := range p.best[i] {
			p.best[i][j].common = -1
		}
	}
	for i := range p.best {
		lo, hi := p.span(i)
		for j := lo; j <= hi; j++ {
			p.best[i][j-lo] = p.choose(i, j)
		}
	}
}

// overlap is what sentence i of a and j of b share. It is kept in the cell
// that their pair leads to.
func (p *pairing) overlap(i, j int) int {
	c := p.at(i+1, j+1)
	if c == nil {
		return overlap(p.a[i].bag, p.b[j].bag)
	}
	if c.common < 0 {
		c.common = int32(overlap(p.a[i].bag, p.b[j].bag))
	}
	return int(c.common)
}

func (p *pairing) choose(i, j int) cell {
	var best cell
	for _, s := range steps {
		from := p.at(i-s[0], j-s[1])
		if from == nil {
			continue
		}
		g := from.gain + p.gain(i-s[0], i, j-s[1], j)
		if g > best.gain+1e-9 {
			best = cell{gain: g, da: int8(s[0]), db: int8(s[1])}
		}
	}
	best.common = p.at(i, j).common // two sentences against one ask for it again
	return best
}

// gain is what it is worth to set a[a0:a1] against b[b0:b1]. Two sentences
// against one must earn more than the better of them alone.
func (p *pairing) gain(a0, a1, b0, b1 int) float64 {
	if a0 == a1 || b0 == b1 {
		return 0
	}
	common, ma, mb := 0, 0, 0
	for i := a0; i < a1; i++ {
		ma += p.a[i].mass
		for j := b0; j < b1; j++ {
			common += p.overlap(i, j)
		}
	}
	for j := b0; j < b1; j++ {
		mb += p.b[j].mass
	}
	if ma+mb == 0 {
		return 1e-3
	}
	// A word of the one that both of the two have was counted twice.
	share := 2 * float64(min(common, ma, mb)) / float64(ma+mb)
	if share < least {
		return -1
	}
	return (share - least/2) * float64(ma+mb) * (1 - 0.05*float64(a1-a0+b1-b0-2))
}

func (p *pairing) trace() []pair {
	var out []pair
	i, j := len(p.a), len(p.b)
	for i > 0 || j > 0 {
		c := p.at(i, j)
		da, db := 0, 0
		if c != nil {
			da, db = int(c.da), int(c.db)
		}
		if da == 0 && db == 0 { // nothing in common up to here, or off the band: take what is left
			da, db = i, 0
			if i == 0 {
				db = j
			}
		}
		out = append(out, pair{i - da, i, j - db, j})
		i, j = i-da, j-db
	}
	slices.Reverse(out)
	return out
}

// An entry is a word of a bag with all its mass.
type entry struct {
	key  uint64
	mass int
}

// bag gives the words as a multiset, sorted, with its whole mass.
func bag(words []word) ([]entry, int) {
	all := make([]entry, 0, len(words))
	total := 0
	for i := range words {
		m := words[i].mass()
		if m > 0 {
			all = append(all, entry{hash(words[i].key), m})
			total += m
		}
	}
	slices.SortFunc(all, func(x, y entry) int { return cmp.Compare(x.key, y.key) })
	out := all[:0]
	for _, e := range all {
		if n := len(out); n > 0 && out[n-1].key == e.key {
			out[n-1].mass += e.mass
		} else {
			out = append(out, e)
		}
	}
	return out, total
}

// hash is FNV-1a: the same in every run.
func hash(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}

// overlap is the mass that two bags share.
func overlap(a, b []entry) int {
	n, i, j := 0, 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i].key < b[j].key:
			i++
		case a[i].key > b[j].key:
			j++
		default:
			n += min(a[i].mass, b[j].mass)
			i, j = i+1, j+1
		}
	}
	return n
}
