package align

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"shinkyu/parse"
)

// pairsOfTitles gives the correspondences by the markers of their units, in
// order: 第一条→第二条, "→ 3" for one that came in.
func pairsOfTitles(older, newer Side, opt Options) []string {
	var out []string
	for _, c := range Units(older, newer, opt) {
		var a, b []string
		for _, i := range c.Old {
			a = append(a, older.Units[i].Marker)
		}
		for _, j := range c.New {
			b = append(b, newer.Units[j].Marker)
		}
		out = append(out, strings.Join(a, "+")+"→"+strings.Join(b, "+"))
	}
	return out
}

// TestUnitsByHand aligns small editions of which a reader would have no doubt.
// Lines are MARKER/TITLE/TEXT, a full stop for each level.
func TestUnitsByHand(t *testing.T) {
	const tail = "\n7/推進体制/各府省の連絡会議を開き、進捗を点検する。\n8/留意事項/予算の制約に留意する。"
	for _, c := range []struct{ name, old, new, want string }{
		{
			"what is repeated finds its own by its place",
			"1/目的/基盤を守る。\n2//削除\n3/対象/行政機関とする。\n4//削除\n5/期間/三年間とする。\n6//削除",
			"1/目的/基盤を守る。\n2//削除\n3/対象/行政機関とする。\n4//削除\n5/期間/三年間とする。\n6//削除",
			"1→1 2→2 3→3 4→4 5→5 6→6",
		},
		{
			"one of several that are the same goes out",
			"1/目的/基盤を守る。\n2//削除\n3/対象/行政機関とする。\n4//削除\n5/期間/三年間とする。",
			"1/目的/基盤を守る。\n3/対象/行政機関とする。\n4//削除\n5/期間/三年間とする。",
			"1→1 2→ 3→3 4→4 5→5",
		},
		{
			"several that are the same, side by side",
			"1/目的/基盤を守る。\n2//削除\n3//削除\n4//削除\n5/期間/三年間とする。",
			"1/目的/基盤を守る。\n2//削除\n3//削除\n4//削除\n5/期間/三年間とする。",
			"1→1 2→2 3→3 4→4 5→5",
		},
		{
			"what is repeated stands at the beginning",
			"1//削除\n2/目的/基盤を守る。\n3//削除\n4/期間/三年間とする。",
			"1//削除\n2/目的/基盤を守る。\n3//削除\n4/期間/三年間とする。",
			"1→1 2→2 3→3 4→4",
		},
		{
			"what is repeated stands between one that is new and one that is not",
			"1/目的/基盤を守る。\n2/対象/行政機関とする。\n3//削除\n4//削除\n5/期間/三年間とする。",
			"1/目的/基盤を守る。\n2/評価/毎年の点検を行う。\n3//削除\n4//削除\n5/期間/三年間とする。",
			"1→1 2→ →2 3→3 4→4 5→5",
		},
		{
			"a new unit below one names its subject and is no part of it",
			"1/連携/東南アジア諸国の能力構築支援を進める。多国間会合で身代金要求型の被害の情報を共有する。" + tail,
			"1/連携/東南アジア諸国の能力構築支援を続ける。多国間会合で身代金要求型の被害の情報を共有する。\n.2/演習/東南アジア諸国の学生が参加する国際演習を開く。" + tail,
			"1→1 →2 7→7 8→8",
		},
		{
			"a year alone is no difference",
			"1/令和5年度の重点/令和5年度は、人材の育成に取り組む。\n2/令和5年度の予算/令和5年度は、機器の更新に用いる。",
			"1/令和6年度の重点/令和6年度は、人材の育成に取り組む。\n2/令和6年度の予算/令和6年度は、機器の更新に用いる。",
			"1→1 2→2",
		},
		{
			"the first unit goes out, and the last",
			"1/前書き/経緯を述べる。\n2/目的/基盤を守る方針を定める。\n3/対象/行政機関と独立行政法人とする。\n4/結び/見直しを述べる。",
			"2/目的/基盤を守る方針を定める。\n3/対象/行政機関と独立行政法人とする。",
			"1→ 2→2 3→3 4→",
		},
		{
			"a new first unit",
			"1/目的/基盤を守る方針を定める。\n2/対象/行政機関と独立行政法人とする。",
			"1/前書き/経緯を述べる。\n2/目的/基盤を守る方針を定める。\n3/対象/行政機関と独立行政法人とする。",
			"→1 1→2 2→3",
		},
		{
			"two units change places",
			"1/人材育成/大学で演習を行い、人材を育てる。\n2/研究開発/暗号の研究を進める。" + tail,
			"1/研究開発/暗号の研究を進める。\n2/人材育成/大学で演習を行い、人材を育てる。" + tail,
			"2→1 1→2 7→7 8→8",
		},
		{
			"one becomes two",
			"1/連携/東南アジア諸国の能力構築支援を進める。多国間会合で身代金要求型の被害の情報を共有する。" + tail,
			"1/能力構築支援/東南アジア諸国の能力構築支援を進める。\n2/会合/多国間会合で身代金要求型の被害の情報を共有する。" + tail,
			"1→1+2 7→7 8→8",
		},
		{
			"two become one",
			"1/能力構築支援/東南アジア諸国の能力構築支援を進める。\n2/会合/多国間会合で身代金要求型の被害の情報を共有する。" + tail,
			"1/連携/東南アジア諸国の能力構築支援を進める。多国間会合で身代金要求型の被害の情報を共有する。" + tail,
			"1+2→1 7→7 8→8",
		},
		{
			"text goes into a new unit below its own",
			"1/連携/東南アジア諸国の能力構築支援を進める。多国間会合で身代金要求型の被害の情報を共有する。" + tail,
			"1/連携/東南アジア諸国の能力構築支援を進める。\n.2/会合/多国間会合で身代金要求型の被害の情報を共有する。" + tail,
			"1→1+2 7→7 8→8",
		},
		{
			"headings without text follow what stands below them",
			"1/基盤/\n.1/電力/発電所の制御を守る。\n.2/水道/浄水場の監視を行う。\n2/人材/\n.3/教育/大学の講座を設ける。\n.4/資格/試験の制度を改める。",
			"1/人への投資/\n.1/教育/大学の講座を設ける。\n.2/資格/試験の制度を改める。\n2/設備の防護/\n.3/電力/発電所の制御を守る。\n.4/水道/浄水場の監視を行う。",
			"2→1 3→1 4→2 1→2 1→3 2→4",
		},
		{
			"an article keeps its number",
			"第一条//国は、施策を講ずる責務を有する。\n第二条//国は、施策を定める責務を有する。\n第三条//国は、施策を改める責務を有する。",
			"第一条//国は、対策を講ずる責務を有する。\n第二条//国は、対策を定める責務を有する。\n第三条//国は、対策を改める責務を有する。",
			"第一条→第一条 第二条→第二条 第三条→第三条",
		},
		{"nothing", "1/甲/乙", "", "1→"},
	} {
		older, newer := side(c.old), side(c.new)
		if c.new == "" {
			newer = Side{}
		}
		if got := strings.Join(pairsOfTitles(older, newer, Options{}), " "); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// An invention writes articles of words that it draws.
type invention struct{ r *rand.Rand }

const (
	firsts  = "情報通信電力水道交通医療金融教育研究開発人材国際地域防災環境農業漁業林業観光文化財政法務外交"
	seconds = "基盤設備機器制度計画基準指針体制資格試験監視点検更新保全調査分析共有支援補助派遣育成認証監査"
)

func (v *invention) word() string {
	pick := func(s string) string {
		all := []rune(s)
		k := 2 * v.r.IntN(len(all)/2)
		return string(all[k : k+2])
	}
	return pick(firsts) + pick(seconds)
}

func (v *invention) article() []string {
	out := make([]string, 9)
	for i := range out {
		out[i] = v.word()
	}
	return out
}

func written(words []string) string {
	return strings.Join(words[:3], "、") + "の" + words[3] + "を" + words[4] + "として定め、" + strings.Join(words[5:], "及び") + "を行う。"
}

// TestManyUnits aligns editions of so many articles that only the nearest of
// them are weighed. Some go out, some come in, some move, half are reworded.
func TestManyUnits(t *testing.T) {
	v := invention{rand.New(rand.NewPCG(3, 4))}
	const n = 230
	var older, newer, want []string
	moved := ""
	for i := range n {
		words := v.article()
		name := fmt.Sprint("旧", i)
		older = append(older, name+"//"+written(words))
		if i%11 == 7 {
			continue // gone
		}
		if i%2 == 1 {
			words[1], words[6] = v.word(), v.word()
		}
		line := fmt.Sprintf("新%d//%s", i, written(words))
		if i == 40 {
			moved = line
			continue
		}
		newer = append(newer, line)
		if i%13 == 5 {
			newer = append(newer, fmt.Sprintf("加%d//%s", i, written(v.article())))
		}
		if i == 160 {
			newer = append(newer, moved)
		}
	}
	for i := range n {
		if i%11 == 7 {
			want = append(want, fmt.Sprintf("旧%d→", i))
			continue
		}
		want = append(want, fmt.Sprintf("旧%d→新%d", i, i))
		if i%13 == 5 {
			want = append(want, fmt.Sprintf("→加%d", i))
		}
	}
	a, b := many(older), many(newer)
	if len(a.Units)*len(b.Units) <= few {
		t.Fatal("so few units are all weighed")
	}
	got := pairsOfTitles(a, b, Options{})
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		for _, w := range want {
			if !slices.Contains(got, w) {
				t.Error("not found:", w)
			}
		}
	}
	back := pairsOfTitles(b, a, Options{})
	for i, p := range back {
		x, y, _ := strings.Cut(p, "→")
		back[i] = y + "→" + x
	}
	slices.Sort(back)
	if !slices.Equal(got, back) {
		t.Error("the other way round gives another result")
	}
}

// many makes units of any number of lines.
func many(lines []string) Side {
	var out Side
	for start := 0; start < len(lines); start += 40 {
		part := side(strings.Join(lines[start:min(start+40, len(lines))], "\n"))
		for _, u := range part.Units {
			u.Index = len(out.Units)
			u.Path = fmt.Sprint(u.Index + 1)
			out.Units = append(out.Units, u)
		}
	}
	return out
}

// TestDecided holds that what a reviewer set stands, whatever the texts say,
// and whichever edition is called old.
func TestDecided(t *testing.T) {
	older := side("甲/人材育成/大学で演習を行い、人材を育てる。\n乙/研究開発/大学で暗号の研究を進める。\n丙/国際連携/会合で情報を共有する。")
	newer := side("子/研究開発/大学で暗号の研究を進める。\n丑/人材育成/大学で演習を行い、人材を育てる。\n寅/国際連携/会合で情報を共有する。")
	for _, c := range []struct {
		name string
		opt  Options
		want string
	}{
		{"left alone", Options{}, "乙→子 甲→丑 丙→寅"},
		{"pinned", Options{Fixed: []Fixed{{Old: []int{0}, New: []int{0}, Decision: "pin", Note: "会議で確認"}}}, "甲→子 乙→丑 丙→寅"},
		{"split", Options{Fixed: []Fixed{{Old: []int{1}, New: []int{1, 0}, Decision: "split"}}}, "甲→ 乙→子+丑 丙→寅"},
		{"merged", Options{Fixed: []Fixed{{Old: []int{2, 0}, New: []int{2}, Decision: "merge"}}}, "乙→子 →丑 甲+丙→寅"},
		{"forbidden", Options{Forbidden: [][2]int{{2, 2}}}, "乙→子 丙→ 甲→丑 →寅"},
		{"two forbidden", Options{Forbidden: [][2]int{{0, 1}, {1, 0}}}, ""},
	} {
		got := strings.Join(pairsOfTitles(older, newer, c.opt), " ")
		if c.want != "" && got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
		if c.want == "" && (strings.Contains(got, "甲→丑") || strings.Contains(got, "乙→子")) {
			t.Errorf("%s: %s", c.name, got)
		}
		checkTurned(t, older, newer, c.opt)
	}
	for old := range 2 {
		for _, c := range Units(older, newer, Options{Fixed: []Fixed{{Old: []int{old}, New: []int{0, 1}, Decision: "split", Note: "会議で確認"}}}) {
			if c.Decision == "" {
				continue
			}
			// What the texts alone say of the better pair stands beside it.
			sum := 0.0
			for _, e := range c.Evidence {
				sum += e.Value
			}
			if c.Note != "会議で確認" || c.Confidence != parse.Certain || c.Similarity < 0.99 || sum < 0.99 {
				t.Errorf("%+v", c)
			}
		}
	}
}

func checkTurned(t *testing.T, older, newer Side, opt Options) {
	t.Helper()
	back := opt
	back.turn()
	x, y := correspondences(Units(older, newer, opt), false), correspondences(Units(newer, older, back), true)
	if !slices.Equal(x, y) {
		t.Errorf("%v\nthe other way round %v", x, y)
	}
}

// TestFeatures shows what texts are compared by: pairs of neighbouring
// letters, and terms, which are runs of ideographs, katakana and Latin letters
// and their parts in one script.
func TestFeatures(t *testing.T) {
	for _, c := range []struct{ text, pairs, terms string }{
		{"", "", ""},
		{"人", "", ""},
		{"人材の育成", "人材 材の の育 育成", "人材 育成"},
		{"これはあれ", "", ""},
		{"IT化を、図る", "IT T化 化を 図る", "IT化"},
		{"ランサムウェア対策", "ラン ンサ サム ムウ ウェ ェア ア対 対策", "ランサムウェア 対策 ランサムウェア対策"},
		{"サプライチェーン・リスク", "サプ プラ ライ イチ チェ ェー ーン リス スク", "サプライチェーン・リスク"},
		{"々ヶ、ヴー", "々ヶ ヴー", "々ヶ ヴー"},
		{"A・B", "", ""},
		{"令和6年度 案", "令和 年度", "令和 年度"},
	} {
		var ps, ts []string
		pairs(c.text, func(p string) { ps = append(ps, p) })
		scripts(c.text, func(s string) { ts = append(ts, s) })
		if got := strings.Join(ps, " "); got != c.pairs {
			t.Errorf("pairs of %s: %s, want %s", c.text, got, c.pairs)
		}
		if got := strings.Join(ts, " "); got != c.terms {
			t.Errorf("terms of %s: %s, want %s", c.text, got, c.terms)
		}
	}
}

// TestLaw aligns laws whose chapters have nothing but headings, all of them
// with new ones: the articles below tell which is which.
func TestLaw(t *testing.T) {
	v := invention{rand.New(rand.NewPCG(7, 8))}
	const chapters, articles = 7, 4
	var older strings.Builder
	var words [chapters][articles][]string
	for c := range chapters {
		fmt.Fprintf(&older, "旧章%d/%s/\n", c, v.word())
		for a := range articles {
			words[c][a] = v.article()
			fmt.Fprintf(&older, ".第%d条//%s\n", c*articles+a, written(words[c][a]))
		}
	}
	var newer strings.Builder
	want := []string{"旧章3→", "第12条→", "第13条→", "第14条→", "第15条→", "→加章", "→第加条", "→第加条の二"}
	// The third chapter is gone, the fifth stands first, one is new.
	for _, c := range []int{5, 0, 1, 2, 4, 6} {
		fmt.Fprintf(&newer, "新章%d/%s/\n", c, v.word())
		want = append(want, fmt.Sprintf("旧章%d→新章%d", c, c))
		for a := range articles {
			w := words[c][a]
			w[0], w[2], w[7] = v.word(), v.word(), v.word()
			fmt.Fprintf(&newer, ".第%d条//%s\n", c*articles+a, written(w))
			want = append(want, fmt.Sprintf("第%d条→第%d条", c*articles+a, c*articles+a))
		}
		if c == 2 {
			fmt.Fprintf(&newer, "加章/%s/\n.第加条//%s\n.第加条の二//%s\n", v.word(), written(v.article()), written(v.article()))
		}
	}
	a, b := side(older.String()), side(newer.String())
	got := pairsOfTitles(a, b, Options{})
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("%v\nwant\n%v", got, want)
	}
	moved := 0
	for _, c := range Units(a, b, Options{}) {
		if c.Moved {
			moved++
		}
	}
	if moved != 1 {
		t.Errorf("%d units moved, want the chapter that stands first now", moved)
	}
	checkTurned(t, a, b, Options{})
}
