package report

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	gtext "github.com/yuin/goldmark/text"

	"shinkyu/diff"
	"shinkyu/diff/unit"
	"shinkyu/parse"
	"shinkyu/parse/render/lang"
)

// allowed are the only pieces of HTML that a report writes.
var allowed = regexp.MustCompile(`^(</?(del|ins|sub|strong)>|<br>|<a id="c\d+">|</a>)$`)

// check reads a report as GitHub does and looks at its tree: HTML only of our
// own and each piece closed where it was opened, tables whole, and no markup
// that a document's text became.
func check(t testing.TB, report []byte) {
	t.Helper()
	root := goldmark.New(goldmark.WithExtensions(extension.GFM)).Parser().Parse(gtext.NewReader(report))
	err := ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Emphasis, *east.Strikethrough, *ast.AutoLink, *ast.Image, *ast.HTMLBlock, *ast.CodeBlock,
			*ast.FencedCodeBlock, *ast.ThematicBreak, *east.TaskCheckBox, *east.FootnoteLink:
			return ast.WalkStop, fmt.Errorf("text became %s: %s", n.Kind(), lineOf(report, n))
		case *ast.Link:
			if !strings.HasPrefix(string(n.Destination), "#c") {
				return ast.WalkStop, fmt.Errorf("a link to %s", n.Destination)
			}
		case *ast.Heading, *ast.Paragraph, *ast.TextBlock, *east.TableCell:
			return ast.WalkContinue, balanced(report, n)
		case *east.Table:
			return ast.WalkContinue, wholeTable(report, n)
		}
		return ast.WalkContinue, nil
	})
	if err != nil {
		t.Error(err)
	}
}

// balanced reports HTML in a block that is not ours or not closed in it.
func balanced(report []byte, block ast.Node) error {
	var open []string
	for n := range inline(block) {
		raw, ok := n.(*ast.RawHTML)
		if !ok {
			continue
		}
		tag := string(raw.Segments.Value(report))
		name := strings.Trim(strings.Fields(tag)[0], "</>")
		switch {
		case !allowed.MatchString(tag):
			return fmt.Errorf("HTML that is not ours: %s", tag)
		case tag == "<br>":
		case strings.HasPrefix(tag, "</"):
			if len(open) == 0 || open[len(open)-1] != name {
				return fmt.Errorf("%s closes nothing: %s", tag, lineOf(report, block))
			}
			open = open[:len(open)-1]
		default:
			open = append(open, name)
		}
	}
	if len(open) > 0 {
		return fmt.Errorf("%s is not closed: %s", open, lineOf(report, block))
	}
	return nil
}

func inline(block ast.Node) func(yield func(ast.Node) bool) {
	return func(yield func(ast.Node) bool) {
		_ = ast.Walk(block, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			if entering && !yield(n) {
				return ast.WalkStop, nil
			}
			return ast.WalkContinue, nil
		})
	}
}

// wholeTable reports a row with more or fewer cells than the head. goldmark
// pads short rows and cuts long ones, so the pipes are counted too.
func wholeTable(report []byte, table ast.Node) error {
	width := table.FirstChild().ChildCount()
	for row := table.FirstChild(); row != nil; row = row.NextSibling() {
		if row.ChildCount() != width {
			return fmt.Errorf("a row of %d cells in a table of %d: %s", row.ChildCount(), width, lineOf(report, row))
		}
	}
	return nil
}

func lineOf(report []byte, n ast.Node) string {
	for n.Type() == ast.TypeInline || n.Lines().Len() == 0 {
		if n = n.Parent(); n == nil {
			return ""
		}
	}
	seg := n.Lines().At(0)
	return string(seg.Value(report))
}

var (
	anchors = regexp.MustCompile(`<a id="(c\d+)">`)
	links   = regexp.MustCompile(`\]\(#(c\d+)\)`)
)

// checkLinks sees that every link leads somewhere, and to one place only.
func checkLinks(t testing.TB, report []byte) {
	t.Helper()
	places := make(map[string]int)
	for _, m := range anchors.FindAllSubmatch(report, -1) {
		places[string(m[1])]++
	}
	for _, m := range links.FindAllSubmatch(report, -1) {
		if n := places[string(m[1])]; n != 1 {
			t.Errorf("a link to %s leads to %d places", m[1], n)
		}
	}
}

var tableRow = regexp.MustCompile(`(?m)^\|.*\|$`)

// checkPipes sees that every row of a table has the pipes of its head.
func checkPipes(t testing.TB, report []byte) {
	t.Helper()
	for block := range strings.SplitSeq(string(report), "\n\n") {
		rows := tableRow.FindAllString(block, -1)
		for _, r := range rows {
			if strings.Count(r, "|") != strings.Count(rows[0], "|") {
				t.Errorf("a row with more or fewer pipes than its head: %s", r)
			}
		}
	}
}

func markdownOf(t testing.TB, c *diff.Comparison, opt Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Markdown(&b, c, opt); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestMarkdownHoldsAnyText(t *testing.T) {
	for _, l := range []lang.Lang{lang.Japanese, lang.English} {
		for _, mechanical := range []bool{false, true} {
			got := markdownOf(t, made(), Options{Lang: l, ShowMechanical: mechanical, Command: "shinkyu diff `a` b"})
			check(t, got)
			checkPipes(t, got)
			checkLinks(t, got)
		}
	}
}

func TestMarkdownSaysEverything(t *testing.T) {
	got := string(markdownOf(t, made(), Options{Lang: lang.Japanese}))
	for _, want := range []string{
		"検討する → 実施する", "1 → 4", "令和5年度末まで", "令和7年度末まで", "要確認：", "次点：", "最も近い領域：",
		"判断：対応とする（pin）", "平成30年７月27日閣議決定", "令和3年9月28日閣議決定", "全角・半角", "00ff", "見出し変更", "番号変更",
		"1頁 1行", "ほか 1 か所",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the report does not say %s", want)
		}
	}
}

func TestMarkdownIsTheSameEveryTime(t *testing.T) {
	first := markdownOf(t, made(), Options{Lang: lang.English})
	for range 5 {
		if !bytes.Equal(first, markdownOf(t, made(), Options{Lang: lang.English})) {
			t.Fatal("two reports on one comparison differ")
		}
	}
}

// FuzzMarkdown puts any text into a document's places.
func FuzzMarkdown(f *testing.F) {
	f.Add(hostile, "前\n後")
	f.Add("# 見出し", "<del>")
	f.Add("「」**", "    x")
	f.Fuzz(func(t *testing.T, a, b string) {
		a, b = strings.ToValidUTF8(a, ""), strings.ToValidUTF8(b, "")
		older, newer := single(a), single(b)
		c := &diff.Comparison{Old: older, New: newer, Changes: []diff.Change{
			{Status: diff.Reworded, Old: older.Units, New: newer.Units, Confidence: parse.Certain, Edits: replace(a, b)},
			{Status: diff.Added, New: newer.Units},
		}}
		got := markdownOf(t, c, Options{})
		check(t, got)
		checkPipes(t, got)
	})
}

// single is an edition of one area of one passage.
func single(s string) *diff.Edition {
	e := edition(s, 0)
	e.Units[0].Passages = []unit.Passage{{Text: parse.Text{String: strings.ReplaceAll(s, "\n", " ")}, Lines: [2]int{1, 1}}}
	e.Units = slices.Clip(e.Units)
	return e
}
