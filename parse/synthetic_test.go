package parse_test

import (
	"strings"
	"testing"

	"shinkyu/parse"
	"shinkyu/parse/parsetest"
	"shinkyu/parse/source"
)

// A sourceBuilder makes a source as a reader of a format would.
type sourceBuilder struct {
	src  source.Source
	text strings.Builder
}

// line adds a line and gives its index.
func (b *sourceBuilder) line(s string, page int, layout *source.Layout) int {
	start := b.text.Len()
	b.text.WriteString(s)
	b.src.Lines = append(b.src.Lines, source.Line{Span: source.Span{Start: start, End: b.text.Len()}, Page: page, Layout: layout})
	b.text.WriteByte('\n')
	b.src.Pages = max(b.src.Pages, page)
	return len(b.src.Lines) - 1
}

// block adds lines as one block of the format.
func (b *sourceBuilder) block(block source.Block, lines ...string) *source.Block {
	for i, s := range lines {
		at := b.line(s, 0, nil)
		if i == 0 {
			block.First = at
		}
		block.Last = at
	}
	b.src.Blocks = append(b.src.Blocks, block)
	return &b.src.Blocks[len(b.src.Blocks)-1]
}

// spanOf finds a part of the text that was added.
func (b *sourceBuilder) spanOf(s string) source.Span {
	at := strings.LastIndex(b.text.String(), s)
	return source.Span{Start: at, End: at + len(s)}
}

func (b *sourceBuilder) outline(t *testing.T, format source.Format) string {
	t.Helper()
	b.src.Name, b.src.Format, b.src.Text = "made", format, b.text.String()
	d := parse.Parse(&b.src)
	checkLaws(t, d)
	out := outline(d)
	return out[strings.IndexByte(out, '\n')+1:]
}

func checkOutline(t *testing.T, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("outline differs:\n%s\nwhole:\n%s", parsetest.LineDiff(want, got), got)
	}
}

// TestBlocks: headings, items, tables with a caption and a unit, and notes of a
// format are taken as it gives them.
func TestBlocks(t *testing.T) {
	var b sourceBuilder
	b.block(source.Block{Kind: source.BlockTitle, Why: "Title"}, "推進計画")
	b.block(source.Block{Kind: source.BlockHeading, Level: 1, Why: "Heading 1"}, "第1章 総則")
	b.block(source.Block{Kind: source.BlockParagraph, Why: "p"}, "市は、計画を定める。", "計画は、毎年度見直す。")
	b.block(source.Block{Kind: source.BlockItem, Level: 1, Why: "li"}, "研修の実施")
	b.block(source.Block{Kind: source.BlockItem, Level: 2, Why: "li"}, "職員の研修")
	b.block(source.Block{Kind: source.BlockHeading, Level: 1, Why: "Heading 1"}, "第2章 施策")
	b.block(source.Block{Kind: source.BlockParagraph, Why: "p"}, "表１　施策の一覧")
	b.block(source.Block{Kind: source.BlockParagraph, Why: "p"}, "（単位：千円）")
	table := b.block(source.Block{Kind: source.BlockTable, Why: "table"}, "施策\t金額", "研修\t100")
	table.Rows = [][]source.Span{{b.spanOf("施策\t金額")}, {b.spanOf("研修\t100")}}
	for i, cells := range [][2]string{{"施策", "金額"}, {"研修", "100"}} {
		row := table.Rows[i][0]
		table.Rows[i] = []source.Span{{Start: row.Start, End: row.Start + len(cells[0])}, {Start: row.End - len(cells[1]), End: row.End}}
	}
	note := b.block(source.Block{Kind: source.BlockNote, Why: "footnote"}, "1 市の調べによる。")
	note.Marker = source.Span{Start: b.src.Lines[note.First].Span.Start, End: b.src.Lines[note.First].Span.Start + 1}
	checkOutline(t, b.outline(t, source.Docx), `§ 1 第1章 総則
  市は、計画を定める。計画は、毎年度見直す。
  § 1/h1 研修の実施
    § 1/h1/h1
      職員の研修
§ 2 第2章 施策
  table 表１　施策の一覧（単位：千円）
   | 施策 | 金額
   | 研修 | 100
  note 1 市の調べによる。
`)
}

// TestColumns: where the page tells that a line goes on, it does, over the end
// of a column and of a page, whatever the widths say.
func TestColumns(t *testing.T) {
	var b sourceBuilder
	at := func(column int, top float64, seam source.Seam) *source.Layout {
		return &source.Layout{Width: 12, Size: 10.5, Column: column, Top: top, Seam: seam}
	}
	b.line("推進計画", 1, &source.Layout{Width: 4, Size: 16, Align: source.AlignCenter, Top: 0.05})
	b.line("１　目的", 1, at(0, 0.2, source.SeamBegins))
	b.line("この計画は、地域の安全を", 1, at(0, 0.9, source.SeamBegins))
	b.line("守ることを目的とする。", 1, at(1, 0.2, source.SeamGoesOn))
	b.line("２　体制", 1, at(1, 0.5, source.SeamBegins))
	b.line("市は、関係する機関と連", 1, at(1, 0.9, source.SeamBegins))
	b.line("携して取り組む。", 2, at(0, 0.1, source.SeamGoesOn))
	b.line("また、毎年度点検する。", 2, at(0, 0.2, source.SeamBegins))
	checkOutline(t, b.outline(t, source.PDF), `§ 1 １ 目的
  この計画は、地域の安全を守ることを目的とする。
§ 2 ２ 体制
  市は、関係する機関と連携して取り組む。
  また、毎年度点検する。
`)
}

// TestSetApart: what the reader calls furniture (the reading of a ruby, a mark
// of a note) stands in no paragraph, and does not part one.
func TestSetApart(t *testing.T) {
	var b sourceBuilder
	b.line("推進計画", 0, nil)
	b.line("", 0, nil)
	b.line("１　目的", 0, nil)
	b.line("市は、障がいのある者の社会への参加を推し進めるため、この計画により施策を進", 0, nil)
	b.block(source.Block{Kind: source.BlockFurniture, Why: "note reference"}, "1")
	b.line("め、毎年度、その結果を公表する。", 0, nil)
	b.line("２　体制", 0, nil)
	b.line("市は、推進本部を置き、関係する部局の間の調整を図るとともに、有識者の意見を聴", 0, nil)
	b.line("いて施策を見直し、その結果を次の年度の予算に反映するよう努めるとともに、市民に", 0, nil)
	b.line("公表する。", 0, nil)
	checkOutline(t, b.outline(t, source.PDF), `§ 1 １ 目的
  市は、障がいのある者の社会への参加を推し進めるため、この計画により施策を進め、毎年度、その結果を公表する。
§ 2 ２ 体制
  市は、推進本部を置き、関係する部局の間の調整を図るとともに、有識者の意見を聴いて施策を見直し、その結果を次の年度の予算に反映するよう努めるとともに、市民に公表する。
[noteReference] 1
`)
}
