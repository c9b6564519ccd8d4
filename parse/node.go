package parse

import (
	"iter"

	"shinkyu/parse/marker"
	"shinkyu/parse/source"
)

// A Node is a part of a document's tree: a [*Section], [*Paragraph], [*Table]
// or [*Note].
type Node interface {
	Span() source.Span // first to last byte, children included
	node()
}

// A Section is a heading or a numbered item with all that belongs to it.
type Section struct {
	Path    string        // 2/2/5; unique in the document
	Marker  marker.Marker // ⑤; its zero value where there is none
	Marked  source.Span   // of the marker in the source, spaces inside included
	Title   Text          // 2020年東京大会とその後を見据えた取組; empty for an item without a heading of its own
	Caption Text          // （目的） above 第一条 or right behind it
	// Inferred is true of a heading that has neither a marker nor a format
	// that calls it one; Why says what it was taken for.
	Inferred bool
	Why      string
	Content  []Node

	Extent source.Span // marker, title and content
}

// A Paragraph is a run of sentences.
type Paragraph struct {
	Text Text
}

// A Table is rows of cells.
type Table struct {
	Caption Text
	Rows    [][]Text
	Extent  source.Span
}

// A Note is a footnote or remark: ※1, 注1, *1.
type Note struct {
	Marker marker.Marker
	Marked source.Span // of the marker in the source
	Text   Text
	Extent source.Span
}

// Span is the section's extent.
func (s *Section) Span() source.Span { return s.Extent }

// Span is that of the paragraph's text.
func (p *Paragraph) Span() source.Span { return p.Text.Span() }

// Span is the table's extent.
func (t *Table) Span() source.Span { return t.Extent }

// Span is the note's extent.
func (n *Note) Span() source.Span { return n.Extent }

func (*Section) node()   {}
func (*Paragraph) node() {}
func (*Table) node()     {}
func (*Note) node()      {}

// Walk calls f for every node in document order, with the sections that it
// stands in, outermost first. Where f returns false the children of that node
// are passed over. The slice of ancestors is reused between calls.
func Walk(content []Node, f func(n Node, in []*Section) bool) {
	walk(content, nil, f)
}

func walk(content []Node, in []*Section, f func(Node, []*Section) bool) {
	for _, n := range content {
		if !f(n, in) {
			continue
		}
		if s, ok := n.(*Section); ok {
			walk(s.Content, append(in, s), f)
		}
	}
}

// Sections gives every section in document order.
func (d *Document) Sections() iter.Seq[*Section] {
	return func(yield func(*Section) bool) {
		on := true
		Walk(d.Content, func(n Node, _ []*Section) bool {
			if s, ok := n.(*Section); ok && on {
				on = yield(s)
			}
			return on
		})
	}
}
