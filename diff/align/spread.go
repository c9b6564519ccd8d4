package align

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"shinkyu/diff/unit"
	"shinkyu/parse"
)

// A hub is a unit that has a partner on the other side, and with it the units
// there that may be further parts of it: a split where the hub is old, a merge
// where it is new.
type hub struct {
	unit    int
	partner int
	old     bool
	parts   []part
}

type part struct {
	unit int
	pair *pair
	odds float64
}

// spread finds splits and merges: units without a partner that are part of a
// unit which has one.
func (m *matcher) spread() {
	hubs := map[[2]int]*hub{} // by side and unit
	for j, i := range m.partnerB {
		if i < 0 && !m.fixedB[j] {
			m.join(hubs, j, true)
		}
	}
	for i, j := range m.partner {
		if j < 0 && !m.fixedA[i] {
			m.join(hubs, i, false)
		}
	}
	var list []*hub
	for _, h := range hubs {
		list = append(list, h)
	}
	slices.SortFunc(list, func(x, y *hub) int {
		return cmp.Or(-cmp.Compare(bit(x.old), bit(y.old)), cmp.Compare(x.unit, y.unit))
	})
	for _, h := range list {
		m.fuse(h)
	}
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

// index lists the pairs of each unit, best first.
func (m *matcher) index() {
	m.byA, m.byB = make([][]*pair, len(m.a)), make([][]*pair, len(m.b))
	for k := range m.pairs {
		p := &m.pairs[k]
		m.byA[p.i] = append(m.byA[p.i], p)
		m.byB[p.j] = append(m.byB[p.j], p)
	}
	for _, lists := range [][][]*pair{m.byA, m.byB} {
		for _, l := range lists {
			slices.SortFunc(l, func(x, y *pair) int {
				return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.i, y.i), cmp.Compare(x.j, y.j))
			})
		}
	}
}

// join puts a unit without a partner with the hub that it is a part of, where
// there is one. The hub is old where the unit is new.
func (m *matcher) join(hubs map[[2]int]*hub, q int, oldHub bool) {
	own, partners := m.byA, m.partnerB
	if oldHub {
		own, partners = m.byB, m.partner
	}
	if len(own[q]) == 0 {
		return
	}
	p := own[q][0]
	h := p.j
	if oldHub {
		h = p.i
	}
	if partners[h] < 0 || oldHub && m.fixedA[h] || !oldHub && m.fixedB[h] {
		return
	}
	odds := m.partOdds(p, h, q, partners[h], oldHub)
	if odds <= 0 {
		return
	}
	k := [2]int{bit(oldHub), h}
	if hubs[k] == nil {
		hubs[k] = &hub{unit: h, partner: partners[h], old: oldHub}
	}
	hubs[k].parts = append(hubs[k].parts, part{q, p, odds})
}

// partOdds gives the log-odds that q is a part of hub h beside its partner.
func (m *matcher) partOdds(p *pair, h, q, partner int, oldHub bool) float64 {
	hubs, parts, hubPairs := m.b, m.a, m.byB
	units := m.left.Units
	if oldHub {
		hubs, parts, hubPairs = m.a, m.b, m.byA
		units = m.right.Units
	}
	if hubs[h].bare || parts[q].bare || parts[partner].bare {
		return -10 // a heading without text holds nothing to be parted
	}
	rival, rivalQ := 0.0, p.rivalI
	if oldHub {
		rivalQ = p.rivalJ
	}
	for _, x := range hubPairs[h] {
		other := x.i
		if oldHub {
			other = x.j
		}
		if other != q && other != partner {
			rival = x.score
			break
		}
	}
	f := partFeatures{
		margin: over(p.score, rivalQ),
		third:  over(p.score, rival),
		score:  math.Log(max(p.score, leastScore) / midScore),
		mine:   beyond(hubs[h].own, parts[q].own, parts[partner].own),
		theirs: beyond(hubs[h].own, parts[partner].own, parts[q].own),
		inside: covered(parts[q].own, hubs[h].own),
		only:   math.Log(1 + min(p.sig.only, mostOnly)),
	}
	if f.mine < leastMine {
		return -10
	}
	if under(units[q], units[partner]) || under(units[partner], units[q]) {
		if f.inside < mostInside || f.mine < mostInside {
			return -10 // a child carries its parent's subject without being a part of it
		}
	} else if units[q].Parent == units[partner].Parent {
		f.siblings = 1
	}
	if abs(q-partner) == 1 {
		f.next = 1
	}
	return f.odds()
}

// mostInside is how much of the text of a unit below a heading must come from
// what stood under that heading before, for the two to be a split.
const mostInside = 0.7

// leastMine is how much of what a part shares with the hub the partner must
// lack. A unit that shares with it what the partner has as well took nothing
// over: it is made of the same phrases, as the articles of a law are, and the
// partner has all that there was.
const leastMine = 1.0 / 3

// partFeatures are what speaks for a unit being a part of a hub.
type partFeatures struct {
	margin float64 // over its best rival
	third  float64 // over the hub's best rival but for its partner
	score  float64
	mine   float64 // share of what it has in common with the hub that the partner lacks
	theirs float64 // the same of the partner
	inside float64 // how much of it is found in the hub
	only   float64 // terms that stand in it and the hub and nowhere else

	siblings, next float64
}

// odds gives the log-odds that a unit is a part of a hub, after a logistic
// regression on the candidates of mutated documents (3,195, of them 1,063
// true). That gives similarity and the next place more weight (1.6 and 2.8):
// the mutations keep more words, and leave parts side by side.
func (f *partFeatures) odds() float64 {
	return -8.5 + 1.2*f.margin + 0.8*f.third + f.score + 5.5*f.mine + f.theirs +
		2.8*f.inside + 0.5*f.only + 2.5*f.siblings + 1.8*f.next
}

// covered is how much of x is found in y.
func covered(x, y vector) float64 {
	sum := 0.0
	for i, j := 0, 0; i < len(x) && j < len(y); {
		switch {
		case x[i].id < y[j].id:
			i++
		case x[i].id > y[j].id:
			j++
		default:
			sum += float64(x[i].w) * float64(x[i].w)
			i, j = i+1, j+1
		}
	}
	return sum
}

// under reports whether u stands below v, at any depth.
func under(u, v *unit.Unit) bool {
	for p := u.Parent; p != nil; p = p.Parent {
		if p == v {
			return true
		}
	}
	return false
}

// beyond is how much of what x shares with whole is not in y as well.
func beyond(whole, x, y vector) float64 {
	sum, only := 0.0, 0.0
	in := func(v vector, id int32, k int) (int, float64) {
		for k < len(v) && v[k].id < id {
			k++
		}
		if k < len(v) && v[k].id == id {
			return k, float64(v[k].w)
		}
		return k, 0
	}
	i, j := 0, 0
	var wx, wy float64
	for _, f := range whole {
		i, wx = in(x, f.id, i)
		j, wy = in(y, f.id, j)
		v := float64(f.w) * wx
		sum += v
		if wy == 0 {
			only += v
		}
	}
	if sum == 0 {
		return 0
	}
	return only / sum
}

// fuse makes one correspondence of a hub, its partner and its parts.
func (m *matcher) fuse(h *hub) {
	all := []int{h.partner}
	for _, p := range h.parts {
		all = append(all, p.unit)
	}
	slices.Sort(all)
	side := func(c *Correspondence) *[]int {
		if h.old {
			return &c.New
		}
		return &c.Old
	}
	at := slices.IndexFunc(m.out, func(c Correspondence) bool {
		return slices.Equal(*side(&c), []int{h.partner}) && len(c.Old) == 1 && len(c.New) == 1
	})
	if at < 0 {
		return // already part of another
	}
	*side(&m.out[at]) = all
	worst := math.Inf(1)
	for _, p := range h.parts {
		worst = min(worst, p.odds)
	}
	m.weaken(&m.out[at], worst)
	m.out = slices.DeleteFunc(m.out, func(c Correspondence) bool {
		if len(c.Old)+len(c.New) != 1 {
			return false
		}
		s := *side(&c)
		return len(s) == 1 && s[0] != h.partner && slices.Contains(all, s[0])
	})
}

// weaken lowers the confidence of a correspondence to that of its weakest part.
func (m *matcher) weaken(c *Correspondence, odds float64) {
	if w := confidence(odds); level(w) < level(c.Confidence) {
		c.Confidence = w
	}
}

func level(c parse.Confidence) int {
	return slices.Index([]parse.Confidence{parse.Uncertain, parse.Likely, parse.Certain}, c)
}

func compareStrings(a, b string) int { return strings.Compare(a, b) }

// inside reports whether a term is part of one that was taken, or holds one.
func inside(t string, taken []string) bool {
	return slices.ContainsFunc(taken, func(s string) bool {
		return strings.Contains(s, t) || strings.Contains(t, s)
	})
}
