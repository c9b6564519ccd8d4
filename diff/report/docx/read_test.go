package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"path"
	"slices"
	"strings"
	"testing"
)

// A node is an element as read back.
type node struct {
	name  xml.Name
	attrs map[string]string // by local name
	kids  []*node
	text  string // of a node without a name
}

func (n *node) is(local string) bool { return n.name.Local == local }

func (n *node) kid(local string) *node {
	if n == nil {
		return nil
	}
	for _, k := range n.kids {
		if k.is(local) {
			return k
		}
	}
	return nil
}

// all gives every element of a name, in order.
func (n *node) all(local string) []*node {
	var out []*node
	for _, k := range n.kids {
		if k.is(local) {
			out = append(out, k)
		}
		out = append(out, k.all(local)...)
	}
	return out
}

func parseXML(t *testing.T, name string, data []byte) *node {
	t.Helper()
	dec := xml.NewDecoder(bytes.NewReader(data))
	root := &node{}
	stack := []*node{root}
	for {
		tok, err := dec.Token()
		if err == io.EOF {
			return root
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		top := stack[len(stack)-1]
		switch tok := tok.(type) {
		case xml.StartElement:
			n := &node{name: tok.Name, attrs: map[string]string{}}
			for _, a := range tok.Attr {
				n.attrs[a.Name.Local] = a.Value
			}
			top.kids = append(top.kids, n)
			stack = append(stack, n)
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		case xml.CharData:
			top.kids = append(top.kids, &node{text: string(tok)})
		}
	}
}

// unpack reads a package and checks what holds for all of them: each part has
// a content type, each relation has its target, each part is pointed to, no id
// stands twice.
func unpack(t *testing.T, data []byte) map[string]*node {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]*node{}
	for _, f := range z.File {
		if parts[f.Name] != nil {
			t.Errorf("part %s stands twice", f.Name)
		}
		if !f.Modified.Equal(epoch) {
			t.Errorf("part %s has the time %v", f.Name, f.Modified)
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = parseXML(t, f.Name, b)
	}
	checkTypes(t, parts)
	checkRelations(t, parts)
	checkIDs(t, parts["word/document.xml"])
	for name, part := range parts {
		checkOrder(t, name, part)
	}
	return parts
}

func checkTypes(t *testing.T, parts map[string]*node) {
	t.Helper()
	typed := map[string]bool{}
	for _, o := range parts["[Content_Types].xml"].all("Override") {
		typed[strings.TrimPrefix(o.attrs["PartName"], "/")] = true
	}
	for name := range parts {
		if !typed[name] && !strings.HasSuffix(name, ".rels") && name != "[Content_Types].xml" {
			t.Errorf("part %s has no content type", name)
		}
	}
	for name := range typed {
		if parts[name] == nil {
			t.Errorf("a content type without its part %s", name)
		}
	}
}

func checkRelations(t *testing.T, parts map[string]*node) {
	t.Helper()
	pointed := map[string]bool{}
	ids := map[string]bool{}
	for name, base := range map[string]string{"_rels/.rels": "", "word/_rels/document.xml.rels": "word"} {
		seen := map[string]bool{}
		for _, r := range parts[name].all("Relationship") {
			if seen[r.attrs["Id"]] {
				t.Errorf("%s: id %s stands twice", name, r.attrs["Id"])
			}
			seen[r.attrs["Id"]] = true
			if base == "word" {
				ids[r.attrs["Id"]] = true
			}
			if r.attrs["TargetMode"] == "External" {
				if !strings.HasPrefix(r.attrs["Target"], "https://") {
					t.Errorf("%s: link to %q", name, r.attrs["Target"])
				}
				continue
			}
			target := path.Join(base, r.attrs["Target"])
			pointed[target] = true
			if parts[target] == nil {
				t.Errorf("%s points to %s, which is not there", name, target)
			}
		}
	}
	for name := range parts {
		if !pointed[name] && !strings.HasSuffix(name, ".rels") && name != "[Content_Types].xml" {
			t.Errorf("nothing points to part %s", name)
		}
	}
	doc := parts["word/document.xml"]
	for _, local := range []string{"headerReference", "footerReference", "hyperlink"} {
		for _, n := range doc.all(local) {
			if id := n.attrs["id"]; id != "" && !ids[id] {
				t.Errorf("%s of unknown relation %s", local, id)
			}
		}
	}
}

func checkIDs(t *testing.T, doc *node) {
	t.Helper()
	for _, kinds := range [][]string{{"bookmarkStart"}, {"ins", "del", "moveFrom", "moveTo", "moveFromRangeStart", "moveToRangeStart", "commentReference"}} {
		seen := map[string]bool{}
		for _, k := range kinds {
			for _, n := range doc.all(k) {
				if id := n.attrs["id"]; seen[id] {
					t.Errorf("%s: id %s stands twice", k, id)
				} else {
					seen[id] = true
				}
			}
		}
	}
	names := map[string]bool{}
	for _, n := range doc.all("bookmarkStart") {
		if names[n.attrs["name"]] {
			t.Errorf("bookmark %s stands twice", n.attrs["name"])
		}
		names[n.attrs["name"]] = true
	}
	for _, n := range doc.all("hyperlink") {
		if a := n.attrs["anchor"]; a != "" && !names[a] {
			t.Errorf("link to unknown bookmark %s", a)
		}
	}
}

// checkStyles checks that every style named is there.
func checkStyles(t *testing.T, parts map[string]*node) {
	t.Helper()
	have := map[string]bool{}
	for _, s := range parts["word/styles.xml"].all("style") {
		if have[s.attrs["styleId"]] {
			t.Errorf("style %s stands twice", s.attrs["styleId"])
		}
		have[s.attrs["styleId"]] = true
	}
	for name, part := range parts {
		for _, local := range []string{"pStyle", "rStyle", "tblStyle", "basedOn", "next"} {
			for _, n := range part.all(local) {
				if !have[n.attrs["val"]] {
					t.Errorf("%s: %s %q is not there", name, local, n.attrs["val"])
				}
			}
		}
	}
}

// text gives the text of a paragraph, run or cell, its tracked changes
// accepted or rejected.
func text(n *node, accept bool) string {
	switch {
	case (n.is("ins") || n.is("moveTo")) && !accept, (n.is("del") || n.is("moveFrom")) && accept, n.is("pPr"), n.is("rPr"):
		return ""
	case n.is("tab"):
		return "\t"
	case n.is("br"):
		return "\n"
	}
	s := ""
	if n.is("t") || n.is("delText") {
		for _, k := range n.kids {
			s += k.text
		}
		return s
	}
	for _, k := range n.kids {
		s += text(k, accept)
	}
	return s
}

// paragraphs gives the paragraphs of a body with all tracked changes accepted
// or rejected. A paragraph of which the end goes runs on into the next.
func paragraphs(body *node, accept bool) []string {
	var out []string
	cur := ""
	for _, p := range body.kids {
		if !p.is("p") {
			continue
		}
		cur += text(p, accept)
		mark := p.kid("pPr").kid("rPr")
		if endGone(mark, accept) {
			continue
		}
		out = append(out, cur)
		cur = ""
	}
	if cur != "" {
		out = append(out, cur)
	}
	return out
}

func endGone(mark *node, accept bool) bool {
	if mark == nil {
		return false
	}
	if accept {
		return mark.kid("del") != nil || mark.kid("moveFrom") != nil
	}
	return mark.kid("ins") != nil || mark.kid("moveTo") != nil
}

// sequences are the children that an element may have, in the order that its
// schema demands (ECMA-376 part 1, annex A.1), as far as we write them. Word
// takes a file with others, or in another order, for a broken one.
var sequences = map[string][]string{
	"body": nil, "tbl": {"tblPr", "tblGrid", "tr"}, "tr": {"trPr", "tc"},
	"p": nil, "r": nil, "tc": nil, "ins": nil, "del": nil, "moveFrom": nil, "moveTo": nil,
	"pPr": {
		"pStyle", "keepNext", "keepLines", "pageBreakBefore", "widowControl", "snapToGrid", "spacing", "ind", "jc",
		"outlineLvl", "rPr",
	},
	"rPr": {
		"ins", "del", "moveFrom", "moveTo", "rStyle", "rFonts", "b", "i", "strike", "color", "sz", "szCs", "u", "shd", "lang",
	},
	"tcPr":        {"tcW", "gridSpan", "vMerge", "tcBorders", "shd"},
	"tcBorders":   {"top", "left", "bottom", "right"},
	"tblPr":       {"tblStyle", "tblW", "tblBorders", "tblLayout", "tblCellMar"},
	"tblBorders":  {"top", "left", "bottom", "right", "insideH", "insideV"},
	"tblCellMar":  {"top", "left", "bottom", "right"},
	"trPr":        {"cantSplit", "tblHeader"},
	"sectPr":      {"headerReference", "footerReference", "pgSz", "pgMar"},
	"style":       {"name", "basedOn", "next", "qFormat", "pPr", "rPr", "tblPr"},
	"docDefaults": {"rPrDefault", "pPrDefault"},
	"font":        {"altName", "charset", "family", "pitch"},
	"settings": {
		"zoom", "defaultTabStop", "characterSpacingControl", "compat", "themeFontLang", "decimalSymbol", "listSeparator",
	},
}

// blocks are the children of elements of which the order is free.
var blocks = map[string][]string{
	"body": {"p", "tbl", "sectPr", "moveFromRangeEnd", "moveToRangeEnd"}, "tc": {"tcPr", "bookmarkStart", "bookmarkEnd", "p"},
	"p": {
		"pPr", "r", "ins", "del", "hyperlink", "fldSimple", "moveFrom", "moveTo", "moveFromRangeStart", "moveToRangeStart",
	},
	"r":   {"rPr", "t", "delText", "tab", "br", "commentReference"},
	"ins": {"r", "del"}, "del": {"r"}, "moveFrom": {"r"}, "moveTo": {"r"},
}

func checkOrder(t *testing.T, name string, n *node) {
	t.Helper()
	if list, ok := sequences[n.name.Local]; ok && n.name.Space == nsW {
		at := 0
		for _, k := range n.kids {
			if k.name.Local == "" {
				continue
			}
			allowed := list
			if list == nil {
				allowed, at = blocks[n.name.Local], 0
			}
			i := slices.Index(allowed, k.name.Local)
			if i < at {
				t.Fatalf("%s: <%s> in <%s> is not allowed, or not there", name, k.name.Local, n.name.Local)
			}
			at = i
		}
	}
	for _, k := range n.kids {
		if k.name.Local != "" {
			checkOrder(t, name, k)
		}
	}
}
