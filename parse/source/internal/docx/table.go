package docx

import (
	"strings"

	"shinkyu/parse/source/internal/flow"
)

// table reads a table. One of a single column is a box round text, and its
// paragraphs are read like others.
func (r *reader) table(n *node, c context) {
	rows := r.rows(n)
	widest := 0
	for _, row := range rows {
		widest = max(widest, len(row.all("tc")))
	}
	if widest < 2 {
		for _, row := range rows {
			for _, cell := range row.all("tc") {
				r.blocks(cell, c)
				r.flushJoined()
			}
		}
		return
	}
	b := flow.Block{Kind: flow.Table, Why: "table"}
	if c.furniture != "" {
		b.Kind, b.Why = flow.Furniture, c.furniture
	}
	var notes []flow.Block
	for _, row := range rows {
		var cells []string
		for _, tc := range row.all("tc") {
			text, more := r.cell(tc)
			notes = append(notes, more...)
			cells = append(cells, text)
			for i := 1; i < min(number(tc.child("tcPr").val("gridSpan"), 1), 100); i++ {
				cells = append(cells, "")
			}
		}
		b.Rows = append(b.Rows, cells)
	}
	r.doc.Add(b)
	r.doc.Blocks = append(r.doc.Blocks, notes...)
}

// rows gives the rows that a reader sees under the tracked changes.
func (r *reader) rows(n *node) []*node {
	var out []*node
	for _, row := range n.all("tr") {
		pr := row.child("trPr")
		if r.opt.Original && pr.child("ins") != nil || !r.opt.Original && pr.child("del") != nil {
			continue
		}
		out = append(out, row)
	}
	return out
}

// cell gives the text of a cell, a line a paragraph, and the notes and
// readings that hang on it. A cell merged into the one above is empty.
func (r *reader) cell(tc *node) (string, []flow.Block) {
	if m := tc.path("tcPr", "vMerge"); m != nil && m.attr("val") != "restart" {
		return "", nil
	}
	outer := r.doc
	r.doc = &flow.Doc{}
	r.blocks(tc, context{})
	r.flushJoined()
	inner := r.doc
	r.doc = outer
	var lines []string
	var aside []flow.Block
	for _, b := range inner.Blocks {
		switch {
		case b.Kind == flow.Note, b.Kind == flow.Furniture:
			aside = append(aside, b)
		case len(b.Rows) > 0:
			for _, row := range b.Rows {
				lines = append(lines, strings.Join(row, " "))
			}
		default:
			lines = append(lines, b.Marker+b.Gap+b.Text)
		}
	}
	return strings.Join(lines, "\n"), aside
}
