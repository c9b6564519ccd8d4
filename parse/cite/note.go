package cite

import (
	"sort"
	"strings"
	"unicode/utf8"

	"shinkyu/parse/era"
)

// A note is what a parenthesis behind a name says of it.
type note struct {
	pair     int
	numbers  []lawNumber
	decision decision
	decided  bool
	day      *Event // of a note that holds a date and no more; not enough for a decision
	aliases  []alias
}

// An alias is a name that a note gives, with the scope that it names.
type alias struct {
	name       string
	start, end int // bytes, of the name
	scope      string
}

func (n *note) empty() bool { return len(n.numbers) == 0 && !n.decided && len(n.aliases) == 0 }

// readNote reads the pair k as a note.
func (pg *page) readNote(k int) note {
	p := pg.pairs[k]
	n := note{pair: k}
	if !p.legible() {
		return n
	}
	from, to := p.in, p.close
	aliases, clause := pg.readAliases(k)
	n.aliases = aliases
	if clause < 0 {
		clause = pg.hereafter(k, p.in, p.close)
	}
	switch {
	case clause == p.in: // （以下「戦略」という。平成30年…決定）
		if e := strings.Index(pg.s[p.in:p.close], "。"); e >= 0 && len(n.aliases) > 0 {
			from = p.in + e + len("。")
		} else {
			return n
		}
	case clause > 0:
		to = clause
	}
	n.numbers = pg.readNumbers(from, to)
	if len(n.numbers) > 0 {
		return n
	}
	if n.decision, n.decided = pg.readDecision(from, to); !n.decided && to-from < maxDay {
		if e, ok := onlyDated(pg.s[from:to], pg.datesIn(from, to)); ok {
			n.day = &e
		}
	}
	return n
}

// maxDay bounds, in bytes, a date that is alone in its parentheses.
const maxDay = 80

// hereafter gives where a clause of pair k with 以下 begins in s[from:to], -1
// where none does.
func (pg *page) hereafter(in, from, to int) int {
	s := pg.s
	for i := from; i < to; {
		k := strings.Index(s[i:to], "以下")
		if k < 0 {
			return -1
		}
		i += k
		if pg.inside(in, i) {
			i += len("以下")
			continue
		}
		b := backSpace(s, i)
		if b <= from {
			return from
		}
		switch runeBefore(s, i) {
		case ' ', '\u3000': // 昭和42年法律第81号　以下「台帳法」という。
			return b
		}
		switch runeBefore(s, b) {
		case '。', '、', '．', '，', ';', '；', ',', '.', '／':
			return b
		}
		i += len("以下")
	}
	return -1
}

// readDecision reads s[from:to] as a decision, or its first sentence where the
// rest says something else.
func (pg *page) readDecision(from, to int) (decision, bool) {
	if to-from > 1200 {
		return decision{}, false
	}
	t := pg.withoutNotes(from, to)
	if d, ok := readDecision(t, pg.datesOf(t, from)); ok {
		return d, true
	}
	if k := strings.Index(t, "。"); k > 0 {
		return readDecision(t[:k], pg.datesOf(t[:k], from))
	}
	return decision{}, false
}

// datesOf gives the dates of t, which stands at from or, with less, stood
// there; 同日 is that of the date before.
func (pg *page) datesOf(t string, from int) []era.Expr {
	list := era.Scan(t)
	if len(list) == 0 || !list[0].Relative {
		return list
	}
	k := sort.Search(len(pg.dates), func(k int) bool { return pg.dates[k].Start >= from })
	if k == 0 {
		return list
	}
	return era.Resolve(append([]era.Expr{pg.dates[k-1]}, list...), "")[1:]
}

// withoutNotes is s[from:to] without the definitions in parentheses in it:
// 各府省情報化統括責任者（CIO）連絡会議（以下「CIO連絡会議」という。）決定.
func (pg *page) withoutNotes(from, to int) string {
	var b strings.Builder
	for i := from; i < to; {
		r, w := utf8.DecodeRuneInString(pg.s[i:])
		if r == '（' || r == '(' {
			if k, ok := pg.opening(i); ok && pg.pairs[k].end <= to && strings.Contains(pg.s[i:pg.pairs[k].end], "以下") {
				i = pg.pairs[k].end
				continue
			}
		}
		b.WriteString(pg.s[i : i+w])
		i += w
	}
	return b.String()
}

// readNumbers reads the law numbers that s[from:to] begins with.
func (pg *page) readNumbers(from, to int) []lawNumber {
	var out []lawNumber
	at := skipSpace(pg.s, from)
	for _, n := range pg.numbersIn(from, to) {
		if n.start != at || n.end > to {
			break
		}
		next := skipSpace(pg.s, n.end)
		at = -1
		for _, w := range []string{"、", "，", ",", "・", "及び", "並びに", "／", "/", "；"} {
			if k := skipWord(pg.s, next, w); k >= 0 {
				at = skipSpace(pg.s, k)
			}
		}
		if at < 0 && next < to && !endsNumber(pg.s[next:to]) {
			break // …による改正前の, …附則第2条に規定する
		}
		out = append(out, n)
	}
	return out
}

// endsNumber reports whether t may follow a law number that stands for the law
// before the parenthesis.
func endsNumber(t string) bool {
	for _, w := range []string{"。", "．", ".", "以下", "抄", "）", ")", "（", "(", ":", "：", ";", "最終改正", "改正", "令和", "平成", "昭和"} {
		if strings.HasPrefix(t, w) {
			return true
		}
	}
	return false
}

// callWords follow the name that a definition gives.
var callWords = []string{
	"という", "といい", "と総称", "と略", "と呼", "と表記", "と記載", "と記す", "とする", "と称", "と言う", "と言い", "といった", "とよぶ", "と定義", "といいます",
}

// calls reports whether t begins with a word that makes a name of the quoted
// text before it.
func calls(t string) bool {
	for _, w := range callWords {
		if strings.HasPrefix(t, w) {
			return true
		}
	}
	return false
}

// readAliases reads the names that pair k gives: 以下「戦略」という。, 以下この章に
// おいて「X」又は「Y」という。, 以下X. It also gives where that clause begins, -1
// where there is none.
func (pg *page) readAliases(k int) (out []alias, clause int) {
	clause = -1
	p := pg.pairs[k]
	var pending []int
	pg.children(k, func(c int) {
		q := pg.pairs[c]
		if !q.quote {
			return
		}
		tail := pg.s[skipSpace(pg.s, q.end):p.close]
		switch {
		case calls(tail) || strings.Trim(tail, " 。）)") == "":
			pending = append(pending, c)
			got, at := pg.clauseAliases(k, pending)
			if len(got) > 0 {
				out = append(out, got...)
				if clause < 0 {
					clause = at
				}
			}
			pending = nil
		case joinsName(tail):
			pending = append(pending, c)
		default:
			pending = nil
		}
	})
	if out == nil {
		return pg.bareAlias(k)
	}
	return out, clause
}

// joinsName reports whether another name follows: 「X」又は「Y」という, 「X」、又は「Y」.
func joinsName(t string) bool {
	r := strings.TrimLeft(t, "、，・ \n")
	for _, w := range []string{"又は", "または", "及び", "若しくは", "もしくは"} {
		r = strings.TrimPrefix(r, w)
	}
	r = strings.TrimLeft(r, " \n")
	return r != t && (strings.HasPrefix(r, "「") || strings.HasPrefix(r, "『") || strings.HasPrefix(r, "｢"))
}

// clauseAliases reads the names quoted by the pairs list, which share one
// calling word, where what stands before them says that they are names.
func (pg *page) clauseAliases(k int, list []int) (out []alias, clause int) {
	first := pg.pairs[list[0]]
	clause = pg.sentenceStart(k, first.open)
	if h := pg.hereafter(k, clause, first.open); h > clause {
		clause = h
	}
	scope, ok := readLead(pg.s[clause:first.open])
	if !ok {
		return nil, -1
	}
	for _, c := range list {
		q := pg.pairs[c]
		out = append(out, alias{name: strings.TrimSpace(pg.s[q.in:q.close]), start: q.in, end: q.close, scope: scope})
	}
	return out, clause
}

// sentenceStart gives where the sentence of pair k begins that holds the
// offset at.
func (pg *page) sentenceStart(k, at int) int {
	p := pg.pairs[k]
	from := p.in
	for i := p.in; i < at; {
		e := strings.Index(pg.s[i:at], "。")
		if e < 0 {
			break
		}
		i += e + len("。")
		if !pg.inside(k, i-len("。")) {
			from = i
		}
	}
	return from
}

// inside reports whether the offset at lies in a pair inside pair k.
func (pg *page) inside(k, at int) bool {
	in := false
	pg.children(k, func(c int) {
		if pg.pairs[c].open < at && at < pg.pairs[c].close {
			in = true
		}
	})
	return in
}

// readLead reads what stands before a name in its clause and gives the scope:
// 以下, 以下単に, 以下この章において, 次項において, ホにおいて, 以下これらを総称して,
// 略称, 通称.
func readLead(lead string) (scope string, ok bool) {
	t := strings.Trim(dropSpace(lead), "、，,：:")
	for _, w := range []string{"以下", "略称", "通称", "略して", "別称", "英語名", "以後"} {
		if r, cut := strings.CutPrefix(t, w); cut {
			t = strings.Trim(r, "、，,：:")
			break
		}
	}
	for _, w := range []string{"単に", "総称して", "これらを", "これを", "併せて", "合わせて", "まとめて", "両者を", "それぞれ", "略して", "総じて"} {
		if r, cut := strings.CutSuffix(t, w); cut {
			t = strings.Trim(r, "、，,")
		}
	}
	if t == "" {
		return "", true
	}
	for _, w := range []string{"において", "では", "においては", "中"} {
		if r, cut := strings.CutSuffix(t, w); cut && len(r) < 200 {
			return r, true
		}
	}
	return "", false
}

// bareAlias reads （以下、NISC）, （以下「X」) without a calling word, and （以下、
// 個情委という。）.
func (pg *page) bareAlias(k int) ([]alias, int) {
	p := pg.pairs[k]
	h := pg.hereafter(k, p.in, p.close)
	if h < 0 {
		return nil, -1
	}
	i := h + strings.Index(pg.s[h:p.close], "以下") + len("以下")
	for _, w := range []string{"、", "，", ",", "単に", " ", "\u3000"} {
		i = optWord(pg.s, i, w)
	}
	t := pg.s[i:p.close]
	if strings.HasPrefix(t, "同") || strings.HasPrefix(t, "この") || strings.HasPrefix(t, "省略") {
		return nil, -1
	}
	e := len(t)
	for _, w := range []string{"という", "とする", "と略", "と呼", "。"} {
		if k := strings.Index(t, w); k >= 0 {
			e = min(e, k)
		}
	}
	name := strings.TrimSpace(t[:e])
	if name == "" || len(name) > 60 || strings.ContainsAny(name, "、。（）「」()を") || strings.Contains(name, "において") || strings.Contains(name, "同じ") || strings.Contains(name, "参照") {
		return nil, -1
	}
	return []alias{{name: name, start: i, end: i + len(name)}}, h
}
