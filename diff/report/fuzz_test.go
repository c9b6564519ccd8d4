package report

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"testing"

	"shinkyu/diff"
	"shinkyu/diff/report/reporttest"
	"shinkyu/diff/wording"
	"shinkyu/parse/render/column"
	"shinkyu/parse/render/lang"
)

// FuzzForms puts any text into all places of a comparison: JSON gives the edits
// back, CSV its rows, and a terminal gets nothing but text.
func FuzzForms(f *testing.F) {
	for i, s := range reporttest.Hostile {
		f.Add(s, reporttest.Hostile[(i+1)%len(reporttest.Hostile)])
	}
	f.Add("一 目的\n二 対象", "ア\tイ")
	f.Fuzz(func(t *testing.T, a, b string) {
		c := reporttest.Texts(a, b)
		write := func(f func(*bytes.Buffer) error) []byte {
			var b bytes.Buffer
			if err := f(&b); err != nil {
				t.Fatal(err)
			}
			return b.Bytes()
		}
		checkJSON(t, c, write(func(b *bytes.Buffer) error { return JSON(b, c) }))
		opt := Options{Lang: lang.Japanese, ShowMechanical: true}
		rows, err := csv.NewReader(bytes.NewReader(write(func(b *bytes.Buffer) error { return CSV(b, c, opt) }))).ReadAll()
		if err != nil || len(rows) != len(c.Changes)+1 {
			t.Fatalf("%d rows of %d changes: %v", len(rows), len(c.Changes), err)
		}
		for _, r := range string(write(func(b *bytes.Buffer) error { return Term(b, c, opt) })) {
			if r != '\n' && column.Hidden(r) {
				t.Fatalf("a terminal gets %U", r)
			}
		}
		check(t, write(func(b *bytes.Buffer) error { return Markdown(b, c, opt) }))
	})
}

// checkJSON reads the edits of the last change back.
func checkJSON(t *testing.T, c *diff.Comparison, data []byte) {
	t.Helper()
	var got struct {
		Changes []struct {
			Edits []struct{ Op, Text string }
		}
	}
	if err := json.Unmarshal(data, &got); err != nil {
		t.Fatalf("%v in %s", err, data)
	}
	if len(got.Changes) != len(c.Changes) {
		t.Fatalf("%d changes of %d", len(got.Changes), len(c.Changes))
	}
	var edits []wording.Edit
	for _, e := range got.Changes[len(got.Changes)-1].Edits {
		edits = append(edits, wording.Edit{Op: wording.Op(e.Op), Text: e.Text})
	}
	before, after := wording.Apply(edits)
	wantBefore, wantAfter := wording.Apply(c.Changes[len(c.Changes)-1].Edits)
	if before != wantBefore || after != wantAfter {
		t.Fatalf("%q and %q, want %q and %q", before, after, wantBefore, wantAfter)
	}
}
