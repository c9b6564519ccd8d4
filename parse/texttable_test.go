package parse_test

import (
	"strings"
	"testing"

	"shinkyu/parse"
)

// tableTests pair the lines of a plain text with the rows of its table.
var tableTests = []struct{ name, lines, rows string }{
	{"tabs", "施策\t担当課\t期限\n巡回\t総務課\t令和６年度\n研修\t\t令和７年度\n", "施策|担当課|期限\n巡回|総務課|令和６年度\n研修||令和７年度\n"},
	{"empty last cell", "施策\t担当課\t備考\n巡回\t総務課\t\n研修\t人事課\t新規\n", "施策|担当課|備考\n巡回|総務課|\n研修|人事課|新規\n"},
	{"two rows", "施策\t担当課\t期限\n巡回\t総務課\t令和６年度\n", ""},
	{"items", "1\t目的\t5\n2\t背景\t6\n3\t施策\t9\n", ""},
	{"spaces", "区分        予算額      担当課\n研修事業    1,200       人事課\n広報事業      350       広聴課\n", "区分|予算額|担当課\n研修事業|1,200|人事課\n広報事業|350|広聴課\n"},
	{"full-width spaces", "電話番号　　○三（一二三四）\n所在地　　　中央区本町一丁目\n担当者　　　庶務係\n", "電話番号|○三（一二三四）\n所在地|中央区本町一丁目\n担当者|庶務係\n"},
	{"a cell on two lines", "施策    内容                担当\n研修    職員に対する研修    人事課\n        の実施\n広報    広報紙の発行        広聴課\n", "施策|内容|担当\n研修|職員に対する研修の実施|人事課\n広報|広報紙の発行|広聴課\n"},
	{"a group of rows", "施策    事業        担当\n育成    研修        人事課\n        採用        総務課\n広報    紙面        広聴課\n", "施策|事業|担当\n育成|研修|人事課\n|採用|総務課\n広報|紙面|広聴課\n"},
	{"columns of text", "市は、施策の推進に当たっては、    また、市は、計画の進み具合を\n関係する機関との連携を図り、多    毎年度点検し、その結果を公表し\n様な主体の参加を得て取り組む。    て、必要な見直しを行うものとす\n", ""},
	{"numbered titles", "(1)  目的について\n(2)  背景について\n(3)  施策について\n", ""},
	{"bars", "区分｜予算額｜担当\n研修｜1,200｜人事課\n広報｜350｜広聴課\n", "区分|予算額|担当\n研修|1,200|人事課\n広報|350|広聴課\n"},
	{"box", "┌──┬────┐\n│区分│担当　　│\n├──┼────┤\n│研修│人事課　│\n│　　│及び総務│\n├──┼────┤\n│広報│広聴課　│\n└──┴────┘\n", "区分|担当\n研修|人事課及び総務\n広報|広聴課\n"},
	{"marks", "| 区分 | 担当 |\n|------|------|\n| 研修 | 人事課 |\n", "区分|担当\n研修|人事課\n"},
	{"one line with a bar", "総務課｜人事課\n", ""},
	{"indents", "\t\t目的を定める。\n\t\t背景を述べる。\n\t\t施策を示す。\n", ""},
}

func TestTextTables(t *testing.T) {
	for _, tt := range tableTests {
		t.Run(tt.name, func(t *testing.T) {
			d := parseText(t, "table.txt", "環境計画\n\n第1章 施策\n\n施策は次の表のとおりとする。\n\n"+tt.lines+"\n第2章 推進\n\n市は、計画を推進する。\n")
			checkLaws(t, d)
			var b strings.Builder
			parse.Walk(d.Content, func(n parse.Node, _ []*parse.Section) bool {
				if table, ok := n.(*parse.Table); ok {
					for _, row := range table.Rows {
						for i, cell := range row {
							if i > 0 {
								b.WriteByte('|')
							}
							b.WriteString(cell.String)
						}
						b.WriteByte('\n')
					}
				}
				return true
			})
			if b.String() != tt.rows {
				t.Errorf("rows %q, want %q:\n%s", b.String(), tt.rows, outline(d))
			}
		})
	}
}
