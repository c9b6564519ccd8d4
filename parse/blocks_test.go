package parse_test

import (
	"testing"

	"shinkyu/parse/source"
)

// furniture adds a line that the format calls furniture, as a block of its own.
func (b *sourceBuilder) furniture(s, why string, page int) {
	at := b.line(s, page, nil)
	b.src.Blocks = append(b.src.Blocks, source.Block{Kind: source.BlockFurniture, First: at, Last: at, Why: why})
}

// TestBlockFurniture: what a format sets apart is furniture of the kind that
// its name tells.
func TestBlockFurniture(t *testing.T) {
	var b sourceBuilder
	for _, f := range [][2]string{
		{"推進計画 概要版", "header"},
		{"市民向け", "heading of the page"},
		{"第１章の案内", "toc"},
		{"第２章の案内", "TOC"},
		{"第３章の案内", "contents"},
		{"1", "note reference"},
		{"市役所企画課", "footer"},
		{"3", "page number"},
		{"＊＊＊", "rule"},
		{"…", "hr"},
		{"前へ", "nav"},
	} {
		b.furniture(f[0], f[1], 1)
	}
	b.line("１　目的", 1, nil)
	b.line("市は、障がいのある者の社会への参加を推し進める。", 1, nil)
	checkOutline(t, b.outline(t, source.PDF), `§ 1 １ 目的
  市は、障がいのある者の社会への参加を推し進める。
[runningHead] 推進計画 概要版
[runningHead] 市民向け
[contents] 第１章の案内
[contents] 第２章の案内
[contents] 第３章の案内
[noteReference] 1
[runningFoot] 市役所企画課
[pageNumber] 3
[rule] ＊＊＊
[rule] …
[navigation] 前へ
info: line 0: no title was found at the head of the document
info: line 3: the contents list names a heading that was not found: 第１章の案内
info: line 4: the contents list names a heading that was not found: 第２章の案内
info: line 5: the contents list names a heading that was not found: 第３章の案内
`)
}

// TestRepeatedHead: a line called furniture right below a running head with the
// same text is the heading that the head repeats; on another page, below
// another text or another kind of furniture it is none.
func TestRepeatedHead(t *testing.T) {
	var b sourceBuilder
	b.furniture("１　目的", "header", 1)
	b.furniture("１　目的", "header", 1)
	b.line("市は、障がいのある者の社会への参加を推し進める。", 1, nil)
	b.furniture("２　体制", "footer", 1)
	b.furniture("２　体制", "header", 2)
	b.furniture("３　評価", "header", 2)
	b.line("相談の窓口を設け、働く場を広げる。", 2, nil)
	b.line("２　体制", 2, nil)
	b.line("市長は、推進本部を置く。", 2, nil)
	b.furniture("３　評価", "header", 2)
	b.furniture("３　評価", "header", 3)
	b.line("３　評価", 3, nil)
	b.line("評価は、毎年度、有識者の意見を聴いて行う。", 3, nil)
	checkOutline(t, b.outline(t, source.PDF), `§ 1 １ 目的
  市は、障がいのある者の社会への参加を推し進める。
  相談の窓口を設け、働く場を広げる。
§ 2 ２ 体制
  市長は、推進本部を置く。
§ 3 ３ 評価
  評価は、毎年度、有識者の意見を聴いて行う。
[runningHead] １　目的
[runningFoot] ２　体制
[runningHead] ２　体制
[runningHead] ３　評価
[runningHead] ３　評価
[runningHead] ３　評価
info: line 0: no title was found at the head of the document
`)
}
