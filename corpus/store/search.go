package store

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

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

// Search gives the units that an expression finds, best first, and how many
// there are. A negative limit gives all.
func (s *Store) Search(ctx context.Context, e index.Expr, limit, offset int) (hits []Hit, total int, err error) {
	err = s.read(ctx, func(r *reading) error {
		all, err := s.lengths.of(r)
		if err != nil {
			return err
		}
		found, n, err := index.Search(r, all, e, limit, offset)
		if err != nil {
			return err
		}
		total = n
		hits, err = r.units(found)
		return err
	})
	return hits, total, err
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

// Units gives the paragraphs of units, each in order.
func (s *Store) Units(ctx context.Context, units []int64) (map[int64][]UnitText, error) {
	ids, err := json.Marshal(units)
	if err != nil {
		return nil, err
	}
	texts, err := list(ctx, s, func(scan func(...any) error) (UnitText, error) {
		var t UnitText
		err := scan(&t.Unit, &t.Path, &t.Kind, &t.Marker, &t.Text, &t.Lines[0], &t.Lines[1], &t.Page)
		return t, err
	}, `SELECT s.unit, s.path, p.kind, p.marker, p.text, p.first_line, p.last_line, p.page
		FROM section s JOIN paragraph p ON p.section = s.id WHERE s.unit IN (SELECT value FROM json_each(?)) ORDER BY s.unit, p.ordinal`, string(ids))
	out := make(map[int64][]UnitText, len(units))
	for _, t := range texts {
		out[t.Unit] = append(out[t.Unit], t)
	}
	return out, s.explain(err)
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

// Names gives the names of documents by id, for messages and hits.
func (s *Store) Names(ctx context.Context, ids []string) (map[string]*Document, error) {
	var numbers []string
	for _, id := range ids {
		if n, _, ok := ParseID(id); ok {
			numbers = append(numbers, fmt.Sprint(n))
		}
	}
	docs, err := list(ctx, s, scanDocument, selectDocument+" WHERE d.id IN (SELECT value FROM json_each(?))", "["+strings.Join(numbers, ",")+"]")
	out := make(map[string]*Document, len(docs))
	for _, d := range docs {
		out[d.ID] = d
	}
	return out, s.explain(err)
}
