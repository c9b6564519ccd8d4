package md

import (
	"io"
	"strings"
)

// An Align is how a column is set.
type Align byte

// The alignments.
const (
	Left   Align = 'l'
	Right  Align = 'r'
	Center Align = 'c'
)

// A Table is a GFM table. Its cells are Markdown already: texts go through
// [Cell] first. Rows may be shorter than the head; none may be longer.
type Table struct {
	Head  []string
	Align []Align // of the first columns; the rest are set left
	Rows  [][]string
}

// Write writes the table and the empty line after it.
func (t Table) Write(w io.Writer) error {
	var b strings.Builder
	row(&b, t.Head, len(t.Head))
	rules := make([]string, len(t.Head))
	for i := range rules {
		rules[i] = "---"
		if i < len(t.Align) {
			switch t.Align[i] {
			case Right:
				rules[i] = "---:"
			case Center:
				rules[i] = ":---:"
			}
		}
	}
	row(&b, rules, len(rules))
	for _, r := range t.Rows {
		row(&b, r, len(t.Head))
	}
	b.WriteByte('\n')
	_, err := io.WriteString(w, b.String())
	return err
}

func row(b *strings.Builder, cells []string, n int) {
	b.WriteByte('|')
	for i := range n {
		if i < len(cells) && cells[i] != "" {
			b.WriteByte(' ')
			b.WriteString(cells[i])
		}
		b.WriteString(" |")
	}
	b.WriteByte('\n')
}
