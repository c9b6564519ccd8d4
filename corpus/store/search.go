package store

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
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

// weights of the columns in BM25: a word of the heading tells as much as four
// of the text; strong and facets only select.
const weights = "4.0, 1.0, 0.0, 0.0"

// Search gives the units that an FTS5 expression finds, best first. The
// expression comes from package query and never from a user. A negative limit
// gives all.
func (s *Store) Search(ctx context.Context, match string, limit, offset int) ([]Hit, error) {
	hits, err := list(ctx, s, scanHit, `
		WITH best AS (
			SELECT rowid AS id, -bm25(search, `+weights+`) AS score FROM search WHERE search MATCH ?
			ORDER BY score DESC, rowid LIMIT ? OFFSET ?)
		SELECT s.document, s.id, s.path, s.marker, s.title, s.first_line, s.last_line, s.page, best.score
		FROM best JOIN section s ON s.id = best.id ORDER BY best.score DESC, s.id`, match, limit, offset)
	return hits, s.explain(err)
}

func scanHit(scan func(...any) error) (Hit, error) {
	var h Hit
	var id int64
	err := scan(&id, &h.Unit, &h.Path, &h.Marker, &h.Title, &h.Lines[0], &h.Lines[1], &h.Page, &h.Score)
	h.Document = FormatID(id)
	return h, err
}

// Count gives the number of units that an FTS5 expression finds, and stops
// counting at most: to count a hundred thousand takes longer than a search may.
func (s *Store) Count(ctx context.Context, match string, most int) (int, error) {
	var n int
	err := s.db.QueryRowContext(ctx, "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ?)", match, most).Scan(&n)
	return n, s.explain(err)
}

// Spread gives the number of units that hold each word of the index; words
// that are in none are left out.
func (s *Store) Spread(ctx context.Context, words []string) (map[string]int, error) {
	out := make(map[string]int, len(words))
	for _, w := range words {
		var n int
		// The vocabulary has one row for each word; no row is no error here.
		rows, err := list(ctx, s, func(scan func(...any) error) (int, error) { err := scan(&n); return n, err }, "SELECT doc FROM vocabulary WHERE term = ?", w)
		if err != nil {
			return nil, s.explain(err)
		}
		if len(rows) > 0 {
			out[w] = n
		}
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

// Years gives the years of all documents, sorted.
func (s *Store) Years(ctx context.Context) ([]int, error) {
	out, err := list(ctx, s, func(scan func(...any) error) (int, error) {
		var y int
		err := scan(&y)
		return y, err
	}, "SELECT DISTINCT "+yearOf+" FROM document d JOIN analysis a ON a.document = d.id ORDER BY 1")
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
