package cite

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"shinkyu/parse/parsetest"
)

// TestReadings holds all that is read of small documents, each with the shapes
// in which real ones cite: numbers of every kind of law, lists and ranges of
// places, anaphora, decisions, editions, definitions with their scopes, and
// names that are none.
func TestReadings(t *testing.T) {
	paths, err := filepath.Glob(filepath.Join("testdata", "readings", "*.txtar"))
	if err != nil || len(paths) == 0 {
		t.Fatal("no readings", err)
	}
	for _, path := range paths {
		ar, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for i := 0; i+1 < len(ar.Files); i += 2 {
			in, want := &ar.Files[i], &ar.Files[i+1]
			got := reading(t, index(t, in.Name, string(in.Data)), string(in.Data))
			if parsetest.Updating() {
				want.Data = []byte(got)
			} else if got != string(want.Data) {
				t.Errorf("%s: %s is read otherwise:\n%s", path, want.Name, parsetest.LineDiff(string(want.Data), got))
			}
		}
		if parsetest.Updating() {
			if err := os.WriteFile(path, txtar.Format(ar), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// reading is all that is read of a document. Every place in it gives back its
// text.
func reading(t *testing.T, ix *Index, text string) string {
	t.Helper()
	var b strings.Builder
	list := func(name string, l []string) {
		if len(l) > 0 {
			fmt.Fprintf(&b, "  %s %s\n", name, strings.Join(l, ", "))
		}
	}
	for _, w := range ix.Works {
		fmt.Fprintf(&b, "%s %s\n", w.Kind, strings.Join(slices.DeleteFunc([]string{w.Title, w.Number, w.Version}, func(s string) bool { return s == "" }), " | "))
		list("also", w.Titles)
		list("short", w.Aliases)
		list("at", w.Links)
		for _, e := range w.Events {
			fmt.Fprintf(&b, "  %s %s %s\n", e.Date.EDTF, e.Act, e.Body)
		}
		if w.Succeeds != nil {
			fmt.Fprintf(&b, "  succeeds %s, %s: %s\n", w.Succeeds.ID, w.SucceedsConfidence, w.SucceedsWhy)
		}
		for _, m := range w.Mentions {
			fmt.Fprintf(&b, "  %s %s: %s\n", m.Form, m.Text, strings.Join(m.Pinpoints, ", "))
			if got := strings.Join(strings.Fields(text[m.Span.Start:m.Span.End]), ""); !strings.Contains(got, strings.Join(strings.Fields(m.Text), "")) {
				t.Errorf("%s is not at its place, %q", m.Text, got)
			}
		}
	}
	for _, d := range ix.Definitions {
		work := ""
		if d.Work != nil {
			work = " = " + d.Work.Title
		}
		fmt.Fprintf(&b, "define %s, by %s: %s%s\n", d.Alias, d.Via, d.For, work)
		if d.Scope != "" {
			fmt.Fprintf(&b, "  in %s\n", d.Scope)
		}
	}
	for _, r := range ix.References {
		fmt.Fprintf(&b, "in %s, see %s: %s\n", r.Path, r.Target, r.Text)
	}
	for _, u := range ix.Unresolved {
		fmt.Fprintf(&b, "open %s: %s\n", u.Text, u.Why)
	}
	return b.String()
}
