package web

import (
	"html/template"
	"slices"
	"strconv"
	"strings"

	"shinkyu/corpus"
	"shinkyu/diff/report/layout"
	"shinkyu/parse"
	"shinkyu/parse/cite"
	"shinkyu/parse/source"
)

type documentPage struct {
	frame
	Doc       *corpus.Document
	Older     *corpus.Document // the edition before it in its series, nil where there is none
	Newer     *corpus.Document
	Version   string // the earlier one that is shown; empty for the newest
	Contents  template.HTML
	Text      template.HTML
	Furniture []furniture
	Doubts    []parse.Diagnostic
}

// An entryOfContents is a heading in the outline of a document.
type entryOfContents struct {
	Href, Text string
	Children   []*entryOfContents
}

// A block is a heading, paragraph, table or note, as it stands in the page.
type block struct {
	Kind    blockKind
	Level   int      // of a heading, as in h2
	Depth   int      // of the section that it stands in; 0 outside all
	ID      string   // l12, after the line that it begins in; empty where another block has it
	Lines   []string // anchors of the other lines that it has, for links to them
	Section string   // anchor of the section that begins here, empty otherwise
	Marker  string
	Runs    []run
	Rows    [][][]run // of a table: rows of cells
	Place   string
}

type blockKind string

const (
	frontBlock   blockKind = "front"
	headingBlock blockKind = "heading"
	captionBlock blockKind = "caption"
	textBlock    blockKind = "text"
	noteBlock    blockKind = "note"
	tableBlock   blockKind = "table"
)

// A run is text of one kind: plain, or a link to what is cited.
type run struct {
	Text, Href, Tip string
}

// A furniture is what the page adds to the text.
type furniture struct {
	Kind, Text, Place string
}

// document shows a document, or an earlier version of one.
func (q *request) document() ([]byte, error) {
	id := q.PathValue("id")
	base, version, _ := strings.Cut(id, "@")
	d, err := q.now.find(base)
	switch {
	case err != nil:
		return nil, err
	case version != "" && version != strconv.Itoa(d.Version):
		return q.version(d, id, version)
	}
	release, err := q.short.take(q.waits())
	if err != nil {
		return nil, err
	}
	defer release()
	tree, err := q.corpus.Parsed(q.ctx(), d.ID)
	if err != nil {
		return nil, err
	}
	cites, err := q.corpus.Citations(q.ctx(), d.ID)
	if err != nil {
		return nil, err
	}
	f := q.frame("")
	f.Title = f.Called(d)
	p := documentPage{frame: f, Doc: d}
	p.Older, p.Newer = q.now.neighbours(d)
	if p.Older != nil {
		q.foresee(q.foreseePair(p.Older, d))
	}
	return p.fill(tree, cites)
}

// version shows an earlier version of a document, read from the bytes that
// were added. What it cites is in no index, so it has no links.
func (q *request) version(d *corpus.Document, id, n string) ([]byte, error) {
	stored, err := q.corpus.Stored(q.ctx(), id, source.Options{})
	if err != nil {
		return nil, err
	}
	release, err := q.long.take(q.waits())
	if err != nil {
		return nil, err
	}
	defer release()
	src, err := source.Read(stored.Name, stored.Bytes, stored.Source)
	if err != nil {
		return nil, err
	}
	tree := parse.Parse(src)
	p := documentPage{frame: q.frame(""), Doc: d, Version: n}
	p.Title = p.Called(d) + " " + id
	return p.fill(tree, &cite.Index{})
}

// fill sets the text of the document and makes the page.
func (p *documentPage) fill(tree *parse.Document, cites *cite.Index) ([]byte, error) {
	b := newBuilder(&p.frame, tree, cites, p.Doc.ID)
	b.document()
	p.Contents, p.Text = contents(b.contents.Children), text(p.Code(), b.blocks)
	for _, x := range tree.Furniture {
		p.Furniture = append(p.Furniture, furniture{say("furniture."+string(x.Kind), p.Lang), layout.Visible(oneLine(x.Text.String)), b.place(x.Text.Span())})
	}
	for _, x := range tree.Diagnostics {
		if x.Severity != parse.Info {
			x.Message = layout.Visible(x.Message)
			p.Doubts = append(p.Doubts, x)
		}
	}
	return page("document", p)
}

// Earlier gives the ids of the earlier versions, the newest first.
func (p *documentPage) Earlier() []string {
	var out []string
	for n := p.Doc.Version - 1; n > 0; n-- {
		out = append(out, p.Doc.ID+"@"+strconv.Itoa(n))
	}
	return out
}

// neighbours gives the editions before and after a document in its series, nil
// where there are none.
func (n *snapshot) neighbours(d *corpus.Document) (older, newer *corpus.Document) {
	docs := n.bySeries[d.Series].Docs
	i := slices.Index(docs, d)
	if i > 0 {
		older = docs[i-1]
	}
	if i+1 < len(docs) {
		newer = docs[i+1]
	}
	return older, newer
}

// sectionAnchor is the anchor of a section, that of the whole document for the
// text before the first one.
func sectionAnchor(path string) string {
	if path == "" {
		return "text"
	}
	return "s" + path
}

// A builder makes the blocks of a document in order.
type builder struct {
	f        *frame
	doc      *parse.Document
	links    *linker
	blocks   []block
	lines    map[int]bool // that have an anchor
	contents entryOfContents
	depth    int
	heads    int    // titled sections around
	section  string // anchor of the section whose first block is to come
	marker   string // of the item whose first block is to come
}

func newBuilder(f *frame, doc *parse.Document, cites *cite.Index, id string) *builder {
	return &builder{f: f, doc: doc, links: newLinker(f, cites, id), lines: map[int]bool{}}
}

func (b *builder) document() {
	for _, x := range b.doc.Front {
		b.add(frontBlock, x.Text)
	}
	b.nodes(b.doc.Content, &b.contents)
}

func (b *builder) nodes(list []parse.Node, in *entryOfContents) {
	for _, n := range list {
		switch n := n.(type) {
		case *parse.Section:
			b.sectionOf(n, in)
		case *parse.Paragraph:
			b.add(textBlock, n.Text)
		case *parse.Note:
			b.marker = n.Marker.Text
			b.add(noteBlock, n.Text)
		case *parse.Table:
			b.table(n)
		}
	}
}

// sectionOf adds a section: one with a title as heading, one without as item.
func (b *builder) sectionOf(s *parse.Section, in *entryOfContents) {
	b.depth++
	defer func() { b.depth-- }()
	b.section = sectionAnchor(s.Path)
	if !s.Caption.IsZero() {
		b.add(captionBlock, s.Caption)
	}
	b.marker = s.Marker.Text
	if s.Title.IsZero() {
		if len(s.Content) == 0 { // a marker alone
			b.push(block{Kind: textBlock}, s.Extent)
		}
		b.nodes(s.Content, in)
		b.marker, b.section = "", ""
		return
	}
	b.heads++
	defer func() { b.heads-- }()
	e := &entryOfContents{Href: "#" + sectionAnchor(s.Path), Text: layout.Visible(oneLine(s.Marker.Text + " " + s.Title.String))}
	in.Children = append(in.Children, e)
	b.push(block{Kind: headingBlock, Level: min(b.heads+1, 6), Runs: b.links.runs(s.Title)}, s.Title.Span())
	b.nodes(s.Content, e)
}

func (b *builder) add(kind blockKind, t parse.Text) {
	b.push(block{Kind: kind, Runs: b.links.runs(t)}, t.Span())
}

func (b *builder) table(t *parse.Table) {
	if !t.Caption.IsZero() {
		b.add(captionBlock, t.Caption)
	}
	x := block{Kind: tableBlock}
	for _, row := range t.Rows {
		var cells [][]run
		for _, c := range row {
			cells = append(cells, b.links.runs(c))
		}
		x.Rows = append(x.Rows, cells)
	}
	b.push(x, t.Extent)
}

// push adds a block with its place and anchors.
func (b *builder) push(x block, at source.Span) {
	first := b.doc.Source.LineAt(at.Start)
	for n := first; n <= b.doc.Source.LineAt(max(at.End-1, at.Start)); n++ {
		switch {
		case b.lines[n]:
			continue
		case n == first:
			x.ID = "l" + strconv.Itoa(n)
		default:
			x.Lines = append(x.Lines, "l"+strconv.Itoa(n))
		}
		b.lines[n] = true
	}
	x.Depth, x.Place = b.depth, b.place(at)
	x.Section, b.section = b.section, ""
	if x.Kind != captionBlock {
		x.Marker, b.marker = layout.Visible(b.marker), ""
	}
	b.blocks = append(b.blocks, x)
}

func (b *builder) place(at source.Span) string {
	src := b.doc.Source
	return b.f.Place([2]int{src.LineAt(at.Start), src.LineAt(max(at.End-1, at.Start))}, b.doc.PageAt(at.Start))
}
