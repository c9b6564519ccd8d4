package corpus

import (
	"context"
	"encoding/json"

	"shinkyu/corpus/overtime"
	"shinkyu/corpus/store"
	"shinkyu/corpus/words"
	"shinkyu/parse/cite"
)

// TermOptions say which terms are counted.
type TermOptions struct {
	overtime.TermOptions
	Drafts bool // as in [LedgerOptions]
}

// Terms counts terms through the editions of a series; an empty name stands
// for all documents of the corpus, in the order of their years.
func (c *Corpus) Terms(ctx context.Context, series string, opt TermOptions) (*overtime.Terms, error) {
	docs, err := c.editionsOrAll(ctx, series, opt.Drafts)
	if err != nil {
		return nil, err
	}
	return c.TermsOf(ctx, docs, seriesOf(docs, series), opt)
}

// TermsOf counts terms through documents, in the order that they are given in.
func (c *Corpus) TermsOf(ctx context.Context, docs []*Document, series string, opt TermOptions) (*overtime.Terms, error) {
	list := editions(docs)
	for i, d := range docs {
		data, err := c.store.Terms(ctx, d.ID)
		if err != nil {
			return nil, err
		}
		if err := json.Unmarshal(data, &list[i].Terms); err != nil {
			return nil, c.damaged(d, err)
		}
	}
	return overtime.CountTerms(series, list, opt.TermOptions, words.Fold), nil
}

// Works counts the works that the editions of a series cite; an empty name
// stands for all documents of the corpus.
func (c *Corpus) Works(ctx context.Context, series string, drafts bool) (*overtime.Works, error) {
	docs, err := c.editionsOrAll(ctx, series, drafts)
	if err != nil {
		return nil, err
	}
	var indexes []*cite.Index
	for _, d := range docs {
		ix, err := c.Citations(ctx, d.ID)
		if err != nil {
			return nil, err
		}
		rename(ix, d.ID)
		indexes = append(indexes, ix)
	}
	return overtime.CountWorks(seriesOf(docs, series), editions(docs), indexes), nil
}

// Cited joins what documents cite into one index; nil stands for all documents
// of the corpus.
func (c *Corpus) Cited(ctx context.Context, docs []*Document) (*cite.Index, error) {
	if docs == nil {
		for d, err := range c.Documents(ctx) {
			if err != nil {
				return nil, err
			}
			docs = append(docs, d)
		}
	}
	var indexes []*cite.Index
	for _, d := range docs {
		ix, err := c.Citations(ctx, d.ID)
		if err != nil {
			return nil, err
		}
		indexes = append(indexes, ix)
	}
	return cite.Merge(indexes...), nil
}

// rename puts the id of a document in the place of its name, which is no key:
// two files can have one name.
func rename(ix *cite.Index, id string) {
	for _, w := range ix.Works {
		for i := range w.Mentions {
			w.Mentions[i].Doc = id
		}
	}
}

func (c *Corpus) editionsOrAll(ctx context.Context, series string, drafts bool) ([]*Document, error) {
	if series != "" {
		return c.Editions(ctx, series, drafts)
	}
	var docs []*Document
	for d, err := range c.Documents(ctx) {
		if err != nil {
			return nil, err
		}
		docs = append(docs, d)
	}
	if len(docs) == 0 {
		return nil, &store.Error{File: c.store.File(), Msg: "the corpus has no documents", Remedy: "add some with `shinkyu corpus add`"}
	}
	sortEditions(docs)
	return docs, nil
}

// seriesOf is the name of the series, in full, that a part of a name found.
func seriesOf(docs []*Document, name string) string {
	if name == "" {
		return ""
	}
	return docs[0].Series
}

func editions(docs []*Document) []overtime.Edition {
	names := labels(docs)
	var out []overtime.Edition
	for i, d := range docs {
		out = append(out, overtime.Edition{ID: d.ID, Title: d.Title, FiscalYear: d.FiscalYear, Date: d.Date, Draft: d.Draft, Label: names[i]})
	}
	return out
}

func (c *Corpus) damaged(d *Document, err error) error {
	return &store.Error{File: c.store.File(), Msg: "what is stored of " + d.ID + " cannot be read: " + err.Error(), Remedy: "make it anew with `shinkyu corpus refresh --all`", Err: err}
}
