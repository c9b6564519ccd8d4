package store

import (
	"context"
	"database/sql"
	"fmt"
	"math"
	"sync"

	"shinkyu/corpus/index"
)

// A reading is the full-text index at one moment.
type reading struct {
	tx             *sql.Tx
	segments       []segment
	gone           ranges
	own, before    *sql.Stmt
	between, place *sql.Stmt
}

// read calls f with the index, which nobody changes meanwhile.
func (s *Store) read(ctx context.Context, f func(r *reading) error) error {
	// A transaction for reading takes no lock that a writer would wait for.
	tx, err := s.db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return s.explain(err)
	}
	defer tx.Rollback()
	r := &reading{tx: tx}
	if r.segments, err = segments(tx); err != nil {
		return s.explain(err)
	}
	if r.gone, err = goneIn(tx, 0, math.MaxInt64); err != nil {
		return s.explain(err)
	}
	for _, p := range []struct {
		st    **sql.Stmt
		query string
	}{
		{&r.own, "SELECT id, docs FROM block WHERE segment = ? AND term = ? ORDER BY first"},
		{&r.before, "SELECT id, docs FROM block WHERE segment = ? AND term < ? ORDER BY term DESC, first DESC LIMIT 1"},
		{&r.between, "SELECT id, docs FROM block WHERE segment = ? AND term >= ? AND term < ? ORDER BY term, first"},
		{&r.place, "SELECT places FROM block WHERE id = ?"},
	} {
		if *p.st, err = tx.Prepare(p.query); err != nil {
			return s.explain(err)
		}
		defer (*p.st).Close()
	}
	return s.explain(f(r))
}

// lengths keeps the lengths of units for the next search.
type lengths struct {
	mu  sync.Mutex
	key string // of the segments that they were read from
	all index.Lengths
}

// of gives the lengths of the units of an index.
func (l *lengths) of(r *reading) (index.Lengths, error) {
	key := fmt.Sprint(r.segments, r.gone)
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.key != key {
		all, err := index.ReadLengths(r)
		if err != nil {
			return all, err
		}
		l.key, l.all = key, all
	}
	return l.all, nil
}

// Gone tells which units were removed.
func (r *reading) Gone() func(int64) bool { return r.gone.has() }

// Blocks gives the blocks that can hold a term.
func (r *reading) Blocks(term string, prefix bool) ([]index.Found, error) {
	var out []index.Found
	for _, g := range r.segments {
		found, err := r.blocks(g.id, term, prefix)
		if err != nil {
			return nil, err
		}
		out = append(out, found...)
	}
	return out, nil
}

func (r *reading) blocks(segment int64, term string, prefix bool) ([]index.Found, error) {
	own, err := func() ([]index.Found, error) {
		if prefix {
			return found(r.between, segment, term, term+"\U0010ffff")
		}
		return found(r.own, segment, term)
	}()
	if err != nil || len(own) > 0 && !prefix {
		return own, err
	}
	before, err := found(r.before, segment, term)
	return append(before, own...), err
}

func found(st *sql.Stmt, args ...any) ([]index.Found, error) {
	rows, err := st.Query(args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []index.Found
	for rows.Next() {
		var f index.Found
		if err := rows.Scan(&f.ID, &f.Docs); err != nil {
			return nil, err
		}
		out = append(out, f)
	}
	return out, rows.Err()
}

// Places gives the places of a block.
func (r *reading) Places(id int64) ([]byte, error) {
	var places []byte
	err := r.place.QueryRow(id).Scan(&places)
	return places, err
}
