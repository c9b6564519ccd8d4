package render_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"shinkyu/parse"
	"shinkyu/parse/cite"
	"shinkyu/parse/cite/render"
	"shinkyu/parse/era"
	"shinkyu/parse/render/lang"
)

// hostile is text that would break an index which wrote it as it is.
const hostile = "|# <b>x</b> *a* _b_ `c` [d](http://e.f) &amp; $g$ ~~h~~\t1. :i:"

func index() *cite.Index {
	place := cite.Place{Doc: "a" + hostile, Path: "1", Lines: [2]int{3, 4}, Page: 2}
	law := &cite.Work{
		ID: "l", Kind: cite.Law, Title: "基本法" + hostile, Number: "平成26年法律第104号", Aliases: []string{hostile},
		Links:    []string{"https://example.com/a b", "https://example.com/"},
		Mentions: []cite.Mention{{Place: place, Text: hostile, Form: cite.Full, Pinpoint: "第1条"}},
	}
	old := &cite.Work{ID: "p0", Kind: cite.Plan, Title: hostile}
	plan := &cite.Work{
		ID: "p1", Kind: cite.Plan, Title: "戦略", Version: hostile, Succeeds: old, SucceedsConfidence: parse.Uncertain,
		Events: []cite.Event{{Date: parse.Date{Text: "平成30年７月\n27日", EDTF: "2018-07-27"}, Body: "閣議", Act: "決定"}},
		Mentions: []cite.Mention{
			{Place: place, Text: "戦略", Form: cite.Title},
			{Place: cite.Place{Doc: "b", Lines: [2]int{1, 1}}, Text: "=戦略", Form: cite.Alias},
		},
	}
	return &cite.Index{
		Works:       []*cite.Work{law, old, plan},
		Definitions: []cite.Definition{{Place: place, Alias: hostile, For: hostile, Scope: hostile}},
		Unresolved:  []cite.Unresolved{{Place: place, Text: hostile, Why: hostile}},
	}
}

var opt = render.Options{Lang: lang.Japanese, Sentences: func(cite.Place) string { return hostile }}

func TestMarkdownHoldsAnyText(t *testing.T) {
	var b bytes.Buffer
	if err := render.Markdown(&b, index(), opt); err != nil {
		t.Fatal(err)
	}
	check(t, b.Bytes())
	for _, want := range []string{"2014", "2018", "平成30年７月27日 閣議決定", "2頁 3–4行", "先の版：", "［要確認］"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("the index does not say %s:\n%s", want, b.String())
		}
	}
}

func TestDatesMarkdownHoldsAnyText(t *testing.T) {
	var b bytes.Buffer
	dates := []cite.Date{{Place: cite.Place{Doc: hostile, Lines: [2]int{1, 2}}, Expr: era.Expr{Text: hostile, EDTF: "2020", Kind: era.Date}}}
	if err := render.DatesMarkdown(&b, dates, opt); err != nil {
		t.Fatal(err)
	}
	check(t, b.Bytes())
}

// check reads Markdown as GitHub does and looks for markup that a document's
// text became.
func check(t *testing.T, b []byte) {
	t.Helper()
	root := goldmark.New(goldmark.WithExtensions(extension.GFM)).Parser().Parse(text.NewReader(b))
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Emphasis, *east.Strikethrough, *ast.AutoLink, *ast.CodeSpan, *ast.HTMLBlock, *ast.Link:
			t.Errorf("text became %s", n.Kind())
		case *ast.RawHTML:
			if tag := string(n.Segments.Value(b)); tag != "<br>" {
				t.Errorf("HTML that is not ours: %s", tag)
			}
		case *east.Table:
			for row := n.FirstChild(); row != nil; row = row.NextSibling() {
				if row.ChildCount() != n.FirstChild().ChildCount() {
					t.Errorf("a row of %d cells in a table of %d", row.ChildCount(), n.FirstChild().ChildCount())
				}
			}
		}
		return ast.WalkContinue, nil
	})
}

func TestCSVHasARowAMention(t *testing.T) {
	var b bytes.Buffer
	if err := render.CSV(&b, index(), opt); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil || len(rows) != 4 {
		t.Fatalf("%d rows (%v), want a head and 3 mentions", len(rows), err)
	}
	if got := rows[3][7]; got != "'=戦略" {
		t.Errorf("a formula stays one: %q", got)
	}
}

func TestJSONArraysAreNeverNull(t *testing.T) {
	var b bytes.Buffer
	for _, x := range []*cite.Index{{}, index()} {
		b.Reset()
		if err := render.JSON(&b, x, render.Options{}); err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(b.String(), "{\n \"schema\": \"shinkyu.citations/1\",") || strings.Contains(b.String(), "null") {
			t.Errorf("got %s", b.String())
		}
	}
}

func TestCSL(t *testing.T) {
	var b bytes.Buffer
	if err := render.CSL(&b, index()); err != nil {
		t.Fatal(err)
	}
	var items []map[string]any
	if err := json.Unmarshal(b.Bytes(), &items); err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{`{"date-parts":[[2014]]}`, `null`, `{"date-parts":[[2018,7,27]]}`} {
		if got, _ := json.Marshal(items[i]["issued"]); string(got) != want {
			t.Errorf("item %d was issued %s, want %s", i, got, want)
		}
	}
}
