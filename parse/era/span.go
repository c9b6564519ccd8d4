package era

import "strings"

// readSpan reads a point at i and, where one follows, the end of its range or
// the sign that it is a deadline.
func readSpan(s string, i int) (Expr, bool) {
	if e, ok := readSharedUnit(s, i); ok {
		return e, true
	}
	p, j := readPoint(s, i)
	if j == none {
		return Expr{}, false
	}
	if p.decade && p.era != nil {
		to := p.decadeEnd()
		p.decade = false
		return Expr{Start: i, End: j, Kind: Range, from: p, to: to}, true
	}
	if e, ok := readSharedPart(s, i, p, j); ok {
		return e, true
	}
	return readTail(s, i, p, j), true
}

// decadeEnd is the last year of 昭和50年代. Of 昭和 and before there is none after
// the era; 平成 and 令和 are counted on, as plans for years to come have them.
func (p *point) decadeEnd() point {
	q := *p
	q.decade, q.year = false, p.year+9
	if end := p.era.to; end != "" && end < eras[3].from {
		q.year = min(q.year, atoi(end[:4]))
	}
	return q
}

// readSharedPart reads a range of months or days of which only the end has the
// unit: 2025年１～３月, 令和６年５月19～21日. p is the year or month of s[i:j].
func readSharedPart(s string, i int, p point, j int) (Expr, bool) {
	unit := "月"
	if p.month > 0 {
		unit = "日"
	}
	if p.day > 0 || p.fiscal || p.noYear {
		return Expr{}, false
	}
	n, k, ok := readNumber(s, j, 2)
	if !ok {
		return Expr{}, false
	}
	if k = skipAny(s, k, "～", "〜", "~", "－", "―", "—", "‐", "–", "-", "ー", "─"); k == none {
		return Expr{}, false
	}
	m, k := readUnit(s, k, unit)
	if k == none || m <= n || n < 1 {
		return Expr{}, false
	}
	q := p
	if unit == "日" {
		p.day, q.day = n, m
	} else {
		p.month, q.month = n, m
	}
	return Expr{Start: i, End: k, Kind: Range, from: p, to: q}, true
}

// readTail turns the point p of s[i:j] into a range, a deadline or itself.
func readTail(s string, i int, p point, j int) Expr {
	e := Expr{Start: i, End: j, Kind: Date, from: p, Open: isOpen(s[i:j])}
	if p.fiscal {
		e.Kind = FiscalYear
	}
	if q, k := readRangeEnd(s, j, &p); k != none {
		e.Kind, e.End, e.to = Range, k, q
		if q.fiscal && p.month == 0 {
			e.from.fiscal = true // 2018年～2019年度
		}
		return e
	}
	if k := skip(s, j, "末"); k != none && !p.decade && p.day == 0 {
		e.from.end, e.End, e.Kind = true, k, Date
		j = k
	}
	if k := readTerm(s, j); k != none && !e.from.noYear {
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
	if k := skipAny(s, i, "中", "内"); k != none {
		j = k
	}
	if k := skip(s, j, "まで"); k != none {
		if skip(s, k, "の間") != none { // the end of a range whose beginning stands elsewhere
			return none
		}
		return k
	}
	if k := skipAny(s, j, "を目途", "を目処", "をめど", "を期限", "を目標"); k != none {
		return k
	}
	return none
}

// rangeLinks stand between the ends of a range.
var rangeLinks = []string{"から", "より", "～", "〜", "~", "－", "―", "—", "‐", "–", "-", "ー", "─", "→", "乃至", "ないし"}

// readRangeEnd reads the link and the end of a range that begins with p. The
// end may leave out what it shares with the beginning.
func readRangeEnd(s string, i int, p *point) (point, int) {
	if p.decade || p.noYear {
		return point{}, none
	}
	j := skipAny(s, skipWeekday(s, i), rangeLinks...)
	if j == none {
		return point{}, none
	}
	if q, k := readPoint(s, j); k != none && !q.noYear {
		if l := skip(s, k, "末"); l != none {
			q.end, k = true, l
		}
		if q.last() < p.first() && !p.rel.is() {
			return point{}, none
		}
		return q, k
	}
	if q, k := readRelativePoint(s, j); k != none {
		if p.rel.is() || q.rel.to == ofText && q.count1(*p) && q.last() >= p.first() {
			return q, k
		}
	}
	return readShared(s, j, p)
}

// skipWeekday passes over （金） or （金曜日）.
func skipWeekday(s string, i int) int {
	j := skipAny(s, i, "（", "(")
	if j == none {
		return i
	}
	if j = skipAny(s, j, "月", "火", "水", "木", "金", "土", "日"); j == none {
		return i
	}
	if k := skip(s, j, "曜日"); k != none {
		j = k
	} else if k := skip(s, j, "曜"); k != none {
		j = k
	}
	if j = skipAny(s, j, "）", ")"); j == none {
		return i
	}
	return j
}

// readShared reads the end of a range that leaves out the era, the year or the
// month of its beginning: 令和5年7月～9月, 平成28年度から32年度, 7月27日～29日.
func readShared(s string, i int, p *point) (point, int) {
	q := *p
	q.other = 0
	if n, j := readUnit(s, i, "年"); j != none && p.era != nil && n > p.count {
		q.count, q.year, q.month, q.day = n, p.era.firstYear()+n-1, 0, 0
		if k := readFiscal(s, j); k != none {
			q.fiscal = true
			return q, k
		}
		if p.fiscal {
			return point{}, none
		}
		j = readMonthDay(s, j, &q)
		return q, j
	}
	if n, j := readUnit(s, i, "月"); j != none && p.month > 0 && n >= p.month && n <= 12 {
		q.month, q.day = n, 0
		if d, k := readUnit(s, j, "日"); k != none {
			q.day, j = d, k
		}
		return q, j
	}
	if n, j := readUnit(s, i, "日"); j != none && p.day > 0 && n > p.day {
		q.day = n
		return q, j
	}
	return point{}, none
}

// readSharedUnit reads a range of which only the end has the unit:
// 2018～2020年度, 令和元～3年度, 平成28-32年度.
func readSharedUnit(s string, i int) (Expr, bool) {
	var p, q point
	j := readYearNumber(s, i, &p)
	if j == none || p.noYear {
		return Expr{}, false
	}
	j = max(j, readOther(s, j, &p, false)) // 令和２（2020）～令和６（2024）年度
	k := skipAny(s, j, "～", "〜", "~", "－", "―", "—", "‐", "–", "-", "ー")
	if k == none {
		return Expr{}, false
	}
	if k = readSharedYear(s, k, &p, &q); k == none {
		return Expr{}, false
	}
	k = max(k, readOther(s, k, &q, false))
	if k = skip(s, k, "年"); k == none || q.year <= p.year {
		return Expr{}, false
	}
	if l := readFiscal(s, k); l != none {
		p.fiscal, q.fiscal, k = true, true, l
	}
	return Expr{Start: i, End: k, Kind: Range, from: p, to: q}, true
}

// readSharedYear reads the year at the end of such a range: with its era, of
// the same era, or, for a Western one, in four digits or the last two.
func readSharedYear(s string, i int, p, q *point) int {
	if j := readYearNumber(s, i, q); j != none && !q.noYear {
		return j
	}
	n, j, ok := readNumber(s, i, 2)
	if !ok {
		return none
	}
	*q = *p
	q.other = 0
	if p.era != nil {
		q.count, q.year = n, p.era.firstYear()+n-1
		return j
	}
	q.year = p.year/100*100 + n
	return j
}

// listLinks stand between the years of a list.
var listLinks = []string{"及び", "並びに", "又は", "若しくは", "・", "、", "，", "と"}

// readList reads what a list behind first leaves its beginning out of: the
// years or fiscal years of one era (令和3年度及び4年度, 平成29年、30年), the months and
// days of one year (令和6年3月、5月, 令和5年4月1日及び10月1日).
func readList(s string, first Expr) []Expr {
	var out []Expr
	last := first
	for {
		if last.Kind != Date && last.Kind != FiscalYear || last.from.noYear || last.from.end || last.from.rel.is() {
			return out
		}
		j := skipAny(s, last.End, listLinks...)
		if j == none {
			return out
		}
		if j = gap(s, j); j == none {
			return out
		}
		q, l := readListed(s, j, last.from)
		if l == none {
			return out
		}
		e := readTail(s, j, q, l)
		e.Text = s[e.Start:e.End]
		e.set()
		out = append(out, e)
		last = e
	}
}

// readListed reads at i the next point of a list behind p, none where no one
// stands there that is later.
func readListed(s string, i int, p point) (point, int) {
	if p.month > 0 {
		return readListedMonth(s, i, p)
	}
	n, k := readUnit(s, i, "年")
	if k == none || p.era == nil || n <= p.count || n > p.count+maxListed {
		return point{}, none
	}
	l := readFiscal(s, k)
	if (l != none) != p.fiscal {
		return point{}, none
	}
	q := point{era: p.era, count: n, year: p.era.firstYear() + n - 1, fiscal: p.fiscal}
	if l == none {
		l = readMonthDay(s, k, &q)
	}
	return q, l
}

// readListedMonth reads 5月 or 10月1日 of the year of p, as exact as p.
func readListedMonth(s string, i int, p point) (point, int) {
	q := p
	q.month, q.day = 0, 0
	k := readMonthDay(s, i, &q)
	if q.month <= p.month || q.month > 12 || (q.day > 0) != (p.day > 0) {
		return point{}, none
	}
	return q, k
}

// maxListed is how many years a list spans at most.
const maxListed = 20

// readUnitless reads the years of a list of which only the last has the unit:
// 平成29・30年度, 令和２、３年度, 平成30・令和元年度.
func readUnitless(s string, i int) []Expr {
	var out []Expr
	var p point
	j := readYearNumber(s, i, &p)
	for j != none && p.era != nil && !p.noYear && len(out) < maxListed {
		out = append(out, Expr{Start: i, End: j, Kind: Date, from: p})
		k := skipAny(s, j, "年度", "年")
		if k != none {
			return shareUnit(s, out, k, strings.HasSuffix(s[:k], "度"))
		}
		if k = skipAny(s, j, "・", "、", "，"); k == none {
			return nil
		}
		if i = gap(s, k); i == none {
			return nil
		}
		q := point{}
		if j = readYearNumber(s, i, &q); j == none {
			var ok bool
			if q.count, j, ok = readNumber(s, i, 2); !ok {
				return nil
			}
			q.era, q.year = p.era, p.era.firstYear()+q.count-1
		}
		if q.year <= p.year || q.year > p.year+maxListed {
			return nil
		}
		p = q
	}
	return nil
}

// shareUnit gives the years of a list the unit that ends the last at end.
func shareUnit(s string, list []Expr, end int, fiscal bool) []Expr {
	for k := range list {
		e := &list[k]
		if e.from.fiscal = fiscal; fiscal {
			e.Kind = FiscalYear
		}
		if k == len(list)-1 {
			*e = readTail(s, e.Start, e.from, end)
		}
		e.Text = s[e.Start:e.End]
		e.set()
	}
	return list
}
