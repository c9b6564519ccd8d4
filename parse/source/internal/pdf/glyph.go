package pdf

import (
	"math"
	"strings"

	pdfium "github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
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
	drawn         bool // something is on it, if no text
}

type box struct{ x0, y0, x1, y1 float64 }

// readPage reads one page, by 0-based index.
func readPage(inst pdfium.Pdfium, doc references.FPDF_DOCUMENT, index int) (p *page, err error) {
	loaded, err := inst.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: doc, Index: index})
	if err != nil {
		return nil, err
	}
	ref := requests.Page{ByReference: &loaded.Page}
	defer func() { _, _ = inst.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: loaded.Page}) }()
	t, err := turnOf(inst, ref)
	if err != nil {
		return nil, err
	}
	p = &page{width: t.width, height: t.height}
	if p.glyphs, err = readGlyphs(inst, ref, t); err != nil {
		return nil, err
	}
	objects, err := inst.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: ref})
	if err != nil {
		return nil, err
	}
	p.drawn = objects.Count > 0
	if len(p.glyphs) > 0 {
		p.rules = readRules(inst, ref, objects.Count, t)
	}
	return p, nil
}

// A turn brings a point of the page's user space to where the page shows it.
type turn struct {
	box           box
	quarter       int // turns by 90° clockwise
	width, height float64
}

func turnOf(inst pdfium.Pdfium, ref requests.Page) (turn, error) {
	b, err := inst.FPDF_GetPageBoundingBox(&requests.FPDF_GetPageBoundingBox{Page: ref})
	if err != nil {
		return turn{}, err
	}
	r, err := inst.FPDFPage_GetRotation(&requests.FPDFPage_GetRotation{Page: ref})
	if err != nil {
		return turn{}, err
	}
	t := turn{box: box{float64(b.Rect.Left), float64(b.Rect.Bottom), float64(b.Rect.Right), float64(b.Rect.Top)}, quarter: int(r.PageRotation) & 3}
	t.width, t.height = t.box.x1-t.box.x0, t.box.y1-t.box.y0
	if t.quarter%2 == 1 {
		t.width, t.height = t.height, t.width
	}
	return t, nil
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

func readGlyphs(inst pdfium.Pdfium, ref requests.Page, t turn) ([]glyph, error) {
	text, err := inst.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: ref})
	if err != nil {
		return nil, nil // a page without a text layer
	}
	defer func() {
		_, _ = inst.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: text.TextPage})
	}()
	n, err := inst.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: text.TextPage})
	if err != nil {
		return nil, err
	}
	r := glyphReader{inst: inst, text: text.TextPage, turn: t}
	out := make([]glyph, 0, n.Count)
	for i := range n.Count {
		g, ok, err := r.read(i)
		if err != nil {
			return nil, err
		}
		if ok {
			out = append(out, g)
		}
	}
	return out, nil
}

// A glyphReader reads the characters of a page one by one. What a run of them
// shares is asked for once.
type glyphReader struct {
	inst pdfium.Pdfium
	text references.FPDF_TEXTPAGE
	turn turn

	font, scale, base float64 // of the run
	bold, upright     bool    // upright: it runs to the right as the page is shown
	wide              bool
	face              string
	high              rune // the first half of a surrogate pair
	lead              rune // a space that waits for its next character
}

func (r *glyphReader) read(i int) (g glyph, ok bool, err error) {
	u, err := r.inst.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: r.text, Index: i})
	if err != nil {
		return g, false, err
	}
	g.r = rune(uint32(u.Unicode))
	if g.r, ok = r.pair(g.r); !ok || !visible(g.r) {
		return g, false, nil
	}
	if g.r == ' ' || g.r == '　' || g.r == 0xA0 {
		if !r.generated(i) {
			r.lead = g.r
		}
		return g, false, nil
	}
	o, err := r.inst.FPDFText_GetCharOrigin(&requests.FPDFText_GetCharOrigin{TextPage: r.text, Index: i})
	if err != nil {
		return g, false, nil
	}
	size, err := r.inst.FPDFText_GetFontSize(&requests.FPDFText_GetFontSize{TextPage: r.text, Index: i})
	if err != nil {
		return g, false, err
	}
	if size.FontSize != r.font || math.Abs(o.Y-r.base) > 0.05 || wide(g.r) != r.wide {
		r.font, r.base, r.wide = size.FontSize, o.Y, wide(g.r)
		r.newRun(i)
	}
	g.size, g.bold, g.face = r.font*r.scale, r.bold, r.face
	if !r.place(&g, i, o.X, o.Y) {
		return g, false, nil // made up by PDFium: a line end
	}
	g.lead, r.lead = r.lead, 0
	return g, true, nil
}

// place sets the box of a character. PDFium's own is that of the font, or, for
// fonts that have none, that of the ink, which for 、 and 一 says little of the
// line. So an upright character gets the box of its em, from its origin; only
// its width is asked for where it is not a square.
func (r *glyphReader) place(g *glyph, i int, x, y float64) bool {
	x, y = r.turn.point(x, y)
	g.base, g.y0, g.y1 = y, y-descent*g.size, y+(1-descent)*g.size
	g.x0, g.x1 = x, x+g.size
	if r.upright && wide(g.r) && g.size >= 0.5 {
		return true
	}
	b, err := r.inst.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: r.text, Index: i})
	if err != nil {
		return false
	}
	ink := r.turn.rect(float64(b.Rect.Left), float64(b.Rect.Bottom), float64(b.Rect.Right), float64(b.Rect.Top))
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
func (r *glyphReader) generated(i int) bool {
	g, err := r.inst.FPDFText_IsGenerated(&requests.FPDFText_IsGenerated{TextPage: r.text, Index: i})
	return err != nil || g.IsGenerated
}

// newRun asks for the scale and the weight of the font.
func (r *glyphReader) newRun(i int) {
	r.scale, r.bold, r.upright = 1, false, true
	if m, err := r.inst.FPDFText_GetMatrix(&requests.FPDFText_GetMatrix{TextPage: r.text, Index: i}); err == nil {
		r.scale = math.Hypot(float64(m.Matrix.C), float64(m.Matrix.D))
		dx, dy := r.turn.direction(float64(m.Matrix.A), float64(m.Matrix.B))
		r.upright = dx > math.Abs(dy)
	}
	if info, err := r.inst.FPDFText_GetFontInfo(&requests.FPDFText_GetFontInfo{TextPage: r.text, Index: i}); err == nil {
		r.face, r.bold = info.FontName, boldName(info.FontName)
	}
	weight, err := r.inst.FPDFText_GetFontWeight(&requests.FPDFText_GetFontWeight{TextPage: r.text, Index: i})
	if err == nil && weight.FontWeight >= 600 {
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
