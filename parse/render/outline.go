package render

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"shinkyu/parse"
	"shinkyu/parse/render/column"
)

// headRunes is how much of its text an item without a title shows, in
// characters: about half a line of print.
const headRunes = 24

// Outline writes the sections of d, one a line, indented by depth: marker and
// title, or the beginning of the text of an item that has no title.
func Outline(w io.Writer, d *parse.Document) error {
	b := bufio.NewWriter(w)
	parse.Walk(d.Content, func(n parse.Node, in []*parse.Section) bool {
		if s, ok := n.(*parse.Section); ok {
			fmt.Fprintf(b, "%s%s\n", strings.Repeat("  ", len(in)), outlineLine(s))
		}
		return true
	})
	return b.Flush()
}

// outlineLine is marker, title and caption, apart by spaces.
func outlineLine(s *parse.Section) string {
	var parts []string
	for _, p := range []string{s.Marker.Text, oneLine(s.Title.String), oneLine(s.Caption.String)} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	if s.Title.IsZero() && s.Caption.IsZero() {
		parts = append(parts, headOfText(s))
	}
	return strings.TrimRight(strings.Join(parts, " "), " ")
}

// headOfText is the beginning of the text that s begins with; empty where it
// begins with a section.
func headOfText(s *parse.Section) string {
	if len(s.Content) == 0 {
		return ""
	}
	head := ""
	switch n := s.Content[0].(type) {
	case *parse.Paragraph:
		head = n.Text.String
	case *parse.Note:
		head = n.Text.String
	default:
		return ""
	}
	head = strings.TrimSuffix(column.Head(oneLine(head), headRunes), "…")
	return head + "…"
}

// oneLine puts a text that kept line breaks (a cell, a caption) on one line.
func oneLine(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == '\n' || r == '\r' || r == '\f' }), " ")
}
