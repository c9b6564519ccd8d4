package cite

import (
	"strings"
	"testing"

	"shinkyu/parse"
	"shinkyu/parse/source"
)

// TestBracketPairs: every opening sign is closed by those of its kind, of either
// width, and by no other.
func TestBracketPairs(t *testing.T) {
	kinds := []struct {
		open, close string
		quote       bool
	}{
		{"（(", "）)", false},
		{"〔", "〕", false},
		{"【", "】", false},
		{"［[", "］]", false},
		{"〈", "〉", false},
		{"「｢", "」｣", true},
		{"『", "』", true},
		{"“", "”", true},
		{"《", "》", true},
	}
	for a, x := range kinds {
		for b, y := range kinds {
			for _, o := range x.open {
				for _, c := range y.close {
					s := "甲a" + string(o) + "乙" + string(c) + "\xff"
					list := pairs(s)
					if a != b && len(list) > 0 || a == b && len(list) != 1 {
						t.Errorf("%s: %+v", s, list)
						continue
					}
					if a == b {
						p := list[0]
						if s[p.open:p.in] != string(o) || s[p.in:p.close] != "乙" || s[p.close:p.end] != string(c) || p.quote != x.quote || p.parent != -1 || p.depth != 0 {
							t.Errorf("%s: %+v", s, p)
						}
					}
				}
			}
		}
	}
	if _, ok := bracketOf('あ'); ok {
		t.Error("あ is a bracket")
	}
	for n, want := range map[int]int{maxOpen - 1: 1, maxOpen: 0} {
		if got := len(pairs("（" + strings.Repeat("「", n) + "）")); got != want {
			t.Errorf("over %d open signs: %d pairs, want %d", n, got, want)
		}
	}
	for _, p := range []struct {
		pair
		want bool
	}{
		{pair{in: 10, close: 10 + maxNote, depth: maxDepth - 1}, true},
		{pair{in: 10, close: 11 + maxNote}, false},
		{pair{in: 10, close: 20, depth: maxDepth}, false},
	} {
		if p.legible() != p.want {
			t.Errorf("%+v is legible: %v", p.pair, !p.want)
		}
	}
}

// TestBodies has names of those who decide, and what only ends like one.
func TestBodies(t *testing.T) {
	for _, s := range []string{
		"閣議", "総務省・経済産業省", "総務省・IPA", "総務省、ＩＰＡ", "検討WG", "検討ＷＧ", "検討TF", "商工会議所（第３回）", "NIST（米国）", "工業審議会第12回",
		"工業審議会 第12回", "IPA", "JPCERT/CC", "AT&T", "NIST-A", "ＺＡ", "AZ", "U.S. EPA", strings.Repeat("総", 79) + "省", "環境部(第２回)", "環境部（案）（第２回）", "我が国の物流の革新に関する関係閣僚会議",
	} {
		if !isBody(s) {
			t.Errorf("%s is no body", s)
		}
	}
	for _, s := range []string{
		"", "計画", "予算の全部", "計画の一部", "総務省を", "総務省は", "A", "ab", "I@A", "I[A", "ＩＡ［", "A1", "（第３回）", "第３回", "総務省・計画", "計画（総務省）", "計画第12回", strings.Repeat("総", 80) + "省", "部長会議資料",
	} {
		if isBody(s) {
			t.Errorf("%s is a body", s)
		}
	}
	for in, want := range map[string]string{
		"27総行第120号総務省自治行政局長": "総務省自治行政局長", "第120号総務省": "総務省", "総行第甲号総務省": "総行第甲号総務省", "総行第120号様式": "総行第120号様式", "総務省": "総務省", "号総務省": "号総務省",
	} {
		if got := cutReference(in); got != want {
			t.Errorf("cutReference(%s) = %s, want %s", in, got, want)
		}
	}
	earlier := []string{"中央教育審議会", "高度情報通信本部", "中央防災会議"}
	for in, want := range map[string]string{"同審議会総会": "中央教育審議会総会", "同本部": "高度情報通信本部", "同会議": "中央防災会議", "同省": "同省", "総会": "総会"} {
		if got := sameBody(in, earlier); got != want {
			t.Errorf("sameBody(%s) = %s, want %s", in, got, want)
		}
	}
}

// TestBareTitles: what editions add at the end of a title is no part of it.
func TestBareTitles(t *testing.T) {
	for in, want := range map[string]string{
		"防災計画":     "防災計画",
		"防災（減災）計画": "防災（減災）計画", "防災～減災～計画": "防災～減災～計画",
		"防災計画2019":                             "防災計画",
		"防災計画２０１９":                             "防災計画",
		"防災計画0":                                "防災計画",
		"防災計画９":                                "防災計画",
		"防災計画2.0":                              "防災計画",
		"防災計画：":                                "防災計画",
		"防災計画（案）":                              "防災計画",
		"防災計画 (案)":                             "防災計画",
		"防災計画（案）(素案)":                          "防災計画",
		"（案）":                                  "（案）",
		"(案)":                                  "(案)",
		"防災計画～未来へ～":                            "防災計画",
		"防災計画〜未来へ〜":                            "防災計画",
		"～未来へ～":                                "～未来へ～",
		"未来へ～":                                 "未来へ～",
		"道～未来へ～":                               "道",
		"防災計画―未来へ":                             "防災計画",
		"防災計画－未来へ":                             "防災計画",
		"防災計画—未来へ":                             "防災計画",
		"防災計画 -未来へ-":                           "防災計画",
		"防災計画：未来へ":                             "防災計画",
		"防災計画: 未来へ":                            "防災計画",
		"防災計画　：未来へ":                            "防災計画",
		"防災：未来へ":                               "防災：未来へ",
		"：計画":                                  "：計画",
		"防災計画第２版":                              "防災計画",
		"防災計画改訂第２版":                            "防災計画",
		"防災計画改定第２版":                            "防災計画",
		"防災計画改訂2版":                             "防災計画",
		"防災計画改定2015":                           "防災計画",
		"防災計画 改訂2015":                          "防災計画",
		"防災計画Ver.2":                            "防災計画",
		"防災計画 ver. 2.1":                        "防災計画",
		"防災計画VER3":                             "防災計画",
		"防災計画Ｖｅｒ．３":                            "防災計画",
		"防災計画 Version 2.1":                     "防災計画",
		"防災計画 version2":                        "防災計画",
		"防災計画 v1.2":                            "防災計画",
		"防災計画 V1.2":                            "防災計画",
		"防災計画第三者":                              "防災計画第三者",
		"第２版":                                  "第２版",
		"防災計画 Ver." + strings.Repeat("1", 25):  "防災計画",
		"計画 第" + strings.Repeat("1", 40) + "版": "計画 第" + strings.Repeat("1", 40) + "版",
	} {
		if got := bareTitle(in); got != want {
			t.Errorf("bareTitle(%s) = %s, want %s", in, got, want)
		}
	}
	for in, want := range map[string]bool{
		"地域防災計画": true, "防災計画": true, "道計画": false, "ＡＩ計画": true, "基本計画": false, "防災": false, "防災計画。": false, "防災？計画": false, "防災！計画": false,
		strings.Repeat("防", 88) + "計画": true, strings.Repeat("防", 89) + "計画": false,
	} {
		if namesPlan(in) != want {
			t.Errorf("%s names a plan: %v", in, !want)
		}
	}
}

// TestStems: years, ordinals and versions tell no plan from another; other
// numbers do.
func TestStems(t *testing.T) {
	for in, want := range map[string]string{
		"第４次防災計画": "防災計画", "第四次防災計画": "防災計画", "第２期防災計画": "防災計画", "防災計画第３版概要": "防災計画概要", "第三者委員会計画": "第者委員会計画",
		"防災計画2019年度版": "防災計画年度版", "一般計画": "一般計画", "第九計画": "第計画",
	} {
		if got := stem(in); got != want {
			t.Errorf("stem(%s) = %s, want %s", in, got, want)
		}
	}
	for in, want := range map[string]string{"防災計画2019": "2019", "1999年計画": "1999", "計画２０２０": "2020", "計画1800": "", "計画20": "", "計画20a9": "", "計画209a": "", "2120計画": "", "a2020": "2020"} {
		if got := edition(&Work{Title: in}); got != want {
			t.Errorf("edition(%s) = %s, want %s", in, got, want)
		}
	}
	for _, c := range []struct {
		a, b string
		want int
	}{{"防災計画", "防災指針", 2}, {"防災", "防災計画", 2}, {"防災計画", "防災", 2}, {"", "防災", 0}, {"甲", "乙", 0}} {
		if got := commonPrefix(c.a, c.b); got != c.want {
			t.Errorf("%s and %s begin alike in %d, want %d", c.a, c.b, got, c.want)
		}
	}
	for _, c := range []struct {
		a, b string
		want float64
	}{{"防災計画", "防災計画", 1}, {"防災計画", "防災", .5}, {"防", "防災", 0}, {"防災", "", 0}, {"甲乙", "丙丁", 0}} {
		if got := overlap(bigrams(c.a), bigrams(c.b)); got != c.want {
			t.Errorf("%s and %s overlap by %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

// TestSuccession: of the older editions the latest of the likest title comes
// before a plan, and what the titles have in common says how sure that is.
func TestSuccession(t *testing.T) {
	plan := func(doc, title, date string) *Work {
		return &Work{Kind: Plan, Title: title, Events: []Event{{Date: parse.Date{EDTF: date}}}, Mentions: []Mention{{Place: Place{Doc: doc}}}}
	}
	for _, c := range []struct {
		name            string
		works           []*Work
		want, sure, why string
	}{
		{"same title", []*Work{plan("a", "防災計画", "2019"), plan("a", "防災計画", "2018"), plan("a", "防災計画", "2020")}, "2019", "certain", "同じ題名で後の決定 (same title, newer decision)"},
		{"the latest of one title", []*Work{plan("a", "防災計画", "2018"), plan("a", "防災計画", "2019"), plan("a", "防災計画", "2020")}, "2019", "certain", "同じ題名で後の決定 (same title, newer decision)"},
		{"another year", []*Work{plan("a", "防災計画2018", "2018"), plan("a", "防災計画2020", "2020")}, "2018", "likely", "年次・版を除き同じ題名 (same title but for its year, ordinal or version)"},
		{"alike", []*Work{plan("a", "国土強靱化推進基本計画", "2018"), plan("b", "国土強靱化基本計画", "2020")}, "2018", "likely", "題名が似て、同じ種類の文書 (similar title, same kind of document)"},
		{"alike in one document", []*Work{plan("a", "国土強靱化推進基本計画", "2018"), plan("a", "国土強靱化基本計画", "2020")}, "", "", ""},
		{"alike, and begins otherwise", []*Work{plan("a", "防災計画", "2018"), plan("b", "減災計画", "2020")}, "2018", "uncertain", "題名が似て、同じ種類の文書 (similar title, same kind of document)"},
		{"alike by three fifths", []*Work{plan("a", "防災河川計画", "2018"), plan("b", "水害河川計画", "2020")}, "2018", "uncertain", "題名が似て、同じ種類の文書 (similar title, same kind of document)"},
		{"alike by three quarters", []*Work{plan("a", "防災道計画", "2018"), plan("b", "減災道計画", "2020")}, "2018", "likely", "題名が似て、同じ種類の文書 (similar title, same kind of document)"},
		{"five signs in common before", []*Work{plan("a", "国土強靱化計画", "2018"), plan("b", "国土強靱化海上計画", "2020")}, "2018", "likely", "題名が似て、同じ種類の文書 (similar title, same kind of document)"},
		{"four signs in common before", []*Work{plan("a", "国土強靱計画", "2018"), plan("b", "国土強靱海上計画", "2020")}, "2018", "uncertain", "題名が似て、同じ種類の文書 (similar title, same kind of document)"},
		{"too little in common", []*Work{plan("a", "防災計画", "2018"), plan("b", "水道計画", "2020")}, "", "", ""},
		{"no head", []*Work{plan("a", "防災の推進について調べる会", "2018"), plan("b", "防災の推進について調べる会議", "2020")}, "", "", ""},
		{"the same day", []*Work{plan("a", "防災計画", "2020"), plan("b", "防災計画", "2020")}, "", "", ""},
		{"older without a date", []*Work{{Kind: Plan, Title: "防災計画"}, plan("b", "防災計画", "2020")}, "", "", ""},
		{"a law between", []*Work{plan("a", "防災計画", "2018"), {Kind: Law, Title: "防災計画"}, plan("b", "防災計画", "2020")}, "2018", "certain", "同じ題名で後の決定 (same title, newer decision)"},
	} {
		last := c.works[len(c.works)-1]
		last.Succeeds, last.SucceedsConfidence, last.SucceedsWhy = last, "certain", "of before"
		link(c.works)
		got := ""
		if last.Succeeds != nil {
			got = last.Succeeds.Events[0].Date.EDTF
		}
		if got != c.want || string(last.SucceedsConfidence) != c.sure || last.SucceedsWhy != c.why {
			t.Errorf("%s: succeeds %q, %s, %s", c.name, got, last.SucceedsConfidence, last.SucceedsWhy)
		}
	}
}

// TestLawNumbers has numbers as they are written, and what is none.
func TestLawNumbers(t *testing.T) {
	for in, want := range map[string]string{
		" 平成26年法律第104号\n": "平成26年法律第104号", "平成26年 法律 第 104 号": "平成26年法律第104号", "令和元年政令第10000号": "令和元年政令第10000号",
		"平成26年１月５日付け政令第３号": "平成26年政令第3号", "平成31年総務省、国土交通省令第３号": "平成31年総務省・国土交通省令第3号", "平成31年総務省，国土交通省令第３号": "平成31年総務省・国土交通省令第3号",
		"平成31年総務省令第５号の２": "平成31年総務省令第5号の2", "平成31年総務省令第５号の２の３": "平成31年総務省令第5号の2の3", "令和２年まちづくり条例第３号": "令和2年まちづくり条例第3号", "令和２年ＡＢ町条例第３号": "令和2年ＡＢ町条例第3号",
		"令和２年" + strings.Repeat("総", 58) + "省令第３号": "", "令和２年" + strings.Repeat("総", 57) + "省令第３号": "令和2年" + strings.Repeat("総", 57) + "省令第3号",
		"平成26年第104号": "", "平成26年法律": "", "平成26年法律第号": "", "平成26年法律第104": "", "平成26年法律第104号の": "", "令和２年。条例第３号": "", "平成26年度法律第104号": "", "2014年法律第104号": "", "平成26年計画第104号": "",
		"第1号、平成26年法律第104号": "", "平成26年法律第104号による": "", "": "", "平成26年２月30日政令第３号": "", "平成26年法律第" + strings.Repeat("1", 41) + "号": "",
	} {
		if got, ok := ParseLawNumber(in); got != want || ok != (want != "") {
			t.Errorf("ParseLawNumber(%q) = %q, %v, want %q", in, got, ok, want)
		}
	}
	for n, want := range map[int]string{0: "〇", 1: "一", 10: "十", 11: "十一", 20: "二十", 104: "百四", 1000: "千", 1020: "千二十", 2000: "二千", 9999: "九千九百九十九", 10000: "一万", 10001: "一万一", 20345: "二万三百四十五"} {
		if got := kanjiNumber(n); got != want {
			t.Errorf("kanjiNumber(%d) = %s, want %s", n, got, want)
		}
	}
}

// TestContexts gives the sentence of a place, and nothing for one that is none.
func TestContexts(t *testing.T) {
	src, err := source.Read("a.txt", []byte("方針\n\n第1 甲\n\n　甲を定める。乙を行う。\n"), source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	doc := parse.Parse(src)
	n := len(texts(doc))
	for _, c := range []struct {
		p    Place
		want string
	}{
		{Place{Node: n - 1, Start: 0, End: 3}, "甲を定める。"},
		{Place{Node: 0, Start: 0, End: 3}, "方針"},
		{Place{Node: -1, Start: 0, End: 3}, ""},
		{Place{Node: n, Start: 0, End: 3}, ""},
	} {
		if a, b := Context(doc, c.p, 0), Contexts(doc, 0)(c.p); a != c.want || b != c.want {
			t.Errorf("%+v: %q and %q, want %q", c.p, a, b, c.want)
		}
	}
	for s, want := range map[string][]int{"": {0}, "。": {3}, "甲。乙": {6, 9}, "甲！乙？": {6, 12}, "（。）": {9}, "（。）。": {12}, "。（。）。甲": {3, 15, 18}} {
		got := sentenceEnds(s)
		if len(got) != len(want) {
			t.Errorf("%s: ends %v, want %v", s, got, want)
			continue
		}
		for k := range got {
			if got[k] != want[k] {
				t.Errorf("%s: ends %v, want %v", s, got, want)
			}
		}
	}
}

// TestPlaces: a mention has the lines, the bytes and the page of its text.
func TestPlaces(t *testing.T) {
	const text = "方針\n\n第1 甲\n\n　国は、健全な水の循環を守るために必要な施策を総合的に進めるものとし、水循環\n基本法（平成26年法律第16号）による計画を定め、毎年その実施の状況を調べて公表する\nものとする。\n\f\n第2 乙\n\n　県は、河川法（昭和39年法律第167号）による。\n"
	src, err := source.Read("a.txt", []byte(text), source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	ix, err := Find(parse.Parse(src), Options{})
	if err != nil || len(ix.Works) != 2 {
		t.Fatal(err, len(ix.Works))
	}
	for k, want := range []struct {
		text  string
		lines [2]int
		page  int
		path  string
	}{{"水循環\n基本法（平成26年法律第16号）", [2]int{5, 6}, 1, "1"}, {"河川法（昭和39年法律第167号）", [2]int{11, 11}, 2, "2"}} {
		m := ix.Works[k].Mentions[0]
		if got := src.Text[m.Span.Start:m.Span.End]; got != want.text || m.Lines != want.lines || m.Page != want.page || m.Path != want.path || m.Doc != "a.txt" {
			t.Errorf("%q on lines %v, page %d, path %s of %s", got, m.Lines, m.Page, m.Path, m.Doc)
		}
	}
	for _, d := range Dates(parse.Parse(src)) {
		t.Errorf("the year of a law number is a date: %s", d.Text)
	}
}

// TestLawLists: e-Gov's list is read with and without its mark, with its columns
// in any order, with rows that are short or wrongly quoted, and what is wrong
// with it is said.
func TestLawLists(t *testing.T) {
	const rows = "水防法,昭和二十四年法律第百九十三号,324AC0000000193\n"
	for name, list := range map[string]string{
		"plain":              "法令名,法令番号,法令ID\n" + rows,
		"marked":             "\uFEFF法令名,法令番号,法令ID\n" + rows,
		"blanks in the head": " 法令名 , 法令番号 ,法令ID\n" + rows,
		"a column twice":     "法令名,法令番号,法令ID,法令名\n水防法,昭和二十四年法律第百九十三号,324AC0000000193,別名法\n",
		"a short row":        "法令名,法令番号,法令ID\n短行法\n" + rows,
		"a long row":         "法令名,法令番号,法令ID\n短行法,,,,\n" + rows,
		"a stray quote":      "法令名,法令番号,法令ID\n引\"用法,平成元年法律第一号,1\n" + rows,
		"no title":           "法令名,法令番号,法令ID\n,平成元年法律第一号,1\n" + rows,
		"a full field":       "法令名,法令番号,法令ID\n" + strings.Repeat("a", maxLawField) + ",x,1\n" + rows,
		"many rows":          "法令名,法令番号,法令ID\n" + strings.Repeat("a,x,"+strings.Repeat("b", 1000)+"\n", 600) + rows,
	} {
		l, err := ReadLaws(strings.NewReader(list))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		e := l.byNumber["昭和24年法律第193号"]
		if n, ok := l.numberOf("水防法"); e.title != "水防法" || e.id != "324AC0000000193" || n != "昭和24年法律第193号" || !ok {
			t.Errorf("%s: %+v, %s", name, e, n)
		}
		if _, ok := l.numberOf("別名法"); ok || len(l.byTitle[""]) > 0 {
			t.Errorf("%s: a title that it does not have", name)
		}
	}
	for list, want := range map[string]string{
		"":               "1: the list of laws has no header; give e-Gov's CSV: EOF",
		"法令番号,名\n":       "1: the list of laws has no column 法令名; give e-Gov's CSV",
		"番号,法令名\n":       "1: the list of laws has no column 法令番号; give e-Gov's CSV",
		"\x96\x40,法令名\n": "1: the list of laws is not UTF-8; convert it first",
		"法令番号,法令名\n平成元年法律第一号,\xff\n":                             "2: a field of the list of laws is no text of a law; give e-Gov's CSV in UTF-8",
		"法令番号,法令名\na,b\nc," + strings.Repeat("a", maxLawField+1): "3: a field of the list of laws is no text of a law; give e-Gov's CSV in UTF-8",
		"法令番号,法令名\na,b\n\"" + strings.Repeat("a", 2*maxLawRow):   "3: no row of CSV: it has more than 262144 bytes",
	} {
		if _, err := ReadLaws(strings.NewReader(list)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.20q: %v, want %s", list, err, want)
		}
	}
	row := &rowReader{r: strings.NewReader("abc"), bytes: maxLawRow}
	if n, err := row.Read(make([]byte, 2)); n != 2 || err != nil || row.bytes != maxLawRow+2 {
		t.Errorf("a row that is full: %d, %v", n, err)
	}
	if n, err := row.Read(make([]byte, 2)); n != 0 || err == nil || err.Error() != "it has more than 262144 bytes" {
		t.Errorf("a row that is too long: %d, %v", n, err)
	}
}
