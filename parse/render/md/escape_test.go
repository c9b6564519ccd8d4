package md_test

import (
	"bytes"
	"html"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"shinkyu/parse/render/column"
	"shinkyu/parse/render/md"
)

// hazards are texts that Markdown would take for something else.
var hazards = []string{
	"# 見出し", "1. 一つ目", "１. 全角", "12) 項", "- 点", "+ 点", "* 点", "> 引用", "    字下げ", "\t字下げ",
	"---", "***", "===", "```", "~~~", "a\nb", "a\r\nb", "a  \nb", "<del>x</del>", "<!-- x -->", "<script>alert(1)</script>",
	"&amp; &#35;", "a|b", `a\|b`, `\`, `c:\path`, "*強調*と**太字**", "_下線_", "~~取消~~", "`code`", "[文](http://example.com)",
	"![絵](x.png)", "http://example.com/a_b", "https://example.com", "www.example.com", "user@example.com", ":smile:", "$x^2$",
	"[^1]", "[x]: http://example.com", "| a | b |", "第1　総則", "「」（）『』", "2020年", "①②③", "\u202e逆\u202c", "\x1b[31m赤", "a\u2028b",
	"\ufffd", " 前後 ", "二  空白", ". 点から", ") 括弧から", "1\\. x", "||", "", " ", "- - -", "-", "=", "Setext\n===",
}

var markdown = goldmark.New(goldmark.WithExtensions(extension.GFM))

func render(t testing.TB, s string) string {
	t.Helper()
	var b bytes.Buffer
	if err := markdown.Convert([]byte(s), &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// shown is what a reader should see of s on one line.
func shown(s string) string {
	s = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ", "\u2028", " ", "\u2029", " ").Replace(s)
	var b strings.Builder
	for _, r := range s {
		if r != '\t' && column.Hidden(r) {
			b.WriteString(column.Name(r))
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

func checkText(t testing.TB, s string) {
	t.Helper()
	if in := render(t, "文"+md.Inline(s)); html.UnescapeString(strings.TrimSuffix(in, "</p>\n")) != "<p>文"+shown(s) {
		t.Fatalf("%q inside a line is written %q and reads %q", s, md.Inline(s), in)
	}
	got := render(t, md.Text(s))
	inner, ok := strings.CutPrefix(strings.TrimSuffix(got, "\n"), "<p>")
	inner, ok2 := strings.CutSuffix(inner, "</p>")
	if shown(s) == "" {
		if got != "" {
			t.Fatalf("empty text gives %q", got)
		}
		return
	}
	if !ok || !ok2 || strings.Contains(inner, "<") {
		t.Fatalf("%q is written %q and becomes markup: %q", s, md.Text(s), got)
	}
	if text := html.UnescapeString(inner); text != shown(s) {
		t.Fatalf("%q is written %q and reads %q", s, md.Text(s), text)
	}
}

func TestTextIsNeverMarkup(t *testing.T) {
	for _, s := range hazards {
		checkText(t, s)
	}
}

func FuzzText(f *testing.F) {
	for _, s := range hazards {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			t.Skip() // sources are valid UTF-8
		}
		checkText(t, s)
		checkCell(t, s)
	})
}

var cells = regexp.MustCompile(`<td[^>]*>(.*?)</td>`)

func checkCell(t testing.TB, s string) {
	t.Helper()
	var b strings.Builder
	if err := (md.Table{Head: []string{"甲", "乙"}, Rows: [][]string{{md.Cell(s), "次"}}}).Write(&b); err != nil {
		t.Fatal(err)
	}
	got := render(t, b.String())
	found := cells.FindAllStringSubmatch(got, -1)
	if len(found) != 2 || found[1][1] != "次" {
		t.Fatalf("%q breaks its table: %s", s, got)
	}
	inner := strings.ReplaceAll(found[0][1], "<!-- raw HTML omitted -->", " ")
	if strings.Contains(inner, "<") {
		t.Fatalf("%q becomes markup in a cell: %s", s, inner)
	}
	if text := html.UnescapeString(inner); text != shown(s) {
		t.Fatalf("%q in a cell is written %q and reads %q", s, md.Cell(s), text)
	}
}

func TestCellKeepsItsTable(t *testing.T) {
	for _, s := range hazards {
		checkCell(t, s)
	}
}

func TestCode(t *testing.T) {
	for _, s := range []string{"a", "`a`", "a``b", " a ", "a b", "日本"} {
		got := render(t, md.Code(s))
		if want := "<p><code>" + html.EscapeString(s) + "</code></p>\n"; got != want {
			t.Errorf("Code(%q) renders %q, want %q", s, got, want)
		}
	}
}
