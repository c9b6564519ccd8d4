package terms

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"shinkyu/diff/fold"
	"shinkyu/diff/unit"
	"shinkyu/parse/token"
)

// Options are what finding terms needs.
type Options struct {
	Tokenizer token.Tokenizer // required
	Lexicon   *token.Lexicon  // terms that are never cut; may be nil
	// Least is the z score under which a term is not listed. 0 stands for 0.4,
	// which a term that stands once in one edition only just reaches: what is
	// listed is ranked and counted, and the reader can stop where they like.
	Least float64
}

// Find gives the terms gained and lost from one edition to the other.
func Find(older, newer []*unit.Unit, opt Options) Result {
	f := finder{opt: opt, terms: map[string]*tally{}}
	if f.opt.Least == 0 {
		f.opt.Least = 0.4
	}
	f.read(older, newer)
	return f.rank()
}

// A tally is what is known of a term, by edition: 0 old, 1 new.
type tally struct {
	term  string // as first written
	n     [2]int
	units [2][]int
	at    [2]place // first occurrence
	// within counts by longer terms that hold it.
	within map[string]int
	alone  int // occurrences in no longer term
	own    int // occurrences in a longer term in which it stands for itself
}

type place struct {
	passage *passage
	start   int // bytes of the folded text
}

type passage struct {
	unit   int
	side   int
	line   int
	source string
	folded string
}

type finder struct {
	opt   Options
	terms map[string]*tally
	total [2]int
}

// read counts the terms of the passages that only one edition has, then those
// of the others that hold one of them.
func (f *finder) read(older, newer []*unit.Unit) {
	a, b := passages(older, 0), passages(newer, 1)
	onlyA, onlyB, both := divide(a, b)
	for _, p := range slices.Concat(onlyA, onlyB) {
		f.count(p, true)
	}
	s := newScanner(f.terms)
	for _, p := range both {
		if s.holds(p.folded) {
			f.count(p, false)
		} else {
			f.total[p.side] += utf8.RuneCountInString(p.folded) / runesPerTerm
		}
	}
}

// runesPerTerm is about how many characters of a policy text hold one term.
const runesPerTerm = 8

func passages(units []*unit.Unit, side int) []*passage {
	var out []*passage
	add := func(u *unit.Unit, s string, line int) {
		if s != "" {
			out = append(out, &passage{u.Index, side, line, s, fold.String(s)})
		}
	}
	for _, u := range units {
		add(u, u.Title, u.Lines[0])
		for i := range u.Passages {
			add(u, u.Passages[i].Text.String, u.Passages[i].Lines[0])
		}
	}
	return out
}

// divide tells the passages that one side has more often from the rest.
func divide(a, b []*passage) (onlyA, onlyB, both []*passage) {
	n := map[string]int{}
	for _, p := range b {
		n[p.folded]++
	}
	for _, p := range a {
		if n[p.folded] > 0 {
			n[p.folded]--
			both = append(both, p)
		} else {
			onlyA = append(onlyA, p)
		}
	}
	for _, p := range slices.Backward(b) {
		if n[p.folded] > 0 {
			n[p.folded]--
			onlyB = append(onlyB, p)
		} else {
			both = append(both, p)
		}
	}
	slices.Reverse(onlyB)
	return onlyA, onlyB, both
}

// count counts the terms of a passage; new ones only where all are wanted.
func (f *finder) count(p *passage, all bool) {
	words := f.opt.Tokenizer.Words(p.folded)
	for _, c := range token.Compounds(p.folded, words, f.opt.Lexicon) {
		f.total[p.side]++
		for _, s := range forms(p.folded, words, c) {
			f.add(p, s, c.Text, all)
		}
	}
}

func (f *finder) add(p *passage, s form, whole string, all bool) {
	term := p.folded[s.start:s.end]
	t := f.terms[term]
	if t == nil {
		if !all {
			return
		}
		t = &tally{term: term, within: map[string]int{}}
		f.terms[term] = t
	}
	if t.n[p.side] == 0 {
		t.at[p.side] = place{p, s.start}
	}
	t.n[p.side]++
	if u := t.units[p.side]; len(u) == 0 || u[len(u)-1] != p.unit {
		t.units[p.side] = append(u, p.unit)
	}
	switch {
	case term == whole:
		t.alone++
	case s.own:
		t.own++
		t.within[whole]++
	default:
		t.within[whole]++
	}
}

// rank scores the terms and drops those that say nothing of their own.
func (f *finder) rank() Result {
	var r Result
	n := [2]float64{float64(max(f.total[0], 1)), float64(max(f.total[1], 1))}
	for _, t := range f.terms {
		if f.echo(t) {
			continue
		}
		// What is as frequent as it was, or more so, in a text that grew has a
		// smaller share; a reader would not call it lost.
		z := score(t.n, n)
		if len(t.within) == 1 && t.alone == 0 {
			z *= shade
		}
		switch {
		case z >= f.opt.Least && t.n[1] > t.n[0]:
			r.Gained = append(r.Gained, t.result(z, 1))
		case z <= -f.opt.Least && t.n[1] < t.n[0]:
			r.Lost = append(r.Lost, t.result(z, 0))
		}
	}
	for _, l := range [][]Term{r.Gained, r.Lost} {
		slices.SortFunc(l, func(x, y Term) int {
			return cmp.Or(cmp.Compare(math.Abs(y.Score), math.Abs(x.Score)), cmp.Compare(x.Line, y.Line), cmp.Compare(x.Term, y.Term))
		})
	}
	return r
}

// score is the z score of the log-odds ratio of a term's counts. The prior of
// each edition is as heavy as a tenth of both together, and its share of the
// term is that of both.
func score(y [2]int, n [2]float64) float64 {
	both := float64(y[0] + y[1])
	weight := (n[0] + n[1]) / 10
	prior := weight * both / (n[0] + n[1])
	odds := func(y, n float64) float64 {
		return math.Log((y + prior) / max(n+weight-y-prior, 1))
	}
	o, w := float64(y[0]), float64(y[1])
	d := odds(w, n[1]) - odds(o, n[0])
	return d / math.Sqrt(1/(o+prior)+1/(w+prior))
}

// echo reports whether a term is only ever a part of one longer term, which
// then says it all.
func (f *finder) echo(t *tally) bool { return t.alone+t.own == 0 && len(t.within) == 1 }

// shade lowers the score of a term that stands for itself but in one longer
// term only, so that the longer one stands before it.
const shade = 0.95

// name reports whether a term is written in Latin letters or katakana only.
func name(s string) bool {
	for _, r := range s {
		if r >= 0x3041 && r <= 0x309f || r >= 0x3400 && r <= 0x9fff {
			return false
		}
	}
	return true
}

func (t *tally) result(z float64, side int) Term {
	p := t.at[side].passage
	if p == nil {
		p = t.at[1-side].passage
		side = 1 - side
	}
	slices.Sort(t.units[side]) // passages of one edition alone were read first
	return Term{
		Term: t.term, Old: t.n[0], New: t.n[1], Score: z, Units: slices.Compact(t.units[side]),
		Context: context(p.folded, t.at[side].start, len(t.term)), Line: p.line,
	}
}

// around is how many characters of text stand on either side of a term.
const around = 20

func context(s string, start, n int) string {
	before, after := []rune(s[:start]), []rune(s[start+n:])
	head, tail := "", ""
	if len(before) > around {
		before, head = before[len(before)-around:], "…"
	}
	if len(after) > around {
		after, tail = after[:around], "…"
	}
	return head + string(before) + s[start:start+n] + string(after) + tail
}

// A scanner finds whether a text holds any of a set of terms.
type scanner struct{ byHead map[string][]string }

func newScanner(terms map[string]*tally) *scanner {
	s := &scanner{map[string][]string{}}
	for t := range terms {
		if h := head(t); h != "" {
			s.byHead[h] = append(s.byHead[h], t)
		}
	}
	return s
}

// head is the first two characters of s; empty where it has fewer.
func head(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	_, m := utf8.DecodeRuneInString(s[n:])
	if m == 0 {
		return ""
	}
	return s[:n+m]
}

func (s *scanner) holds(text string) bool {
	for i := range text {
		h := head(text[i:])
		for _, t := range s.byHead[h] {
			if strings.HasPrefix(text[i:], t) {
				return true
			}
		}
	}
	return false
}
