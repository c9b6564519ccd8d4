package store

import (
	"database/sql"
	_ "embed"
	"iter"

	"shinkyu/corpus/index"
)

//go:embed format2.sql
var format2 string

// ownIndex takes what FTS5 knows into an index of our own, so that no text has
// to be cut into words again.
func ownIndex(tx *sql.Tx) error {
	if err := execute(tx, format2); err != nil {
		return err
	}
	if err := execute(tx, "CREATE VIRTUAL TABLE temp.found USING fts5vocab (main, search, instance)"); err != nil {
		return err
	}
	lengths, err := unitLengths(tx)
	if err != nil {
		return err
	}
	if lengths.Count > 0 {
		parts := []index.Part{
			index.Of(0, []index.Entry{lengths}),
			{Entries: instances(tx, "col = 'facets'", index.FacetSign)},
			{Entries: instances(tx, "col IN ('title', 'body')", "")},
		}
		if err := writeSegment(tx, parts, nil); err != nil {
			return err
		}
	}
	return execute(tx, "DROP TABLE temp.found; DROP TABLE vocabulary; DROP TABLE search")
}

// unitLengths counts the words of all units.
func unitLengths(tx *sql.Tx) (e index.Entry, err error) {
	type count struct{ text, head int }
	words := map[int64]count{}
	for at, err := range occurrences(tx, "col IN ('title', 'body')") {
		if err != nil {
			return e, err
		}
		c := words[at.unit]
		if at.head {
			c.head++
		} else {
			c.text++
		}
		words[at.unit] = c
	}
	units, err := scanAll(tx, func(scan func(...any) error) (n int64, err error) { return n, scan(&n) }, "SELECT id FROM section WHERE unit = id ORDER BY id")
	for _, u := range units {
		e.AddCount(u, words[u].text, words[u].head)
	}
	return e, err
}

// An occurrence is a word at a place.
type occurrence struct {
	term  string
	unit  int64
	head  bool
	place uint32
}

// occurrences reads the index as FTS5 has it: by word, unit, column and place.
func occurrences(tx *sql.Tx, where string) iter.Seq2[occurrence, error] {
	return func(yield func(occurrence, error) bool) {
		rows, err := tx.Query("SELECT term, doc, col = 'title', offset FROM temp.found WHERE " + where)
		if err != nil {
			yield(occurrence{}, err)
			return
		}
		defer rows.Close()
		for rows.Next() {
			var o occurrence
			err := rows.Scan(&o.term, &o.unit, &o.head, &o.place)
			if !yield(o, err) || err != nil {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(occurrence{}, err)
		}
	}
}

// instances gives an entry for each word and unit.
func instances(tx *sql.Tx, where, sign string) iter.Seq2[index.Entry, error] {
	return func(yield func(index.Entry, error) bool) {
		var at occurrence
		var text, head []uint32
		entry := func() index.Entry {
			e := index.Entry{Term: sign + at.term}
			if sign != "" {
				text, head = nil, nil
			}
			e.Add(at.unit, text, head)
			text, head = text[:0], head[:0]
			return e
		}
		for o, err := range occurrences(tx, where) {
			if err != nil {
				yield(index.Entry{}, err)
				return
			}
			if at.unit != 0 && (o.term != at.term || o.unit != at.unit) && !yield(entry(), nil) {
				return
			}
			at = o
			if o.head {
				head = append(head, o.place)
			} else {
				text = append(text, o.place)
			}
		}
		if at.unit != 0 {
			yield(entry(), nil)
		}
	}
}
