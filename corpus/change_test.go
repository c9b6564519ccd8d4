package corpus

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"shinkyu/corpus/generate"
	"shinkyu/corpus/store"
	"shinkyu/parse/source"
)

// TestRefresh makes analyses anew: what they say stays the same, a document
// that cannot be read any more keeps the one that it has, and one who stops in
// the middle leaves a sound corpus.
func TestRefresh(t *testing.T) {
	c := open(t)
	long := generate.Document(2, 2021, 20000)
	folder := write(t, map[string]string{
		"a.txt": generate.Document(1, 2020, 1500), "b.txt": generate.Document(1, 2021, 1500), "long.txt": long,
	})
	add(t, c, AddOptions{Source: source.Options{Encoding: "utf-8"}}, folder)
	state := func() (docs []Document, hits *Result) {
		for _, d := range listed(t, c) {
			docs = append(docs, *d)
		}
		hits, err := c.Search(t.Context(), "施策 OR 推進", SearchOptions{})
		if err != nil {
			t.Fatal(err)
		}
		slices.SortFunc(hits.Hits, func(a, b Hit) int {
			return strings.Compare(a.Document.ID+a.Path, b.Document.ID+b.Path)
		})
		return docs, hits
	}
	docs, hits := state()

	if sum, err := c.Refresh(t.Context(), RefreshOptions{}); err != nil || sum != (Summary{}) {
		t.Errorf("nothing is out of date: %+v, %v", sum, err)
	}
	var told []string
	var last Progress
	sum, err := c.Refresh(t.Context(), RefreshOptions{
		All: true, Jobs: 2, Source: source.Options{MaxBytes: int64(len(long)) - 1},
		Each:     func(f File) { told = append(told, f.ID+" "+string(f.Outcome)) },
		Progress: func(p Progress) { last = p },
	})
	if err != nil || sum.Changed != 2 || sum.Failed != 1 || !slices.Equal(told, []string{"d1 changed", "d2 changed", "d3 failed"}) {
		t.Errorf("%+v, %v, %q", sum, err, told)
	}
	if last.Files != 3 || last.AllFiles != 3 || filepath.Base(last.Current) != "long.txt" {
		t.Errorf("%+v", last)
	}
	if d, h := state(); !reflect.DeepEqual(d, docs) || !reflect.DeepEqual(h, hits) {
		t.Error("what is stored is another one")
	}
	sound(t, c)

	ctx, stop := context.WithCancel(t.Context())
	if _, err := c.Refresh(ctx, RefreshOptions{All: true, Jobs: 1, Each: func(File) { stop() }}); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: %v", err)
	}
	if d, h := state(); !reflect.DeepEqual(d, docs) || !reflect.DeepEqual(h, hits) {
		t.Error("what is stored is another one")
	}
	sound(t, c)
}

// TestSet holds that what the user says of a document counts in lists, ledgers
// and searches, until he takes it back.
func TestSet(t *testing.T) {
	c := open(t)
	add(t, c, AddOptions{}, write(t, map[string]string{"a.txt": sample, "b.txt": strings.ReplaceAll(sample, "情報政策", "海洋政策")}))
	found := func(query string) int {
		r, err := c.Search(t.Context(), query, SearchOptions{})
		if err != nil {
			t.Fatal(err)
		}
		return r.Total
	}
	set := func(series *string, year *int, ids ...string) {
		t.Helper()
		if err := c.Set(t.Context(), ids, series, year); err != nil {
			t.Fatal(err)
		}
		sound(t, c)
	}
	series, year, none, zero := "わが国の方針", 2031, "", 0
	before := found("人材 series:情報政策 year:2024")
	if before == 0 {
		t.Fatal("nothing is found")
	}
	set(&series, &year, "d1", "d2")
	if n := found("人材 series:情報政策"); n != 0 {
		t.Errorf("%d under the old series", n)
	}
	if n := found("人材 series:わが国 year:2031"); n != 2*before {
		t.Errorf("%d under the new one", n)
	}
	if docs, err := c.Editions(t.Context(), "わが国", false); err != nil || len(docs) != 2 || docs[0].FiscalYear != 2031 {
		t.Errorf("%v, %v", docs, err)
	}
	set(&none, &zero, "d1")
	if n := found("人材 series:情報政策 year:2024"); n != before {
		t.Errorf("%d after it was taken back", n)
	}
	if n := found("人材 year:2031.."); n != before {
		t.Errorf("%d of the other one", n)
	}

	other := "別"
	if err := c.Set(t.Context(), []string{"d1", "d9"}, &other, nil); !errors.Is(err, store.ErrNotFound) {
		t.Error(err)
	}
	if d := listed(t, c)[0]; d.Series == other {
		t.Error("one was changed though another is not there")
	}
	if err := c.Remove(t.Context(), "d2", "d9"); !errors.Is(err, store.ErrNotFound) || len(listed(t, c)) != 2 {
		t.Errorf("one was removed though another is not there: %v", err)
	}
}

// TestSeriesNames holds what a part of a name stands for.
func TestSeriesNames(t *testing.T) {
	c := open(t)
	if _, err := c.Terms(t.Context(), "", TermOptions{}); err == nil || !strings.Contains(err.Error(), "the corpus has no documents; add some") {
		t.Error(err)
	}
	add(t, c, AddOptions{}, write(t, map[string]string{
		"a.txt": sample, "b.txt": strings.ReplaceAll(sample, "情報政策に", "情報施策に"), "c.txt": strings.ReplaceAll(sample, "情報政策", "海洋政策"),
	}))
	counts, near, err := c.Series(t.Context())
	if err != nil || len(counts) != 3 || len(near) == 0 {
		t.Errorf("%v, %v, %v", counts, near, err)
	}
	for name, want := range map[string]string{
		"海洋":   "has one edition only",
		"重点化":  "several series have 「重点化」 in their names",
		"宇宙政策": "there is no series 「宇宙政策」",
	} {
		if _, err := c.Ledger(t.Context(), name, LedgerOptions{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := c.History(t.Context(), name, LedgerOptions{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	works, err := c.Works(t.Context(), "", false)
	if err != nil || len(works.Editions) != 3 || len(works.Rows) == 0 {
		t.Errorf("%+v, %v", works, err)
	}
	ix, err := c.Cited(t.Context(), nil)
	if err != nil || len(ix.Works) != len(works.Rows) {
		t.Errorf("%d works, %v", len(ix.Works), err)
	}
}

// TestAddTroubles holds what becomes of files that are none, and that the rest
// is added.
func TestAddTroubles(t *testing.T) {
	c := open(t)
	folder := write(t, map[string]string{
		"a.txt": sample, "long.txt": strings.Repeat(sample, 50), "foreign.txt": "No Japanese.\n", "~$a.docx": sample, "deep/b.txt": sample + "以上\n",
	})
	in := func(name string) string { return filepath.Join(folder, name) }
	for link, target := range map[string]string{"round": ".", "gone.txt": "nowhere.txt", "null.txt": os.DevNull} {
		if err := os.Symlink(target, in(link)); err != nil {
			t.Skip(err)
		}
	}
	var told []string
	var last Progress
	opt := AddOptions{
		Source:   source.Options{MaxBytes: 5000},
		Progress: func(p Progress) { last = p },
		Each: func(f File) {
			rel, _ := filepath.Rel(folder, f.Path)
			told = append(told, filepath.ToSlash(rel)+" "+string(f.Outcome))
		},
	}
	sum := add(t, c, opt, folder, in("foreign.txt"), in("none.txt"), os.DevNull)
	want := []string{
		"a.txt added", "deep/b.txt added", "foreign.txt passed", "gone.txt failed", "long.txt failed", "null.txt passed",
		"foreign.txt failed", "none.txt failed",
	}
	if len(told) != len(want)+1 || !slices.Equal(told[:len(want)], want) || !strings.HasSuffix(told[len(want)], "failed") {
		t.Errorf("%q", told)
	}
	if sum.Added != 2 || sum.Failed != 5 || sum.Passed != 2 || last.Files != 9 || last.AllFiles != 9 || last.Bytes != last.AllBytes {
		t.Errorf("%+v, %+v", sum, last)
	}
	// What is there gets the series that is given now.
	if sum := add(t, c, AddOptions{Series: "わが国の方針", FiscalYear: 2031}, in("a.txt")); sum.Same != 1 {
		t.Errorf("%+v", sum)
	}
	if r, err := c.Search(t.Context(), "人材 series:わが国 year:2031", SearchOptions{}); err != nil || r.Total == 0 {
		t.Errorf("%+v, %v", r, err)
	}
	sound(t, c)
}

// TestAddStopped stops adding in the middle: what was stored is whole, and the
// rest follows when it is called again.
func TestAddStopped(t *testing.T) {
	files := map[string]string{}
	for i := range 40 {
		files[string(rune('a'+i/10))+string(rune('0'+i%10))+".txt"] = generate.Document(i, 2020, 400)
	}
	folder := write(t, files)
	c := open(t)
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := c.Add(ctx, []string{folder}, AddOptions{}); !errors.Is(err, context.Canceled) || len(listed(t, c)) != 0 {
		t.Errorf("before it began: %v", err)
	}
	ctx, stop = context.WithCancel(t.Context())
	defer stop()
	sum, err := c.Add(ctx, []string{filepath.Join(folder, "a0.txt"), filepath.Join(folder, "a0.txt"), folder}, AddOptions{Jobs: 1, Each: func(File) { stop() }})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("%+v, %v", sum, err)
	}
	if n := len(listed(t, c)); n < sum.Added || n > len(files) {
		t.Errorf("%d documents, told of %d", n, sum.Added)
	}
	sound(t, c)
	add(t, c, AddOptions{}, folder)
	if n := len(listed(t, c)); n != len(files) {
		t.Errorf("%d documents of %d", n, len(files))
	}
	sound(t, c)
}

// asks are all the questions that a corpus answers.
var asks = map[string]func(context.Context, *Corpus) error{
	"Documents": func(ctx context.Context, c *Corpus) error { return firstError(c.Documents(ctx)) },
	"Document":  func(ctx context.Context, c *Corpus) error { _, err := c.Document(ctx, "d1"); return err },
	"Bytes":     func(ctx context.Context, c *Corpus) error { _, err := c.Bytes(ctx, "d1"); return err },
	"Stored": func(ctx context.Context, c *Corpus) error {
		_, err := c.Stored(ctx, "d1", source.Options{})
		return err
	},
	"Parsed":    func(ctx context.Context, c *Corpus) error { _, err := c.Parsed(ctx, "d1"); return err },
	"Citations": func(ctx context.Context, c *Corpus) error { _, err := c.Citations(ctx, "d1"); return err },
	"Cited":     func(ctx context.Context, c *Corpus) error { _, err := c.Cited(ctx, nil); return err },
	"Search": func(ctx context.Context, c *Corpus) error {
		_, err := c.Search(ctx, "人材", SearchOptions{})
		return err
	},
	"facets": func(ctx context.Context, c *Corpus) error {
		_, err := c.Search(ctx, "人材 series:情報", SearchOptions{})
		return err
	},
	"years": func(ctx context.Context, c *Corpus) error {
		_, err := c.Search(ctx, "人材 year:2020..", SearchOptions{})
		return err
	},
	"Hits":     func(ctx context.Context, c *Corpus) error { return firstError(c.Hits(ctx, "人材")) },
	"Series":   func(ctx context.Context, c *Corpus) error { _, _, err := c.Series(ctx); return err },
	"Editions": func(ctx context.Context, c *Corpus) error { _, err := c.Editions(ctx, "情報", true); return err },
	"Terms": func(ctx context.Context, c *Corpus) error {
		_, err := c.Terms(ctx, "情報", TermOptions{})
		return err
	},
	"Works":      func(ctx context.Context, c *Corpus) error { _, err := c.Works(ctx, "", true); return err },
	"Generation": func(ctx context.Context, c *Corpus) error { _, err := c.Generation(ctx); return err },
	"Set":        func(ctx context.Context, c *Corpus) error { y := 2024; return c.Set(ctx, []string{"d1"}, nil, &y) },
	"Check":      func(ctx context.Context, c *Corpus) error { _, err := c.Check(ctx, nil); return err },
}

func firstError[T any](list func(func(T, error) bool)) error {
	for _, err := range list {
		if err != nil {
			return err
		}
	}
	return nil
}

// TestClosedOrLeft holds that one who asks a corpus that is closed, or who does
// not wait for the answer, has an error.
func TestClosedOrLeft(t *testing.T) {
	c := open(t)
	add(t, c, AddOptions{}, write(t, map[string]string{"a.txt": sample}))
	ctx, leave := context.WithCancel(t.Context())
	leave()
	for name, ask := range asks {
		if err := ask(t.Context(), c); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if err := ask(ctx, c); err != nil && !errors.Is(err, context.Canceled) || err == nil && name != "Generation" {
			t.Errorf("%s, by one who has left: %v", name, err)
		}
	}
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	for name, ask := range asks {
		if ask(t.Context(), c) == nil {
			t.Errorf("%s: the corpus is closed, and it answers", name)
		}
	}
	if err := c.Close(); err != nil {
		t.Errorf("closed again: %v", err)
	}
}

// TestDamage holds that what is stored of a document and cannot be read is
// said, with what mends it, and that this does mend it.
func TestDamage(t *testing.T) {
	file := filepath.Join(t.TempDir(), "corpus.db")
	c := openIn(t, file, Create)
	add(t, c, AddOptions{}, write(t, map[string]string{"a.txt": sample, "b.txt": strings.ReplaceAll(sample, "６", "７")}))
	db, err := sql.Open("sqlite", file)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec("UPDATE analysis SET tree = x'2800', citations = x'28b5', terms = '{' WHERE document = 1"); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"Parsed", "Citations", "Cited", "Terms", "Works"} {
		var e *store.Error
		if err := asks[name](t.Context(), c); !errors.As(err, &e) || !strings.Contains(e.Msg, "d1") || !strings.Contains(e.Remedy, "corpus refresh --all") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := c.Ledger(t.Context(), "情報", LedgerOptions{}); err == nil {
		t.Error("a ledger of what cannot be read")
	}
	if _, err := c.Refresh(t.Context(), RefreshOptions{All: true}); err != nil {
		t.Fatal(err)
	}
	for name, ask := range asks {
		if err := ask(t.Context(), c); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	sound(t, c)
}
