package parse

import (
	"slices"
	"strings"
	"unicode/utf8"

	"shinkyu/parse/reflow"
	"shinkyu/parse/source"
)

// Reasons of the tables of plain texts.
const (
	byTabs   = "tabs"
	byBars   = "bars"
	bySpaces = "spaces"
)

// A grid is the rows of a table of plain text; a cell is a run of text on each
// of its lines.
type grid [][]cellLines

type cellLines []source.Span

// findTextTables makes blocks of the tables that a plain text sets with tabs,
// with bars between the cells, or with spaces that align them.
func (p *parser) findTextTables() {
	if len(p.src.Blocks) > 0 {
		return
	}
	for i := 0; i < len(p.lines); {
		end := p.tabTable(i)
		if end == i {
			end = p.barTable(i)
		}
		if end == i {
			end = p.spaceTable(i)
		}
		i = max(end, i+1)
	}
}

// addGrid makes a block of the lines from from to end-1.
func (p *parser) addGrid(from, end int, why string, g grid) {
	for i := from; i < end; i++ {
		if p.roles[i] == roleText {
			p.lines[i].Block = len(p.blocks)
		}
	}
	if p.grids == nil {
		p.grids = map[int]grid{}
	}
	p.grids[len(p.blocks)] = g
	p.blocks = append(p.blocks, source.Block{Kind: source.BlockTable, First: p.lines[from].Index, Last: p.lines[end-1].Index, Why: why})
}

// inRow reports whether line i can belong to the same table as the one before.
func (p *parser) inRow(i int) bool {
	return i < len(p.lines) && p.roles[i] == roleText && p.lines[i].Blanks == 0 && !p.lines[i].Turn
}

// barTable makes a table of lines that bars cut into as many cells, with rules
// of box-drawing characters or dashes between them. It gives the line after it.
func (p *parser) barTable(i int) (end int) {
	var rows [][]source.Span
	var rules []int
	after := map[int]bool{} // rows that a rule stands above
	first := -1
	for end = i; end == i && p.roles[end] == roleText || end > i && p.inRow(end); end++ {
		if p.isRule(end) {
			rules = append(rules, end)
			after[len(rows)] = true
			continue
		}
		row := p.barCells(end)
		if len(row) < 2 || len(rows) > 0 && len(row) != len(rows[0]) {
			break
		}
		if first < 0 {
			first = end
		}
		rows = append(rows, row)
	}
	switch {
	case len(rows) < leastRows && len(rules) == 0:
		return i
	case len(rows) < 2: // rules without a table are not looked at again
		return end
	}
	p.cutBars(first, end, rules)
	p.addGrid(first, end, byBars, barGrid(rows, after))
	return end
}

// barGrid joins the lines of a row where rules stand between the rows.
func barGrid(rows [][]source.Span, after map[int]bool) grid {
	inner := 0
	for k := range after {
		if k > 1 && k < len(rows) {
			inner++
		}
	}
	var g grid
	for k, row := range rows {
		joined := inner > 0 && k > 0 && !after[k]
		if !joined {
			g = append(g, make([]cellLines, len(row)))
		}
		for c, sp := range row {
			if sp.Len() > 0 {
				g[len(g)-1][c] = append(g[len(g)-1][c], sp)
			}
		}
	}
	return g
}

// isRule reports whether a line is a rule of a table: nothing but box-drawing
// characters, or dashes with crossings between them.
func (p *parser) isRule(i int) bool {
	l := &p.lines[i]
	if !isBar(l.First) && l.First != '+' && l.First != '-' && l.First != ':' && !isBoxDrawing(l.First) {
		return false
	}
	box, cross, dash := 0, 0, 0
	for _, r := range p.src.Slice(l.Span) {
		switch {
		case isBoxDrawing(r):
			box++
		case isBar(r), r == '+', r == ':':
			cross++
		case r == '-', r == '=', r == '－', r == '―', r == '—':
			dash++
		case !isSpace(r):
			return false
		}
	}
	return box >= 3 || cross > 0 && dash >= 3
}

// isBoxDrawing tells the box-drawing characters that no cell is written with.
func isBoxDrawing(r rune) bool { return 0x2500 <= r && r <= 0x257F && !isBar(r) }

func isBar(r rune) bool { return r == '|' || r == '｜' || r == '│' || r == '┃' }

// barCells cuts a line at its bars. Bars at its ends stand around it.
func (p *parser) barCells(i int) []source.Span {
	l := &p.lines[i]
	var out []source.Span
	s, at := p.src.Slice(l.Span), l.Span.Start
	start := 0
	for k, r := range s {
		if !isBar(r) {
			continue
		}
		if k > 0 {
			out = append(out, p.trimmed(source.Span{Start: at + start, End: at + k}))
		}
		start = k + utf8.RuneLen(r)
	}
	if start < len(s) {
		out = append(out, p.trimmed(source.Span{Start: at + start, End: l.Span.End}))
	}
	return out
}

// trimmed leaves white space at either end out of a span.
func (p *parser) trimmed(sp source.Span) source.Span {
	sp.Start = skipSpace(p.src.Text, sp.Start, sp.End)
	sp.End = sp.Start + len(strings.TrimRightFunc(p.src.Slice(sp), isSpace))
	return sp
}

// cutBars puts the bars and rules of a table among the furniture.
func (p *parser) cutBars(from, end int, rules []int) {
	for _, i := range rules {
		p.setAside(i, FurnitureRule, "a rule of a table")
	}
	for i := from; i < end; i++ {
		if p.roles[i] != roleText {
			continue
		}
		l := &p.lines[i]
		for k, r := range p.src.Slice(l.Span) {
			if isBar(r) {
				at := l.Span.Start + k
				p.cut = append(p.cut, cutOut{FurnitureRule, source.Span{Start: at, End: at + utf8.RuneLen(r)}})
			}
		}
	}
}

// A placed is a cell that spaces set apart, with its edges in em from the left.
type placed struct {
	span     source.Span
	from, to float64
	column   int
}

// gapCells cuts a line where two or more white spaces stand, or a tab.
func (p *parser) gapCells(i int) []placed {
	l := &p.lines[i]
	var out []placed
	cell := placed{span: source.Span{Start: l.Span.Start}, from: l.Lead}
	x, spaces, width := l.Lead, 0, 0.0
	for k, r := range p.src.Slice(l.Span) {
		if isSpace(r) {
			spaces++
			if r == '\t' {
				spaces++
			}
			width += reflow.SpaceWidth(r)
			continue
		}
		if spaces >= 2 {
			out = append(out, cell)
			cell = placed{span: source.Span{Start: l.Span.Start + k}, from: x + width}
		}
		x += width + reflow.Em(r)
		spaces, width = 0, 0
		cell.to, cell.span.End = x, l.Span.Start+k+utf8.RuneLen(r)
	}
	return append(out, cell)
}

// spaceTable makes a table of lines in a row whose cells stand in the same
// columns, apart by two or more spaces. It gives the line after it.
func (p *parser) spaceTable(i int) (end int) {
	if p.roles[i] != roleText || !p.lines[i].Gaps {
		return i
	}
	var columns []placed
	var rows [][]placed
	for end = i; end == i || p.inRow(end); end++ {
		cells := p.gapCells(end)
		next, ok := fitColumns(columns, cells)
		if !ok || len(cells) == 1 && cells[0].from < next[0].to || len(cells) <= 2 && p.isFormal(end) {
			break
		}
		columns, rows = next, append(rows, cells)
	}
	placeCells(columns, rows)
	if !p.areRows(rows, len(columns)) {
		if len(rows) < leastRows {
			return i
		}
		return end
	}
	p.addGrid(i, end, bySpaces, spaceGrid(rows, len(columns)))
	return end
}

// isFormal reports whether a line is a date or an addressee, which are set
// wide without being a table.
func (p *parser) isFormal(i int) bool {
	s := p.src.Slice(p.lines[i].Span)
	return isAddressee(squeezed(s)) || dateLine(s).ok
}

// mostColumns bounds the work on a line that is nothing but gaps.
const mostColumns = 64

// river is the least room between two columns, in em.
const river = 0.9

// fitColumns widens the columns by the cells of a line, from left to right, and
// adds those that no cell stood in before. ok is false where a cell stands in
// two columns, or two cells in one.
func fitColumns(columns, cells []placed) (out []placed, ok bool) {
	out = append(out, columns...)
	k, last := 0, -1
	for _, cell := range cells {
		for k < len(out) && out[k].to+river <= cell.from {
			k++
		}
		switch {
		case k == len(out), cell.to+river <= out[k].from:
			out = slices.Insert(out, k, cell)
		case k == last, k+1 < len(out) && out[k+1].from < cell.to+river:
			return nil, false
		default:
			out[k].from, out[k].to = min(out[k].from, cell.from), max(out[k].to, cell.to)
		}
		last = k
	}
	return out, len(out) <= mostColumns
}

// placeCells finds the column of each cell.
func placeCells(columns []placed, rows [][]placed) {
	for _, r := range rows {
		k := 0
		for c := range r {
			for columns[k].to < r[c].to {
				k++
			}
			r[c].column = k
		}
	}
}

// areRows reports whether lines are the rows of a table: enough of them fill
// all columns, the columns have an edge that most of their cells stand at, and
// they are neither the items of a list nor two columns of running text.
func (p *parser) areRows(rows [][]placed, columns int) bool {
	full, several, marked := 0, 0, 0
	for _, r := range rows {
		if len(r) == columns {
			full++
		}
		if len(r) > 1 {
			several++
		}
		if p.isListRow(r) {
			marked++
		}
	}
	if several < leastRows && (several < 2 || columns < leastColumns) || full*2 < several || full < 2 {
		return false
	}
	if marked*2 > several && (columns < leastColumns || p.isListRow(rows[0])) {
		return false
	}
	wide := 0
	for c := range columns {
		aligned, width := edgeOf(rows, c)
		if c > 0 && !aligned {
			return false
		}
		if width > 14 {
			wide++
		}
	}
	return wide < 2 || columns > 2
}

// isListRow reports whether a line is a marker, a text and perhaps a page
// number.
func (p *parser) isListRow(r []placed) bool {
	first := p.src.Slice(r[0].span)
	return r[0].column == 0 && len(r) < 4 && (isMarker(first) || beginsMarked(first) && isDigits(p.src.Slice(r[len(r)-1].span)))
}

// edgeOf reports whether most cells of a column begin, or end, at one place,
// and gives the mean width of them in em.
func edgeOf(rows [][]placed, column int) (aligned bool, width float64) {
	from, to := map[int]int{}, map[int]int{}
	n, most := 0, 0
	for _, r := range rows {
		for _, cell := range r {
			if cell.column != column {
				continue
			}
			n++
			width += cell.to - cell.from
			from[int(cell.from*2)]++
			to[int(cell.to*2)]++
			most = max(most, from[int(cell.from*2)], to[int(cell.to*2)])
		}
	}
	return most*10 >= n*6, width / float64(n)
}

// spaceGrid makes rows of lines. A line that leaves the first column and
// others empty goes on with the row above it; one that leaves the first empty
// alone is a row of the same group.
func spaceGrid(rows [][]placed, columns int) grid {
	var g grid
	for k, r := range rows {
		goesOn := k > 0 && r[0].column > 0 && len(r) < columns-1 || k > 0 && r[0].column > 0 && columns == 2
		if !goesOn {
			g = append(g, make([]cellLines, columns))
		}
		row := g[len(g)-1]
		for _, cell := range r {
			row[cell.column] = append(row[cell.column], cell.span)
		}
	}
	return g
}
