package cite

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"shinkyu/parse/era"
)

// A lawNumber is the number of a law as it stands in a text.
type lawNumber struct {
	start, end int    // bytes
	text       string // normalised: 平成26年法律第104号
	kind       string // 法律, 政令, 省令, 条例, 告示 …
	dated      bool   // with a day, as histories of amendment have it
}

// lawKinds are the endings of what stands between the year and 第…号; the
// longer ones first. They are the forms of 法令番号, of the ordinances of
// local bodies and of the notices and instructions of ministries.
var lawKinds = []string{
	"太政官布告", "太政官達", "太政官布達", "法律", "政令", "勅令", "閣令", "府令", "省令", "庁令",
	"規則", "条例", "告示", "公示", "訓令", "訓", "訓示", "規程", "条約", "布告", "布達", "令", "達",
}

// maxIssuer bounds, in runes, what may stand between the year and 第…号: the
// names of the ministries of a joint order.
const maxIssuer = 60

// readLawNumber reads the law number that begins with the date d of s.
func readLawNumber(s string, d *era.Expr) (lawNumber, bool) {
	if d.Era == "" || d.Kind != era.Date || d.Err != nil {
		return lawNumber{}, false
	}
	i := skipSpace(s, optWord(s, d.End, "付け"))
	if text, j := readRule(s, i); j >= 0 {
		return lawNumber{start: d.Start, end: j, kind: "規則", text: eraYear(d) + text}, true
	}
	issuer, j := readIssuer(s, i)
	kind := lawKind(issuer)
	if kind == "" {
		return lawNumber{}, false
	}
	no, end, ok := readSerial(s, j)
	if !ok {
		return lawNumber{}, false
	}
	return lawNumber{
		start: d.Start, end: end, kind: kind, dated: len(d.EDTF) > len("2014"),
		text: eraYear(d) + issuer + "第" + no,
	}, true
}

// eraYear writes the year of a date as 平成26年 or 令和元年.
func eraYear(d *era.Expr) string {
	y := "元"
	if d.EraYear != 1 {
		y = strconv.Itoa(d.EraYear)
	}
	return d.Era + y + "年"
}

// readIssuer reads up to the 第 of 第…号 and gives what stands before it,
// white space dropped.
func readIssuer(s string, i int) (issuer string, at int) {
	var b strings.Builder
	for n := 0; i < len(s) && n < maxIssuer; n++ {
		r, w := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == '第' && b.Len() > 0:
			return b.String(), i
		case isSpace(r):
		case !isIdeograph(r) && !isKatakana(r) && !isHiragana(r) && r != '・' && r != '、' && r != '，' && !isLatin(r):
			return "", i
		case r == '、' || r == '，':
			b.WriteRune('・') // joint orders are written with either
		default:
			b.WriteRune(r)
		}
		i += w
	}
	return "", i
}

// lawKind gives the ending of an issuer that makes a law number of it.
func lawKind(issuer string) string {
	for _, k := range lawKinds {
		if strings.HasSuffix(issuer, k) {
			return k
		}
	}
	return ""
}

// readSerial reads 第百四号 or 第12号の2 and gives what stands behind 第, its
// digits as ASCII.
func readSerial(s string, i int) (no string, end int, ok bool) {
	if i = skipWord(s, i, "第"); i < 0 {
		return "", 0, false
	}
	n, j := readNumeral(s, i)
	if j < 0 {
		return "", 0, false
	}
	if j = skipWord(s, skipSpace(s, j), "号"); j < 0 {
		return "", 0, false
	}
	no = strconv.Itoa(n) + "号"
	for {
		k := skipWord(s, j, "の")
		if k < 0 {
			return no, j, true
		}
		m, l := readNumeral(s, k)
		if l < 0 {
			return no, j, true
		}
		no, j = no+"の"+strconv.Itoa(m), l
	}
}

// optWord gives the offset behind w where it stands at i, and i otherwise.
func optWord(s string, i int, w string) int { return max(i, skipWord(s, i, w)) }

// skipWord gives the offset behind w where it stands at i, -1 otherwise.
func skipWord(s string, i int, w string) int {
	if i >= 0 && i <= len(s) && strings.HasPrefix(s[i:], w) {
		return i + len(w)
	}
	return -1
}

// readNumeral reads a numeral at i, white space around and inside allowed.
func readNumeral(s string, i int) (n, end int) {
	var b strings.Builder
	end = -1
	for j := skipSpace(s, i); j < len(s) && b.Len() < 40; j = skipSpace(s, j) {
		r, w := utf8.DecodeRuneInString(s[j:])
		if !isNumeral(r) {
			break
		}
		b.WriteRune(r)
		j += w
		end = j
	}
	n, ok := era.Number(b.String())
	if !ok {
		return 0, -1
	}
	return n, end
}

// kanjiNumber writes a number by place, as in 平成二十六年法律第百四号, the form
// that e-Gov's interface takes.
func kanjiNumber(n int) string {
	if n >= 10000 {
		return kanjiNumber(n/10000) + "万" + strings.TrimPrefix(kanjiNumber(n%10000), "〇")
	}
	if n == 0 {
		return "〇"
	}
	var b strings.Builder
	digits := []string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}
	for _, p := range []struct {
		value int
		sign  string
	}{{1000, "千"}, {100, "百"}, {10, "十"}, {1, ""}} {
		d := n / p.value % 10
		switch {
		case d == 0:
		case d == 1 && p.value > 1:
			b.WriteString(p.sign)
		default:
			b.WriteString(digits[d] + p.sign)
		}
	}
	return b.String()
}
