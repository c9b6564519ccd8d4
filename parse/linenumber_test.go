package parse_test

import (
	"fmt"
	"strings"
	"testing"

	"shinkyu/parse"
	"shinkyu/parse/parsetest"
)

// plainPlan is a wrapped text of n sections.
func plainPlan(n int) []string {
	var out []string
	for i := 1; i <= n; i++ {
		out = append(out, fmt.Sprintf("第%d章 施策の推進", i),
			"市は、計画の期間を通じて、関係する団体と連携しながら、次の",
			"とおり施策を推進し、毎年度その結果を公表するとともに、必要",
			"な見直しを行う。",
			"また、施策の推進に当たっては、住民の意見を広く聴くとともに、",
			"地域の実情に応じた取組を進めるものとする。")
	}
	return out
}

// texts gives the titles and paragraphs of a document.
func texts(d *parse.Document) string {
	var b strings.Builder
	parse.Walk(d.Content, func(n parse.Node, _ []*parse.Section) bool {
		switch n := n.(type) {
		case *parse.Section:
			b.WriteString(n.Marker.Text + n.Title.String + "\n")
		case *parse.Paragraph:
			b.WriteString(n.Text.String + "\n")
		}
		return true
	})
	return b.String()
}

func TestLineNumbers(t *testing.T) {
	lines := plainPlan(10)
	want := texts(parseText(t, "plain.txt", strings.Join(lines, "\n")+"\n"))
	for _, tt := range []struct {
		name  string
		page  int // lines of a page; 0 where numbers run through
		every int
		plain bool // lines without a number have no spaces
	}{{"through", 0, 1, false}, {"by page", 30, 1, false}, {"fifths", 0, 5, false}, {"fifths by page", 30, 5, false}, {"fifths without spaces", 0, 5, true}} {
		t.Run(tt.name, func(t *testing.T) {
			var b strings.Builder
			count := 0
			for i, l := range lines {
				n := i + 1
				if tt.page > 0 {
					n = i%tt.page + 1
				}
				switch {
				case n%tt.every == 0:
					count++
					fmt.Fprintf(&b, "%3d  %s\n", n, l)
				case tt.plain:
					b.WriteString(l + "\n")
				default:
					b.WriteString("     " + l + "\n")
				}
			}
			d := parseText(t, "numbered.txt", b.String())
			checkLaws(t, d)
			if got := texts(d); got != want {
				t.Errorf("the text differs:\n%s", parsetest.LineDiff(want, got))
			}
			if got := countFurniture(d, parse.FurnitureLineNumber); got != count {
				t.Errorf("%d line numbers, want %d", got, count)
			}
		})
	}
}

// TestNoLineNumbers: numbered lists of items are no line numbers.
func TestNoLineNumbers(t *testing.T) {
	var b strings.Builder
	for i := 1; i <= 47; i++ {
		fmt.Fprintf(&b, "%d 第%d地区の公共施設の管理に関する計画\n", i, i)
	}
	d := parseText(t, "list.txt", b.String())
	checkLaws(t, d)
	if n := countFurniture(d, parse.FurnitureLineNumber); n > 0 {
		t.Errorf("%d items were taken for numbered lines", n)
	}
}

func countFurniture(d *parse.Document, k parse.FurnitureKind) (n int) {
	for _, f := range d.Furniture {
		if f.Kind == k {
			n++
		}
	}
	return n
}

// TestNumberedRows: the first column of a table set with tabs is no line
// number, even where its cells run long.
func TestNumberedRows(t *testing.T) {
	var b strings.Builder
	for i := 1; i <= 40; i++ {
		fmt.Fprintf(&b, "%d\t共有\t所属機関の倫理審査等の記載についての\n", i)
	}
	d := parseText(t, "rows.txt", b.String())
	checkLaws(t, d)
	if n := countFurniture(d, parse.FurnitureLineNumber); n > 0 {
		t.Errorf("%d rows were taken for numbered lines", n)
	}
}
