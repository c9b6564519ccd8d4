package store

import (
	"context"
	"database/sql"
	"errors"
	"iter"
	"slices"

	"shinkyu/corpus/index"
)

// A segment is a row of the table of segments.
type segment struct {
	id, first, last, units, size int64
	gone                         int64 // units of it that were removed
}

const selectSegment = `SELECT s.id, s.first, s.last, s.units, s.size,
	(SELECT coalesce(sum(g.units), 0) FROM gone g WHERE g.first BETWEEN s.first AND s.last)
	FROM segment s ORDER BY s.first`

func segments(q rower) ([]segment, error) {
	return scanAll(q, func(scan func(...any) error) (g segment, err error) {
		return g, scan(&g.id, &g.first, &g.last, &g.units, &g.size, &g.gone)
	}, selectSegment)
}

type rower interface {
	Query(query string, args ...any) (*sql.Rows, error)
}

// scanAll gives the rows of a query.
func scanAll[T any](q rower, scan func(func(...any) error) (T, error), query string, args ...any) ([]T, error) {
	rows, err := q.Query(query, args...)
	if err != nil {
		return nil, err
	}
	return gather(rows, scan)
}

// Merging keeps the number of segments small, since a search looks into each
// one. Segments are of orders, each of segments eightfold as large as those of
// the one below; where the youngest eight or more are of no higher order they
// become one. So each posting is written once an order, and a segment of full size
// is left alone.
const (
	fanout     = 8
	orderSize  = 128 << 10 // up to which a segment is of order 0
	fullSize   = 32 << 20
	worthwhile = 2 // a segment is written anew where one unit in so many was removed
)

func (g *segment) order() int {
	n := 0
	for size := int64(orderSize); g.size > size; size *= fanout {
		n++
	}
	return n
}

// due gives the segments that are to be merged now; all stands for any two at
// the end of the list that are not of full size.
func due(list []segment, all bool) []segment {
	for i := range list {
		if list[i].gone*worthwhile > list[i].units {
			return list[i : i+1]
		}
	}
	var found []segment
	least, highest := fanout, 0
	if all {
		least = 2
	}
	for i := len(list) - 1; i >= 0 && list[i].size < fullSize; i-- {
		highest = max(highest, list[i].order())
		if n := len(list) - i; n >= least && (all || i == 0 || list[i-1].order() > highest || list[i-1].size >= fullSize) {
			found = list[i:]
		}
	}
	return found
}

// Tidy merges segments of the full-text index where that is due. With all, as
// at the end of many writes, it leaves as few as possible.
func (s *Store) Tidy(ctx context.Context, all bool) error {
	for {
		list, err := segments(s.writer)
		if err != nil {
			return s.explain(err)
		}
		if len(due(list, all)) == 0 {
			return nil
		}
		if err := s.write(ctx, func(tx *sql.Tx) error { return merge(tx, all) }); err != nil {
			return err
		}
	}
}

// merge makes one segment of those that are due.
func merge(tx *sql.Tx, all bool) error {
	list, err := segments(tx)
	if err != nil {
		return err
	}
	list = due(list, all) // another program may have merged them a moment ago
	if len(list) == 0 {
		return nil
	}
	var parts []index.Part
	for _, g := range list {
		parts = append(parts, index.Part{Entries: entries(tx, g.id)})
	}
	first, last := list[0].first, list[len(list)-1].last
	removed, err := goneIn(tx, first, last)
	if err != nil {
		return err
	}
	// The new segment has a first unit of its own only when the old ones are
	// away, so they are set aside for the time.
	for _, g := range list {
		if _, err := tx.Exec("UPDATE segment SET first = -id WHERE id = ?", g.id); err != nil {
			return err
		}
	}
	if err := writeSegment(tx, parts, removed.has()); err != nil {
		return err
	}
	for _, g := range list {
		if _, err := tx.Exec("DELETE FROM segment WHERE id = ?", g.id); err != nil { // its blocks with it
			return err
		}
	}
	_, err = tx.Exec("DELETE FROM gone WHERE first BETWEEN ? AND ?", first, last)
	return err
}

// entries reads a segment in order.
func entries(q rower, id int64) iter.Seq2[index.Entry, error] {
	return func(yield func(index.Entry, error) bool) {
		rows, err := q.Query("SELECT docs, places FROM block WHERE segment = ? ORDER BY term, first", id)
		if err != nil {
			yield(index.Entry{}, err)
			return
		}
		defer rows.Close()
		for rows.Next() {
			var docs, places []byte
			if err := rows.Scan(&docs, &places); err != nil {
				yield(index.Entry{}, err)
				return
			}
			for e, err := range index.Entries(docs, places) {
				if !yield(e, err) || err != nil {
					return
				}
			}
		}
		if err := rows.Err(); err != nil {
			yield(index.Entry{}, err)
		}
	}
}

// writeSegment stores merged parts as a segment; none where nothing is left.
func writeSegment(tx *sql.Tx, parts []index.Part, gone func(int64) bool) error {
	r, err := tx.Exec("INSERT INTO segment (first, last, units, size) VALUES (0, 0, 0, 0)")
	if err != nil {
		return err
	}
	g := segment{}
	if g.id, err = r.LastInsertId(); err != nil {
		return err
	}
	st, err := tx.Prepare("INSERT INTO block (segment, term, first, docs, places) VALUES (?, ?, ?, ?, ?)")
	if err != nil {
		return err
	}
	defer st.Close()
	p := index.Packer{Put: func(b *index.Block) error {
		g.size += int64(len(b.Docs) + len(b.Places))
		_, err := st.Exec(g.id, b.Term, b.First, b.Docs, b.Places)
		return err
	}}
	err = index.Merge(parts, gone, func(e *index.Entry) error {
		if e.Term == "" {
			g.first, g.last, g.units = e.First, e.Last, int64(e.Count)
		}
		return p.Add(e)
	})
	if err = errors.Join(err, p.Flush()); err != nil {
		return err
	}
	if g.last > index.MaxUnit {
		return errors.New("the corpus has had more sections than it can number")
	}
	if g.units == 0 {
		_, err = tx.Exec("DELETE FROM segment WHERE id = ?", g.id)
		return err
	}
	_, err = tx.Exec("UPDATE segment SET first = ?, last = ?, units = ?, size = ? WHERE id = ?", g.first, g.last, g.units, g.size, g.id)
	return err
}

// ranges are units that were removed, in order.
type ranges [][2]int64

// goneIn gives those between two units.
func goneIn(q rower, first, last int64) (ranges, error) {
	return scanAll(q, func(scan func(...any) error) (r [2]int64, err error) {
		return r, scan(&r[0], &r[1])
	}, "SELECT first, last FROM gone WHERE first BETWEEN ? AND ? ORDER BY first", first, last)
}

// has gives the question whether a unit is in one of the ranges; nil where
// there are none.
func (r ranges) has() func(int64) bool {
	if len(r) == 0 {
		return nil
	}
	return func(unit int64) bool {
		_, ok := slices.BinarySearchFunc(r, unit, func(g [2]int64, unit int64) int {
			switch {
			case g[1] < unit:
				return -1
			case g[0] > unit:
				return 1
			}
			return 0
		})
		return ok
	}
}
