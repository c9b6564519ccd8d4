package egov

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"shinkyu/parse/source/internal/flow"
)

// An element is a node of the XML tree: an element, or a run of text where
// Name is empty.
type element struct {
	Name     string
	Attr     map[string]string
	Text     string
	Children []*element
}

// Read reads the bytes of a law (UTF-8) within limits.
func Read(data []byte, limits flow.Limits) (*flow.Doc, error) {
	root, err := tree(data, limits)
	if err != nil {
		return nil, err
	}
	law := root.find("Law")
	if law == nil {
		return nil, errors.New("it has no <Law> element")
	}
	r := reader{doc: &flow.Doc{Language: law.Attr["Lang"]}}
	r.law(law)
	return r.doc, nil
}

// tree parses the XML. An iterative walk, so that depth costs no stack.
func tree(data []byte, limits flow.Limits) (*element, error) {
	budget := flow.NewBudget(limits.Memory)
	meter := &flow.Meter{R: bytes.NewReader(data), Left: int64(len(data)), Most: limits.Token}
	dec := xml.NewDecoder(meter)
	dec.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil } // decoded already
	root := &element{Name: "#root"}
	stack := []*element{root}
	for {
		meter.Token = 0
		tok, err := dec.Token()
		if err == io.EOF {
			break
		}
		if meter.Over != nil {
			return nil, meter.Over
		}
		if err != nil {
			return nil, err
		}
		top := stack[len(stack)-1]
		switch t := tok.(type) {
		case xml.StartElement:
			if len(stack) > limits.Depth {
				return nil, flow.DepthError(limits.Depth)
			}
			if err := budget.Element(2*len(t.Attr), 0); err != nil { // a map takes twice a slice
				return nil, err
			}
			e := &element{Name: t.Name.Local, Attr: attributes(t)}
			top.Children = append(top.Children, e)
			stack = append(stack, e)
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		case xml.CharData:
			if err := budget.Text(len(t)); err != nil {
				return nil, err
			}
			top.Children = append(top.Children, &element{Text: string(t)})
		}
	}
	return root, nil
}

func attributes(t xml.StartElement) map[string]string {
	if len(t.Attr) == 0 {
		return nil
	}
	m := make(map[string]string, len(t.Attr))
	for _, a := range t.Attr {
		m[a.Name.Local] = a.Value
	}
	return m
}

// find gives the first element of that name, this one or below. The API of
// e-Gov wraps <Law> in <law_full_text> and others.
func (e *element) find(name string) *element {
	if e.Name == name {
		return e
	}
	for _, c := range e.Children {
		if f := c.find(name); f != nil {
			return f
		}
	}
	return nil
}

// child gives the first child of that name, nil if there is none.
func (e *element) child(name string) *element {
	for _, c := range e.Children {
		if c.Name == name {
			return c
		}
	}
	return nil
}

type reader struct {
	doc  *flow.Doc
	ruby []string
}

func (r *reader) law(law *element) {
	if n := law.child("LawNum"); n != nil {
		r.doc.Number = r.text(n)
	}
	body := law.find("LawBody")
	if body == nil {
		body = law
	}
	for _, e := range body.Children {
		switch e.Name {
		case "LawTitle":
			r.doc.Title = r.text(e)
			r.add(flow.Block{Kind: flow.Title, Text: r.doc.Title, Why: e.Name})
			r.add(flow.Block{Kind: flow.Title, Text: r.doc.Number, Why: "LawNum"})
		case "TOC":
			r.contents(e)
		default:
			r.part(e)
		}
	}
}

func (r *reader) add(b flow.Block) {
	r.doc.Add(b)
	if len(r.ruby) > 0 {
		r.doc.Add(flow.Block{Kind: flow.Furniture, Text: strings.Join(r.ruby, "　"), Why: "ruby"})
		r.ruby = nil
	}
}

// contents sets the table of contents aside, a line an entry.
func (r *reader) contents(e *element) {
	var lines []string
	var walk func(*element)
	walk = func(e *element) {
		line := ""
		for _, c := range e.Children {
			switch {
			case strings.HasPrefix(c.Name, "TOC") && c.Name != "TOCLabel":
				if line != "" {
					lines = append(lines, line)
					line = ""
				}
				walk(c)
			case c.Name != "":
				line += r.text(c)
			}
		}
		if line != "" {
			lines = append(lines, line)
		}
	}
	walk(e)
	r.add(flow.Block{Kind: flow.Furniture, Text: strings.Join(lines, "\n"), Why: "contents"})
}

// headings are the elements that hold a title and more of the law, with the
// level of that title.
var headings = map[string]int{
	"Part": 1, "Chapter": 2, "Section": 3, "Subsection": 4, "Division": 5,
	"SupplProvision": 1,
	"AppdxTable":     1, "AppdxNote": 1, "AppdxStyle": 1, "AppdxFormat": 1, "AppdxFig": 1, "Appdx": 1,
	"SupplProvisionAppdxTable": 2, "SupplProvisionAppdxStyle": 2, "SupplProvisionAppdx": 2,
}

func (r *reader) part(e *element) {
	switch {
	case headings[e.Name] > 0:
		r.heading(e, headings[e.Name])
		return
	case e.Name == "Article":
		r.article(e)
		return
	case itemLevel(e.Name) > 0:
		r.item(e, itemLevel(e.Name))
		return
	case e.Name == "TableStruct" || e.Name == "Table":
		r.table(e)
		return
	case isWrapper(e):
		for _, c := range e.Children {
			r.part(c)
		}
		return
	}
	r.add(flow.Block{Kind: flow.Paragraph, Text: r.text(e), Caption: strings.HasSuffix(e.Name, "Caption"), Why: e.Name})
}

// isWrapper is true of elements that hold others and no text of their own.
func isWrapper(e *element) bool {
	elements := 0
	for _, c := range e.Children {
		if c.Name == "" && strings.TrimSpace(c.Text) != "" {
			return false
		}
		if c.Name != "" && c.Name != "Ruby" && c.Name != "Line" && c.Name != "Sup" && c.Name != "Sub" &&
			c.Name != "Sentence" && c.Name != "Column" {
			elements++
		}
	}
	return elements > 0
}

// heading writes a part with its title: the child that ends in Title or Label.
// What stands with a title beside its number (（第四条関係）, the law that an
// amendment's 附則 belongs to) follows it.
func (r *reader) heading(e *element, level int) {
	b := flow.Block{Kind: flow.Heading, Level: level, Gap: "　", Why: e.Name}
	var rest []*element
	for _, c := range e.Children {
		switch {
		case strings.HasSuffix(c.Name, "Label"), strings.HasPrefix(c.Name, "Appdx") && strings.HasSuffix(c.Name, "Title"):
			b.Marker = r.text(c)
		case c.Name == e.Name+"Title":
			b.Marker, b.Text = cut(r.text(c))
		case c.Name == "RelatedArticleNum":
			b.Text += r.text(c)
		default:
			rest = append(rest, c)
		}
	}
	if n := e.Attr["AmendLawNum"]; n != "" {
		b.Text += "（" + n + "）"
	}
	if b.Text == "" {
		b.Gap = ""
	}
	r.add(b)
	for _, c := range rest {
		r.part(c)
	}
}

// cut parts a title at the space behind its number: 第一章　総則.
func cut(title string) (number, rest string) {
	i := strings.IndexAny(title, "　 ")
	if i < 0 {
		return title, ""
	}
	return title[:i], strings.TrimLeft(title[i:], "　 ")
}
