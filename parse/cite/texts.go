package cite

import "shinkyu/parse"

// A run is one text of a document: a paragraph, title, caption, cell or note.
type run struct {
	kind runKind
	text parse.Text
	s    string // text.String
	path string // of the section that it stands in
	node int    // index among the runs of the document
}

// A runKind is the role of a run.
type runKind int

const (
	runParagraph runKind = iota
	runTitle
	runCaption
	runCell
	runNote
	runFront
)

// texts gives the runs of a document in document order, the title block first.
func texts(doc *parse.Document) []run {
	c := collector{}
	for _, f := range doc.Front {
		c.add(runFront, f.Text)
	}
	c.nodes(doc.Content)
	return c.runs
}

type collector struct {
	runs []run
	path string
}

func (c *collector) add(kind runKind, t parse.Text) {
	if t.IsZero() {
		return
	}
	c.runs = append(c.runs, run{kind: kind, text: t, s: t.String, path: c.path, node: len(c.runs)})
}

func (c *collector) nodes(list []parse.Node) {
	for _, n := range list {
		c.one(n)
	}
}

func (c *collector) one(n parse.Node) {
	switch n := n.(type) {
	case *parse.Section:
		outer := c.path
		c.path = n.Path
		c.add(runCaption, n.Caption)
		c.add(runTitle, n.Title)
		c.nodes(n.Content)
		c.path = outer
	case *parse.Paragraph:
		c.add(runParagraph, n.Text)
	case *parse.Table:
		c.add(runCaption, n.Caption)
		for _, row := range n.Rows {
			for _, cell := range row {
				c.add(runCell, cell)
			}
		}
	case *parse.Note:
		c.add(runNote, n.Text)
	}
}
