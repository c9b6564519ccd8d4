package parse

import (
	"shinkyu/parse/reflow"
	"shinkyu/parse/source"
)

// A numbered is a line that begins with a number and a space, or is a number.
type numbered struct {
	line  int
	value int
	end   int // byte in the source behind the number
	at    int // count of the lines of text before it
}

// The least that is evidence of line numbers.
const (
	leastNumbered = 20 // numbered lines, where every line has a number
	leastFifth    = 6  // where every fifth has one
)

// findLineNumbers sets aside the numbers that a page prints beside its lines,
// beside each or each fifth, counted through the document or from each page's
// head. They are told from a list of items by the sentences that run on from
// line to line across them.
func (p *parser) findLineNumbers() {
	if len(p.src.Blocks) > 0 {
		return
	}
	all := p.numberedLines()
	if found := everyLine(all); len(found) >= leastNumbered && len(found)*10 >= len(p.lines)*9 && p.runThrough(found) {
		p.cutNumbers(found)
		return
	}
	if found := everyFifth(all); len(found) >= leastFifth && len(found)*5*10 >= len(p.lines)*6 && p.runThrough(found) {
		p.cutNumbers(found)
	}
}

func (p *parser) numberedLines() []numbered {
	var out []numbered
	texts := 0
	for i := range p.lines {
		l := &p.lines[i]
		value, end := leadingNumber(p.src.Text[l.Span.Start:l.Span.End])
		if value > 0 {
			out = append(out, numbered{line: i, value: value, end: l.Span.Start + end, at: texts})
		}
		if value == 0 || l.Span.Start+end < l.Span.End {
			texts++
		}
	}
	return out
}

// leadingNumber reads a number of up to four ASCII digits with a space or
// nothing behind it, and gives its length in bytes; value is 0 for none. A tab
// behind it makes it the first cell of a table's row.
func leadingNumber(s string) (value, n int) {
	for n < len(s) && n < 5 && '0' <= s[n] && s[n] <= '9' {
		value = value*10 + int(s[n]-'0')
		n++
	}
	if n == 0 || n > 4 || n < len(s) && (s[n] == '\t' || skipSpace(s, n, len(s)) == n) {
		return 0, 0
	}
	return value, n
}

// everyLine keeps the numbers that count on by one, or begin again with 1.
func everyLine(all []numbered) []numbered {
	var out []numbered
	last, again := 0, 0
	for _, n := range all {
		switch n.value {
		case last + 1:
		case 1:
			again++
		default:
			continue
		}
		last = n.value
		out = append(out, n)
	}
	if again*10 > len(out) { // pages have more lines than that
		return nil
	}
	return out
}

// everyFifth keeps the runs 5, 10, 15, … of which each stands five lines of
// text below the one before.
func everyFifth(all []numbered) []numbered {
	var out, run []numbered
	flush := func() {
		if len(run) >= 2 {
			out = append(out, run...)
		}
		run = nil
	}
	for _, n := range all {
		switch {
		case len(run) > 0 && n.value == run[len(run)-1].value+5 && n.at == run[len(run)-1].at+5:
			run = append(run, n)
		case n.value == 5:
			flush()
			run = append(run, n)
		}
	}
	flush()
	return out
}

// runThrough reports whether sentences run on into enough of the lines that
// have a number: a list of items has none that do.
func (p *parser) runThrough(found []numbered) bool {
	on := 0
	for _, n := range found {
		if n.line == 0 {
			continue
		}
		if l := &p.lines[n.line-1]; l.Width >= 15 && (isCommaEnd(l.Last) || isKana(l.Last) && !l.EndsNoun()) {
			on++
		}
	}
	return on >= 3 && on*10 >= len(found)
}

func isCommaEnd(r rune) bool { return r == '、' || r == '，' || r == '・' }

// cutNumbers takes the numbers off their lines.
func (p *parser) cutNumbers(found []numbered) {
	every := len(found)*10 >= len(p.lines)*9
	var cut []*reflow.Line
	for _, n := range found {
		l := &p.lines[n.line]
		if n.end == l.Span.End {
			p.setAside(n.line, FurnitureLineNumber, "the number of a line")
			continue
		}
		p.cut = append(p.cut, cutOut{FurnitureLineNumber, source.Span{Start: l.Span.Start, End: n.end}})
		l.CutHead(p.src.Text, n.end)
		cut = append(cut, l)
	}
	if len(cut) == 0 {
		return
	}
	edge, spaced := p.textEdge(cut, every)
	for _, l := range cut {
		switch {
		case every:
			l.Lead -= edge
		case !spaced: // the others have lost their leading spaces
			l.Lead = 0
		}
	}
}

// textEdge is how far in the leftmost of the lines that had a number stands,
// in em. Where only each fifth had one, spaced tells whether the others still
// have the leading spaces that make room for it.
func (p *parser) textEdge(cut []*reflow.Line, every bool) (edge float64, spaced bool) {
	edge = cut[0].Lead
	for _, l := range cut {
		edge = min(edge, l.Lead)
	}
	in := 0
	for i := range p.lines {
		if p.lines[i].Lead >= 1 {
			in++
		}
	}
	return edge, every || in*10 >= len(p.lines)*7
}
