package era

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"testing"

	"shinkyu/parse/parsetest"
)

func TestScan(t *testing.T) {
	tests := []struct {
		text string
		want string // each as kind:text=edtf, joined by " | "; ! for an error
	}{
		{"平成30年７月27日閣議決定", "date:平成30年７月27日=2018-07-27"},
		{"令 和 元 年 ５ 月 ２ ３ 日", "date:令 和 元 年 ５ 月 ２ ３ 日=2019-05-23"},
		{"平成30年７\n月2\n7日", "date:平成30年７\n月2\n7日=2018-07-27"},
		{"令和元年\n        ５月", "date:令和元年\n        ５月=2019-05"},
		{"二千二十年", "date:二千二十年=2020"},
		{"二〇二〇年十一月", "date:二〇二〇年十一月=2020-11"},
		{"2 0 2 0 年", "date:2 0 2 0 年=2020"},
		{"図 1 2020年", "date:2020年=2020"},
		{"12020年 123年", ""},
		{"2020年（令和2年）6月5日", "date:2020年（令和2年）6月5日=2020-06-05"},
		{"令和2（2020）年度", "fiscalYear:令和2（2020）年度=2020-04-01/2021-03-31"},
		{"令和２年（2020年）６月", "date:令和２年（2020年）６月=2020-06"},
		{"2020(R2)年度", "fiscalYear:2020(R2)年度=2020-04-01/2021-03-31"},
		{"2020年（令和3年）", "date:2020年（令和3年）=!"},
		{"㋿5年4月", "date:㋿5年4月=2023-04"},
		{"明治5年11月9日", "date:明治5年11月9日=1872"},
		{"大正15年12月25日と昭和元年12月25日", "date:大正15年12月25日=1926-12-25 | date:昭和元年12月25日=1926-12-25"},
		{"〔令和5年〇月〇〇日〕", "date:令和5年〇月〇〇日=2023"},
		{"令和5年〔〇月〇〇日〕決定", "date:令和5年〔〇月〇〇日〕=2023"},
		{"令和６年３月〇日", "date:令和６年３月〇日=2024-03"},
		{"令和○年○月○日", "date:令和○年○月○日=!"},
		{"令和○年度", "fiscalYear:令和○年度=!"},
		{"平成31年5月2日", "date:平成31年5月2日=!2019-05-02"},
		{"令和元年4月、平成32年3月", "date:令和元年4月=2019-04 | date:平成32年3月=2020-03"},
		{"令和元年4月30日", "date:令和元年4月30日=!2019-04-30"},
		{"令和6年2月30日", "date:令和6年2月30日=!"},
		{"令和6年2月29日", "date:令和6年2月29日=2024-02-29"},
		{"平成12年13月3日", "date:平成12年13月3日=!"},
		{"令和0年", "date:令和0年=!"},
		{"平成32年度", "fiscalYear:平成32年度=2020-04-01/2021-03-31"},
		{"令和7年度末まで", "deadline:令和7年度末まで=2026-03-31"},
		{"令和7年度末までに", "deadline:令和7年度末まで=2026-03-31"},
		{"令和7年3月末までに", "deadline:令和7年3月末まで=2025-03-31"},
		{"2030年までに", "deadline:2030年まで=2030"},
		{"2025年度中を目途に", "deadline:2025年度中を目途=2026-03-31"},
		{"令和5年末", "date:令和5年末=2023-12-31"},
		{"平成19年4月1日から平成22年3月31日までの間", "range:平成19年4月1日から平成22年3月31日=2007-04-01/2010-03-31"},
		{"令和5年7月～9月", "range:令和5年7月～9月=2023-07/2023-09"},
		{"7月27日（金）", ""},
		{"令和5年7月27日（木）～29日（土）", "range:令和5年7月27日（木）～29日=2023-07-27/2023-07-29"},
		{"2018～2020年度", "range:2018～2020年度=2018-04-01/2021-03-31"},
		{"令和元～３年度", "range:令和元～３年度=2019-04-01/2022-03-31"},
		{"2018年～2019年度", "range:2018年～2019年度=2018-04-01/2020-03-31"},
		{"平成28年度から32年度まで", "range:平成28年度から32年度=2016-04-01/2021-03-31"},
		{"令和３年度及び４年度", "fiscalYear:令和３年度=2021-04-01/2022-03-31 | fiscalYear:４年度=2022-04-01/2023-03-31"},
		{"2025/04/29 2025.11.3 R3/7/18 Ｈ30.7.27", "date:2025/04/29=2025-04-29 | date:2025.11.3=2025-11-03 | date:R3/7/18=2021-07-18 | date:Ｈ30.7.27=2018-07-27"},
		{"192.168.1.1 2025.11.3.4 RS3/7/18", ""},
		{"1990年代、2000年間、2000年前、2020年前半", "date:1990年代=199X | date:2020年=2020"},
		{"平成30年７月に決定し、同年８月に公表、翌年度に改定", "date:平成30年７月=2018-07 | date:同年８月=2018-08 | fiscalYear:翌年度=2019-04-01/2020-03-31"},
		{"昨年12月、今後", "date:昨年12月= | range:今後="},
		{"日本年金機構、同年齢", ""},
		{"Ｈ30年度とR5年", "fiscalYear:Ｈ30年度=2018-04-01/2019-03-31 | date:R5年=2023"},
		{"M1年、SR5年度", ""},
		{"FY2023と2024FY、FY20231", "fiscalYear:FY2023=2023-04-01/2024-03-31 | fiscalYear:2024FY=2024-04-01/2025-03-31"},
		{"令和6.4.、2024.4、R6.4、令和6.4%", "date:令和6.4=2024-04 | date:令和6.4=2024-04"},
		{"令和６年４月１日から同月30日まで", "range:令和６年４月１日から同月30日=2024-04-01/2024-04-30"},
		{"令和６年10月から翌年３月まで", "range:令和６年10月から翌年３月=2024-10/2025-03"},
		{"平成29・30年度", "fiscalYear:平成29=2017-04-01/2018-03-31 | fiscalYear:30年度=2018-04-01/2019-03-31"},
		{"平成30、令和元年", "date:平成30=2018 | date:令和元年=2019"},
		{"平成30、31", ""},
		{"昭和50年代、昭和60年代、平成30年代", "range:昭和50年代=1975/1984 | range:昭和60年代=1985/1989 | range:平成30年代=2018/2027"},
		{"2025年１～３月期", "range:2025年１～３月=2025-01/2025-03"},
		{"令和６年５月19－21日", "range:令和６年５月19－21日=2024-05-19/2024-05-21"},
		{"R5.4.1～R6.3.31、2024/4/1-2024/9/30", "range:R5.4.1～R6.3.31=2023-04-01/2024-03-31 | range:2024/4/1-2024/9/30=2024-04-01/2024-09-30"},
		{"令和２（2020）～令和６（2024）年度", "range:令和２（2020）～令和６（2024）年度=2020-04-01/2025-03-31"},
		{"平成31年（令和元年）度、平成30年（令和元年）", "fiscalYear:平成31年（令和元年）度=2019-04-01/2020-03-31 | date:平成30年=2018 | date:令和元年=2019"},
		{"令和6年3月、5月、4月", "date:令和6年3月=2024-03 | date:5月=2024-05"},
		{"令和5年4月1日及び10月1日", "date:令和5年4月1日=2023-04-01 | date:10月1日=2023-10-01"},
		{"大正、昭和、平成の時代", ""},
	}
	for _, tt := range tests {
		if got := show(Scan(tt.text)); got != tt.want {
			t.Errorf("Scan(%q)\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}

func show(list []Expr) string {
	var out []string
	for _, e := range list {
		v := e.EDTF
		if e.Err != nil {
			v = "!" + e.Counted
		}
		out = append(out, fmt.Sprintf("%s:%s=%s", e.Kind, e.Text, v))
	}
	return strings.Join(out, " | ")
}

func TestResolve(t *testing.T) {
	tests := []struct{ text, date, want string }{
		{"昨年12月", "2023-07-04", "2022-12"},
		{"本年", "2023", "2023"},
		{"本年度", "2023-02-01", "2022-04-01/2023-03-31"},
		{"来年度末まで", "2023-06-01", "2025-03-31"},
		{"先月", "2023-01-10", "2022-12"},
		{"今後", "2023-06-01", "2023-06-01/.."},
		{"同年", "2023-06-01", ""},
		{"昨年", "", ""},
		{"本年４月から来年３月", "2023-06-01", "2023-04/2024-03"},
	}
	for _, tt := range tests {
		list := Resolve(Scan(tt.text), tt.date)
		if len(list) != 1 || list[0].EDTF != tt.want {
			t.Errorf("Resolve(%q, %q) = %s, want %s", tt.text, tt.date, show(list), tt.want)
		}
	}
}

// TestResolveInOrder holds that 同年 and the like count from the date before
// them, also where that one waits for the date of the document.
func TestResolveInOrder(t *testing.T) {
	const text = "2020年の後、昨年12月、同年10月、翌年度、令和6年2月30日、同月"
	for _, tt := range []struct{ date, want string }{
		{"2024-06-18", "2020 2023-12 2023-10 2024-04-01/2025-03-31  "},
		{"", "2020     "},
	} {
		var got []string
		for _, e := range Resolve(Scan(text), tt.date) {
			got = append(got, e.EDTF)
		}
		if g := strings.Join(got, " "); g != tt.want {
			t.Errorf("on %q: got %q, want %q", tt.date, g, tt.want)
		}
	}
}

func TestLabelled(t *testing.T) {
	f, err := os.Open(parsetest.Corpora(t, "cite-dates/dates.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	good, all := 0, 0
	for sc := bufio.NewScanner(f); sc.Scan(); {
		c := strings.Split(sc.Text(), "\t")
		if c[0] == "kind" {
			continue
		}
		all++
		if got := labelled(c[0], c[1], c[2]); got == c[2] {
			good++
		} else {
			t.Logf("%s %q: got %s, want %s", c[0], c[1], got, c[2])
		}
	}
	t.Logf("dates: %d of %d", good, all)
	if float64(good) < 0.99*float64(all) {
		t.Errorf("%d of %d dates are read", good, all)
	}
}

func labelled(kind, text, want string) string {
	if kind == "number" {
		n, _ := Number(text)
		return fmt.Sprint(n)
	}
	list := Scan(text)
	if len(list) == 0 || list[0].EDTF == "" {
		return "none"
	}
	if len(list) > 1 || string(list[0].Kind) != kind {
		return show(list)
	}
	switch {
	case kind == "fiscalYear":
		return fmt.Sprint(list[0].FiscalYear)
	case strings.HasPrefix(want, "FY"):
		return fmt.Sprintf("FY%d/FY%d", list[0].from.year, list[0].to.year)
	}
	return list[0].EDTF
}

func TestNumber(t *testing.T) {
	for s, want := range map[string]int{
		"〇": 0, "十": 10, "二十": 20, "百八": 108, "千六": 1006, "二〇二〇": 2020, "一千〇二十四": 1024,
		"4千８百": 4800, "三億八": 300000008, "百七十八万二": 1780002, "５１８": 518, "1,234": 1234, "三五五一": 3551,
	} {
		if got, ok := Number(s); !ok || got != want {
			t.Errorf("Number(%q) = %d, %v, want %d", s, got, ok, want)
		}
	}
	for _, s := range []string{"", "年", "十百", "万", "1,", "百千", "99999999999999999999", "二a"} {
		if got, ok := Number(s); ok {
			t.Errorf("Number(%q) = %d", s, got)
		}
	}
}

// FuzzScan holds the laws of the scanner: expressions lie in order inside the
// text, give back its bytes, and either have a value or say why not.
func FuzzScan(f *testing.F) {
	for _, s := range []string{
		"平成30年７月27日", "令 和 元 年", "2018～2020年度", "2020年（令和2年）", "〔令和5年〇月〇〇日〕",
		"昨年12月、同年", "R3/7/18", "令和7年度末まで", "令和３年度及び４年度", "二千年",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		at := 0
		for _, e := range Resolve(Scan(text), "2023-07-04") {
			if e.Start < at || e.End <= e.Start || e.End > len(text) || text[e.Start:e.End] != e.Text {
				t.Fatalf("bad span %d:%d of %q", e.Start, e.End, text)
			}
			if e.EDTF != "" && e.Err != nil || e.EDTF == "" && e.Err == nil && !e.Relative {
				t.Fatalf("%q: value %q with error %v", e.Text, e.EDTF, e.Err)
			}
			at = e.End
		}
	})
}

func BenchmarkScan(b *testing.B) {
	data, err := os.ReadFile("../../testdata/fy2020.txt")
	if err != nil {
		b.Fatal(err)
	}
	text := strings.Repeat(string(data), 64)
	b.ReportAllocs()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Scan(text)
	}
}
