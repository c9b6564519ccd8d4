package pdf

import (
	"strings"

	"shinkyu/parse/lazy"
)

// noteMark is how a footnote begins: 1, ¹, ※1, *1, 注1, 注）, （注1）.
var noteMark = lazy.Pattern(`^(?:[（(]?[※＊*注]\s*[0-9０-９]*[)）:：]?|[0-9０-９]{1,3}[)）]?|[¹²³⁰⁴-⁹]+)[\s　]*`)

// setNotes finds the footnotes of a page: the last lines of a column above the
// foot, smaller than the text, of which the first begins with a mark. The marks
// in the text that refer to them are taken out of it: they are superscripts,
// and to a reader no part of the sentence.
func setNotes(lines []*Line, body float64) {
	at := len(lines)
	for at > 0 {
		l := lines[at-1]
		if l.Furniture == "" && (l.Rows != nil || l.Size > 0.93*body || l.Top < 0.4) {
			break
		}
		at--
	}
	begun := false
	marks := map[string]bool{}
	for _, l := range lines[at:] {
		if l.Furniture != "" {
			continue
		}
		if m := noteMark().FindString(l.Text); m != "" {
			begun, l.Opens = true, true
			marks[bareMark(m)] = true
		}
		l.Note = begun
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
