package era

import (
	"strings"
	"unicode/utf8"
)

// Scan gives every date, year, fiscal year, range and deadline of a text, in
// order and not overlapping. It takes time linear in the text: an expression
// is bounded in length, and nothing is looked at again before where one began.
//
// 同年, 翌年 and the like are resolved against the dates before them in the
// text; expressions that need the date of the document are left to [Resolve].
func Scan(text string) []Expr {
	var out []Expr
	for i := 0; i < len(text); {
		c := text[i]
		if c < 0x80 && !('0' <= c && c <= '9') && !isLetterByte(c) {
			i++
			continue
		}
		if kana(text[i:]) {
			i += 3
			continue
		}
		r, w := utf8.DecodeRuneInString(text[i:])
		if !begins(r) {
			i += w
			continue
		}
		list := scanAt(text, i)
		if len(list) == 0 {
			i = after(text, i, r, w)
			continue
		}
		out = append(out, list...)
		i = list[len(list)-1].End
	}
	return resolve(out, "")
}

// kana reports whether s begins with a kana, in three bytes, by its bytes alone.
func kana(s string) bool {
	return len(s) > 2 && s[0] == 0xE3 && 0x81 <= s[1] && s[1] <= 0x83 && 0x80 <= s[2] && s[2] <= 0xBF
}

func isLetterByte(c byte) bool {
	return c == 'M' || c == 'T' || c == 'S' || c == 'H' || c == 'R' || c == 'F'
}

// begins reports whether an expression can begin with r.
func begins(r rune) bool {
	switch r {
	case '明', '大', '昭', '平', '令', '㍾', '㍽', '㍼', '㍻', '㋿', '西', // eras
		'M', 'T', 'S', 'H', 'R', 'F', 'Ｍ', 'Ｔ', 'Ｓ', 'Ｈ', 'Ｒ', 'Ｆ':
		return true
	}
	return isRelative(r) || isNumeral(r)
}

// isRelative reports whether a word that counts from another date begins with
// r; 一昨年 begins with a numeral besides.
func isRelative(r rune) bool {
	switch r {
	case '昨', '去', '本', '今', '来', '再', '次', '翌', '前', '同', '先':
		return true
	}
	return false
}

// isCount tells a short number from a Western year, which has four digits:
// the 57 of 第57号. One with white space behind it may go on.
func isCount(s string, i int) bool {
	for n := 0; i < len(s); n++ {
		r, w := utf8.DecodeRuneInString(s[i:])
		if _, ok := digit(r); !ok {
			return 0 < n && n < 4 && place(r) == 0 && gap(s, i) == i
		}
		i += w
	}
	return false
}

// after gives where to go on when nothing begins at i: behind the numeral that
// begins there, since a year does not begin in the middle of one.
func after(s string, i int, r rune, w int) int {
	if !isNumeral(r) {
		return i + w
	}
	for {
		r, w := utf8.DecodeRuneInString(s[i:])
		if !isNumeral(r) {
			return i
		}
		i += w
	}
}

// scanAt reads the expressions that begin at i: one, or the several years of a
// list that share their era (令和3年度及び4年度).
func scanAt(s string, i int) []Expr {
	r, _ := utf8.DecodeRuneInString(s[i:])
	relative := isRelative(r)
	var e Expr
	ok := false
	if !relative && !isCount(s, i) {
		if e, ok = readSpan(s, i); !ok {
			if list := readUnitless(s, i); list != nil {
				return list
			}
			e, ok = readShort(s, i)
		}
	}
	if !ok && (relative || r == '一') { // 一昨年
		e, ok = readRelative(s, i)
	}
	if !ok {
		return nil
	}
	e.Text = s[e.Start:e.End]
	e.set()
	return append([]Expr{e}, readList(s, e)...)
}

// readShort reads 2025/04/29, 2025.11.3, 2025-04-29, R3/7/18, H30.7.27,
// 平成30.7.27 and 令和6.4, and ranges of them.
func readShort(s string, i int) (Expr, bool) {
	if r, _ := utf8.DecodeLastRuneInString(s[:i]); isWordRune(r) || r == '.' || r == '/' || r == '-' {
		return Expr{}, false
	}
	p, sep, j := readShortPoint(s, i)
	if j == none {
		return Expr{}, false
	}
	e := Expr{Start: i, End: j, Kind: Date, from: p}
	if k := skipAny(s, j, rangeLinks...); k != none && !strings.HasPrefix(s[j:], sep) {
		if k = gap(s, k); k == none {
			return e, true
		}
		if q, _, l := readShortPoint(s, k); l != none && q.plain() > p.plain() {
			e.Kind, e.to, e.End = Range, q, l
		}
	}
	return e, true
}

// readShortPoint reads one such date and gives its separator and the offset
// after it, or none. Only behind the name of an era may the day be missing: 2024.4
// and R5.4 are numbers too.
func readShortPoint(s string, i int) (p point, sep string, end int) {
	j := readLetterYear(s, i, &p)
	named := false
	if j == none {
		if j = readYearNumber(s, i, &p); j == none || p.noYear {
			return p, "", none
		}
		named = p.era != nil
	}
	if sep = shortSeparator(s, j); sep == "" {
		return p, "", none
	}
	m, j := readTight(s, j+len(sep))
	if m < 1 || m > 12 {
		return p, "", none
	}
	p.month = m
	if strings.HasPrefix(s[j:], sep) && followedByDigit(s, j+len(sep)) {
		d, k := readTight(s, j+len(sep))
		if d < 1 || d > 31 {
			return p, "", none
		}
		p.day, j = d, k
	} else if !named || sep == "-" || sep == "－" {
		return p, "", none
	}
	if r, _ := utf8.DecodeRuneInString(s[j:]); isWordRune(r) || strings.HasPrefix(s[j:], sep) && followedByDigit(s, j+len(sep)) {
		return p, "", none
	}
	return p, sep, j
}

func followedByDigit(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	_, ok := digit(r)
	return ok
}

// isWordRune reports whether r is a Latin letter or digit of either width.
func isWordRune(r rune) bool {
	return '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' ||
		'０' <= r && r <= '９' || 'ａ' <= r && r <= 'ｚ' || 'Ａ' <= r && r <= 'Ｚ'
}

func shortSeparator(s string, i int) string {
	for _, sep := range []string{"/", ".", "-", "／", "．", "－"} {
		if strings.HasPrefix(s[i:], sep) {
			return sep
		}
	}
	return ""
}

// readTight reads one or two digits with no white space; 0 where there are none.
func readTight(s string, i int) (n, end int) {
	for end = i; ; {
		r, w := utf8.DecodeRuneInString(s[end:])
		if !isWordRune(r) {
			return n, end
		}
		d, is := digit(r)
		if !is || n > 9 {
			return 0, i
		}
		n = n*10 + d
		end += w
	}
}
