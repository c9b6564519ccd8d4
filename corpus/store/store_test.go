package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"shinkyu/corpus/index"
)

func create(t testing.TB, file string) *Store {
	t.Helper()
	s, err := Open(t.Context(), file, Options{Mode: Create, Doing: "test"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// record makes a document with one section.
func record(name, text string) *Record {
	sum := sha256.Sum256([]byte(text))
	var b index.Builder
	b.Heading(b.Unit(0), []string{"計画"})
	b.Heading(b.Unit(1), []string{"人材"})
	b.Text(1, []string{text})
	return &Record{
		Origin: name, Name: name, SHA256: hex.EncodeToString(sum[:]), Size: int64(len(text)), Bytes: Pack([]byte(text)),
		Analysis: &Analysis{
			Series: "計画", FiscalYear: 2020, Title: "計画", Terms: []byte(`{"人材":2}`), Tree: []byte{1}, Citations: []byte{1},
			Sections: []Section{
				{Unit: 0},
				{Path: "1", Marker: "1", Title: "人材", Depth: 1, Unit: 1},
			},
			Index:      b.Entries(),
			Paragraphs: []Paragraph{{Section: 1, Kind: "paragraph", Text: text, Lines: [2]int{3, 4}}},
			Works:      []Work{{ID: "w1", Kind: "law", Title: "基本法"}},
			Mentions:   []Mention{{Work: "w1", Path: "1", Lines: [2]int{3, 3}, Text: "基本法", Form: "title"}},
		},
	}
}

func word(w string) index.Expr { return &index.Phrase{Words: []string{w}} }

func TestPut(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a b#c?%d.db")
	s := create(t, file)
	placed, err := s.Put(t.Context(), []*Record{record("a", "育成"), record("b", "育成"), record("a", "研究"), record("b", "開発")})
	if err != nil {
		t.Fatal(err)
	}
	want := []Placed{{1, Added, false}, {1, Same, false}, {1, Changed, false}, {2, Added, false}}
	if !slices.Equal(placed, want) {
		t.Errorf("%v, want %v", placed, want)
	}
	in2020 := &index.Facets{Terms: []string{YearFacet(2020)}}
	for _, c := range []struct {
		expr index.Expr
		n    int
	}{
		{word("育成"), 0},
		{word("研究"), 1},
		{&index.All{Want: []index.Expr{in2020, word("研究")}}, 1},
		{&index.Facets{Terms: []string{SeriesFacet("計画")}}, 4},
		{&index.Facets{Terms: []string{YearFacet(2021)}}, 0},
	} {
		hits, total, _, err := s.Search(t.Context(), c.expr, 10, 0)
		if err != nil || len(hits) != c.n || total != c.n {
			t.Errorf("%v: %d, %d of %d: %v", c.expr, len(hits), total, c.n, err)
		}
	}
	if bad, err := s.Check(t.Context(), nil); err != nil || len(bad) > 0 {
		t.Errorf("%q, %v", bad, err)
	}
}

// TestViews holds the columns that researchers' own queries rely on.
func TestViews(t *testing.T) {
	file := filepath.Join(t.TempDir(), "c.db")
	s := create(t, file)
	if _, err := s.Put(t.Context(), []*Record{record("a", "育成")}); err != nil {
		t.Fatal(err)
	}
	for view, want := range map[string]string{
		"documents":  "id name series fiscal_year date title edition issuer act draft format sha256 version bytes sections paragraphs works mentions words",
		"sections":   "document path marker title depth first_line last_line page",
		"paragraphs": "document path ordinal kind marker text first_line last_line page",
		"works":      "id kind title number version date body act documents",
		"mentions":   "document work path first_line last_line page text form pinpoint",
		"terms":      "document term count",
	} {
		rows, err := s.db.Query("SELECT * FROM " + view)
		if err != nil {
			t.Errorf("%s: %v", view, err)
			continue
		}
		columns, _ := rows.Columns()
		if got := strings.Join(columns, " "); got != want {
			t.Errorf("%s has %s", view, got)
		}
		if !rows.Next() {
			t.Errorf("%s is empty", view)
		}
		rows.Close()
	}
}

func TestRefused(t *testing.T) {
	folder := t.TempDir()
	newer, other, empty, text := filepath.Join(folder, "newer.db"), filepath.Join(folder, "other.db"), filepath.Join(folder, "empty.db"), filepath.Join(folder, "text.db")
	create(t, newer).Close()
	exec(t, newer, "PRAGMA user_version = 99")
	exec(t, other, "CREATE TABLE t (x)")
	for file, content := range map[string]string{empty: "", text: strings.Repeat("計画", 1000)} {
		if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct{ file, want string }{
		{newer, "the corpus has format 99 and this program knows formats up to 2; use a newer shinkyu"},
		{other, "this SQLite file is no corpus of shinkyu; name another file with --db"},
		{text, "the file is no SQLite file; name another file with --db"},
		{folder, "this is a folder; name a file with --db"},
	} {
		for _, mode := range []Mode{Read, Write, Create} {
			_, err := Open(t.Context(), c.file, Options{Mode: mode})
			if e := new(Error); !errors.As(err, &e) || e.Error() != c.file+": "+c.want {
				t.Errorf("mode %d: %v", mode, err)
			}
		}
	}
	for _, mode := range []Mode{Read, Write} {
		if _, err := Open(t.Context(), empty, Options{Mode: mode}); err == nil || !strings.Contains(err.Error(), "the file is empty") {
			t.Error(err)
		}
		if _, err := Open(t.Context(), filepath.Join(folder, "none.db"), Options{Mode: mode}); err == nil || !strings.Contains(err.Error(), "there is no such corpus") {
			t.Error(err)
		}
	}
}

func exec(t *testing.T, file, query string) {
	t.Helper()
	db, err := sql.Open("sqlite", file)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(query); err != nil {
		t.Fatal(err)
	}
}

// TestMigrate brings an older file to a newer format, whole or not at all.
func TestMigrate(t *testing.T) {
	file := filepath.Join(t.TempDir(), "c.db")
	s := create(t, file)
	if _, err := s.Put(t.Context(), []*Record{record("a", "育成")}); err != nil {
		t.Fatal(err)
	}
	s.Close()
	defer func(old []func(*sql.Tx) error) { migrations = old }(migrations)
	before := migrations
	script := func(s string) func(*sql.Tx) error { return func(tx *sql.Tx) error { return execute(tx, s) } }

	migrations = append(slices.Clone(before), script("CREATE TABLE half (x); CREATE TABLE half (x)"))
	if _, err := Open(t.Context(), file, Options{Mode: Write}); err == nil {
		t.Fatal("a migration that fails was taken")
	}
	migrations = append(slices.Clone(before), script("ALTER TABLE document ADD COLUMN note TEXT"))
	if _, err := Open(t.Context(), file, Options{}); err == nil || !strings.Contains(err.Error(), "the corpus has the old format 2; bring it up to date with `shinkyu corpus refresh`") {
		t.Error(err)
	}
	s, err := Open(t.Context(), file, Options{Mode: Write})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var n int
	if err := s.db.QueryRow("SELECT count(*) FROM document WHERE note IS NULL").Scan(&n); err != nil || n != 1 {
		t.Errorf("%d, %v", n, err)
	}
	migrations = before
	if _, err := Open(t.Context(), file, Options{}); err == nil || !strings.Contains(err.Error(), "use a newer shinkyu") {
		t.Error(err)
	}
}

// TestFull fills the room that the file may take: what was stored before stays
// whole, and the message says what to do.
func TestFull(t *testing.T) {
	s := create(t, filepath.Join(t.TempDir(), "c.db"))
	if _, err := s.Put(t.Context(), []*Record{record("a", "育成")}); err != nil {
		t.Fatal(err)
	}
	var pages int
	if err := s.writer.QueryRow("PRAGMA page_count").Scan(&pages); err != nil {
		t.Fatal(err)
	}
	if _, err := s.writer.Exec(fmt.Sprintf("PRAGMA max_page_count = %d", pages+5)); err != nil {
		t.Fatal(err)
	}
	big := record("b", "研究")
	big.Bytes = Packed{"none", make([]byte, 1<<20)}
	_, err := s.Put(t.Context(), []*Record{record("c", "開発"), big})
	if err == nil || !strings.Contains(err.Error(), "the disk is full; make room and give the command again: it goes on where it stopped") {
		t.Error(err)
	}
	var names []string
	for d, err := range s.Documents(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, d.Name)
	}
	if !slices.Equal(names, []string{"a"}) {
		t.Errorf("%q", names)
	}
}

// TestCheck finds each kind of damage.
func TestCheck(t *testing.T) {
	for _, c := range []struct{ damage, want string }{
		{"UPDATE version SET bytes = x'00', packing = 'none'", "bytes that are not those that were added: a"},
		{"UPDATE version SET packing = 'zip'", "bytes that do not unpack: a"},
		{"DELETE FROM section WHERE path = '1'", "sections missing: a"},
		{"DELETE FROM paragraph", "paragraphs missing: a"},
		{"DELETE FROM mention", "mentions missing: a"},
		{"DELETE FROM work", "works missing: a"},
		{"DELETE FROM segment", "units not in the index: a"},
		{"UPDATE section SET unit = 1 WHERE path = '1'", "unit in the index only: 2"},
		{"UPDATE block SET docs = substr(docs, 2)", "segment 1 of the full-text index: the full-text index is damaged"},
		{"UPDATE block SET places = substr(places, 2)", "segment 1 of the full-text index: the full-text index is damaged"},
		{"DELETE FROM analysis", "document without an analysis: a"},
		{"INSERT INTO version VALUES (9, 1, 2, '2', 0, 'none', x'')", "analysis of a version that is not the newest: a"},
		{"INSERT INTO document VALUES (9, 'z', 'z', '', NULL, NULL)", "document without an analysis: z"},
	} {
		s := create(t, filepath.Join(t.TempDir(), "c.db"))
		if _, err := s.Put(t.Context(), []*Record{record("a", "育成")}); err != nil {
			t.Fatal(err)
		}
		if _, err := s.writer.Exec(c.damage); err != nil {
			t.Fatal(err)
		}
		bad, err := s.Check(context.Background(), nil)
		if err != nil || !slices.ContainsFunc(bad, func(l string) bool { return strings.HasPrefix(l, c.want) }) {
			t.Errorf("%s: %q, %v", c.damage, bad, err)
		}
	}
}

func TestParseID(t *testing.T) {
	for id, want := range map[string]string{
		"d1": "1 0 true", "d12@3": "12 3 true", "d0": "0 0 false", "d": "0 0 false", "12": "0 0 false", "d-1": "0 0 false", "d+1": "0 0 false", "d1@0": "0 0 false", "d1@": "0 0 false", "dx": "0 0 false",
	} {
		n, v, ok := ParseID(id)
		if !ok {
			n, v = 0, 0
		}
		if got := fmt.Sprintln(n, v, ok); strings.TrimSpace(got) != want {
			t.Errorf("%s: %s", id, got)
		}
	}
}

func TestPack(t *testing.T) {
	for _, data := range []string{"", "a", strings.Repeat("情報", 1000), "\x01\x9f\x00"} {
		got, err := Pack([]byte(data)).Unpack()
		if err != nil || string(got) != data {
			t.Errorf("%d bytes: %d, %v", len(data), len(got), err)
		}
	}
}
