package web

import (
	"fmt"
	"io"
	"mime"
	"path"
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/ledger"
	corpusreport "shinkyu/corpus/report"
	"shinkyu/diff"
	"shinkyu/diff/report"
	"shinkyu/diff/report/docx"
	"shinkyu/diff/report/html"
	"shinkyu/diff/report/layout"
	"shinkyu/diff/report/xlsx"
	"shinkyu/parse"
	"shinkyu/parse/cite"
	citerender "shinkyu/parse/cite/render"
	"shinkyu/parse/render"
)

// A form is a form in which something can be downloaded.
type form struct {
	Ext, Name string
	make      func(*request, io.Writer) error
}

// downloads are the forms of each thing that can be downloaded, in the order
// in which they are shown. The address names both: compare.docx.
var downloads = map[string][]form{
	"compare": {
		{"html", "HTML", compared(func(w io.Writer, c *diff.Comparison, opt layout.Options) error { return html.Write(w, c, opt) })},
		{"docx", "Word", compared(docx.Write)},
		{"xlsx", "Excel", compared(xlsx.Write)},
		{"md", "Markdown", reported(report.Markdown)},
		{"json", "JSON", (*request).compareJSON},
		{"csv", "CSV", reported(report.CSV)},
	},
	"redline":   {{"docx", "Word", compared(docx.Redline)}},
	"document":  {{"md", "Markdown", tree(render.Markdown)}, {"json", "JSON", tree(render.JSON)}, {"txt", "text", tree(render.Outline)}},
	"citations": {{"md", "Markdown", cited(citerender.Markdown)}, {"json", "JSON", cited(citerender.JSON)}, {"csv", "CSV", cited(citerender.CSV)}},
	"original":  {{"bin", "", (*request).original}},
	"ledger": {
		{"html", "HTML", lived(corpusreport.LedgerHTML)},
		{"md", "Markdown", lived(corpusreport.LedgerMarkdown)},
		{"json", "JSON", (*request).ledgerJSON},
		{"csv", "CSV", lived(corpusreport.LedgerCSV)},
	},
	"works":     {{"md", "Markdown", (*request).worksFile}, {"json", "JSON", (*request).worksFile}, {"csv", "CSV", (*request).worksFile}},
	"search":    {{"json", "JSON", (*request).searchJSON}},
	"documents": {{"json", "JSON", (*request).documentsJSON}},
}

// kinds are the media types of the forms.
var kinds = map[string]string{
	"html": "text/html; charset=utf-8",
	"docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	"xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	"md":   "text/markdown; charset=utf-8",
	"json": "application/json",
	"csv":  "text/csv; charset=utf-8",
	"txt":  "text/plain; charset=utf-8",
	"bin":  "application/octet-stream",
}

// Forms are the forms in which a thing can be downloaded.
func (f *frame) Forms(thing string) []form { return downloads[thing] }

// download sends a file. It is made whole first, and a browser keeps it rather
// than shows it: what is in it is not of the viewer's making alone.
func (q *request) download() error {
	file := q.PathValue("file")
	thing, ext, _ := strings.Cut(file, ".")
	for _, f := range downloads[thing] {
		if f.Ext != ext {
			continue
		}
		var b strings.Builder
		if err := f.make(q, &b); err != nil {
			return err
		}
		h := q.w.Header()
		if h.Get("Content-Disposition") == "" {
			h.Set("Content-Disposition", `attachment; filename="`+q.fileName(thing, ext)+`"`)
		}
		h.Set("Content-Security-Policy", "default-src 'none'; sandbox")
		return q.write(kinds[ext], []byte(b.String()))
	}
	return errNoPage
}

// fileName is a name for what is downloaded, in ASCII.
func (q *request) fileName(thing, ext string) string {
	parts := []string{"shinkyu", thing}
	for _, name := range []string{"old", "new", "document"} {
		if d := q.now.byID[q.text(name)]; d != nil {
			parts = append(parts, d.ID)
		}
	}
	return strings.Join(parts, "-") + "." + ext
}

func compared(write func(io.Writer, *diff.Comparison, layout.Options) error) func(*request, io.Writer) error {
	return func(q *request, w io.Writer) error {
		c, err := q.asked()
		if err != nil {
			return err
		}
		defer q.long.take()()
		return write(w, c, layout.Options{Lang: q.Lang, OldFirst: q.oldFirst()})
	}
}

func reported(write func(io.Writer, *diff.Comparison, report.Options) error) func(*request, io.Writer) error {
	return func(q *request, w io.Writer) error {
		c, err := q.asked()
		if err != nil {
			return err
		}
		return write(w, c, report.Options{Lang: q.Lang, BOM: true})
	}
}

// asked gives the comparison of the documents that the address names.
func (q *request) asked() (*diff.Comparison, error) {
	older, newer, err := q.two()
	if err != nil {
		return nil, err
	}
	return q.comparison(older, newer)
}

func (q *request) compareJSON(w io.Writer) error {
	c, err := q.asked()
	if err != nil {
		return err
	}
	return report.JSON(w, c)
}

func tree(write func(io.Writer, *parse.Document) error) func(*request, io.Writer) error {
	return func(q *request, w io.Writer) error {
		d, err := q.now.find(q.text("document"))
		if err != nil {
			return err
		}
		t, err := q.corpus.Parsed(q.ctx(), d.ID)
		if err != nil {
			return err
		}
		return write(w, t)
	}
}

func cited(write func(io.Writer, *cite.Index, citerender.Options) error) func(*request, io.Writer) error {
	return func(q *request, w io.Writer) error {
		d, err := q.now.find(q.text("document"))
		if err != nil {
			return err
		}
		x, err := q.corpus.Citations(q.ctx(), d.ID)
		if err != nil {
			return err
		}
		return write(w, x, citerender.Options{Lang: q.Lang, BOM: true, Docs: []string{d.Name}})
	}
}

// original sends the bytes of a document as they were added.
func (q *request) original(w io.Writer) error {
	d, err := q.now.find(q.text("document"))
	if err != nil {
		return err
	}
	data, err := q.corpus.Bytes(q.ctx(), d.ID)
	if err != nil {
		return err
	}
	name := mime.FormatMediaType("attachment", map[string]string{"filename": path.Base(d.Name)})
	if name == "" {
		name = fmt.Sprintf("attachment; filename=%q", d.ID)
	}
	q.w.Header().Set("Content-Disposition", name)
	_, err = w.Write(data)
	return err
}

func lived(write func(io.Writer, *ledger.Ledger, corpusreport.Options) error) func(*request, io.Writer) error {
	return func(q *request, w io.Writer) error {
		l, err := q.askedLife()
		if err != nil {
			return err
		}
		return write(w, l, corpusreport.Options{Lang: q.Lang, BOM: true})
	}
}

func (q *request) askedLife() (*ledger.Ledger, error) {
	drafts := q.text("drafts") != ""
	if s := q.now.bySeries[q.text("series")]; s != nil && len(corpus.InOrder(s.Docs, drafts)) < 2 {
		return nil, errOneEdition
	}
	return q.lived(q.text("series"), drafts)
}

func (q *request) ledgerJSON(w io.Writer) error {
	l, err := q.askedLife()
	if err != nil {
		return err
	}
	return corpusreport.LedgerJSON(w, l)
}

// worksFile writes the works of a series, or of the corpus, with their counts
// in each edition, which the index in memory leaves out.
func (q *request) worksFile(w io.Writer) error {
	series := q.text("series")
	if series != "" && q.now.bySeries[series] == nil {
		return errNoSeries
	}
	if len(q.now.docs) == 0 {
		return errNoDocument
	}
	defer q.longest.take()()
	t, err := q.corpus.Works(q.ctx(), series, true)
	if err != nil {
		return err
	}
	opt := corpusreport.Options{Lang: q.Lang, BOM: true}
	switch path.Ext(q.PathValue("file")) {
	case ".json":
		return corpusreport.WorksJSON(w, t)
	case ".csv":
		return corpusreport.WorksCSV(w, t, opt)
	}
	return corpusreport.WorksMarkdown(w, t, opt)
}

func (q *request) searchJSON(w io.Writer) error {
	text := q.text("q")
	r, err := q.corpus.Search(q.Context(), text, corpus.SearchOptions{Limit: maxHits})
	if err != nil {
		if _, ok := q.queryTrouble(err); ok {
			return errBadQuery
		}
		return err
	}
	return corpusreport.SearchJSON(w, text, r)
}

// maxHits is how many hits a file of them holds.
const maxHits = 1000

func (q *request) documentsJSON(w io.Writer) error {
	return corpusreport.DocumentsJSON(w, q.now.docs)
}
