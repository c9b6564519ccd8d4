package html

import (
	"io"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"shinkyu/parse/source/internal/flow"
)

// A cut is a place in a large page at which the parser can begin anew: what it
// would do there depends on nothing but the elements that are open.
type cut struct {
	at   int         // byte
	open []atom.Atom // from html on
}

// pieceBytes is the least between two cuts, in bytes. The parser takes some
// ten times as much memory while it is at a piece.
const pieceBytes = 1 << 20

// A cutter finds the cuts of a page.
type cutter struct {
	least   int // bytes between two cuts
	outline outline
	cuts    []cut
	last    int // byte
}

// add takes a token that begins at a byte.
func (c *cutter) add(t token, at int) {
	o := &c.outline
	if o.untidy {
		return
	}
	switch t.kind {
	case html.StartTagToken:
		if at-c.last >= c.least && o.loose() {
			c.cuts = append(c.cuts, cut{at, append([]atom.Atom(nil), o.open...)})
			c.last = at
		}
		o.start(t.name)
	case html.SelfClosingTagToken:
		o.start(t.name)
		o.untidy = o.untidy || !voids[t.name] && t.name != atom.Hr && t.name != atom.Col
	case html.EndTagToken:
		o.end(t.name)
	case html.TextToken:
		o.chars(strings.Trim(string(t.raw), " \t\r\n\f") == "")
	}
}

// grow makes the tree of a page, piece by piece.
func grow(text string, cuts []cut, maxDepth int) (*tree, error) {
	if len(cuts) > 0 && again(text[cuts[0].at:]) {
		cuts = nil
	}
	t, ok, err := growPieces(text, cuts, maxDepth)
	if err == nil && !ok {
		t, _, err = growPieces(text, nil, maxDepth)
	}
	return t, err
}

// again reports whether the page has a tag for the whole of it once more: its
// attributes are then those of the first.
func again(text string) bool {
	for {
		i := strings.IndexByte(text, '<')
		if i < 0 || i+5 > len(text) {
			return false
		}
		text = text[i+1:]
		if strings.EqualFold(text[:4], "html") || strings.EqualFold(text[:4], "body") {
			return true
		}
	}
}

// parserDepth is how deep the parser lets elements be nested, whatever is allowed.
const parserDepth = 512

// growPieces reports false where the elements that are open at a cut are not
// those that the cut says.
func growPieces(text string, cuts []cut, maxDepth int) (*tree, bool, error) {
	t := newTree()
	ends := []end{{node: 1}}
	head := doctype(text)
	from, before := 0, []atom.Atom(nil)
	for _, c := range append(cuts, cut{at: len(text)}) {
		r := io.MultiReader(strings.NewReader(reopening(head, before)), strings.NewReader(text[from:c.at]))
		root, err := html.ParseWithOptions(r, html.ParseOptionEnableScripting(false))
		switch {
		case err != nil && strings.Contains(err.Error(), "open stack of elements exceeds"):
			return nil, false, &flow.LimitError{What: "its elements are nested too deep for HTML, where --max-depth goes no higher", Limit: parserDepth}
		case err != nil:
			return nil, false, err
		case !t.join(ends, root, before):
			return nil, false, nil
		case t.deepest > maxDepth:
			return nil, false, flow.DepthError(maxDepth)
		}
		if ends = t.reopen(ends, c.open); ends == nil {
			return nil, false, nil
		}
		from, before = c.at, c.open
	}
	t.turn()
	return t, true, nil
}

// reopening is what stands before a piece for the parser to be where it was.
func reopening(head string, open []atom.Atom) string {
	if len(open) == 0 {
		return ""
	}
	for _, a := range open {
		head += "<" + a.String() + ">"
	}
	return head
}

// doctype gives the declaration at the head of a page, which tells the parser
// how old the page is.
func doctype(text string) string {
	z := html.NewTokenizer(strings.NewReader(text[:min(len(text), 64<<10)]))
	for {
		switch z.Next() {
		case html.DoctypeToken:
			return string(z.Raw())
		case html.ErrorToken, html.StartTagToken:
			return ""
		}
	}
}

// join adds what the parser made of a piece to the elements that were open when
// the piece began: each is the first thing in the one around it, but for the
// body, which has the head before it.
func (t *tree) join(ends []end, root *html.Node, open []atom.Atom) bool {
	path := []*html.Node{root}
	for i, a := range open {
		n := path[i].FirstChild
		for n != nil && i < 2 && n.DataAtom != a {
			n = n.NextSibling
		}
		if n == nil || n.DataAtom != a {
			return false
		}
		path = append(path, n)
	}
	// A piece begins with a tag. A text that comes first was moved out of a table,
	// and belongs to the one before the cut.
	if n := path[len(path)-1].FirstChild; len(open) > 0 && n != nil && n.Type == html.TextNode {
		return false
	}
	for i := len(path) - 1; i >= 0; i-- {
		n := path[i].FirstChild
		if i+1 < len(path) {
			n = path[i+1].NextSibling
		}
		for ; n != nil; n = n.NextSibling {
			t.graft(&ends[i], n)
		}
	}
	return true
}

// reopen gives the ends of the elements that are open after a piece, the
// document first; nil where there are no such elements.
func (t *tree) reopen(ends []end, open []atom.Atom) []end {
	out := ends[:1:1]
	for i, a := range open {
		n := out[i].last
		switch {
		case t.entry(n).atom != a:
			return nil
		case i+1 < len(ends) && ends[i+1].node == n:
			out = append(out, ends[i+1])
		default:
			out = append(out, t.end(n, i+1))
		}
	}
	return out
}
