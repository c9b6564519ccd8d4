package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"hash/fnv"

	"shinkyu/corpus/index"
)

// An Outcome is what became of a record.
type Outcome int

// The outcomes.
const (
	Same    Outcome = iota // its bytes are in the corpus already
	Added                  // a new document
	Changed                // a new version of a document
)

// A Placed is where a record is.
type Placed struct {
	ID      int64 // of the document
	Outcome Outcome
	// Stale is true where the user's series or fiscal year is new to a
	// document that was there: its units have to be indexed under it anew.
	Stale bool
}

// Put stores the records in order, all of them or none.
func (s *Store) Put(ctx context.Context, records []*Record) ([]Placed, error) {
	out := make([]Placed, len(records))
	err := s.write(ctx, func(tx *sql.Tx) error {
		w, err := newWriter(tx)
		if err != nil {
			return err
		}
		defer w.close()
		for i, r := range records {
			if err := ctx.Err(); err != nil {
				return err
			}
			if out[i], err = w.put(r); err != nil {
				return fmt.Errorf("%s: %w", r.Name, err)
			}
		}
		return w.flush()
	})
	return out, err
}

// Replace puts a new analysis in the place of a document's old one, if its
// current version still is the one with the given checksum.
func (s *Store) Replace(ctx context.Context, document, sha256 string, a *Analysis) error {
	id, _, ok := ParseID(document)
	if !ok {
		return s.notFound(document)
	}
	return s.write(ctx, func(tx *sql.Tx) error {
		var version int64
		err := tx.QueryRow("SELECT v.id FROM analysis a JOIN version v ON v.id = a.version WHERE a.document = ? AND v.sha256 = ?", id, sha256).Scan(&version)
		if errors.Is(err, sql.ErrNoRows) {
			return nil // removed or changed by another program: nothing to replace
		}
		if err != nil {
			return err
		}
		w, err := newWriter(tx)
		if err != nil {
			return err
		}
		defer w.close()
		if err := w.clear(id); err != nil {
			return err
		}
		if err := w.analysis(id, version, a); err != nil {
			return err
		}
		return w.flush()
	})
}

// statements that every record needs.
var statements = []string{
	insertAnalysis:  "INSERT INTO analysis VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
	insertSection:   "INSERT INTO section VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
	insertParagraph: "INSERT INTO paragraph VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
	insertWork:      "INSERT OR IGNORE INTO work VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
	insertMention:   "INSERT INTO mention VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
}

const (
	insertAnalysis = iota
	insertSection
	insertParagraph
	insertWork
	insertMention
)

type writer struct {
	tx      *sql.Tx
	stmts   []*sql.Stmt
	section int64 // highest id in use
	pending []index.Part
}

// flush puts what waits into the full-text index, as one segment.
func (w *writer) flush() error {
	if len(w.pending) == 0 {
		return nil
	}
	err := writeSegment(w.tx, w.pending, nil)
	w.pending = nil
	return err
}

// clear drops what was made of a document, also in this transaction.
func (w *writer) clear(id int64) error {
	if err := w.flush(); err != nil {
		return err
	}
	return clearAnalysis(w.tx, id)
}

func newWriter(tx *sql.Tx) (*writer, error) {
	w := &writer{tx: tx}
	for _, q := range statements {
		st, err := tx.Prepare(q)
		if err != nil {
			w.close()
			return nil, err
		}
		w.stmts = append(w.stmts, st)
	}
	return w, tx.QueryRow(highest).Scan(&w.section)
}

// highest is the highest id of a section, also of one that was removed and is
// in the index still.
const highest = "SELECT max((SELECT coalesce(max(id), 0) FROM section), (SELECT coalesce(max(last), 0) FROM segment))"

func (w *writer) close() {
	for _, st := range w.stmts {
		st.Close()
	}
}

func (w *writer) exec(stmt int, args ...any) error {
	_, err := w.stmts[stmt].Exec(args...)
	return err
}

// put stores one record. Whether its bytes are known is asked here, inside the
// transaction, since another program may have added them a moment ago.
func (w *writer) put(r *Record) (Placed, error) {
	id, err := known(w.tx, r.SHA256)
	if err != nil {
		return Placed{}, err
	}
	if id != 0 {
		stale, err := w.given(id, r)
		return Placed{id, Same, stale}, err
	}
	p := Placed{Outcome: Changed}
	number := 1
	err = w.tx.QueryRow("SELECT d.id, max(v.number) + 1 FROM document d JOIN version v ON v.document = d.id WHERE d.origin = ? GROUP BY d.id", r.Origin).Scan(&p.ID, &number)
	if errors.Is(err, sql.ErrNoRows) {
		p.Outcome = Added
		p.ID, err = insert(w.tx, "INSERT INTO document (origin, name, reading) VALUES (?, ?, ?)", r.Origin, r.Name, r.Reading)
	} else if err == nil {
		_, err = w.tx.Exec("UPDATE document SET name = ?, reading = ? WHERE id = ?", r.Name, r.Reading, p.ID)
	}
	if err != nil {
		return p, err
	}
	version, err := insert(w.tx, "INSERT INTO version (document, number, sha256, size, packing, bytes) VALUES (?, ?, ?, ?, ?, ?)",
		p.ID, number, r.SHA256, r.Size, r.Bytes.Packing, r.Bytes.Bytes)
	if err != nil {
		return p, err
	}
	if _, err := w.given(p.ID, r); err != nil {
		return p, err
	}
	if p.Outcome == Changed {
		if err := w.clear(p.ID); err != nil {
			return p, err
		}
	}
	return p, w.analysis(p.ID, version, r.Analysis)
}

func insert(tx *sql.Tx, query string, args ...any) (int64, error) {
	r, err := tx.Exec(query, args...)
	if err != nil {
		return 0, err
	}
	return r.LastInsertId()
}

// known gives the document of which the current version has the checksum, 0 if
// there is none.
func known(q querier, sha256 string) (int64, error) {
	var id int64
	// The join goes by the document, the key of analysis: by the version every
	// analysis would be looked at.
	err := q.QueryRow("SELECT a.document FROM version v JOIN analysis a ON a.document = v.document AND a.version = v.id WHERE v.sha256 = ?", sha256).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil
	}
	return id, err
}

// given keeps what the user said about the document, and reports whether that
// is new.
func (w *writer) given(id int64, r *Record) (bool, error) {
	if r.Series == "" && r.FiscalYear == 0 {
		return false, nil
	}
	res, err := w.tx.Exec(`UPDATE document SET series = coalesce(nullif(?1, ''), series), fiscal_year = coalesce(nullif(?2, 0), fiscal_year)
		WHERE id = ?3 AND (series IS NOT coalesce(nullif(?1, ''), series) OR fiscal_year IS NOT coalesce(nullif(?2, 0), fiscal_year))`,
		r.Series, r.FiscalYear, id)
	if err != nil {
		return false, err
	}
	n, err := res.RowsAffected()
	return n > 0, err
}

// analysis stores what was made of a version of a document that has none.
func (w *writer) analysis(id, version int64, a *Analysis) error {
	err := w.exec(insertAnalysis, id, version, a.Program, a.Series, null(a.FiscalYear), a.Date, a.Title, a.Edition,
		a.Issuer, a.Act, a.Draft, a.Format, len(a.Sections)-1, len(a.Paragraphs), len(a.Works), len(a.Mentions), a.Words,
		string(a.Terms), a.Tree, a.Citations)
	if err != nil {
		return err
	}
	if err := w.sections(id, a); err != nil {
		return err
	}
	return w.cited(id, a)
}

func (w *writer) sections(id int64, a *Analysis) error {
	first := w.section + 1
	w.section += int64(len(a.Sections))
	var units []int64
	for i, s := range a.Sections {
		at := first + int64(i)
		if s.Unit == i {
			units = append(units, at)
		}
		err := w.exec(insertSection, at, id, first+int64(s.Unit), s.Path, s.Marker, s.Title, s.Depth, s.Lines[0], s.Lines[1], s.Page)
		if err != nil {
			return err
		}
	}
	facets, err := facetsOf(w.tx, id)
	if err != nil {
		return err
	}
	var marked []index.Entry
	for _, f := range facets {
		marked = append(marked, index.Facet(f, units))
	}
	w.pending = append(w.pending, index.Of(first, a.Index), index.Of(0, marked))
	for i, p := range a.Paragraphs {
		err := w.exec(insertParagraph, first+int64(p.Section), i, p.Kind, p.Marker, p.Text, p.Lines[0], p.Lines[1], p.Page)
		if err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) cited(id int64, a *Analysis) error {
	for _, c := range a.Works {
		if err := w.exec(insertWork, id, c.ID, c.Kind, c.Title, c.Number, c.Version, c.Date, c.Body, c.Act); err != nil {
			return err
		}
	}
	for i, m := range a.Mentions {
		err := w.exec(insertMention, id, i, m.Work, m.Path, m.Lines[0], m.Lines[1], m.Page, m.Text, m.Form, m.Pinpoint)
		if err != nil {
			return err
		}
	}
	return nil
}

func null(n int) any {
	if n == 0 {
		return nil
	}
	return n
}

// clearAnalysis drops all that was made of a document, but not its bytes.
func clearAnalysis(tx *sql.Tx, id int64) error {
	for _, q := range []string{
		"INSERT INTO gone SELECT min(id), max(id), count(*) FROM section WHERE document = ? AND unit = id HAVING count(*) > 0",
		"DELETE FROM section WHERE document = ?", // its paragraphs with it
		"DELETE FROM mention WHERE document = ?",
		"DELETE FROM work WHERE document = ?",
		"DELETE FROM analysis WHERE document = ?",
	} {
		if _, err := tx.Exec(q, id); err != nil {
			return err
		}
	}
	return nil
}

// facetsOf gives the facets of a document, by which searches are narrowed,
// sorted.
func facetsOf(tx *sql.Tx, id int64) ([]string, error) {
	var series string
	var year int
	err := tx.QueryRow("SELECT "+seriesOf+", "+yearOf+" FROM document d JOIN analysis a ON a.document = d.id WHERE d.id = ?", id).Scan(&series, &year)
	return []string{SeriesFacet(series), YearFacet(year)}, err
}

// seriesOf and yearOf are a document's series, and its fiscal year or else the
// year of its date, 0 where there is neither.
const (
	seriesOf = "coalesce(d.series, a.series)"
	yearOf   = "coalesce(d.fiscal_year, a.fiscal_year, CAST(substr(a.date, 1, 4) AS INTEGER))"
)

// SeriesFacet is the facet of the units of a series in the index.
func SeriesFacet(series string) string {
	h := fnv.New64a()
	h.Write([]byte(series))
	return fmt.Sprintf("s%016x", h.Sum64())
}

// YearFacet is the facet of the units of a year in the index.
func YearFacet(year int) string { return fmt.Sprintf("y%d", year) }
