package source_test

import (
	"encoding/xml"
	"fmt"
	"html"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"shinkyu/parse"
	"shinkyu/parse/parsetest"
	"shinkyu/parse/source"
)

// TestCorpora reads every document of the corpora and measures what is found
// against what the documents themselves say. The figures are golden numbers.
func TestCorpora(t *testing.T) {
	var out strings.Builder
	docs := readCorpora(t, &out)
	docs.scoreHTML(&out)
	docs.scoreEGov(t, &out)
	docs.scoreTwins(t, &out)
	docs.scoreContents(&out)
	t.Log("\n" + out.String())
	parsetest.Golden(t, "testdata/corpora.golden", out.String())
}

// A corpus is the documents by path.
type corpus struct {
	names []string
	docs  map[string]*parse.Document
	bytes map[string][]byte
}

func readCorpora(t *testing.T, out *strings.Builder) *corpus {
	c := &corpus{docs: map[string]*parse.Document{}, bytes: map[string][]byte{}}
	root := parsetest.Corpora(t)
	kinds := map[source.Format]int{}
	for _, folder := range []string{"cio-jp", "gif", "gif-docs", "pdf", "ppc-html", "egov-xml", "sjis", "nbdc"} {
		err := filepath.WalkDir(filepath.Join(root, folder), func(path string, d fs.DirEntry, err error) error {
			switch filepath.Ext(path) {
			case ".pdf", ".docx", ".html", ".xml", ".md":
			default:
				return err
			}
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			src, err := source.Read(filepath.Base(path), data, source.Options{})
			if err == nil {
				err = src.CheckJapanese()
			}
			if err != nil {
				t.Errorf("%s: %v", path, err)
				return nil
			}
			name, _ := filepath.Rel(root, path)
			c.names = append(c.names, name)
			c.docs[name], c.bytes[name] = parse.Parse(src), data
			kinds[src.Format]++
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	fmt.Fprintf(out, "read without failure: %d pdf, %d docx, %d html, %d egov-xml, %d markdown\n",
		kinds[source.PDF], kinds[source.Docx], kinds[source.HTML], kinds[source.EGovXML], kinds[source.Markdown])
	return c
}

// A score counts what two lists have in common.
type score struct{ found, wanted, hit int }

func (s *score) add(found, wanted []string) (missed, extra []string) {
	left := map[string]int{}
	for _, w := range wanted {
		left[w]++
	}
	s.wanted += len(wanted)
	s.found += len(found)
	for _, f := range found {
		if left[f] > 0 {
			left[f]--
			s.hit++
		} else {
			extra = append(extra, f)
		}
	}
	for _, w := range wanted {
		if left[w] > 0 {
			left[w]--
			missed = append(missed, w)
		}
	}
	return missed, extra
}

func (s score) String() string {
	p, r := float64(s.hit)/max(1, float64(s.found)), float64(s.hit)/max(1, float64(s.wanted))
	return fmt.Sprintf("F1 %.3f (precision %.3f, recall %.3f, %d of %d)", 2*p*r/max(1e-9, p+r), p, r, s.hit, s.wanted)
}

// key is a heading without what differs between formats: white space.
func key(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r <= ' ' || r == '　' || r == '\u00a0' }), "")
}

// headings are the sections of a tree that have a heading, marker and title.
func headings(d *parse.Document) []string {
	var out []string
	for s := range d.Sections() {
		if s.Title.String != "" {
			out = append(out, key(s.Marker.Text+s.Title.String))
		}
	}
	return out
}

// blockHeadings are the headings that a format names.
func blockHeadings(s *source.Source) []string {
	var out []string
	for _, b := range s.Blocks {
		if b.Kind == source.BlockHeading {
			out = append(out, key(s.Slice(source.Span{Start: s.Lines[b.First].Span.Start, End: s.Lines[b.Last].Span.End})))
		}
	}
	return out
}

var (
	heading = regexp.MustCompile(`(?is)<h[1-6]\b[^>]*>(.*?)</h[1-6]>`)
	tag     = regexp.MustCompile(`(?s)<[^>]*>`)
	banner  = regexp.MustCompile(`(?is)<(header|nav|footer)\b.*?</(header|nav|footer)>`)
)

// scoreHTML compares with the h elements outside the head and foot of a page.
func (c *corpus) scoreHTML(out *strings.Builder) {
	var blocks, trees score
	for _, name := range c.names {
		d := c.docs[name]
		if d.Source.Format != source.HTML || d.Source.Encoding != "utf-8" {
			continue
		}
		var want []string
		for _, m := range heading.FindAllStringSubmatch(banner.ReplaceAllString(string(c.bytes[name]), ""), -1) {
			if k := key(html.UnescapeString(tag.ReplaceAllString(m[1], ""))); k != "" {
				want = append(want, k)
			}
		}
		blocks.add(blockHeadings(d.Source), want)
		found := headings(d)
		for _, f := range d.Front {
			if f.Kind == parse.FrontTitle {
				found = append(found, key(f.Text.String))
			}
		}
		trees.add(keep(found, want), want)
	}
	fmt.Fprintf(out, "HTML headings of the source against h elements: %v\n", blocks)
	fmt.Fprintf(out, "HTML h elements that are headings of the tree: %v\n", trees)
}

// keep leaves out of found what is not wanted: a tree has headings that the
// page does not mark up.
func keep(found, wanted []string) []string {
	return slices.DeleteFunc(slices.Clone(found), func(f string) bool { return !slices.Contains(wanted, f) })
}

// A law element, for reading the XML a second way.
type lawElement struct {
	XMLName  xml.Name
	Children []lawElement `xml:",any"`
	Text     string       `xml:",chardata"`
}

func (e *lawElement) text() string {
	if e.XMLName.Local == "Rt" {
		return ""
	}
	s := strings.TrimSpace(e.Text)
	for i := range e.Children {
		s += e.Children[i].text()
	}
	return s
}

// provisions gives the titles and numbers of the levels of a law in order.
func (e *lawElement) provisions() []string {
	name := e.XMLName.Local
	if name == "TOC" || strings.HasPrefix(name, "Table") {
		return nil
	}
	var out []string
	for i := range e.Children {
		c := &e.Children[i]
		switch sub := c.XMLName.Local; {
		case sub == name+"Title" && name != "Law" && name != "LawBody", sub == name+"Num" && name == "Paragraph", sub == "SupplProvisionLabel":
			if t := key(c.text()); t != "" {
				out = append(out, t)
			}
		default:
			out = append(out, c.provisions()...)
		}
	}
	return out
}

func (c *corpus) scoreEGov(t *testing.T, out *strings.Builder) {
	var s score
	for _, name := range c.names {
		d := c.docs[name]
		if d.Source.Format != source.EGovXML {
			continue
		}
		var law lawElement
		if err := xml.Unmarshal(c.bytes[name], &law); err != nil {
			t.Fatal(err)
		}
		var found []string
		for n := range d.Sections() {
			title := n.Title.String
			if strings.HasPrefix(title, "（") {
				title = "" // the law of an amendment, the article of a table
			}
			found = append(found, key(n.Marker.Text+title))
		}
		missed, extra := s.add(found, law.provisions())
		if len(missed)+len(extra) > 0 {
			t.Logf("%s: missed %q, extra %q", name, clip(missed), clip(extra))
		}
	}
	fmt.Fprintf(out, "e-Gov XML, sections of the tree against elements: %v\n", s)
}

func clip(s []string) []string { return s[:min(len(s), 12)] }

// scoreTwins compares the headings of a PDF with the styles of the Word file
// that it was made of, by their titles: the automatic numbers of two of the
// PDFs are drawn, not written. The strict figure counts every heading of the
// PDF that has no style in Word; but Word files hold headings without a style
// ((１) 中長期…, ○予算要求), so the other leaves out those that stand in the Word
// file as a numbered or marked paragraph of their own.
func (c *corpus) scoreTwins(t *testing.T, out *strings.Builder) {
	var strict, fair score
	for _, name := range c.names {
		pdf := c.docs[strings.TrimSuffix(name, ".docx")+".pdf"]
		if !strings.HasSuffix(name, ".docx") || pdf == nil {
			continue
		}
		word := c.docs[name].Source
		own := paragraphs(word)
		var want, found, judged []string
		for _, b := range word.Blocks {
			if b.Kind == source.BlockHeading {
				want = append(want, title(word.Slice(source.Span{Start: max(b.Marker.End, word.Lines[b.First].Span.Start), End: word.Lines[b.Last].Span.End})))
			}
		}
		for s := range pdf.Sections() {
			k := title(s.Title.String)
			if k == "" {
				continue
			}
			found = append(found, k)
			if slices.Contains(want, k) || s.Marker.IsZero() || !own[key(s.Marker.Text+s.Title.String)] {
				judged = append(judged, k)
			}
		}
		strict.add(found, want)
		var one score
		missed, extra := one.add(judged, want)
		fair.add(judged, want)
		fmt.Fprintf(out, "  %s: %v\n", filepath.Base(name), one)
		t.Logf("%s: missed %q\nextra %q", name, missed, extra)
	}
	fmt.Fprintf(out, "PDF headings against the Word twin: %v\n", fair)
	fmt.Fprintf(out, "PDF headings against the styles of the Word twin alone: %v\n", strict)
}

// title is a heading without its number, where that is typed into the text.
func title(s string) string {
	return key(number.ReplaceAllString(strings.TrimSpace(s), ""))
}

var number = regexp.MustCompile(`^(?:[0-9０-９]+(?:[.．][0-9０-９]+)*[.．)）]?|[(（][0-9０-９]+[)）]|[a-z][)）])[\s　]*`)

// paragraphs gives the texts that stand in a Word file as a paragraph.
func paragraphs(s *source.Source) map[string]bool {
	out := map[string]bool{}
	for _, b := range s.Blocks {
		if b.Kind == source.BlockParagraph || b.Kind == source.BlockItem {
			out[key(s.Slice(source.Span{Start: s.Lines[b.First].Span.Start, End: s.Lines[b.Last].Span.End}))] = true
		}
	}
	return out
}

var leader = regexp.MustCompile(`[.．…‥・\s　]{3,}\s*[0-9０-９ivx]+$|[\s　]+[0-9０-９]+$`)

// scoreContents looks the entries of the contents lists of PDFs up among the
// headings.
func (c *corpus) scoreContents(out *strings.Builder) {
	entries, found := 0, 0
	for _, name := range c.names {
		d := c.docs[name]
		if d.Source.Format != source.PDF {
			continue
		}
		have := map[string]bool{}
		for _, h := range headings(d) {
			have[h] = true
		}
		for _, f := range d.Furniture {
			if f.Kind != parse.FurnitureContents {
				continue
			}
			if e := key(leader.ReplaceAllString(f.Text.String, "")); e != "" && leader.MatchString(f.Text.String) {
				entries++
				if have[e] {
					found++
				}
			}
		}
	}
	fmt.Fprintf(out, "contents lists of PDFs found among their headings: %d of %d (%.3f)\n", found, entries, float64(found)/max(1, float64(entries)))
}
