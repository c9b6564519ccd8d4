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

// marker is the text of the marker that opened a level.
func (c *candidate) marker(l *level) string {
	for r := range c.n {
		if c.kinds[r] == l.kind {
			return c.readings[r].Marker.Text
		}
	}
	return ""
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
