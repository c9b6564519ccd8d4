package corpus

import (
	"context"

	"shinkyu/corpus/ledger"
	"shinkyu/corpus/overtime"
	"shinkyu/diff"
)

// A History is all that there is to tell of a series.
type History struct {
	Ledger *ledger.Ledger
	// Comparisons are those of each edition with the one before it, one fewer
	// than there are editions.
	Comparisons []*diff.Comparison
	Terms       *overtime.Terms
	Works       *overtime.Works
}

// History follows a series through its editions, as [Corpus.Ledger] does, and
// keeps the comparisons that the ledger is made of.
func (c *Corpus) History(ctx context.Context, name string, opt LedgerOptions) (*History, error) {
	docs, err := c.Editions(ctx, name, opt.Drafts)
	if err != nil {
		return nil, err
	}
	h := &History{Comparisons: make([]*diff.Comparison, max(len(docs)-1, 0))}
	opt.compared = func(k int, c *diff.Comparison) { h.Comparisons[k-1] = c }
	if h.Ledger, err = c.Ledger(ctx, docs[0].Series, opt); err != nil {
		return nil, err
	}
	if h.Terms, err = c.Terms(ctx, docs[0].Series, TermOptions{Drafts: opt.Drafts}); err != nil {
		return nil, err
	}
	h.Works, err = c.Works(ctx, docs[0].Series, opt.Drafts)
	return h, err
}
