package era

import "strings"

// readSpan reads a point at i and, where one follows, the end of its range or
// the sign that it is a deadline.
func readSpan(s string, i int) (Expr, bool) {
	if e, ok := readSharedUnit(s, i); ok {
		return e, true
	}
	p, j := readPoint(s, i)
	if j < 0 {
		return Expr{}, false
	}
	return readTail(s, i, p, j), true
}

// readTail turns the point p of s[i:j] into a range, a deadline or itself.
func readTail(s string, i int, p point, j int) Expr {
	e := Expr{Start: i, End: j, Kind: Date, from: p, Open: isOpen(s[i:j])}
	if p.fiscal {
		e.Kind = FiscalYear
	}
	if q, k := readRangeEnd(s, j, &p); k >= 0 {
		e.Kind, e.End, e.to = Range, k, q
		if q.fiscal && p.month == 0 {
			e.from.fiscal = true // 2018年～2019年度
		}
		return e
	}
	if k := skip(s, j, "末"); k >= 0 && !p.decade && p.day == 0 {
		e.from.end, e.End, e.Kind = true, k, Date
		j = k
	}
	if k := readTerm(s, j); k >= 0 && !e.from.noYear {
		e.Kind, e.End = Deadline, k
	}
	return e
}

// noSpace takes white space away.
var noSpace = strings.NewReplacer(" ", "", "\u3000", "", "\n", "", "\r", "", "\t", "")

// isOpen reports whether the text of a point keeps a place open.
func isOpen(text string) bool {
	for _, r := range text {
		if isHole(r) && r != '〇' {
			return true
		}
	}
	if !strings.Contains(text, "〇") {
		return false
	}
	// 〇 is a hole only where it stands for a whole number.
	t := noSpace.Replace(text)
	return strings.Contains(t, "年〇") || strings.Contains(t, "月〇") || strings.Contains(t, "〔〇")
}

// readTerm reads what makes a deadline of the point before it.
func readTerm(s string, i int) int {
	j := i
	if k := skipAny(s, i, "中", "内"); k >= 0 {
		j = k
	}
	if k := skip(s, j, "まで"); k >= 0 {
		if skip(s, k, "の間") >= 0 { // the end of a range whose beginning stands elsewhere
			return -1
		}
		return k
	}
	if k := skipAny(s, j, "を目途", "を目処", "をめど", "を期限", "を目標"); k >= 0 {
		return k
	}
	return -1
}

// rangeLinks stand between the ends of a range.
var rangeLinks = []string{"から", "より", "～", "〜", "~", "－", "―", "—", "‐", "–", "-", "ー", "─", "→", "乃至", "ないし"}

// readRangeEnd reads the link and the end of a range that begins with p. The
// end may leave out what it shares with the beginning.
func readRangeEnd(s string, i int, p *point) (point, int) {
	if p.decade || p.noYear {
		return point{}, -1
	}
	j := skipAny(s, skipWeekday(s, i), rangeLinks...)
	if j < 0 {
		return point{}, -1
	}
	if j = gap(s, j); j < 0 {
		return point{}, -1
	}
	if q, k := readPoint(s, j); k >= 0 && !q.noYear {
		if l := skip(s, k, "末"); l >= 0 {
			q.end, k = true, l
		}
		if q.last() < p.first() && !p.rel.is() {
			return point{}, -1
		}
		return q, k
	}
	if p.rel.is() {
		if q, k := readRelativePoint(s, j); k >= 0 {
			return q, k
		}
	}
	return readShared(s, j, p)
}

// skipWeekday passes over （金） or （金曜日）.
func skipWeekday(s string, i int) int {
	j := skipAny(s, i, "（", "(")
	if j < 0 {
		return i
	}
	if j = skipAny(s, j, "月", "火", "水", "木", "金", "土", "日"); j < 0 {
		return i
	}
	if k := skip(s, j, "曜日"); k >= 0 {
		j = k
	} else if k := skip(s, j, "曜"); k >= 0 {
		j = k
	}
	if j = skipAny(s, j, "）", ")"); j < 0 {
		return i
	}
	return j
}

// readShared reads the end of a range that leaves out the era, the year or the
// month of its beginning: 令和5年7月～9月, 平成28年度から32年度, 7月27日～29日.
func readShared(s string, i int, p *point) (point, int) {
	q := *p
	q.other, q.rel = 0, p.rel
	if n, j := readUnit(s, i, "年", 2); j >= 0 && p.era != nil && n > p.count {
		q.count, q.year, q.month, q.day = n, p.era.firstYear()+n-1, 0, 0
		if k := readFiscal(s, j); k >= 0 {
			q.fiscal = true
			return q, k
		}
		if p.fiscal {
			return point{}, -1
		}
		j = readMonthDay(s, j, &q)
		return q, j
	}
	if n, j := readUnit(s, i, "月", 2); j >= 0 && p.month > 0 && n >= p.month && n <= 12 {
		q.month, q.day = n, 0
		if d, k := readUnit(s, j, "日", 2); k >= 0 {
			q.day, j = d, k
		}
		return q, j
	}
	if n, j := readUnit(s, i, "日", 2); j >= 0 && p.day > 0 && n > p.day {
		q.day = n
		return q, j
	}
	return point{}, -1
}

// readSharedUnit reads a range of which only the end has the unit:
// 2018～2020年度, 令和元～3年度, 平成28-32年度.
func readSharedUnit(s string, i int) (Expr, bool) {
	var p, q point
	j := readYearNumber(s, i, &p)
	if j < 0 || p.noYear {
		return Expr{}, false
	}
	k := skipAny(s, j, "～", "〜", "~", "－", "―", "—", "‐", "–", "-", "ー")
	if k < 0 {
		return Expr{}, false
	}
	if k = readSharedYear(s, k, &p, &q); k < 0 {
		return Expr{}, false
	}
	if k = skip(s, k, "年"); k < 0 || q.year <= p.year {
		return Expr{}, false
	}
	if l := readFiscal(s, k); l >= 0 {
		p.fiscal, q.fiscal, k = true, true, l
	}
	return Expr{Start: i, End: k, Kind: Range, from: p, to: q}, true
}

// readSharedYear reads the year at the end of such a range: with its era, of
// the same era, or, for a Western one, in four digits or the last two.
func readSharedYear(s string, i int, p, q *point) int {
	if j := readYearNumber(s, i, q); j >= 0 && !q.noYear {
		return j
	}
	n, j, ok := readNumber(s, i, 2)
	if !ok {
		return -1
	}
	*q = *p
	if p.era != nil {
		q.count, q.year = n, p.era.firstYear()+n-1
		return j
	}
	q.year = p.year/100*100 + n
	return j
}

// listLinks stand between the years of a list.
var listLinks = []string{"及び", "並びに", "又は", "若しくは", "・", "、", "，", "と"}

// readList reads the years or fiscal years behind first that leave out its
// era: 令和3年度及び4年度, 平成29年、30年.
func readList(s string, first Expr) []Expr {
	var out []Expr
	last := first
	for {
		p := last.from
		if p.era == nil || p.month > 0 || p.noYear || last.Kind != Date && last.Kind != FiscalYear || p.end {
			return out
		}
		j := skipAny(s, last.End, listLinks...)
		if j < 0 {
			return out
		}
		if j = gap(s, j); j < 0 {
			return out
		}
		n, k := readUnit(s, j, "年", 2)
		if k < 0 || n <= p.count || n > p.count+20 {
			return out
		}
		l := readFiscal(s, k)
		if (l >= 0) != p.fiscal {
			return out
		}
		q := point{era: p.era, count: n, year: p.era.firstYear() + n - 1, fiscal: p.fiscal}
		if l < 0 {
			l = readMonthDay(s, k, &q)
		}
		e := readTail(s, j, q, l)
		e.Text = s[e.Start:e.End]
		e.set()
		out = append(out, e)
		last = e
	}
}
