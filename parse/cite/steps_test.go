package cite

import (
	"strings"
	"testing"
)

// The old spelling is written anew behind a kanji and some kana, and no byte moves.
func TestModernKana(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "つた": "つた", "つて": "つて", "行つた": "行った", "よつて": "よって", "かつた": "かつた", "行つ": "行つ", "行つと": "行つと",
		"あつた、もつて": "あった、もって", "あつたつて": "あったつて", "なつた": "なった", "とつて見る": "とって見る", "aつた": "aつた",
	} {
		if got := modernKana(in); got != want {
			t.Errorf("%s is written %s, not %s", in, got, want)
		}
	}
}

// The numbers before the title of an entry have one or two digits and a point
// or parenthesis behind them.
func TestSkipLevels(t *testing.T) {
	for in, want := range map[string]int{
		"1.題": 2, "1.2.題": 4, "12）題": 5, "123.題": 0, "１．２．題": 12, "1)題": 2, "1,題": 0, ".題": 0, "〇.題": 0, "一.題": 0, "12": 0, "": 0, "1.2題": 2, "1.題.": 2,
		"1*題": 0, "1／題": 0, "1＊題": 0,
	} {
		if got := skipLevels(in, 0, len(in)); got != want {
			t.Errorf("the numbers before %s end at %d, not %d", in, got, want)
		}
	}
}

func TestVersionAfter(t *testing.T) {
	for in, want := range map[string]string{
		"第2版を": "第2版", " 第2版": "第2版", "第2版": "第2版", "を": "", "": "", "Ver.1.2を": "Ver.1.2", "第１０版改": "第１０版",
	} {
		if got, end := versionAfter(in, 0); got != want || want == "" && end != -1 || want != "" && !strings.HasSuffix(in[:end], want) {
			t.Errorf("the version of %q is %q up to %d, not %q", in, got, end, want)
		}
	}
}

func TestKanjiLawNumber(t *testing.T) {
	for in, want := range map[string]string{
		"平成26年法律第104号":    "平成二十六年法律第百四号",
		"昭和39年政令第9号":      "昭和三十九年政令第九号",
		"平成6年人事院規則15―140": "平成六年人事院規則一五―一四〇",
	} {
		if got := kanjiLawNumber(in); got != want {
			t.Errorf("%s is %s, not %s", in, got, want)
		}
	}
}

// A text stops inside a sentence behind a comma, or where its last sentence has
// a topic or begins with a connective.
func TestUnfinished(t *testing.T) {
	for in, want := range map[string]bool{
		"": false, "道を作る": false, "道を作る、": true, "道を作る，": true, "道は、広い": true, "また、道を作る": true, "　また、道を作る": true,
		"また、道：": false, "また、道:": false, "また、道！": false, "また、道？": false, "また、道．": false, "また、道。": false,
		"道は、広い。川を渡る": false, "川を渡る。また、道を作る": true, "。また、道を作る": true, "道をまた、作る": false,
	} {
		if got := unfinished(in); got != want {
			t.Errorf("%q is unfinished: %t", in, got)
		}
	}
}

// A bracket is looked for some way into the next text, and some way back.
func TestBracketsOverBreaks(t *testing.T) {
	round, _ := bracketOf('（')
	corner, _ := bracketOf('「')
	long := strings.Repeat("あ", maxBroken/3)
	for in, want := range map[string]bool{
		"甲）乙": true, "甲（乙）丙": false, "甲（乙）丙）": true, "「甲」）": true, "甲」": false, "甲": false, "": false, "（甲（乙））": false, "（甲（乙）））": true,
		"a" + long + "）": true, "ab" + long + "）": false,
	} {
		if got := closes(in, round.kind); got != want {
			t.Errorf("%q closes a parenthesis: %t", in, got)
		}
	}
	for in, want := range map[string]int{
		"甲（乙": round.kind, "甲（乙）": 0, "（甲）乙」": 0, "（「甲）": corner.kind, "「（甲）": corner.kind, "": 0, "（「甲」乙": round.kind, "（" + long + "い": 0, "（" + long: 0, "（" + long[3:]: round.kind,
	} {
		if got := opener(in); got != want {
			t.Errorf("%q opens %d, not %d", in, got, want)
		}
	}
}

// Markers are read as the paths of sections have them.
func TestMarkerAt(t *testing.T) {
	for in, want := range map[string]struct {
		marker string
		end    int
	}{
		"(1)x": {"1", 3}, "（１）": {"1", 9}, "①": {"1", 3}, "⑳": {"20", 3}, "0": {"0", 1}, "9": {"9", 1}, "０": {"0", 3}, "９x": {"9", 3},
		"(1": {"", -1}, "()": {"", -1}, "(ア)": {"", -1}, "⑴": {"", -1}, "/": {"", -1}, ":": {"", -1}, "／": {"", -1}, "：": {"", -1}, "ア": {"", -1}, "": {"", -1},
	} {
		if m, end := markerAt(in, 0); m != want.marker || end != want.end {
			t.Errorf("%q begins with %q up to %d, not %q up to %d", in, m, end, want.marker, want.end)
		}
	}
}
