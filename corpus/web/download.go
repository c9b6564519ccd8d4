package web

import (
	"fmt"
	"io"
	"mime"
	"path"
	"strings"
	"time"

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
	// ready finds or makes what is to be written, and gives what writes it.
	ready func(*request) (writing, error)
}

type writing func(io.Writer) error

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
		data, there, err := q.made(thing, f)
		switch {
		case err != nil:
			return err
		case !there:
			return q.promise("waitFile")
		}
		// Only so many are on their way, whoever is slow to take his.
		release, err := q.files.take(q.waits())
		if err != nil {
			return err
		}
		defer release()
		h := q.w.Header()
		if h.Get("Content-Disposition") == "" {
			h.Set("Content-Disposition", `attachment; filename="`+q.fileName(thing, ext)+`"`)
		}
		h.Set("Content-Security-Policy", "default-src 'none'; sandbox")
		return q.write(kinds[ext], data)
	}
	return errNoPage
}

// made gives a file in a form, as it is kept or made now; there is false for
// one who has waited long enough and is to come again.
func (q *request) made(thing string, f form) (data []byte, there bool, err error) {
	switch {
	case thing == "original": // it has a name of its own, and is quickly read
		data, err = q.file(f)
	case slow[thing]:
		return q.pages.soon(q.key(), filePatience, q.alone().costed(func(q *request) ([]byte, error) { return q.file(f) }))
	default:
		data, err = q.pages.get(q.waits(), q.key(), q.costed(func(q *request) ([]byte, error) { return q.file(f) }))
	}
	return data, true, err
}

// slow are the things that can take long to make.
var slow = map[string]bool{"compare": true, "redline": true, "ledger": true, "works": true}

// filePatience is how long a reader waits for a file before he is told that it
// is being made: longer than for a page, since his browser stays where he is.
const filePatience = 5 * time.Second

// file makes a file.
func (q *request) file(f form) ([]byte, error) {
	write, err := f.ready(q)
	if err != nil {
		return nil, err
	}
	return q.writes(write)
}

// writes gives what is written.
func (q *request) writes(write writing) ([]byte, error) {
	release, err := q.short.take(q.waits())
	if err != nil {
		return nil, err
	}
	defer release()
	return written(write)
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

func compared(write func(io.Writer, *diff.Comparison, layout.Options) error) func(*request) (writing, error) {
	return func(q *request) (writing, error) {
		c, err := q.asked()
		return func(w io.Writer) error { return write(w, c, layout.Options{Lang: q.Lang, OldFirst: q.oldFirst()}) }, err
	}
}

func reported(write func(io.Writer, *diff.Comparison, report.Options) error) func(*request) (writing, error) {
	return func(q *request) (writing, error) {
		c, err := q.asked()
		return func(w io.Writer) error { return write(w, c, report.Options{Lang: q.Lang, BOM: true}) }, err
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

func (q *request) compareJSON() (writing, error) {
	c, err := q.asked()
	return func(w io.Writer) error { return report.JSON(w, c) }, err
}

func tree(write func(io.Writer, *parse.Document) error) func(*request) (writing, error) {
	return func(q *request) (writing, error) {
		d, err := q.now.find(q.text("document"))
		return func(w io.Writer) error {
			t, err := q.corpus.Parsed(q.ctx(), d.ID)
			if err != nil {
				return err
			}
			return write(w, t)
		}, err
	}
}

func cited(write func(io.Writer, *cite.Index, citerender.Options) error) func(*request) (writing, error) {
	return func(q *request) (writing, error) {
		d, err := q.now.find(q.text("document"))
		return func(w io.Writer) error {
			x, err := q.corpus.Citations(q.ctx(), d.ID)
			if err != nil {
				return err
			}
			return write(w, x, citerender.Options{Lang: q.Lang, BOM: true, Docs: []string{d.Name}})
		}, err
	}
}

// original sends the bytes of a document as they were added.
func (q *request) original() (writing, error) {
	d, err := q.now.find(q.text("document"))
	if err != nil {
		return nil, err
	}
	name := mime.FormatMediaType("attachment", map[string]string{"filename": path.Base(d.Name)})
	if name == "" {
		name = fmt.Sprintf("attachment; filename=%q", d.ID)
	}
	q.w.Header().Set("Content-Disposition", name)
	return func(w io.Writer) error {
		data, err := q.corpus.Bytes(q.ctx(), d.ID)
		if err != nil {
			return err
		}
		_, err = w.Write(data)
		return err
	}, nil
}

func lived(write func(io.Writer, *ledger.Ledger, corpusreport.Options) error) func(*request) (writing, error) {
	return func(q *request) (writing, error) {
		l, err := q.askedLife()
		return func(w io.Writer) error { return write(w, l, corpusreport.Options{Lang: q.Lang, BOM: true}) }, err
	}
}

func (q *request) askedLife() (*ledger.Ledger, error) {
	drafts := q.text("drafts") != ""
	if s := q.now.bySeries[q.text("series")]; s != nil && len(corpus.InOrder(s.Docs, drafts)) < 2 {
		return nil, errOneEdition
	}
	return q.lived(q.text("series"), drafts)
}

func (q *request) ledgerJSON() (writing, error) {
	l, err := q.askedLife()
	return func(w io.Writer) error { return corpusreport.LedgerJSON(w, l) }, err
}

// worksFile writes the works of a series, or of the corpus, with their counts
// in each edition, which the index in memory leaves out.
func (q *request) worksFile() (writing, error) {
	series := q.text("series")
	if series != "" && q.now.bySeries[series] == nil {
		return nil, errNoSeries
	}
	if len(q.now.docs) == 0 {
		return nil, errNoDocument
	}
	release, err := q.longest.take(q.waits())
	if err != nil {
		return nil, err
	}
	defer release()
	t, err := q.corpus.Works(q.ctx(), series, true)
	return func(w io.Writer) error {
		opt := corpusreport.Options{Lang: q.Lang, BOM: true}
		switch path.Ext(q.PathValue("file")) {
		case ".json":
			return corpusreport.WorksJSON(w, t)
		case ".csv":
			return corpusreport.WorksCSV(w, t, opt)
		}
		return corpusreport.WorksMarkdown(w, t, opt)
	}, err
}

func (q *request) searchJSON() (writing, error) {
	return func(w io.Writer) error {
		text := q.text("q")
		r, err := q.corpus.Search(q.ctx(), text, corpus.SearchOptions{Limit: maxHits})
		if _, ok := q.queryTrouble(err); ok {
			return errBadQuery
		}
		if err != nil {
			return err
		}
		return corpusreport.SearchJSON(w, text, r)
	}, nil
}

// maxHits is how many hits a file of them holds.
const maxHits = 1000

func (q *request) documentsJSON() (writing, error) {
	return func(w io.Writer) error { return corpusreport.DocumentsJSON(w, q.now.docs) }, nil
}
