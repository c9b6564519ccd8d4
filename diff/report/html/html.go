package html

import (
	"bufio"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html/template"
	"io"
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

// Write writes the page.
func Write(w io.Writer, c *diff.Comparison, opt layout.Options) error {
	t, err := pageTemplate()
	if err != nil {
		return err
	}
	b := bufio.NewWriterSize(w, 1<<16)
	if err := t.Execute(b, newPage(layout.Of(c, opt))); err != nil {
		return err
	}
	return b.Flush()
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
	Style    template.CSS
	Script   template.JS
	Policy   string
	AreaList layout.Table
	Chunks   []chunk
	Others   []layout.Table
	link     func(layout.Side, string) string // into the documents; nil for none
}

func newPage(r *layout.Report) *page {
	return &page{
		Report: r, Style: template.CSS(styleText), Script: template.JS(scriptText), Policy: policy(),
		AreaList: r.AreaTable(), Chunks: chunks(r), Others: r.Tables(mostTerms),
	}
}

// policy forbids everything but the style and the script embedded here.
func policy() string {
	return "default-src 'none'; style-src " + digest(styleText) + "; script-src " + digest(scriptText) +
		"; base-uri 'none'; form-action 'none'"
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
