package pdf

import "math"

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

func (p *page) turnBox(x0, y0, x1, y1 float64) box {
	return box{p.height - y1, x0, p.height - y0, x1}
}

// wide is true of characters that fill a square.
func wide(r rune) bool {
	return 0x2E80 <= r && r <= 0x9FFF || 0xF900 <= r && r <= 0xFAFF || 0xFF01 <= r && r <= 0xFF60 || r >= 0x20000
}
