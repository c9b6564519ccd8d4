package web

import (
	"html/template"
	"io"

	"shinkyu/corpus"
	"shinkyu/corpus/ledger"
	"shinkyu/corpus/report"
)

type ledgerPage struct {
	frame
	Name   string
	Drafts bool
	Body   template.HTML
}

// life makes the ledger of a series, or gives what is kept of it.
func (q *request) life(name string, drafts bool) (*ledger.Ledger, error) {
	info := q.now.bySeries[name]
	if info == nil {
		return nil, errNoSeries
	}
	docs, err := q.corpus.Editions(q.ctx(), name, drafts)
	if err != nil {
		return nil, err
	}
	return q.ledgers.get(name+"\x00"+key(docs...), func() (*ledger.Ledger, int64, error) {
		defer q.take()()
		l, err := q.corpus.Ledger(q.ctx(), name, corpus.LedgerOptions{Drafts: drafts, Jobs: 1})
		return l, 1, err
	})
}

// ledger shows how the areas of a series lived.
func (q *request) ledger() error {
	p := ledgerPage{Name: q.text("series"), Drafts: q.text("drafts") != ""}
	if s := q.now.bySeries[p.Name]; s == nil {
		return errNoSeries
	} else if len(s.Docs) < 2 {
		return errOneEdition
	}
	l, err := q.life(p.Name, p.Drafts)
	if err != nil {
		return err
	}
	p.frame = q.frame(say("ledger", q.Lang) + " " + p.Name)
	body, err := written(func(w io.Writer) error {
		return report.LedgerFragment(w, l, report.Options{Lang: q.Lang}, p.link(l))
	})
	if err != nil {
		return err
	}
	p.Body = template.HTML(body) // made by html/template
	return q.show("ledger", &p)
}

// link leads from what became of an area to the comparison that shows it, from
// the first edition to the document.
func (p *ledgerPage) link(l *ledger.Ledger) report.LedgerLink {
	return func(a *ledger.Area, e *ledger.Entry) string {
		this := l.Editions[e.Edition].ID
		if e.Edition == 0 {
			return p.Document(this, sectionAnchor(e.Path))
		}
		before := l.Editions[e.Edition-1].ID
		if e.Present {
			return p.URL("/change", "old", before, "new", this, "path", e.Path)
		}
		if was := a.In(e.Edition - 1); was != nil && was.Present {
			return p.URL("/change", "old", before, "new", this, "side", "old", "path", was.Path)
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
