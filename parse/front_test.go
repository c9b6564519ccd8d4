package parse_test

import (
	"strings"
	"testing"

	"shinkyu/parse"
)

// TestFrontLines: what a line of a title block is, by its form.
func TestFrontLines(t *testing.T) {
	for kind, lines := range map[parse.FrontKind][]string{
		parse.FrontOther: {
			"（公印省略）", "(印影印刷)", "公印略", "（案）", "【素案】", "［たたき台］", "〔未定稿〕", "(骨子案)", "中間とりまとめ", "暫定版", "（仮称）",
			"第２版", "改訂版", "Ver.1.2", "初版", "第6.0版", "第二版", "増補版", "（令和６年度～令和10年度）", "（令和６年度から５年間）",
		},
		parse.FrontSubtitle:  {"～安心して暮らせるまちへ～", "〜未来〜", "－共に生きる－", "―次の時代へ―", "— 共に —", "-共に-"},
		parse.FrontAddressee: {"甲市長　殿", "関係者各位", "各課長　御中", "甲野太郎　様", "関係機関あて", "各府省宛"},
		parse.FrontNumber:    {"総防第１２号", "（令和六年条例第三号）", "総防第１－２号", "閣総第百二十三号"},
		parse.FrontIssuer:    {"総務省", "推進会議決定", "甲市教育委員会", "（甲市）", "防災担当大臣", "内閣府政策統括官", "甲研究所", "総務部防災課"},
		parse.FrontDate:      {"令和６年４月", "2024年4月1日", "（令和６年４月１日）", "〔令和６年〇月〇日〕", "令和６年４月１日策定", "令和６年４月１日閣議決定", "（最終改定 令和６年４月１日）"},
	} {
		for _, line := range lines {
			d := parseText(t, line, "防災基本計画\n"+line+"\n\n１　目的\nこの計画は、防災の施策を定める。\n２　期間\n五年とする。\n")
			checkLaws(t, d)
			if len(d.Front) != 2 || d.Front[1].Kind != kind || d.Front[1].Text.String != line {
				t.Errorf("%s: the title block is %+v, want a line of kind %s", line, d.Front, kind)
			}
			if d.Meta.Title != "防災基本計画" {
				t.Errorf("%s: the title is %s", line, d.Meta.Title)
			}
		}
	}
}

// TestLabels: the label of a meeting paper or of its secrecy stands above the
// title and is none of it.
func TestLabels(t *testing.T) {
	for _, label := range []string{"資料１", "資料３－１", "【資料２】", "別紙２", "機密性２情報", "取扱注意", "解禁：令和６年４月１日", "【取扱注意】"} {
		d := parseText(t, label, label+"\n防災基本計画\n\n１　目的\nこの計画は、防災の施策を定める。\n")
		checkLaws(t, d)
		if d.Meta.Title != "防災基本計画" || len(d.Front) != 2 || titles(d) != "１目的" {
			t.Errorf("%s: title %q, title block %+v, sections %s", label, d.Meta.Title, d.Front, titles(d))
		}
	}
}

// TestDecisions: who decided what and when, and what was revised since.
func TestDecisions(t *testing.T) {
	for _, c := range []struct{ lines, date, issuer, act, revised, edition, status string }{
		{"令和６年４月１日\n閣議決定", "2024-04-01", "", "閣議決定", "", "", ""},
		{"令和６年４月１日閣議決定", "2024-04-01", "", "閣議決定", "", "", ""},
		{"令和６年４月１日\n防災会議決定", "2024-04-01", "防災会議", "決定", "", "", ""},
		{"令和６年４月１日防災会議決定", "2024-04-01", "防災会議", "決定", "", "", ""},
		{"令和６年４月１日\n防災会議\n内閣府", "2024-04-01", "防災会議、内閣府", "", "", "", ""},
		{"平成20年４月１日策定\n平成25年４月１日改定\n（令和６年４月一部改正）", "2008-04-01", "", "策定", "2013-04-01 2024-04", "", ""},
		{"令和６年４月１日改訂", "", "", "改定", "2024-04-01", "", ""},
		{"令和６年４月１日\n令和７年４月１日", "2024-04-01", "", "", "", "", ""},
		{"〔令和６年〇月〇日〕\n防災会議決定", "2024", "防災会議", "決定", "", "", "draft"},
		{"（素案）\n令和６年４月", "2024-04", "", "", "", "", "素案"},
		{"Ver.2.1\n令和６年４月", "2024-04", "", "", "", "Ver.2.1", ""},
		{"第３版\n改訂版\n令和６年４月", "2024-04", "", "", "", "第３版", ""},
		{"第１回会議資料　第十二版\n令和６年４月", "2024-04", "", "", "", "第十二版", ""},
	} {
		d := parseText(t, "decision", "防災基本計画\n"+c.lines+"\n\n１　目的\nこの計画は、防災の施策を定める。\n２　期間\n五年とする。\n")
		m := d.Meta
		var revised []string
		for _, r := range m.Revisions {
			revised = append(revised, r.EDTF)
		}
		status := m.Status
		if m.Draft && status == "" {
			status = "draft"
		}
		got := c
		got.date, got.issuer, got.act, got.revised, got.edition, got.status = m.Date.EDTF, m.Issuer, m.Act, strings.Join(revised, " "), m.Edition, status
		if got != c {
			t.Errorf("got  %+v\nwant %+v", got, c)
		}
	}
}

// TestTitleStatus: the draft mark at the end of a title, and titles that only
// look like a draft.
func TestTitleStatus(t *testing.T) {
	for title, status := range map[string]string{
		"防災基本計画（案）": "案", "防災基本計画(素案)": "素案", "防災基本計画【たたき台】": "たたき台", "防災基本計画案": "案", "防災基本計画骨子案": "骨子案",
		"防災の在り方について（中間とりまとめ）": "中間とりまとめ", "防災基本計画": "", "提案": "", "（仮称）防災基本計画": "仮称", "防災の在り方について　中間報告": "中間報告",
	} {
		d := parseText(t, title, title+"\n令和６年４月１日\n\n１　目的\nこの計画は、防災の施策を定める。\n２　期間\n五年とする。\n")
		if d.Meta.Status != status {
			t.Errorf("%s: the status is %q, want %q", title, d.Meta.Status, status)
		}
	}
}

// TestFiscalYear: the year that a document is for, in its title or below.
func TestFiscalYear(t *testing.T) {
	for front, year := range map[string]int{
		"令和６年度防災計画": 2024, "防災計画（令和６年度～令和10年度）": 2024, "令和５年版　防災白書": 2023, "防災計画\n（令和７年度版）": 2025, "防災計画\n～令和７年度～": 2025,
		"平成31年度（令和元年度）防災計画": 2019, "防災計画": 0, "2023年度防災計画": 2023, "防災計画\n令和６年４月１日": 0,
	} {
		d := parseText(t, front, front+"\n\n１　目的\nこの計画は、防災の施策を定める。\n２　期間\n五年とする。\n")
		if d.Meta.FiscalYear != year {
			t.Errorf("%q is for %d, want %d", front, d.Meta.FiscalYear, year)
		}
	}
}

// TestNames: in a text without wraps, a name that ends as headings do heads the
// text below it; a reference, a remark or a link does not.
func TestNames(t *testing.T) {
	check := func(name string, want bool) {
		t.Helper()
		d := parseText(t, name, "手続の手引\n\nこの手引は、手続を定める。\n"+name+"\n手続は、次のとおり行うものとし、窓口において受け付ける。\n")
		checkLaws(t, d)
		if got := titles(d) != ""; got != want {
			t.Errorf("%s: a heading %v, want %v", name, got, want)
		}
	}
	for _, name := range []string{"対象とする手続の概要", "手続に関する考え方", "改めた手続の目的", "窓口における留意事項", "連絡先：", "申請の窓口:", "はじめに", "【窓口】", "＜窓口＞：", "〔窓口〕", "［窓口］", "≪窓口≫"} {
		check(name, true)
	}
	for _, name := range []string{
		"法第20条の考え方", "（略）の概要", "※印の概要", "「計画」の目的", "『計画』の目的", "→次頁の概要", "⇒別添の概要", "資料(PDF)の概要", "http://example.jpの概要", "手続概要", "手続をし、窓口の概要",
		"手続は、次のとおりである：", "【例】", "＜注＞", "【抜粋】", "法第３条：", "窓口", "手続の場所",
	} {
		check(name, false)
	}
}

// TestFrontEnds: the title block ends where the text begins, although a body or
// a date stands a little further down.
func TestFrontEnds(t *testing.T) {
	for _, text := range []string{"１　目的\n防災課\n", "はじめに\n防災課\n", "次のとおり定める。\n防災課\n", "１　目的\n令和６年５月\n", strings.Repeat("防災に関する施策の基本となる事項を", 3) + "\n防災課\n"} {
		d := parseText(t, text, "防災基本計画\n令和６年４月１日\n防災の施策\n"+text+"この計画は、防災の施策を定める。\n")
		checkLaws(t, d)
		if len(d.Front) != 2 {
			t.Errorf("%q: the title block is %+v", text, d.Front)
		}
	}
	d := parseText(t, "bodies", "防災基本計画\n令和６年４月１日\n防災の施策\n防災課\n\n１　目的\nこの計画は、防災の施策を定める。\n")
	if len(d.Front) != 4 || d.Meta.Title != "防災基本計画" || d.Meta.Issuer != "防災課" {
		t.Errorf("the title block is %+v", d.Front)
	}
	d = parseText(t, "bracket", "防災基本計画）\n令和６年４月１日\n\n１　目的\nこの計画は、防災の施策を定める。\n")
	if d.Meta.Title != "防災基本計画）" {
		t.Errorf("the title is %s", d.Meta.Title)
	}
}
