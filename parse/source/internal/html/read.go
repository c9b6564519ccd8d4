// Package html reads web pages: headings, paragraphs, lists with the numbers
// that a browser would show, definition lists, tables. Navigation and what
// else a site puts round a document is set aside as furniture.
package html

import (
	"strconv"
	"strings"

	"golang.org/x/net/html/atom"

	"shinkyu/parse/source/internal/flow"
)

// Read reads the text of a page (UTF-8) within limits; the parser itself refuses
// a page nested deeper than 512 elements.
func Read(text string, limits flow.Limits) (*flow.Doc, error) {
	cuts, err := weigh(text, limits, pieceBytes)
	if err != nil {
		return nil, err
	}
	t, err := grow(text, cuts, limits.Depth)
	if err != nil {
		return nil, err
	}
	root := t.root()
	r := &reader{doc: &flow.Doc{}, main: findMain(root), holds: map[node]contents{}, around: map[node]bool{}}
	r.measure(root, false)
	r.children(root, context{})
	r.flush()
	return r.doc, nil
}

// A context is what the elements around a place say of it.
type context struct {
	furniture string // why it is furniture; empty where it is none
	heading   int    // level
	list      *list
	note      bool
	term      bool // in a dt
	caption   bool
	inItem    bool
	inMain    bool
}

// A list is an open ol or ul.
type list struct {
	depth   int
	ordered bool
	style   string // 1 a A i I
	next    int
	step    int
}

type reader struct {
	doc  *flow.Doc
	main node // the element that holds the document; none where it is not told

	holds  map[node]contents
	around map[node]bool // the elements that main stands in

	run    inline // of the block that is open
	block  flow.Block
	marker string // of the next block in a list item
	ruby   []string
	inner  *reader // of the cells of tables
}

func (r *reader) children(n node, c context) {
	for k := n.first(); k.some(); k = k.next() {
		r.node(k, c)
	}
}

func (r *reader) node(n node, c context) {
	if n.isText() {
		r.text(n.data(), c)
		return
	}
	r.element(n, c)
}

func (r *reader) text(s string, c context) {
	if r.run.blank() && strings.TrimLeft(s, " \t\r\n\f") == "" {
		return
	}
	if r.run.blank() {
		r.open(c)
	}
	r.run.write(s)
}

// open begins a block as its surroundings say.
func (r *reader) open(c context) {
	b := flow.Block{Kind: flow.Paragraph, Caption: c.caption}
	switch {
	case c.furniture != "":
		b.Kind, b.Why = flow.Furniture, c.furniture
	case c.heading > 0:
		b.Kind, b.Level, b.Why = flow.Heading, c.heading, "h"+strconv.Itoa(c.heading)
	case c.note:
		b.Kind, b.Why = flow.Note, "note"
	case r.marker != "":
		b.Kind, b.Level, b.Why = flow.Item, c.list.depth, "li"
		if r.marker != unmarked {
			b.Marker, b.Gap = r.marker, " "
		}
	case c.itemDepth() > 0:
		b.Level, b.Why = c.itemDepth(), "li"
	case c.term:
		b.Why = "dt"
	}
	r.block, r.marker = b, ""
}

// flush ends the open block.
func (r *reader) flush() {
	text := r.run.take()
	if text == "" {
		return
	}
	b := r.block
	if b.Kind == flow.Item && HasOwnMarker(text, b.Marker) {
		b.Marker, b.Gap = "", ""
	}
	b.Text = text
	r.doc.Add(b)
	r.addRuby()
}

func (r *reader) addRuby() {
	if len(r.ruby) > 0 {
		r.doc.Add(flow.Block{Kind: flow.Furniture, Text: strings.Join(r.ruby, "　"), Why: "ruby"})
		r.ruby = nil
	}
}

func (r *reader) element(n node, c context) {
	if n.name() == atom.Head {
		if t := childOf(n, atom.Title); t.some() {
			r.doc.Title = strings.Join(strings.Fields(plain(t)), " ")
		}
	}
	if skipped[n.name()] {
		return
	}
	if n.name() == atom.Html {
		r.doc.Language = n.attr("lang")
	}
	if c.furniture == "" || c.furniture == outside {
		c.inMain = c.inMain || n == r.main
		if why := r.furniture(n, c.inMain); why != "" {
			c.furniture = why
		}
	}
	switch n.name() {
	case atom.Br:
		r.lineBreak(c)
	case atom.Img:
		// Gaiji and formulas are published as pictures with their text beside.
		if alt := n.attr("alt"); alt != "" && !r.run.blank() && len([]rune(alt)) == 1 {
			r.text(alt, c)
		}
	case atom.Ruby:
		r.readRuby(n, c)
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		c.heading = int(n.name().String()[1] - '0')
		if n.name() == atom.H1 && c.furniture == outside {
			c.furniture = ""
		}
		r.boxed(n, c)
	case atom.Ol, atom.Ul, atom.Menu, atom.Dir:
		r.list(n, c)
	case atom.Li:
		r.item(n, c)
	case atom.Dt, atom.Dd:
		c.term = n.name() == atom.Dt
		c.list, c.inItem = nil, false
		r.boxed(n, c)
	case atom.Table:
		r.table(n, c)
	case atom.Pre, atom.Textarea, atom.Listing, atom.Xmp:
		r.preformatted(n, c)
	case atom.Caption, atom.Figcaption:
		c.caption = true
		r.boxed(n, c)
	default:
		if isBlock[n.name()] {
			r.boxed(n, c)
			return
		}
		r.children(n, c)
	}
}

// boxed reads an element that begins and ends a block.
func (r *reader) boxed(n node, c context) {
	r.flush()
	r.children(n, c)
	r.flush()
}

// lineBreak ends a paragraph: on these pages a <br> stands where a printed
// document begins a new one. In a heading it is a break of the line.
func (r *reader) lineBreak(c context) {
	if c.heading > 0 {
		r.run.breakLine()
		return
	}
	r.flush()
}

// preformatted lines are plain text of which nothing is known.
func (r *reader) preformatted(n node, c context) {
	r.flush()
	b := flow.Block{Kind: flow.Plain, Text: strings.Trim(plain(n), "\r\n"), Why: n.name().String()}
	if c.furniture != "" {
		b.Kind, b.Why = flow.Furniture, c.furniture
	}
	r.doc.Add(b)
}

// readRuby writes the base text in line and keeps the reading for the
// furniture after the block: 漢字 with かんじ.
func (r *reader) readRuby(n node, c context) {
	for k := n.first(); k.some(); k = k.next() {
		switch k.name() {
		case atom.Rp:
		case atom.Rt, atom.Rtc:
			r.ruby = append(r.ruby, strings.TrimSpace(plain(k)))
		default:
			r.node(k, c)
		}
	}
}

var skipped = atoms(atom.Script, atom.Style, atom.Template, atom.Noscript, atom.Head, atom.Title, atom.Iframe,
	atom.Object, atom.Svg, atom.Math, atom.Audio, atom.Video, atom.Canvas, atom.Datalist)

var isBlock = atoms(atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Center, atom.Details,
	atom.Dialog, atom.Div, atom.Dl, atom.Fieldset, atom.Figure, atom.Footer, atom.Form, atom.Header, atom.Hgroup,
	atom.Hr, atom.Html, atom.Legend, atom.Main, atom.Nav, atom.P, atom.Search, atom.Section, atom.Summary,
	atom.Tr, atom.Td, atom.Th, atom.Tbody, atom.Thead, atom.Tfoot)

func atoms(list ...atom.Atom) map[atom.Atom]bool {
	m := map[atom.Atom]bool{}
	for _, a := range list {
		m[a] = true
	}
	return m
}

// plain gives the characters below a node.
func plain(n node) string {
	if n.isText() {
		return n.data()
	}
	if n.name() == atom.Br {
		return "\n"
	}
	var b strings.Builder
	for k := n.first(); k.some(); k = k.next() {
		b.WriteString(plain(k))
	}
	return b.String()
}
