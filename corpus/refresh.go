package corpus

import (
	"context"
	"runtime"
	"sync"

	"shinkyu/corpus/store"
	"shinkyu/parse/source"
)

// RefreshOptions say what is made anew. The zero value takes the documents of
// which the analysis comes from an older program.
type RefreshOptions struct {
	All      bool // every document
	Jobs     int  // documents read at a time; 0: one for each core
	Source   source.Options
	Each     func(File)     // as in [AddOptions]
	Progress func(Progress) // as in [AddOptions]; files are counted, not bytes
}

// Refresh analyses documents anew from the bytes that are stored. The old
// analysis of a document stays in use until the new one is whole, and for good
// where a document cannot be read any more. Killed at any moment, it goes on
// where it stopped when it is called again, but with All set.
func (c *Corpus) Refresh(ctx context.Context, opt RefreshOptions) (Summary, error) {
	var sum Summary
	if err := c.store.Announce(ctx); err != nil {
		return sum, err
	}
	docs, err := c.store.Stale(ctx, program, opt.All)
	if err != nil {
		return sum, err
	}
	done := func(f File) {
		sum.count(f.Outcome)
		if opt.Each != nil {
			opt.Each(f)
		}
		if opt.Progress != nil {
			opt.Progress(Progress{Files: sum.Changed + sum.Failed, AllFiles: len(docs), Current: f.Path})
		}
	}
	err = c.replace(ctx, docs, opt.Jobs, func(d *Document) (*store.Analysis, error) {
		data, err := c.store.Bytes(ctx, d.ID)
		if err != nil {
			return nil, err
		}
		return c.fresh(d.Name, d.Origin, data, readingOf(d, opt.Source))
	}, done)
	return sum, err
}

// Current reports whether the analysis of a document was made as this program
// makes it.
func (c *Corpus) Current(d *Document) bool { return d.Program >= program }

// reindex puts documents into the index anew, as after the user gave them to
// another series. Their analyses stay as they are.
func (c *Corpus) reindex(ctx context.Context, ids []string) error {
	var docs []*Document
	for _, id := range ids {
		d, err := c.store.Document(ctx, id)
		if err != nil {
			return err
		}
		docs = append(docs, d)
	}
	return c.replace(ctx, docs, 0, func(d *Document) (*store.Analysis, error) {
		doc, err := c.Parsed(ctx, d.ID)
		if err != nil {
			return nil, err
		}
		ix, err := c.Citations(ctx, d.ID)
		if err != nil {
			return nil, err
		}
		return c.assemble(doc, ix, d.Origin)
	}, func(File) {})
}

// replace makes analyses in parallel, a handful at a time, and stores them in
// order.
func (c *Corpus) replace(ctx context.Context, docs []*Document, jobs int, analyse func(*Document) (*store.Analysis, error), done func(File)) error {
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	for len(docs) > 0 {
		some := docs[:min(jobs, len(docs))]
		docs = docs[len(some):]
		made := make([]*store.Analysis, len(some))
		errs := make([]error, len(some))
		var wg sync.WaitGroup
		for i, d := range some {
			wg.Go(func() { made[i], errs[i] = analyse(d) })
		}
		wg.Wait()
		for i, d := range some {
			if err := ctx.Err(); err != nil {
				return err
			}
			f := File{Path: d.Name, ID: d.ID, Outcome: Changed}
			if errs[i] != nil {
				f.Outcome, f.Err = Failed, errs[i]
			} else if err := c.store.Replace(ctx, d.ID, d.SHA256, made[i]); err != nil {
				return err
			}
			done(f)
		}
		if err := c.store.Tidy(ctx, false); err != nil {
			return err
		}
		c.store.Yield(ctx)
	}
	return nil
}
