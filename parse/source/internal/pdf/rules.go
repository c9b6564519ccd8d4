package pdf

// A rule is a thin line: horizontal where it is wider than high.
type rule struct{ x0, y0, x1, y1 float64 }

func (r rule) horizontal() bool { return r.x1-r.x0 >= r.y1-r.y0 }

const (
	maxRuleWidth = 3.0   // points
	maxObjects   = 20000 // of a page that are looked at for rules
	maxSegments  = 400   // of a path
)

// The kinds of page objects and of path segments that are told apart
// (fpdf_edit.h).
const (
	pathObject  = 2
	lineSegment = 0
	moveSegment = 2
)

// readRules gives the rules of a page: strokes, thin filled boxes, and the
// sides of boxes.
func (d *document) readRules(ref uint64, count int, t turn) []rule {
	var out []rule
	for i := range min(count, maxObjects) {
		o := d.call(fnObject, ref, uint64(i))
		if o != 0 && d.call(fnObjectType, o) == pathObject {
			out = append(out, d.pathRules(o, t)...)
		}
	}
	return out
}

func (d *document) pathRules(path uint64, t turn) []rule {
	if !d.is(fnBounds, path, d.at(0), d.at(1), d.at(2), d.at(3)) { // left, bottom, right, top
		return nil
	}
	r := rule(t.rect(d.float(0), d.float(2), d.float(4), d.float(6)))
	w, h := r.x1-r.x0, r.y1-r.y0
	switch {
	case min(w, h) <= maxRuleWidth && max(w, h) >= 2*maxRuleWidth:
		return []rule{r}
	case w <= maxRuleWidth || h <= maxRuleWidth:
		return nil
	case !d.is(fnDrawMode, path, d.at(0), d.at(1)) || d.integer(2) == 0: // fill mode, stroke
		return nil // an area of colour
	}
	return d.segmentRules(path, t)
}

// segmentRules gives the straight sides of a path, which draws a box or a grid.
func (d *document) segmentRules(path uint64, t turn) []rule {
	n := d.count(fnCountSegments, path)
	if n > maxSegments || !d.is(fnObjectMatrix, path, d.at(0)) {
		return nil
	}
	m := d.floats(6)
	var out []rule
	var lastX, lastY, firstX, firstY float64
	for i := range n {
		seg := d.call(fnSegment, path, uint64(i))
		kind := d.call(fnSegmentType, seg)
		if kind != lineSegment && kind != moveSegment || !d.is(fnSegmentPoint, seg, d.at(0), d.at(1)) {
			return out // a curve
		}
		px, py := d.float(0), d.float(2)
		x, y := t.point(m[0]*px+m[2]*py+m[4], m[1]*px+m[3]*py+m[5])
		if kind == moveSegment {
			firstX, firstY = x, y
		} else {
			out = appendRule(out, lastX, lastY, x, y)
		}
		lastX, lastY = x, y
		if d.is(fnSegmentClose, seg) {
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
