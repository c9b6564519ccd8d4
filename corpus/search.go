package corpus

import (
	"context"
	"iter"
	"slices"

	"shinkyu/corpus/query"
	"shinkyu/corpus/store"
	"shinkyu/corpus/words"
)

// SearchOptions say how much of the result is wanted.
type SearchOptions struct {
	Limit  int // hits; 0: all
	Offset int // hits passed over
	// Around is how much text a snippet shows on either side of the first
	// mark, in characters; 0: 40.
	Around int
}

// A Hit is a place where a search found its words: a unit of a document, and
// in it the paragraph that holds most of them.
type Hit struct {
	Document *Document
	Path     string // of the section that the paragraph stands in
	Marker   string // of the unit
	Title    string // of the unit
	Lines    [2]int // of the paragraph, 1-based
	Page     int    // 0 without pages
	Snippet  []Piece
	Score    float64 // BM25; higher is better
}

// A Piece is a part of a snippet. The pieces in order are a part of the text
// as it stands, with … where it was cut.
type Piece struct {
	Text string
	Mark bool // it is what was searched for
}

// A Result is what a search found.
type Result struct {
	Hits  []Hit
	Total int // units found, of which Hits are some
}

// Search finds the units of all documents that a query describes, best first
// (see package index for how they are ranked). The language of queries is that of package query; an error in one is a
// [*query.Error].
func (c *Corpus) Search(ctx context.Context, text string, opt SearchOptions) (*Result, error) {
	s, err := c.prepare(ctx, text, opt)
	if err != nil {
		return nil, err
	}
	r := &Result{}
	units, total, shown, err := c.store.Search(ctx, s.match.Expr, s.opt.Limit, s.opt.Offset)
	if err != nil {
		return nil, err
	}
	r.Total, r.Hits = total, s.hits(units, shown)
	return r, nil
}

// Hits gives the hits of a search one by one, best first, in full order. What
// another program takes out of the corpus meanwhile is left out.
func (c *Corpus) Hits(ctx context.Context, text string) iter.Seq2[Hit, error] {
	const page = 100
	return func(yield func(Hit, error) bool) {
		s, err := c.prepare(ctx, text, SearchOptions{})
		var units []store.Hit
		if err == nil {
			units, err = c.store.Find(ctx, s.match.Expr)
		}
		for some := range slices.Chunk(units, page) {
			var shown *store.Shown
			if shown, err = c.store.Show(ctx, some); err != nil {
				break
			}
			for _, h := range s.hits(some, shown) {
				if !yield(h, nil) {
					return
				}
			}
		}
		if err != nil {
			yield(Hit{}, err)
		}
	}
}

// A searching is one search.
type searching struct {
	c     *Corpus
	cut   *words.Cutter
	match *query.Match
	opt   SearchOptions
}

func (c *Corpus) prepare(ctx context.Context, text string, opt SearchOptions) (*searching, error) {
	q, err := query.Parse(text)
	if err != nil {
		return nil, err
	}
	cut, err := c.cutter()
	if err != nil {
		return nil, err
	}
	if opt.Around <= 0 {
		opt.Around = 40
	}
	if opt.Limit <= 0 {
		opt.Limit = -1
	}
	s := &searching{c: c, cut: cut, opt: opt}
	s.match, err = q.Match(cut, &facets{ctx, c})
	return s, err
}

// facets answers queries about series and years.
type facets struct {
	ctx context.Context
	c   *Corpus
}

func (f *facets) Series(name string) ([]string, error) {
	counts, err := f.c.store.SeriesNames(f.ctx)
	if err != nil {
		return nil, err
	}
	var out []string
	for _, n := range counts {
		if holds(n.Name, name) {
			out = append(out, store.SeriesFacet(n.Name))
		}
	}
	return out, nil
}

func (f *facets) Years(from, to int) ([]string, error) {
	years, err := f.c.store.Years(f.ctx)
	if err != nil {
		return nil, err
	}
	var out []string
	for _, y := range years {
		if y != 0 && y >= from && (to == 0 || y <= to) {
			out = append(out, store.YearFacet(y))
		}
	}
	return out, nil
}
