package parse

import "shinkyu/parse/marker"

// isCaption reports whether line i of the flow is a name in parentheses that
// stands above what it names: （目的） above 第一条.
func (p *parser) isCaption(i int) bool {
	if i < 0 {
		return false
	}
	l := &p.flow.Lines[i]
	if l.First != '（' && l.First != '(' || l.Last != '）' && l.Last != ')' || l.Width > 50 || l.Width < 3 || l.Open > 0 || l.Close > 0 || l.EndsSentence() {
		return false
	}
	return i == 0 || p.flow.Lines[i-1].Width < 12 || p.flow.Lines[i-1].EndsSentence() || p.flow.Gap[i] > 0 || !p.flow.Measure.Wrapped ||
		p.flow.Lines[i-1].Right() < p.flow.Measure.Width-4
}

// takesCaption reports whether a section is of a kind that captions name:
// articles, and the numbered provisions of 附則.
func (p *parser) takesCaption(ch *choice) bool {
	switch k := p.cands[ch.cand].readings[ch.reading].Marker.Kind; k {
	case marker.Article:
		return true
	case marker.Arabic:
		return ch.at.parent != nil && p.kinds.kinds[ch.at.parent.kind].IsAnnex()
	}
	return false
}
