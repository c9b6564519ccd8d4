package parse

import "shinkyu/parse/marker"

// How well a new level stands inside another.

// mixedCost is what speaks against two kinds of number at one level, in
// log-odds.
const mixedCost = 2

// under is the kind of a level plus 1, 0 for the document itself.
func (l *level) under() int16 {
	if l == nil {
		return 0
	}
	return int16(l.kind) + 1
}

// relation weighs a new level of kind k as a child of l.
func (c *chooser) relation(h *hypothesis, k int, l *level) float64 {
	if l == nil || l.format > 0 {
		return 0
	}
	switch {
	case c.free[l.kind] && c.ranks[0][k] < 45 && !c.free[k]:
		return -3
	case h.law && c.kinds[k] == kindShort: // the parts of an article have numbers
		return -4
	case h.inside[k]&(1<<l.kind) != 0:
		return 0.5
	case h.inside[l.kind]&(1<<k) != 0:
		return -4
	case c.rank(h, k) > c.rank(h, l.kind):
		return 0
	case c.loose[k] && c.heavy[l.kind]: // 【…】 below ◆ is as common as above it
		return -0.5
	case c.heavy[l.kind] && l.depth == 0 && h.last[l.kind] > 1 && (c.counts[k] || c.label[k]) && h.last[k] == 0: // ◆ … ◆ … 1: the parts began with ◆
		return -0.2
	case c.label[l.kind] && c.ranks[0][k] >= 20: // 施策1 may hold any number
		return -0.5
	case c.loose[l.kind] && c.kinds[k] == marker.Question: // 【総論】 above 問1
		return 0
	}
	return -2
}

// mixed weighs numbers of two kinds at one level: ア beside （ア）. One of them
// more often stands inside the other, whatever custom has.
func (c *chooser) mixed(h *hypothesis, k int, beside *level) float64 {
	if beside == nil || beside.format > 0 || h.law || !c.counts[k] || !c.counts[beside.kind] || h.inside[beside.kind]&(1<<k) != 0 {
		return 0
	}
	return mixedCost
}

// popCost weighs closing level l for a new level of kind k.
func (c *chooser) popCost(h *hypothesis, k int, l *level) float64 {
	switch {
	case l.isHeading():
		return 9
	case l.format > 0:
		return 0.3
	case c.free[l.kind] && c.ranks[0][k] < 45:
		return 0
	case h.inside[l.kind]&(1<<k) != 0:
		return 0
	case h.inside[k]&(1<<l.kind) != 0:
		return 3
	case c.rank(h, k) <= c.rank(h, l.kind):
		return 0.3
	}
	return 2.5
}

func (c *chooser) rank(h *hypothesis, k int) int {
	if h.law {
		return c.ranks[1][k]
	}
	return c.ranks[0][k]
}

// prefix weighs a multi-level number by its parent: 4.2.1 stands in 4.2.
func (c *chooser) prefix(cand *candidate, r int, l *level) float64 {
	m := &cand.readings[r].Marker
	if len(m.Numbers) < 2 || m.Kind == marker.Article || l == nil || l.format > 0 {
		return 0
	}
	want := m.Numbers[:len(m.Numbers)-1]
	have := l.numbers
	if have == nil {
		have = []int{l.num}
	}
	if len(have) > len(want) {
		return -2
	}
	for i := range have {
		if have[i] != want[len(want)-len(have)+i] && have[i] != want[i] {
			return -1
		}
	}
	if len(have) == len(want) {
		return 2.5
	}
	return 1
}
