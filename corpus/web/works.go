package web

import (
	"cmp"
	"net/url"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"shinkyu/corpus"
	"shinkyu/corpus/overtime"
	"shinkyu/corpus/words"
	"shinkyu/diff/report/layout"
	"shinkyu/parse/cite"
)

// maxWorks is how many indexes of works are kept.
const maxWorks = 6

// A works is the index of what a series, or the corpus, cites.
type works struct {
	rows []overtime.Work
	byID map[string]int // index into rows
	once sync.Once
	at   map[spot]int // index into rows of the work that is named at a place
}

// A spot is a place in a document, by the byte where it begins.
type spot struct {
	doc string
	at  int
}

// index gives the works that a series cites, all of the corpus for no name.
func (q *request) index(series string) (*works, error) {
	var docs []*corpus.Document
	if series == "" {
		docs = q.now.docs
	} else if s := q.now.bySeries[series]; s != nil {
		docs = s.Docs
	} else {
		return nil, errNoSeries
	}
	if len(docs) == 0 {
		return &works{}, nil
	}
	return q.works.get("works "+series+"\x00"+key(docs...), func() (*works, int64, error) {
		defer q.take()()
		t, err := q.corpus.Works(q.ctx(), series, true)
		if err != nil {
			return nil, 0, err
		}
		w := &works{rows: t.Rows, byID: map[string]int{}}
		for i := range w.rows {
			w.rows[i].Counts = nil // a number for each document of the corpus
			w.byID[w.rows[i].Work.ID] = i
		}
		return w, 1, nil
	})
}

// find gives the work with an id, or else the one that is named at a place: a
// document's own index may name it otherwise than that of all documents.
func (w *works) find(id string, s spot) *overtime.Work {
	if i, ok := w.byID[id]; ok {
		return &w.rows[i]
	}
	w.once.Do(func() {
		w.at = map[spot]int{}
		for i := range w.rows {
			for _, m := range w.rows[i].Work.Mentions {
				w.at[spot{m.Doc, m.Span.Start}] = i
			}
		}
	})
	if i, ok := w.at[s]; ok {
		return &w.rows[i]
	}
	return nil
}

type worksPage struct {
	frame
	pager
	Series, Filter, Kind string
	Rows                 []workRow
}

// A workRow is a work in the index.
type workRow struct {
	*cite.Work
	Decided             string // EDTF
	Mentions, Documents int
	Gone                bool
}

// worksIndex lists what is cited.
func (q *request) worksIndex() error {
	p := worksPage{Series: q.text("series"), Filter: q.text("title"), Kind: q.text("kind")}
	w, err := q.index(p.Series)
	if err != nil {
		return err
	}
	p.frame = q.frame(say("works", q.Lang))
	want := words.Fold(p.Filter)
	var found []*overtime.Work
	for i := range w.rows {
		k := w.rows[i].Work
		if (p.Kind == "" || p.Kind == string(k.Kind)) && (want == "" || named(k, want)) {
			found = append(found, &w.rows[i])
		}
	}
	slices.SortStableFunc(found, func(a, b *overtime.Work) int { return cmp.Compare(b.Total, a.Total) })
	found, p.pager = cut(found, q.number("page"), workRows)
	for _, r := range found {
		p.Rows = append(p.Rows, rowOf(r))
	}
	return q.show("works", &p)
}

func rowOf(r *overtime.Work) workRow {
	docs := map[string]bool{}
	for _, m := range r.Work.Mentions {
		docs[m.Doc] = true
	}
	return workRow{Work: r.Work, Decided: decided(r.Work), Mentions: len(r.Work.Mentions), Documents: len(docs), Gone: r.Gone}
}

// named reports whether one of a work's names has a folded text in it.
func named(k *cite.Work, want string) bool {
	for _, list := range [][]string{{k.Title, k.Number}, k.Titles, k.Aliases} {
		for _, s := range list {
			if strings.Contains(words.Fold(s), want) {
				return true
			}
		}
	}
	return false
}

type workPage struct {
	frame
	pager
	Work      *cite.Work
	Older     []*cite.Work // the editions that it follows, the newest first
	Newer     []*cite.Work
	Documents []citing
}

// A citing is a document that cites a work.
type citing struct {
	Doc      *corpus.Document
	Mentions []cite.Mention
}

// work shows a work and where it is cited.
func (q *request) work() error {
	w, err := q.index("")
	if err != nil {
		return err
	}
	r := w.find(q.text("id"), spot{q.text("in"), q.number("at")})
	if r == nil {
		return errNoWork
	}
	p := workPage{frame: q.frame(r.Work.Title), Work: r.Work}
	seen := map[*cite.Work]bool{r.Work: true}
	for k := r.Work.Succeeds; k != nil && !seen[k]; k = k.Succeeds {
		seen[k] = true
		p.Older = append(p.Older, k)
	}
	for i := range w.rows {
		if w.rows[i].Work.Succeeds == r.Work {
			p.Newer = append(p.Newer, w.rows[i].Work)
		}
	}
	at := map[string]int{}
	for _, m := range r.Work.Mentions {
		d := q.now.byID[m.Doc]
		if d == nil {
			continue
		}
		i, ok := at[m.Doc]
		if !ok {
			i = len(p.Documents)
			at[m.Doc] = i
			p.Documents = append(p.Documents, citing{Doc: d})
		}
		p.Documents[i].Mentions = append(p.Documents[i].Mentions, m)
	}
	p.Documents, p.pager = cut(p.Documents, q.number("page"), placeRows)
	return q.show("work", &p)
}

// Readable is an address as people read it, its escapes undone.
func (p *workPage) Readable(address string) string {
	if s, err := url.PathUnescape(address); err == nil && utf8.ValidString(s) {
		return layout.Visible(s)
	}
	return layout.Visible(address)
}
