package align

import (
	"math"
	"slices"
	"strings"

	"shinkyu/parse"
)

// The weights of the log-odds that two units are the same. They start from a
// logistic regression on the pairs of units of mutated policy documents,
// guidelines and laws (86,107 pairs, 3,305 of them true). That gives
// similarity itself and the order of the document more weight (2.2 and 2.4) and
// margins less (0.6), since a mutated text keeps more of its words and places
// than one written anew; what is here is moved towards the latter, at no loss
// on the former.
const (
	oddsBase     = -2.9
	oddsScore    = 0.5 // logarithm of similarity, no less than leastScore, over midScore
	oddsAbove    = 0.8 // for each unit: logarithm of similarity over its background
	oddsMargin   = 1.3 // for each unit: logarithm of similarity over its best rival
	oddsOnly     = 1.6 // logarithm of one more than the terms that stand in no other units
	oddsBare     = -3  // of text against a heading without, unless their headings agree
	oddsParent   = 0.9
	oddsPosition = 1.6 // between the same neighbours
	oddsCrossed  = 0.4 // across them
	oddsKids     = 3.0
	oddsKidsBare = 2.5 // more, of a heading without text
	oddsNumber   = 1.0

	mostOnly   = 5 // parts of one long term count as terms of their own
	leastScore = 0.1
	midScore   = 0.3
)

// sameSubject is the similarity of two headings that name one subject.
const sameSubject = 0.2

// floor is the similarity under which nothing is told apart.
const floor = 0.02

// over is the logarithm of how much a similarity stands above another.
func over(s, other float64) float64 {
	return math.Log(max(s, floor) / max(other, floor))
}

// odds gives the log-odds of a pair by its similarity alone: by how much that
// stands above what the same units have with others, and by the margin over
// the best of these.
func (m *matcher) odds(p *pair) float64 {
	if p.score < floor/2 {
		return -10
	}
	above := over(p.score, p.nearI) + over(p.score, p.nearJ)
	margin := over(p.score, p.rivalI) + over(p.score, p.rivalJ)
	odds := oddsBase + oddsAbove*above + oddsMargin*margin +
		oddsScore*math.Log(max(p.score, leastScore)/midScore) + m.opt.weights.only*oddsOnly*math.Log(1+min(p.sig.only, mostOnly))
	if m.a[p.i].bare != m.b[p.j].bare {
		odds += oddsBare * (1 - min(p.sig.heading/sameSubject, 1))
	}
	return odds
}

// carried settles between a heading without text and the unit below it that
// carries its subject: a unit without others below it that resembles both is
// the whole, not the part.
func (m *matcher) carried() {
	at := map[[2]int]*pair{}
	for k := range m.pairs {
		at[[2]int{m.pairs[k].i, m.pairs[k].j}] = &m.pairs[k]
	}
	part := map[*pair]bool{} // and whether it is the whole
	for k := range m.pairs {
		p := &m.pairs[k]
		x, y := m.left.Units[p.i], m.right.Units[p.j]
		if len(x.Children) == 0 && y.Parent != nil && m.b[y.Parent.Index].bare {
			settle(at[[2]int{p.i, y.Parent.Index}], p, true, part)
		}
		if len(y.Children) == 0 && x.Parent != nil && m.a[x.Parent.Index].bare {
			settle(at[[2]int{x.Parent.Index, p.j}], p, false, part)
		}
	}
	for p, whole := range part {
		if whole {
			p.whole = 1
		} else {
			p.whole = -1
		}
	}
}

// settle notes that the first of two pairs is the whole and the second a part
// of it, where no other unit comes near them, they are much alike, and the
// heading of the whole names the subject.
func settle(whole, p *pair, old bool, part map[*pair]bool) {
	if whole == nil || whole.score < 0.75*p.score || whole.sig.heading < sameSubject/2 {
		return
	}
	if old && (p.score < p.rivalI || whole.score < whole.rivalI) ||
		!old && (p.score < p.rivalJ || whole.score < whole.rivalJ) {
		return
	}
	part[whole], part[p] = true, false
}

// structure sets the odds again by what the pairs chosen so far say:
// parents that are partners speak for a pair, and the place between neighbours
// that are. (Taking units with a plain partner out of the rivals was tried and
// is worse: what is left over then looks alike.)
func (m *matcher) structure() {
	c := m.context(m.backbone(m.trusted))
	for k := range m.pairs {
		p := &m.pairs[k]
		p.sig.parent, p.sig.number = m.parent(p.i, p.j), m.number(p.i, p.j)
		p.sig.position = c.fit(p.i, p.j)
		p.sig.kids = m.kids(p.i, p.j)
		w := &m.opt.weights
		p.odds = m.odds(p) + p.whole + w.parent*oddsParent*p.sig.parent + w.number*oddsNumber*p.sig.number +
			w.position*(oddsPosition*max(p.sig.position, 0)+oddsCrossed*min(p.sig.position, 0)) +
			w.kids*oddsKids*p.sig.kids
		if m.a[p.i].bare || m.b[p.j].bare {
			p.odds += w.kids * oddsKidsBare * p.sig.kids
		}
	}
}

// trusted reports whether a pair is sure enough for others to go by.
func (m *matcher) trusted(i, j int) bool {
	p := m.chosen[[2]int{i, j}]
	return p == nil || p.odds > 2
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

// kids is the share of the units below both that are partners of each other,
// squared: a few that moved from one parent to another make these no pair.
func (m *matcher) kids(i, j int) float64 {
	x, y := m.left.Units[i], m.right.Units[j]
	n := 0
	for _, k := range x.Children {
		if p := m.partner[k.Index]; p >= 0 && m.right.Units[p].Parent == y {
			n++
		}
	}
	share := 2 * float64(n) / float64(max(len(x.Children)+len(y.Children), 1))
	return share * share
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
	case odds >= 5:
		return parse.Certain
	case odds >= 1.5:
		return parse.Likely
	}
	return parse.Uncertain
}

// explain sets similarity, confidence and evidence of a chosen pair.
func (m *matcher) explain(c *Correspondence, p *pair) {
	c.Similarity = p.score
	if m.a[p.i].says == m.b[p.j].says {
		c.Similarity = 1
	}
	c.Confidence = confidence(p.odds)
	c.Evidence = m.evidence(p, c.Similarity)
	c.RunnerUp = m.runnerUp(p.i, p.j)
}

func (m *matcher) evidence(p *pair, similarity float64) []Evidence {
	w := m.opt.weights
	total := w.ngrams*p.sig.ngrams + w.terms*p.sig.terms + w.heading*p.sig.heading +
		w.citations*p.sig.citations + w.children*p.sig.children
	var out []Evidence
	add := func(name string, v float64, detail []string) {
		if v > 0 && total > 0 {
			out = append(out, Evidence{Signal: name, Value: v / total * similarity, Detail: detail})
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

// numbering are the characters that are left of 第26条第1項第5号 without its
// numbers, and are no term.
const numbering = "第条項号章節編款目の年月日"

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
			if n := m.features.names[a[x].id]; n[0] == '=' && strings.Trim(n[1:], numbering) != "" {
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
	for _, l := range [][]*pair{pairsOf(m.byA, i), pairsOf(m.byB, j)} {
		for _, p := range l {
			if (p.i == i) != (p.j == j) {
				if best == nil || p.score > best.score {
					best = p
				}
				break
			}
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

// pairsOf gives the pairs of a unit, best first; -1 has none.
func pairsOf(by [][]*pair, i int) []*pair {
	if i < 0 {
		return nil
	}
	return by[i]
}

// alone sets what is known of a unit without a partner: the closest that it
// had, and how sure it is that this was none.
func (m *matcher) alone(c *Correspondence, i, j int) {
	c.RunnerUp = m.runnerUp(i, j)
	best := math.Inf(-1)
	for _, p := range slices.Concat(pairsOf(m.byA, i), pairsOf(m.byB, j)) {
		best = max(best, p.odds)
	}
	c.Confidence = confidence(-best)
}
