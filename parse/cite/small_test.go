package cite

import (
	"fmt"
	"strings"
	"testing"
)

// TestSentences gives the sentence around a place and those beside it; what
// brackets hold ends none.
func TestSentences(t *testing.T) {
	const s = "甲を定める。　乙（「丙。」という。）を行うか？ 丁である！戊"
	for _, c := range []struct {
		at   string
		n    int
		want string
	}{
		{"甲", 0, "甲を定める。"},
		{"乙", 0, "乙（「丙。」という。）を行うか？"},
		{"丙", 0, "乙（「丙。」という。）を行うか？"},
		{"丁", 0, "丁である！"},
		{"戊", 0, "戊"},
		{"甲", 1, "甲を定める。　乙（「丙。」という。）を行うか？"},
		{"丁", 1, "乙（「丙。」という。）を行うか？ 丁である！戊"},
		{"戊", 9, s},
		{"る。　乙", 0, "甲を定める。　乙（「丙。」という。）を行うか？"},
	} {
		i := strings.Index(s, c.at)
		if got := sentences(s, i, i+len(c.at), c.n); got != c.want {
			t.Errorf("%s and %d beside: %q, want %q", c.at, c.n, got, c.want)
		}
	}
	for _, c := range [][2]int{{-1, 3}, {0, len(s) + 1}, {6, 3}} {
		if got := sentences(s, c[0], c[1], 0); got != "" {
			t.Errorf("a place %v that is none: %q", c, got)
		}
	}
	if got := sentences("", 0, 0, 1); got != "" {
		t.Errorf("an empty text: %q", got)
	}
}

// TestModified: a short name means the work that was defined only where no word
// makes another thing of it.
func TestModified(t *testing.T) {
	const define = "国家防災戦略（令和２年４月１日閣議決定。以下「戦略」という。）による。"
	check := func(s string, want int) {
		t.Helper()
		n := 0
		for _, m := range findText(t, define+s).Works[0].Mentions {
			if m.Form == Alias {
				n++
			}
		}
		if n != want {
			t.Errorf("%s: %d mentions, want %d", s, n, want)
		}
	}
	for _, w := range []string{
		"新たな", "総合的な", "各国の", "企業の", "独自の", "次の", "別の", "他の", "それぞれの", "自らの", "事業者の", "保有する者の", "国際的な組織の", "企業等の",
		"新しい", "様々な", "多様な", "この", "その", "災害に対する", "復興のための", "復興に関する", "復興に向けた", "成長", "基本", "ＡＩ",
	} {
		check(w+"戦略を定める。", 0)
	}
	for _, w := range []string{"", "政府は、", "当該", "施策及び", "例えば", "一方", "その他"} {
		check(w+"戦略を定める。", 1)
	}
	for _, w := range []string{"０", "９", "ａ", "ｚ", "Ａ", "Ｚ", "0", "z", "的な", "性", "本部", "会議", "中", "内", "案", "決定", "全体"} {
		check("政府は、戦略"+w+"を定める。", 0)
	}
	for _, w := range []string{"第３章", "等", "附則", "及び施策", "又は施策", "以外", "所定の事項", "改正後", "策定後の施策"} {
		want := 1
		if strings.HasPrefix(w, "策定") {
			want = 0
		}
		check("政府は、戦略"+w+"を定める。", want)
	}
}

// TestFold: spellings of one title are the same, and titles that differ in a
// word are not.
func TestFold(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"第四次五か年計画", "第4次五か年計画", true},
		{"第四次五か年計画", "第４次五か年計画", true},
		{"第十二次防災計画", "第12次防災計画", true},
		{"ＩＴ戦略　２０２０", "IT戦略2020", true},
		{"it戦略", "IT戦略", true},
		{"防災・減災計画", "防災減災計画", true},
		{"「防災計画」", "防災計画", true},
		{"防災計画（案）", "防災計画案", true},
		{"防災計画―未来へ―", "防災計画－未来へ－", true},
		{"髙松市計画", "高松市計画", true},
		{"第五次五か年計画", "第4次五か年計画", false},
		{"防災計画", "防災計画2", false},
		{"第次計画", "第1次計画", false},
		{"防災計画", "防災ー計画", false},
	} {
		if SameTitle(c.a, c.b) != c.same || SameTitle(c.b, c.a) != c.same {
			t.Errorf("%s and %s are the same: %v", c.a, c.b, !c.same)
		}
	}
}

// TestDecided has what stands in the parentheses of a decision.
func TestDecided(t *testing.T) {
	for in, want := range map[string]string{
		"令和２年４月１日閣議決定":               "2020-04-01/閣議/決定",
		"令和２年４月１日に閣議において決定":          "",
		"閣議決定、令和２年４月１日":              "2020-04-01/閣議/決定",
		"令和２年４月１日総務省決定、厚生労働省了承":      "2020-04-01/総務省/決定 2020-04-01/厚生労働省/了承",
		"令和２年４月１日総務省決定／厚生労働省了承":      "2020-04-01/総務省/決定 2020-04-01/厚生労働省/了承",
		"令和２年４月１日総務省決定/厚生労働省了承":      "2020-04-01/総務省/決定 2020-04-01/厚生労働省/了承",
		"令和２年４月１日総務省決定及び閣議決定":        "2020-04-01/総務省/決定 2020-04-01/閣議/決定",
		"令和２年４月１日総務省・厚生労働省決定":        "2020-04-01/総務省・厚生労働省/決定",
		"令和２年４月１日決定、令和３年５月２日改定":      "2020-04-01//決定 2021-05-02//改定",
		"初版　令和２年４月１日、令和３年５月２日改定":     "2020-04-01//初版 2021-05-02//改定",
		"総務省、令和２年４月１日":               "2020-04-01/総務省/",
		"令和２年４月１日最終改定　総務省":           "2020-04-01/総務省/最終改定",
		"令和２年４月１日厚生労働省医政局長通知":        "2020-04-01/厚生労働省医政局長/通知",
		"令和２年４月１日厚生労働省医事課長通知":        "2020-04-01/厚生労働省医事課長/通知",
		"令和２年４月１日厚生労働省環境部長通知":        "2020-04-01/厚生労働省環境部長/通知",
		"令和２年４月１日農林水産事務次官通知":         "2020-04-01/農林水産事務次官/通知",
		"令和２年４月１日農林水産事務次官通達":         "2020-04-01/農林水産事務次官/通達",
		"令和２年４月１日総行第120号総務省自治行政局長通知": "2020-04-01/総務省自治行政局長/通知",
		"令和２年４月１日第120号総務省自治行政局長通知":   "2020-04-01/総務省自治行政局長/通知",
		"令和２年４月改訂版":                  "2020-04//改訂",
		"令和２年４月１日ＩＰＡ決定":              "2020-04-01/ＩＰＡ/決定",
		"令和２年４月１日総務省・ＩＰＡ決定":          "2020-04-01/総務省・ＩＰＡ/決定",
		"令和２年４月１日防災会議決定、同日公表":        "2020-04-01/防災会議/決定 2020-04-01//公表",
		"令和２年４月１日に実施した調査":            "",
		"令和２年４月１日から実施":               "",
		"令和２年４月１日現在":                 "",
	} {
		ix := findText(t, "国は、水循環推進基本計画（"+in+"）による。")
		var got []string
		for _, w := range ix.Works {
			for _, e := range w.Events {
				got = append(got, fmt.Sprintf("%s/%s/%s", e.Date.EDTF, e.Body, e.Act))
			}
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s: %s, want %s", in, s, want)
		}
	}
}

// TestShortNames: an abbreviation in parentheses stands for the noun before it,
// without the sign of a list, and a name in parentheses for an abbreviation.
func TestShortNames(t *testing.T) {
	for s, want := range map[string]string{
		"・内閣サイバーセキュリティセンター（NISC）と連携する。":             "NISC=内閣サイバーセキュリティセンター",
		"総務省、・内閣サイバーセキュリティセンター（ＮＩＳＣ）と連携する。":         "ＮＩＳＣ=内閣サイバーセキュリティセンター",
		"市を支援する情報処理推進機構（IPA）と連携する。":                 "IPA=情報処理推進機構",
		"SBOM（Software Bill of Materials）を用いる。":     "SBOM=Software Bill of Materials",
		"SBOM（Software Bill of Materials。部品表）を用いる。": "SBOM=Software Bill of Materials",
		"JPCERT/CC（情報セキュリティセンター）と連携する。":             "JPCERT/CC=情報セキュリティセンター",
		"IPA（独立行政法人情報処理推進機構）と連携する。":                 "IPA=独立行政法人情報処理推進機構",
		"金融庁（FSA）と連携する。":                            "FSA=金融庁",
		"総務省（MIC）と連携する。":                            "MIC=総務省",
		"市役所（TCH）と連携する。":                            "",
		"同省（MIC）と連携する。":                             "",
		"機構（IPA）と連携する。":                             "",
		"情報処理推進機構（Ipa）と連携する。":                       "",
		"SBOM（部品表）を用いる。":                            "",
		"情報処理推進機構（ABCDEFGHIJKLM）と連携する。":             "",
		"令和６年（2024）による。":                            "",
	} {
		got := ""
		for _, d := range findText(t, s).Definitions {
			got += d.Alias + "=" + d.For
		}
		if got != want {
			t.Errorf("%s: %q, want %q", s, got, want)
		}
	}
}
