package series

import (
	"slices"
	"testing"

	"shinkyu/parse"
	"shinkyu/parse/marker"
	"shinkyu/parse/source"
)

func TestMask(t *testing.T) {
	for _, c := range []struct {
		title string
		want  masking
	}{
		{"情報政策に関する令和２年度予算重点化方針", masking{name: "情報政策に関する予算重点化方針", fiscalYear: 2020}},
		{"情報政策に関する令和6年度予算重点化方針（案）", masking{name: "情報政策に関する予算重点化方針", fiscalYear: 2024, draft: true}},
		{"経済財政運営と改革の基本方針２０２３", masking{name: "経済財政運営と改革の基本方針", date: "2023"}},
		{"標準ガイドライン 第3.1版", masking{name: "標準ガイドライン", edition: "第3.1版"}},
		{"標準ガイドライン Ver.1.0", masking{name: "標準ガイドライン", edition: "Ver.1.0"}},
		{"標準ガイドライン（改訂版）", masking{name: "標準ガイドライン", edition: "改訂版"}},
		{"標準ガイドライン（令和5年3月改定）", masking{name: "標準ガイドライン", date: "2023-03"}},
		{"第5次環境基本計画（素案）", masking{name: "環境基本計画", edition: "第5次", draft: true}},
		{"情報公開法案", masking{name: "情報公開法案"}},
		{"v1.3  431 core data model", masking{name: "431 core data model", edition: "v1.3"}},
		{"00 2016-11-01", masking{name: "00", date: "2016-11-01"}},
		{"Reiwa guide", masking{name: "Reiwa guide"}},
		{"（案）", masking{draft: true}},
		{"", masking{}},
	} {
		if got := mask(c.title); got != c.want {
			t.Errorf("%s\n got %+v\nwant %+v", c.title, got, c.want)
		}
	}
}

func TestSort(t *testing.T) {
	for _, c := range []struct {
		name string
		want []Edition // in order
	}{
		{"years before dates", []Edition{{FiscalYear: 2019, Date: "2018-07"}, {Date: "2020-01-01"}, {FiscalYear: 2021, Date: "2020-06"}}},
		{"a draft before the decided text", []Edition{{FiscalYear: 2024, Date: "2023", Draft: true}, {FiscalYear: 2024, Date: "2023-06-05"}}},
		{"a draft of the same day", []Edition{{FiscalYear: 2024, Draft: true}, {FiscalYear: 2024}}},
		{"versions that count", []Edition{{Edition: "v1.2"}, {Edition: "v1.9"}, {Edition: "v1.10"}, {Edition: "v2.0"}}},
		{"versions in decimals", []Edition{{Edition: "v1.0"}, {Edition: "v1.1"}, {Edition: "v1.23"}, {Edition: "v1.3"}, {Edition: "v2.0"}}},
		{"file names", []Edition{{Name: "a/2.txt"}, {Name: "a/10.txt"}}},
	} {
		got := slices.Clone(c.want)
		slices.Reverse(got)
		Sort(got, func(e Edition) Edition { return e })
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %+v", c.name, got)
		}
	}
}

func TestNear(t *testing.T) {
	got := Near([]string{"情報政策予算重点化方針", "情報政策の予算重点化方針", "手引 DS-431", "手引 DS-434", "環境基本計画"})
	if len(got) != 1 || got[0].A != "情報政策予算重点化方針" || got[0].B != "情報政策の予算重点化方針" {
		t.Errorf("%+v", got)
	}
}

// TestAmended asserts that a law is dated by the last law that amended it.
func TestAmended(t *testing.T) {
	head := func(title string) parse.Node {
		return &parse.Section{Marker: marker.Marker{Text: "附則"}, Title: parse.Text{String: title}}
	}
	doc := func(date string, heads ...string) *parse.Document {
		d := &parse.Document{Source: new(source.Source), Meta: parse.Meta{Title: "基本法"}}
		d.Meta.Date.EDTF = date
		for _, h := range heads {
			d.Content = append(d.Content, head(h))
		}
		return d
	}
	for _, c := range []struct {
		doc  *parse.Document
		want string
	}{
		{doc("2014"), "2014"},
		{doc("2014", ""), "2014"},
		{doc("2014", "", "（平成三〇年一二月一二日法律第九一号）　抄", "（平成二七年九月一一日法律第六六号）"), "2018-12-12"},
		{doc("2021-09-01", "（平成三〇年一二月一二日法律第九一号）"), "2021-09-01"},
		{doc("2014", "平成三〇年一二月一二日までの経過措置"), "2014"},
	} {
		if got := Derive(c.doc, "a.xml").Date; got != c.want {
			t.Errorf("%s, want %s", got, c.want)
		}
	}
}
