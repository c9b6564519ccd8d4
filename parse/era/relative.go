package era

import "strings"

// A relative says what a point is counted from and how far.
type relative struct {
	to   origin
	unit unit
	by   int
}

// An origin is what a relative expression counts from.
type origin int

const (
	absolute   origin = iota
	ofDocument        // 本年: the date of the document
	ofText            // 同年: the date before it in the text
	open              // the end of 今後
)

// A unit is what a relative expression counts in.
type unit int

const (
	years unit = iota
	months
	days
)

// forever is the end of 今後.
var forever = relative{to: open}

func (r relative) is() bool { return r.to == ofDocument || r.to == ofText }

// A relativeWord is a word that counts from another date.
type relativeWord struct {
	word   string
	rel    relative
	fiscal bool
}

// relativeWords are tried in this order, longer before shorter.
var relativeWords = []relativeWord{
	{"一昨年度", relative{ofDocument, years, -2}, true},
	{"再来年度", relative{ofDocument, years, 2}, true},
	{"昨年度", relative{ofDocument, years, -1}, true},
	{"本年度", relative{ofDocument, years, 0}, true},
	{"今年度", relative{ofDocument, years, 0}, true},
	{"来年度", relative{ofDocument, years, 1}, true},
	{"次年度", relative{ofDocument, years, 1}, true},
	{"同年度", relative{ofText, years, 0}, true},
	{"翌年度", relative{ofText, years, 1}, true},
	{"前年度", relative{ofText, years, -1}, true},
	{"一昨年", relative{ofDocument, years, -2}, false},
	{"再来年", relative{ofDocument, years, 2}, false},
	{"昨年", relative{ofDocument, years, -1}, false},
	{"去年", relative{ofDocument, years, -1}, false},
	{"本年", relative{ofDocument, years, 0}, false},
	{"今年", relative{ofDocument, years, 0}, false},
	{"来年", relative{ofDocument, years, 1}, false},
	{"同年", relative{ofText, years, 0}, false},
	{"翌年", relative{ofText, years, 1}, false},
	{"前年", relative{ofText, years, -1}, false},
	{"先月", relative{ofDocument, months, -1}, false},
	{"本月", relative{ofDocument, months, 0}, false},
	{"今月", relative{ofDocument, months, 0}, false},
	{"来月", relative{ofDocument, months, 1}, false},
	{"同月", relative{ofText, months, 0}, false},
	{"翌月", relative{ofText, months, 1}, false},
	{"同日", relative{ofText, days, 0}, false},
	{"翌日", relative{ofText, days, 1}, false},
}

// readRelative reads an expression that counts from another date.
func readRelative(s string, i int) (Expr, bool) {
	if j := skip(s, i, "今後"); j != none {
		return Expr{
			Start: i, End: j, Kind: Range,
			from: point{rel: relative{ofDocument, days, 0}}, to: point{rel: forever},
		}, true
	}
	p, j := readRelativePoint(s, i)
	if j == none {
		return Expr{}, false
	}
	return readTail(s, i, p, j), true
}

// readRelativePoint reads one such point at i, and gives the offset after it
// or none.
func readRelativePoint(s string, i int) (point, int) {
	for _, w := range relativeWords {
		if j := skip(s, i, w.word); j != none {
			if inWord(s, i, j) {
				return point{}, none
			}
			p := point{rel: w.rel, fiscal: w.fiscal}
			j = readRelativeTail(s, j, &p)
			return p, j
		}
	}
	return point{}, none
}

// readRelativeTail reads the month and day behind the word that ends at j.
func readRelativeTail(s string, j int, p *point) int {
	switch {
	case p.rel.unit == years && !p.fiscal:
		return readMonthDay(s, j, p)
	case p.rel.unit == months:
		if d, k := readUnit(s, j, "日"); k != none {
			p.day = d
			return k
		}
	}
	return j
}

// inWord tells 日本年金, 同年齢 and 前年同月 from 本年, 同年 and 同月.
func inWord(s string, i, j int) bool {
	before := s[:i]
	if strings.HasSuffix(before, "日") && strings.HasPrefix(s[i:], "本") {
		return true
	}
	if (strings.HasSuffix(before, "前年") || strings.HasSuffix(before, "昨年")) && strings.HasPrefix(s[i:], "同") {
		return true
	}
	for _, w := range []string{"齢", "代", "輩", "次", "金", "以上", "比", "同期", "同月"} {
		if strings.HasPrefix(s[j:], w) {
			return true
		}
	}
	return false
}

// Resolve gives the relative expressions of a list, which has to be in the
// order of the text, their dates: 昨年12月 and 本年 from date (EDTF, the date of
// the document; may be empty), 同年 and 翌年 from the date before them: of a range
// its end. What cannot be resolved keeps its empty EDTF, and nothing behind it
// is counted from an earlier date instead. The list given is not changed.
func Resolve(list []Expr, date string) []Expr {
	out := make([]Expr, len(list))
	copy(out, list)
	return resolve(out, date)
}

func resolve(list []Expr, date string) []Expr {
	doc, hasDoc := parsePoint(date)
	var last point
	var hasLast bool
	for k := range list {
		e := &list[k]
		if e.Relative {
			e.resolve(doc, hasDoc, last, hasLast)
		}
		if e.Kind == Range && e.to.rel == forever {
			continue
		}
		last, hasLast = e.from, e.EDTF != ""
		if e.Kind == Range {
			last = e.to
		}
	}
	return list
}

// resolve sets the value of a relative expression where what it counts from is
// known. It stays marked as relative.
func (e *Expr) resolve(doc point, hasDoc bool, last point, hasLast bool) {
	fix := func(p *point) bool {
		switch p.rel.to {
		case ofDocument:
			return hasDoc && p.count1(doc)
		case ofText:
			return hasLast && p.count1(last)
		}
		return true
	}
	from, to := e.from, e.to
	if !fix(&from) || e.Kind == Range && !fix(&to) {
		return
	}
	e.from, e.to = from, to
	e.setValue()
}

// count1 counts the point from base and reports whether base is fine enough.
func (p *point) count1(base point) bool {
	switch p.rel.unit {
	case years:
		y := base.year
		if p.fiscal && !base.fiscal && 1 <= base.month && base.month <= 3 {
			y-- // January to March belong to the fiscal year before
		}
		p.year = y + p.rel.by
	case months:
		if base.month == 0 {
			return false
		}
		p.year, p.month, _ = normal(base.year, base.month+p.rel.by, 1)
	case days:
		return p.countDays(base)
	}
	p.rel = relative{}
	return true
}

// countDays takes the day of base; 今後 takes what there is of it.
func (p *point) countDays(base point) bool {
	if base.day == 0 && p.rel.to == ofText {
		return false
	}
	by := p.rel.by
	*p = point{year: base.year, month: base.month, day: base.day}
	if by != 0 {
		p.year, p.month, p.day = normal(p.year, p.month, p.day+by)
	}
	return true
}

// parsePoint reads 2019, 2019-05 or 2019-05-23.
func parsePoint(edtf string) (point, bool) {
	var p point
	for k, f := range strings.SplitN(edtf, "-", 3) {
		n, ok := Number(f)
		if !ok {
			return point{}, false
		}
		switch k {
		case 0:
			p.year = n
		case 1:
			p.month = n
		case 2:
			p.day = n
		}
	}
	return p, p.year > 0
}
