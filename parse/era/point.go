package era

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// A point is a year, a fiscal year, a month or a day as read.
type point struct {
	era    *era // nil for a Western year
	count  int  // the year of the era
	year   int  // Gregorian
	other  int  // the year as the second calendar has it; 0 where there is none
	month  int  // 0 where not given
	day    int  // 0 where not given
	fiscal bool
	decade bool
	noYear bool // 令和〇年
	end    bool // 末
	rel    relative
}

// plain is the EDTF of a point that is no fiscal year.
func (p *point) plain() string {
	switch {
	case p.decade:
		return fmt.Sprintf("%03dX", p.year/10)
	case p.month == 0 || p.lunisolar():
		return fmt.Sprintf("%04d", p.year)
	case p.day == 0:
		return fmt.Sprintf("%04d-%02d", p.year, p.month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", p.year, p.month, p.day)
}

// first is the EDTF of the point where a range begins.
func (p *point) first() string {
	if p.fiscal {
		return fmt.Sprintf("%04d-04-01", p.year)
	}
	return p.plain()
}

// last is the EDTF of the point where a range or a term ends.
func (p *point) last() string {
	switch {
	case p.fiscal:
		return fmt.Sprintf("%04d-03-31", p.year+1)
	case !p.end || p.decade || p.day > 0 || p.lunisolar():
		return p.plain()
	case p.month == 0:
		return fmt.Sprintf("%04d-12-31", p.year)
	}
	return fmt.Sprintf("%04d-%02d-%02d", p.year, p.month, p.days())
}

// readPoint reads a year with what follows it at i, and gives the offset
// after it, or none.
func readPoint(s string, i int) (p point, end int) {
	j := readYear(s, i, &p)
	if j == none {
		return p, none
	}
	if p.fiscal || p.decade {
		return p, j
	}
	j = readMonthDay(s, j, &p)
	return p, j
}

// readYear reads the year of a point up to and with 年, 年度 or 年代 and the
// year in the other calendar that stands in parentheses.
func readYear(s string, i int, p *point) int {
	if j := readFY(s, i, p); j != none {
		return j
	}
	j := readYearNumber(s, i, p)
	if j == none {
		return none
	}
	if k := skipAny(s, j, "FY", "ＦＹ"); k != none && p.era == nil && !beginsWord(s, k) { // 2023FY
		p.fiscal = true
		return k
	}
	if k := readOther(s, j, p, false); k != none { // 令和2（2020）年
		j = k
	}
	if j = skip(s, j, "年"); j == none {
		return none
	}
	if k := readFiscal(s, j); k != none {
		p.fiscal, j = true, k
	} else if k := skip(s, j, "代"); k != none && (p.era == nil && p.year%10 == 0 || p.era != nil && p.count%10 == 0 && p.count > 0) {
		p.decade, j = true, k
		return j
	}
	if k := readOther(s, j, p, true); k != none { // 2020年（令和2年）
		j = k
		if k := readFiscal(s, j); k != none && !p.fiscal { // 平成31年（令和元年）度
			p.fiscal, j = true, k
		}
	}
	if p.era == nil && !p.fiscal && isDuration(s, j) {
		return none
	}
	return j
}

// readFY reads FY2023 at i.
func readFY(s string, i int, p *point) int {
	j := skipAny(s, i, "FY", "ＦＹ")
	if r, _ := utf8.DecodeLastRuneInString(s[:i]); j == none || isWordRune(r) {
		return none
	}
	if j = readWestern(s, j, p); j == none || beginsWord(s, j) {
		return none
	}
	p.fiscal = true
	return j
}

// beginsWord reports whether a Latin letter or a digit stands at i.
func beginsWord(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return isWordRune(r)
}

// readFiscal reads the 度 of 年度.
func readFiscal(s string, i int) int { return skip(s, i, "度") }

// isDuration tells 2000年間 and 2000年前 from years.
func isDuration(s string, i int) bool {
	rest := s[i:]
	return strings.HasPrefix(rest, "間") || strings.HasPrefix(rest, "余") ||
		strings.HasPrefix(rest, "以上") ||
		strings.HasPrefix(rest, "前") && !strings.HasPrefix(rest, "前半") && !strings.HasPrefix(rest, "前期")
}

// readYearNumber reads 令和5, 令和元, R5, 西暦2020 or 2020.
func readYearNumber(s string, i int, p *point) int {
	if e, j := readEra(s, i); e != nil {
		return readEraYear(s, j, e, p)
	}
	if j := readInitial(s, i, p); j != none {
		return j
	}
	if j := skip(s, i, "西暦"); j != none {
		i = j
	}
	return readWestern(s, i, p)
}

// readEraYear reads the count of years behind the name of an era.
func readEraYear(s string, i int, e *era, p *point) int {
	p.era = e
	if j := skip(s, i, "元"); j != none {
		p.count, p.year = 1, e.firstYear()
		return j
	}
	if n, j, ok := readNumber(s, i, 4); ok && !(n == 0 && holeOnly(s, i, j)) {
		if n > 150 {
			return none
		}
		p.count, p.year = n, e.firstYear()+n-1
		return j
	}
	if j := readHole(s, i); j != none {
		p.noYear = true
		return j
	}
	return none
}

// holeOnly reports whether s[i:j] is 〇, which is both zero and an open place.
func holeOnly(s string, i, j int) bool {
	return strings.Trim(s[i:j], "〇 \u3000\n\r\t") == ""
}

// Western years that are taken for years.
const (
	westernFirst = 1600
	westernLast  = 2199
)

// readWestern reads a Western year: four digits without white space between
// them, or with white space between all of them (２ ０ ２ ０), or with one line
// break; or a kanji numeral by place (二千二十).
func readWestern(s string, i int, p *point) int {
	if i = gap(s, i); i == none {
		return none
	}
	j, signs := i, 0
	var n numeral
	for {
		r, w := utf8.DecodeRuneInString(s[j:])
		if !isNumeral(r) {
			break
		}
		n.add(r)
		j += w
		signs++
	}
	if !n.places && signs < 4 {
		return readSpaced(s, i, p)
	}
	v, ok := n.value()
	if !ok || !n.places && signs != 4 || v < westernFirst || v > westernLast {
		return none
	}
	p.year = v
	return j
}

// readSpaced reads a year of four digits with white space between them.
func readSpaced(s string, i int, p *point) int {
	v, signs, gaps, breaks := 0, 0, 0, 0
	end := i
	for signs < 5 {
		j := gap(s, end)
		if j == none {
			break
		}
		r, w := utf8.DecodeRuneInString(s[j:])
		d, ok := digit(r)
		if !ok {
			break
		}
		if j > end && signs > 0 {
			gaps++
			if strings.ContainsAny(s[end:j], "\n\r") {
				breaks++
			}
		}
		v, end = v*10+d, j+w
		signs++
	}
	if signs != 4 || gaps != 3 && breaks != gaps || v < westernFirst || v > westernLast {
		return none
	}
	p.year = v
	return end
}

// readEra reads the name of an era; nil where none stands at i.
func readEra(s string, i int) (*era, int) {
	if i = gap(s, i); i == none {
		return nil, none
	}
	r, w := utf8.DecodeRuneInString(s[i:])
	for k := range eras {
		e := &eras[k]
		if r == e.square {
			return e, i + w
		}
		if strings.HasPrefix(e.name, s[i:i+w]) {
			if j := skip(s, i, e.name); j != none {
				return e, j
			}
		}
	}
	return nil, none
}

// readOther reads the year in the other calendar, （令和2年） or, before 年,
// （2020）. Where the parentheses hold more or something else, it is none.
func readOther(s string, i int, p *point, after bool) int {
	j := skipAny(s, i, "（", "(", "／", "/", "〔", "［")
	if j == none {
		return none
	}
	closed := strings.HasSuffix(s[i:j], "／") || strings.HasSuffix(s[i:j], "/")
	var q point
	if j = readYearNumber(s, j, &q); j == none {
		if j = readLetterYear(s, skipAny(s, i, "（", "("), &q); j == none {
			return none
		}
	}
	if q.noYear || (q.era == nil) == (p.era == nil) && (q.era == p.era || q.year != p.year) {
		return none // 平成31年（令和元年） is one year in two eras
	}
	if after {
		if k := skip(s, j, "年"); k != none {
			j = k
			if k := skip(s, j, "度"); k != none {
				j = k
			}
		} else if closed {
			return none
		}
	}
	if !closed {
		if j = skipAny(s, j, "）", ")", "〕", "］"); j == none {
			return none
		}
	} else if !after {
		return none
	}
	p.other = q.year
	return j
}

// readLetterYear reads R2 or H30 at i.
func readLetterYear(s string, i int, p *point) int {
	e, j := readLetter(s, i)
	if e == nil {
		return none
	}
	n, k, ok := readNumber(s, j, 2)
	if !ok || n < 1 {
		return none
	}
	p.era, p.count, p.year = e, n, e.firstYear()+n-1
	return k
}

// readInitial reads the R5 of R5年度. The M1 of M1年 is a student, and none of
// the eras that began with M or T is written so.
func readInitial(s string, i int, p *point) int {
	j := gap(s, i)
	e, k := readLetter(s, j)
	if e == nil || e.letter == 'M' || e.letter == 'T' || !beginsWord(s, k) {
		return none
	}
	if r, _ := utf8.DecodeLastRuneInString(s[:j]); isWordRune(r) {
		return none
	}
	return readLetterYear(s, j, p)
}

// readLetter reads M, T, S, H or R in either width.
func readLetter(s string, i int) (*era, int) {
	if i == none {
		return nil, none
	}
	r, w := utf8.DecodeRuneInString(s[i:])
	for k := range eras {
		if l := eras[k].letter; r == l || r == l+'Ａ'-'A' {
			return &eras[k], i + w
		}
	}
	return nil, none
}

// readMonthDay reads the month and day behind 年 and gives the offset after
// them; open places end the point there, and their signs belong to it.
func readMonthDay(s string, i int, p *point) int {
	j := i
	bracket := skipAny(s, i, "〔", "［", "[")
	if bracket != none {
		j = bracket
	}
	m, k := readUnit(s, j, "月")
	if k == none {
		return i
	}
	p.month = m
	d, l := readUnit(s, k, "日")
	if l != none {
		p.day, k = d, l
	}
	if p.month == 0 {
		p.day = 0
	}
	if bracket != none {
		if k = skipAny(s, k, "〕", "］", "]"); k == none {
			p.month, p.day = 0, 0
			return i
		}
	}
	return k
}

// readUnit reads a number, or signs that keep it open (value 0), and its unit.
// 0月 and 00日 count as open too. It gives no offset where neither is there,
// or where the unit begins another word (3か月, 10日間, 5日目).
func readUnit(s string, i int, unit string) (int, int) {
	n, j, ok := readNumber(s, i, 3)
	if !ok {
		if j = readHole(s, i); j == none {
			return 0, none
		}
	}
	if j = skip(s, j, unit); j == none {
		return 0, none
	}
	if rest := s[j:]; strings.HasPrefix(rest, "間") || strings.HasPrefix(rest, "目") {
		return 0, none
	}
	return n, j
}
