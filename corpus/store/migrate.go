package store

import (
	"context"
	"database/sql"
	_ "embed"
	"fmt"
)

//go:embed schema.sql
var schema string

// migrations bring a file from each format to the next; the first makes an
// empty file a corpus of the newest format. The others are for older files:
// one that was released is never edited, only followed.
var migrations = []func(tx *sql.Tx) error{
	func(tx *sql.Tx) error { return execute(tx, schema) },
	ownIndex,
}

func execute(tx *sql.Tx, script string) error {
	_, err := tx.Exec(script)
	return err
}

// applicationID marks an SQLite file as a corpus: "SHKY".
const applicationID = 0x53484b59

// migrate brings the file to the newest format. It is called with the file
// open for writing.
func (s *Store) migrate(ctx context.Context) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		format, err := format(tx, s.file)
		if err != nil {
			return err
		}
		for n := format; n < len(migrations); n++ {
			if err := migrations[n](tx); err != nil {
				return fmt.Errorf("format %d: %w", n+1, err)
			}
			if n == 0 {
				break // that is the newest format
			}
		}
		_, err = tx.Exec(fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, len(migrations)))
		return err
	})
}

type querier interface {
	QueryRow(query string, args ...any) *sql.Row
}

// format gives the format of the file, 0 for an empty one. A file that is no
// corpus, or of a newer format, is an [*Error].
func format(q querier, file string) (int, error) {
	var id, format, tables int
	err := q.QueryRow("SELECT application_id, user_version, (SELECT count(*) FROM sqlite_schema) FROM pragma_application_id, pragma_user_version").Scan(&id, &format, &tables)
	switch {
	case err != nil:
		return 0, err
	case tables == 0:
		return 0, nil
	case id != applicationID:
		return 0, &Error{File: file, Msg: "this SQLite file is no corpus of shinkyu", Remedy: "name another file with --db"}
	case format > len(migrations):
		return 0, &Error{
			File:   file,
			Msg:    fmt.Sprintf("the corpus has format %d and this program knows formats up to %d", format, len(migrations)),
			Remedy: "use a newer shinkyu",
		}
	}
	return format, nil
}
