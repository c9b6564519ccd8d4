package fold

import (
	"strconv"
	"strings"

	"shinkyu/parse/lazy"
)

// Mask folds a text and takes out what changes from year to year without
// meaning: dates, years, fiscal years and numbers each become one character
// that stands in no document, so that 令和２年度 and 令和6年度 are the same.
func Mask(s string) string {
	return replaceNumbers(replaceDates(String(s)))
}

// What a masked text holds in place of a year or date, and of a number. They
// are private-use characters and count as no letter.
const (
	Year   = "\ue000"
	Number = "\ue001"
)

// Numerals of a folded text: ASCII digits, or ideographs.
const (
	digits = `(?:\d+|[〇一二三四五六七八九十百]+|元)`
	eras   = `(?:明治|大正|昭和|平成|令和|[MTSHR])`
)

// fiscalYear matches a fiscal year of a folded text.
var fiscalYear = lazy.Pattern(`(` + eras + `)?(` + digits + `)(年度)`)

// An Expr is a run of a folded text and the year that it means.
type Expr struct {
	Start, End int // bytes
	Year       int // in which the fiscal year begins
}

// FiscalYears finds the fiscal years of a folded text: 令和6年度, 2024年度.
func FiscalYears(s string) []Expr {
	if !strings.Contains(s, "年度") {
		return nil
	}
	var out []Expr
	for _, m := range fiscalYear().FindAllStringSubmatchIndex(s, -1) {
		era := ""
		if m[2] >= 0 {
			era = s[m[2]:m[3]]
		}
		if y := year(era, s[m[4]:m[5]]); y > 0 {
			out = append(out, Expr{Start: m[0], End: m[1], Year: y})
		}
	}
	return out
}

// firstYears are the Gregorian years in which the eras began.
var firstYears = map[string]int{
	"明治": 1868, "大正": 1912, "昭和": 1926, "平成": 1989, "令和": 2019,
	"M": 1868, "T": 1912, "S": 1926, "H": 1989, "R": 2019,
}

// year gives the Gregorian year of an era year, or of a four-digit year
// without era; 0 where it is neither.
func year(era, num string) int {
	n, ok := Value(num)
	switch {
	case !ok:
		return 0
	case era != "":
		return firstYears[era] + n - 1
	case n >= 1868 && n < 2200:
		return n
	}
	return 0
}

// Value gives the value of a folded numeral: 12, 1,000, 十二, 二〇二四, 元.
func Value(s string) (int, bool) {
	if s == "元" {
		return 1, true
	}
	if n, err := strconv.Atoi(strings.ReplaceAll(s, ",", "")); err == nil {
		return n, true
	}
	return ideographs(s)
}

// ideographs reads a numeral in ideographs, by place (二〇二四) or with units
// (二千二十四). Numerals over a hundred million are left as they are written.
func ideographs(s string) (int, bool) {
	const figures = "〇一二三四五六七八九"
	total, section, figure, places := 0, 0, -1, 0
	for _, r := range s {
		if i := strings.IndexRune(figures, r); i >= 0 {
			figure, places = max(figure, 0)*10+i/3, places+1
			if places > 8 {
				return 0, false
			}
			continue
		}
		unit := units[r]
		switch {
		case unit == 0:
			return 0, false
		case unit == 10000:
			total, section = total+(section+max(figure, 0))*unit, 0
		case figure < 0:
			section += unit
		default:
			section += figure * unit
		}
		figure, places = -1, 0
	}
	return total + section + max(figure, 0), s != ""
}

var units = map[rune]int{'十': 10, '百': 100, '千': 1000, '万': 10000}
