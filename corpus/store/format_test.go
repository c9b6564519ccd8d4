package store

import (
	"database/sql"
	_ "embed"
	"fmt"
	"path/filepath"
	"slices"
	"testing"

	"shinkyu/corpus/index"
)

//go:embed testdata/format1.sql
var format1 string

// older makes a file of format 1 with two documents of two units each, as the
// program of that format wrote it.
func older(t *testing.T) string {
	file := filepath.Join(t.TempDir(), "old.db")
	exec(t, file, format1+fmt.Sprintf("; PRAGMA application_id = %d; PRAGMA user_version = 1", applicationID))
	for d, text := range []string{"人材 の 育成 を 図る", "研究 の 育成 を 図る 育成"} {
		n := d + 1
		for _, q := range []string{
			"INSERT INTO document VALUES (%[1]d, 'o%[1]d', 'n%[1]d', '', NULL, NULL)",
			"INSERT INTO version VALUES (%[1]d, %[1]d, 1, 's%[1]d', 1, 'none', x'00')",
			"INSERT INTO analysis VALUES (%[1]d, %[1]d, 1, '計画', 2020, '', '計画', '', '', '', 0, 'text', 1, 0, 0, 0, 5, '{}', x'00', x'00')",
			"INSERT INTO section VALUES (10 * %[1]d, %[1]d, 10 * %[1]d, '', '', '計画', 0, 0, 0, 0)",
			"INSERT INTO section VALUES (10 * %[1]d + 1, %[1]d, 10 * %[1]d + 1, '1', '1', '育成', 1, 1, 2, 0)",
			"INSERT INTO search (rowid, title, body, strong, facets) VALUES (10 * %[1]d, '計画', '', '', 's%[3]s y2020')",
			"INSERT INTO search (rowid, title, body, strong, facets) VALUES (10 * %[1]d + 1, '育成', '%[2]s', '\ue011育成', 's%[3]s y2020')",
		} {
			exec(t, file, fmt.Sprintf(q+" -- %[1]d%[2]s%[3]s", n, text, SeriesFacet("計画")[1:]))
		}
	}
	return file
}

// TestFormat1 brings a file of format 1 to the newest one: it is like a new
// one, and searches find what they did.
func TestFormat1(t *testing.T) {
	file := older(t)
	s := create(t, file)
	if a, b := layout(t, s), layout(t, create(t, filepath.Join(t.TempDir(), "new.db"))); !slices.Equal(a, b) {
		t.Errorf("the migrated file has\n%q, a new one\n%q", a, b)
	}
	for _, c := range []struct {
		expr  index.Expr
		units []int64
	}{
		{word("育成"), []int64{21, 11}},
		{&index.Phrase{Words: []string{"育成"}, Heading: true}, []int64{11, 21}},
		{&index.Phrase{Words: []string{"人材", "の", "育成"}}, []int64{11}},
		{&index.Phrase{Words: []string{"育成", "人材"}}, nil},
		{&index.Facets{Terms: []string{YearFacet(2020)}}, []int64{10, 11, 20, 21}},
		{&index.Facets{Terms: []string{SeriesFacet("計画")}}, []int64{10, 11, 20, 21}},
		{word("\ue011育成"), nil},
	} {
		hits, _, _, err := s.Search(t.Context(), c.expr, -1, 0)
		if err != nil {
			t.Fatal(err)
		}
		var units []int64
		for _, h := range hits {
			units = append(units, h.Unit)
		}
		if !slices.Equal(units, c.units) {
			t.Errorf("%v: %v, want %v", c.expr, units, c.units)
		}
	}
	bad, err := s.checkIndex(t.Context())
	if err != nil || len(bad) > 0 {
		t.Errorf("%q, %v", bad, err)
	}
}

// layout gives what the database consists of.
func layout(t *testing.T, s *Store) []string {
	out, err := scanAll(s.db, func(scan func(...any) error) (string, error) {
		var kind, name string
		var script sql.NullString
		err := scan(&kind, &name, &script)
		return kind + " " + name + " " + script.String, err
	}, "SELECT type, name, sql FROM sqlite_schema ORDER BY 1, 2")
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestMerge writes many segments, removes documents and tidies: the index
// stays what it should be, and few segments are left.
func TestMerge(t *testing.T) {
	s := create(t, filepath.Join(t.TempDir(), "c.db"))
	for i := range 60 {
		if _, err := s.Put(t.Context(), []*Record{record(fmt.Sprint("a", i), fmt.Sprint("育成", i))}); err != nil {
			t.Fatal(err)
		}
		if i%7 == 3 {
			if err := s.Remove(t.Context(), []string{FormatID(int64(i))}); err != nil {
				t.Fatal(err)
			}
		}
		if i%3 == 0 {
			if err := s.Tidy(t.Context(), false); err != nil {
				t.Fatal(err)
			}
		}
	}
	before, total, _, err := s.Search(t.Context(), word("人材"), -1, 0)
	if err != nil || total != 51 {
		t.Errorf("%d hits, %v", total, err)
	}
	if list, err := segments(s.writer); err != nil || len(list) > 2*fanout {
		t.Errorf("%d segments, %v", len(list), err)
	}
	if err := s.Tidy(t.Context(), true); err != nil {
		t.Fatal(err)
	}
	if list, err := segments(s.writer); err != nil || len(list) != 1 {
		t.Errorf("%d segments, %v", len(list), err)
	}
	after, _, _, err := s.Search(t.Context(), word("人材"), -1, 0)
	if err != nil || !slices.Equal(before, after) {
		t.Errorf("%v and then %v, %v", before, after, err)
	}
	if bad, err := s.Check(t.Context(), nil); err != nil || len(bad) > 0 {
		t.Errorf("%q, %v", bad, err)
	}
	// What was removed is written away where it is half of a segment.
	for i := range 40 {
		_ = s.Remove(t.Context(), []string{FormatID(int64(i + 1))})
	}
	if err := s.Tidy(t.Context(), false); err != nil {
		t.Fatal(err)
	}
	if r, err := goneIn(s.writer, 0, 1<<40); err != nil || len(r) > 0 {
		t.Errorf("%v, %v", r, err)
	}
	if bad, err := s.Check(t.Context(), nil); err != nil || len(bad) > 0 {
		t.Errorf("%q, %v", bad, err)
	}
}
