package series

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"shinkyu/parse/lazy"
)

// An Edition is a document as a series orders it.
type Edition struct {
	FiscalYear int
	Date       string // EDTF
	Draft      bool
	Edition    string // 第2版, Ver.1.0
	Name       string // of its file
	Index      int    // the order in which it was added
}

// Year is the fiscal year, or else the year of the date, 0 where there is
// neither.
func (e *Edition) Year() int {
	if e.FiscalYear != 0 {
		return e.FiscalYear
	}
	n, _ := strconv.Atoi(e.Date[:min(4, len(e.Date))])
	return n
}

// Sort puts editions in the order in which they were made: by year, date,
// number of the edition and name, a draft before what was decided.
func Sort[T any](list []T, of func(T) Edition) {
	var all []Edition
	for _, x := range list {
		all = append(all, of(x))
	}
	decimal := decimals(all)
	slices.SortStableFunc(list, func(x, y T) int {
		a, b := of(x), of(y)
		return compare(&a, &b, decimal)
	})
}

func compare(a, b *Edition, decimal bool) int {
	return cmp.Or(
		cmp.Compare(a.Year(), b.Year()),
		strings.Compare(a.Date, b.Date), // one known to the year comes before its days: drafts are
		slices.Compare(parts(a.Edition, decimal), parts(b.Edition, decimal)),
		-compareBool(a.Draft, b.Draft),
		natural(a.Name, b.Name),
		cmp.Compare(a.Index, b.Index),
	)
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

var digits = lazy.Pattern(`[0-9]+`)

// parts gives the numbers of an edition: [1 3] for Ver.1.3, or [1 30] where
// the part behind the point is a decimal fraction.
func parts(edition string, decimal bool) []int {
	var out []int
	for i, d := range digits().FindAllString(edition, -1) {
		d = d[:min(len(d), 9)]
		if decimal && i == 1 {
			d = (d + "0000")[:4]
		}
		n, _ := strconv.Atoi(d)
		out = append(out, n)
	}
	return out
}

// decimals reports whether the versions of a series count in decimals: 1.1,
// 1.23, 1.3. Versions that count 1.9, 1.10 leave out no ten in a row.
func decimals(list []Edition) bool {
	minors := map[int][]int{}
	for _, e := range list {
		p := parts(e.Edition, false)
		switch len(p) {
		case 0, 1:
			continue
		case 2:
			minors[p[0]] = append(minors[p[0]], p[1])
		default:
			return false // 1.2.3 counts
		}
		if d := digits().FindAllString(e.Edition, -1)[1]; len(d) > 1 && d[0] == '0' {
			return true // 2.01
		}
	}
	for _, m := range minors {
		slices.Sort(m)
		for i := 1; i < len(m); i++ {
			if m[i]-m[i-1] >= 10 {
				return true
			}
		}
	}
	return false
}

// natural compares names with the numbers in them by value.
func natural(a, b string) int {
	for a != "" && b != "" {
		x, y := leading(a), leading(b)
		m, err1 := strconv.Atoi(x)
		n, err2 := strconv.Atoi(y)
		var c int
		if err1 == nil && err2 == nil {
			c = cmp.Compare(m, n)
		} else {
			c = strings.Compare(x, y)
		}
		if c != 0 {
			return c
		}
		a, b = a[len(x):], b[len(y):]
	}
	return cmp.Compare(len(a), len(b))
}

// leading gives the run of digits, or of other bytes, that a name begins with.
func leading(s string) string {
	isDigit := func(b byte) bool { return b >= '0' && b <= '9' }
	i := 1
	for i < len(s) && isDigit(s[i]) == isDigit(s[0]) {
		i++
	}
	return s[:i]
}
