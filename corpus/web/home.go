package web

import (
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/words"
)

// The rows of a page of a list.
const (
	seriesRows = 100
	workRows   = 100
	hitRows    = 10 // each is cut into words anew to find what to mark
	placeRows  = 40 // documents that cite a work
)

// A pager is the place of a page among those of a list.
type pager struct {
	N, Last int // 1-based
	Total   int // rows of the list
}

// cut gives the rows of a page, and its place.
func cut[T any](list []T, n, rows int) ([]T, pager) {
	p := pager{Last: max(1, (len(list)+rows-1)/rows), Total: len(list)}
	p.N = min(n, p.Last)
	return list[(p.N-1)*rows : min(p.N*rows, len(list))], p
}

// Next and Previous are the numbers of the pages beside it, 0 at the ends.
func (p pager) Next() int {
	if p.N < p.Last {
		return p.N + 1
	}
	return 0
}

func (p pager) Previous() int { return p.N - 1 }

type homePage struct {
	frame
	pager
	Documents int
	Filter    string
	Series    []*seriesInfo
}

// home lists the series.
func (q *request) home() ([]byte, error) {
	p := homePage{frame: q.frame(say("corpus", q.Lang)), Documents: len(q.now.docs), Filter: q.text("name")}
	found := q.now.series
	if want := words.Fold(p.Filter); want != "" {
		found = nil
		for _, s := range q.now.series {
			if strings.Contains(words.Fold(s.Name), want) {
				found = append(found, s)
			}
		}
	}
	q.foresee(q.foreseeWorks())
	p.Series, p.pager = cut(found, q.number("page"), seriesRows)
	return page("home", &p)
}

type seriesPage struct {
	frame
	Name     string
	Editions []*corpus.Document // the newest last
	Old, New string             // ids that the form proposes
}

// Before gives the edition before one, nil for the first.
func (p *seriesPage) Before(i int) *corpus.Document {
	if i == 0 {
		return nil
	}
	return p.Editions[i-1]
}

// series lists the editions of a series.
func (q *request) series() ([]byte, error) {
	name := q.text("name")
	info := q.now.bySeries[name]
	if info == nil {
		return nil, errNoSeries
	}
	docs := info.Docs
	p := seriesPage{frame: q.frame(name), Name: name, Editions: docs}
	if n := len(docs); n > 1 {
		p.Old, p.New = docs[n-2].ID, docs[n-1].ID
	}
	q.foreseeSeries(docs)
	return page("series", &p)
}
