package fold

import (
	"strings"
	"unicode/utf8"
)

// replaceDates puts Year in the place of each year or date of a folded text:
// 令和5年6月16日, 2023年度, 平成31年. In the terms of a regular expression, which
// took most of the time of comparing long documents, a date is
//
//	(?:era digits|(?:19|20)\d\d)(?:年度|年)(?:digits月(?:digits日)?)?
//
// with the era and digits of this package.
func replaceDates(s string) string {
	var b strings.Builder
	kept, from := 0, 0 // s up to kept is written, no date begins before from
	for {
		i := strings.Index(s[from:], "年")
		if i < 0 {
			break
		}
		year := from + i
		start, ok := yearBefore(s[kept:year])
		from = year + len("年")
		if ok {
			b.WriteString(s[kept : kept+start])
			b.WriteString(Year)
			from += dayBehind(s[from:])
			kept = from
		}
	}
	if kept == 0 {
		return s
	}
	b.WriteString(s[kept:])
	return b.String()
}

// yearBefore gives where the year at the end of s begins: of an era, or in four
// digits.
func yearBefore(s string) (start int, ok bool) {
	if n := digitsBefore(s); n > 0 {
		if e := eraBefore(s[:len(s)-n]); e > 0 {
			return len(s) - n - e, true
		}
	}
	if n := len(s); n >= 4 && (s[n-4:n-2] == "19" || s[n-4:n-2] == "20") && isDigit(s[n-2]) && isDigit(s[n-1]) {
		return n - 4, true
	}
	return 0, false
}

// eraBefore gives the length in bytes of the era at the end of s, 0 for none.
func eraBefore(s string) int {
	if n := len(s); n > 0 && strings.IndexByte("MTSHR", s[n-1]) >= 0 {
		return 1
	}
	for _, e := range [...]string{"令和", "平成", "昭和", "大正", "明治"} {
		if strings.HasSuffix(s, e) {
			return len(e)
		}
	}
	return 0
}

// digitsBefore gives the length in bytes of the numeral at the end of s: ASCII
// digits, ideographs or 元.
func digitsBefore(s string) int {
	i := len(s)
	for i > 0 && isDigit(s[i-1]) {
		i--
	}
	if i < len(s) {
		return len(s) - i
	}
	for {
		r, n := utf8.DecodeLastRuneInString(s[:i])
		if !isIdeograph(r) {
			break
		}
		i -= n
	}
	if i == len(s) && strings.HasSuffix(s, "元") {
		return len("元")
	}
	return len(s) - i
}

// dayBehind gives the length in bytes of what stands behind 年 and is part of
// the date: 度, a month, a day.
func dayBehind(s string) int {
	end := 0
	if strings.HasPrefix(s, "度") {
		end = len("度")
	}
	for _, sign := range [...]string{"月", "日"} {
		n := digitsBehind(s[end:])
		if n == 0 || !strings.HasPrefix(s[end+n:], sign) {
			break
		}
		end += n + len(sign)
	}
	return end
}

// digitsBehind gives the length in bytes of the numeral that s begins with.
func digitsBehind(s string) int {
	i := 0
	for i < len(s) && isDigit(s[i]) {
		i++
	}
	if i > 0 {
		return i
	}
	for {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !isIdeograph(r) {
			break
		}
		i += n
	}
	if i == 0 && strings.HasPrefix(s, "元") {
		return len("元")
	}
	return i
}

// replaceNumbers puts Number in the place of each figure: 12, 1,000, 1.5.
func replaceNumbers(s string) string {
	i := strings.IndexFunc(s, func(r rune) bool { return r >= '0' && r <= '9' })
	if i < 0 {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + 8)
	kept := 0
	for i < len(s) {
		if !isDigit(s[i]) {
			i++
			continue
		}
		b.WriteString(s[kept:i])
		b.WriteString(Number)
		for i < len(s) && (isDigit(s[i]) || (s[i] == '.' || s[i] == ',') && i+1 < len(s) && isDigit(s[i+1])) {
			i++
		}
		kept = i
	}
	b.WriteString(s[kept:])
	return b.String()
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isIdeograph(r rune) bool {
	switch r {
	case '〇', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '百':
		return true
	}
	return false
}
