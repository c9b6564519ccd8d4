package html

import (
	"strconv"
	"strings"

	"golang.org/x/net/html/atom"

	"shinkyu/parse/source/internal/flow"
)

// maxSpan bounds colspan and rowspan, which a page may set to anything.
const maxSpan = 100

// maxEmpty bounds the empty cells of a table that stand for spans.
const maxEmpty = 100_000

// table reads a table. One that only lays out the page (other tables or
// headings in its cells, or a single column) is read as its cells one by one.
func (r *reader) table(n node, c context) {
	r.flush()
	if caption := childOf(n, atom.Caption); caption.some() {
		c.caption = true
		r.boxed(caption, c)
		c.caption = false
	}
	if forLayout(n) {
		for k := n.first(); k.some(); k = k.next() {
			if k.name() != atom.Caption {
				r.node(k, c)
			}
		}
		r.flush()
		return
	}
	b := flow.Block{Kind: flow.Table, Level: c.itemDepth(), Why: "table", Rows: r.rows(n)}
	if c.furniture != "" {
		b.Kind, b.Why = flow.Furniture, c.furniture
	}
	if anyText(b.Rows) {
		r.doc.Add(b)
	}
	r.addRuby()
}

func childOf(n node, a atom.Atom) node {
	for k := n.first(); k.some(); k = k.next() {
		if k.name() == a {
			return k
		}
	}
	return node{}
}

func forLayout(table node) bool {
	widest := 0
	plain := table.below(func(n node) bool {
		switch n.name() {
		case atom.Table, atom.H1, atom.H2, atom.H3, atom.H4:
			return false
		case atom.Tr:
			cells := 0
			for k := n.first(); k.some(); k = k.next() {
				if k.name() == atom.Td || k.name() == atom.Th {
					cells++
				}
			}
			widest = max(widest, cells)
		}
		return true
	})
	return !plain || widest < 2 || table.attr("role") == "presentation"
}

// rows gives the cells; a cell that spans columns or rows is followed by empty
// ones, so that columns stay in line.
func (r *reader) rows(table node) [][]string {
	g := grid{spare: maxEmpty}
	table.below(func(n node) bool {
		if n.name() != atom.Tr {
			return true
		}
		g.row = make([]string, 0, len(g.busy))
		for k := n.first(); k.some(); k = k.next() {
			if k.name() == atom.Td || k.name() == atom.Th {
				g.add(r.cell(k), span(k, "colspan"), span(k, "rowspan"))
			}
		}
		g.skip()
		if len(g.row) > 0 {
			g.rows = append(g.rows, g.row)
		}
		return true
	})
	return g.rows
}

// A grid is the cells of a table as they come.
type grid struct {
	rows  [][]string
	row   []string // that is being filled
	busy  []int    // rows for which a column is still taken from above
	spare int      // empty cells that may still be added
}

// skip fills in the columns that are taken from above.
func (g *grid) skip() {
	for len(g.row) < len(g.busy) && g.busy[len(g.row)] > 0 && g.spare > 0 {
		g.busy[len(g.row)]--
		g.spare--
		g.row = append(g.row, "")
	}
}

// add puts a cell into the next column that is free.
func (g *grid) add(cell string, cols, down int) {
	g.skip()
	cols = min(cols, g.spare+1)
	g.spare -= cols - 1
	for range cols {
		for len(g.busy) <= len(g.row) {
			g.busy = append(g.busy, 0)
		}
		g.busy[len(g.row)] = down - 1
		g.row = append(g.row, cell)
		cell = ""
	}
}

func span(n node, key string) int {
	s := n.attr(key)
	if s == "" {
		return 1
	}
	v, err := strconv.Atoi(s)
	if err != nil {
		return 1
	}
	return min(max(v, 1), maxSpan)
}

// cell gives the text of a cell, its blocks and breaks as lines.
func (r *reader) cell(n node) string {
	if r.inner == nil { // one reader for all cells: a page can have a million
		r.inner = &reader{doc: &flow.Doc{}, main: r.main, holds: r.holds, around: r.around}
	}
	inner := r.inner
	inner.doc.Blocks = inner.doc.Blocks[:0]
	inner.children(n, context{inMain: true})
	inner.flush()
	r.ruby, inner.ruby = append(r.ruby, inner.ruby...), nil
	if len(inner.doc.Blocks) == 1 && inner.doc.Blocks[0].Why != "ruby" {
		b := inner.doc.Blocks[0]
		return b.Marker + b.Gap + b.Text
	}
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
