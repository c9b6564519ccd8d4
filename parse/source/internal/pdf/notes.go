package pdf

import (
	"slices"
	"strings"

	"shinkyu/parse/lazy"
)

// noteMark is how a footnote begins: 1, ¹, ※1, *1, 注1, 注）, （注1）.
var noteMark = lazy.Pattern(`^(?:[（(]?[※＊*注]\s*[0-9０-９]*[)）:：]?|[0-9０-９]{1,3}[)）]?|[¹²³⁰⁴-⁹]+)[\s　]*`)

// setNotes finds the footnotes of a page: the last lines of a column above the
// foot, smaller than the text or under a short rule, of which the first begins
// with a mark. The marks in the text that refer to them are taken out of it:
// they are superscripts, and to a reader no part of the sentence.
func setNotes(lines []*Line, body float64) {
	marks := map[string]bool{}
	for _, column := range columnEnds(lines) {
		begun := false
		for _, l := range column[notesFrom(column, body):] {
			if l.Furniture != "" {
				continue
			}
			if m := noteMark().FindString(l.Text); m != "" {
				begun, l.Opens = true, true
				marks[bareMark(m)] = true
			}
			l.Note = begun
		}
	}
	if len(marks) == 0 {
		return
	}
	for _, l := range lines {
		if !l.Note && l.Furniture == "" && l.Rows == nil {
			l.takeRefs(marks)
		}
	}
}

// columnEnds gives the lines of each column of a page that no line across the
// page comes after, but for furniture.
func columnEnds(lines []*Line) [][]*Line {
	var out [][]*Line
	last := -1
	for _, l := range lines {
		switch {
		case l.Furniture != "":
			continue
		case l.seg.full:
			out, last = nil, -1
			continue
		case l.Column != last:
			out, last = append(out, nil), l.Column
		}
		out[len(out)-1] = append(out[len(out)-1], l)
	}
	if len(out) == 0 {
		return [][]*Line{lines}
	}
	return out
}

// notesFrom gives the index of the first line that may be a note: from there on
// all are smaller than the text, or stand under a rule that is there for notes.
func notesFrom(lines []*Line, body float64) int {
	small, ruled := len(lines), len(lines)
	for i := len(lines) - 1; i >= 0; i-- {
		l := lines[i]
		if l.Rows != nil || l.Size > 1.02*body || l.Top < 0.4 {
			break
		}
		if l.Size <= 0.93*body && small == i+1 {
			small = i
		}
		if l.underRule && noteMark().MatchString(l.Text) {
			ruled = i
		}
	}
	return min(small, ruled)
}

// setUnderRule marks the lines of a page with a short rule just above them, as
// word processors set off notes: at the left edge, and of less than half the
// column's width.
func (p *page) setUnderRule(lines []*Line) {
	for _, r := range p.rules {
		if !r.horizontal() || r.x1-r.x0 > 0.45*p.width {
			continue
		}
		for _, l := range lines {
			if over := r.y0 - l.seg.base; l.Rows == nil && 0.5*l.Size < over && over < 2.5*l.Size &&
				r.x0-l.x0 < l.Size && l.x0-r.x0 < l.Size {
				l.underRule = true
				break
			}
		}
	}
}

// deferNotes puts the notes that stand where a paragraph runs on, to the next
// column or page, behind that paragraph: that is where Word files have theirs,
// and a paragraph is in one piece.
func deferNotes(pages [][]*Line) {
	stays := notesThatStay(pages)
	var held []*Line
	for i, lines := range pages {
		var out []*Line
		for _, l := range lines {
			switch {
			case l.Note && !stays[l]:
				held = append(held, l)
				continue
			case !l.Note && l.Furniture == "" && l.Seam != GoesOn:
				out, held = append(out, held...), nil
			}
			out = append(out, l)
		}
		pages[i] = out
	}
	if n := len(pages); n > 0 {
		pages[n-1] = append(pages[n-1], held...)
	}
}

// notesThatStay are those after which no paragraph goes on.
func notesThatStay(pages [][]*Line) map[*Line]bool {
	stays := map[*Line]bool{}
	goesOn := false // the next line of the text
	for _, lines := range slices.Backward(pages) {
		for _, l := range slices.Backward(lines) {
			switch {
			case l.Note:
				stays[l] = !goesOn
			case l.Furniture == "":
				goesOn = l.Seam == GoesOn
			}
		}
	}
	return stays
}

func bareMark(s string) string { return strings.Trim(s, " 　()（）※＊*注:：") }

// takeRefs takes the superscripts out of a line that are marks of notes.
func (l *Line) takeRefs(marks map[string]bool) {
	if len(l.seg.row.super) == 0 {
		return
	}
	super := map[glyph]bool{}
	for _, word := range words(l.seg.row.super, 0.5) {
		if marks[bareMark(textOf(word))] {
			for _, g := range word {
				super[g] = true
			}
		}
	}
	var kept, taken []glyph
	for _, g := range l.seg.glyphs {
		if super[g] {
			taken = append(taken, g)
		} else {
			kept = append(kept, g)
		}
	}
	if len(taken) == 0 || len(kept) == 0 {
		return
	}
	for _, w := range words(taken, 0.5) {
		l.Refs = append(l.Refs, textOf(w))
	}
	l.seg.glyphs = kept
	l.Text = closeUp(kept, taken)
	l.x0, l.x1 = kept[0].x0, kept[len(kept)-1].x1
}

// closeUp writes what is left of a line; where a mark stood there is no gap.
func closeUp(kept, taken []glyph) string {
	var b strings.Builder
	even := evenGap(kept)
	for i, g := range kept {
		if i > 0 && !between(kept[i-1], g, taken) {
			b.WriteString(gap(kept[i-1], g, even))
		}
		b.WriteRune(g.r)
	}
	return b.String()
}

func between(a, b glyph, taken []glyph) bool {
	for _, g := range taken {
		if a.x0 < g.x0 && g.x0 < b.x0 {
			return true
		}
	}
	return false
}
