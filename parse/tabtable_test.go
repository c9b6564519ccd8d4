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
	{"indents", "\t\t目的を定める。\n\t\t背景を述べる。\n\t\t施策を示す。\n", ""},
}

func TestTabTables(t *testing.T) {
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
