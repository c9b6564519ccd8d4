package cite

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// citeBehind makes a citation of a law whose number stands before its title:
// 平成23年総務省告示第241号（禁止行為等の規定の適用を受ける電気通信事業者を指定する件）. Notices,
// which have no short title, are cited so. It reports whether pair k holds such
// a title; g is what is read of it as a note, nil where nothing is.
func (f *finder) citeBehind(pg *page, k int, g *group) bool {
	p := pg.pairs[k]
	n := pg.numberBefore(p.open)
	if n == nil || p.parent >= 0 || pg.consumed(n.start) || pg.heads(n.start) && !pg.begins(n) {
		return false
	}
	title := pg.s[p.in:p.close]
	if e := strings.Index(title, "。"); e >= 0 {
		title = title[:e]
	}
	if title = strings.TrimSpace(title); !isNoticeTitle(title) {
		return false
	}
	at := skipSpace(pg.s, p.in)
	fd := found{start: n.start, title: at, titleEnd: at + len(title), end: p.end, work: f.law(title, *n, false), form: Full, behind: true}
	if g != nil {
		f.addAliases(pg, &fd, g)
		fd.end = g.end
	}
	pg.found = append(pg.found, fd)
	return true
}

// numberBefore gives the law number that ends at i, nil where none does.
func (pg *page) numberBefore(i int) *lawNumber {
	i = backSpace(pg.s, i)
	k := sort.Search(len(pg.numbers), func(k int) bool { return pg.numbers[k].end >= i })
	if k == len(pg.numbers) || pg.numbers[k].end != i {
		return nil
	}
	return &pg.numbers[k]
}

// isNoticeTitle reports whether the text in parentheses behind a law number is
// the title that belongs to it.
func isNoticeTitle(s string) bool {
	if utf8.RuneCountInString(s) < 5 {
		return false
	}
	for _, w := range []string{"以下", "最終改正", "平成", "昭和", "令和", "第"} {
		if strings.HasPrefix(s, w) {
			return false
		}
	}
	for _, e := range []string{"件", "告示", "について", "規則", "規程", "省令", "政令", "法律", "訓令", "に関する法", "施行令"} {
		if strings.HasSuffix(s, e) {
			return true
		}
	}
	return headOf(s, planHeads) != "" || headOf(s, softHeads) != ""
}
