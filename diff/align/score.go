package align

import (
	"cmp"
	"slices"

	"shinkyu/diff/unit"
)

// signals are what speaks for a pair, each 0 to 1.
type signals struct {
	ngrams    float64 // cosine over pairs of characters, by rarity
	terms     float64 // cosine over terms, by rarity; adds up with ngrams
	heading   float64
	citations float64
	children  float64 // cosine with all that stands below
	parent    float64
	position  float64 // -1 to 1: between the same neighbours, or across them
	number    float64 // of an article
	only      float64 // terms that stand in this unit of either edition and no other
	kids      float64 // share of the units below that are partners of each other
}

// weights are how much each signal counts. Of those that make up the
// similarity, text counts most: headings of one document resemble each other
// more than those of two editions, and citations are few. The others count in
// the log-odds as their constants say, and have 1 here, or 0 where they are
// left out.
var weights = signals{
	ngrams: 1, terms: 1, heading: 0.25, citations: 0.15, children: 0.3,
	only: 1, parent: 1, position: 1, kids: 1, number: 1,
}

// without gives the weights with the named signals at nothing.
func (s signals) without(names []string) signals {
	for _, n := range names {
		if w := s.named(n); w != nil {
			*w = 0
		}
	}
	return s
}

// named gives the signal with a name, nil for none.
func (s *signals) named(name string) *float64 {
	for _, f := range fields {
		if f.name == name {
			return f.of(s)
		}
	}
	return nil
}

// fields are the signals that can be left out, by their names.
var fields = []struct {
	name string
	of   func(*signals) *float64
}{
	{"ngrams", func(s *signals) *float64 { return &s.ngrams }},
	{"terms", func(s *signals) *float64 { return &s.terms }},
	{"heading", func(s *signals) *float64 { return &s.heading }},
	{"citations", func(s *signals) *float64 { return &s.citations }},
	{"children", func(s *signals) *float64 { return &s.children }},
	{"only", func(s *signals) *float64 { return &s.only }},
	{"parent", func(s *signals) *float64 { return &s.parent }},
	{"position", func(s *signals) *float64 { return &s.position }},
	{"kids", func(s *signals) *float64 { return &s.kids }},
	{"number", func(s *signals) *float64 { return &s.number }},
}

// Signals are the names of what speaks for a correspondence.
var Signals = func() (names []string) {
	for _, f := range fields {
		names = append(names, f.name)
	}
	return names
}()

// measure takes the signals of a pair that do not depend on other pairs.
func (m *matcher) measure(i, j int) signals {
	a, b := &m.a[i], &m.b[j]
	var s signals
	s.ngrams, s.terms = m.split(a.subject, b.subject)
	s.only = m.onlyTerms(a.own, b.own)
	if a.hasHead && b.hasHead {
		s.heading = cosine(a.head, b.head)
	}
	s.citations = shared(a.works, b.works)
	if m.parents(i, j) {
		s.children = cosine(a.sub, b.sub)
	}
	return s
}

// parents reports whether either unit has units below it.
func (m *matcher) parents(i, j int) bool {
	return len(m.left.Units[i].Children) > 0 && len(m.right.Units[j].Children) > 0
}

// split gives the cosine in two parts, that of character pairs and of terms.
func (m *matcher) split(a, b vector) (ngrams, terms float64) {
	meet(a, b, func(x, y weight) {
		if m.features.names[x.id][0] == '=' {
			terms += float64(x.w) * float64(y.w)
		} else {
			ngrams += float64(x.w) * float64(y.w)
		}
	})
	return ngrams, terms
}

// onlyTerms counts the terms that stand in one unit of either edition, these
// two.
func (m *matcher) onlyTerms(a, b vector) float64 {
	n, f := 0, m.features
	meet(a, b, func(x, _ weight) {
		if f.df[0][x.id] == 1 && f.df[1][x.id] == 1 && f.names[x.id][0] == '=' {
			n++
		}
	})
	return float64(n)
}

// shared is the share of works that both cite, of those that the one which
// cites fewer does.
func shared(a, b vector) float64 {
	n := 0
	meet(a, b, func(_, _ weight) { n++ })
	if n == 0 {
		return 0
	}
	return float64(n) / float64(min(len(a), len(b)))
}

// similarity weighs the signals of a pair. A signal that cannot be there
// (headings where one has none) takes no part.
func (m *matcher) similarity(i, j int, s signals) float64 {
	w := m.opt.weights
	sum, total := w.ngrams*s.ngrams+w.terms*s.terms, max(w.ngrams, w.terms)
	add := func(w, v float64) { sum, total = sum+w*v, total+w }
	if m.a[i].hasHead && m.b[j].hasHead {
		add(w.heading, s.heading)
	}
	if s.citations > 0 { // to cite other works says little against a pair
		add(w.citations, s.citations)
	}
	if m.parents(i, j) {
		add(w.children, s.children)
	}
	if total == 0 {
		return 0
	}
	return min(sum/total, 1)
}

// rivals sets what the other candidates of both units of each pair score. A
// heading without text and the units below it are no rivals of each other:
// what resembles one of these resembles the heading as well.
func (m *matcher) rivals() {
	rows, cols := make([][]rival, len(m.a)), make([][]rival, len(m.b))
	for _, p := range m.pairs {
		rows[p.i] = append(rows[p.i], rival{p.score, p.j})
		cols[p.j] = append(cols[p.j], rival{p.score, p.i})
	}
	for _, l := range [][][]rival{rows, cols} {
		for _, s := range l {
			slices.SortFunc(s, func(x, y rival) int {
				return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.unit, y.unit))
			})
		}
	}
	for k := range m.pairs {
		p := &m.pairs[k]
		p.rivalI, p.nearI = others(rows[p.i], p.j, m.right.Units, m.b)
		p.rivalJ, p.nearJ = others(cols[p.j], p.i, m.left.Units, m.a)
	}
}

// A rival is a unit that another could be paired with.
type rival struct {
	score float64
	unit  int
}

// near is how many of a unit's other candidates make its background.
const near = 8

// others gives the best of the scores with units other than own, and the mean
// of the best few of them.
func others(sorted []rival, own int, units []*unit.Unit, ps []profile) (best, mean float64) {
	n := 0
	for _, r := range sorted {
		if r.unit == own || speaks(units[r.unit], units[own], ps) || speaks(units[own], units[r.unit], ps) {
			continue
		}
		if n == 0 {
			best = r.score
		}
		mean += r.score
		if n++; n == near {
			break
		}
	}
	if n > 0 {
		mean /= float64(n)
	}
	return best, mean
}

// speaks reports whether u stands below v and v is a heading without text, for
// which u speaks.
func speaks(u, v *unit.Unit, ps []profile) bool {
	return ps[v.Index].bare && under(u, v)
}
