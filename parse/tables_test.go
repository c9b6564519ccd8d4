package parse_test

import (
	"strings"
	"testing"

	"shinkyu/parse"
)

// rowsOf gives the rows of the tables of a document, a line a row.
func rowsOf(d *parse.Document) string {
	var out []string
	parse.Walk(d.Content, func(n parse.Node, _ []*parse.Section) bool {
		if t, ok := n.(*parse.Table); ok {
			for _, row := range t.Rows {
				var cells []string
				for _, c := range row {
					cells = append(cells, c.String)
				}
				out = append(out, strings.Join(cells, "|"))
			}
		}
		return true
	})
	return strings.Join(out, "\n")
}

// TestBarsAndRules: whatever the bars and the rules of a table are made of, and
// with empty cells, its rows are rows and its rules furniture.
func TestBarsAndRules(t *testing.T) {
	check := func(name, rule string, row func(a, b string) string) {
		t.Helper()
		text := "予算の概要\n\n１　事業\n事業は、次のとおりである。\n" + row("区分", "額") + "\n" + rule + "\n" + row("道路", "10") + "\n" + row("　", "　") + "\n" + row("河川", "20") + "\n以上のとおり、計上する。\n"
		d := parseText(t, name, text)
		checkLaws(t, d)
		if got := rowsOf(d); got != "区分|額\n道路|10\n|\n河川|20" {
			t.Errorf("%s: the table is\n%s", name, got)
		}
	}
	inside := func(bar string) func(a, b string) string {
		return func(a, b string) string { return a + " " + bar + " " + b }
	}
	around := func(bar string) func(a, b string) string {
		return func(a, b string) string { return bar + a + bar + b + bar }
	}
	for _, bar := range []string{"|", "｜", "│", "┃"} {
		check(bar, bar+"---"+bar+"---"+bar, around(bar))
	}
	check("no bars at the ends", "---|---", func(a, b string) string {
		if strings.TrimSpace(a) == "" {
			return around("|")(a, b)
		}
		return inside("|")(a, b)
	})
	for _, dash := range []string{"-", "=", "－", "―", "—"} {
		line := strings.Repeat(dash, 4)
		check(dash, "|"+line+"|"+line+"|", around("|"))
		check(dash+" with crossings", "+"+line+"+"+line+"+", around("|"))
		check(dash+" aligned", ":"+line+":|:"+line+":", around("|"))
	}
	check("box drawing", "├──┼──┤", around("│"))
	check("heavy box drawing", "┣━━╋━━┫", around("┃"))
	check("a rule of one stroke", "────────", around("│"))
}

// TestNoTables: lines that look like a row by chance, or are cut off by text,
// are none.
func TestNoTables(t *testing.T) {
	for _, lines := range []string{
		"氏名\t所属\t備考\n敬称は、略する。\n甲野\t甲市\t会長\n乙山\t乙市\t委員",
		"氏名\t所属\t備考\n甲野\t甲市\t会長",
		"記号|は区切りに用いる。\n次のとおりとする。",
		"（1）\t目的\t1\n（2）\t期間\t2\n（3）\t体制\t3",
		"令和６年４月　　　甲市\n以上のとおりとする。",
		"―――――\n次のとおりとする。\n―――――",
	} {
		d := parseText(t, "lines", "名簿の作成要領\n\n１　様式\n様式は、次のとおりとする。\n"+lines+"\n２　提出\n名簿は、毎年度提出する。\n")
		checkLaws(t, d)
		if got := rowsOf(d); got != "" {
			t.Errorf("%q is read as a table:\n%s", lines, got)
		}
	}
}

// TestGaps: one tab parts two cells, one space stands inside a cell.
func TestGaps(t *testing.T) {
	for _, c := range []struct{ lines, want string }{
		{"氏名 等\t役職\n甲野 太郎\t会長\n乙山 花子\t委員", "氏名 等|役職\n甲野 太郎|会長\n乙山 花子|委員"},
		{"氏名 等　　　役職\n甲野 太郎　　会長\n乙山 花子　　委員", "氏名 等|役職\n甲野 太郎|会長\n乙山 花子|委員"},
		{"事業 費　　　　　10\n委託 費　　　　　 8\n合計　　　　　　 18", "事業 費|10\n委託 費|8\n合計|18"},
	} {
		d := parseText(t, "lines", "名簿の作成要領\n\n１　様式\n様式は、次のとおりとする。\n"+c.lines+"\n２　提出\n名簿は、毎年度提出する。\n")
		checkLaws(t, d)
		if got := rowsOf(d); got != c.want {
			t.Errorf("%q is read as\n%s", c.lines, got)
		}
	}
}
