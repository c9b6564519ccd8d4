package html

import "golang.org/x/net/html/atom"

// An outline follows the tags of a page and knows which elements are open, as
// long as the page is tidy: as long as they are the ones that its tags say, and
// none of the parser's many ways to mend a page comes in (HTML, 13.2.6). Of
// what is not plainly tidy it says that it is not.
type outline struct {
	open   []atom.Atom // from html on
	begun  bool        // the body has begun, by a tag of its own
	untidy bool        // from here on
}

var (
	// voids have no end tag and hold nothing.
	voids = atoms(atom.Area, atom.Br, atom.Embed, atom.Img, atom.Wbr, atom.Param, atom.Source, atom.Track, atom.Input,
		atom.Link, atom.Meta, atom.Base)
	// closers end a paragraph that is open.
	closers = atoms(atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Center, atom.Details, atom.Dialog, atom.Dir,
		atom.Div, atom.Dl, atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer, atom.Header, atom.Hgroup, atom.Main,
		atom.Menu, atom.Nav, atom.Ol, atom.P, atom.Search, atom.Section, atom.Summary, atom.Ul, atom.Pre, atom.Form,
		atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Hr, atom.Li, atom.Dd, atom.Dt, atom.Table)
	// simple are other elements that only open and close.
	simple = atoms(atom.Span, atom.Script, atom.Style, atom.Textarea, atom.Iframe, atom.Label, atom.Sup, atom.Sub, atom.Ins,
		atom.Del, atom.Abbr, atom.Cite, atom.Q, atom.Mark, atom.Time, atom.Var, atom.Dfn, atom.Kbd, atom.Samp, atom.Ruby,
		atom.Noscript)
	// rubies stand in a ruby and end one another.
	rubies = atoms(atom.Rb, atom.Rt, atom.Rp)
	// heads are what may stand before the body.
	heads = atoms(atom.Head, atom.Title, atom.Script, atom.Style, atom.Meta, atom.Link, atom.Base)
	// within says where the parts of a table stand.
	within = map[atom.Atom]map[atom.Atom]bool{
		atom.Table: atoms(atom.Caption, atom.Colgroup, atom.Thead, atom.Tbody, atom.Tfoot, atom.Tr),
		atom.Thead: atoms(atom.Tr), atom.Tbody: atoms(atom.Tr), atom.Tfoot: atoms(atom.Tr),
		atom.Tr: atoms(atom.Td, atom.Th), atom.Colgroup: atoms(atom.Col),
	}
)

func (o *outline) top() atom.Atom {
	if len(o.open) == 0 {
		return 0
	}
	return o.open[len(o.open)-1]
}

func (o *outline) push(a atom.Atom) { o.open = append(o.open, a) }
func (o *outline) pop()             { o.open = o.open[:len(o.open)-1] }

func (o *outline) has(a atom.Atom) bool {
	for _, b := range o.open {
		if a == b {
			return true
		}
	}
	return false
}

// start takes a start tag.
func (o *outline) start(a atom.Atom) {
	switch {
	case o.untidy:
	case !o.begun:
		o.head(a)
	case within[o.top()] != nil || cellParts[a]:
		o.tablePart(a)
	case a == atom.Hr:
		o.closeParagraph()
		o.untidy = o.untidy || o.has(atom.Select)
	case voids[a]:
		o.untidy = a == atom.Input && o.has(atom.Select)
	case closers[a]:
		o.block(a)
	case a == atom.A && o.has(a):
		o.untidy = true
	case a == atom.Select, a == atom.Button:
		o.untidy = o.has(a)
		o.push(a)
	case a == atom.Option, a == atom.Optgroup:
		o.option(a)
	case formatting[a] && a != atom.Nobr, simple[a]:
		o.push(a)
	case rubies[a]:
		if rubies[o.top()] {
			o.pop()
		}
		o.untidy = o.top() != atom.Ruby
		o.push(a)
	default:
		o.untidy = true
	}
}

// head takes a start tag before the body. Of html, head and body each has to
// have its tag.
func (o *outline) head(a atom.Atom) {
	switch {
	case a == atom.Html && len(o.open) == 0, a == atom.Head && o.top() == atom.Html:
		o.push(a)
	case a == atom.Body && o.top() == atom.Html:
		o.push(a)
		o.begun = true
	case voids[a] && heads[a] && o.top() == atom.Head:
	case heads[a] && o.top() == atom.Head:
		o.push(a)
	default:
		o.untidy = true
	}
}

// block takes the start tag of an element that ends a paragraph.
func (o *outline) block(a atom.Atom) {
	switch a {
	case atom.Table: // which in an old page stands in a paragraph
		o.untidy = o.has(atom.P)
	case atom.Form:
		o.untidy = o.has(atom.Form)
	case atom.Li:
		o.follow(atom.Li, atom.Li)
	case atom.Dd, atom.Dt:
		o.follow(atom.Dd, atom.Dt)
	}
	o.closeParagraph()
	switch o.top() {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		o.untidy = true
	}
	o.push(a)
}

// option takes the start tag of what stands in a select.
func (o *outline) option(a atom.Atom) {
	if o.top() == atom.Option {
		o.pop()
	}
	if o.top() == atom.Optgroup && a == atom.Optgroup {
		o.pop()
	}
	o.untidy = o.top() != atom.Select && o.top() != atom.Optgroup
	o.push(a)
}

// closeParagraph ends the paragraph that is open, if it is the last element.
func (o *outline) closeParagraph() {
	if o.top() == atom.P {
		o.pop()
	}
	for i := len(o.open) - 1; i >= 0 && o.open[i] != atom.Td && o.open[i] != atom.Th; i-- {
		o.untidy = o.untidy || o.open[i] == atom.P
	}
}

// follow ends an item that is open, for another to follow it.
func (o *outline) follow(a, b atom.Atom) {
	if o.top() == atom.P {
		o.pop()
	}
	switch o.top() {
	case a, b:
		o.pop()
	case atom.Ul, atom.Ol, atom.Menu, atom.Dl:
	default:
		o.untidy = o.has(a) || o.has(b)
	}
}

// cellParts are the parts of a table that end its cells.
var cellParts = atoms(atom.Caption, atom.Colgroup, atom.Col, atom.Thead, atom.Tbody, atom.Tfoot, atom.Tr, atom.Td, atom.Th)

// tablePart takes a start tag in a table, outside its cells or to end one.
func (o *outline) tablePart(a atom.Atom) {
	if a != atom.Col && cellParts[a] {
		o.endCell()
	}
	for ends := enders[a]; ends[o.top()]; {
		o.pop()
	}
	if !within[o.top()][a] {
		o.untidy = true
		return
	}
	if a == atom.Tr && o.top() == atom.Table {
		o.push(atom.Tbody)
	}
	if a != atom.Col {
		o.push(a)
	}
}

// enders says which parts of a table another one ends.
var enders = map[atom.Atom]map[atom.Atom]bool{
	atom.Tr:    atoms(atom.Tr, atom.Colgroup),
	atom.Thead: atoms(atom.Tr, atom.Thead, atom.Tbody, atom.Tfoot, atom.Colgroup),
	atom.Tbody: atoms(atom.Tr, atom.Thead, atom.Tbody, atom.Tfoot, atom.Colgroup),
	atom.Tfoot: atoms(atom.Tr, atom.Thead, atom.Tbody, atom.Tfoot, atom.Colgroup),
}

// endCell ends the cell that is open with all in it. A form that is not closed
// stays open to the parser even then.
func (o *outline) endCell() {
	for i := len(o.open) - 1; i >= 0 && o.open[i] != atom.Table; i-- {
		o.untidy = o.untidy || o.open[i] == atom.Form
		if o.open[i] == atom.Td || o.open[i] == atom.Th {
			o.open = o.open[:i]
			return
		}
	}
}

// end takes an end tag.
func (o *outline) end(a atom.Atom) {
	switch {
	case o.untidy:
	case len(o.open) == 0, a == 0:
		o.untidy = true
	case !o.begun:
		o.untidy = a != o.top() || a == atom.Html
		o.pop()
	case a == atom.Td, a == atom.Th:
		before := len(o.open)
		o.endCell()
		o.untidy = o.untidy || len(o.open) == before
	case a == atom.Table, a == atom.Tr, a == atom.Tbody, a == atom.Thead, a == atom.Tfoot:
		o.endCell()
		for within[o.top()] != nil && o.top() != a && o.top() != atom.Table {
			o.pop()
		}
		o.close(a)
	case a == atom.Body, a == atom.Html, a == atom.Br:
		o.untidy = true
	case a == atom.Ruby && rubies[o.top()]:
		o.pop()
		o.close(a)
	case closers[a], a == atom.Select, a == atom.Button:
		for implied[o.top()] && o.top() != a && a != atom.P {
			o.pop()
		}
		o.close(a)
	default:
		o.close(a)
	}
}

// implied are the elements that end with the one around them.
var implied = atoms(atom.P, atom.Li, atom.Dd, atom.Dt, atom.Option, atom.Optgroup)

// close ends the last element, which has to be that.
func (o *outline) close(a atom.Atom) {
	if o.top() != a {
		o.untidy = true
		return
	}
	o.pop()
}

// chars takes a text.
func (o *outline) chars(blank bool) {
	if !blank && (o.begun && within[o.top()] != nil || !o.begun && (len(o.open) < 2 || o.top() == atom.Head)) {
		o.untidy = true
	}
}

// bodies are the elements between the children of which a page can be cut.
var bodies = atoms(atom.Html, atom.Body, atom.Div, atom.Main, atom.Article, atom.Section, atom.Center, atom.Form,
	atom.Blockquote, atom.Header, atom.Ul, atom.Ol, atom.Dl, atom.Table, atom.Tbody)

// loose reports whether the page can be cut here.
func (o *outline) loose() bool {
	if !o.begun || o.untidy {
		return false
	}
	for _, a := range o.open {
		if !bodies[a] {
			return false
		}
	}
	return true
}
