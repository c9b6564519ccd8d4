package marker_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"shinkyu/parse/marker"
)

// readTests pairs the start of a line with the marker, kind and value of its
// first reading; an empty marker is none.
var readTests = []struct {
	line   string
	marker string
	kind   marker.Kind
	number int
}{
	{"第1部 総論", "第1部", marker.Part, 1},
	{"第１編　総則", "第１編", marker.Book, 1},
	{"第 3 章 推進体制", "第3章", marker.Chapter, 3},
	{"第十二節　雑則", "第十二節", marker.Section, 12},
	{"第二款　端末設備", "第二款", marker.Subsection, 2},
	{"第1 基本的な考え方", "第1", marker.Ordinal, 1},
	{"第一　趣旨", "第一", marker.Ordinal, 1},
	{"第２", "第２", marker.Ordinal, 2},
	{"第三者機関による評価", "", "", 0},
	{"第４次行動計画", "", "", 0},
	{"第一線の職員", "", "", 0},
	{"第一条　この法律は", "第一条", marker.Article, 1},
	{"第12条 市は", "第12条", marker.Article, 12},
	{"第十二条の三　削除", "第十二条の三", marker.Article, 12},
	{"第五条及び第六条　削除", "第五条及び第六条", marker.Article, 6},
	{"第五条から第八条まで　削除", "第五条から第八条まで", marker.Article, 8},
	{"基本目標１　支え合い", "基本目標１", "label 基本目標", 1},
	{"施策２－１：研修", "施策２－１：", "label 施策", 1},
	{"重点プロジェクト 3", "重点プロジェクト3", "label 重点プロジェクト", 3},
	{"戦略①「つなぐ」", "戦略①", "label 戦略", 1},
	{"目標１を達成する", "", "", 0},
	{"課題２つ", "", "", 0},
	{"ａ　支援の拡大", "ａ", "a", 1},
	{"a pen", "", "", 0},
	{"資料編", "資料編", "annex 資料編", 0},
	{"Ⅰ　はじめに", "Ⅰ", "Ⅰ", 1},
	{"Ⅳ．対応", "Ⅳ．", "Ⅰ.", 4},
	{"III. Scope", "III.", "Ⅰ.", 3},
	{"１ 基本的な考え方", "１", marker.Arabic, 1},
	{"１", "１", marker.Arabic, 1},
	{"2　取組", "2", marker.Arabic, 2},
	{"１．背景", "１．", "1.", 1},
	{"1. 背景", "1.", "1.", 1},
	{"1) 発見者", "1)", "1)", 1},
	{"１２）その他", "１２）", "1)", 12},
	{"1-2 対象", "1-2", "1.1", 2},
	{"1.2 用語", "1.2", "1.1", 2},
	{"１－２　用語", "１－２", "1.1", 2},
	{"1.2.3 細目", "1.2.3", "1.1.1", 3},
	{"４－２．責務", "４－２．", "1.1", 2},
	{"（２－１）対象", "（２－１）", "(1.1)", 1},
	{"（1）分野", "（1）", "(1)", 1},
	{"(2) 医療分野", "(2)", "(1)", 2},
	{"( 3 ) 空白", "(3)", "(1)", 3},
	{"⑷ 体制", "⑷", "(1)", 4},
	{"①目的", "①", "①", 1},
	{"⑫ 目的", "⑫", "①", 12},
	{"❷ 目的", "❷", "❶", 2},
	{"㈢　目的", "㈢", "(一)", 3},
	{"（四）基準", "（四）", "(一)", 4},
	{"ⅲ ）IT調達", "ⅲ）", "ⅰ)", 3},
	{"ⅱ. 方法", "ⅱ.", "ⅰ.", 2},
	{"(iv) 方法", "(iv)", "(ⅰ)", 4},
	{"ア　氏名", "ア", "ア", 1},
	{"（イ）住所", "（イ）", "(ア)", 2},
	{"a) 方法", "a)", "a)", 1},
	{"Ａ．体制", "Ａ．", "A.", 1},
	{"一　施策", "一", marker.Kanji, 1},
	{"二、施策", "二、", "一.", 2},
	{"一～三　略", "一～三", marker.Kanji, 3},
	{"一般的な枠組", "", "", 0},
	{"三重県", "", "", 0},
	{"アクセス制御", "", "", 0},
	{"2020 年頃より", "", "", 0},
	{"1,200億円", "", "", 0},
	{"10:30から", "", "", 0},
	{"3～5年で", "", "", 0},
	{"別紙１　様式", "別紙１", "annex 別紙", 1},
	{"（別紙）認定等の手続", "（別紙）", "annex 別紙", 0},
	{"別紙のとおり", "", "", 0},
	{"別表第一（第三条関係）", "別表第一", "annex 別表", 1},
	{"附　則", "附則", "annex 附則", 0},
	{"附則（平成二十八年法律第三一号）", "附則", "annex 附則", 0},
	{"附則第二条に規定する", "", "", 0},
	{"参考文献", "", "", 0},
	{"付録３ 法的な論点", "付録３", "annex 付録", 3},
	{"資料２－１", "資料２－１", "annex 資料", 1},
	{"・対象", "・", "bullet ・", 0},
	{"○ 目的", "○", "bullet ○", 0},
	{"〇月〇日", "", "", 0},
	{"◆同意文書", "◆", "bullet ◆", 0},
	{"- 項目", "-", "bullet -", 0},
	{"-項目", "", "", 0},
	{"問1 対象は", "問1", marker.Question, 1},
	{"Q1-2. 対象は", "Q1-2.", marker.Question, 2},
	{"A4用紙", "", "", 0},
	{"※1 出典", "※1", marker.NoteSign, 1},
	{"（注２）出典", "（注２）", marker.NoteSign, 2},
	{"図表3 推移", "図表3", marker.Figure, 3},
	{"表１－２　一覧", "表１－２", marker.TableSign, 2},
	{"表3に示す", "", "", 0},
	{"", "", "", 0},
}

func TestRead(t *testing.T) {
	for _, tt := range readTests {
		r, _ := marker.Read(tt.line)
		if r.Marker.Text != tt.marker || r.Marker.Kind != tt.kind || r.Marker.Number != tt.number {
			t.Errorf("Read(%q) = %q %q %d, want %q %q %d", tt.line, r.Marker.Text, r.Marker.Kind, r.Marker.Number, tt.marker, tt.kind, tt.number)
		}
		checkReading(t, tt.line)
	}
}

// A sign with two values has two readings.
func TestSecondReading(t *testing.T) {
	for line, want := range map[string]string{
		"イ　氏名":   "ア 2, イ 1",
		"(i) 氏名": "(ⅰ) 1, (a) 9",
		"V. 氏名":  "Ⅰ. 5, A. 22",
	} {
		a, b := marker.Read(line)
		if got := fmt.Sprintf("%s %d, %s %d", a.Marker.Kind, a.Marker.Number, b.Marker.Kind, b.Marker.Number); got != want {
			t.Errorf("Read(%q) = %s, want %s", line, got, want)
		}
	}
}

func TestNumbers(t *testing.T) {
	for line, want := range map[string][]int{
		"第十二条の三　": {12, 3},
		"1.2.3 ":  {1, 2, 3},
		"４－２．":    {4, 2},
		"第3章 ":    nil,
	} {
		if r, _ := marker.Read(line); !slices.Equal(r.Marker.Numbers, want) {
			t.Errorf("Read(%q) has numbers %v, want %v", line, r.Marker.Numbers, want)
		}
	}
}

// checkReading holds what is true of every reading: it is the beginning of the
// line with its spaces dropped.
func checkReading(t *testing.T, line string) {
	t.Helper()
	a, b := marker.Read(line)
	for _, r := range []marker.Reading{a, b} {
		if r.Len < 0 || r.Len > len(line) || r.Len < len(line) && !utf8.RuneStart(line[r.Len]) {
			t.Fatalf("Read(%q): length %d is no place in the line", line, r.Len)
		}
		if (r.Len == 0) != r.Marker.IsZero() {
			t.Fatalf("Read(%q): length %d of marker %q", line, r.Len, r.Marker.Text)
		}
		if squeeze := strings.Join(strings.Fields(line[:r.Len]), ""); squeeze != strings.Join(strings.Fields(r.Marker.Text), "") {
			t.Fatalf("Read(%q): marker %q is not %q", line, r.Marker.Text, line[:r.Len])
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, tt := range readTests {
		f.Add(tt.line)
	}
	f.Fuzz(func(t *testing.T, line string) {
		if utf8.ValidString(line) {
			checkReading(t, line)
		}
	})
}

// Every kind has a place in the order of custom, parts after the whole.
func TestRank(t *testing.T) {
	order := []string{"第1章", "第1節", "第1", "1 ", "(1)", "①", "ア　氏名", "（ア）", "a)", "・"}
	last := -1
	for _, s := range order {
		r, _ := marker.Read(s)
		if k := r.Marker.Kind.Rank(); k <= last {
			t.Errorf("%s ranks %d, not below the one before it (%d)", s, k, last)
		} else {
			last = k
		}
	}
	one, _ := marker.Read("一　施策")
	if one.Marker.Kind.Rank() >= marker.Arabic.Rank() || one.Marker.Kind.RankInLaw() <= marker.Arabic.RankInLaw() {
		t.Error("一 stands above １ in plans and below it in laws")
	}
}
