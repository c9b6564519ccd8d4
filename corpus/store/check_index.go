package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"

	"shinkyu/corpus/index"
)

// checkIndex reads the whole full-text index and compares its units with those
// of the documents.
func (s *Store) checkIndex(ctx context.Context) ([]string, error) {
	tx, err := s.db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return nil, err
	}
	defer tx.Rollback()
	list, err := segments(tx)
	if err != nil {
		return nil, err
	}
	var bad []string
	var have []int64
	for _, g := range list {
		units, err := index.Verify(entries(tx, g.id))
		if err != nil {
			bad = append(bad, fmt.Sprintf("segment %d of the full-text index: %v", g.id, err))
		}
		gone, err := goneIn(tx, g.first, g.last)
		if err != nil {
			return bad, err
		}
		if has := gone.has(); has != nil {
			units = slices.DeleteFunc(units, has)
		}
		have = append(have, units...)
	}
	more, err := compareUnits(tx, have)
	return append(bad, more...), err
}

// compareUnits compares the units of the index, in order, with those that
// should be there.
func compareUnits(tx *sql.Tx, have []int64) ([]string, error) {
	type unit struct {
		id       int64
		document string
	}
	want, err := scanAll(tx, func(scan func(...any) error) (u unit, err error) {
		return u, scan(&u.id, &u.document)
	}, "SELECT s.id, d.name FROM section s JOIN document d ON d.id = s.document WHERE s.unit = s.id ORDER BY s.id")
	if err != nil {
		return nil, err
	}
	var bad []string
	for _, u := range want {
		for len(have) > 0 && have[0] < u.id {
			bad = append(bad, fmt.Sprintf("unit in the index only: %d", have[0]))
			have = have[1:]
		}
		if len(have) > 0 && have[0] == u.id {
			have = have[1:]
			continue
		}
		if line := "units not in the index: " + u.document; len(bad) == 0 || bad[len(bad)-1] != line {
			bad = append(bad, line)
		}
	}
	for _, u := range have {
		bad = append(bad, fmt.Sprintf("unit in the index only: %d", u))
	}
	return bad, nil
}
