package parse_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"shinkyu/parse"
	"shinkyu/parse/source"
)

// checkLaws holds the document against the laws: nothing is lost, and
// everything has a place.
func checkLaws(t testing.TB, d *parse.Document) {
	t.Helper()
	c := &lawChecker{t: t, d: d, seen: make([]bool, len(d.Source.Text))}
	for _, f := range d.Front {
		c.text(f.Text)
	}
	for _, f := range d.Furniture {
		c.text(f.Text)
	}
	c.content(d.Content, source.Span{Start: 0, End: len(d.Source.Text)})
	for i := 0; i < len(d.Source.Text); {
		r, n := utf8.DecodeRuneInString(d.Source.Text[i:])
		if !c.seen[i] && !unicode.IsSpace(r) {
			t.Fatalf("lost: %q at byte %d, line %d (%.60q)", r, i, d.Source.LineAt(i), d.Source.Text[i:])
		}
		i += n
	}
	paths := map[string]bool{}
	for s := range d.Sections() {
		if s.Path == "" || paths[s.Path] || strings.ContainsFunc(s.Path, unicode.IsSpace) {
			t.Fatalf("path %q is empty, not unique or has a space", s.Path)
		}
		paths[s.Path] = true
	}
}

type lawChecker struct {
	t    testing.TB
	d    *parse.Document
	seen []bool
	at   int // where the tree has come to
}

func (c *lawChecker) span(sp source.Span) {
	if sp.Start < 0 || sp.End > len(c.seen) || sp.Start > sp.End {
		c.t.Fatalf("span %v outside the source", sp)
	}
	for i := sp.Start; i < sp.End; i++ {
		if c.seen[i] {
			c.t.Fatalf("byte %d (%.30q) stands in two places", i, c.d.Source.Text[i:])
		}
		c.seen[i] = true
	}
}

func (c *lawChecker) text(x parse.Text) {
	n := 0
	var rebuilt strings.Builder
	for _, p := range x.Pieces {
		c.span(p.Span)
		if p.At < n {
			c.t.Fatalf("pieces out of order in %q", x.String)
		}
		if put := x.String[n:p.At]; strings.Trim(put, " ") != "" {
			c.t.Fatalf("text %q has %q that the source has not", x.String, put)
		}
		rebuilt.WriteString(x.String[n:p.At] + c.d.Source.Slice(p.Span))
		n = p.At + p.Span.Len()
	}
	if rebuilt.String() != x.String {
		c.t.Fatalf("text %q is not that of its spans, %q", x.String, rebuilt.String())
	}
}

func (c *lawChecker) content(content []parse.Node, in source.Span) {
	for _, n := range content {
		sp := n.Span()
		if !in.Contains(sp) {
			c.t.Fatalf("%s at %v outside of %v", describe(n), sp, in)
		}
		if sp.Start < c.at {
			c.t.Fatalf("%s at %v begins before %d, where the tree has come to", describe(n), sp, c.at)
		}
		switch n := n.(type) {
		case *parse.Paragraph:
			c.text(n.Text)
		case *parse.Section:
			c.text(n.Caption)
			c.span(n.Marked)
			c.text(n.Title)
			c.at = max(n.Marked.End, n.Title.Span().End)
			c.content(n.Content, sp)
		case *parse.Note:
			c.span(n.Marked)
			c.text(n.Text)
		case *parse.Table:
			c.text(n.Caption)
			for _, row := range n.Rows {
				for _, cell := range row {
					c.text(cell)
				}
			}
		}
		c.at = sp.End
	}
}

func describe(n parse.Node) string {
	switch n := n.(type) {
	case *parse.Section:
		return fmt.Sprintf("section %s %s", n.Marker.Text, n.Title.String)
	case *parse.Paragraph:
		return fmt.Sprintf("paragraph %.40s", n.Text.String)
	}
	return fmt.Sprintf("%T", n)
}
