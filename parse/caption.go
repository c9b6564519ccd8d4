package parse

import (
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

// oneBracket reports whether the bracket that a text begins with is closed by
// its last character and not before.
func oneBracket(s string) bool {
	depth := 0
	for i, r := range s {
		switch r {
		case '（', '(':
			depth++
		case '）', ')':
			depth--
		}
		if depth == 0 {
			return i+len(string(r)) == len(s)
		}
	}
	return false
}
