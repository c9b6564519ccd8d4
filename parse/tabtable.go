package parse

import (
	"strings"

	"shinkyu/parse/marker"
	"shinkyu/parse/source"
)

// The least that is evidence of a table in plain text.
const (
	leastRows    = 3
	leastColumns = 3
)

// tabTable makes a table of lines in a row with the same number of tabs, and
// gives the line after it. Two columns are no evidence, for a marker and a page
// number are set apart by tabs as well.
func (p *parser) tabTable(i int) (end int) {
	end = p.tabTableEnd(i)
	if end-i >= leastRows && !p.isTabbedList(i, end) {
		p.addTabTable(i, end)
	}
	return end
}

// rawLine is a line with the tabs at its ends.
func (p *parser) rawLine(i int) string {
	return strings.TrimRight(p.src.Slice(p.src.Lines[p.lines[i].Index].Span), "\r\n\f")
}

// tabTableEnd gives the line after the run of lines with as many tabs as line
// i has; i itself where line i has too few.
func (p *parser) tabTableEnd(i int) int {
	tabs := strings.Count(p.rawLine(i), "\t")
	if p.roles[i] != roleText || !p.hasCells(i) {
		return i
	}
	end := i + 1
	for end < len(p.lines) && p.roles[end] == roleText && p.lines[end].Blanks == 0 && !p.lines[end].Turn && strings.Count(p.rawLine(end), "\t") == tabs {
		end++
	}
	return end
}

// hasCells reports whether tabs part the text of a line and do not only
// indent it.
func (p *parser) hasCells(i int) bool {
	return strings.Count(p.src.Slice(p.lines[i].Span), "\t")+1 >= leastColumns
}

// isTabbedList reports whether most lines are a marker, a text and perhaps a
// page number: items, or entries of a contents list, none with more cells.
func (p *parser) isTabbedList(from, end int) bool {
	marked := 0
	for i := from; i < end; i++ {
		cells := strings.FieldsFunc(p.rawLine(i), func(r rune) bool { return r == '\t' })
		if len(cells) > 3 {
			return false
		}
		first := strings.TrimSpace(cells[0])
		if len(cells) < leastColumns || isMarker(first) || isDigits(cells[len(cells)-1]) && beginsMarked(first) {
			marked++
		}
	}
	return marked*2 > end-from
}

// isMarker reports whether a text is a marker and no more.
func isMarker(s string) bool {
	m, _ := marker.Read(s)
	return m.Len == len(s)
}

// beginsMarked reports whether a text begins with a marker.
func beginsMarked(s string) bool {
	m, _ := marker.Read(s)
	return m.Len > 0
}

func isDigits(s string) bool {
	n, _ := readLonely(s)
	return n.style == "#" || n.style == "＃"
}

func (p *parser) addTabTable(from, end int) {
	b := source.Block{Kind: source.BlockTable, First: p.lines[from].Index, Last: p.lines[end-1].Index, Why: byTabs}
	for i := from; i < end; i++ {
		p.lines[i].Block = len(p.blocks)
		at := p.src.Lines[p.lines[i].Index].Span.Start
		var row []source.Span
		for cell := range strings.SplitSeq(p.rawLine(i), "\t") {
			row = append(row, source.Span{Start: at, End: at + len(cell)})
			at += len(cell) + len("\t")
		}
		b.Rows = append(b.Rows, row)
	}
	p.blocks = append(p.blocks, b)
}
