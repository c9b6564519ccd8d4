package store

import (
	"context"
	"encoding/json"

	"shinkyu/corpus/index"
)

// A Hit is a unit that a search found.
type Hit struct {
	Document string // id
	Unit     int64
	Path     string
	Marker   string
	Title    string
	Lines    [2]int
	Page     int
	Score    float64 // BM25; higher is better
}

// A Shown is what a hit is shown with.
type Shown struct {
	Documents map[string]*Document // by id
	Texts     map[int64][]UnitText // by unit
}

// Search gives the units that an expression finds, best first, how many there
// are, and what the hits are shown with: all of it as it was at one moment,
// whatever others write meanwhile.
func (s *Store) Search(ctx context.Context, e index.Expr, limit, offset int) (hits []Hit, total int, shown *Shown, err error) {
	err = s.read(ctx, func(r *reading) error {
		var err error
		if hits, total, err = s.find(r, e, limit, offset); err == nil {
			shown, err = r.shown(hits)
		}
		return err
	})
	return hits, total, shown, err
}

// Find gives all the units that an expression finds, best first.
func (s *Store) Find(ctx context.Context, e index.Expr) (hits []Hit, err error) {
	err = s.read(ctx, func(r *reading) error {
		hits, _, err = s.find(r, e, -1, 0)
		return err
	})
	return hits, err
}

// Show gives what hits are shown with now.
func (s *Store) Show(ctx context.Context, hits []Hit) (shown *Shown, err error) {
	err = s.read(ctx, func(r *reading) error {
		shown, err = r.shown(hits)
		return err
	})
	return shown, err
}

func (s *Store) find(r *reading, e index.Expr, limit, offset int) (hits []Hit, total int, err error) {
	all, err := s.lengths.of(r)
	if err != nil {
		return nil, 0, err
	}
	found, total, err := index.Search(r, all, e, limit, offset)
	if err != nil {
		return nil, 0, err
	}
	hits, err = r.units(found)
	return hits, total, err
}

// shown gives the documents and paragraphs of hits.
func (r *reading) shown(hits []Hit) (*Shown, error) {
	var units []int64
	ids := []int64{}
	for i := range hits {
		units = append(units, hits[i].Unit)
		if id, _, ok := ParseID(hits[i].Document); ok {
			ids = append(ids, id)
		}
	}
	list, err := json.Marshal(ids)
	if err != nil {
		return nil, err
	}
	docs, err := scanAll(r.tx, scanDocument, selectDocument+" WHERE d.id IN (SELECT value FROM json_each(?))", string(list))
	if err != nil {
		return nil, err
	}
	s := &Shown{Documents: map[string]*Document{}}
	for _, d := range docs {
		s.Documents[d.ID] = d
	}
	s.Texts, err = r.texts(units)
	return s, err
}

// units gives the rows of units, in their order.
func (r *reading) units(found []index.Hit) ([]Hit, error) {
	st, err := r.tx.Prepare("SELECT document, path, marker, title, first_line, last_line, page FROM section WHERE id = ?")
	if err != nil {
		return nil, err
	}
	defer st.Close()
	out := make([]Hit, 0, len(found))
	for _, f := range found {
		h := Hit{Unit: f.Unit, Score: f.Score}
		var id int64
		if err := st.QueryRow(f.Unit).Scan(&id, &h.Path, &h.Marker, &h.Title, &h.Lines[0], &h.Lines[1], &h.Page); err != nil {
			return nil, err
		}
		h.Document = FormatID(id)
		out = append(out, h)
	}
	return out, nil
}

// A UnitText is a paragraph of a unit, with the path of its section.
type UnitText struct {
	Unit int64
	Path string
	Paragraph
}

// texts gives the paragraphs of units, each in order.
func (r *reading) texts(units []int64) (map[int64][]UnitText, error) {
	ids, err := json.Marshal(units)
	if err != nil {
		return nil, err
	}
	texts, err := scanAll(r.tx, func(scan func(...any) error) (UnitText, error) {
		var t UnitText
		err := scan(&t.Unit, &t.Path, &t.Kind, &t.Marker, &t.Text, &t.Lines[0], &t.Lines[1], &t.Page)
		return t, err
	}, `SELECT s.unit, s.path, p.kind, p.marker, p.text, p.first_line, p.last_line, p.page
		FROM section s JOIN paragraph p ON p.section = s.id WHERE s.unit IN (SELECT value FROM json_each(?)) ORDER BY s.unit, p.ordinal`, string(ids))
	out := make(map[int64][]UnitText, len(units))
	for _, t := range texts {
		out[t.Unit] = append(out[t.Unit], t)
	}
	return out, err
}

// SeriesNames gives the names of all series with their numbers of documents,
// sorted.
func (s *Store) SeriesNames(ctx context.Context) ([]SeriesCount, error) {
	out, err := list(ctx, s, func(scan func(...any) error) (SeriesCount, error) {
		var c SeriesCount
		err := scan(&c.Name, &c.Documents)
		return c, err
	}, "SELECT "+seriesOf+", count(*) FROM document d JOIN analysis a ON a.document = d.id GROUP BY 1 ORDER BY 1")
	return out, s.explain(err)
}

// A SeriesCount is the name of a series and how many documents it has.
type SeriesCount struct {
	Name      string
	Documents int
}

// Years gives the years of all documents, sorted; some may be of none, where
// the user gave a document another one.
func (s *Store) Years(ctx context.Context) ([]int, error) {
	out, err := list(ctx, s, func(scan func(...any) error) (int, error) {
		var y int
		err := scan(&y)
		return y, err
	}, `SELECT coalesce(fiscal_year, CAST(substr(date, 1, 4) AS INTEGER)) FROM (SELECT DISTINCT fiscal_year, date FROM analysis)
		UNION SELECT fiscal_year FROM document WHERE fiscal_year IS NOT NULL ORDER BY 1`)
	return out, s.explain(err)
}

// Stale gives the documents of which the analysis was made by a program older
// than this one; all of them if every is true.
func (s *Store) Stale(ctx context.Context, program int, every bool) ([]*Document, error) {
	out, err := list(ctx, s, scanDocument, selectDocument+" WHERE a.program < ? OR ? ORDER BY d.id", program, every)
	return out, s.explain(err)
}
