package main

import (
	"context"

	"shinkyu/corpus"
	"shinkyu/corpus/store"
	"shinkyu/diff"
	"shinkyu/parse/cite"
	citerender "shinkyu/parse/cite/render"
	"shinkyu/parse/source"
)

// isStored reports whether a name is an id of a document of a corpus.
func isStored(name string) bool {
	_, _, ok := store.ParseID(name)
	return ok
}

// readStored gives the bytes of a document of a corpus as they are stored, and
// the name and options that it was added with.
func (a *app) readStored(id, db string, so source.Options) (name string, data []byte, with source.Options, err error) {
	ctx := context.Background()
	err = a.withCorpus(ctx, &CorpusOptions{DB: db}, corpus.Read, "", func(c *corpus.Corpus) error {
		stored, err := c.Stored(ctx, id, so)
		if err == nil {
			name, data, with = stored.Name, stored.Bytes, stored.Source
		}
		return err
	})
	return name, data, with, err
}

// compareStored compares two documents of a corpus as they are stored. It
// gives nil where one has to be read anew: an earlier version, or one that an
// older program read.
func (a *app) compareStored(db, older, newer string, how diff.Options) (c *diff.Comparison, err error) {
	ctx := context.Background()
	err = a.withCorpus(ctx, &CorpusOptions{DB: db}, corpus.Read, "", func(k *corpus.Corpus) error {
		for _, id := range []string{older, newer} {
			if d, err := k.Document(ctx, id); err != nil || d.ID != id || !k.Current(d) {
				return err
			}
		}
		c, err = k.Compare(ctx, older, newer, how)
		return err
	})
	return c, err
}

// citeCorpus shows what all documents of a corpus cite.
func (a *app) citeCorpus(opt *CiteOptions) error {
	ctx := context.Background()
	return a.withCorpus(ctx, &CorpusOptions{DB: opt.DB}, corpus.Read, "", func(c *corpus.Corpus) error {
		docs, err := allDocuments(ctx, c)
		if err != nil {
			return err
		}
		x, err := c.Cited(ctx, docs)
		if err != nil {
			return err
		}
		show := citerender.Options{Lang: a.Lang, BOM: opt.BOM}
		for _, d := range docs {
			show.Docs = append(show.Docs, d.Name)
		}
		if opt.Context >= 0 {
			show.Sentences = storedContexts(ctx, c, docs, opt.Context)
		}
		result, err := renderCitations(opt, x, show)
		if err != nil {
			return err
		}
		return a.emit(&opt.OutputOptions, result, []string{opt.DB, opt.Laws})
	})
}

// storedContexts gives the sentences around a place of any document of the
// corpus, one tree at a time: places come document by document.
func storedContexts(ctx context.Context, c *corpus.Corpus, docs []*corpus.Document, n int) func(cite.Place) string {
	ids := map[string]string{}
	for _, d := range docs {
		ids[d.Name] = d.ID
	}
	name, sentences := "", func(cite.Place) string { return "" }
	return func(p cite.Place) string {
		if p.Doc != name {
			tree, err := c.Parsed(ctx, ids[p.Doc])
			if err != nil {
				return ""
			}
			name, sentences = p.Doc, cite.Contexts(tree, n)
		}
		return sentences(p)
	}
}
