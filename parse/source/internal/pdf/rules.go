package pdf

import (
	pdfium "github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// A rule is a thin line: horizontal where it is wider than high.
type rule struct{ x0, y0, x1, y1 float64 }

func (r rule) horizontal() bool { return r.x1-r.x0 >= r.y1-r.y0 }

const (
	maxRuleWidth = 3.0   // points
	maxObjects   = 20000 // of a page that are looked at for rules
	maxSegments  = 400   // of a path
)

// readRules gives the rules of a page: strokes, thin filled boxes, and the
// sides of boxes.
func readRules(inst pdfium.Pdfium, ref requests.Page, count int, t turn) []rule {
	var out []rule
	for i := range min(count, maxObjects) {
		o, err := inst.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: ref, Index: i})
		if err != nil {
			continue
		}
		kind, err := inst.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: o.PageObject})
		if err != nil || kind.Type != enums.FPDF_PAGEOBJ_PATH {
			continue
		}
		out = append(out, pathRules(inst, o.PageObject, t)...)
	}
	return out
}

func pathRules(inst pdfium.Pdfium, obj references.FPDF_PAGEOBJECT, t turn) []rule {
	b, err := inst.FPDFPageObj_GetBounds(&requests.FPDFPageObj_GetBounds{PageObject: obj})
	if err != nil {
		return nil
	}
	r := rule(t.rect(float64(b.Left), float64(b.Bottom), float64(b.Right), float64(b.Top)))
	w, h := r.x1-r.x0, r.y1-r.y0
	switch {
	case min(w, h) <= maxRuleWidth && max(w, h) >= 2*maxRuleWidth:
		return []rule{r}
	case w <= maxRuleWidth || h <= maxRuleWidth:
		return nil
	}
	mode, err := inst.FPDFPath_GetDrawMode(&requests.FPDFPath_GetDrawMode{PageObject: obj})
	if err != nil || !mode.Stroke {
		return nil // an area of colour
	}
	return segmentRules(inst, obj, t)
}

// segmentRules gives the straight sides of a path, which draws a box or a grid.
func segmentRules(inst pdfium.Pdfium, obj references.FPDF_PAGEOBJECT, t turn) []rule {
	n, err := inst.FPDFPath_CountSegments(&requests.FPDFPath_CountSegments{PageObject: obj})
	if err != nil || n.Count > maxSegments {
		return nil
	}
	m, err := inst.FPDFPageObj_GetMatrix(&requests.FPDFPageObj_GetMatrix{PageObject: obj})
	if err != nil {
		return nil
	}
	var out []rule
	var lastX, lastY, firstX, firstY float64
	for i := range n.Count {
		seg, err := inst.FPDFPath_GetPathSegment(&requests.FPDFPath_GetPathSegment{PageObject: obj, Index: i})
		if err != nil {
			return out
		}
		kind, err1 := inst.FPDFPathSegment_GetType(&requests.FPDFPathSegment_GetType{PathSegment: seg.PathSegment})
		pt, err2 := inst.FPDFPathSegment_GetPoint(&requests.FPDFPathSegment_GetPoint{PathSegment: seg.PathSegment})
		closed, err3 := inst.FPDFPathSegment_GetClose(&requests.FPDFPathSegment_GetClose{PathSegment: seg.PathSegment})
		if err1 != nil || err2 != nil || err3 != nil || kind.Type == enums.FPDF_SEGMENT_BEZIERTO {
			return out
		}
		a, b, c, d := float64(m.Matrix.A), float64(m.Matrix.B), float64(m.Matrix.C), float64(m.Matrix.D)
		px, py := float64(pt.X), float64(pt.Y)
		x, y := t.point(a*px+c*py+float64(m.Matrix.E), b*px+d*py+float64(m.Matrix.F))
		if kind.Type == enums.FPDF_SEGMENT_MOVETO {
			firstX, firstY = x, y
		} else {
			out = appendRule(out, lastX, lastY, x, y)
		}
		lastX, lastY = x, y
		if closed.IsClose {
			out = appendRule(out, lastX, lastY, firstX, firstY)
			lastX, lastY = firstX, firstY
		}
	}
	return out
}

func appendRule(rules []rule, ax, ay, bx, by float64) []rule {
	r := rule{min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)}
	if w, h := r.x1-r.x0, r.y1-r.y0; min(w, h) > maxRuleWidth || max(w, h) < 2*maxRuleWidth {
		return rules
	}
	return append(rules, r)
}
