package parse

import (
	"unicode/utf8"

	"shinkyu/parse/marker"
	"shinkyu/parse/source"
)

// noteMarker reads the sign of a note or remark at the start of a text:
// ※1, 注2, *3, （注）, ※.
func noteMarker(text string) (m marker.Reading, ok bool) {
	if r, _ := utf8.DecodeRuneInString(text); !beginsNote(r) {
		return m, false
	}
	m, _ = marker.Read(text)
	if m.Marker.Kind == marker.NoteSign {
		return m, true
	}
	if m.Len > 0 && m.Marker.Kind.IsBullet() && m.Marker.Text == "※" {
		m.Marker.Kind = marker.NoteSign
		return m, true
	}
	return m, false
}

// beginsNote lists what the sign of a note may begin with.
func beginsNote(r rune) bool {
	switch r {
	case '※', '*', '＊', '注', '†', '（', '(', '【', '[', '［', '〔':
		return true
	}
	return false
}

// addNote makes a note of a part that is one; ok is false where it is none.
func (p *parser) addNote(o, owner *opening, i int) (ok bool) {
	pt := o.parts[i]
	first := p.flow.Lines[pt.first].Span
	b := p.block(pt.first)
	m, ok := noteMarker(p.src.Slice(first))
	switch {
	case b != nil && b.Kind == source.BlockNote:
		if b.Marker.Len() > 0 {
			m = marker.Reading{Marker: marker.Marker{Text: squeezed(p.src.Slice(b.Marker)), Kind: marker.NoteSign, Number: m.Marker.Number}, Len: b.Marker.End - first.Start}
		} else if !ok {
			m = marker.Reading{}
		}
	case !ok:
		return false
	}
	n := &Note{Marker: m.Marker, Marked: source.Span{Start: first.Start, End: first.Start + m.Len}}
	n.Text = p.textFrom(o, i, n.Marked.End)
	n.Extent = n.Marked
	if sp := n.Text.Span(); sp.Len() > 0 {
		n.Extent.End = max(n.Extent.End, sp.End)
	}
	p.append(owner, n)
	return true
}
