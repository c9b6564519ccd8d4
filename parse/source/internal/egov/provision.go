package egov

import (
	"strconv"
	"strings"

	"shinkyu/parse/source/internal/flow"
)

const articleLevel = 6

// article writes 第一条 as a heading that is all marker, its caption before it
// and its paragraphs below it.
func (r *reader) article(e *element) {
	for _, name := range []string{"ArticleCaption", "ArticleTitle"} {
		c := e.child(name)
		switch {
		case c == nil:
		case name == "ArticleCaption":
			r.add(flow.Block{Kind: flow.Paragraph, Text: r.text(c), Caption: true, Why: name})
		default:
			r.add(flow.Block{Kind: flow.Heading, Level: articleLevel, Marker: r.text(c), Why: "Article"})
		}
	}
	for _, c := range e.Children {
		if c.Name != "ArticleCaption" && c.Name != "ArticleTitle" {
			r.part(c)
		}
	}
}

// itemLevel is the depth of a numbered provision below an article: 1 for a
// 項, 2 for a 号, 3 and on for what is below it; 0 for other elements.
func itemLevel(name string) int {
	switch {
	case name == "Paragraph":
		return 1
	case name == "Item":
		return 2
	case strings.HasPrefix(name, "Subitem"):
		if n, err := strconv.Atoi(name[len("Subitem"):]); err == nil && n > 0 {
			return 2 + n
		}
	}
	return 0
}

// item writes a provision: its number, its sentence, and what it holds. The
// first 項 of an article has no number and is a paragraph.
func (r *reader) item(e *element, level int) {
	if c := e.child(e.Name + "Caption"); c != nil {
		r.add(flow.Block{Kind: flow.Paragraph, Text: r.text(c), Caption: true, Why: c.Name})
	}
	b := flow.Block{Kind: flow.Item, Level: level, Gap: "　", Why: e.Name}
	for _, name := range []string{e.Name + "Num", e.Name + "Title"} {
		if c := e.child(name); c != nil {
			b.Marker = r.text(c)
		}
	}
	if b.Marker == "" {
		b.Kind, b.Level = flow.Paragraph, 0
	}
	var rest []*element
	for _, c := range e.Children {
		switch c.Name {
		case "", e.Name + "Caption", e.Name + "Num", e.Name + "Title":
		case e.Name + "Sentence":
			if b.Text == "" && !hasTable(c) {
				b.Text = r.text(c)
				continue
			}
			rest = append(rest, c)
		default:
			rest = append(rest, c)
		}
	}
	r.add(b)
	for _, c := range rest {
		r.part(c)
	}
}

func hasTable(e *element) bool { return e.find("Table") != nil || e.find("TableStruct") != nil }

// table writes the rows of a table; what stands around them (a title, remarks)
// is written before and after.
func (r *reader) table(e *element) {
	b := flow.Block{Kind: flow.Table, Why: e.Name}
	var after []*element
	for _, c := range e.Children {
		switch c.Name {
		case "":
		case "TableStructTitle":
			r.add(flow.Block{Kind: flow.Paragraph, Text: r.text(c), Caption: true, Why: c.Name})
		case "Table":
			r.rows(c, &b)
		case "TableHeaderRow", "TableRow":
			b.Rows = append(b.Rows, r.row(c))
		default:
			after = append(after, c)
		}
	}
	r.add(b)
	for _, c := range after {
		r.part(c)
	}
}

func (r *reader) rows(e *element, b *flow.Block) {
	for _, c := range e.Children {
		if c.Name == "TableHeaderRow" || c.Name == "TableRow" {
			b.Rows = append(b.Rows, r.row(c))
		}
	}
}

func (r *reader) row(e *element) []string {
	var cells []string
	for _, c := range e.Children {
		if c.Name != "" {
			cells = append(cells, r.text(c))
		}
	}
	return cells
}
