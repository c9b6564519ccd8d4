package html

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html/template"
	"io"
	"slices"
	"strings"
	"sync"

	"shinkyu/diff"
	"shinkyu/diff/report/layout"
	"shinkyu/parse/render/lang"
)

var (
	//go:embed page.tmpl
	pageText string
	//go:embed page.css
	styleText string
	//go:embed page.js
	scriptText string
)

// Write writes the page. Extras stand behind its summary.
func Write(w io.Writer, c *diff.Comparison, opt layout.Options, extras ...Extra) error {
	p := newPage(layout.Of(c, opt), Part{})
	style := styleText
	for _, x := range extras {
		style += x.Style
	}
	p.Extras, p.Style, p.Policy = extras, template.CSS(style), Policy(style, scriptText)
	return write(w, "page", p)
}

// An Extra is a section of the page that another package made.
type Extra struct {
	ID    string // of the section; also its class
	Title string
	Body  template.HTML
	Style string // what it needs beside the style of the page
}

// pageTemplate is parsed when first used.
var pageTemplate = sync.OnceValues(func() (*template.Template, error) {
	return template.New("page").Funcs(template.FuncMap{"lines": lines}).Parse(pageText)
})

// lines cuts a value into its lines.
func lines(s string) []string { return strings.Split(s, "\n") }

// mostTerms is how many terms gained and lost the page shows.
const mostTerms = 60

// A page is what the template fills in.
type page struct {
	*layout.Report
	Part
	Style    template.CSS
	Script   template.JS
	Policy   string
	AreaList layout.Table
	Extras   []Extra
	Chunks   []chunk
	Others   []layout.Table
}

func newPage(r *layout.Report, part Part) *page {
	if part.Level == 0 {
		part.Level = 2
	}
	p := &page{
		Report: r, Part: part, Style: template.CSS(styleText), Script: template.JS(scriptText), Policy: Policy(styleText, scriptText),
		AreaList: r.AreaTable(), Chunks: chunks(r),
	}
	for _, t := range r.Tables(mostTerms) {
		if !slices.Contains(part.Without, t.ID) {
			p.Others = append(p.Others, t)
		}
	}
	return p
}

// Policy gives the content security policy of a page that has a style and,
// where it is not empty, a script in it: nothing else may be loaded or run.
func Policy(style, script string) string {
	p := "default-src 'none'; style-src " + digest(style)
	if script != "" {
		p += "; script-src " + digest(script)
	}
	return p + "; base-uri 'none'; form-action 'none'"
}

func digest(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// A chunk is the areas of one table of the 新旧対照表. A browser lays a table
// out as a whole, but passes over tables that are out of sight; so a long
// comparison is several tables, cut where a top section begins.
type chunk struct {
	No    int // 1-based
	Areas []*layout.Area
}

const (
	chunkLeast = 30 // areas before a table may end
	chunkMost  = 60 // areas after which it must
)

func chunks(r *layout.Report) []chunk {
	var out []chunk
	for _, a := range r.Areas {
		k := len(out) - 1
		if k < 0 || len(out[k].Areas) >= chunkMost || a.Level == 1 && len(out[k].Areas) >= chunkLeast {
			out = append(out, chunk{No: len(out) + 1})
			k++
		}
		out[k].Areas = append(out[k].Areas, a)
	}
	return out
}

// T gives a word of the page in its language.
func (p *page) T(key string) string { return words[key].In(p.Lang) }

// F gives a message of the page with its arguments.
func (p *page) F(key string, args ...any) string { return words[key].Format(p.Lang, args...) }

// A head is a heading.
type head struct {
	Level  int
	ID     string // empty for none
	Focus  bool   // a script may go to it
	No     int    // before it; 0 for none
	Text   string
	Quoted bool // text of the documents
}

// Head gives the heading of a section; it can be linked to.
func (p *page) Head(id, text string) head {
	return head{Level: p.Level, ID: p.ID(id + "-head"), Focus: id == "comparison", Text: text}
}

// AreaHead gives the heading of an area in the 新旧対照表.
func (p *page) AreaHead(a *layout.Area) head {
	return head{Level: p.Level + 1, Focus: true, No: a.No, Text: a.Name, Quoted: true}
}

// A tablePart is one of the tables that follow the 新旧対照表.
type tablePart struct {
	*page
	Table layout.Table
}

// Table gives what the template of a table fills in.
func (p *page) Table(t layout.Table) tablePart { return tablePart{p, t} }

// An entry is a line of the contents.
type entry struct{ ID, Text string }

// Contents gives the sections of the page.
func (p *page) Contents() []entry {
	out := []entry{{p.ID("summary"), p.T("summary")}}
	for _, x := range p.Extras {
		out = append(out, entry{x.ID, x.Title})
	}
	out = append(out, entry{p.ID("areas"), p.AreaList.Title}, entry{p.ID("comparison"), p.T("comparison")})
	for _, t := range p.Others {
		out = append(out, entry{p.ID(t.ID), t.Title})
	}
	return out
}

// Code is the language of the page, for its lang attribute.
func (p *page) Code() string {
	if p.Lang == lang.Japanese {
		return "ja"
	}
	return "en"
}

// Unsure is how many areas are to be checked.
func (p *page) Unsure() int {
	n := 0
	for _, a := range p.Areas {
		if a.Uncertain() {
			n++
		}
	}
	return n
}

// A side is one side of a row with the element that marks its changes.
type side struct {
	*layout.Cell
	Side layout.Side
	Name string
}

// Cells gives the sides of a row in order.
func (p *page) Cells(r layout.Row) []side {
	out := make([]side, 0, len(p.Sides))
	for _, s := range p.Sides {
		out = append(out, side{r.Side(s), s, p.SideName(s)})
	}
	return out
}

// Remark gives the flags and the reviewer's words on an area.
func (p *page) Remark(a *layout.Area) string {
	return strings.Join(p.Remarks(a), words["comma"].In(p.Lang))
}
