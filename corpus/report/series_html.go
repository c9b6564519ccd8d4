package report

import (
	"bytes"
	_ "embed"
	"html/template"
	"io"
	"strconv"

	"shinkyu/corpus"
	"shinkyu/corpus/ledger"
	"shinkyu/corpus/overtime"
	"shinkyu/diff/report/html"
	"shinkyu/diff/report/layout"
	"shinkyu/parse/cite"
)

//go:embed series.css
var seriesStyle string

// SeriesHTML writes the report on a series as one page that stands by itself:
// its editions, the picture and table of its ledger with links into the
// changes, each edition against the one before it as a 新旧対照表, terms and
// works through the editions.
func SeriesHTML(w io.Writer, h *corpus.History, o SeriesOptions) error {
	b := seriesBuilder{History: h, SeriesOptions: o}
	p := b.page()
	if b.err != nil {
		return b.err
	}
	return pages().ExecuteTemplate(w, "series.html", p)
}

// ComparisonExtra is the ledger of a series as a part of the comparison of two
// of its editions: a sign of either leads to the change of its area.
func ComparisonExtra(l *ledger.Ledger, older, newer string, o Options) (html.Extra, error) {
	sides := map[string]layout.Side{older: layout.Old, newer: layout.New}
	part := LedgerPart{Level: 3, Link: func(a *ledger.Area, e *ledger.Entry) string {
		at, k := e, e.Edition
		if !e.Present { // what is gone stands where it was
			k--
			at = a.In(k)
		}
		side, ok := sides[l.Editions[k].ID]
		if !ok || at == nil || !at.Present || k != e.Edition && l.Editions[e.Edition].ID != newer {
			return ""
		}
		return "#" + html.UnitID(side, at.Path)
	}}
	var b bytes.Buffer
	err := LedgerFragment(&b, l, o, part)
	return html.Extra{ID: "ledger", Title: o.t(seriesLedger), Body: template.HTML(b.String()), Style: ledgerStyle}, err
}

type seriesPage struct {
	Lang, Title, Policy                           string
	Skip, ContentsHead, LedgerHead, Linked        string
	TermsHead, WorksHead, ToLedger, Made, Top     string
	Style                                         template.CSS
	Script                                        template.JS
	Contents                                      []seriesEntry
	Editions, Ledger, Tools, Terms, Works, Method template.HTML
	Pairs                                         []seriesPairPart
}

// A seriesEntry is a line of the contents.
type seriesEntry struct{ ID, Text, Note string }

// A seriesPairPart is an edition compared with the one before it.
type seriesPairPart struct {
	ID, Head, Titles, Tally string
	Body                    template.HTML
}

// A seriesBuilder makes the parts of the page. Each is made by html/template
// and put into the page as it is.
type seriesBuilder struct {
	*corpus.History
	SeriesOptions
	err error // the first one
}

func (b *seriesBuilder) made(f func(io.Writer) error) template.HTML {
	var out bytes.Buffer
	if err := f(&out); err != nil && b.err == nil {
		b.err = err
	}
	return template.HTML(out.String())
}

func (b *seriesBuilder) page() *seriesPage {
	style := html.Style + ledgerStyle + seriesStyle
	p := &seriesPage{
		Lang: string(b.Lang), Title: b.t(seriesTitle, layout.Visible(b.Ledger.Series)), Policy: html.Policy(style, html.Script),
		Skip: b.t(seriesSkip), ContentsHead: b.t(seriesContents), LedgerHead: b.t(seriesLedger), Linked: b.t(seriesLinked),
		TermsHead: b.t(termsTitle), WorksHead: b.t(worksTitle), ToLedger: b.t(seriesToLedger), Made: b.t(seriesMade), Top: b.t(seriesTop),
		Style: template.CSS(style), Script: template.JS(html.Script),
	}
	var reports []*layout.Report
	for _, c := range b.Comparisons {
		reports = append(reports, layout.Of(c, layout.Options{Lang: b.Lang, OldFirst: b.OldFirst, Abridge: b.Abridge, Command: b.Command}))
	}
	p.Editions = b.table(b.editionTable(), html.Part{})
	p.Ledger = b.made(func(w io.Writer) error {
		return LedgerFragment(w, b.Ledger, b.Options, LedgerPart{Level: 3, Link: linkTo(b.History, func(k, change int) string {
			return "#" + pairID(k) + "-" + reports[k-1].Areas[change].ID
		})})
	})
	p.Tools = b.made(func(w io.Writer) error { return html.Tools(w, b.Lang, reports) })
	for i, r := range reports {
		p.Pairs = append(p.Pairs, b.pair(i+1, r))
	}
	p.Terms = b.table(b.termTable(), html.Part{Level: 3, Prefix: "over-time-"})
	for _, t := range b.workTables() {
		p.Works += b.table(t, html.Part{Level: 3})
	}
	p.Method = b.table(reports[0].AllTables()["settings"], html.Part{})
	p.Contents = b.entries(p)
	return p
}

func (b *seriesBuilder) table(t layout.Table, part html.Part) template.HTML {
	return b.made(func(w io.Writer) error { return html.Table(w, b.Lang, t, part) })
}

func (b *seriesBuilder) entries(p *seriesPage) []seriesEntry {
	out := []seriesEntry{{"edition-list", b.t(seriesEditions), ""}, {"ledger", p.LedgerHead, ""}}
	for _, x := range p.Pairs {
		out = append(out, seriesEntry{x.ID, x.Head, x.Tally})
	}
	return append(out, seriesEntry{"terms", p.TermsHead, ""}, seriesEntry{"works", p.WorksHead, ""}, seriesEntry{"settings", b.t(seriesMethod), ""})
}

func (b *seriesBuilder) pair(k int, r *layout.Report) seriesPairPart {
	return seriesPairPart{
		ID: pairID(k), Head: layout.Visible(b.pairLabel(b.Ledger, k)), Titles: b.t(seriesPairTitles, r.Old.Title, r.New.Title),
		Tally: tally(&b.Options, b.Comparisons[k-1]),
		Body: b.made(func(w io.Writer) error {
			return html.Sections(w, r, html.Part{Prefix: pairID(k) + "-", Level: 3, Without: []string{"settings"}})
		}),
	}
}

// editionTable lists the editions with what became of the areas in each.
func (b *seriesBuilder) editionTable() layout.Table {
	t := layout.Table{ID: "edition-list", Title: b.t(seriesEditions), Columns: []layout.Column{
		{Name: b.t(say("版", "edition")), Width: 8},
		{Name: b.t(say("日付", "date")), Width: 8},
		{Name: b.t(say("表題", "title")), Width: 30, Quoted: true},
	}}
	for _, s := range statuses {
		t.Columns = append(t.Columns, layout.Column{Name: b.t(s.name), Width: 5, Number: true})
	}
	for k, e := range b.Ledger.Editions {
		row := []layout.Value{plain(e.Label), plain(e.Date), plain(e.Title)}
		for _, s := range statuses {
			row = append(row, plain(strconv.Itoa(countOf(b.Ledger, k, s.status))))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// plain is a value that is shown as it is.
func plain(s string) layout.Value { return layout.Value{Text: layout.Visible(s)} }

func (b *seriesBuilder) termTable() layout.Table {
	t := layout.Table{ID: "terms", Title: b.t(say("最も増減した語", "Terms that changed most")), Lead: b.t(termsLead), Columns: []layout.Column{
		{Name: b.t(say("語", "term")), Width: 16, Quoted: true},
		{Name: b.t(say("推移", "course")), Width: 6},
	}}
	t.Columns = append(t.Columns, b.editionColumns(b.Ledger.Editions)...)
	t.Columns = append(t.Columns,
		layout.Column{Name: b.t(say("計", "total")), Width: 5, Number: true},
		layout.Column{Name: b.t(say("初出", "first")), Width: 6},
		layout.Column{Name: b.t(say("最後", "last")), Width: 6},
		layout.Column{Name: "G²", Width: 6, Number: true},
	)
	for _, r := range b.History.Terms.Rows {
		row := []layout.Value{plain(r.Term), plain(spark(r.Counts, b.History.Terms.Sizes))}
		for _, n := range r.Counts {
			row = append(row, plain(strconv.Itoa(n)))
		}
		first, last := labelsOf(b.History.Terms.Editions, r.First, r.Last)
		t.Rows = append(t.Rows, append(row, plain(strconv.Itoa(r.Total)), plain(first), plain(last), plain(strconv.FormatFloat(r.Score, 'f', 1, 64))))
	}
	return t
}

func (b *seriesBuilder) editionColumns(list []ledger.Edition) []layout.Column {
	var out []layout.Column
	for _, e := range list {
		out = append(out, layout.Column{Name: layout.Visible(e.Label), Width: 6, Number: true})
	}
	return out
}

// workTables are those of laws, of plans, and of what is cited no longer.
func (b *seriesBuilder) workTables() []layout.Table {
	laws := b.workTable("laws", b.t(lawsTitle), cite.Law)
	plans := b.workTable("plans", b.t(plansTitle), cite.Plan)
	gone := layout.Table{ID: "gone", Title: b.t(goneTitle), Columns: []layout.Column{
		{Name: b.t(say("法令・計画", "law or plan")), Width: 30, Quoted: true},
		{Name: b.t(say("最後", "last")), Width: 6},
		{Name: b.t(say("今は", "now")), Width: 30, Quoted: true},
	}}
	works := b.History.Works
	for _, r := range works.Rows {
		if r.Gone {
			gone.Rows = append(gone.Rows, []layout.Value{plain(workName(r.Work)), plain(works.Editions[r.Last].Label), plain(workName(r.By))})
		}
	}
	var out []layout.Table
	for _, t := range []layout.Table{laws, plans, gone} {
		if len(t.Rows) > 0 {
			out = append(out, t)
		}
	}
	return out
}

func (b *seriesBuilder) workTable(id, title string, kind cite.Kind) layout.Table {
	t := layout.Table{ID: id, Title: title, Columns: []layout.Column{{Name: title, Width: 30, Quoted: true}}}
	t.Columns = append(t.Columns, b.editionColumns(b.Ledger.Editions)...)
	t.Columns = append(t.Columns, layout.Column{Name: b.t(say("初出", "first")), Width: 6}, layout.Column{Name: b.t(say("最後", "last")), Width: 6})
	works := b.History.Works
	for i := range works.Rows {
		if works.Rows[i].Work.Kind == kind {
			t.Rows = append(t.Rows, workRow(&works.Rows[i], works.Editions))
		}
	}
	return t
}

func workRow(r *overtime.Work, editions []overtime.Edition) []layout.Value {
	row := []layout.Value{plain(workName(r.Work))}
	for _, n := range r.Counts {
		row = append(row, plain(number(n)))
	}
	first, last := labelsOf(editions, r.First, r.Last)
	return append(row, plain(first), plain(last))
}
