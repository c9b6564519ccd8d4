package parse

import (
	"strings"

	"shinkyu/parse/marker"
	"shinkyu/parse/source"
)

// isTablePart reports whether part i of an opening is a table.
func (p *parser) isTablePart(o *opening, i int) bool {
	if i < 0 || i >= len(o.parts) || i == 0 && o.choice != nil {
		return false
	}
	b := p.block(o.parts[i].first)
	return b != nil && b.Kind == source.BlockTable
}

// signsTable reports whether part i begins as captions do: 図表1, 表２, or is one
// by its format.
func (p *parser) signsTable(o *opening, i int) bool {
	if i < 0 || i >= len(o.parts) || i == 0 && o.choice != nil {
		return false
	}
	if b := p.block(o.parts[i].first); b != nil && b.Kind != source.BlockParagraph {
		return false
	} else if b != nil && b.Caption {
		_, note := noteMarker(p.src.Slice(p.flow.Lines[o.parts[i].first].Span))
		return !note
	}
	return isCaptionSign(p.src.Slice(p.flow.Lines[o.parts[i].first].Span))
}

// isCaptionSign reads 表１　施策の一覧, 図2-1, 【図表３】.
func isCaptionSign(s string) bool {
	s = strings.TrimLeft(s, "【〔［[＜<（(")
	if !strings.HasPrefix(s, "図") && !strings.HasPrefix(s, "表") {
		return false
	}
	m, _ := marker.Read(s)
	return m.Marker.Kind == marker.TableSign || m.Marker.Kind == marker.Figure
}

// givesUnit reports whether part i is the unit of the figures of a table:
// （単位：百万円）.
func (p *parser) givesUnit(o *opening, i int) bool {
	if i < 0 || i >= len(o.parts) || i == 0 && o.choice != nil || o.parts[i].end != o.parts[i].first+1 {
		return false
	}
	l := &p.flow.Lines[o.parts[i].first]
	return !l.EndsSentence() && strings.HasPrefix(strings.TrimLeft(squeezed(p.src.Slice(l.Span)), "（(［["), "単位")
}

// captionAbove gives the first part of the caption above the table at part t;
// t where there is none.
func (p *parser) captionAbove(o *opening, t int) int {
	if p.givesUnit(o, t-1) {
		t--
	}
	if p.signsTable(o, t-1) {
		t--
	}
	return t
}

// captionBelow reports whether the caption of the table at part t stands below
// it, as none does above.
func (p *parser) captionBelow(o *opening, t int) bool {
	if p.captionAbove(o, t) < t || !p.signsTable(o, t+1) || p.isTablePart(o, t+2) || p.givesUnit(o, t+2) {
		return false
	}
	l := &p.flow.Lines[o.parts[t+1].first]
	return o.parts[t+1].end == o.parts[t+1].first+1 && !l.EndsSentence()
}

// namesTable reports whether part i is (part of) the caption of a table.
func (p *parser) namesTable(o *opening, i int) bool {
	for t := i + 1; t <= i+2; t++ {
		if p.isTablePart(o, t) {
			return p.captionAbove(o, t) <= i
		}
	}
	return p.isTablePart(o, i-1) && p.captionBelow(o, i-1)
}

// addTable adds the table at part i with its caption.
func (p *parser) addTable(o, owner *opening, i int) {
	t := p.table(p.flow.Lines[o.parts[i].first].Block)
	from, end := p.captionAbove(o, i), i
	if p.captionBelow(o, i) {
		from, end = i+1, i+2
	}
	if from < end {
		t.Caption = p.partsText(o, from, end)
		sp := t.Caption.Span()
		t.Extent.Start, t.Extent.End = min(t.Extent.Start, sp.Start), max(t.Extent.End, sp.End)
	}
	p.append(owner, t)
}

// partsText joins the lines of the parts from from to end-1.
func (p *parser) partsText(o *opening, from, end int) Text {
	b := p.builder()
	for j := o.parts[from].first; j < o.parts[end-1].end; j++ {
		b.add(p.flow.Lines[j].Span)
	}
	return b.text(p.src)
}
