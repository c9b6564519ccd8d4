package html

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"shinkyu/parse/source/internal/flow"
)

// maxSpan bounds colspan and rowspan, which a page may set to anything.
const maxSpan = 100

// maxEmpty bounds the empty cells of a table that stand for spans.
const maxEmpty = 100_000

// table reads a table. One that only lays out the page (other tables or
// headings in its cells, or a single column) is read as its cells one by one.
func (r *reader) table(n *html.Node, c context) {
	r.flush()
	if caption := childOf(n, atom.Caption); caption != nil {
		c.caption = true
		r.boxed(caption, c)
		c.caption = false
	}
	if forLayout(n) {
		for k := n.FirstChild; k != nil; k = k.NextSibling {
			if k.DataAtom != atom.Caption {
				r.node(k, c)
			}
		}
		r.flush()
		return
	}
	b := flow.Block{Kind: flow.Table, Why: "table", Rows: r.rows(n)}
	if c.furniture != "" {
		b.Kind, b.Why = flow.Furniture, c.furniture
	}
	if anyText(b.Rows) {
		r.doc.Add(b)
	}
	r.addRuby()
}

func childOf(n *html.Node, a atom.Atom) *html.Node {
	for k := n.FirstChild; k != nil; k = k.NextSibling {
		if k.DataAtom == a {
			return k
		}
	}
	return nil
}

func forLayout(table *html.Node) bool {
	widest := 0
	for n := range table.Descendants() {
		switch n.DataAtom {
		case atom.Table, atom.H1, atom.H2, atom.H3, atom.H4:
			return true
		case atom.Tr:
			cells := 0
			for k := n.FirstChild; k != nil; k = k.NextSibling {
				if k.DataAtom == atom.Td || k.DataAtom == atom.Th {
					cells++
				}
			}
			widest = max(widest, cells)
		}
	}
	return widest < 2 || attr(table, "role") == "presentation"
}

// rows gives the cells; a cell that spans columns or rows is followed by empty
// ones, so that columns stay in line.
func (r *reader) rows(table *html.Node) [][]string {
	var rows [][]string
	var busy []int // rows for which a column is still taken from above
	spare := maxEmpty
	for n := range table.Descendants() {
		if n.DataAtom != atom.Tr {
			continue
		}
		var row []string
		skip := func() {
			for len(row) < len(busy) && busy[len(row)] > 0 && spare > 0 {
				busy[len(row)]--
				spare--
				row = append(row, "")
			}
		}
		for k := n.FirstChild; k != nil; k = k.NextSibling {
			if k.DataAtom != atom.Td && k.DataAtom != atom.Th {
				continue
			}
			skip()
			cols, down := span(k, "colspan"), span(k, "rowspan")
			cols = min(cols, spare+1)
			spare -= cols - 1
			for i := range cols {
				cell := ""
				if i == 0 {
					cell = r.cell(k)
				}
				for len(busy) <= len(row) {
					busy = append(busy, 0)
				}
				busy[len(row)] = down - 1
				row = append(row, cell)
			}
		}
		skip()
		if len(row) > 0 {
			rows = append(rows, row)
		}
	}
	return rows
}

func span(n *html.Node, key string) int {
	v, err := strconv.Atoi(attr(n, key))
	if err != nil {
		return 1
	}
	return min(max(v, 1), maxSpan)
}

// cell gives the text of a cell, its blocks and breaks as lines.
func (r *reader) cell(n *html.Node) string {
	inner := &reader{doc: &flow.Doc{}, main: r.main, holds: r.holds, around: r.around}
	inner.children(n, context{inMain: true})
	inner.flush()
	var lines []string
	for _, b := range inner.doc.Blocks {
		if b.Kind == flow.Furniture && b.Why == "ruby" {
			r.ruby = append(r.ruby, b.Text)
			continue
		}
		lines = append(lines, b.Marker+b.Gap+b.Text)
	}
	return strings.Join(lines, "\n")
}

func anyText(rows [][]string) bool {
	for _, row := range rows {
		for _, cell := range row {
			if cell != "" {
				return true
			}
		}
	}
	return false
}
