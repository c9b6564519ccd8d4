package cite

import (
	"bufio"
	"os"
	"strings"
	"testing"

	"shinkyu/parse"
)

// lines reads a file of one entry a line, # beginning a remark.
func lines(t testing.TB, path string) []string {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	var out []string
	for sc := bufio.NewScanner(f); sc.Scan(); {
		if s := strings.TrimSpace(sc.Text()); s != "" && !strings.HasPrefix(s, "#") {
			out = append(out, s)
		}
	}
	return out
}

// findText finds what one paragraph cites.
func findText(t testing.TB, s string) *Index {
	t.Helper()
	f := finder{}
	ix, err := f.find([]run{{text: parse.Text{String: s}, s: s}})
	if err != nil {
		t.Fatal(err)
	}
	return ix
}

// leads are what running text has before the title of a law.
var leads = []string{
	"", "なお、", "本計画は、", "また、国は", "このため、前条に規定する", "事業者に対し、",
	"地方自治法（昭和22年法律第67号）及び", "刑法（明治40年法律第45号）第5条又は", "当該施策については、", "これに基づき、",
	"同項の規定による命令又は", "国及び地方公共団体は、", "令和６年度は、", "従来の", "いわゆる", "その際、旧", "改正後の", "第３条第１項の規定により",
	"基本方針及び", "厚生労働大臣が", "職員に対し", "本市は", "ただし、", "その他", "関係法令、", "平成15年に制定された", "今般改正された", "同年に施行された",
	"我が国の", "特に、", "①", "・", "※", "これは", "例えば", "国会において", "平成15年5月に", "事業者又は", "当該契約の相手方は", "を定めた", "いう。", "との関係では、",
	"所管する", "根拠法である", "関連する法令としては、", "事業者が遵守すべき", "を踏まえ、", "公布された", "取扱いは", "適用される", "施行後の", "関係する", "とりわけ", "本年６月に成立した",
	"本方針に基づく", "平成30年の", "政府においては",
}

// TestTitles measures where the titles of laws are taken to begin, after the
// leads of running text.
func TestTitles(t *testing.T) {
	good, all := 0, 0
	for _, title := range lines(t, "../../testdata/cite/titles.txt") {
		for _, lead := range leads {
			all++
			ix := findText(t, lead+title+"（令和９年法律第９９９号）の規定を踏まえる。")
			got := ""
			for _, w := range ix.Works {
				if w.Number == "令和9年法律第999号" {
					got = w.Title
				}
			}
			if got == title {
				good++
			} else if *verbose {
				t.Logf("%s【%s】 got %s", lead, title, got)
			}
		}
	}
	t.Logf("titles of laws: %d of %d begin where they should (%.3f)", good, all, float64(good)/float64(all))
}

// TestLeadIns has titles behind the lead-ins of amendments, treaties that
// titles name, and companies that the sentence lists before a title.
func TestLeadIns(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"附則第八条中国民年金法（昭和34年法律第141号）第五条の改正規定", "国民年金法"},
		{"第三条中小企業基本法（昭和38年法律第154号）の項", "中小企業基本法"},
		{"附則第九条の改正規定のうち同表行政書士の登録に関する法律（平成14年法律第3号）の項", "行政書士の登録に関する法律"},
		{"国際的な移転に関する条約第三条に基づく措置の実施に関する法律（平成27年法律第4号）の規定", "国際的な移転に関する条約第三条に基づく措置の実施に関する法律"},
		{"四国旅客鉄道株式会社及び運輸事業における規制の見直しのための法律の整備に関する法律（平成11年法律第5号）の施行", "運輸事業における規制の見直しのための法律の整備に関する法律"},
	} {
		ix := findText(t, c.in)
		if len(ix.Works) != 1 || ix.Works[0].Title != c.want {
			t.Errorf("%s: %+v", c.in, ix.Works)
		}
	}
}

// TestNamedLaws has laws named with neither number nor place, and what only
// looks like one.
func TestNamedLaws(t *testing.T) {
	for in, want := range map[string]int{
		"狂犬病の予防に関する法律においても同様とする。":    1,
		"港湾運送事業法に基づく届出をいう。":          1,
		"新たなデータに関する法律の整備を進める。":       0,
		"関係する法律を遵守し、適切な方法による。":       0,
		"行政書士の登録に関する法律、港湾運送事業法を見直す。": 2,
	} {
		if ix := findText(t, in); len(ix.Unresolved) != want || len(ix.Works) > 0 {
			t.Errorf("%s: %+v", in, ix.Unresolved)
		}
	}
	l, err := ReadLaws(strings.NewReader("法令番号,法令名\n昭和二十六年法律第百六十一号,港湾運送事業法\n"))
	if err != nil {
		t.Fatal(err)
	}
	f, s := finder{laws: l}, "港湾運送事業法に基づく届出をいう。"
	ix, err := f.find([]run{{text: parse.Text{String: s}, s: s}})
	if err != nil || len(ix.Works) != 1 || len(ix.Unresolved) > 0 {
		t.Errorf("with the list of laws: %+v, %v", ix, err)
	}
}

// TestBareNumbers has numbers that stand for a law by themselves, and those
// that only tell of a history.
func TestBareNumbers(t *testing.T) {
	for in, want := range map[string]struct{ mentions, unresolved int }{
		"港則法（昭和23年法律第174号）による。昭和23年法律第174号第3条を改める。": {2, 0},
		"平成12年建設省告示第1399号第1に定める構造とする。":              {0, 1},
		"平成31年法務省令第5号第2条による。同令第3条を除く。":              {0, 2},
		"（平成24年3月30日規則第5号）":                         {0, 0},
		"この規程は、平成24年3月30日規則第5号で改正した。":               {0, 0},
	} {
		ix := findText(t, in)
		got := 0
		for _, w := range ix.Works {
			got += len(w.Mentions)
		}
		if got != want.mentions || len(ix.Unresolved) != want.unresolved {
			t.Errorf("%s: %d mentions, unresolved %+v", in, got, ix.Unresolved)
		}
	}
}

// TestPolicies takes a quoted policy for a plan only where the text says who
// issued it, when or in which version.
func TestPolicies(t *testing.T) {
	for in, want := range map[string]int{
		"各社は「取引先管理ポリシー」を公表する。":        0,
		"経済産業省の「研究成果公開ポリシー」による。":      1,
		"「研究成果公開ポリシー」第2版による。":         1,
		"令和４年３月に閣議決定された「研究成果公開ポリシー」は": 1,
	} {
		if ix := findText(t, in); len(ix.Works) != want {
			t.Errorf("%s: %+v", in, ix.Works)
		}
	}
}

// TestOrdinances has the titles of ordinances, which are named more freely than
// laws, behind what sentences begin with, and compounds behind what belongs to
// the sentence.
func TestOrdinances(t *testing.T) {
	free := []string{
		"特別職の職員で非常勤のものの報酬及び費用弁償に関する条例", "職員の勤務時間、休暇等に関する条例",
		"議会の議決に付すべき契約及び財産の取得又は処分に関する条例", "議会の議員その他非常勤の職員の公務災害補償等に関する条例",
		"子ども・子育て支援法に基づく過料に関する条例", "長期継続契約を締結することができる契約を定める条例",
		"みんなでつくる協働のまちづくり条例", "誰もが暮らしやすい福祉のまちづくり条例", "犯罪のない安全で安心なまちづくり条例",
		"ふるさとを応援する寄附条例", "土砂等による土地の埋立て等の規制に関する条例", "学校職員の給与に関する条例施行規則",
	}
	compound := []string{"手数料条例", "環境基本条例", "職員倫理条例", "火災予防条例"}
	check := func(lead, title string) {
		ix := findText(t, lead+title+"（平成12年条例第9号）による。")
		if n := len(ix.Works); n == 0 || ix.Works[n-1].Title != title {
			t.Errorf("%s%s: %+v", lead, title, ix.Works)
		}
	}
	for _, title := range append(free, compound...) {
		for _, lead := range []string{"", "この場合において、", "町長は、", "当該職員については、", "地方自治法（昭和22年法律第67号）及び"} {
			check(lead, title)
		}
	}
	for _, title := range compound {
		for _, lead := range []string{"鎌倉市の", "本市が定める", "別に定める", "改正後の", "関係する", "改正された", "前述の", "県の", "議会が可決した"} {
			check(lead, title)
		}
	}
}
