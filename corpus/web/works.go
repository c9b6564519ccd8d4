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
	rows []workRow      // the ones mentioned most first
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
	return q.works.get(q.waits(), "works "+series+"\x00"+key(docs...), func() (*works, int64, error) {
		release, err := q.longest.take(q.waits())
		if err != nil {
			return nil, 0, err
		}
		defer release()
		t, err := q.corpus.Works(q.ctx(), series, true)
		if err != nil {
			return nil, 0, err
		}
		w := &works{byID: map[string]int{}}
		for i := range t.Rows {
			w.rows = append(w.rows, rowOf(&t.Rows[i]))
		}
		slices.SortStableFunc(w.rows, func(a, b workRow) int { return cmp.Compare(b.Mentions, a.Mentions) })
		for i := range w.rows {
			w.byID[w.rows[i].ID] = i
		}
		return w, 1, nil
	})
}

// find gives the work with an id, or else the one that is named at a place: a
// document's own index may name it otherwise than that of all documents.
func (w *works) find(id string, s spot) *cite.Work {
	if i, ok := w.byID[id]; ok {
		return w.rows[i].Work
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
		return w.rows[i].Work
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
	names               string // folded
	Decided             string // EDTF
	Mentions, Documents int
	Gone                bool
}

// worksIndex lists what is cited.
func (q *request) worksIndex() ([]byte, error) {
	p := worksPage{Series: q.text("series"), Filter: q.text("title"), Kind: q.text("kind")}
	w, err := q.index(p.Series)
	if err != nil {
		return nil, err
	}
	p.frame = q.frame(say("works", q.Lang))
	want := words.Fold(p.Filter)
	var found []workRow
	for _, r := range w.rows {
		if (p.Kind == "" || p.Kind == string(r.Kind)) && strings.Contains(r.names, want) {
			found = append(found, r)
		}
	}
	p.Rows, p.pager = cut(found, q.number("page"), workRows)
	return page("works", &p)
}

func rowOf(r *overtime.Work) workRow {
	docs := map[string]bool{}
	for _, m := range r.Work.Mentions {
		docs[m.Doc] = true
	}
	return workRow{Work: r.Work, names: foldedNames(r.Work), Decided: decided(r.Work), Mentions: len(r.Work.Mentions), Documents: len(docs), Gone: r.Gone}
}

// foldedNames are the names of a work, for looking for one.
func foldedNames(k *cite.Work) string {
	var b strings.Builder
	for _, list := range [][]string{{k.Title, k.Number}, k.Titles, k.Aliases} {
		for _, s := range list {
			b.WriteString(words.Fold(s) + "\n")
		}
	}
	return b.String()
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
func (q *request) work() ([]byte, error) {
	w, err := q.index("")
	if err != nil {
		return nil, err
	}
	k := w.find(q.text("id"), spot{q.text("in"), q.number("at")})
	if k == nil {
		return nil, errNoWork
	}
	p := workPage{frame: q.frame(k.Title), Work: k}
	seen := map[*cite.Work]bool{k: true}
	for old := k.Succeeds; old != nil && !seen[old]; old = old.Succeeds {
		seen[old] = true
		p.Older = append(p.Older, old)
	}
	for _, r := range w.rows {
		if r.Succeeds == k {
			p.Newer = append(p.Newer, r.Work)
		}
	}
	at := map[string]int{}
	for _, m := range k.Mentions {
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
	return page("work", &p)
}

// Readable is an address as people read it, its escapes undone.
func (p *workPage) Readable(address string) string {
	if s, err := url.PathUnescape(address); err == nil && utf8.ValidString(s) {
		return layout.Visible(s)
	}
	return layout.Visible(address)
}
