// Package numeral writes the numbers of automatic lists as a reader sees them.
// Its systems are those of CSS Counter Styles Level 3, section 3.1, which also
// describe what Word does.
package numeral

import (
	"strconv"
	"strings"
)

// The orders of kana, from their first sign on.
const (
	Gojuon     = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
	GojuonHalf = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ"
	Iroha      = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス"
	IrohaHalf  = "ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽ"
	Latin      = "abcdefghijklmnopqrstuvwxyz"
	Kanji      = "〇一二三四五六七八九"
)

// maxRepeats bounds how often [Symbolic] repeats a sign.
const maxRepeats = 30

// Numeric writes n, not negative, digit by digit with ten signs from nought on.
func Numeric(n int, digits string) string {
	set := []rune(digits)
	var b strings.Builder
	for _, d := range strconv.Itoa(n) {
		b.WriteRune(set[d-'0'])
	}
	return b.String()
}

// Fixed picks the sign of n; numbers beyond the signs are decimal.
func Fixed(n int, signs string) string {
	if set := []rune(signs); 1 <= n && n <= len(set) {
		return string(set[n-1])
	}
	return strconv.Itoa(n)
}

// Cyclic picks the sign of n and begins again after the last.
func Cyclic(n int, signs string) string {
	if n < 1 {
		return strconv.Itoa(n)
	}
	set := []rune(signs)
	return string(set[(n-1)%len(set)])
}

// Symbolic picks the sign of n and after the last begins again with two of
// each: z, aa, bb.
func Symbolic(n int, signs string) string {
	if n < 1 {
		return strconv.Itoa(n)
	}
	set := []rune(signs)
	return strings.Repeat(string(set[(n-1)%len(set)]), min((n-1)/len(set)+1, maxRepeats))
}

// Alphabetic counts with the signs as with digits that have no nought: z, aa,
// ab.
func Alphabetic(n int, signs string) string {
	if n < 1 {
		return strconv.Itoa(n)
	}
	set := []rune(signs)
	s := ""
	for ; n > 0; n = (n - 1) / len(set) {
		s = string(set[(n-1)%len(set)]) + s
	}
	return s
}

// Roman writes n from 1 to 3999 in capital letters, others in decimal.
func Roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	values := []int{1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1}
	signs := []string{"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"}
	s := ""
	for i, v := range values {
		for ; n >= v; n -= v {
			s += signs[i]
		}
	}
	return s
}

// A Counting is how numbers are said: 一, 十, 十一, 二十, 百一.
type Counting struct {
	Digits string // from nought on
	Units  string // ten, hundred, thousand
	Ones   bool   // the one before a unit is written: 壱拾
}

// The ways of counting: in documents, and in deeds, where no stroke can be
// added.
var (
	Plain = Counting{Digits: Kanji, Units: "十百千"}
	Legal = Counting{Digits: "〇壱弐参四伍六七八九", Units: "拾百阡", Ones: true}
)

// Write writes n from 1 to 9999, others digit by digit.
func (c Counting) Write(n int) string {
	if n < 1 || n > 9999 {
		return Numeric(max(n, 0), c.Digits)
	}
	digits, units := []rune(c.Digits), []rune(c.Units)
	var b strings.Builder
	for i, unit := 3, 1000; unit > 0; i, unit = i-1, unit/10 {
		d := n / unit % 10
		switch {
		case d == 0:
			continue
		case d > 1 || i == 0 || c.Ones:
			b.WriteRune(digits[d])
		}
		if i > 0 {
			b.WriteRune(units[i-1])
		}
	}
	return b.String()
}
