package cite

import (
	"sort"
	"strings"

	"shinkyu/parse/era"
)

// A page is what is known of one run before any title is looked for.
type page struct {
	*run
	pairs   []pair
	byEnd   map[int]int // end of a pair to its index
	dates   []era.Expr
	numbers []lawNumber
	found   []found // citations; the first sorted of them in order of their start
	sorted  int
	defs    []definition
	labels  []int // where the quotations open that label a citation
}

// A found is one citation in a run.
type found struct {
	start, end int // bytes, of the mention as written
	title      int // bytes, where the title begins
	titleEnd   int // bytes
	work       *Work
	form       Form
	same       bool // the title points back: 同法施行令
	behind     bool // the title stands behind the number
}

// newPage reads a run of a document of the date given (EDTF; may be empty).
func newPage(r *run, date string) *page {
	pg := &page{run: r}
	pg.pairs = pairs(r.s)
	if len(pg.pairs) == 0 && !strings.Contains(r.s, "年") {
		return pg
	}
	pg.byEnd = make(map[int]int, len(pg.pairs))
	for k, p := range pg.pairs {
		pg.byEnd[p.end] = k
	}
	pg.dates = era.Resolve(era.Scan(r.s), date)
	for k := range pg.dates {
		if n, ok := readLawNumber(r.s, &pg.dates[k]); ok {
			pg.numbers = append(pg.numbers, n)
		}
	}
	return pg
}

// opening gives the pair that opens at i.
func (pg *page) opening(i int) (int, bool) {
	k := sort.Search(len(pg.pairs), func(k int) bool { return pg.pairs[k].open >= i })
	return k, k < len(pg.pairs) && pg.pairs[k].open == i
}

// closing gives the pair that ends at i.
func (pg *page) closing(i int) (int, bool) {
	k, ok := pg.byEnd[i]
	return k, ok
}

// numbersIn gives the law numbers that lie in s[from:to].
func (pg *page) numbersIn(from, to int) []lawNumber {
	lo := sort.Search(len(pg.numbers), func(k int) bool { return pg.numbers[k].start >= from })
	hi := sort.Search(len(pg.numbers), func(k int) bool { return pg.numbers[k].start >= to })
	return pg.numbers[lo:max(lo, hi)]
}

// children calls f for the pairs directly inside pair k, in order.
func (pg *page) children(k int, f func(c int)) {
	for c := k + 1; c < len(pg.pairs) && pg.pairs[c].open < pg.pairs[k].close; c++ {
		if pg.pairs[c].parent == k {
			f(c)
		}
	}
}
