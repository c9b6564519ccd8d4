package parse

import (
	"sort"
	"strings"

	"shinkyu/parse/source"
)

// A Text is a run of the source with its line wraps undone: no character of it
// is changed, and only a space that a wrap had swallowed between Latin words
// is put back.
type Text struct {
	String string
	Pieces []Piece // in order; all of String but the spaces put back
}

// A Piece ties a part of a [Text] to the source: the Span.Len() bytes of
// String from At on are the bytes of the source at Span.
type Piece struct {
	At   int // byte offset in Text.String
	Span source.Span
}

// Span is from the first to the last byte of the text in the source, whatever
// page furniture stands between. It is empty for an empty text.
func (t Text) Span() source.Span {
	if len(t.Pieces) == 0 {
		return source.Span{}
	}
	return source.Span{Start: t.Pieces[0].Span.Start, End: t.Pieces[len(t.Pieces)-1].Span.End}
}

// SourceOffset gives the byte offset in the source of the byte at off in
// String; off may be len(String), the end. A byte that was put back at a wrap
// counts as the end of the piece before it.
func (t Text) SourceOffset(off int) int {
	if len(t.Pieces) == 0 {
		return 0
	}
	i := sort.Search(len(t.Pieces), func(i int) bool { return t.Pieces[i].At > off }) - 1
	p := t.Pieces[max(i, 0)]
	return p.Span.Start + min(max(off-p.At, 0), p.Span.Len())
}

// SourceSpan gives the source bytes of String[start:end], for start < end.
func (t Text) SourceSpan(start, end int) source.Span {
	return source.Span{Start: t.SourceOffset(start), End: t.SourceOffset(end-1) + 1}
}

// Slice gives String[start:end] as a Text with its own pieces.
func (t Text) Slice(start, end int) Text {
	out := Text{String: t.String[start:end]}
	for _, p := range t.Pieces {
		lo, hi := max(p.At, start), min(p.At+p.Span.Len(), end)
		if lo < hi {
			s := p.Span.Start + lo - p.At
			out.Pieces = append(out.Pieces, Piece{At: lo - start, Span: source.Span{Start: s, End: s + hi - lo}})
		}
	}
	return out
}

// Add appends the bytes of src at sp, after the separator sep.
func (t *Text) Add(src *source.Source, sp source.Span, sep string) {
	if sp.Len() == 0 {
		return
	}
	if t.String != "" {
		t.String += sep
	}
	t.Pieces = append(t.Pieces, Piece{At: len(t.String), Span: sp})
	t.String += src.Slice(sp)
}

// IsZero reports whether the text is empty.
func (t Text) IsZero() bool { return strings.TrimSpace(t.String) == "" }
