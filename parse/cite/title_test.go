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
