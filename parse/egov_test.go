package parse_test

import (
	"encoding/xml"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"shinkyu/parse"
	"shinkyu/parse/parsetest"
)

// An element is an element of a law in XML.
type element struct {
	XMLName  xml.Name
	Attrs    []xml.Attr `xml:",any,attr"`
	Children []element  `xml:",any"`
	Text     string     `xml:",chardata"`
}

func (e *element) find(name string) *element {
	for i := range e.Children {
		if e.Children[i].XMLName.Local == name {
			return &e.Children[i]
		}
	}
	return nil
}

// plain is the text of an element and all in it, ruby readings left out.
func (e *element) plain() string {
	if e == nil || e.XMLName.Local == "Rt" {
		return ""
	}
	if len(e.Children) == 0 {
		return strings.TrimSpace(e.Text)
	}
	var b strings.Builder
	b.WriteString(strings.TrimSpace(e.Text))
	for i := range e.Children {
		b.WriteString(e.Children[i].plain())
	}
	return b.String()
}

// A lawPrinter renders a law as the text that people copy from a page.
type lawPrinter struct {
	lines    []string
	sections counted // headings and items with their depth
	wrap     int     // em; 0 for a paragraph a line
	leads    bool
}

func (p *lawPrinter) line(lead, hang int, s string) {
	if s == "" {
		return
	}
	pad := func(n int) string {
		if !p.leads {
			return ""
		}
		return strings.Repeat("　", n)
	}
	if p.wrap == 0 {
		p.lines = append(p.lines, pad(lead)+s)
		return
	}
	g := &genPrinter{}
	for i, l := range g.wrap(s, float64(p.wrap-lead), float64(p.wrap-hang)) {
		if i == 0 {
			p.lines = append(p.lines, pad(lead)+l)
		} else {
			p.lines = append(p.lines, pad(hang)+l)
		}
	}
}

func (p *lawPrinter) add(depth int, marker, title string) {
	p.sections[fmt.Sprintf("%d %s|%s", depth, tight(marker), tight(title))]++
}

func (p *lawPrinter) children(e *element, depth int) {
	for i := range e.Children {
		p.element(&e.Children[i], depth)
	}
}

func (p *lawPrinter) element(e *element, depth int) {
	switch name := e.XMLName.Local; name {
	case "Part", "Chapter", "Section", "Subsection", "Division":
		title := e.find(name + "Title").plain()
		marker, rest, _ := strings.Cut(title, "　")
		p.add(depth, marker, rest)
		p.line(3, 5, title)
		p.children(e, depth+1)
	case "Article":
		p.article(e, depth)
	case "SupplProvision":
		label := "附　則"
		p.add(depth, label, attr(e, "AmendLawNum"))
		if law := attr(e, "AmendLawNum"); law != "" {
			label += "　（" + law + "）"
		}
		p.line(3, 5, label)
		p.children(e, depth+1)
	case "Paragraph":
		p.paragraph(e, depth, 0)
	case "MainProvision":
		p.children(e, depth)
	}
}

func attr(e *element, name string) string {
	for _, a := range e.Attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func (p *lawPrinter) article(e *element, depth int) {
	caption := e.find("ArticleCaption").plain()
	p.line(1, 2, caption)
	marker := e.find("ArticleTitle").plain()
	p.add(depth, marker, "")
	first := true
	for i := range e.Children {
		c := &e.Children[i]
		if c.XMLName.Local != "Paragraph" {
			continue
		}
		if first && c.find("ParagraphNum").plain() == "" {
			p.line(0, 1, marker+"　"+c.find("ParagraphSentence").plain())
			p.items(c, depth+1, 1)
		} else {
			if first {
				p.line(0, 1, marker)
			}
			p.paragraph(c, depth+1, 0)
		}
		first = false
	}
}

func (p *lawPrinter) paragraph(e *element, depth, lead int) {
	p.line(lead+1, 2, e.find("ParagraphCaption").plain())
	num := e.find("ParagraphNum").plain()
	text := e.find("ParagraphSentence").plain()
	if num == "" {
		p.line(lead+1, lead, text)
		p.items(e, depth, 1)
		return
	}
	p.add(depth, num, "")
	p.line(lead, lead+1, num+"　"+text)
	p.items(e, depth+1, lead+1)
}

// items prints 号 and what is below.
func (p *lawPrinter) items(e *element, depth, lead int) {
	for i := range e.Children {
		c := &e.Children[i]
		name := c.XMLName.Local
		if name != "Item" && !strings.HasPrefix(name, "Subitem") || strings.HasSuffix(name, "Title") || strings.HasSuffix(name, "Sentence") {
			continue
		}
		marker := c.find(name + "Title").plain()
		if marker == "" {
			continue
		}
		p.add(depth, marker, "")
		s := c.find(name + "Sentence")
		var cols []string
		for j := range s.Children {
			cols = append(cols, s.Children[j].plain())
		}
		if len(s.Children) > 0 && s.Children[0].XMLName.Local != "Column" {
			cols = []string{strings.Join(cols, "")}
		}
		p.line(lead, lead+1, marker+"　"+strings.Join(cols, "　"))
		p.items(c, depth+1, lead+1)
	}
}

// printLaw renders the law of a file.
func printLaw(t testing.TB, path string, wrap int, leads bool) (string, *lawPrinter) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var law element
	if err := xml.Unmarshal(data, &law); err != nil {
		t.Fatal(err)
	}
	p := &lawPrinter{sections: counted{}, wrap: wrap, leads: leads}
	body := law.find("LawBody")
	p.line(0, 0, body.find("LawTitle").plain())
	p.line(0, 0, "（"+law.find("LawNum").plain()+"）")
	if toc := body.find("TOC"); toc != nil {
		p.line(0, 0, "目次")
		p.contents(toc, 1)
	}
	for i := range body.Children {
		p.element(&body.Children[i], 0)
	}
	return strings.Join(p.lines, "\n") + "\n", p
}

func (p *lawPrinter) contents(e *element, lead int) {
	for i := range e.Children {
		c := &e.Children[i]
		switch name := c.XMLName.Local; {
		case name == "TOCSupplProvision":
			p.line(lead, lead+2, "附則")
		case strings.HasPrefix(name, "TOC") && name != "TOCLabel":
			p.line(lead, lead+2, c.find(strings.TrimPrefix(name, "TOC")+"Title").plain()+c.find("ArticleRange").plain())
			p.contents(c, lead+1)
		}
	}
}

// TestLawsAsText renders laws from their XML as text and counts the headings
// and items that the parser finds, depth and all.
func TestLawsAsText(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(parsetest.Corpora(t, "egov-xml"), "*.xml"))
	if err != nil || len(files) == 0 {
		t.Skip("no laws in XML")
	}
	var report strings.Builder
	for _, style := range []struct {
		name  string
		wrap  int
		leads bool
	}{{"a paragraph a line", 0, true}, {"no leading space", 0, false}, {"wrapped", 40, true}, {"wrapped, no leading space", 38, false}} {
		var all scored
		for _, f := range files {
			text, want := printLaw(t, f, style.wrap, style.leads)
			d := parseText(t, filepath.Base(f), text)
			checkLaws(t, d)
			got := lawSections(d)
			all.add(want.sections, got)
			if testing.Verbose() {
				m, x := missing(want.sections, got), missing(got, want.sections)
				t.Logf("%s %s: %d\nmissing %.900q\nextra %.900q", style.name, filepath.Base(f), len(want.sections), m, x)
			}
		}
		fmt.Fprintf(&report, "%s: %v\n", style.name, all)
	}
	t.Log("\n" + report.String())
	parsetest.Golden(t, "testdata/laws.golden", report.String())
}

// lawSections lists sections as the renderer counts them: chapters with their
// titles, articles and items by marker alone.
func lawSections(d *parse.Document) counted {
	out := counted{}
	parse.Walk(d.Content, func(n parse.Node, in []*parse.Section) bool {
		if s, ok := n.(*parse.Section); ok {
			title := strings.Trim(tight(s.Title.String), "（）")
			if strings.HasSuffix(s.Marker.Text, "条") {
				title = ""
			}
			out[fmt.Sprintf("%d %s|%s", len(in), s.Marker.Text, title)]++
		}
		return true
	})
	return out
}
