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
)

// TestGenres holds the outlines of documents written for this test.
func TestGenres(t *testing.T) {
	path := filepath.Join("testdata", "genres.txtar")
	ar, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i+1 < len(ar.Files); i += 2 {
		in, want := &ar.Files[i], &ar.Files[i+1]
		t.Run(in.Name, func(t *testing.T) {
			d := parseText(t, in.Name, string(in.Data))
			checkLaws(t, d)
			got := outline(d)
			if parsetest.Updating() {
				want.Data = []byte(got)
			} else if got != string(want.Data) {
				t.Errorf("outline differs:\n%s", parsetest.LineDiff(string(want.Data), got))
			}
		})
	}
	if parsetest.Updating() {
		if err := os.WriteFile(path, txtar.Format(ar), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// outline shows a document with all that the parser found.
func outline(d *parse.Document) string {
	var b strings.Builder
	m := d.Meta
	fmt.Fprintf(&b, "title %q subtitle %q year %d date %s issuer %q act %q status %q number %q\n", m.Title, m.Subtitle, m.FiscalYear, m.Date.EDTF, m.Issuer, m.Act, m.Status, m.Number)
	parse.Walk(d.Content, func(n parse.Node, in []*parse.Section) bool {
		pad := strings.Repeat("  ", len(in))
		switch n := n.(type) {
		case *parse.Section:
			fmt.Fprintf(&b, "%s§ %s", pad, n.Path)
			for _, s := range []string{n.Marker.Text, n.Caption.String, n.Title.String} {
				if s != "" {
					fmt.Fprintf(&b, " %s", s)
				}
			}
			if n.Inferred {
				fmt.Fprintf(&b, " (inferred: %s)", n.Why)
			}
			b.WriteByte('\n')
		case *parse.Paragraph:
			fmt.Fprintf(&b, "%s%s\n", pad, n.Text.String)
		case *parse.Note:
			fmt.Fprintf(&b, "%snote %s %s\n", pad, n.Marker.Text, n.Text.String)
		case *parse.Table:
			fmt.Fprintf(&b, "%stable %s\n", pad, n.Caption.String)
			for _, row := range n.Rows {
				b.WriteString(pad)
				for _, c := range row {
					b.WriteString(" | " + c.String)
				}
				b.WriteByte('\n')
			}
		}
		return true
	})
	for _, f := range d.Furniture {
		fmt.Fprintf(&b, "[%s] %s\n", f.Kind, f.Text.String)
	}
	for _, x := range d.Diagnostics {
		fmt.Fprintf(&b, "%s: line %d: %s\n", x.Severity, x.Line, x.Message)
	}
	return b.String()
}
