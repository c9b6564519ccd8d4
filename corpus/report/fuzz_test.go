package report

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"shinkyu/corpus"
	"shinkyu/corpus/ledger"
	"shinkyu/corpus/overtime"
	"shinkyu/parse/cite"
	"shinkyu/parse/render/column"
	"shinkyu/parse/render/lang"
)

// FuzzForms puts any text into all the places of what a corpus answers: JSON
// and CSV read back, a page has no markup of the text's own, and a table for a
// terminal has nothing in it that is not seen.
func FuzzForms(f *testing.F) {
	f.Add("<script>alert(1)</script>|`*_[a](b)", "=cmd|' /C calc'!A0")
	f.Add("\x1b[31m\x00\u202e", "\r\n\t\"")
	f.Add("重要インフラ", "")
	f.Fuzz(func(t *testing.T, a, b string) {
		a, b = strings.ToValidUTF8(a, ""), strings.ToValidUTF8(b, "")
		o := Options{Lang: lang.Japanese}
		write := func(f func(*bytes.Buffer) error) []byte {
			var b bytes.Buffer
			if err := f(&b); err != nil {
				t.Fatal(err)
			}
			return b.Bytes()
		}
		l, terms, works, found, docs := answers(a, b)
		for _, data := range [][]byte{
			write(func(b *bytes.Buffer) error { return LedgerJSON(b, l) }),
			write(func(b *bytes.Buffer) error { return TermsJSON(b, terms) }),
			write(func(b *bytes.Buffer) error { return WorksJSON(b, works) }),
			write(func(w *bytes.Buffer) error { return SearchJSON(w, a, found) }),
			write(func(b *bytes.Buffer) error { return DocumentsJSON(b, docs) }),
		} {
			var v struct{ Schema string }
			if err := json.Unmarshal(data, &v); err != nil || !strings.HasPrefix(v.Schema, "shinkyu.") {
				t.Fatalf("%v in %s", err, data)
			}
		}
		for _, data := range [][]byte{
			write(func(b *bytes.Buffer) error { return LedgerCSV(b, l, o) }),
			write(func(b *bytes.Buffer) error { return TermsCSV(b, terms, o) }),
			write(func(b *bytes.Buffer) error { return WorksCSV(b, works, o) }),
		} {
			checkCSV(t, data)
		}
		for _, data := range [][]byte{
			write(func(b *bytes.Buffer) error { return SearchTable(b, found, o) }),
			write(func(b *bytes.Buffer) error { return DocumentsTable(b, docs, o) }),
			write(func(w *bytes.Buffer) error {
				return SeriesTable(w, []corpus.SeriesCount{{Name: a, Documents: 1}}, []corpus.SeriesPair{{A: a, B: b}}, o)
			}),
			write(func(b *bytes.Buffer) error { return LedgerMarkdown(b, l, o) }),
			write(func(b *bytes.Buffer) error { return TermsMarkdown(b, terms, o) }),
			write(func(b *bytes.Buffer) error { return WorksMarkdown(b, works, o) }),
		} {
			for _, r := range string(data) {
				if r != '\n' && column.Hidden(r) {
					t.Fatalf("%U in %q", r, data)
				}
			}
		}
		page := string(write(func(b *bytes.Buffer) error { return LedgerHTML(b, l, o) }))
		bare, _, _, _, _ := answers("", "")
		want := string(write(func(b *bytes.Buffer) error { return LedgerHTML(b, bare, o) }))
		if strings.Count(page, "<script") != strings.Count(want, "<script") || strings.Count(page, "<svg") != strings.Count(want, "<svg") {
			t.Fatalf("markup of the text's own in %s", page)
		}
	})
}

// answers are what a corpus would say of documents that hold a and b.
func answers(a, b string) (*ledger.Ledger, *overtime.Terms, *overtime.Works, *corpus.Result, []*corpus.Document) {
	l := &ledger.Ledger{
		Series:   a,
		Editions: []ledger.Edition{{ID: "d1", Title: a, Label: b}, {ID: "d2", Title: b, Label: a, FiscalYear: 2024}},
		Areas: []*ledger.Area{{ID: "a1", Title: a, Life: []ledger.Entry{
			{Status: ledger.Born, Path: a, Marker: b, Title: a, Present: true, Lines: [2]int{1, 2}},
			{Edition: 1, Status: ledger.Split, Path: b, Title: b, Present: true, Lines: [2]int{3, 4}, From: []string{"a1"}},
		}}},
	}
	editions := []overtime.Edition{{ID: "d1", Title: a, Label: b}, {ID: "d2", Title: b, Label: a}}
	terms := &overtime.Terms{Series: a, Editions: editions, Sizes: []int{1, 2}, Rows: []overtime.Term{{Term: a, Counts: []int{1, 0}, Total: 1}}}
	work := &cite.Work{ID: "w", Kind: cite.Plan, Title: a, Version: b, Aliases: []string{b}}
	works := &overtime.Works{Series: b, Editions: editions, Rows: []overtime.Work{{Work: work, Counts: []int{1, 0}, Total: 1, Gone: true, By: work}}}
	doc := &corpus.Document{ID: "d1", Name: a, Series: b, Title: a}
	found := &corpus.Result{Total: 1, Hits: []corpus.Hit{{Document: doc, Path: a, Marker: b, Title: a, Lines: [2]int{1, 2}, Snippet: []corpus.Piece{{Text: a}, {Text: b}}}}}
	return l, terms, works, found, []*corpus.Document{doc}
}

func checkCSV(t *testing.T, data []byte) {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil || len(rows) < 2 {
		t.Fatalf("%v in %q", err, data)
	}
	for _, row := range rows {
		for _, c := range row {
			if len(c) > 1 && strings.ContainsRune("=+-@\t\r\n", rune(c[0])) {
				t.Fatalf("a cell %q", c)
			}
		}
	}
}
