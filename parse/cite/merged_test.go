package cite

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"shinkyu/parse/parsetest"
)

// TestMergedReadings holds all that is read of several documents together.
// Merging them twice, or a merged index again, says the same; and no index is
// changed.
func TestMergedReadings(t *testing.T) {
	paths, err := filepath.Glob(filepath.Join("testdata", "merged", "*.txtar"))
	if err != nil || len(paths) == 0 {
		t.Fatal("no readings", err)
	}
	for _, path := range paths {
		ar, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var all []*Index
		var before []string
		last := len(ar.Files) - 1
		for _, f := range ar.Files[:last] {
			ix := index(t, f.Name, string(f.Data))
			all = append(all, ix)
			before = append(before, mergedReading(ix))
		}
		x := Merge(all...)
		got := mergedReading(x)
		if want := string(ar.Files[last].Data); parsetest.Updating() {
			ar.Files[last].Data = []byte(got)
			if err := os.WriteFile(path, txtar.Format(ar), 0o644); err != nil {
				t.Fatal(err)
			}
		} else if got != want {
			t.Errorf("%s is read otherwise:\n%s", path, parsetest.LineDiff(want, got))
		}
		if again := mergedReading(Merge(all...)); again != got {
			t.Errorf("%s: merged again it reads otherwise:\n%s", path, parsetest.LineDiff(got, again))
		}
		if again := mergedReading(Merge(x)); again != got {
			t.Errorf("%s: a merged index merged again reads otherwise:\n%s", path, parsetest.LineDiff(got, again))
		}
		for k, ix := range all {
			if now := mergedReading(ix); now != before[k] {
				t.Errorf("%s: merging changes an index:\n%s", path, parsetest.LineDiff(before[k], now))
			}
		}
	}
}

// mergedReading is all that an index says, each mention with its document.
func mergedReading(ix *Index) string {
	var b []byte
	for _, w := range ix.Works {
		b = fmt.Appendf(b, "%s %s %q %q law id %q, also %q, short %q\n", w.Kind, w.ID, w.Title, w.Version, w.LawID, w.Titles, w.Aliases)
		for _, l := range w.Links {
			b = fmt.Appendf(b, "  at %s\n", l)
		}
		for _, e := range w.Events {
			b = fmt.Appendf(b, "  %s %s %s\n", e.Date.EDTF, e.Act, e.Body)
		}
		if w.Succeeds != nil {
			b = fmt.Appendf(b, "  succeeds %s\n", w.Succeeds.ID)
		}
		for _, m := range w.Mentions {
			b = fmt.Appendf(b, "  %s %d:%d %s %s %s\n", m.Doc, m.Node, m.Start, m.Form, m.Text, m.Pinpoints)
		}
	}
	for _, d := range ix.Definitions {
		id := "none"
		if d.Work != nil {
			id = d.Work.ID
			if !holds(ix, d.Work) {
				id += ", a work of another index"
			}
		}
		b = fmt.Appendf(b, "%s: define %s: %s\n", d.Doc, d.Alias, id)
	}
	for _, r := range ix.References {
		b = fmt.Appendf(b, "%s: see %s: %s\n", r.Doc, r.Target, r.Text)
	}
	for _, u := range ix.Unresolved {
		b = fmt.Appendf(b, "%s: open %s\n", u.Doc, u.Text)
	}
	return string(b)
}

func holds(ix *Index, w *Work) bool {
	for _, v := range ix.Works {
		if v == w {
			return true
		}
	}
	return false
}

// The id of a law and its link come from the first index that knows them, and
// the works given stay apart from the merged ones.
func TestMergeTakesTheLawID(t *testing.T) {
	law := func(id string, links ...string) *Index {
		return &Index{Works: []*Work{{ID: "law-昭和39年法律第167号", Kind: Law, Title: "河川法", LawID: id, Links: links, Events: make([]Event, 1, 2)}}}
	}
	for _, c := range []struct{ first, second, want, link string }{
		{"", "339AC1", "339AC1", "b"}, {"339AC1", "", "339AC1", "a"}, {"339AC1", "339AC2", "339AC1", "a"}, {"", "", "", "a"},
	} {
		a, b := law(c.first, "a"), law(c.second, "b")
		w := Merge(a, b).Works[0]
		if w.LawID != c.want || len(w.Links) != 1 || w.Links[0] != c.link {
			t.Errorf("%q and %q give %q with %q", c.first, c.second, w.LawID, w.Links)
		}
		w.Links[0] = "c"
		if a.Works[0].Links[0] != "a" || b.Works[0].Links[0] != "b" {
			t.Error("a merged work shares its links")
		}
	}
}
