package wording

import (
	"strings"
	"unicode"

	"shinkyu/diff/fold"
	"shinkyu/parse/token"
)

// Options are what a comparison of two texts needs to know of their editions.
type Options struct {
	Tokenizer token.Tokenizer // required
	Lexicon   *token.Lexicon  // terms that are never cut; may be nil
	// OldFiscalYear and NewFiscalYear are the editions' own, 0 where unknown:
	// a difference between them is no change of wording.
	OldFiscalYear, NewFiscalYear int
}

// A Result is what was done to a text.
type Result struct {
	Edits []Edit
	// Whole is true where so little is shared that Edits is one delete and one
	// insert.
	Whole bool
	// Share is how much of the words of both sides is common, 0 to 1.
	Share float64
	// Pairs are the sentences that stand against each other and are not the
	// same, in order.
	Pairs []SentencePair
	// Counts are the mechanical differences met.
	Counts map[Mechanical]int
}

// A SentencePair is a sentence, or two, before and after.
type SentencePair struct {
	Old, New string
	Share    float64 // of the words of both that is common, 0 to 1
	old, new []word
}

// Changed reports whether any word differs.
func (r *Result) Changed() bool {
	for _, e := range r.Edits {
		if e.Op != Equal {
			return true
		}
	}
	return false
}

// whole is the share of common words under which two texts stand whole, unless
// nearly all of one is found in the other.
const whole = 0.3

// Compare compares two texts, passages joined with "\n".
func Compare(oldText, newText string, opt Options) Result {
	switch {
	case oldText == newText:
		return result(same(oldText), 1)
	case oldText == "" || newText == "":
		e := editor{}
		e.delete(oldText)
		e.insert(newText)
		return result(e.done(), 0)
	case fold.String(oldText) == fold.String(newText):
		return result(printed(oldText, newText), 1)
	case newText < oldText: // one direction only, so that both agree
		opt.OldFiscalYear, opt.NewFiscalYear = opt.NewFiscalYear, opt.OldFiscalYear
		return compare(newText, oldText, opt).mirror()
	}
	return compare(oldText, newText, opt)
}

func same(s string) []Edit {
	if s == "" {
		return nil
	}
	return []Edit{{Op: Equal, Text: s}}
}

func result(edits []Edit, share float64) Result {
	r := Result{Edits: edits, Share: share, Counts: map[Mechanical]int{}}
	for _, e := range edits {
		if e.Mechanical != "" {
			r.Counts[e.Mechanical]++
		}
	}
	return r
}

func (r Result) mirror() Result {
	r.Edits = Mirror(r.Edits)
	for i, p := range r.Pairs {
		r.Pairs[i] = SentencePair{Old: p.New, New: p.Old, Share: p.Share, old: p.new, new: p.old}
	}
	return r
}

func compare(oldText, newText string, opt Options) Result {
	c := comparer{
		a: cutSentences(oldText, &cutter{opt.Tokenizer, opt.Lexicon, opt.OldFiscalYear}),
		b: cutSentences(newText, &cutter{opt.Tokenizer, opt.Lexicon, opt.NewFiscalYear}),
	}
	for _, p := range pairSentences(c.a, c.b) {
		c.pair(p)
	}
	r := result(c.out.done(), c.share())
	r.Pairs = c.pairs
	if r.Share < whole && c.contained() < 2*whole && r.Changed() {
		r.Whole = true
		r.Edits = []Edit{{Op: Delete, Text: oldText}, {Op: Insert, Text: newText}}
		r.Counts = map[Mechanical]int{}
	}
	return r
}

func cutSentences(s string, c *cutter) []sentence {
	var out []sentence
	for _, t := range sentences(s) {
		x := sentence{text: t, words: c.words(t)}
		x.bag, x.mass = bag(x.words)
		out = append(out, x)
	}
	return out
}

type comparer struct {
	a, b  []sentence
	out   editor
	pairs []SentencePair
	// commonA and commonB are the mass of the words of either side that are
	// equal, before the clean-up: that of 三つ is not that of 3つ.
	commonA, commonB int
}

// share is the mass of the equal words in that of all.
func (c *comparer) share() float64 {
	return portion(c.commonA+c.commonB, massOfAll(c.a)+massOfAll(c.b))
}

// contained is how much of the smaller side is found in the other.
func (c *comparer) contained() float64 {
	a, b := massOfAll(c.a), massOfAll(c.b)
	if b < a {
		return portion(c.commonB, b)
	}
	return portion(c.commonA, a)
}

// portion is n of all; nothing is whole.
func portion(n, all int) float64 {
	if all == 0 {
		return 1
	}
	return float64(n) / float64(all)
}

func massOfAll(s []sentence) int {
	n := 0
	for i := range s {
		n += s[i].mass
	}
	return n
}

// pair writes the edits of one pair of sentences.
func (c *comparer) pair(p pair) {
	a, b := join(c.a[p.a0:p.a1]), join(c.b[p.b0:p.b1])
	if p.a0 == p.a1 || p.b0 == p.b1 {
		c.out.delete(a.text)
		c.out.insert(b.text)
		return
	}
	raw := script(a.words, b.words)
	commonA, commonB := 0, 0
	for _, m := range raw {
		commonA += a.words[m.a].mass()
		commonB += b.words[m.b].mass()
	}
	c.commonA += commonA
	c.commonB += commonB
	ms := clean(a.words, b.words, raw)
	if len(ms) < len(a.words) || len(ms) < len(b.words) {
		c.pairs = append(c.pairs, SentencePair{
			Old: strings.TrimSpace(a.text), New: strings.TrimSpace(b.text), old: a.words, new: b.words,
			Share: portion(commonA+commonB, massOf(a.words)+massOf(b.words)),
		})
	}
	i, j := 0, 0
	for _, m := range ms {
		c.replace(a.words[i:m.a], b.words[j:m.b])
		c.equal(a.words[m.a:m.a+m.an], b.words[m.b:m.b+m.bn], m.why)
		i, j = m.a+m.an, m.b+m.bn
	}
	c.replace(a.words[i:], b.words[j:])
}

func join(s []sentence) sentence {
	if len(s) == 1 {
		return s[0]
	}
	var out sentence
	compounds := 0
	for i := range s {
		out.text += s[i].text
		for _, w := range s[i].words {
			if w.compound > 0 {
				w.compound += compounds
			}
			out.words = append(out.words, w)
		}
		compounds += len(s[i].words)
	}
	return out
}

func (c *comparer) replace(a, b []word) {
	for i := range a {
		c.out.delete(a[i].text)
	}
	for i := range b {
		c.out.insert(b[i].text)
	}
}

func (c *comparer) equal(a, b []word, why Mechanical) {
	s, t := text(a), text(b)
	if s != t && why == "" {
		why = kind(&a[0], &b[0])
	}
	c.out.equal(s, t, why)
}

func text(words []word) string {
	if len(words) == 1 {
		return words[0].text
	}
	var s strings.Builder
	for i := range words {
		s.WriteString(words[i].text)
	}
	return s.String()
}

// kind tells why two words with the same key are written differently.
func kind(a, b *word) Mechanical {
	switch {
	case a.folded == b.folded:
		return printing(a.text, b.text)
	case a.key == ownYear:
		return FiscalYear
	case strings.HasPrefix(a.key, "#"):
		return Numeral
	}
	return Spelling
}

// printing tells what kind of printing two texts differ in that fold to the
// same.
func printing(a, b string) Mechanical {
	if bare(a) != bare(b) {
		return Width
	}
	if strings.Count(a, "\n") != strings.Count(b, "\n") {
		return Wrap
	}
	return Spacing
}

// bare is s without its white space.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// printed gives the edits between two texts that fold to the same, a
// character at a time.
func printed(a, b string) []Edit {
	fa, fb := fold.Text(a), fold.Text(b)
	var out editor
	i, j := 0, 0 // where the run being read begins
	run := false // it is one that differs
	flush := func(x, y int) {
		s, t := a[i:x], b[j:y]
		out.equal(s, t, printing(s, t))
		i, j = x, y
	}
	for k := range fa.Text {
		x, y := start(fa.At, k), start(fb.At, k)
		end, endB := next(fa, k), next(fb, k)
		differs := a[x:end] != b[y:endB]
		if differs != run {
			flush(x, y)
			run = differs
		}
	}
	flush(len(a), len(b))
	return out.done()
}

// start is where the folded character at k begins in the original; the first
// one takes in what was dropped before it.
func start(at []int, k int) int {
	if k == 0 {
		return 0
	}
	return at[k]
}

// next is where the folded character after the one at k begins.
func next(f fold.Folded, k int) int {
	for _, r := range f.Text[k:] {
		return f.At[k+len(string(r))]
	}
	return f.At[k]
}
