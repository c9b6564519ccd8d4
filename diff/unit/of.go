package unit

import (
	"strings"

	"shinkyu/parse"
	"shinkyu/parse/lazy"
	"shinkyu/parse/source"
)

// Of gives the units of a document in order. The first one, with path "", is
// the text that stands in no unit; it is left out where there is none.
func Of(doc *parse.Document) []*Unit {
	c := cutter{doc: doc}
	top := &Unit{}
	c.units = append(c.units, top)
	c.content(doc.Content, top, 0, "")
	if len(top.Passages) == 0 {
		c.units = c.units[1:]
	}
	for i, u := range c.units {
		u.Index = i
		c.place(u)
	}
	return c.units
}

// Join gives the passages of the units, in order, joined with "\n".
func Join(units ...*Unit) string {
	var b strings.Builder
	for _, u := range units {
		for i := range u.Passages {
			if b.Len() > 0 {
				b.WriteByte('\n')
			}
			b.WriteString(u.Passages[i].Text.String)
		}
	}
	return b.String()
}

type cutter struct {
	doc   *parse.Document
	units []*Unit
}

// content puts the nodes into u; marker is that of the item that they stand in.
func (c *cutter) content(nodes []parse.Node, u *Unit, depth int, marker string) {
	for _, n := range nodes {
		switch n := n.(type) {
		case *parse.Section:
			c.section(n, u, depth)
			continue
		case *parse.Paragraph:
			c.add(u, Passage{Kind: Paragraph, Marker: marker, Depth: depth, Text: n.Text})
		case *parse.Note:
			c.add(u, Passage{Kind: Note, Marker: n.Marker.Text, Depth: depth, Text: n.Text})
		case *parse.Table:
			c.table(n, u, depth)
		}
		marker = "" // it stands at the item's first passage only
	}
}

func (c *cutter) section(s *parse.Section, u *Unit, depth int) {
	if !own(s) {
		u.Items = append(u.Items, s.Path)
		c.content(s.Content, u, depth+1, s.Marker.Text)
		return
	}
	child := &Unit{Section: s, Path: s.Path, Marker: s.Marker.Text, Title: title(s)}
	if u.Section != nil {
		child.Parent = u
		u.Children = append(u.Children, child)
	}
	c.units = append(c.units, child)
	c.content(s.Content, child, 0, "")
}

// heads matches the markers that head a section without a title: articles,
// supplementary provisions, annexes, and the divisions of a law.
var heads = lazy.Pattern(`^(第.+[条章節編款目](の.+)?|附則|別[紙表添記図].*|[様書]式.*|参考.*|付[録属表].*)$`)

// own reports whether a section is a unit of its own.
func own(s *parse.Section) bool {
	return !s.Title.IsZero() || !s.Caption.IsZero() || heads().MatchString(s.Marker.Text)
}

// title is the section's title, or the caption of an article without one.
func title(s *parse.Section) string {
	if s.Title.IsZero() {
		return s.Caption.String
	}
	return s.Title.String
}

func (c *cutter) table(t *parse.Table, u *Unit, depth int) {
	if !t.Caption.IsZero() {
		c.add(u, Passage{Kind: Caption, Depth: depth, Text: t.Caption})
	}
	for _, row := range t.Rows {
		c.add(u, Passage{Kind: Row, Depth: depth, Text: joinCells(row)})
	}
}

// joinCells puts the cells of a row into one text, a tab between them.
func joinCells(row []parse.Text) parse.Text {
	var out parse.Text
	var b strings.Builder
	for i, cell := range row {
		if i > 0 {
			b.WriteByte('\t')
		}
		for _, p := range cell.Pieces {
			out.Pieces = append(out.Pieces, parse.Piece{At: b.Len() + p.At, Span: p.Span})
		}
		b.WriteString(cell.String)
	}
	out.String = b.String()
	return out
}

// add appends a passage that holds any text.
func (c *cutter) add(u *Unit, p Passage) {
	if p.Text.IsZero() {
		return
	}
	p.Lines, p.Page = c.lines(p.Text.Span())
	u.Passages = append(u.Passages, p)
}

// place sets the lines and page of a unit from its heading and passages.
func (c *cutter) place(u *Unit) {
	if u.Section != nil {
		head := u.Section.Span()
		head.End = head.Start
		for _, t := range []parse.Text{u.Section.Caption, u.Section.Title} {
			if !t.IsZero() {
				head.End = max(head.End, t.Span().End)
			}
		}
		u.Lines, u.Page = c.lines(head)
	}
	for _, p := range u.Passages {
		if u.Lines[0] == 0 {
			u.Lines, u.Page = p.Lines, p.Page
		}
		u.Lines[1] = max(u.Lines[1], p.Lines[1])
	}
}

func (c *cutter) lines(sp source.Span) ([2]int, int) {
	src := c.doc.Source
	if src == nil || len(src.Lines) == 0 {
		return [2]int{}, 0
	}
	return [2]int{src.LineAt(sp.Start), src.LineAt(max(sp.End-1, sp.Start))}, c.doc.PageAt(sp.Start)
}
