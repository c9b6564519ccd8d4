package pdf

import (
	"math"
	"strings"
)

// A glyph is a character on a page. Coordinates are points, x to the right and
// y up, of the page as it is shown; on pages in vertical writing they are
// turned, so that lines run to the right there too.
type glyph struct {
	r              rune
	x0, y0, x1, y1 float64 // its box: from the pen's place to the next, descent to ascent
	size           float64 // points
	bold           bool
	base           float64 // y of its baseline
	lead           rune    // the space character before it; 0 where there is none
	face           string  // the name of its font
}

func (g glyph) midX() float64 { return (g.x0 + g.x1) / 2 }
func (g glyph) midY() float64 { return (g.y0 + g.y1) / 2 }

// A page is what PDFium says of one.
type page struct {
	width, height float64
	glyphs        []glyph
	rules         []rule
	vertical      bool
	across        []glyph // of lines that run to the right on a vertical page
	drawn         bool    // something is on it, if no text
}

type box struct{ x0, y0, x1, y1 float64 }

// readPage reads the page that is loaded.
func (d *document) readPage(ref uint64) *page {
	t := d.turnOf(ref)
	p := &page{width: t.width, height: t.height, glyphs: d.readGlyphs(ref, t)}
	objects := d.count(fnCountObjects, ref)
	p.drawn = objects > 0
	if len(p.glyphs) > 0 {
		p.rules = d.readRules(ref, objects, t)
	}
	return p
}

// A turn brings a point of the page's user space to where the page shows it.
type turn struct {
	box           box
	quarter       int // turns by 90° clockwise
	width, height float64
}

func (d *document) turnOf(ref uint64) turn {
	d.call(fnPageBox, ref, d.at(0)) // left, top, right, bottom
	b := d.floats(4)
	t := turn{box: box{b[0], b[3], b[2], b[1]}, quarter: d.count(fnRotation, ref) & 3}
	t.width, t.height = t.box.x1-t.box.x0, t.box.y1-t.box.y0
	if t.quarter%2 == 1 {
		t.width, t.height = t.height, t.width
	}
	return t
}

func (t turn) point(x, y float64) (float64, float64) {
	x, y = x-t.box.x0, y-t.box.y0
	switch t.quarter {
	case 1:
		return y, t.height - x
	case 2:
		return t.width - x, t.height - y
	case 3:
		return t.width - y, x
	}
	return x, y
}

// direction turns a direction.
func (t turn) direction(dx, dy float64) (float64, float64) {
	switch t.quarter {
	case 1:
		return dy, -dx
	case 2:
		return -dx, -dy
	case 3:
		return -dy, dx
	}
	return dx, dy
}

func (t turn) rect(x0, y0, x1, y1 float64) box {
	ax, ay := t.point(x0, y0)
	bx, by := t.point(x1, y1)
	return box{min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)}
}

func (d *document) readGlyphs(ref uint64, t turn) []glyph {
	text := d.call(fnLoadText, ref)
	if text == 0 {
		return nil // a page without a text layer
	}
	n := d.count(fnCountChars, text)
	r := glyphReader{document: d, text: text, turn: t}
	out := make([]glyph, 0, n)
	for i := range n {
		if g, ok := r.read(uint64(i)); ok && d.err == nil {
			out = append(out, g)
		}
	}
	d.call(fnCloseText, text)
	return out
}

// A glyphReader reads the characters of a page one by one. What a run of them
// shares is asked for once.
type glyphReader struct {
	*document
	text uint64
	turn turn

	font, scale, base float64 // of the run
	bold, upright     bool    // upright: it runs to the right as the page is shown
	wide              bool
	face              string
	faceBold          bool // by its name
	high              rune // the first half of a surrogate pair
	lead              rune // a space that waits for its next character
}

func (r *glyphReader) read(i uint64) (g glyph, ok bool) {
	g.r = rune(uint32(r.call(fnUnicode, r.text, i)))
	if g.r, ok = r.pair(g.r); !ok || !visible(g.r) {
		return g, false
	}
	if g.r == ' ' || g.r == '　' || g.r == 0xA0 {
		if !r.generated(i) {
			r.lead = g.r
		}
		return g, false
	}
	if !r.is(fnOrigin, r.text, i, r.at(0), r.at(1)) {
		return g, false
	}
	x, y := r.double(0), r.double(1)
	size := math.Float64frombits(r.call(fnFontSize, r.text, i))
	if size != r.font || math.Abs(y-r.base) > 0.05 || wide(g.r) != r.wide {
		r.font, r.base, r.wide = size, y, wide(g.r)
		r.newRun(i)
	}
	g.size, g.bold, g.face = r.font*r.scale, r.bold, r.face
	if !r.place(&g, i, x, y) {
		return g, false // made up by PDFium: a line end
	}
	g.lead, r.lead = r.lead, 0
	return g, true
}

// place sets the box of a character. PDFium's own is that of the font, or, for
// fonts that have none, that of the ink, which for 、 and 一 says little of the
// line. So an upright character gets the box of its em, from its origin; only
// its width is asked for where it is not a square.
func (r *glyphReader) place(g *glyph, i uint64, x, y float64) bool {
	x, y = r.turn.point(x, y)
	g.base, g.y0, g.y1 = y, y-descent*g.size, y+(1-descent)*g.size
	g.x0, g.x1 = x, x+g.size
	if r.upright && wide(g.r) && g.size >= 0.5 {
		return true
	}
	if !r.is(fnLooseBox, r.text, i, r.at(0)) {
		return false
	}
	b := r.floats(4) // left, top, right, bottom
	ink := r.turn.rect(b[0], b[3], b[2], b[1])
	if r.upright && g.size >= 0.5 {
		g.x1 = max(ink.x1, x)
		return true
	}
	g.size = max(g.size, 0.5)
	g.x0, g.y0, g.x1, g.y1 = ink.x0, ink.y0, ink.x1, ink.y1
	g.base = g.y0 + descent*(g.y1-g.y0)
	return ink.x1 > ink.x0 || ink.y1 > ink.y0
}

// descent is how far the em of a Japanese font reaches below the baseline.
const descent = 0.12

// generated is true of a space that the file does not have: PDFium puts one
// into every gap, that between Japanese and Latin letters too.
func (r *glyphReader) generated(i uint64) bool {
	return int32(r.call(fnGenerated, r.text, i)) != 0
}

// newRun asks for the scale and the weight of the font.
func (r *glyphReader) newRun(i uint64) {
	r.scale, r.bold, r.upright = 1, false, true
	if r.is(fnCharMatrix, r.text, i, r.at(0)) {
		m := r.floats(4) // a b c d
		r.scale = math.Hypot(m[2], m[3])
		dx, dy := r.turn.direction(m[0], m[1])
		r.upright = dx > math.Abs(dy)
	}
	// The length counts the 0 at the end; flags would be the last argument.
	if n := r.count(fnFontInfo, r.text, i, r.at(0), scratchSize, 0); 0 < n && n <= scratchSize {
		if name := r.instance.text(n - 1); name != r.face {
			r.face, r.faceBold = name, boldName(name)
		}
		r.bold = r.faceBold
	}
	if int32(r.call(fnFontWeight, r.text, i)) >= 600 {
		r.bold = true
	}
}

// boldName is true of the names of bold faces, and of the weights that
// Japanese families use for headings (W6, H, EB).
func boldName(name string) bool {
	low := strings.ToLower(name)
	if strings.Contains(low, "bold") || strings.Contains(low, "heavy") || strings.Contains(low, "black") {
		return true
	}
	for _, end := range []string{"-w6", "-w7", "-w8", "-w9", "-eb", "-ub", "-db"} {
		if strings.HasSuffix(low, end) {
			return true
		}
	}
	return false
}

// pair joins the halves of a character outside the basic plane.
func (r *glyphReader) pair(c rune) (rune, bool) {
	switch {
	case 0xD800 <= c && c < 0xDC00:
		r.high = c
		return 0, false
	case 0xDC00 <= c && c < 0xE000:
		high := r.high
		r.high = 0
		if high == 0 {
			return 0xFFFD, true
		}
		return (high-0xD800)<<10 + (c - 0xDC00) + 0x10000, true
	}
	return c, true
}

// visible leaves out what PDFium puts in for control characters and for
// hyphens at a line end.
func visible(c rune) bool {
	return c >= ' ' && c != 0x7F && c != 0xFFFE && c != 0xFFFF
}
