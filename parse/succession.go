package parse

import "shinkyu/parse/marker"

// How numbers follow one another at a level.

// continues weighs a candidate as the next of the open level l.
func (c *chooser) continues(h *hypothesis, l *level, cand *candidate, r int) (score float64, doubt string) {
	m := &cand.readings[r].Marker
	if l.lead >= 0 && cand.lead >= 0 {
		score -= min(max(l.lead-cand.lead, cand.lead-l.lead, 0.6)-0.6, 2)
	}
	if m.Number == 0 && m.Numbers == nil {
		return score + 1, ""
	}
	s, doubt := succession(l.numbers, l.num, cand.readings[r].From, m)
	return score + s, doubt
}

// succession weighs m as the successor of the number before it.
func succession(numbers []int, num, from int, m *marker.Marker) (score float64, doubt string) {
	if from > 0 { // a range follows by its first number
		numbers, m = nil, &marker.Marker{Number: from}
	}
	if len(m.Numbers) > 1 && len(numbers) > 0 && m.Kind != marker.Article {
		return multiSuccession(numbers, m.Numbers)
	}
	a, b := num, m.Number
	if len(numbers) > 0 || len(m.Numbers) > 0 { // 第十二条, 第十二条の二, 第十三条
		return branchSuccession(numbers, num, m)
	}
	switch {
	case b == a+1:
		return 3, ""
	case b == a:
		return -1.2, "the number stands twice"
	case b == 1:
		return -1.2, "the count begins again"
	case b < a:
		return -5, "the number is lower than the one before it"
	}
	return -0.5 - 0.6*float64(min(b-a-1, 8)), "numbers are left out before it"
}

func multiSuccession(a, b []int) (score float64, doubt string) {
	n := min(len(a), len(b)) - 1
	for i := range n {
		if a[i] != b[i] {
			if b[i] == a[i]+1 && b[n] == 1 {
				return 1.5, ""
			}
			return -2, "the number does not follow the one before it"
		}
	}
	switch d := b[n] - a[n]; {
	case d == 1:
		return 3, ""
	case d > 1:
		return -1 - 0.6*float64(min(d-1, 8)), "numbers are left out before it"
	}
	return -4, "the number does not follow the one before it"
}

func branchSuccession(numbers []int, num int, m *marker.Marker) (score float64, doubt string) {
	a, b := numbers, m.Numbers
	if a == nil {
		a = []int{num}
	}
	if b == nil {
		b = []int{m.Number}
	}
	for i := 0; ; i++ {
		switch {
		case i == len(b):
			return -4, "the number is lower than the one before it"
		case i == len(a): // 十二 to 十二の二
			if b[i] == 2 || b[i] == 1 {
				return 3, ""
			}
			return -1, "numbers are left out before it"
		case b[i] == a[i]:
			continue
		case b[i] == a[i]+1:
			return 3, ""
		case b[i] > a[i]:
			return -1 - 0.6*float64(min(b[i]-a[i]-1, 8)), "numbers are left out before it"
		case b[0] == 1 && len(b) == 1:
			return -2, "the count begins again"
		default:
			return -5, "the number is lower than the one before it"
		}
	}
}

// begins weighs a candidate as the first of a new level.
func (c *chooser) begins(h *hypothesis, cand *candidate, r int) (score float64, doubt string) {
	m := &cand.readings[r].Marker
	last := int(h.last[cand.kinds[r]])
	from := cand.readings[r].From
	switch {
	case from == 1 || from > 0 && from == last+1:
		return 0.5, ""
	case m.Number == 0 && m.Numbers == nil:
		return 0, ""
	case len(m.Numbers) > 1 && m.Kind != marker.Article:
		if m.Numbers[len(m.Numbers)-1] == 1 {
			return 0.5, ""
		}
		return -1, "the count does not begin with one"
	case m.Number == 1:
		return 0.5, ""
	case m.Number == 2 && h.law && m.Kind == marker.Arabic: // the first 項 has no number
		return 2, ""
	case m.Kind.IsAnnex():
		return 0, ""
	}
	return -2.5 - 0.3*float64(min(m.Number-2, 5)), "the count does not begin with one"
}

// runsOn reports whether a number goes on from the last of its kind under
// another section of the same kind: articles run on from chapter to chapter.
func (c *chooser) runsOn(h *hypothesis, cand *candidate, r int, l *level) bool {
	k := cand.kinds[r]
	m := &cand.readings[r].Marker
	if h.last[k] == 0 || m.Number != int(h.last[k])+1 || len(m.Numbers) > 1 && m.Kind != marker.Article {
		return false
	}
	return m.Kind == marker.Article || h.under[k] == l.under()
}
