package parse

import (
	"strings"
	"unicode/utf8"

	"shinkyu/parse/marker"
	"shinkyu/parse/source"
)

// isCaption reports whether line i of the flow is a name in parentheses that
// stands above what it names: （目的） above 第一条.
func (p *parser) isCaption(i int) bool {
	if i < 0 {
		return false
	}
	l := &p.flow.Lines[i]
	if b := p.block(i); b != nil && (b.Caption || b.First != b.Last || b.Kind != source.BlockParagraph) {
		return b.Caption
	}
	if l.First != '（' && l.First != '(' || l.Last != '）' && l.Last != ')' || l.Width > 50 || l.Width < 3 || !oneBracket(p.src.Slice(l.Span)) || l.EndsSentence() {
		return false
	}
	return i == 0 || p.flow.Lines[i-1].Width < 12 || p.flow.Lines[i-1].EndsSentence() || p.flow.Gap[i] > 0 || !p.flow.Measure.Wrapped ||
		p.flow.Lines[i-1].Right() < p.flow.Measure.Width-4
}

// takesCaption reports whether a section is of a kind that captions name:
// articles, and the numbered provisions of 附則.
func (p *parser) takesCaption(ch *choice) bool {
	if ch.at.format > 0 {
		return true
	}
	switch k := p.cands[ch.cand].readings[ch.reading].Marker.Kind; k {
	case marker.Article:
		return true
	case marker.Arabic:
		return ch.at.parent != nil && p.kinds.kinds[ch.at.parent.kind].IsAnnex()
	}
	return false
}

// inlineCaption gives the name in parentheses that stands behind the marker of
// an article, 第一条（目的）　この法律は…, or an empty span. Where a text follows
// without a space, the parenthesis right behind the marker is a part of the
// sentence, 第五条（同法第二条に定める場合を除く。）の規定; one that a space sets apart
// from the marker is so only where the text goes on with a particle.
func (p *parser) inlineCaption(o *opening) source.Span {
	if o.caption >= 0 || p.marked(o).Marker.Kind != marker.Article {
		return source.Span{}
	}
	l := &p.flow.Lines[o.first]
	behind := l.Span.Start + p.marked(o).Len
	start := skipSpace(p.src.Text, behind, l.Span.End)
	n := bracketLen(p.src.Text[start:l.Span.End])
	if n == 0 || isOmission(p.src.Text[start:start+n]) {
		return source.Span{}
	}
	end := start + n
	text := skipSpace(p.src.Text, end, l.Span.End)
	if text == end && end < l.Span.End && (start == behind || !beginsSubject(p.src.Text[text:l.Span.End])) {
		return source.Span{}
	}
	return source.Span{Start: start, End: end}
}

// beginsSubject reports whether a text begins with a noun, and not with the
// particle that would go on from a parenthesis: この要綱は, but の規定により.
func beginsSubject(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	next, _ := utf8.DecodeRuneInString(s[n:])
	return !isParticle(r, next) && !strings.ContainsRune("、。，．", r)
}

// bracketLen is the length in bytes of the parenthesis that a text begins
// with; 0 where it begins with none, with an empty one or with one that holds
// a sentence or is left open.
func bracketLen(s string) int {
	n := parenthesisEnd(s)
	if strings.Contains(s[:n], "。") || utf8.RuneCountInString(s[:n]) < 3 {
		return 0
	}
	return n
}

// parenthesisEnd gives the offset behind the parenthesis that a text begins
// with; 0 where it begins with none or leaves it open.
func parenthesisEnd(s string) int {
	if !strings.HasPrefix(s, "（") && !strings.HasPrefix(s, "(") {
		return 0
	}
	depth := 0
	for i, r := range s {
		switch r {
		case '（', '(':
			depth++
		case '）', ')':
			depth--
		}
		if depth == 0 {
			return i + utf8.RuneLen(r)
		}
	}
	return 0
}

// isOmission reads （略）, （削除） and the like, which stand for the text of an
// article and do not name it.
func isOmission(s string) bool {
	switch strings.Trim(squeezed(s), "（）()") {
	case "略", "省略", "中略", "削除", "新設", "同左", "同上":
		return true
	}
	return false
}

// oneBracket reports whether a text begins with a parenthesis that is closed by
// its last character and not before.
func oneBracket(s string) bool { return s != "" && parenthesisEnd(s) == len(s) }
