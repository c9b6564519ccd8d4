package html

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/atom"
)

// findMain gives the element that a page names as its document: <main>, or
// else the only <article>.
func findMain(root node) node {
	var mains, articles []node
	root.below(func(n node) bool {
		switch {
		case n.name() == atom.Main || n.isElement() && n.attr("role") == "main":
			mains = append(mains, n)
		case n.name() == atom.Article:
			articles = append(articles, n)
		}
		return true
	})
	switch {
	case len(mains) > 0:
		return mains[0]
	case len(articles) == 1:
		return articles[0]
	}
	return node{}
}

// outside is why what stands beside the document is furniture. An <h1> there is
// none: many pages have the title of the document above its <main>.
const outside = "outside main"

// furniture says why an element is no part of the document, or nothing.
func (r *reader) furniture(n node, inMain bool) string {
	if !n.isElement() {
		return ""
	}
	switch {
	case hidden(n):
		return "hidden"
	case n.name() == atom.Nav, roles[n.attr("role")]:
		return "navigation"
	case n.name() == atom.Aside && !r.main.some():
		return "navigation"
	case n.name() == atom.Header && topLevel(n):
		return "header"
	case n.name() == atom.Footer && topLevel(n):
		return "footer"
	case n.name() == atom.Button, n.name() == atom.Select, n.name() == atom.Option:
		return "navigation"
	case named(n) && !r.holdsDocument(n):
		return "navigation"
	case r.isContents(n):
		return "contents"
	case r.isMenu(n):
		return "navigation"
	case r.main.some() && !inMain && !r.around[n]:
		return outside
	}
	return ""
}

// measure fills in what the elements hold and which of them hold the document,
// in one pass.
func (r *reader) measure(n node, inLink bool) contents {
	c := contents{}
	switch {
	case skipped[n.name()]:
		return c
	case n.isText():
		c.text = utf8.RuneCountInString(strings.TrimSpace(n.data()))
		if inLink {
			c.linked = c.text
		}
		return c
	case n.name() == atom.A && strings.HasPrefix(n.attr("href"), "#"):
		c.inner, inLink = 1, true
	case n.name() == atom.A && n.attr("href") != "":
		c.outer, inLink = 1, true
	}
	for k := n.first(); k.some(); k = k.next() {
		d := r.measure(k, inLink)
		c.text += d.text
		c.linked += d.linked
		c.inner += d.inner
		c.outer += d.outer
		if k == r.main || r.around[k] {
			r.around[n] = true
		}
	}
	if n.isElement() && c.tells(n) {
		r.holds[n] = c
	}
	return c
}

// contents is what an element holds: characters, those of them in links, and
// links to places in the page and elsewhere.
type contents struct{ text, linked, inner, outer int }

// tells is true of an element whose contents are asked for: of most elements of
// a page none are, and a large page has millions.
func (c contents) tells(n node) bool {
	return c.inner >= leastContents || c.outer >= leastMenu || named(n)
}

// The least links of a table of contents and of a menu.
const (
	leastContents = 3
	leastMenu     = 4
)

var roles = map[string]bool{
	"navigation": true, "banner": true, "contentinfo": true, "search": true, "menu": true, "menubar": true, "toolbar": true,
}

func hidden(n node) bool {
	if _, ok := n.lookup("hidden"); ok {
		return true
	}
	style := strings.ReplaceAll(strings.ToLower(n.attr("style")), " ", "")
	return strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
}

// topLevel is true of a header or footer of the page, not of an article in it.
func topLevel(n node) bool {
	for p := n.parent(); p.some(); p = p.parent() {
		if p.name() == atom.Article || p.name() == atom.Main || p.name() == atom.Section {
			return false
		}
	}
	return true
}

// names are words in the class or id of the parts of a site round a document.
// They stand as a whole word: main-contents-header is no header.
var names = map[string]bool{
	"nav": true, "gnav": true, "navi": true, "gnavi": true, "globalnavi": true, "localnavi": true, "navigation": true,
	"globalnav": true, "breadcrumb": true, "breadcrumbs": true, "pankuzu": true, "topicpath": true, "topic-path": true,
	"sidebar": true, "side": true, "sidemenu": true, "menu": true, "pagetop": true, "page-top": true, "gotop": true,
	"gototop": true, "backtotop": true, "sns": true, "share": true, "social": true, "skip": true, "skiplink": true,
	"search": true, "searchbox": true, "footer": true, "header": true, "globalfooter": true, "globalheader": true,
	"copyright": true, "sitemap": true, "langnav": true, "lang": true, "json": true, "json_off": true, "cookie": true,
	"print": true, "fontsize": true, "hmenu": true, "footnavi": true, "fnavi": true,
}

var namedElements = atoms(atom.Div, atom.Ul, atom.Ol, atom.P, atom.Section, atom.Table, atom.Form, atom.Span)

func named(n node) bool {
	if !namedElements[n.name()] {
		return false
	}
	for _, key := range []string{"id", "class"} {
		for word := range strings.FieldsSeq(strings.ToLower(n.attr(key))) {
			if names[word] || names[strings.ReplaceAll(strings.ReplaceAll(word, "_", ""), "-", "")] {
				return true
			}
		}
	}
	return false
}

// holdsDocument guards against pages that name all of their text "menu": what
// has more text outside links than in them, and much of it, stays.
func (r *reader) holdsDocument(n node) bool {
	c := r.holds[n]
	return c.text-c.linked > 400
}

var contentsElements = atoms(atom.Ul, atom.Ol, atom.Dl, atom.Div, atom.Section, atom.P)

// isContents is true of a table of contents: at least three links to places in
// the page, few to others (annexes in files of their own), and next to no text
// beside them.
func (r *reader) isContents(n node) bool {
	c := r.holds[n]
	return contentsElements[n.name()] && c.inner >= leastContents && c.outer*2 <= c.inner && c.text-c.linked <= c.text/10
}

// isMenu is true of a list of at least four links with short names and nothing
// else. The links to documents of a policy page have titles, which are longer.
func (r *reader) isMenu(n node) bool {
	c := r.holds[n]
	switch n.name() {
	case atom.Ul, atom.Ol, atom.Menu:
		return c.outer >= leastMenu && c.text == c.linked && c.text <= 12*c.outer
	}
	return false
}
