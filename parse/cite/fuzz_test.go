package cite

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"shinkyu/parse"
	"shinkyu/parse/source"
)

// FuzzFind holds the laws of the finder on any text: places lie in the source
// and give back the text of their mentions, wraps undone, and nothing panics.
func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"サイバーセキュリティ基本法（平成26年法律第104号。以下「基本法」という。）第26条第１項第5号及び第3項に基づき、基本法第4条から第7条まで、同法、同条第2項",
		"「サイバーセキュリティ戦略」（令和3年9月28日閣議決定）、同戦略、「医療情報システムの安全管理に関するガイドライン」第6.0版（2023年5月31日改定）",
		"（（平成30年６月７日CIO連絡会議決定、令和２年３月30日に改定版のCIO連絡会議決定。）「」『』（）（以下「」という。）",
		"この法律において「X」とは、Yをいう。Z（Aをいう。以下同じ。）前条第２項、次条、附則第3条、別表第一、第2に示す、上記１（2）①",
		"未来投資戦略2019に加え、内閣サイバーセキュリティセンター（NISC）、SBOM（Software Bill of Materials。部品表）",
		"第1 A\n\n1 B\n第2の1に示す。\n第2 C\n",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		src, err := source.Read("f.txt", []byte(text), source.Options{As: source.Text})
		if err != nil {
			return
		}
		doc := parse.Parse(src)
		ix, err := Find(doc, Options{})
		if err != nil {
			t.Fatal(err)
		}
		list := texts(doc)
		check := func(p Place, text string) {
			if p.Node < 0 || p.Node >= len(list) || p.Start < 0 || p.End > len(list[p.Node].s) || p.Start >= p.End {
				t.Fatalf("bad place %+v of %q", p, text)
			}
			if got := list[p.Node].s[p.Start:p.End]; got != text {
				t.Fatalf("place of %q holds %q", text, got)
			}
			if p.Span.Start < 0 || p.Span.End > len(src.Text) || p.Span.Start >= p.Span.End || p.Lines[0] < 1 || p.Lines[1] < p.Lines[0] {
				t.Fatalf("bad span %+v of %q", p, text)
			}
		}
		for _, w := range ix.Works {
			if w.Title == "" || len(w.Mentions) == 0 {
				t.Fatalf("work %+v", w)
			}
			for _, m := range w.Mentions {
				check(m.Place, m.Text)
			}
		}
		for _, u := range ix.Unresolved {
			check(u.Place, u.Text)
		}
		for _, r := range ix.References {
			check(r.Place, r.Text)
		}
		for _, d := range ix.Definitions {
			check(d.Place, list[d.Node].s[d.Start:d.End])
		}
		for _, d := range Dates(doc) {
			check(d.Place, d.Text)
		}
		Merge(ix, ix)
	})
}

// BenchmarkParagraph finds what one long paragraph cites: the time has to grow
// with the text and not faster.
func BenchmarkParagraph(b *testing.B) {
	kinds := map[string]string{
		"text":     strings.ReplaceAll(sample(b, "fy2020"), "\n", ""),
		"laws":     "個人情報の保護に関する法律（平成15年法律第57号）第2条第1項及び第3項並びに同法第4条から第7条まで、同条第2項、",
		"bare":     "（平成）平成15年法律第57号、",
		"open":     "（「",
		"close":    "」）",
		"names":    "「基本方針」（以下「基本方針」という。）、基本方針、",
		"pins":     "第3条、",
		"commas":   "情報、",
		"decided":  "重点計画（平成30年７月27日閣議決定）、",
		"toha":     "「情報」とは、",
		"hiragana": "いをいう",
		"nest":     strings.Repeat("（い以下", 50) + strings.Repeat("「い」という）", 50),
	}
	for _, kind := range slices.Sorted(maps.Keys(kinds)) {
		for _, size := range []int{100_000, 1_000_000} {
			b.Run(fmt.Sprintf("%s/%dk", kind, size/1000), func(b *testing.B) {
				s := strings.Repeat(kinds[kind], size/len(kinds[kind])+1)
				if kind == "hiragana" {
					s = "（" + strings.Repeat("（あ）、以下「い」をいう。", size/30) + "）"
				}
				b.SetBytes(int64(len(s)))
				b.ReportAllocs()
				for b.Loop() {
					f := finder{}
					if _, err := f.find([]run{{text: parse.Text{String: s}, s: s}}); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

func BenchmarkFind(b *testing.B) {
	for _, name := range []string{"fy2020", "fy2024"} {
		b.Run(name, func(b *testing.B) {
			text := sample(b, name)
			src, err := source.Read(name, []byte(text), source.Options{})
			if err != nil {
				b.Fatal(err)
			}
			doc := parse.Parse(src)
			b.ReportAllocs()
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				if _, err := Find(doc, Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
