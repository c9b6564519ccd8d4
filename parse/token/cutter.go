package token

import (
	"slices"
	"strings"
	"unicode/utf8"

	kagome "github.com/ikawaha/kagome/v2/tokenizer/lattice"

	"shinkyu/parse/token/flat"
	"shinkyu/parse/token/lattice"
)

// A cutter cuts parts of a text, one at a time, and keeps its memory for the
// next one.
type cutter struct {
	dict    *flat.Dict
	lattice *lattice.Lattice
	memo    *memo
	tokens  []lattice.Token // of the last part that was cut, by bytes of the whole text
}

// cut finds the words of a part chunk by chunk: a lattice takes some hundred
// bytes for each of what it is given at once.
func (c *cutter) cut(text string, p part) {
	c.tokens = c.tokens[:0]
	for start := p.start; start < p.end; {
		end := start + chunk(text[start:p.end])
		first := len(c.tokens)
		c.chunk(text[start:end])
		for i := range c.tokens[first:] {
			t := &c.tokens[first+i]
			t.Start, t.End = t.Start+int32(start), t.End+int32(start)
		}
		start = end
	}
}

// chunk appends the words of a chunk to tokens, by bytes of the chunk.
func (c *cutter) chunk(text string) {
	first, known := len(c.tokens), false
	if c.tokens, known = c.memo.find(c.tokens, text); known {
		return
	}
	if odd(text) {
		c.kagome(text)
	} else {
		c.tokens = c.lattice.Cut(c.tokens, text)
	}
	c.memo.add(text, c.tokens[first:])
}

// odd reports whether a text is left to kagome: one that is not UTF-8, has a
// zero byte, or the sign that stands for bytes that could not be decoded, all
// of which kagome cuts in ways of its own.
func odd(text string) bool {
	return !utf8.ValidString(text) || strings.IndexByte(text, 0) >= 0 || strings.ContainsRune(text, utf8.RuneError)
}

// kagome runs kagome's own lattice, which gives its nodes last first.
func (c *cutter) kagome(text string) {
	la := kagome.New(c.dict.Kagome(), nil)
	defer la.Free()
	la.Build(text)
	la.Forward(kagome.Normal)
	la.Backward(kagome.Normal)
	for _, n := range slices.Backward(la.Output) {
		if n.ID == kagome.BosEosID {
			continue
		}
		t := lattice.Token{ID: int32(n.ID), Start: int32(n.Position), End: int32(n.Position + len(n.Surface))}
		if n.Class != kagome.KNOWN {
			t.ID = ^t.ID
		}
		c.tokens = append(c.tokens, t)
	}
}
