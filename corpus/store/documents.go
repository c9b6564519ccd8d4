package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"
	"strconv"
	"strings"
)

// A Document is a row of the list of documents.
type Document struct {
	ID         string // d12
	Name       string
	Origin     string
	Series     string
	FiscalYear int    // 0 where there is none
	Date       string // EDTF
	Title      string
	Edition    string
	Issuer     string
	Act        string
	Draft      bool
	Format     string
	SHA256     string
	Version    int // of its bytes, from 1
	Sections   int
	Works      int
	Program    int // which analysis it has
	Reading    string
}

const selectDocument = `SELECT d.id, d.name, d.origin, ` + seriesOf + `, coalesce(d.fiscal_year, a.fiscal_year, 0),
	a.date, a.title, a.edition, a.issuer, a.act, a.draft, a.format, v.sha256, v.number, a.sections, a.works, a.program, d.reading
	FROM document d JOIN analysis a ON a.document = d.id JOIN version v ON v.id = a.version`

func scanDocument(scan func(...any) error) (*Document, error) {
	var d Document
	var id int64
	err := scan(&id, &d.Name, &d.Origin, &d.Series, &d.FiscalYear, &d.Date, &d.Title, &d.Edition, &d.Issuer, &d.Act,
		&d.Draft, &d.Format, &d.SHA256, &d.Version, &d.Sections, &d.Works, &d.Program, &d.Reading)
	d.ID = FormatID(id)
	return &d, err
}

// Documents gives every document in the order that they were added.
func (s *Store) Documents(ctx context.Context) iter.Seq2[*Document, error] {
	return s.documents(ctx, selectDocument+" ORDER BY d.id")
}

// Series gives the documents of a series in the order that they were added.
func (s *Store) Series(ctx context.Context, series string) iter.Seq2[*Document, error] {
	return s.documents(ctx, selectDocument+" WHERE "+seriesOf+" = ? ORDER BY d.id", series)
}

// documents reads page by page: a row that is being read would keep the log
// from being folded into the file, and a writer's only connection busy.
func (s *Store) documents(ctx context.Context, query string, args ...any) iter.Seq2[*Document, error] {
	return func(yield func(*Document, error) bool) {
		for d, err := range all(ctx, s, scanDocument, query, args...) {
			if !yield(d, err) {
				return
			}
		}
	}
}

// all gives the rows of a query; all of them are read before the first one is
// given, so that the caller may use the store between them.
func all[T any](ctx context.Context, s *Store, scan func(func(...any) error) (T, error), query string, args ...any) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		list, err := list(ctx, s, scan, query, args...)
		for _, v := range list {
			if !yield(v, nil) {
				return
			}
		}
		if err != nil {
			var zero T
			yield(zero, s.explain(err))
		}
	}
}

func list[T any](ctx context.Context, s *Store, scan func(func(...any) error) (T, error), query string, args ...any) ([]T, error) {
	rows, err := s.db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	return gather(rows, scan)
}

// gather gives what scan makes of each row, and closes the rows.
func gather[T any](rows *sql.Rows, scan func(func(...any) error) (T, error)) ([]T, error) {
	defer rows.Close()
	var out []T
	for rows.Next() {
		v, err := scan(rows.Scan)
		if err != nil {
			return out, err
		}
		out = append(out, v)
	}
	return out, rows.Err()
}

// FormatID is an id as users see it.
func FormatID(id int64) string { return "d" + strconv.FormatInt(id, 10) }

// ParseID reads an id and the version behind an @, 0 where none is named:
// d12, d12@1.
func ParseID(id string) (document int64, version int, ok bool) {
	text, found := strings.CutPrefix(id, "d")
	if !found {
		return 0, 0, false
	}
	text, v, at := strings.Cut(text, "@")
	document, err := strconv.ParseInt(text, 10, 64)
	if err != nil || document < 1 || text[0] == '+' {
		return 0, 0, false
	}
	if at {
		if version, err = strconv.Atoi(v); err != nil || version < 1 {
			return 0, 0, false
		}
	}
	return document, version, true
}

// Document gives one document; ErrNotFound is the cause of the error where
// there is none.
func (s *Store) Document(ctx context.Context, id string) (*Document, error) {
	n, _, ok := ParseID(id)
	if !ok {
		return nil, s.notFound(id)
	}
	d, err := scanDocument(s.db.QueryRowContext(ctx, selectDocument+" WHERE d.id = ?", n).Scan)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, s.notFound(id)
	}
	return d, s.explain(err)
}

func (s *Store) notFound(id string) error {
	return &Error{File: s.file, Msg: fmt.Sprintf("there is no document %s", id), Remedy: "`shinkyu corpus list` shows the ids", Err: ErrNotFound}
}

// Known gives the id of the document of which the current version has this
// checksum, "" where there is none.
func (s *Store) Known(ctx context.Context, sha256 string) (string, error) {
	id, err := known(s.db, sha256)
	if err != nil || id == 0 {
		return "", s.explain(err)
	}
	return FormatID(id), nil
}

// Bytes gives the bytes of a document as they were added, of the version that
// the id names or else the current one.
func (s *Store) Bytes(ctx context.Context, id string) ([]byte, error) {
	n, version, ok := ParseID(id)
	if !ok {
		return nil, s.notFound(id)
	}
	var p Packed
	err := s.db.QueryRowContext(ctx, "SELECT packing, bytes FROM version WHERE document = ? AND (number = ? OR ? = 0) ORDER BY number DESC LIMIT 1", n, version, version).Scan(&p.Packing, &p.Bytes)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, s.notFound(id)
	}
	if err != nil {
		return nil, s.explain(err)
	}
	return p.Unpack()
}

// Analysis gives what is stored of the current version's analysis in packed
// form: the tree and the citations.
func (s *Store) Analysis(ctx context.Context, id string) (tree, citations []byte, err error) {
	n, _, ok := ParseID(id)
	if !ok {
		return nil, nil, s.notFound(id)
	}
	err = s.db.QueryRowContext(ctx, "SELECT tree, citations FROM analysis WHERE document = ?", n).Scan(&tree, &citations)
	if errors.Is(err, sql.ErrNoRows) {
		err = s.notFound(id)
	}
	return tree, citations, s.explain(err)
}

// Tree gives the tree of the current version's analysis in packed form.
func (s *Store) Tree(ctx context.Context, id string) ([]byte, error) {
	return s.part(ctx, "tree", id)
}

// Citations gives the citations of the current version's analysis in packed
// form.
func (s *Store) Citations(ctx context.Context, id string) ([]byte, error) {
	return s.part(ctx, "citations", id)
}

// Terms gives the terms of a document as a JSON object, term to count.
func (s *Store) Terms(ctx context.Context, id string) ([]byte, error) {
	return s.part(ctx, "terms", id)
}

// part gives a column of the analysis of a document.
func (s *Store) part(ctx context.Context, column, id string) ([]byte, error) {
	n, _, ok := ParseID(id)
	if !ok {
		return nil, s.notFound(id)
	}
	var data []byte
	err := s.db.QueryRowContext(ctx, "SELECT "+column+" FROM analysis WHERE document = ?", n).Scan(&data)
	if errors.Is(err, sql.ErrNoRows) {
		err = s.notFound(id)
	}
	return data, s.explain(err)
}

// Remove takes documents out of the corpus with all their versions; all of
// them or none.
func (s *Store) Remove(ctx context.Context, ids []string) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		for _, id := range ids {
			n, version, ok := ParseID(id)
			if !ok || version != 0 {
				return s.notFound(id)
			}
			if err := clearAnalysis(tx, n); err != nil {
				return err
			}
			r, err := tx.Exec("DELETE FROM document WHERE id = ?", n)
			if err != nil {
				return err
			}
			if k, err := r.RowsAffected(); err != nil || k == 0 {
				return errors.Join(err, s.notFound(id))
			}
		}
		return nil
	})
}

// Set changes what the user says about a document; nil leaves it, and the zero
// value gives it back to what is derived. The document has then to be indexed
// anew.
func (s *Store) Set(ctx context.Context, id string, series *string, fiscalYear *int) error {
	n, _, ok := ParseID(id)
	if !ok {
		return s.notFound(id)
	}
	return s.write(ctx, func(tx *sql.Tx) error {
		if series != nil {
			if _, err := tx.Exec("UPDATE document SET series = nullif(?, '') WHERE id = ?", *series, n); err != nil {
				return err
			}
		}
		if fiscalYear != nil {
			if _, err := tx.Exec("UPDATE document SET fiscal_year = nullif(?, 0) WHERE id = ?", *fiscalYear, n); err != nil {
				return err
			}
		}
		return nil
	})
}
