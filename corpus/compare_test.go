package corpus

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"shinkyu/corpus/generate"
	"shinkyu/corpus/ledger"
	"shinkyu/corpus/results"
	"shinkyu/diff"
	"shinkyu/diff/report"
	"shinkyu/parse/token"
)

// TestResults asserts that what is kept of comparisons and ledgers is what is
// made anew, and that it is used.
func TestResults(t *testing.T) {
	h := generate.Series(3, 3)
	files := map[string]string{}
	for i, text := range h.Editions {
		files[fmt.Sprintf("%d.txt", h.Years[i])] = text
	}
	c := open(t)
	add(t, c, AddOptions{}, write(t, files))
	folder := t.TempDir()
	show := func() string {
		x, err := c.Compare(t.Context(), "d1", "d2", diff.Options{})
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		for _, err := range []error{report.JSON(&b, x), report.Markdown(&b, x, report.Options{}), report.CSV(&b, x, report.Options{})} {
			if err != nil {
				t.Fatal(err)
			}
		}
		l, err := c.Ledger(t.Context(), listed(t, c)[0].Series, LedgerOptions{})
		if err != nil {
			t.Fatal(err)
		}
		return b.String() + fmt.Sprintf("%+v %+v", l.Editions, lives(l))
	}
	plain := show()
	c.opt.Results = results.Open(folder, 0)
	for _, when := range []string{"when they are made", "from what is kept"} {
		if got := show(); got != plain {
			t.Errorf("%s: other results", when)
		}
	}
	kept, _ := filepath.Glob(filepath.Join(folder, "*"))
	if len(kept) != 3 { // two comparisons and the ledger
		t.Errorf("%q", kept)
	}
	// A result that is whole and yet nonsense is made anew.
	for _, k := range kept {
		data, err := os.ReadFile(k)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(k, data[:len(data)-1], 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got := show(); got != plain {
		t.Error("damaged results were used")
	}
	// Options that no key names are compared every time.
	before, _ := filepath.Glob(filepath.Join(folder, "*"))
	if _, err := c.Compare(t.Context(), "d1", "d3", diff.Options{Lexicon: new(token.Lexicon)}); err != nil {
		t.Fatal(err)
	}
	if after, _ := filepath.Glob(filepath.Join(folder, "*")); len(after) != len(before) {
		t.Errorf("%q", after)
	}
}

func lives(l *ledger.Ledger) (out []ledger.Area) {
	for _, a := range l.Areas {
		out = append(out, *a)
	}
	return out
}
