package pdf

import (
	"math"
	"slices"
	"strconv"
	"strings"
)

// Tables without rules are told by the alignment of their cells alone:
//
//	事業名        令和４年度   令和５年度
//	導入支援           1,200        1,350
//	改修補助             850          900
//
// Three columns over three rows at least have to agree, each at its left edge,
// at its right edge or in its middle. What looks so and is none: columns of
// running text (of which several are wide), lists whose first column is their
// numbers, and lists of contents (whose last column counts up).
const (
	cellGap     = 1.2 // em of white between cells, at least
	minCells    = 3
	minRows     = 3
	wideCell    = 9.0 // em; of two columns of a table one may be as wide at most
	rowDistance = 2.8 // em from row to row, at most
	slack       = 0.6 // em by which edges that agree may differ
)

// A cell is the characters of one, in a row.
type cell struct {
	glyphs []glyph
	x0, x1 float64
	column int
}

// A cellRow is a row as cells.
type cellRow struct {
	row   *row
	cells []cell
}

// unruledTables finds the tables without rules in one column of a page, and the
// rows that they are made of.
func unruledTables(rows []*row, c column) ([]*table, map[*row]bool) {
	lines := make([]cellRow, 0, len(rows))
	for _, r := range rows {
		if l := cellsOf(r, c); len(l.cells) > 0 {
			lines = append(lines, l)
		}
	}
	var tables []*table
	eaten := map[*row]bool{}
	for i := 0; i < len(lines); i++ {
		if len(lines[i].cells) < minCells {
			continue
		}
		if g := growTable(lines[i:]); g.isTable() {
			tables = append(tables, g.table())
			for _, l := range g.lines {
				eaten[l.row] = true
			}
			i += len(g.lines) - 1
		}
	}
	return tables, eaten
}

func cellsOf(r *row, c column) cellRow {
	l := cellRow{row: r}
	inside := slices.DeleteFunc(slices.Clone(r.glyphs), func(g glyph) bool { return g.midX() < c.x0 || g.midX() > c.x1 })
	for _, w := range words(inside, cellGap) {
		l.cells = append(l.cells, cell{glyphs: w, x0: w[0].x0, x1: w[len(w)-1].x1})
	}
	return l
}

// An aligned is the rows of what may be a table. Its columns are extents that
// do not overlap.
type aligned struct {
	lines   []cellRow
	columns []column
}

// growTable takes rows as long as their cells fall into columns.
func growTable(lines []cellRow) *aligned {
	g := &aligned{}
	for _, c := range lines[0].cells {
		g.columns = append(g.columns, column{c.x0, c.x1})
	}
	whole := 0 // rows up to the last that is more than the end of a cell
	for i, l := range lines {
		if i > 0 && lines[i-1].row.base-l.row.base > rowDistance*l.row.size || !g.take(l) {
			break
		}
		if len(l.cells) > 1 {
			whole = len(g.lines)
		}
	}
	g.lines = g.lines[:whole]
	return g
}

// take adds a row if each of its cells falls into one column.
func (g *aligned) take(l cellRow) bool {
	columns := slices.Clone(g.columns)
	last := -1
	for i := range l.cells {
		c := &l.cells[i]
		at := -1
		for j, col := range columns {
			if c.x0 < col.x1 && col.x0 < c.x1 {
				if at >= 0 {
					return false // it spans columns
				}
				at = j
			}
		}
		if at <= last {
			return false
		}
		if len(l.cells) == 1 && g.endsInNumber(at) {
			return false // it goes on with no cell: numbers do not
		}
		c.column, last = at, at
		columns[at] = column{min(columns[at].x0, c.x0), max(columns[at].x1, c.x1)}
	}
	for j := 1; j < len(columns); j++ {
		if columns[j].x0-columns[j-1].x1 < 0.3*l.row.size {
			return false
		}
	}
	g.columns = columns
	g.lines = append(g.lines, l)
	return true
}

// endsInNumber is true of a column of which the last cell ends in a digit.
func (g *aligned) endsInNumber(column int) bool {
	if len(g.lines) == 0 {
		return false
	}
	for _, c := range g.lines[len(g.lines)-1].cells {
		if c.column == column {
			r := c.glyphs[len(c.glyphs)-1].r
			return '0' <= r && r <= '9' || '０' <= r && r <= '９'
		}
	}
	return false
}

func (g *aligned) isTable() bool {
	full := 0
	for _, l := range g.lines {
		if len(l.cells) >= minCells {
			full++
		}
	}
	if full < minRows || 2*full < len(g.lines) {
		return false
	}
	wide := 0
	for j := range g.columns {
		cells := g.column(j)
		if !agree(cells) {
			return false
		}
		if medianWidth(cells) >= wideCell {
			wide++
		}
	}
	return wide < 2 && !g.numbered() && !g.countsUp()
}

func (g *aligned) column(j int) []cell {
	var out []cell
	for _, l := range g.lines {
		for _, c := range l.cells {
			if c.column == j {
				out = append(out, c)
			}
		}
	}
	return out
}

// agree is true of cells of which three quarters begin at one place, or end at
// one, or have their middle there.
func agree(cells []cell) bool {
	if len(cells) < minRows {
		return false
	}
	for _, at := range []func(cell) float64{
		func(c cell) float64 { return c.x0 },
		func(c cell) float64 { return c.x1 },
		func(c cell) float64 { return (c.x0 + c.x1) / 2 },
	} {
		places := make([]float64, len(cells))
		for i, c := range cells {
			places[i] = at(c)
		}
		slices.Sort(places)
		middle, n := places[len(places)/2], 0
		for _, x := range places {
			if math.Abs(x-middle) <= slack*cells[0].glyphs[0].size {
				n++
			}
		}
		if 4*n >= 3*len(cells) {
			return true
		}
	}
	return false
}

// medianWidth is in em.
func medianWidth(cells []cell) float64 {
	var widths []float64
	for _, c := range cells {
		widths = append(widths, (c.x1-c.x0)/max(c.glyphs[0].size, 1))
	}
	slices.Sort(widths)
	return widths[len(widths)/2]
}

// numbered is true of a list: most of its first cells are the marker of an item.
func (g *aligned) numbered() bool {
	n, cells := 0, g.column(0)
	for _, c := range cells {
		m := opener().FindString(textOf(c.glyphs) + "　")
		if m != "" && len([]rune(m)) >= len(c.glyphs) || len(c.glyphs) == 1 && strings.ContainsRune("・‐－-–—※＊*", c.glyphs[0].r) {
			n++
		}
	}
	return 2*n > len(cells)
}

// countsUp is true of a list of contents: its last cells are numbers of pages.
func (g *aligned) countsUp() bool {
	last, numbers := 0, 0
	for _, c := range g.column(len(g.columns) - 1) {
		text := strings.TrimLeft(textOf(c.glyphs), ".…・‥．")
		n, err := strconv.Atoi(text)
		if err != nil {
			continue
		}
		if n < last {
			return false
		}
		last = n
		numbers++
	}
	return numbers >= minRows && numbers >= len(g.lines)/2
}

// table puts the cells together. A row with the ends of cells alone goes on with
// the row above it.
func (g *aligned) table() *table {
	first, last := g.lines[0].row, g.lines[len(g.lines)-1].row
	t := &table{
		box:  box{g.columns[0].x0, last.base, g.columns[len(g.columns)-1].x1, first.base},
		size: first.size, unruled: true,
	}
	var all []glyph
	for _, l := range g.lines {
		if len(l.cells) > 1 || len(t.rows) == 0 {
			t.rows = append(t.rows, make([]string, len(g.columns)))
		}
		row := t.rows[len(t.rows)-1]
		for _, c := range l.cells {
			if row[c.column] != "" {
				row[c.column] += joint(lastRune(row[c.column]), c.glyphs[0].r)
			}
			row[c.column] += textOf(c.glyphs)
			all = append(all, c.glyphs...)
		}
		t.ruby = append(t.ruby, l.row.ruby...)
		l.row.ruby = nil
	}
	t.size, t.bold = commonSize(all), bold(all)
	return t
}

func lastRune(s string) rune {
	r := []rune(s)
	return r[len(r)-1]
}
