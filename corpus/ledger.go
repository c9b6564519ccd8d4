package corpus

import (
	"context"
	"path"
	"strconv"
	"strings"

	"shinkyu/corpus/ledger"
	"shinkyu/corpus/store"
	"shinkyu/diff"
	"shinkyu/parse"
)

// LedgerOptions say how a ledger is made. The zero value is the common case.
type LedgerOptions struct {
	// Drafts takes in the drafts of years of which the decided text is there
	// too.
	Drafts   bool
	Jobs     int // comparisons at a time; 0: one for each core
	Diff     diff.Options
	Progress func(done, all int) // told how many comparisons are made
	compared func(k int, c *diff.Comparison)
}

// Ledger follows the areas of a series through its editions. The name is that
// of the series, or a part of it that no other series has.
func (c *Corpus) Ledger(ctx context.Context, name string, opt LedgerOptions) (*ledger.Ledger, error) {
	docs, err := c.Editions(ctx, name, opt.Drafts)
	if err != nil {
		return nil, err
	}
	if len(docs) < 2 {
		return nil, &store.Error{
			File: c.store.File(), Msg: "the series " + quoted(docs[0].Series) + " has one edition only",
			Remedy: "add its other editions, or give them to this series with `shinkyu corpus set`",
		}
	}
	var sides []*side
	var editions []ledger.Edition
	names := labels(docs)
	for i, d := range docs {
		s, err := c.side(ctx, d.ID)
		if err != nil {
			return nil, err
		}
		sides = append(sides, s)
		editions = append(editions, ledger.Edition{
			ID: d.ID, Title: d.Title, FiscalYear: d.FiscalYear, Date: d.Date, Draft: d.Draft, Label: names[i],
		})
	}
	if opt.compared != nil {
		return c.build(ctx, docs[0].Series, editions, sides, opt)
	}
	return c.keptLedger(docs[0].Series, editions, sides, opt, func() (*ledger.Ledger, error) {
		return c.build(ctx, docs[0].Series, editions, sides, opt)
	})
}

// build makes the ledger of editions.
func (c *Corpus) build(ctx context.Context, series string, editions []ledger.Edition, sides []*side, opt LedgerOptions) (*ledger.Ledger, error) {
	var sources []ledger.Source
	of := map[*parse.Document]*side{}
	for i, s := range sides {
		if err := s.open(c); err != nil {
			return nil, err
		}
		of[s.doc] = s
		sources = append(sources, ledger.Source{Edition: editions[i], Doc: s.doc, Cites: s.cites})
	}
	return ledger.Build(ctx, series, sources, ledger.Options{
		Diff: c.comparing(opt.Diff), Jobs: opt.Jobs, Progress: opt.Progress, Compared: opt.compared,
		Compare: func(older, newer *ledger.Source) (*diff.Comparison, error) {
			return c.compare(of[older.Doc], of[newer.Doc], opt.Diff)
		},
	})
}

// labels gives the names by which a reader tells the editions apart: years,
// or dates, versions or file names where years do not. They are of one kind
// for all editions. Dates that some editions share get numbers, where at least
// half of the editions have one of their own: a date says more than a file.
func labels(docs []*Document) []string {
	for _, f := range []func(*Document) string{
		yearLabel,
		func(d *Document) string { return d.Date },
		func(d *Document) string { return d.Edition },
	} {
		if out, different := labelled(docs, f); different == len(docs) {
			return out
		}
	}
	if out, different := labelled(docs, func(d *Document) string { return d.Date }); different > len(docs)/2 {
		return numbered(out)
	}
	if out, different := labelled(docs, func(d *Document) string { return strings.TrimSuffix(path.Base(d.Name), path.Ext(d.Name)) }); different == len(docs) {
		return out
	}
	out, _ := labelled(docs, func(d *Document) string { return d.ID })
	return out
}

// labelled gives the label of each document and how many different ones there
// are, none where a document has no label.
func labelled(docs []*Document, f func(*Document) string) (out []string, different int) {
	seen := map[string]bool{}
	for _, d := range docs {
		out = append(out, f(d))
		seen[out[len(out)-1]] = true
	}
	if seen[""] {
		return nil, 0
	}
	return out, len(seen)
}

// numbered puts numbers behind labels that several have: 2021-09-01 (2).
func numbered(list []string) []string {
	all, met := map[string]int{}, map[string]int{}
	for _, l := range list {
		all[l]++
	}
	var out []string
	for _, l := range list {
		if met[l]++; all[l] > 1 {
			l += " (" + strconv.Itoa(met[l]) + ")"
		}
		out = append(out, l)
	}
	return out
}

// yearLabel is the year of a document, marked where the text is a draft.
func yearLabel(d *Document) string {
	e := editionOf(d, 0)
	y := e.Year()
	switch {
	case y == 0:
		return ""
	case d.Draft:
		return strconv.Itoa(y) + "案"
	}
	return strconv.Itoa(y)
}
