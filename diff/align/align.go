package align

import (
	"cmp"
	"slices"

	"shinkyu/diff/unit"
	"shinkyu/parse"
)

// A Correspondence says that units of one edition became units of the other:
// one to one, one to several, several to one, or none on one side.
type Correspondence struct {
	Old, New   []int // indices of units, in order
	Retitled   bool
	Renumbered bool
	Moved      bool // another parent, or another order among its siblings
	Similarity float64
	Confidence parse.Confidence
	Evidence   []Evidence
	RunnerUp   *RunnerUp
	Decision   string // pin, split or merge where a reviewer set it, forbid where one kept it apart
	Note       string // the reviewer's
}

// An Evidence is the part of one signal in a similarity, with what a reader
// can check by eye.
type Evidence struct {
	Signal string   // ngrams, terms, heading, citations, children, parent, position, number
	Value  float64  // its share of the similarity
	Detail []string // shared terms, shared works
}

// A RunnerUp is the next best partner that a unit could have had.
type RunnerUp struct {
	Old        bool // it is a unit of the old edition
	Index      int
	Similarity float64
}

// Options change how units are aligned. The zero value is the method as
// measured.
type Options struct {
	// Without names signals to leave out, for measuring what each is worth.
	Without []string
	// Fixed are correspondences that a reviewer decided on. They stand as they
	// are; no unit may be in two of them.
	Fixed []Fixed
	// Forbidden are pairs of an old and a new unit that are not to be one.
	Forbidden [][2]int

	weights signals
}

// A Fixed is a correspondence that is given: one to one, one to several or
// several to one.
type Fixed struct {
	Old, New       []int
	Decision, Note string
}

// turn exchanges the sides of what was decided.
func (o *Options) turn() {
	fixed := make([]Fixed, len(o.Fixed))
	for k, f := range o.Fixed {
		f.Old, f.New = f.New, f.Old
		fixed[k] = f
	}
	forbidden := make([][2]int, len(o.Forbidden))
	for k, f := range o.Forbidden {
		forbidden[k] = [2]int{f[1], f[0]}
	}
	o.Fixed, o.Forbidden = fixed, forbidden
}

// Units aligns the units of two editions. Every unit is in exactly one
// correspondence. They come in the order of the new edition; those without a
// new unit stand after the unit that they followed in the old one.
func Units(older, newer Side, opt Options) []Correspondence {
	opt.weights = weights.without(opt.Without)
	turned := compareSides(older, newer) > 0
	if turned {
		older, newer = newer, older
		opt.turn()
	}
	m := matcher{left: older, right: newer, opt: opt}
	m.a, m.b, m.features = profiles(older, newer)
	m.run()
	if turned {
		m.turn()
	}
	order(m.out)
	return m.out
}

// compareSides orders two editions by their content. Alignment runs in one
// direction only, the one that this gives, so that the result is the same
// whichever edition is called old.
func compareSides(a, b Side) int {
	for i := range min(len(a.Units), len(b.Units)) {
		x, y := a.Units[i], b.Units[i]
		if c := cmp.Or(cmp.Compare(x.Title, y.Title), cmp.Compare(x.Text(), y.Text()),
			cmp.Compare(x.Marker, y.Marker), cmp.Compare(x.Path, y.Path),
			cmp.Compare(above(x), above(y)), slices.Compare(a.works(i), b.works(i))); c != 0 {
			return c
		}
	}
	return cmp.Compare(len(a.Units), len(b.Units))
}

// above is the index of the unit's parent, -1 at the top.
func above(u *unit.Unit) int {
	if u.Parent == nil {
		return -1
	}
	return u.Parent.Index
}

type matcher struct {
	left, right Side
	opt         Options
	a, b        []profile
	features    *counter
	pairs       []pair
	partner     []int // of each left unit, -1 for none
	partnerB    []int // of each right unit
	chosen      map[[2]int]*pair
	byA, byB    [][]*pair // of each unit, best first

	fixedA, fixedB []bool // units in a correspondence that was given
	forbidden      map[[2]int]bool
	out            []Correspondence
}

func (m *matcher) run() {
	m.partner = slices.Repeat([]int{-1}, len(m.a))
	m.partnerB = slices.Repeat([]int{-1}, len(m.b))
	m.fix()
	m.anchor()
	m.score()
	m.structure()
	m.assign()
	for range 2 { // more parents and neighbours are known now, and help their own
		m.structure()
		m.assign()
	}
	m.index()
	m.collect()
	m.spread()
	m.flags()
}

// score makes the pairs of all units that have no partner yet.
func (m *matcher) score() {
	freeA, freeB := free(m.partner), free(m.partnerB)
	for _, c := range candidates(m.a, m.b, freeA, freeB) {
		if m.forbidden[c] {
			continue
		}
		s := m.measure(c[0], c[1])
		p := pair{i: c[0], j: c[1], sig: s, score: m.similarity(c[0], c[1], s)}
		m.pairs = append(m.pairs, p)
	}
	m.rivals()
	for k := range m.pairs {
		m.pairs[k].odds = m.odds(&m.pairs[k])
	}
	m.carried()
}

func free(partner []int) []bool {
	out := make([]bool, len(partner))
	for i, p := range partner {
		out[i] = p < 0
	}
	return out
}

// assign chooses among the pairs.
func (m *matcher) assign() {
	for _, p := range m.chosen {
		m.partner[p.i], m.partnerB[p.j] = -1, -1
	}
	m.chosen = map[[2]int]*pair{}
	for _, k := range assign(m.pairs, len(m.a), len(m.b)) {
		if k >= 0 {
			p := &m.pairs[k]
			m.chosen[[2]int{p.i, p.j}] = p
			m.partner[p.i], m.partnerB[p.j] = p.j, p.i
		}
	}
}

// collect turns partners into correspondences.
func (m *matcher) collect() {
	for i, j := range m.partner {
		if m.fixedA[i] {
			continue
		}
		c := Correspondence{Old: []int{i}, Similarity: 1, Confidence: parse.Certain}
		switch p := m.chosen[[2]int{i, j}]; {
		case j < 0:
			c.Similarity = 0
			m.alone(&c, i, -1)
		case p != nil:
			c.New = []int{j}
			m.explain(&c, p)
		default:
			c.New = []int{j}
			c.Evidence = []Evidence{{Signal: "ngrams", Value: 1}}
		}
		m.out = append(m.out, c)
	}
	for j, i := range m.partnerB {
		if i < 0 && !m.fixedB[j] {
			c := Correspondence{New: []int{j}, Confidence: parse.Certain}
			m.alone(&c, -1, j)
			m.out = append(m.out, c)
		}
	}
}

// turn exchanges the sides of the result.
func (m *matcher) turn() {
	for k := range m.out {
		c := &m.out[k]
		c.Old, c.New = c.New, c.Old
		if c.RunnerUp != nil {
			c.RunnerUp.Old = !c.RunnerUp.Old
		}
	}
}

// order sorts correspondences by their first new unit; one without stands
// after the one that holds the old unit before its own.
func order(cs []Correspondence) {
	after := map[int]int{} // new index that each old unit stands at
	for _, c := range cs {
		for _, o := range c.Old {
			after[o] = -1
			if len(c.New) > 0 {
				after[o] = c.New[0]
			}
		}
	}
	at := -1
	for o := range len(after) {
		if after[o] < 0 {
			after[o] = at
		} else {
			at = after[o]
		}
	}
	slices.SortFunc(cs, func(x, y Correspondence) int {
		return cmp.Or(cmp.Compare(rank(x, after), rank(y, after)),
			cmp.Compare(len(y.New), len(x.New)), slices.Compare(x.Old, y.Old))
	})
}

func rank(c Correspondence, after map[int]int) int {
	if len(c.New) > 0 {
		return c.New[0]
	}
	return after[c.Old[0]]
}
