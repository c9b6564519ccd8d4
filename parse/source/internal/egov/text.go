package egov

import "strings"

// breaks are the elements that begin a line of their own in a cell.
var breaks = map[string]bool{
	"Item": true, "Subitem1": true, "Subitem2": true, "Subitem3": true, "Paragraph": true,
	"Article": true, "Part": true, "Chapter": true, "Section": true,
}

// gaps are the elements after which a reader sees a full-width space.
var gaps = map[string]bool{
	"ArticleTitle": true, "ParagraphNum": true, "ItemTitle": true,
	"Subitem1Title": true, "Subitem2Title": true, "Subitem3Title": true,
}

// text gives what an element says on one line: 本文 and ただし書 run on, the
// columns of a definition list are parted by a full-width space. The reading
// of a ruby is kept for the furniture after the block.
func (r *reader) text(e *element) string {
	var b strings.Builder
	r.write(&b, e)
	return strings.TrimSpace(b.String())
}

func (r *reader) write(b *strings.Builder, e *element) {
	switch {
	case e.Name == "":
		b.WriteString(flat(e.Text))
		return
	case e.Name == "Rt":
		r.ruby = append(r.ruby, flat(e.Text)+r.inner(e))
		return
	case e.Name == "Column" && b.Len() > 0:
		b.WriteString("　")
	case breaks[e.Name] && b.Len() > 0:
		b.WriteString("\n")
	}
	before := b.Len()
	for _, c := range e.Children {
		r.write(b, c)
	}
	if gaps[e.Name] && b.Len() > before {
		b.WriteString("　")
	}
}

func (r *reader) inner(e *element) string {
	s := ""
	for _, c := range e.Children {
		s += flat(c.Text) + r.inner(c)
	}
	return s
}

// flat drops the line breaks and the indents with which the XML is printed. A
// full-width space is text.
func flat(s string) string {
	if !strings.ContainsAny(s, "\n\r\t") {
		return s
	}
	var b strings.Builder
	for _, line := range strings.FieldsFunc(s, func(c rune) bool { return c == '\n' || c == '\r' }) {
		b.WriteString(strings.Trim(line, " \t"))
	}
	return b.String()
}
