package parse

import (
	"strings"
	"unicode/utf8"

	"shinkyu/parse/reflow"
	"shinkyu/parse/source"
)

// A textBuilder joins lines into a [Text] in linear time. It can be used again
// after text.
type textBuilder struct {
	spans []source.Span
	store pieceStore
}

// builder gives the parser's empty builder.
func (p *parser) builder() *textBuilder {
	p.joiner.spans = p.joiner.spans[:0]
	return &p.joiner
}

// A pieceStore hands out the pieces of many texts from few allocations.
type pieceStore struct {
	free []Piece
}

// take gives an empty slice with room for n pieces and no more.
func (s *pieceStore) take(n int) []Piece {
	if n > len(s.free) {
		s.free = make([]Piece, max(n, 256))
	}
	out := s.free[:0:n]
	s.free = s.free[n:]
	return out
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
		return Text{String: src.Slice(b.spans[0]), Pieces: append(b.store.take(1), Piece{Span: b.spans[0]})}
	}
	n := 0
	for _, sp := range b.spans {
		n += sp.Len() + 1
	}
	var s strings.Builder
	s.Grow(n)
	pieces := b.store.take(len(b.spans))
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
		if !isSpace(r) {
			break
		}
		at += n
	}
	return at
}
