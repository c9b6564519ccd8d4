package main

import (
	"context"
	"io"
	"slices"

	"shinkyu/corpus"
	"shinkyu/corpus/ledger"
	corpusreport "shinkyu/corpus/report"
	"shinkyu/diff"
	"shinkyu/diff/report/html"
)

// comparisonInSeries writes the comparison of two documents of a corpus as
// HTML, with the ledger of their series where they are editions of one.
func (a *app) comparisonInSeries(w io.Writer, opt *DiffOptions, c *diff.Comparison, older, newer string) error {
	l, err := a.ledgerOf(opt.DB, older, newer)
	if err != nil {
		return err
	}
	var extras []html.Extra
	if l != nil {
		x, err := corpusreport.ComparisonExtra(l, older, newer, corpusreport.Options{Lang: a.Lang})
		if err != nil {
			return err
		}
		extras = append(extras, x)
	}
	return html.Write(w, c, opt.options(a), extras...)
}

// ledgerOf gives the ledger of the series that two documents are editions of,
// nil where they are not, or where one is an earlier version of a document.
// Drafts are in it where one of the two is left out without them.
func (a *app) ledgerOf(db, older, newer string) (l *ledger.Ledger, err error) {
	ctx := context.Background()
	err = a.withCorpus(ctx, &CorpusOptions{DB: db}, corpus.Read, "", func(c *corpus.Corpus) error {
		o, err := c.Document(ctx, older)
		if err != nil {
			return err
		}
		n, err := c.Document(ctx, newer)
		if err != nil || o.Series == "" || o.Series != n.Series || o.ID != older || n.ID != newer || o.ID == n.ID {
			return err
		}
		for _, drafts := range []bool{false, true} {
			docs, err := c.Editions(ctx, o.Series, drafts)
			if err != nil {
				return err
			}
			has := func(id string) bool {
				return slices.ContainsFunc(docs, func(d *corpus.Document) bool { return d.ID == id })
			}
			if !has(older) || !has(newer) {
				continue
			}
			bar := a.newBar()
			l, err = c.Ledger(ctx, o.Series, corpus.LedgerOptions{Drafts: drafts, Progress: bar.counted})
			bar.clear()
			return err
		}
		return nil
	})
	return l, err
}
