package cite

import (
	"strconv"
	"strings"
)

// authority begins the numbers of the rules of the National Personnel
// Authority, which have a series and a number in it and may stand without year:
// 人事院規則一四―八 is the eighth of the fourteenth series.
const authority = "人事院規則"

// readRule reads such a number at i, and gives it with ASCII digits and the
// offset behind it, -1 where there is none.
func readRule(s string, i int) (string, int) {
	j := skipWord(s, i, authority)
	if j < 0 {
		return "", -1
	}
	n, j := readNumeral(s, j)
	if j < 0 {
		return "", -1
	}
	text, end := authority+strconv.Itoa(n), -1
	for {
		r := runeAt(s, skipSpace(s, j))
		if r == 0 || !strings.ContainsRune("―—－-‐‑–−ー─", r) {
			return text, end
		}
		m, k := readNumeral(s, skipSpace(s, j)+len(string(r)))
		if k < 0 {
			return text, end
		}
		text, end, j = text+"―"+strconv.Itoa(m), k, k
	}
}

// lawKey is the identity of a law: its number, of which a rule's year is no part.
func lawKey(number string) string {
	if k := strings.Index(number, authority); k > 0 {
		number = number[k:]
	}
	return "law-" + number
}

// citeRules makes citations of the rules that are named by series and number:
// 人事院規則一〇―一〇（セクシュアル・ハラスメントの防止等）. What stands in the parentheses is
// part of the title, as e-Gov has it.
func (f *finder) citeRules(pg *page) {
	for i := 0; ; {
		k := strings.Index(pg.s[i:], authority)
		if k < 0 {
			return
		}
		at := i + k
		text, end := readRule(pg.s, at)
		i = at + len(authority)
		if end < 0 || runeBefore(pg.s, at) == '年' || pg.covered(at) {
			continue
		}
		if p, ok := pg.opening(skipSpace(pg.s, end)); ok && isRuleTitle(pg.s[pg.pairs[p].in:pg.pairs[p].close]) {
			end = pg.pairs[p].end
		}
		title := pg.s[at:end]
		fd := found{start: at, title: at, titleEnd: end, end: end, work: f.law(title, lawNumber{text: text, kind: "規則"}, false), form: Full}
		if g := pg.groupAt(end); g != nil && len(g.aliases()) > 0 && len(g.numbers()) == 0 {
			f.addAliases(pg, &fd, g)
			fd.end = g.end
		}
		pg.found = append(pg.found, fd)
		i = fd.end
	}
}

// ruleBefore gives where the name of the rule with the number n begins that ends
// at end, -1 where none does.
func ruleBefore(s string, end int, n lawNumber) int {
	const reach = 300 // bytes
	_, number, ok := strings.Cut(n.text, authority)
	if !ok {
		return -1
	}
	from := max(0, end-reach)
	k := strings.LastIndex(s[from:end], authority)
	if k < 0 {
		return -1
	}
	if text, e := readRule(s, from+k); e < 0 || text != authority+number {
		return -1
	}
	return from + k
}

// isRuleTitle reports whether the text in parentheses behind the number of a
// rule is its title and no remark.
func isRuleTitle(s string) bool {
	s = strings.TrimSpace(s)
	return s != "" && len(s) < 240 && !strings.ContainsAny(s, "。「」") && !strings.HasPrefix(s, "以下") && !strings.Contains(s, "年") && !strings.HasPrefix(s, "第")
}
