package render_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"shinkyu/parse"
	"shinkyu/parse/cite"
	"shinkyu/parse/cite/render"
	"shinkyu/parse/era"
	"shinkyu/parse/render/lang"
	"shinkyu/parse/source"
)

// FuzzIndex puts any text into all the places of an index, and any text
// through the finder: each form reads back with nothing lost from its rows.
func FuzzIndex(f *testing.F) {
	f.Add(hostile, "サイバーセキュリティ基本法（平成26年法律第104号。以下「基本法」という。）第26条第１項及び「戦略」（令和3年9月28日閣議決定）")
	f.Add("\x1b[31m\x00\u202e", "同法、同条第2項、令和７年度末まで")
	f.Add("=1+1\r\n@a", "|a|b|\n|-|-|\n（平成30年６月７日決定、令和２年３月30日改定）")
	f.Fuzz(func(t *testing.T, a, text string) {
		a = strings.ToValidUTF8(a, "")
		checkForms(t, named(a), []cite.Date{{Place: cite.Place{Doc: a, Lines: [2]int{1, 2}}, Expr: era.Expr{Text: a, EDTF: "2020", Kind: era.Date}}}, a)
		src, err := source.Read("f.txt", []byte(text), source.Options{As: source.Text})
		if err != nil {
			return
		}
		doc := parse.Parse(src)
		x, err := cite.Find(doc, cite.Options{})
		if err != nil {
			t.Fatal(err)
		}
		checkForms(t, x, cite.Dates(doc), a)
	})
}

// named is the index of the tests with s in the place of its hostile text.
func named(s string) *cite.Index {
	x := index()
	for _, w := range x.Works {
		w.Title, w.Version, w.Aliases = "甲"+s, s, []string{s}
		for i := range w.Mentions {
			w.Mentions[i].Text, w.Mentions[i].Doc = s, s
		}
		for i := range w.Events {
			w.Events[i].Body, w.Events[i].Date.Text = s, s
		}
	}
	for i := range x.Unresolved {
		x.Unresolved[i].Text = s
	}
	for i := range x.Definitions {
		x.Definitions[i].Alias, x.Definitions[i].For = s, s
	}
	return x
}

func checkForms(t *testing.T, x *cite.Index, dates []cite.Date, context string) {
	t.Helper()
	opt := render.Options{Lang: lang.Japanese, Sentences: func(cite.Place) string { return context }}
	write := func(f func(*bytes.Buffer) error) []byte {
		var b bytes.Buffer
		if err := f(&b); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	mentions := 0
	for _, w := range x.Works {
		mentions += len(w.Mentions)
	}
	var index struct{ Works []struct{ Mentions []any } }
	readJSON(t, write(func(b *bytes.Buffer) error { return render.JSON(b, x, opt) }), &index)
	for _, w := range index.Works {
		mentions -= len(w.Mentions)
	}
	if len(index.Works) != len(x.Works) || mentions != 0 {
		t.Fatalf("JSON has %d works of %d and lacks %d mentions", len(index.Works), len(x.Works), mentions)
	}
	var items []any
	readJSON(t, write(func(b *bytes.Buffer) error { return render.CSL(b, x) }), &items)
	var list struct{ Dates []any }
	readJSON(t, write(func(b *bytes.Buffer) error { return render.DatesJSON(b, dates) }), &list)
	if len(list.Dates) != len(dates) {
		t.Fatalf("%d dates of %d", len(list.Dates), len(dates))
	}
	readCSV(t, write(func(b *bytes.Buffer) error { return render.CSV(b, x, opt) }))
	readCSV(t, write(func(b *bytes.Buffer) error { return render.MatrixCSV(b, x, opt) }))
	if rows := readCSV(t, write(func(b *bytes.Buffer) error { return render.DatesCSV(b, dates, opt) })); rows != len(dates)+1 {
		t.Fatalf("%d rows of %d dates", rows, len(dates))
	}
	for _, w := range x.Works {
		w.Links = slices.DeleteFunc(w.Links, func(l string) bool { return strings.HasPrefix(l, "https://") })
	}
	check(t, write(func(b *bytes.Buffer) error { return render.Markdown(b, x, opt) }))
	check(t, write(func(b *bytes.Buffer) error { return render.DatesMarkdown(b, dates, opt) }))
}

func readJSON(t *testing.T, data []byte, v any) {
	t.Helper()
	if err := json.Unmarshal(data, v); err != nil {
		t.Fatalf("%v in %s", err, data)
	}
}

// readCSV gives the number of rows, which must be of one width and hold
// nothing that a spreadsheet takes for a formula.
func readCSV(t *testing.T, data []byte) int {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		t.Fatalf("%v in %q", err, data)
	}
	for _, row := range rows {
		for _, c := range row {
			if len(c) > 1 && strings.ContainsRune("=+-@\t\r\n", rune(c[0])) {
				t.Fatalf("a cell %q", c)
			}
		}
	}
	return len(rows)
}
