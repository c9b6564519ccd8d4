package parse

import (
	"strings"

	"shinkyu/parse/marker"
)

// Which candidates open a section, and at which level, is one question: 2 is
// likely where a 1 stands before it and a 3 after it, at one level. A beam
// search keeps the best few assignments of the candidates read so far, each
// with its stack of open levels, and at the end takes the best.
//
// beamWidth assignments are kept, those with equal stacks counting once.
const beamWidth = 8

// mixedCost is what speaks against two kinds of number at one level, in
// log-odds.
const mixedCost = 2

// A level is an open section in one assignment; levels are shared between
// assignments and never changed.
type level struct {
	parent  *level
	cand    int
	kind    int
	num     int
	numbers []int
	lead    float64
	format  int // level of a heading of the format
	depth   int
	hash    uint64
	doubt   string // why the place is doubtful
	follows string // the marker before it at its level
}

// isHeading tells a heading of the format from its list items and from what
// markers alone opened.
func (l *level) isHeading() bool { return l.format > 0 && l.format < itemLevel }

// A choice is one accepted candidate, linked to those before it.
type choice struct {
	prev    *choice
	cand    int
	reading int
	at      *level
}

// A hypothesis is one assignment of the candidates read so far.
type hypothesis struct {
	score  float64
	top    *level
	path   *choice
	last   [maxKinds]int16  // last number of each kind; how many there were of one without numbers
	under  [maxKinds]int16  // kind that each kind stood right under, plus 1
	inside [maxKinds]uint64 // kinds that each kind has stood in
	law    bool             // an article is open
}

type chooser struct {
	cands  []candidate
	kinds  []marker.Kind
	ranks  [2][maxKinds]int // usual, and below an article
	art    int              // id of the article kind, -1 where there is none
	free   [maxKinds]bool   // headings like はじめに, in which no numbered section stands
	loose  [maxKinds]bool   // headings in brackets
	counts [maxKinds]bool   // plain numbers and letters
	label  [maxKinds]bool   // 基本目標1, 施策1
	heavy  [maxKinds]bool   // bullets that head parts: ■ ◆ ●
	setIn  [maxKinds]bool   // kinds that custom sets further in than their text: 章, 附則
	now    []*hypothesis    // best first
	next   []*hypothesis
	spare  []*hypothesis // to be used again

	levels  []level // room for more, taken where an assignment is kept
	choices []choice
}

// slab is how many levels or choices are made room for at once.
const slab = 256

// room gives the places of the next level and choice; taken counts them as
// used.
func (c *chooser) room() (*level, *choice) {
	if len(c.levels) == 0 {
		c.levels, c.choices = make([]level, slab), make([]choice, slab)
	}
	return &c.levels[0], &c.choices[0]
}

func (c *chooser) taken() { c.levels, c.choices = c.levels[1:], c.choices[1:] }

// choose gives the accepted candidates in order.
func choose(cands []candidate, kinds []marker.Kind) []*choice {
	c := &chooser{cands: cands, kinds: kinds, art: -1, now: []*hypothesis{{}}}
	for i, k := range kinds {
		c.ranks[0][i], c.ranks[1][i] = k.Rank(), k.RankInLaw()
		if r, ok := inferredRank(k); ok {
			c.ranks[0][i], c.ranks[1][i], c.free[i] = r, r, r < 10
			c.loose[i] = r == bracketRank
		}
		c.counts[i] = k.Rank() >= 20 && k.Rank() < 70 && !c.free[i] && !c.loose[i] && !k.IsLabel() && !k.IsAnnex() && k != marker.Question && k != marker.Answer && !strings.HasPrefix(string(k), "heading")
		c.label[i] = k.IsLabel()
		c.heavy[i] = k.IsBullet() && k.Rank() < 80
		c.setIn[i] = k.Rank() < 17 || k.IsAnnex()
		if k == marker.Article {
			c.art = i
		}
	}
	for i := range cands {
		c.step(i)
	}
	var out []*choice
	for at := c.now[0].path; at != nil; at = at.prev {
		out = append(out, at)
	}
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return out
}

// step extends every assignment by candidate i, accepted or not.
func (c *chooser) step(i int) {
	cand := &c.cands[i]
	c.next = c.next[:0]
	for _, hyp := range c.now {
		if cand.level > 0 {
			c.openFormat(hyp, i)
			continue
		}
		c.keep(hyp.score, hyp.top, hyp, nil)
		for r := range cand.n {
			c.accept(hyp, i, r)
		}
	}
	c.spare = append(c.spare, c.now...)
	c.now, c.next = c.next, c.now[:0]
}

// accept adds the assignments in which candidate i, read as r, opens a
// section: as the next of an open level, or as a new level.
func (c *chooser) accept(h *hypothesis, i, r int) {
	cand := &c.cands[i]
	k := cand.kinds[r]
	for l := h.top; l != nil && !l.isHeading(); l = l.parent {
		if l.kind == k && l.format == 0 {
			s, doubt := c.continues(h, l, cand, r)
			c.place(h, i, r, l.parent, s, doubt, c.cands[l.cand].marker(l))
			return
		}
	}
	s, doubt := c.begins(h, cand, r)
	pop := 0.0
	var below *level // the one that is closed for it last
	for l := h.top; ; below, l = l, l.parent {
		rel := c.relation(h, k, l) - c.mixed(h, k, below)
		if cand.lead >= 0 && l != nil && l.lead >= 0 && cand.lead < l.lead-0.6 && !c.setIn[l.kind] {
			rel -= 1.5
		}
		rel += c.prefix(cand, r, l)
		at, why := s, doubt
		if c.runsOn(h, cand, r, l) {
			at, why = 1.5, ""
		}
		c.place(h, i, r, l, at+rel-pop, why, "")
		if l == nil {
			return
		}
		pop += c.popCost(h, k, l)
		if cand.inferred != "" {
			pop += c.leaves(cand, h.top, l)
		}
		if pop > 8 {
			return
		}
	}
}

// place keeps the assignment with the candidate as a child of parent.
func (c *chooser) place(h *hypothesis, i, r int, parent *level, score float64, doubt, follows string) {
	cand := &c.cands[i]
	score += h.score + cand.local[r]
	if !c.wanted(score) {
		return
	}
	m := cand.readings[r].Marker
	l, ch := c.room()
	*l = level{parent: parent, cand: i, kind: cand.kinds[r], num: m.Number, numbers: m.Numbers, lead: cand.lead, doubt: doubt, follows: follows}
	if parent != nil {
		l.depth, l.hash = parent.depth+1, parent.hash
	}
	l.hash = (l.hash*1099511628211 + uint64(l.kind)<<20 + uint64(l.num) + 1) ^ l.hash>>29
	*ch = choice{prev: h.path, cand: i, reading: r, at: l}
	if c.keep(score, l, h, ch) {
		c.taken()
	}
}

func (c *chooser) wanted(score float64) bool {
	return len(c.next) < beamWidth || score > c.next[len(c.next)-1].score
}

// keep inserts an assignment into the ordered beam, unless one with the same
// open levels is there that is no worse, and reports whether it did.
func (c *chooser) keep(score float64, top *level, from *hypothesis, path *choice) bool {
	hash := top.sum()
	for j, other := range c.next {
		if other.top.sum() != hash {
			continue
		}
		if other.score >= score {
			return false
		}
		c.spare = append(c.spare, other)
		c.next = append(c.next[:j], c.next[j+1:]...)
		break
	}
	if len(c.next) == beamWidth {
		last := c.next[beamWidth-1]
		if last.score >= score {
			return false
		}
		c.spare = append(c.spare, last)
		c.next = c.next[:beamWidth-1]
	}
	n := c.copyOf(from)
	n.score, n.top = score, top
	if path != nil {
		n.path = path
		n.learn(top, c.art)
	}
	at := len(c.next)
	c.next = append(c.next, n)
	for ; at > 0 && c.next[at-1].score < score; at-- {
		c.next[at] = c.next[at-1]
	}
	c.next[at] = n
	return true
}

func (c *chooser) copyOf(from *hypothesis) *hypothesis {
	var n *hypothesis
	if k := len(c.spare); k > 0 {
		n, c.spare = c.spare[k-1], c.spare[:k-1]
	} else {
		n = new(hypothesis)
	}
	k := len(c.kinds)
	n.score, n.top, n.path, n.law = from.score, from.top, from.path, from.law
	copy(n.last[:k], from.last[:k])
	copy(n.under[:k], from.under[:k])
	copy(n.inside[:k], from.inside[:k])
	return n
}

// sum is the hash of a level and those above it; nil, the whole document, has
// one of its own.
func (l *level) sum() uint64 {
	if l == nil {
		return 1
	}
	return l.hash
}

// marker is the text of the marker that opened a level.
func (c *candidate) marker(l *level) string {
	for r := range c.n {
		if c.kinds[r] == l.kind {
			return c.readings[r].Marker.Text
		}
	}
	return ""
}

// learn notes the number of the new level and the kinds that it stands in.
func (h *hypothesis) learn(l *level, article int) {
	if l.format > 0 {
		return
	}
	h.under[l.kind] = l.parent.under()
	if l.num > 0 {
		h.last[l.kind] = int16(min(l.num, 32000))
	} else { // how many there were
		h.last[l.kind] = min(h.last[l.kind]+1, 32000)
	}
	h.law = false
	for p := l.parent; p != nil; p = p.parent {
		if p.format == 0 {
			h.inside[l.kind] |= 1 << p.kind
			h.law = h.law || p.kind == article
		}
	}
	h.law = h.law || l.kind == article
}

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

// leaves weighs what the page says against closing l for a heading without a
// number: nothing would stand in the innermost section, or the heading stands
// further in than the marker of l.
func (c *chooser) leaves(cand *candidate, top, l *level) (cost float64) {
	if l == top && cand.line == c.cands[l.cand].line+1 {
		cost += 2
	}
	if l.lead >= 0 && cand.lead > l.lead+0.6 {
		cost += 1.5
	}
	return cost
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

// openFormat opens a heading of the format, which the format vouches for.
func (c *chooser) openFormat(h *hypothesis, i int) {
	cand := &c.cands[i]
	parent := h.top
	if cand.level < itemLevel {
		for parent != nil && (parent.format == 0 || parent.format >= cand.level) {
			parent = parent.parent
		}
	} else {
		for l := h.top; l != nil && !l.isHeading(); l = l.parent {
			if l.format >= cand.level {
				parent = l.parent
			}
		}
	}
	l := &level{parent: parent, cand: i, lead: -1, format: cand.level, kind: cand.kinds[0]}
	if cand.n > 0 {
		l.num, l.numbers = cand.readings[0].Marker.Number, cand.readings[0].Marker.Numbers
	}
	if parent != nil {
		l.depth, l.hash = parent.depth+1, parent.hash
	}
	l.hash = l.hash*1099511628211 + uint64(i) + 7
	c.keep(h.score, l, h, &choice{prev: h.path, cand: i, at: l})
}
