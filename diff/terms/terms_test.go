package terms_test

import (
	"fmt"
	"strings"
	"testing"

	"shinkyu/diff/difftest"
	"shinkyu/diff/terms"
	"shinkyu/diff/unit"
	"shinkyu/parse"
	"shinkyu/parse/parsetest"
	"shinkyu/parse/token"
)

// units makes a unit of every line, TITLE/TEXT.
func units(text string) []*unit.Unit {
	var out []*unit.Unit
	for i, line := range strings.Split(text, "\n") {
		title, body, _ := strings.Cut(line, "/")
		u := &unit.Unit{Index: i, Title: title, Lines: [2]int{10*i + 1, 10*i + 9}}
		if body != "" {
			u.Passages = []unit.Passage{{Text: parse.Text{String: body}, Lines: [2]int{10*i + 2, 10*i + 2}}}
		}
		out = append(out, u)
	}
	return out
}

// TestTerms keeps what is listed between editions, with all that is said of it.
func TestTerms(t *testing.T) {
	tok, err := token.IPA()
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	write := func(name string, older, newer []*unit.Unit, most int, least float64) {
		r := terms.Find(older, newer, terms.Options{Tokenizer: tok, Least: least})
		fmt.Fprintf(&b, "%s\n", name)
		for _, l := range []struct {
			sign  string
			terms []terms.Term
		}{{"+", r.Gained}, {"-", r.Lost}} {
			for i, x := range l.terms {
				if i == most {
					fmt.Fprintf(&b, "  %s … %d in all\n", l.sign, len(l.terms))
					break
				}
				fmt.Fprintf(&b, "  %s %s %d→%d %.2f units %v line %d %s\n", l.sign, x.Term, x.Old, x.New, x.Score, x.Units, x.Line, x.Context)
			}
		}
		b.WriteByte('\n')
	}
	for _, c := range []struct{ name, old, new string }{
		{"nothing changed", "目的/重要インフラの防護を進める。", "目的/重要インフラの防護を進める。"},
		{"printed in other widths", "目的/ＳＢＯＭの活用を進める。", "目的/SBOMの活用を進める。"},
		{"one term comes in, one goes out", "対策/IoT機器の安全を守る。\n体制/連絡会議を開く。", "対策/SBOMの活用を進める。\n体制/連絡会議を開く。"},
		{"a longer term that holds another", "対策/機器を守る。", "対策/能動的サイバー防御を進める。"},
		{"a part that stands for itself as well", "対策/機器を守る。", "対策/仮想通貨取引と仮想通貨取引所を監督する。仮想通貨を守る。"},
		{"names and years in a compound", "大会/機器を守る。", "大会/2020年東京大会と令和5年6月16日閣議決定、令和6年度による。オリンピック・パラリンピック競技大会の対策。"},
		{"parts between signs", "対策/機器を守る。", "対策/サプライチェーン・リスク対策を進める。"},
		{"often here, once there", "甲/演習を行う。\n乙/演習計画を見る。\n丙/演習結果と演習計画を示す。", "甲/演習を行う。\n乙/基準を見る。"},
		{"a word in the passages of both editions", "甲/訓練を行う。\n乙/訓練の計画を定める。", "甲/訓練を行う。\n乙/基準の計画を定める。"},
		{"the same passage twice", "甲/演習を行う。\n乙/演習を行う。", "甲/演習を行う。"},
		{"a long line around", "甲/" + strings.Repeat("前置きの文を", 8) + "量子暗号" + strings.Repeat("と後ろの文を", 8) + "示す。", "甲/何もない。"},
	} {
		write(c.name, units(c.old), units(c.new), 40, 0.01)
	}
	var sides [2][]*unit.Unit
	for i, name := range []string{"fy2020", "fy2024"} {
		tree, err := difftest.Load("../../testdata/gold/" + name + ".tree.json")
		if err != nil {
			t.Fatal(err)
		}
		sides[i] = unit.Of(tree.Document(name))
	}
	write("samples", sides[0], sides[1], 25, 0)
	parsetest.Golden(t, "testdata/terms.golden", b.String())
}
