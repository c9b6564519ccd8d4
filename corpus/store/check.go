package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
)

// Check looks for damage: SQLite's own checks of the file, its index and its
// references, the checksum of all stored bytes, and that each document has one
// whole analysis. It gives one line for each thing that is wrong. progress, if
// not nil, is told how many versions were looked at, of how many.
func (s *Store) Check(ctx context.Context, progress func(done, all int)) ([]string, error) {
	var found []string
	for _, c := range checks {
		lines, err := list(ctx, s, scanString, c.query)
		if err != nil {
			return found, s.explain(err)
		}
		for _, l := range lines {
			if l != "ok" {
				found = append(found, c.about+l)
			}
		}
	}
	bad, err := s.checkIndex(ctx)
	found = append(found, bad...)
	if err != nil {
		return found, s.explain(err)
	}
	bad, err = s.checksums(ctx, progress)
	return append(found, bad...), err
}

// checks are queries that give one row for each thing that is wrong.
var checks = []struct{ about, query string }{
	{"", "SELECT integrity_check FROM pragma_integrity_check"},
	{"reference without its row: ", `SELECT "table" || ' ' || coalesce(rowid, '') FROM pragma_foreign_key_check`},
	{"document without an analysis: ", "SELECT name FROM document WHERE id NOT IN (SELECT document FROM analysis)"},
	{"analysis of a version that is not the newest: ", "SELECT d.name FROM document d JOIN analysis a ON a.document = d.id JOIN version v ON v.id = a.version WHERE v.document <> d.id OR v.number <> (SELECT max(number) FROM version WHERE document = d.id)"},
	{"the same bytes twice: ", "SELECT group_concat(d.name, ', ') FROM document d JOIN analysis a ON a.document = d.id JOIN version v ON v.id = a.version GROUP BY v.sha256 HAVING count(*) > 1"},
	{"sections missing: ", "SELECT d.name FROM document d JOIN analysis a ON a.document = d.id WHERE a.sections + 1 <> (SELECT count(*) FROM section WHERE document = d.id)"},
	{"paragraphs missing: ", "SELECT d.name FROM document d JOIN analysis a ON a.document = d.id WHERE a.paragraphs <> (SELECT count(*) FROM section s JOIN paragraph p ON p.section = s.id WHERE s.document = d.id)"},
	{"works missing: ", "SELECT d.name FROM document d JOIN analysis a ON a.document = d.id WHERE a.works <> (SELECT count(*) FROM work WHERE document = d.id)"},
	{"mentions missing: ", "SELECT d.name FROM document d JOIN analysis a ON a.document = d.id WHERE a.mentions <> (SELECT count(*) FROM mention WHERE document = d.id)"},
}

func scanString(scan func(...any) error) (string, error) {
	var v string
	err := scan(&v)
	return v, err
}

// checksums reads all bytes that are stored.
func (s *Store) checksums(ctx context.Context, progress func(done, all int)) ([]string, error) {
	type row struct {
		id   int64
		name string
		sum  string
	}
	rows, err := list(ctx, s, func(scan func(...any) error) (row, error) {
		var r row
		err := scan(&r.id, &r.name, &r.sum)
		return r, err
	}, "SELECT v.id, d.name, v.sha256 FROM version v JOIN document d ON d.id = v.document ORDER BY v.id")
	if err != nil {
		return nil, s.explain(err)
	}
	var found []string
	for i, r := range rows {
		if progress != nil {
			progress(i, len(rows))
		}
		var p Packed
		if err := s.db.QueryRowContext(ctx, "SELECT packing, bytes FROM version WHERE id = ?", r.id).Scan(&p.Packing, &p.Bytes); err != nil {
			return found, s.explain(err)
		}
		data, err := p.Unpack()
		sum := sha256.Sum256(data)
		switch {
		case err != nil:
			found = append(found, fmt.Sprintf("bytes that do not unpack: %s: %v", r.name, err))
		case hex.EncodeToString(sum[:]) != r.sum:
			found = append(found, "bytes that are not those that were added: "+r.name)
		}
	}
	return found, nil
}
