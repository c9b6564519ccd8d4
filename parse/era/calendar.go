package era

import (
	"fmt"
	"time"
)

// An era is a Japanese era with the days that it runs from and to. The day
// of a change belongs to both eras (大正15年12月25日 is 昭和元年12月25日) up to
// 1989, when the new one began to count from the day after.
type era struct {
	name     string
	letter   rune
	square   rune
	from, to string // EDTF; to is empty for the present era
}

// eras are those since the Meiji restoration, from the ordinances that
// changed them (行政官布告 of 明治元年9月8日, 1868-10-23, counted from the
// beginning of that lunar year, 1868-01-25, and the 改元の政令 since).
var eras = [...]era{
	{"明治", 'M', '㍾', "1868-01-25", "1912-07-30"},
	{"大正", 'T', '㍽', "1912-07-30", "1926-12-25"},
	{"昭和", 'S', '㍼', "1926-12-25", "1989-01-07"},
	{"平成", 'H', '㍻', "1989-01-08", "2019-04-30"},
	{"令和", 'R', '㋿', "2019-05-01", ""},
}

// firstYear is the Gregorian year in which the era begins.
func (e *era) firstYear() int { return int(e.from[0]-'0')*1000 + atoi(e.from[1:4]) }

func atoi(s string) int {
	n := 0
	for i := range len(s) {
		n = n*10 + int(s[i]-'0')
	}
	return n
}

// gregorianFrom is the first year of the Gregorian calendar in Japan
// (太政官布告第337号 of 明治5年11月9日).
const gregorianFrom = 1873

// check says what is wrong with a point of the calendar, and whether it is
// only that the day lies outside its era.
func (p *point) check() (why error, outside bool) {
	switch {
	case p.noYear:
		return fmt.Errorf("the year is left open"), false
	case p.era != nil && p.count < 1:
		return fmt.Errorf("%sに%d年はない (there is no year %d of %s)", p.era.name, p.count, p.count, p.era.name), false
	case p.month > 12:
		return fmt.Errorf("%d月はない (there is no month %d)", p.month, p.month), false
	case p.day > p.days():
		return fmt.Errorf("%d年%d月に%d日はない (%d-%02d has no day %d)", p.year, p.month, p.day, p.year, p.month, p.day), false
	case p.other != 0 && p.other != p.year:
		return fmt.Errorf("二つの暦が一致しない (the calendars disagree: %d and %d)", p.year, p.other), false
	}
	if p.era == nil || p.day == 0 {
		return nil, false
	}
	return p.checkEra()
}

// checkEra holds a day against those of its era. A month or year alone is
// not held against them: 令和元年4月 and 平成32年度 are written where the whole
// year, or a year to come, is meant, and leave no doubt.
func (p *point) checkEra() (why error, outside bool) {
	v := p.plain()
	if v < p.era.from[:len(v)] {
		return fmt.Errorf("%sは%sに始まる (%s begins on %s)", p.era.name, p.era.from, p.era.name, p.era.from), true
	}
	if p.era.to != "" && v > p.era.to[:len(v)] {
		return fmt.Errorf("%sは%sに終わる (%s ends on %s)", p.era.name, p.era.to, p.era.name, p.era.to), true
	}
	return nil, false
}

// lunisolar reports whether the point is one of the calendar before 1873, of
// which only the year is known in ours.
func (p *point) lunisolar() bool { return p.era == &eras[0] && p.year < gregorianFrom }

// days is the number of days of the month; a lunisolar one has 29 or 30.
func (p *point) days() int {
	if p.lunisolar() {
		return 30
	}
	_, _, d := normal(p.year, p.month+1, 0)
	return d
}

// normal gives the day of the calendar for one that may lie outside its month
// or year: the 0th is the last of the month before.
func normal(year, month, day int) (y, m, d int) {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	return t.Year(), int(t.Month()), t.Day()
}
