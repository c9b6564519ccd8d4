package corpus

import (
	"context"
	"slices"
	"strings"

	"shinkyu/corpus/series"
	"shinkyu/corpus/store"
	"shinkyu/corpus/words"
)

// A SeriesCount is the name of a series and how many documents it has.
type SeriesCount = store.SeriesCount

// A SeriesPair is two series that may be one.
type SeriesPair = series.Pair

// Series gives the names of all series, sorted, and pairs of names that are so
// near that they may be one series. They are never merged by themselves:
// [Corpus.Set] does.
func (c *Corpus) Series(ctx context.Context) ([]SeriesCount, []SeriesPair, error) {
	counts, err := c.store.SeriesNames(ctx)
	if err != nil {
		return nil, nil, err
	}
	names := make([]string, len(counts))
	for i, n := range counts {
		names[i] = n.Name
	}
	return counts, series.Near(names), nil
}

// Set overrides what is derived for documents; nil leaves it, and the zero
// value goes back to what is derived.
func (c *Corpus) Set(ctx context.Context, ids []string, series *string, fiscalYear *int) error {
	for _, id := range ids { // all are known, or none is changed
		if _, err := c.store.Document(ctx, id); err != nil {
			return err
		}
	}
	for _, id := range ids {
		if err := c.store.Set(ctx, id, series, fiscalYear); err != nil {
			return err
		}
	}
	return c.reindex(ctx, ids)
}

// Editions gives the documents of a series in the order in which they were
// made. Where the text of a year was decided, its drafts are left out unless
// drafts is true.
func (c *Corpus) Editions(ctx context.Context, name string, drafts bool) ([]*Document, error) {
	name, err := c.seriesName(ctx, name)
	if err != nil {
		return nil, err
	}
	var docs []*Document
	for d, err := range c.store.Series(ctx, name) {
		if err != nil {
			return nil, err
		}
		docs = append(docs, d)
	}
	if len(docs) == 0 { // another program took them out a moment ago
		return nil, c.noSeries(name)
	}
	return InOrder(docs, drafts), nil
}

func (c *Corpus) noSeries(name string) error {
	return &store.Error{File: c.store.File(), Msg: "there is no series " + quoted(name), Remedy: "`shinkyu corpus series` shows their names", Err: store.ErrNotFound}
}

// InOrder puts the documents of a series, in the order in which they were
// added, into that of its editions, as [Corpus.Editions] gives them.
func InOrder(docs []*Document, drafts bool) []*Document {
	docs = slices.Clone(docs)
	sortEditions(docs)
	if drafts {
		return docs
	}
	return decided(docs)
}

// sortEditions puts documents in the order in which they were made.
func sortEditions(docs []*Document) {
	index := map[*Document]int{}
	for i, d := range docs {
		index[d] = i
	}
	series.Sort(docs, func(d *Document) series.Edition { return editionOf(d, index[d]) })
}

func editionOf(d *Document, index int) series.Edition {
	return series.Edition{FiscalYear: d.FiscalYear, Date: d.Date, Draft: d.Draft, Edition: d.Edition, Name: d.Origin, Index: index}
}

// decided leaves out the drafts of years of which there is a decided text.
func decided(docs []*Document) []*Document {
	has := map[int]bool{}
	for _, d := range docs {
		if e := editionOf(d, 0); !d.Draft {
			has[e.Year()] = true
		}
	}
	var out []*Document
	for _, d := range docs {
		if e := editionOf(d, 0); !d.Draft || !has[e.Year()] {
			out = append(out, d)
		}
	}
	return out
}

// seriesName finds the series that a name means: the one of that name, or the
// only one that has it in its name, widths and kana aside.
func (c *Corpus) seriesName(ctx context.Context, name string) (string, error) {
	counts, err := c.store.SeriesNames(ctx)
	if err != nil {
		return "", err
	}
	var found []string
	for _, n := range counts {
		switch {
		case n.Name == name:
			return name, nil
		case holds(n.Name, name):
			found = append(found, n.Name)
		}
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return "", c.noSeries(name)
	}
	return "", &store.Error{File: c.store.File(), Msg: "several series have " + quoted(name) + " in their names: " + strings.Join(found, ", "), Remedy: "give more of the name"}
}

func quoted(s string) string { return "「" + s + "」" }

// holds reports whether a name has a text in it, widths, kana and signs aside.
func holds(name, text string) bool { return strings.Contains(words.Fold(name), words.Fold(text)) }
