package cite

import (
	"slices"
	"strings"
	"testing"

	"shinkyu/parse"
	"shinkyu/parse/source"
)

const lawList = "\uFEFF法令種別,法令番号,法令名,法令名読み,旧法令名,公布日,法令ID,本文URL\n" +
	"法律,平成二十六年法律第百四号,サイバーセキュリティ基本法,さいばー,,平成26年11月12日,426AC1000000104,https://laws.e-gov.go.jp/law/426AC1000000104\n" +
	"法律,昭和三十七年法律第百十九号,住居表示に関する法律,じゅうきょ,,昭和37年5月10日,337AC0000000119,\n"

func TestLaws(t *testing.T) {
	laws, err := ReadLaws(strings.NewReader(lawList))
	if err != nil {
		t.Fatal(err)
	}
	src, err := source.Read("a.txt", []byte("国はサイバーセキュリティ基本法（平成26年法律第104号）第4条及び住居表示に関する法律第２条に基づき、必要な措置を講ずる。"), source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	ix, err := Find(parse.Parse(src), Options{Laws: laws})
	if err != nil {
		t.Fatal(err)
	}
	if len(ix.Works) != 2 {
		t.Fatalf("%d works: %s", len(ix.Works), summary(ix))
	}
	for k, want := range []string{"426AC1000000104", "337AC0000000119"} {
		if w := ix.Works[k]; w.LawID != want || w.Links[0] != "https://laws.e-gov.go.jp/law/"+want {
			t.Errorf("%s has id %q, links %v", w.Title, w.LawID, w.Links)
		}
	}
	for _, bad := range []string{"", "a,b\n1,2\n", "法令番号,法令名\n平成二十六年法律第百四号," + strings.Repeat("法", 2000) + "\n"} {
		if _, err := ReadLaws(strings.NewReader(bad)); err == nil {
			t.Errorf("ReadLaws(%.20q) has no error", bad)
		}
	}
}

func TestParseLawNumber(t *testing.T) {
	for s, want := range map[string]string{
		"平成二十六年法律第百四号": "平成26年法律第104号", "令和元年法律第１号": "令和元年法律第1号", "昭和22年厚生・文部省令第3号": "昭和22年厚生・文部省令第3号",
		"明治十七年太政官布告第三十二号": "明治17年太政官布告第32号", "平成26年": "", "法律第3号": "",
	} {
		if got, ok := ParseLawNumber(s); got != want || ok != (want != "") {
			t.Errorf("ParseLawNumber(%q) = %q, %v, want %q", s, got, ok, want)
		}
	}
	if got := kanjiLawNumber("平成26年法律第104号"); got != "平成二十六年法律第百四号" {
		t.Errorf("kanjiLawNumber = %s", got)
	}
}

// TestMerge joins the indexes of both samples: one work per law and edition,
// editions chained.
func TestMerge(t *testing.T) {
	a, b := index(t, "fy2020.txt", sample(t, "fy2020")), index(t, "fy2024.txt", sample(t, "fy2024"))
	before := summary(a)
	x := Merge(a, b)
	if summary(a) != before {
		t.Error("Merge changed an index that it was given")
	}
	find := func(title, date string) *Work {
		k := slices.IndexFunc(x.Works, func(w *Work) bool {
			return w.Title == title && (date == "" || len(w.Events) > 0 && w.Events[0].Date.EDTF == date)
		})
		if k < 0 {
			t.Fatalf("%s %s is missing", title, date)
		}
		return x.Works[k]
	}
	if law := find("サイバーセキュリティ基本法", ""); len(law.Mentions) != 2 || law.Mentions[1].Doc != "fy2024.txt" {
		t.Errorf("%s has mentions %+v", law.Title, law.Mentions)
	}
	for _, tt := range []struct {
		title, date, old string
		confidence       parse.Confidence
	}{
		{"サイバーセキュリティ戦略", "2021-09-28", "2018-07-27", parse.Certain},
		{"重要インフラのサイバーセキュリティに係る行動計画", "", "2017-04-18", parse.Likely},
	} {
		w := find(tt.title, tt.date)
		if w.Succeeds == nil || w.Succeeds.Events[0].Date.EDTF != tt.old || w.SucceedsConfidence != tt.confidence {
			t.Errorf("%s succeeds %+v (%s: %s)", w.Title, w.Succeeds, w.SucceedsConfidence, w.SucceedsWhy)
		}
		t.Logf("%s: %s, %s", w.Title, w.SucceedsConfidence, w.SucceedsWhy)
	}
	if got := summary(Merge(x)); got != summary(x) {
		t.Errorf("merging a merged index changes it:\n%s", difference(summary(x), got))
	}
}

func TestDates(t *testing.T) {
	text := "令和６年度予算の方針\n令和５年７月４日\n戦略本部決定\n\n第1 方針\n\n政府は、昨年12月に計画を定めた。同法（平成26年法律第104号）に基づき、令和7年度末までに、平成31年5月2日及び令和6年2月30日の記録を改める。\n"
	src, err := source.Read("d.txt", []byte(text), source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, d := range Dates(parse.Parse(src)) {
		v := d.EDTF
		if d.Err != nil {
			v = "!"
		}
		got = append(got, d.Text+"="+v)
	}
	want := "令和６年度=2024-04-01/2025-03-31 令和５年７月４日=2023-07-04 昨年12月=2022-12 令和7年度末まで=2026-03-31 平成31年5月2日=! 令和6年2月30日=!"
	if strings.Join(got, " ") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, " "), want)
	}
}

func TestReferences(t *testing.T) {
	ix := index(t, "fy2024.txt", sample(t, "fy2024"))
	if !slices.ContainsFunc(ix.References, func(r Reference) bool { return r.Text == "第2" && r.Target == "2" }) {
		t.Errorf("第2に示す is not resolved: %+v", ix.References)
	}
	ix = index(t, "fy2020.txt", sample(t, "fy2020"))
	if !slices.ContainsFunc(ix.References, func(r Reference) bool { return r.Text == "上記１" && r.Target == "1" }) {
		t.Errorf("上記１ is not resolved: %+v", ix.References)
	}
}

func TestPinpoints(t *testing.T) {
	for s, want := range map[string]string{
		"第26条第１項第５号":       "第26条第1項第5号",
		"第十二条の三":           "第12条の3",
		"第2条第1項及び第3項":      "第2条第1項 第2条第3項",
		"第4条から第7条まで":       "第4条 第5条 第6条 第7条",
		"附則第3条、別表第一":       "附則第3条 別表第1",
		"第８条第１項第一号から第三号まで": "第8条第1項第1号 第8条第1項第2号 第8条第1項第3号",
		"第5号イ及びロ":          "第5号イ 第5号ロ",
		"第5号イからハまで":        "第5号イ 第5号ロ 第5号ハ",
		"別表第1から別表第3までに":    "別表第1 別表第2 別表第3",
		"別表第一から第三までに":      "別表第1 別表第2 別表第3",
		"別表第一から第三者へ":       "別表第1",
		"第5号イ、ハードの整備":      "第5号イ",
		"第4号ロ, 第7条第1項":     "第4号ロ 第7条第1項",
		"第５条の２人":           "第5条",
	} {
		pg := newPage(&run{s: s}, "")
		list, _ := pg.readPins(0, pin{})
		var got []string
		for _, p := range list.pins {
			got = append(got, p.String())
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: got %v, want %s", s, got, want)
		}
	}
}

func TestContext(t *testing.T) {
	text := "一つ目の文。二つ目（同じ。）の文である。三つ目の文。"
	at := strings.Index(text, "二つ")
	if got := sentences(text, at, at+6, 0); got != "二つ目（同じ。）の文である。" {
		t.Errorf("got %q", got)
	}
	if got := sentences(text, at, at+6, 1); got != text {
		t.Errorf("got %q", got)
	}
}
