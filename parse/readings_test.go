package parse_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"shinkyu/parse"
	"shinkyu/parse/parsetest"
	"shinkyu/parse/source"
)

// TestReadings holds all that is read of small documents, each of which has
// shapes that real ones have and readers disagree about: the title block and
// what it says, the tree, and for each line what it was taken for and why.
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
			src, err := source.Read(in.Name, in.Data, source.Options{})
			if err != nil {
				t.Fatal(err)
			}
			d := parse.Parse(src)
			checkLaws(t, d)
			got := reading(d)
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

// reading is all that is read of a document.
func reading(d *parse.Document) string {
	var b strings.Builder
	m := d.Meta
	for _, x := range [][2]string{
		{"edition", m.Edition},
		{"addressee", m.Addressee},
		{"date as written", m.Date.Text},
	} {
		if x[1] != "" {
			fmt.Fprintf(&b, "%s %q\n", x[0], x[1])
		}
	}
	for _, r := range m.Revisions {
		fmt.Fprintf(&b, "revised %s %q\n", r.EDTF, r.Text)
	}
	if m.Draft {
		b.WriteString("draft\n")
	}
	for _, f := range d.Front {
		fmt.Fprintf(&b, "%s: %s\n", f.Kind, f.Text.String)
	}
	b.WriteString(outline(d))
	for _, t := range d.Trace {
		if t.Role == parse.LineBlank && t.Why == "there is nothing on it" {
			continue
		}
		line := []rune(strings.TrimSpace(d.Source.Slice(d.Source.Lines[t.Line-1].Span)))
		if len(line) > 12 {
			line = append(line[:12:12], '…')
		}
		fmt.Fprintf(&b, "%3d %s, %s: %s\n", t.Line, string(line), t.Role, t.Why)
	}
	return b.String()
}
