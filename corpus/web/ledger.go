package web

import (
	"html/template"
	"io"
	"strconv"

	"shinkyu/corpus"
	"shinkyu/corpus/ledger"
	"shinkyu/corpus/report"
	"shinkyu/diff/report/html"
	"shinkyu/diff/report/layout"
)

type ledgerPage struct {
	frame
	Name   string
	Drafts bool
	Body   template.HTML
}

// lived makes the ledger of a series, or gives what is kept of it.
func (q *request) lived(name string, drafts bool) (*ledger.Ledger, error) {
	info := q.now.bySeries[name]
	if info == nil {
		return nil, errNoSeries
	}
	return q.ledgers.get(q.waits(), lifeKey(info, drafts), func() (*ledger.Ledger, int64, error) {
		release, err := q.longest.take(q.waits())
		if err != nil {
			return nil, 0, err
		}
		defer release()
		l, err := q.corpus.Ledger(q.ctx(), name, corpus.LedgerOptions{Drafts: drafts, Jobs: 1})
		return l, 1, err
	})
}

// lifeKey names the state of a series, for what is kept of it.
func lifeKey(s *seriesInfo, drafts bool) string {
	return "ledger " + s.Name + "\x00" + strconv.FormatBool(drafts) + key(s.Docs...)
}

// ledger shows how the areas of a series lived.
func (q *request) ledger() ([]byte, error) {
	p := ledgerPage{Name: q.text("series"), Drafts: q.text("drafts") != ""}
	info := q.now.bySeries[p.Name]
	switch {
	case info == nil:
		return nil, errNoSeries
	case len(corpus.InOrder(info.Docs, p.Drafts)) < 2:
		return nil, errOneEdition
	}
	l, err := q.lived(p.Name, p.Drafts)
	if err != nil {
		return nil, err
	}
	p.frame = q.frame(say("ledger", q.Lang) + " " + p.Name)
	body, err := written(func(w io.Writer) error {
		return report.LedgerFragment(w, l, report.Options{Lang: q.Lang}, report.LedgerPart{Link: p.link(l)})
	})
	if err != nil {
		return nil, err
	}
	p.Body = template.HTML(body) // made by html/template
	return page("ledger", &p)
}

// link leads from what became of an area to the comparison that shows it, from
// the first edition to the document.
func (p *ledgerPage) link(l *ledger.Ledger) func(*ledger.Area, *ledger.Entry) string {
	return func(a *ledger.Area, e *ledger.Entry) string {
		this := l.Editions[e.Edition].ID
		if e.Edition == 0 {
			return p.Document(this, sectionAnchor(e.Path))
		}
		before := l.Editions[e.Edition-1].ID
		if e.Present {
			return p.URL("/compare", "old", before, "new", this) + "#" + html.UnitID(layout.New, e.Path)
		}
		if was := a.In(e.Edition - 1); was != nil && was.Present {
			return p.URL("/compare", "old", before, "new", this) + "#" + html.UnitID(layout.Old, was.Path)
		}
		return ""
	}
}

// DraftsText is the parameter that takes in drafts.
func (p *ledgerPage) DraftsText() string {
	if p.Drafts {
		return "1"
	}
	return ""
}
