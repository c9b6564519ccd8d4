package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// hold keeps others from writing until it is let go.
func hold(t *testing.T, file string) (letGo func()) {
	t.Helper()
	db, err := sql.Open("sqlite", file+"?_txlock=immediate")
	if err != nil {
		t.Fatal(err)
	}
	tx, err := db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	var once sync.Once
	letGo = func() {
		once.Do(func() {
			_ = tx.Rollback()
			db.Close()
		})
	}
	t.Cleanup(letGo)
	return letGo
}

// TestWaits holds that a writer waits for another program, says for which, and
// goes on when that is done; and that one who does not wait any longer is let
// go, with nothing written.
func TestWaits(t *testing.T) {
	file := filepath.Join(t.TempDir(), "c.db")
	first := create(t, file)
	if err := first.Announce(t.Context()); err != nil {
		t.Fatal(err)
	}
	var said []string
	s, err := Open(t.Context(), file, Options{Mode: Write, Doing: "second", Log: func(line string) { said = append(said, line) }})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()

	letGo := hold(t, file)
	ctx, leave := context.WithCancel(t.Context())
	leave()
	if _, err := s.Put(ctx, []*Record{record("a", "育成")}); !errors.Is(err, context.Canceled) {
		t.Errorf("one who has left: %v", err)
	}
	for d := range s.Documents(t.Context()) {
		t.Errorf("%s was written", d.Name)
	}
	go func() {
		time.Sleep(2500 * time.Millisecond) // SQLite itself waits for two seconds
		letGo()
	}()
	if _, err := s.Put(t.Context(), []*Record{record("a", "育成")}); err != nil {
		t.Error(err)
	}
	host, _ := os.Hostname()
	want := fmt.Sprintf("%s: waiting for another program (test, process %d on %s)", file, os.Getpid(), host)
	if len(said) != 1 || said[0] != want {
		t.Errorf("it said %q, want %q", said, want)
	}
}

// TestWritersThatAreNoMore holds that what a killed program left of itself is
// swept away, and nothing of one that runs or of another machine.
func TestWritersThatAreNoMore(t *testing.T) {
	file := filepath.Join(t.TempDir(), "c.db")
	s := create(t, file)
	host, _ := os.Hostname()
	for process, on := range map[int]string{os.Getppid(): host, 1 << 30: host, 1<<30 + 1: "elsewhere"} {
		if _, err := s.writer.Exec("INSERT INTO writer (process, host, doing) VALUES (?, ?, 'x')", process, on); err != nil {
			t.Fatal(err)
		}
	}
	for range 2 { // the second time it is known
		if err := s.Announce(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	writers := func() (n, gone int) {
		if err := s.db.QueryRow("SELECT count(*), count(*) FILTER (WHERE process = ?) FROM writer", 1<<30).Scan(&n, &gone); err != nil {
			t.Fatal(err)
		}
		return n, gone
	}
	if n, gone := writers(); n != 3 || gone != 0 {
		t.Errorf("%d writers, %d that are no more", n, gone)
	}
	began := time.Now()
	ctx, leave := context.WithCancel(t.Context())
	leave()
	s.Yield(ctx)
	if time.Since(began) > time.Minute {
		t.Error("it waits for others though nobody waits for it")
	}
	s.leave()
	if n, _ := writers(); n != 2 {
		t.Errorf("%d writers after it left", n)
	}
}

// TestGeneration holds that a change by others shows at once, to each of many
// who ask, and that nobody is answered by what was known before he asked.
func TestGeneration(t *testing.T) {
	file := filepath.Join(t.TempDir(), "c.db")
	writer := create(t, file)
	s, err := Open(t.Context(), file, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	ask := func() int64 {
		n, err := s.Generation(t.Context())
		if err != nil {
			t.Error(err)
		}
		return n
	}
	for round := range 20 {
		before := ask()
		if n := ask(); n != before {
			t.Errorf("%d after %d, and nobody changed anything", n, before)
		}
		if _, err := writer.Put(t.Context(), []*Record{record("a", fmt.Sprint("育成", round))}); err != nil {
			t.Fatal(err)
		}
		var all sync.WaitGroup
		for range 20 {
			all.Go(func() {
				if n := ask(); n == before {
					t.Error("a change does not show")
				}
			})
		}
		all.Wait()
	}
	left, leave := context.WithCancel(t.Context())
	leave()
	for range 100 { // whoever leaves, the next is answered
		_, _ = s.Generation(left)
	}
	before := ask()
	_ = s.watch.conn.Close() // as where the file system went away for a moment
	if _, err := s.Generation(t.Context()); err == nil {
		t.Error("a lost connection answers")
	}
	if n := ask(); n == before {
		t.Error("what changed while the connection was lost is taken for known")
	}
}

// TestIDs holds that what is no id of a document is said to be none, whatever
// is asked.
func TestIDs(t *testing.T) {
	s := create(t, filepath.Join(t.TempDir(), "c.db"))
	if _, err := s.Put(t.Context(), []*Record{record("a", "育成")}); err != nil {
		t.Fatal(err)
	}
	name := "x"
	for _, id := range []string{"", "d", "d0", "1", "d2", "dd1", "d1@", "d1@x", "d99999999999999999999"} {
		for what, ask := range map[string]func() error{
			"Document":  func() error { _, err := s.Document(t.Context(), id); return err },
			"Bytes":     func() error { _, err := s.Bytes(t.Context(), id); return err },
			"Tree":      func() error { _, err := s.Tree(t.Context(), id); return err },
			"Citations": func() error { _, err := s.Citations(t.Context(), id); return err },
			"Terms":     func() error { _, err := s.Terms(t.Context(), id); return err },
			"Analysis":  func() error { _, _, err := s.Analysis(t.Context(), id); return err },
			"Remove":    func() error { return s.Remove(t.Context(), []string{id}) },
		} {
			if err := ask(); !errors.Is(err, ErrNotFound) || !strings.Contains(err.Error(), "there is no document "+id) {
				t.Errorf("%s of %q: %v", what, id, err)
			}
		}
		if _, _, ok := ParseID(id); !ok {
			if err := errors.Join(s.Set(t.Context(), id, &name, nil), s.Replace(t.Context(), id, "", nil)); !errors.Is(err, ErrNotFound) {
				t.Errorf("%q: %v", id, err)
			}
		}
	}
	if _, err := s.Bytes(t.Context(), "d1@2"); !errors.Is(err, ErrNotFound) {
		t.Errorf("a version that is not there: %v", err)
	}
	if err := s.Remove(t.Context(), []string{"d1@1"}); !errors.Is(err, ErrNotFound) {
		t.Errorf("a version cannot be removed: %v", err)
	}
}

// TestReplaceComesTooLate holds that an analysis of bytes that another program
// has changed or removed meanwhile is dropped.
func TestReplaceComesTooLate(t *testing.T) {
	s := create(t, filepath.Join(t.TempDir(), "c.db"))
	old, newer := record("a", "育成"), record("a", "研究")
	for _, r := range []*Record{old, newer} {
		if _, err := s.Put(t.Context(), []*Record{r}); err != nil {
			t.Fatal(err)
		}
	}
	found := func(w string) int {
		_, n, _, err := s.Search(t.Context(), word(w), -1, 0)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	if err := s.Replace(t.Context(), "d1", old.SHA256, old.Analysis); err != nil || found("育成") != 0 || found("研究") != 1 {
		t.Errorf("the old analysis is back: %v", err)
	}
	if err := s.Replace(t.Context(), "d1", newer.SHA256, newer.Analysis); err != nil || found("研究") != 1 {
		t.Errorf("%d, %v", found("研究"), err)
	}
	if err := s.Remove(t.Context(), []string{"d1"}); err != nil {
		t.Fatal(err)
	}
	if err := s.Replace(t.Context(), "d1", newer.SHA256, newer.Analysis); err != nil || found("研究") != 0 {
		t.Errorf("a removed document is back: %v", err)
	}
	if bad, err := s.Check(t.Context(), nil); len(bad) > 0 || err != nil {
		t.Errorf("%q, %v", bad, err)
	}
}

// TestFailedWrite holds that a write that fails in the middle, in whatever
// table, leaves what was there, and nothing of itself.
func TestFailedWrite(t *testing.T) {
	for _, table := range []string{"document", "version", "analysis", "section", "paragraph", "work", "mention", "segment", "block"} {
		s := create(t, filepath.Join(t.TempDir(), "c.db"))
		if _, err := s.Put(t.Context(), []*Record{record("a", "育成"), record("b", "研究")}); err != nil {
			t.Fatal(err)
		}
		_, err := s.writer.Exec("CREATE TEMP TRIGGER refuse BEFORE INSERT ON main." + table + " BEGIN SELECT raise(abort, 'refused'); END")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.Put(t.Context(), []*Record{record("a", "開発"), record("c", "訓練")}); err == nil || !strings.Contains(err.Error(), "refused") {
			t.Errorf("%s: %v", table, err)
		}
		if table != "document" && table != "version" {
			r := record("a", "育成")
			if err := s.Replace(t.Context(), "d1", r.SHA256, r.Analysis); err == nil || !strings.Contains(err.Error(), "refused") {
				t.Errorf("%s: replaced: %v", table, err)
			}
		}
		if _, err := s.writer.Exec("DROP TRIGGER refuse"); err != nil {
			t.Fatal(err)
		}
		for w, want := range map[string]int{"育成": 1, "研究": 1, "開発": 0, "訓練": 0} {
			if _, n, _, err := s.Search(t.Context(), word(w), -1, 0); err != nil || n != want {
				t.Errorf("%s: %d units with %s, %v", table, n, w, err)
			}
		}
		if bad, err := s.Check(t.Context(), nil); len(bad) > 0 || err != nil {
			t.Errorf("%s: %q, %v", table, bad, err)
		}
	}
}

// TestFailedMerge holds the same of the merging of the full-text index, and of
// a search that meets with damage: it fails, and does not find less.
func TestFailedMerge(t *testing.T) {
	s := create(t, filepath.Join(t.TempDir(), "c.db"))
	for i := range 3 {
		if _, err := s.Put(t.Context(), []*Record{record(fmt.Sprint(i), fmt.Sprint("育成", i))}); err != nil {
			t.Fatal(err)
		}
	}
	for _, trigger := range []string{
		"BEFORE INSERT ON main.segment", "BEFORE INSERT ON main.block", "BEFORE UPDATE ON main.segment", "BEFORE DELETE ON main.segment",
	} {
		if _, err := s.writer.Exec("CREATE TEMP TRIGGER refuse " + trigger + " BEGIN SELECT raise(abort, 'refused'); END"); err != nil {
			t.Fatal(err)
		}
		if err := s.Tidy(t.Context(), true); err == nil || !strings.Contains(err.Error(), "refused") {
			t.Errorf("%s: %v", trigger, err)
		}
		if _, err := s.writer.Exec("DROP TRIGGER refuse"); err != nil {
			t.Fatal(err)
		}
		if bad, err := s.Check(t.Context(), nil); len(bad) > 0 || err != nil {
			t.Errorf("%s: %q, %v", trigger, bad, err)
		}
	}
	if err := s.Tidy(t.Context(), true); err != nil {
		t.Fatal(err)
	}
	if _, err := s.writer.Exec("UPDATE block SET docs = x'ff'"); err != nil {
		t.Fatal(err)
	}
	s.lengths = lengths{}
	if hits, n, _, err := s.Search(t.Context(), word("人材"), -1, 0); err == nil {
		t.Errorf("%d hits of %d in a damaged index", len(hits), n)
	}
	if err := s.Tidy(t.Context(), true); err != nil {
		t.Errorf("one segment is as tidy as can be: %v", err)
	}
}
