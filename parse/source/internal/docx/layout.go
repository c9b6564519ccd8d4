package docx

import "shinkyu/parse/source/internal/flow"

// twips are the twentieths of a point in an em of the usual 10.5 points.
const twips = 210

// readIndent gives where the lines of a paragraph begin but the first, in em;
// -1 where its properties do not say. Word may give it in hundredths of a
// character, which then count.
func readIndent(ppr *node) float64 {
	ind := ppr.child("ind")
	for _, name := range []string{"leftChars", "startChars"} {
		if v := number(ind.attr(name), 0); v != 0 {
			return float64(v) / 100
		}
	}
	for _, name := range []string{"left", "start"} {
		if s := ind.attr(name); s != "" {
			return max(0, float64(number(s, 0))/twips)
		}
	}
	return -1
}

// layout gives how a paragraph is set: by itself, by its list, by its style.
func (r *reader) layout(p, ppr *node, st style) *flow.Layout {
	l := &flow.Layout{Indent: readIndent(ppr), Bold: r.bold(p)}
	if l.Indent < 0 {
		l.Indent = r.nums.indent(ppr, st)
	}
	if l.Indent < 0 {
		l.Indent = max(st.indent, 0)
	}
	align := ppr.val("jc")
	if align == "" {
		align = st.align
	}
	switch align {
	case "center":
		l.Align = flow.Center
	case "right", "end":
		l.Align = flow.End
	}
	return l
}

// indent gives that of the level of a list that a paragraph is in.
func (n *numbering) indent(ppr *node, st style) float64 {
	ref := readNumRef(ppr)
	if ref.id == "" {
		ref = st.num
	}
	l := n.lists[ref.id]
	if l == nil || n.abstract[l.abstract] == nil || ref.level >= maxLevels {
		return -1
	}
	if def := n.level(l, max(ref.level, 0)); def != nil {
		return def.indent
	}
	return -1
}

// bold is true of a paragraph whose runs are all bold.
func (r *reader) bold(p *node) bool {
	runs := p.all("r")
	for _, k := range runs {
		if k.child("t") != nil && !k.child("rPr").on("b") {
			return false
		}
	}
	return len(runs) > 0
}
