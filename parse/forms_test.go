package parse_test

import (
	"fmt"
	"strings"
	"testing"

	"shinkyu/parse"
)

// furnitureOf gives the pieces of furniture of a kind.
func furnitureOf(d *parse.Document, k parse.FurnitureKind) (out []string) {
	for _, f := range d.Furniture {
		if f.Kind == k {
			out = append(out, f.Text.String)
		}
	}
	return out
}

// titles gives the titles of all sections, with their markers.
func titles(d *parse.Document) string {
	var out []string
	for s := range d.Sections() {
		out = append(out, tight(s.Marker.Text+s.Title.String))
	}
	return strings.Join(out, " ")
}

// TestLeaders: whatever leads the eye to the page number, and however that is
// written, a list of contents is set aside and what it names is a heading.
func TestLeaders(t *testing.T) {
	check := func(name string, entry func(title string, n int) string) {
		t.Helper()
		names := []string{"はじめに", "１　計画の趣旨", "２　計画の期間", "おわりに"}
		text := "推進計画\n\n目　次\n"
		for i, s := range names {
			text += entry(s, i+1) + "\n"
		}
		for _, s := range names {
			text += "\n" + s + "\n市は、次のとおり定める。\n"
		}
		d := parseText(t, name, text)
		checkLaws(t, d)
		if got := len(furnitureOf(d, parse.FurnitureContents)); got != len(names)+1 {
			t.Errorf("%s: %d lines of the contents list are set aside, want %d", name, got, len(names)+1)
		}
		if got, want := titles(d), "はじめに １計画の趣旨 ２計画の期間 おわりに"; got != want {
			t.Errorf("%s: the sections are %s", name, got)
		}
		if len(d.Diagnostics) > 0 {
			t.Errorf("%s: %v", name, d.Diagnostics)
		}
	}
	for _, leader := range "..．…‥・･·─―—‐⋯_＿•" {
		check(string(leader), func(s string, n int) string { return s + strings.Repeat(string(leader), 8) + fmt.Sprint(n) })
	}
	check("spaces", func(s string, n int) string { return fmt.Sprintf("%s　　　　　　　%d", s, n) })
	check("tab", func(s string, n int) string { return fmt.Sprintf("%s\t%d", s, n) })
	check("leader between spaces", func(s string, n int) string { return fmt.Sprintf("%s　……………　%d", s, n) })
	for _, form := range []string{"%d", "P%d", "p%d", "-%d-", "10%d", "9%d"} {
		check(form, func(s string, n int) string { return s + "………" + fmt.Sprintf(form, n) })
	}
	check("full width", func(s string, n int) string { return s + "………" + fullWidth(fmt.Sprint(n+98)) })
	check("roman", func(s string, n int) string { return s + "………" + []string{"i", "ii", "v", "vi"}[n-1] })
	check("roman signs", func(s string, n int) string { return s + "………" + string([]rune("ⅠⅡⅣⅹ")[n-1]) })
}

// TestContentsTitles: the list is known by its name, bare or dressed.
func TestContentsTitles(t *testing.T) {
	for _, title := range []string{"目次", "目　次", "もくじ", "【目次】", "＜目　次＞", "目次（案）", "CONTENTS", "Contents", "－目次－", "■ 目次", "〔目録〕"} {
		d := parseText(t, title, "推進計画\n\n"+title+"\n１　趣旨……1\n２　期間……2\n\n１　趣旨\n市は、計画を定める。\n２　期間\n五年とする。\n")
		checkLaws(t, d)
		if got := furnitureOf(d, parse.FurnitureContents); len(got) != 3 || titles(d) != "１趣旨 ２期間" {
			t.Errorf("%s: %q are set aside, the sections are %s", title, got, titles(d))
		}
	}
	// A section on contents lists is no contents list.
	d := parseText(t, "section", "様式の作成要領\n\n１\n表紙\n表紙を付ける。\n２\n目次\n目次を付ける。\n")
	if got := titles(d); got != "１表紙 ２目次" || len(furnitureOf(d, parse.FurnitureContents)) > 0 {
		t.Errorf("a section called 目次: %s", got)
	}
}

// TestClosings: the word that ends a text is no part of its last section, and
// what follows it belongs to none.
func TestClosings(t *testing.T) {
	for _, end := range []string{"以上", "以　上", "（以上）", "(以上)", "（了）", "(了)", "［了］", "（終）", "（以上）。", "以上。"} {
		d := parseText(t, end, "推進計画\n\n１　趣旨\n市は、計画を定める。\n"+end+"\n担当は、総務課とする。\n")
		checkLaws(t, d)
		if got := furnitureOf(d, parse.FurnitureClosing); len(got) != 1 || got[0] != end {
			t.Errorf("%s: the closing is %q", end, got)
		}
		if p, ok := d.Content[len(d.Content)-1].(*parse.Paragraph); !ok || p.Text.String != "担当は、総務課とする。" {
			t.Errorf("%s: the text ends with %s", end, describe(d.Content[len(d.Content)-1]))
		}
	}
	for _, line := range []string{"以上のとおり", "了承", "（終期）"} {
		d := parseText(t, line, "推進計画\n\n１　趣旨\n市は、計画を定める。\n"+line+"\n")
		if got := furnitureOf(d, parse.FurnitureClosing); len(got) > 0 {
			t.Errorf("%s is taken for a closing", line)
		}
	}
}

// TestArticleCaptions: a name in parentheses behind 第一条 is its caption; a
// parenthesis that is part of the sentence, or stands for the text, is not.
func TestArticleCaptions(t *testing.T) {
	for _, c := range []struct{ line, caption, text string }{
		{"第二条（定義）　この規程において、次による。", "（定義）", "この規程において、次による。"},
		{"第二条（定義）", "（定義）", ""},
		{"第二条 (定義) この規程において、次による。", "(定義)", "この規程において、次による。"},
		{"第二条　（定義）この規程において、次による。", "（定義）", "この規程において、次による。"},
		{"第二条　（定義）はじめに用いる語は、次による。", "（定義）", "はじめに用いる語は、次による。"},
		{"第二条　（前条の規程）の定めによる。", "", "（前条の規程）の定めによる。"},
		{"第二条　（前条の規程）、次の定めによる。", "", "（前条の規程）、次の定めによる。"},
		{"第二条（前条の規程）の定めによる。", "", "（前条の規程）の定めによる。"},
		{"第二条（別に定める。）　次による。", "", "（別に定める。）　次による。"},
		{"第二条（定義（案））　次による。", "（定義（案））", "次による。"},
		{"第二条（定義　次による。", "", "（定義　次による。"},
		{"第二条（）　次による。", "", "（）　次による。"},
		{"第二条　（略）", "", "（略）"},
		{"第二条（省略）", "", "（省略）"},
		{"第二条（中略）", "", "（中略）"},
		{"第二条（削　除）", "", "（削　除）"},
		{"第二条（新設）", "", "（新設）"},
		{"第二条（同左）", "", "（同左）"},
		{"第二条 (同上)", "", "(同上)"},
	} {
		d := parseText(t, c.line, "管理規程\n\n第一条　この規程は、手続を定める。\n"+c.line+"\n第三条　この規程は、公表する。\n")
		checkLaws(t, d)
		var all []*parse.Section
		for s := range d.Sections() {
			all = append(all, s)
		}
		if len(all) != 3 {
			t.Errorf("%s: %d sections", c.line, len(all))
			continue
		}
		text := ""
		for _, n := range all[1].Content {
			text += n.(*parse.Paragraph).Text.String
		}
		if all[1].Caption.String != c.caption || text != c.text || !all[1].Title.IsZero() {
			t.Errorf("%s: caption %q, text %q, title %q", c.line, all[1].Caption.String, text, all[1].Title.String)
		}
	}
}

// pageForms are the ways in which page numbers are printed.
var pageForms = []string{
	"%s", "- %s -", "-%s-", "－%s－", "– %s –", "― %s ―", "— %s —", "− %s −", "ー%sー", "~ %s ~", "～%s～", "(%s)", "%s/20", "%s／20", "p.%s", "P.%s",
	"p%s", "P %s", "Page %s", "page %s", "%sページ", "%s 頁", "%s/20ページ", "- %s/20 -", "［%s］", "[%s]", "<%s>", "・%s・", "%s of 20", "Page %s of 20",
}

func wideDigit(r rune) rune {
	if '0' <= r && r <= '9' {
		return r - '0' + '０'
	}
	return r
}

// TestPageNumbers: numbers between the lines of running text are those of
// pages, in all forms and both widths, and tell on which page a line stands.
func TestPageNumbers(t *testing.T) {
	pages := []string{
		"この計画は、地域における安全の確保を図るため、関係する機関が取り組む事項を定め\nるとともに、その進め方を明らかにすることを目的とするものであり、市民と事業者の",
		"協力を得て、毎年度、その状況を点検し、必要な見直しを行うものとする。計画の期間\nは、五年間とし、社会の状況が変わったときは、期間の途中においても、必要な見直しを",
		"行い、その結果を公表するとともに、次の計画に反映するよう努める。市は、推進本部\nを設け、関係する部局の間の調整を図るとともに、有識者の意見を聴いて施策を見直し、",
		"その結果を次の年度の予算に反映するよう努める。また、施策の状況を取りまとめて、\n市民の意見を求める。",
	}
	for _, form := range pageForms {
		for _, width := range []func(rune) rune{func(r rune) rune { return r }, wideDigit} {
			text := "推進計画\n\n１　目的\n"
			var want []string
			for i, page := range pages {
				number := strings.Map(width, fmt.Sprintf(form, fmt.Sprint(i+8)))
				want = append(want, number)
				text += page + "\n\n" + number + "\n\n"
			}
			d := parseText(t, form, text)
			checkLaws(t, d)
			if got := furnitureOf(d, parse.FurniturePageNumber); strings.Join(got, "|") != strings.Join(want, "|") {
				t.Errorf("%s: the page numbers are %q", want[0], got)
				continue
			}
			for i, page := range pages {
				if at := strings.Index(d.Source.Text, page); d.PageAt(at) != i+8 {
					t.Errorf("%s: page %d is page %d", want[0], i+8, d.PageAt(at))
				}
			}
			if d.Pages() != 11 {
				t.Errorf("%s: the last page is %d", want[0], d.Pages())
			}
			if n := len(d.Content[0].(*parse.Section).Content); n != 1 {
				t.Errorf("%s: the text is parted into %d paragraphs", want[0], n)
			}
		}
	}
}
