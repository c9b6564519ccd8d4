package render_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"shinkyu/parse"
	"shinkyu/parse/render"
	"shinkyu/parse/render/lang"
	"shinkyu/parse/source"
)

// parts is a document with every kind of node: a table with a caption and one
// without, a note, a quotation, an item with text and one that begins with a
// list of its own.
const parts = `# 推進計画

令和6年4月1日

## 第１　目的

この計画は、*公文書*の管理を定める。

> 「公文書は国民共有の知的資源である。」

1. 点検を行う。

   結果を公表する。

   - 毎年
2. 研修を行う。

## 第２　工程

表１　予定

|年度|件|
|--|--|
|令和6年度|10,200|
|令和7年度||

### （１）調査

調査する。
`

func read(t testing.TB, as source.Format, text string) *parse.Document {
	t.Helper()
	src, err := source.Read("f", []byte(text), source.Options{As: as})
	if err != nil {
		t.Fatal(err)
	}
	return parse.Parse(src)
}

func asMarkdown(t testing.TB, d *parse.Document) string {
	t.Helper()
	var b bytes.Buffer
	if err := render.Markdown(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestMarkdown(t *testing.T) {
	const want = `# 推進計画

令和6年4月1日

## 第１ 目的

この計画は、公文書の管理を定める。

> 「公文書は国民共有の知的資源である。」

- 1\. 点検を行う。

  結果を公表する。

  - ・ 毎年

- 2\. 研修を行う。

## 第２ 工程

表１　予定

| 年度 | 件 |
| --- | --- |
| 令和6年度 | 10,200 |
| 令和7年度 | |

### （１） 調査

調査する。

`
	if got := asMarkdown(t, read(t, source.Markdown, parts)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestMarkdownReadsBack: what is written as Markdown is read as the same
// headings at the same depth, with the same text, and written the same again.
func TestMarkdownReadsBack(t *testing.T) {
	docs := map[string]*parse.Document{
		"parts": read(t, source.Markdown, parts), "fy2020": sample(t, "fy2020.txt"), "fy2024": sample(t, "fy2024.txt"),
	}
	for name, d := range docs {
		md := asMarkdown(t, d)
		back := read(t, source.Markdown, md)
		if got, want := headings(back), headings(d); !slices.Equal(got, want) {
			t.Errorf("%s: the headings are read back as\n%s\nnot\n%s", name, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
		if got, want := body(back), body(d); got != want {
			t.Errorf("%s: the text is read back as\n%.3000s\nnot\n%.3000s", name, got, want)
		}
	}
}

// headings gives marker and title of the sections with a heading, in by depth.
func headings(d *parse.Document) []string {
	var out []string
	parse.Walk(d.Content, func(n parse.Node, in []*parse.Section) bool {
		if s, ok := n.(*parse.Section); ok && !s.Title.IsZero() {
			out = append(out, strings.Repeat(" ", len(in))+s.Marker.Text+strings.Join(strings.Fields(s.Title.String), ""))
		}
		return true
	})
	return out
}

// body gives the letters of the content in order.
func body(d *parse.Document) string {
	var b strings.Builder
	parse.Walk(d.Content, func(n parse.Node, _ []*parse.Section) bool {
		switch n := n.(type) {
		case *parse.Section:
			b.WriteString(n.Marker.Text + n.Title.String + n.Caption.String)
		case *parse.Paragraph:
			b.WriteString(n.Text.String)
		case *parse.Note:
			b.WriteString(n.Marker.Text + n.Text.String)
		case *parse.Table:
			for _, row := range n.Rows {
				for _, c := range row {
					b.WriteString(c.String)
				}
			}
		}
		return true
	})
	return strings.Join(strings.Fields(b.String()), "")
}

// TestJSONNodes: every node has its kind and the lines that it stands on.
func TestJSONNodes(t *testing.T) {
	d := read(t, source.Markdown, parts)
	var whole struct {
		Content []node `json:"content"`
	}
	if err := json.Unmarshal(asJSON(t, d), &whole); err != nil {
		t.Fatal(err)
	}
	kinds := map[string]int{}
	var walk func([]node)
	walk = func(nodes []node) {
		for _, n := range nodes {
			kinds[n.Type]++
			lines := strings.Join(strings.Split(d.Source.Text, "\n")[n.Lines[0]-1:n.Lines[1]], "\n")
			for _, s := range append([]string{n.Marker, n.Title, n.Text}, slices.Concat(n.Rows...)...) {
				for part := range strings.FieldsSeq(s) {
					if !strings.Contains(lines, part) {
						t.Errorf("%s: %q is not on lines %v, %q", n.Type, part, n.Lines, lines)
					}
				}
			}
			walk(n.Content)
		}
	}
	walk(whole.Content)
	if kinds["section"] != 6 || kinds["paragraph"] == 0 || kinds["table"] != 1 {
		t.Errorf("the nodes are %v", kinds)
	}
}

type node struct {
	Type, Marker, Title, Text string
	Lines                     [2]int
	Rows                      [][]string
	Content                   []node
}

// TestOutline shows where an item without a title begins.
func TestOutline(t *testing.T) {
	const want = `第１ 目的
  1. 点検を行う。…
    ・ 毎年…
  2. 研修を行う。…
第２ 工程
  （１） 調査
`
	var b bytes.Buffer
	if err := render.Outline(&b, read(t, source.Markdown, parts)); err != nil {
		t.Fatal(err)
	}
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

// TestFullDisk: a writer that fails is heard of, whichever the form.
func TestFullDisk(t *testing.T) {
	d := read(t, source.Markdown, parts)
	for name, write := range map[string]func() error{
		"JSON":     func() error { return render.JSON(full{}, d) },
		"outline":  func() error { return render.Outline(full{}, d) },
		"Markdown": func() error { return render.Markdown(full{}, d) },
		"explain":  func() error { return render.Explain(full{}, d, lang.Japanese) },
	} {
		if err := write(); !errors.Is(err, errFull) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

type full struct{}

var errFull = errors.New("no space left on device")

func (full) Write([]byte) (int, error) { return 0, errFull }
