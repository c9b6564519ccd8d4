package render

import (
	"io"
	"strings"

	"shinkyu/parse"
	"shinkyu/parse/render/md"
)

// Markdown writes the text of d as clean Markdown, a paragraph a line: the
// title as first heading, sections as headings below it, items without a
// heading as nested lists, tables as tables. Page furniture is left out.
func Markdown(w io.Writer, d *parse.Document) error {
	m := &markdown{}
	for _, f := range d.Front {
		if f.Kind == parse.FrontTitle {
			m.line("", "# "+md.Text(f.Text.String))
		} else {
			m.line("", md.Text(f.Text.String))
		}
	}
	m.nodes(d.Content, 2, "")
	_, err := io.WriteString(w, m.b.String())
	return err
}

type markdown struct{ b strings.Builder }

// line writes one block of one line and the empty line after it.
func (m *markdown) line(indent, s string) {
	m.b.WriteString(indent)
	m.b.WriteString(s)
	m.b.WriteString("\n\n")
}

// nodes writes content with headings from level on, everything behind indent,
// which is that of the list item it stands in.
func (m *markdown) nodes(content []parse.Node, level int, indent string) {
	for _, n := range content {
		switch n := n.(type) {
		case *parse.Section:
			m.section(n, level, indent)
		case *parse.Paragraph:
			if n.Quoted() {
				m.line(indent, "> "+md.Text(n.Text.String))
			} else {
				m.line(indent, md.Text(n.Text.String))
			}
		case *parse.Note:
			m.line(indent, md.Text(join(n.Marker.Text, n.Text.String)))
		case *parse.Table:
			m.table(n, indent)
		}
	}
}

func (m *markdown) section(s *parse.Section, level int, indent string) {
	head := join(s.Marker.Text, s.Title.String)
	if s.Title.IsZero() && s.Caption.IsZero() {
		m.item(s, level, indent)
		return
	}
	if !s.Caption.IsZero() {
		head = join(head, s.Caption.String)
	}
	m.line(indent, strings.Repeat("#", min(level, 6))+" "+md.Text(head))
	m.nodes(s.Content, level+1, indent)
}

// item writes a section without a heading as an item of a list, its marker as
// printed before its first paragraph.
func (m *markdown) item(s *parse.Section, level int, indent string) {
	first, rest := s.Marker.Text, s.Content
	if len(rest) > 0 {
		if p, ok := rest[0].(*parse.Paragraph); ok {
			first, rest = join(first, p.Text.String), rest[1:]
		}
	}
	m.line(indent, "- "+md.Text(first))
	m.nodes(rest, level+1, indent+"  ")
}

// table takes the first row for the head: GFM has no table without one.
func (m *markdown) table(t *parse.Table, indent string) {
	if !t.Caption.IsZero() {
		m.line(indent, md.Text(t.Caption.String))
	}
	if len(t.Rows) == 0 {
		return
	}
	wide := 0
	rows := make([][]string, len(t.Rows))
	for i, r := range t.Rows {
		wide = max(wide, len(r))
		for _, c := range r {
			rows[i] = append(rows[i], md.Cell(c.String))
		}
	}
	head := make([]string, wide)
	copy(head, rows[0])
	var b strings.Builder
	_ = md.Table{Head: head, Rows: rows[1:]}.Write(&b) // a Builder never fails
	for line := range strings.Lines(b.String()) {
		if line != "\n" {
			line = indent + line
		}
		m.b.WriteString(line)
	}
}

// join puts a space between marker and text.
func join(marker, text string) string {
	if marker == "" || text == "" {
		return marker + text
	}
	return marker + " " + text
}
