package html

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A tree is the elements and texts of a page. The nodes of the parser take some
// 200 bytes each, and a large page has millions: here they take 32, beside their
// text.
type tree struct {
	slabs   [][]entry // of slab entries each
	count   uint32
	deepest int // element
	attrs   []html.Attribute
	texts   []string        // pages of characters, some textPage bytes each
	page    strings.Builder // the last of them, as it is written
}

// An entry is a node, tied to others by their index; 0 is none.
type entry struct {
	parent, first, next uint32
	atom                atom.Atom // of an element with a known name
	at, size            uint32    // of an element, its attributes; of a text, its characters
	page                uint32    // of a text, index into texts
	kind                html.NodeType
}

// A node is one of a tree. The zero value is none.
type node struct {
	t *tree
	i uint32
}

func (n node) entry() *entry { return n.t.entry(n.i) }

// slab is how many entries are kept together: what grows copies none of them.
const slab = 1 << 14

func (t *tree) entry(i uint32) *entry { return &t.slabs[i/slab][i%slab] }

// add makes an entry and gives its index.
func (t *tree) add(e entry) uint32 {
	if t.count%slab == 0 {
		t.slabs = append(t.slabs, make([]entry, 0, slab))
	}
	last := len(t.slabs) - 1
	t.slabs[last] = append(t.slabs[last], e)
	t.count++
	return t.count - 1
}

func (n node) some() bool      { return n.i > 0 }
func (n node) first() node     { return node{n.t, n.entry().first} }
func (n node) next() node      { return node{n.t, n.entry().next} }
func (n node) parent() node    { return node{n.t, n.entry().parent} }
func (n node) isElement() bool { return n.entry().kind == html.ElementNode }
func (n node) isText() bool    { return n.entry().kind == html.TextNode }

// name is the atom of an element, 0 of other nodes.
func (n node) name() atom.Atom { return n.entry().atom }

// data gives the characters of a text.
func (n node) data() string {
	e := n.entry()
	return n.t.texts[e.page][e.at : e.at+e.size]
}

func (n node) attributes() []html.Attribute {
	if !n.isElement() {
		return nil
	}
	e := n.entry()
	return n.t.attrs[e.at : e.at+e.size]
}

// attr gives the value of an attribute, without the space around it.
func (n node) attr(key string) string {
	v, _ := n.lookup(key)
	return strings.TrimSpace(v)
}

func (n node) lookup(key string) (string, bool) {
	for _, a := range n.attributes() {
		if a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}

// below calls f for the nodes below n, in order, until it gives false.
func (n node) below(f func(node) bool) bool {
	for k := n.first(); k.some(); k = k.next() {
		if !f(k) || !k.below(f) {
			return false
		}
	}
	return true
}

// textPage is how many bytes of characters are kept together.
const textPage = 64 << 10

// newTree gives a tree of nothing but its root, the document.
func newTree() *tree {
	t := &tree{}
	t.add(entry{}) // the index of none
	t.add(entry{kind: html.DocumentNode})
	return t
}

func (t *tree) root() node { return node{t, 1} }

// An end is a node with the last of its children, to which others can be added.
type end struct {
	node, last uint32
	depth      int // of the node; of the document 0
}

func (t *tree) end(n uint32, depth int) end {
	e := end{node: n, depth: depth}
	for k := t.entry(n).first; k > 0; k = t.entry(k).next {
		e.last = k
	}
	return e
}

// graft adds a node of the parser with all below it as the last child of e. Of
// comments and types of documents nothing is kept.
func (t *tree) graft(e *end, n *html.Node) {
	if n.Type != html.ElementNode && n.Type != html.TextNode {
		return
	}
	i := t.add(entry{parent: e.node, kind: n.Type, atom: n.DataAtom})
	if e.last > 0 {
		t.entry(e.last).next = i
	} else {
		t.entry(e.node).first = i
	}
	e.last = i
	if n.Type == html.TextNode {
		t.write(t.entry(i), n.Data)
		return
	}
	t.entry(i).at, t.entry(i).size = uint32(len(t.attrs)), uint32(len(n.Attr))
	t.attrs = append(t.attrs, n.Attr...)
	t.deepest = max(t.deepest, e.depth+1)
	t.graftBelow(&end{node: i, depth: e.depth + 1}, n)
}

func (t *tree) graftBelow(e *end, n *html.Node) {
	for k := n.FirstChild; k != nil; k = k.NextSibling {
		t.graft(e, k)
	}
}

func (t *tree) write(e *entry, s string) {
	if t.page.Len()+len(s) > textPage {
		t.turn()
	}
	if t.page.Cap() == 0 {
		t.page.Grow(max(textPage, len(s)))
	}
	e.page, e.at, e.size = uint32(len(t.texts)), uint32(t.page.Len()), uint32(len(s))
	t.page.WriteString(s)
}

// turn ends the page of characters. Only then can those on it be read.
func (t *tree) turn() {
	t.texts = append(t.texts, t.page.String())
	t.page.Reset()
}
