package pdf

import (
	"math"
	"slices"
)

// turnVertical finds pages in vertical writing, where most characters stand
// under the one before, and turns their coordinates by a quarter: down becomes
// right, and the first column, which is the rightmost, the first line.
func (p *page) turnVertical() {
	down, right := 0, 0
	for i := 1; i < len(p.glyphs); i++ {
		a, b := p.glyphs[i-1], p.glyphs[i]
		if !wide(a.r) || !wide(b.r) {
			continue
		}
		dx, dy := b.midX()-a.midX(), a.midY()-b.midY()
		switch near := 1.6 * max(a.size, b.size); {
		case math.Abs(dx) < near && dx > 2*math.Abs(dy):
			right++
		case math.Abs(dy) < near && dy > 2*math.Abs(dx):
			down++
		}
	}
	if down <= right {
		return
	}
	p.vertical = true
	p.setAcross()
	for i, g := range p.glyphs {
		b := p.turnBox(g.x0, g.y0, g.x1, g.y1)
		// The baseline of vertical writing runs through the middle.
		g.x0, g.y0, g.x1, g.y1, g.base = b.x0, b.y0, b.x1, b.y1, (b.y0+b.y1)/2-0.38*g.size
		p.glyphs[i] = g
	}
	for i, r := range p.rules {
		p.rules[i] = rule(p.turnBox(r.x0, r.y0, r.x1, r.y1))
	}
	p.width, p.height = p.height, p.width
}

// setAcross sets aside what runs to the right at the head and the foot of a page
// in vertical writing: its page number and its running head. Two or three
// figures that stand side by side in a vertical line are no such run.
func (p *page) setAcross() {
	kept := make([]glyph, 0, len(p.glyphs))
	for i := 0; i < len(p.glyphs); {
		j := i + 1
		for j < len(p.glyphs) && besides(p.glyphs[j-1], p.glyphs[j]) {
			j++
		}
		run := p.glyphs[i:j]
		if y := run[0].midY(); len(run) >= 3 && (y > (1-headZone)*p.height || y < (1-footZone)*p.height) {
			p.across = append(p.across, run...)
		} else {
			kept = append(kept, run...)
		}
		i = j
	}
	p.glyphs = kept
}

// besides reports whether b stands to the right of a on its baseline.
func besides(a, b glyph) bool {
	dx := b.midX() - a.midX()
	return math.Abs(a.base-b.base) < 0.2*a.size && 0.2*a.size < dx && dx < 2.5*a.size
}

// addAcross puts the lines that were set aside at both ends of the page.
func (p *page) addAcross(number int, lines []*Line) []*Line {
	var head, foot []*Line
	for _, r := range rowsOf(p.across) {
		s := r.segments(math.Inf(1))[0]
		l := &Line{
			Page: number + 1, Text: textOf(s.glyphs), Size: s.size, Bold: bold(s.glyphs), Top: 1 - s.base/p.width,
			seg: s, x0: s.x0, x1: s.x1, page: number, width: p.height,
		}
		if l.Top < 0.5 {
			head = append(head, l)
		} else {
			foot = append(foot, l)
		}
	}
	return slices.Concat(head, lines, foot)
}

func (p *page) turnBox(x0, y0, x1, y1 float64) box {
	return box{p.height - y1, x0, p.height - y0, x1}
}

// wide is true of characters that fill a square.
func wide(r rune) bool {
	return 0x2E80 <= r && r <= 0x9FFF || 0xF900 <= r && r <= 0xFAFF || 0xFF01 <= r && r <= 0xFF60 || r >= 0x20000
}
