package align

import (
	"math"
	"slices"

	"shinkyu/parse"
)

// odds gives the log-odds that a pair is the same, from its similarity, by how
// much that stands above what the same units have with others, and by the
// margin over the best of these.
func (m *matcher) odds(p *pair) float64 {
	const floor = 0.02
	if p.score < floor/2 {
		return -10
	}
	s := max(p.score, floor)
	above := math.Log(s/max(p.nearI, floor)) + math.Log(s/max(p.nearJ, floor))
	margin := math.Log(s/max(p.rivalI, floor)) + math.Log(s/max(p.rivalJ, floor))
	return -2 + above + 2*margin + 3*s
}

// carried settles between a heading without text and the unit below it that
// carries its subject: a unit without others below it that resembles both is
// the whole, not the part.
func (m *matcher) carried() {
	at := map[[2]int]*pair{}
	for k := range m.pairs {
		at[[2]int{m.pairs[k].i, m.pairs[k].j}] = &m.pairs[k]
	}
	type shift struct {
		p *pair
		d float64
	}
	var shifts []shift
	for k := range m.pairs {
		p := &m.pairs[k]
		x, y := m.left.Units[p.i], m.right.Units[p.j]
		var whole *pair
		switch {
		case len(x.Children) == 0 && y.Parent != nil && m.b[y.Parent.Index].bare:
			whole = at[[2]int{p.i, y.Parent.Index}]
		case len(y.Children) == 0 && x.Parent != nil && m.a[x.Parent.Index].bare:
			whole = at[[2]int{x.Parent.Index, p.j}]
		}
		if whole != nil && whole.score >= 0.75*p.score && p.score > 0.02 {
			shifts = append(shifts, shift{whole, 1}, shift{p, -1})
		}
	}
	for _, s := range shifts {
		s.p.odds = max(min(s.p.odds+s.d, s.p.odds+1), s.p.odds-1)
	}
}

// structure adds to the odds what the pairs chosen so far say: parents that
// are partners, and neighbours that are.
func (m *matcher) structure() {
	for k := range m.pairs {
		p := &m.pairs[k]
		before := p.sig
		p.sig.parent, p.sig.number = m.parent(p.i, p.j), m.number(p.i, p.j)
		p.odds += 0.6*(p.sig.parent-before.parent) + 2*(p.sig.number-before.number)
	}
}

// parent is 1 where the parents of both are partners, -1 where they have
// others, 0 where nothing can be said.
func (m *matcher) parent(i, j int) float64 {
	x, y := m.left.Units[i].Parent, m.right.Units[j].Parent
	switch {
	case x == nil || y == nil:
		return 0
	case m.partner[x.Index] == y.Index:
		return 1
	case m.partner[x.Index] < 0 || m.partnerB[y.Index] < 0:
		return 0
	}
	return -1
}

// number is 1 where both are articles with the same number.
func (m *matcher) number(i, j int) float64 {
	if m.a[i].article && m.b[j].article && m.left.Units[i].Marker == m.right.Units[j].Marker {
		return 1
	}
	return 0
}

// confidence names the odds.
func confidence(odds float64) parse.Confidence {
	switch {
	case odds >= 4:
		return parse.Certain
	case odds >= 1.5:
		return parse.Likely
	}
	return parse.Uncertain
}

// explain sets similarity, confidence and evidence of a chosen pair.
func (m *matcher) explain(c *Correspondence, p *pair) {
	c.Similarity = p.score
	c.Confidence = confidence(p.odds)
	c.Evidence = m.evidence(p)
	c.RunnerUp = m.runnerUp(p.i, p.j)
}

func (m *matcher) evidence(p *pair) []Evidence {
	w := m.opt.weights
	total := w.ngrams*p.sig.ngrams + w.terms*p.sig.terms + w.heading*p.sig.heading +
		w.citations*p.sig.citations + w.children*p.sig.children
	var out []Evidence
	add := func(name string, v float64, detail []string) {
		if v > 0 && total > 0 {
			out = append(out, Evidence{Signal: name, Value: v / total * p.score, Detail: detail})
		}
	}
	add("ngrams", w.ngrams*p.sig.ngrams, nil)
	add("terms", w.terms*p.sig.terms, m.sharedTerms(p.i, p.j))
	add("heading", w.heading*p.sig.heading, nil)
	add("citations", w.citations*p.sig.citations, m.sharedWorks(p.i, p.j))
	add("children", w.children*p.sig.children, nil)
	return out
}

// telling is how many shared terms are shown.
const telling = 8

// sharedTerms are the terms that both hold, rarest first, none inside another.
func (m *matcher) sharedTerms(i, j int) []string {
	type term struct {
		name string
		w    float32
	}
	var terms []term
	a, b := m.a[i].subject, m.b[j].subject
	for x, y := 0, 0; x < len(a) && y < len(b); {
		switch {
		case a[x].id < b[y].id:
			x++
		case a[x].id > b[y].id:
			y++
		default:
			if n := m.features.names[a[x].id]; n[0] == '=' {
				terms = append(terms, term{n[1:], a[x].w * b[y].w})
			}
			x, y = x+1, y+1
		}
	}
	slices.SortStableFunc(terms, func(x, y term) int {
		if x.w != y.w {
			return int(math.Copysign(1, float64(y.w-x.w)))
		}
		return compareStrings(x.name, y.name)
	})
	var out []string
	for _, t := range terms {
		if len(out) == telling {
			break
		}
		if !inside(t.name, out) {
			out = append(out, t.name)
		}
	}
	return out
}

func (m *matcher) sharedWorks(i, j int) []string {
	if m.left.Works == nil || m.right.Works == nil {
		return nil
	}
	var out []string
	for _, w := range m.left.Works[i] {
		if slices.Contains(m.right.Works[j], w) {
			out = append(out, w)
		}
	}
	return out
}

// runnerUp is the best pair of either unit besides their own.
func (m *matcher) runnerUp(i, j int) *RunnerUp {
	var best *pair
	for k := range m.pairs {
		p := &m.pairs[k]
		if (p.i == i) != (p.j == j) && (best == nil || p.score > best.score) {
			best = p
		}
	}
	if best == nil || best.score == 0 {
		return nil
	}
	if best.i == i {
		return &RunnerUp{Index: best.j, Similarity: best.score}
	}
	return &RunnerUp{Old: true, Index: best.i, Similarity: best.score}
}

// alone sets what is known of a unit without a partner: the closest that it
// had, and how sure it is that this was none.
func (m *matcher) alone(c *Correspondence, i, j int) {
	c.RunnerUp = m.runnerUp(i, j)
	best := math.Inf(-1)
	for k := range m.pairs {
		if p := &m.pairs[k]; p.i == i || p.j == j {
			best = max(best, p.odds)
		}
	}
	c.Confidence = confidence(-best)
}
