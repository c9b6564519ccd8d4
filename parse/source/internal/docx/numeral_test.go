package docx

import (
	"testing"

	"shinkyu/parse/era"
)

// TestNumeral has the numbers that Word shows for each format of a list
// (ECMA-376 Part 1, 17.18.59), and where its signs run out.
func TestNumeral(t *testing.T) {
	for _, c := range []struct {
		format string
		n      int
		want   string
	}{
		{"none", 3, ""},
		{"bullet", 3, ""},
		{"decimal", 0, "0"},
		{"decimal", -1, "-1"},
		{"decimalZero", 9, "09"},
		{"decimalZero", 10, "10"},
		{"decimalFullWidth", 10, "１０"},
		{"decimalFullWidth2", 205, "２０５"},
		{"upperRoman", 4, "IV"},
		{"upperRoman", 1999, "MCMXCIX"},
		{"lowerRoman", 48, "xlviii"},
		{"lowerRoman", 4000, "4000"},
		{"upperRoman", 0, "0"},
		{"upperLetter", 26, "Z"},
		{"lowerLetter", 27, "aa"}, // Word repeats the letter, a spreadsheet counts on
		{"lowerLetter", 28, "bb"},
		{"lowerLetter", 0, "0"},
		{"ordinal", 1, "1st"},
		{"ordinal", 2, "2nd"},
		{"ordinal", 3, "3rd"},
		{"ordinal", 4, "4th"},
		{"ordinal", 11, "11th"},
		{"ordinal", 112, "112th"},
		{"ordinal", 121, "121st"},
		{"numberInDash", 3, "- 3 -"},
		{"aiueo", 46, "ﾝ"},
		{"aiueo", 47, "ｱ"},
		{"aiueoFullWidth", 45, "ヲ"},
		{"aiueoFullWidth", 0, "0"},
		{"iroha", 4, "ﾆ"},
		{"irohaFullWidth", 7, "ト"},
		{"irohaFullWidth", 48, "ン"},
		{"japaneseCounting", 0, "〇"},
		{"japaneseCounting", 1, "一"},
		{"japaneseCounting", 10, "十"},
		{"japaneseCounting", 11, "十一"},
		{"japaneseCounting", 20, "二十"},
		{"japaneseCounting", 110, "百十"},
		{"japaneseCounting", 1905, "千九百五"},
		{"japaneseCounting", 10000, "一〇〇〇〇"},
		{"japaneseLegal", 11, "壱拾壱"},
		{"japaneseLegal", 130, "壱百参拾"},
		{"japaneseDigitalTenThousand", 10, "一〇"},
		{"decimalEnclosedCircle", 1, "①"},
		{"decimalEnclosedCircle", 21, "㉑"},
		{"decimalEnclosedCircle", 50, "㊿"},
		{"decimalEnclosedCircle", 51, "51"},
		{"decimalEnclosedCircle", 0, "0"},
		{"decimalEnclosedFullstop", 20, "⒛"},
		{"decimalEnclosedParen", 3, "⑶"},
		{"ideographEnclosedCircle", 10, "㊉"},
		{"ideographEnclosedCircle", 11, "11"},
		{"ideographTraditional", 2, "乙"},
		{"ideographZodiac", 12, "亥"},
		{"hex", 30, "1E"},
		{"thaiCounting", 3, "3"}, // not known
	} {
		if got := inFormat(c.format, c.n); got != c.want {
			t.Errorf("%s of %d is %q, want %q", c.format, c.n, got, c.want)
		}
	}
}

// TestNumeralReadsBack: what Word shows as a number in a Japanese style is read
// as that number where it is cited.
func TestNumeralReadsBack(t *testing.T) {
	for _, format := range []string{"decimal", "decimalFullWidth", "japaneseCounting", "japaneseDigitalTenThousand"} {
		for n := 1; n <= 2500; n++ {
			if got, ok := era.Number(inFormat(format, n)); !ok || got != n {
				t.Fatalf("%s writes %d as %s, which is read as %d, %v", format, n, inFormat(format, n), got, ok)
			}
		}
	}
}

// TestNumeralsDiffer: no two items of a list as long as its signs last have
// the same marker.
func TestNumeralsDiffer(t *testing.T) {
	for format, last := range map[string]int{
		"decimalZero": 100, "upperRoman": 3999, "lowerLetter": 780, "ordinal": 200, "aiueo": 46, "aiueoFullWidth": 46,
		"iroha": 48, "irohaFullWidth": 48, "japaneseLegal": 9999, "decimalEnclosedCircle": 60, "decimalEnclosedParen": 30,
		"ideographZodiac": 20, "hex": 300,
	} {
		seen := map[string]int{}
		for n := 1; n <= last; n++ {
			s := inFormat(format, n)
			if first, ok := seen[s]; ok || s == "" {
				t.Fatalf("%s writes %d and %d as %q", format, first, n, s)
			}
			seen[s] = n
		}
	}
}
