package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"shinkyu/parse/reflow"
	"shinkyu/parse/source"
)

// A textBuilder joins lines into a [Text] in linear time.
type textBuilder struct {
	spans []source.Span
}

func (b *textBuilder) add(sp source.Span) {
	if sp.Len() > 0 {
		b.spans = append(b.spans, sp)
	}
}

// text gives the joined text. One line is a slice of the source.
func (b *textBuilder) text(src *source.Source) Text {
	switch len(b.spans) {
	case 0:
		return Text{}
	case 1:
		return Text{String: src.Slice(b.spans[0]), Pieces: []Piece{{Span: b.spans[0]}}}
	}
	n := 0
	for _, sp := range b.spans {
		n += sp.Len() + 1
	}
	var s strings.Builder
	s.Grow(n)
	pieces := make([]Piece, 0, len(b.spans))
	for i, sp := range b.spans {
		if i > 0 {
			s.WriteString(reflow.Separator(src.Slice(b.spans[i-1]), src.Slice(sp)))
		}
		pieces = append(pieces, Piece{At: s.Len(), Span: sp})
		s.WriteString(src.Slice(sp))
	}
	return Text{String: s.String(), Pieces: pieces}
}

// skipSpace gives the offset of the first byte from at on that is no white
// space.
func skipSpace(text string, at, end int) int {
	for at < end {
		r, n := utf8.DecodeRuneInString(text[at:])
		if !unicode.IsSpace(r) {
			break
		}
		at += n
	}
	return at
}
