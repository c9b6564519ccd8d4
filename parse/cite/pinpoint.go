package cite

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"shinkyu/parse/era"
)

// A pin is a place in a law: 附則第3条, 第12条の3第2項第5号イ, 別表第1.
type pin struct {
	part    string // 附則, 別表, 前文, 第2章 …; with its number where it has one
	article string // 12の3
	para    string
	item    string
	sub     string // イ, ロ; of treaties 2, (a)
}

// String writes the pin with ASCII digits.
func (p pin) String() string {
	var b strings.Builder
	b.WriteString(p.part)
	for _, u := range []struct{ n, unit string }{{p.article, "条"}, {p.para, "項"}, {p.item, "号"}} {
		if u.n == "" {
			continue
		}
		head, branch, has := strings.Cut(u.n, "の")
		b.WriteString("第" + head + u.unit)
		if has {
			b.WriteString("の" + branch)
		}
	}
	b.WriteString(p.sub)
	return b.String()
}

func (p pin) isZero() bool { return p == pin{} }

// tableUnit stands for the numbers of tables where a unit is asked for.
const tableUnit = 3

// units are the levels of a law below its parts, in order.
var units = []string{"条", "項", "号"}

// readPin reads one pin at i and gives the offset behind it, -1 where there is
// none. What it leaves out (第3項 in 第2条第1項及び第3項) is taken from before.
func readPin(s string, i int, before pin) (pin, int) {
	j := skipSpace(s, i)
	p, end := pin{}, -1
	if part, k := readPart(s, j); k >= 0 {
		p.part, end = part, k
		j = k
	}
	level := 0
	for {
		u, n, k := readUnitNumber(s, skipSpace(s, j))
		if k < 0 || u < level-1 || end >= 0 && u < level {
			break
		}
		if end < 0 {
			p = inherit(before, u)
		}
		p.set(u, n)
		level, j, end = u+1, k, k
	}
	if end < 0 {
		return pin{}, -1
	}
	if level > 0 {
		if sub, k := readSub(s, end); k >= 0 {
			p.sub, end = sub, k
		}
	}
	return p, end
}

// inherit keeps of before what stands above the unit u. Behind 附則第二条及び, 第三条
// is one of the same provisions, since those of the main part come first.
func inherit(before pin, u int) pin {
	p := pin{}
	if before.part == "附則" || before.part == "付則" {
		p.part = before.part
	}
	if u > 0 {
		p.part, p.article = before.part, before.article
	}
	if u > 1 {
		p.para = before.para
	}
	return p
}

func (p *pin) set(u int, n string) {
	switch u {
	case 0:
		p.article = n
	case 1:
		p.para = n
	case 2:
		p.item = n
	}
}

// readUnitNumber reads 第十二条の三, 第2項 or 第5号.
func readUnitNumber(s string, i int) (unit int, n string, end int) {
	j := skipWord(s, i, "第")
	if j < 0 {
		return 0, "", -1
	}
	v, j := readNumeral(s, j)
	if j < 0 {
		return 0, "", -1
	}
	j = skipSpace(s, j)
	for u, name := range units {
		if k := skipWord(s, j, name); k >= 0 {
			n, k = readBranch(s, k, strconv.Itoa(v))
			return u, n, k
		}
	}
	return 0, "", -1
}

// readBranch reads the の三 of 第十二条の三, which may repeat.
func readBranch(s string, i int, n string) (string, int) {
	for {
		j := skipWord(s, skipSpace(s, i), "の")
		if j < 0 {
			return n, i
		}
		j = skipSpace(s, j)
		if !isNumeral(runeAt(s, j)) {
			return n, i
		}
		v, k := readNumeral(s, j)
		if k < 0 || v == 0 || isCounter(runeAt(s, skipSpace(s, k))) {
			return n, i
		}
		n, i = n+"の"+strconv.Itoa(v), k
	}
}

// isCounter tells 第5条の2人 and 第3号の一部 from branches.
func isCounter(r rune) bool {
	return strings.ContainsRune("人名者部個件回年月日円種以般体定方つ時点社箇か以致律連万億億国週間分割倍級", r) && r != 0
}

// iroha are the signs that number the subitems of an item, in their order.
const iroha = "イロハニホヘトチリヌルヲワカヨタレソツネナラム"

// readSub reads the イ behind 第5号.
func readSub(s string, i int) (string, int) {
	r, w := utf8.DecodeRuneInString(s[i:])
	if i >= len(s) || !strings.ContainsRune(iroha, r) {
		return "", -1
	}
	if q := runeAt(s, i+w); isKatakana(q) {
		return "", -1
	}
	return string(r), i + w
}

// treatyPara reads the 2 of 第4条2, the （ａ） or the 2(b) of treaties, whose paragraphs
// have no 第…項, at i.
func treatyPara(s string, i int) string {
	var b strings.Builder
	for {
		r, w := utf8.DecodeRuneInString(s[i:])
		switch t := foldWidth(s[i : i+w]); {
		case t >= "0" && t <= "9" && len(t) == 1, t >= "a" && t <= "z" && len(t) == 1:
			b.WriteString(t)
			i += w
			continue
		case r == '（' || r == '(':
			in := foldWidth(s[i+w : min(len(s), i+w+16)])
			if e := strings.IndexByte(in, ')'); e == 1 && isLatin(rune(in[0])) {
				b.WriteString("(" + in[:1] + ")")
				i += w + len(runePrefix(s[i+w:], 2))
				continue
			}
		}
		return b.String()
	}
}

// runePrefix is the first n signs of s.
func runePrefix(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

// readPart reads 附則, 別表第一, 別記様式第2号, 前文, 第2章第1節.
func readPart(s string, i int) (string, int) {
	for _, name := range []string{"附則", "付則", "別表", "前文", "本則"} {
		j := skipWord(s, i, name)
		if j < 0 {
			continue
		}
		if name != "別表" {
			return name, j
		}
		k := skipWord(s, skipSpace(s, j), "第")
		if k < 0 {
			return name, j
		}
		v, k := readNumeral(s, k)
		if k < 0 || isUnitRune(runeAt(s, k)) {
			return name, j
		}
		n, k := readBranch(s, k, strconv.Itoa(v))
		return "別表第" + n, k
	}
	return readDivision(s, i)
}

func isUnitRune(r rune) bool { return r == '条' || r == '項' || r == '号' }

// readDivision reads 第二章第一節.
func readDivision(s string, i int) (string, int) {
	var b strings.Builder
	end := -1
	for {
		j := skipWord(s, skipSpace(s, i), "第")
		if j < 0 {
			break
		}
		v, j := readNumeral(s, j)
		k := -1
		for _, u := range []string{"編", "章", "節", "款", "目"} {
			if k = skipWord(s, skipSpace(s, j), u); k >= 0 {
				n, l := readBranch(s, k, strconv.Itoa(v))
				h, br, has := strings.Cut(n, "の")
				b.WriteString("第" + h + u)
				if has {
					b.WriteString("の" + br)
				}
				k = l
				break
			}
		}
		if k < 0 {
			break
		}
		i, end = k, k
	}
	return b.String(), end
}

// A pinList is the pins named in one place, in order, ranges filled in.
type pinList struct {
	pins  []pin
	spans []pinSpan
	end   int // bytes, behind the last
}

// A pinSpan is where a pin that is written out stands.
type pinSpan struct {
	pin        int // index into pins
	start, end int // bytes
}

// maxPins bounds what one place may expand to.
const maxPins = 200

// pinLinks stand between the pins of a list.
var pinLinks = []string{"、", "，", ",", "及び", "又は", "若しくは", "並びに", "または", "および", "・", "もしくは"}

// readPins reads the pins at i with all that is listed behind: 第2条第1項及び第3項,
// 第4条から第7条まで. Parentheses between them (captions, 同法第十条において準用する
// 場合を含む。) are passed over.
func (pg *page) readPins(i int, before pin) (pinList, bool) {
	s := pg.s
	p, end := readPin(s, i, before)
	if end < 0 && before.item != "" { // 同号イ
		p = before
		p.sub, end = readSub(s, skipSpace(s, i))
	}
	if end < 0 {
		return pinList{}, false
	}
	out := pinList{pins: []pin{p}, spans: []pinSpan{{0, skipSpace(s, i), end}}, end: end}
	for len(out.pins) < maxPins {
		j := pg.skipParens(out.end)
		link, isRange := readPinLink(s, j)
		if link < 0 || j > out.end && isRange {
			return out, true
		}
		last := out.pins[len(out.pins)-1]
		q, k := readPin(s, link, last)
		if k < 0 {
			q, k = readNextSub(s, link, last)
		}
		if k < 0 && isRange {
			q, k = readLastTable(s, link, last)
		}
		if k < 0 {
			return out, true
		}
		if isRange {
			out.pins = append(out.pins, between(last, q)...)
			l := skipWord(s, k, "まで")
			if l >= 0 {
				k = l
			}
		}
		out.spans = append(out.spans, pinSpan{len(out.pins), skipSpace(s, link), k})
		out.pins = append(out.pins, q)
		out.end = k
	}
	return out, true
}

// readNextSub reads the ロ of 第5号イ及びロ, which stands in the item of the pin
// before.
func readNextSub(s string, i int, before pin) (pin, int) {
	if before.sub == "" {
		return pin{}, -1
	}
	sub, k := readSub(s, skipSpace(s, i))
	before.sub = sub
	return before, k
}

// tables begin the part of a pin that is a numbered table.
const tables = "別表第"

// readLastTable reads the 第三 of 別表第一から第三まで.
func readLastTable(s string, i int, before pin) (pin, int) {
	if !strings.HasPrefix(before.part, tables) || before != (pin{part: before.part}) {
		return pin{}, -1
	}
	j := skipWord(s, skipSpace(s, i), "第")
	if j < 0 {
		return pin{}, -1
	}
	n, k := readNumeral(s, j)
	if k < 0 || !strings.HasPrefix(s[k:], "まで") {
		return pin{}, -1
	}
	return pin{part: tables + strconv.Itoa(n)}, k
}

// readPinLink reads what stands between two pins, and says whether it makes
// a range of them.
func readPinLink(s string, i int) (end int, isRange bool) {
	j := skipSpace(s, i)
	for _, w := range []string{"から", "～", "〜", "ないし", "乃至"} {
		if k := skipWord(s, j, w); k >= 0 {
			return k, true
		}
	}
	for _, w := range pinLinks {
		if k := skipWord(s, j, w); k >= 0 {
			return k, false
		}
	}
	return -1, false
}

// between gives the pins from a to b, both left out, where they are of one
// level and plainly numbered.
func between(a, b pin) []pin {
	if a.sub != "" && b.sub != "" {
		return betweenSubs(a, b)
	}
	n, m, u := a.number(b)
	if u < 0 || m-n > maxPins/2 {
		return nil
	}
	var out []pin
	for v := n + 1; v < m; v++ {
		p := b
		p.sub = ""
		if u == tableUnit {
			p.part = tables + strconv.Itoa(v)
		} else {
			p.set(u, strconv.Itoa(v))
		}
		out = append(out, p)
	}
	return out
}

// betweenSubs gives ロ for イからハまで of one item.
func betweenSubs(a, b pin) []pin {
	n, m := strings.Index(iroha, a.sub), strings.Index(iroha, b.sub)
	if b.sub = a.sub; a != b || m < n {
		return nil
	}
	var out []pin
	for _, r := range iroha[n+len(a.sub) : max(m, n+len(a.sub))] {
		b.sub = string(r)
		out = append(out, b)
	}
	return out
}

// number gives the numbers of two pins that differ only in their last unit,
// and that unit; -1 where they do not.
func (p pin) number(q pin) (n, m, unit int) {
	try := func(x, y string, u int) bool {
		a, ok := era.Number(x)
		b, ok2 := era.Number(y)
		if ok && ok2 {
			n, m, unit = a, b, u
		}
		return ok && ok2
	}
	switch {
	case p == pin{part: p.part} && q == pin{part: q.part} && strings.HasPrefix(p.part, tables) && strings.HasPrefix(q.part, tables):
		if try(strings.TrimPrefix(p.part, tables), strings.TrimPrefix(q.part, tables), tableUnit) {
			return n, m, unit
		}
	case p.sub != "" || q.sub != "" || p.part != q.part:
	case p.item != "" && q.item != "" && p.article == q.article && p.para == q.para:
		if try(p.item, q.item, 2) {
			return n, m, unit
		}
	case p.item == "" && q.item == "" && p.para != "" && q.para != "" && p.article == q.article:
		if try(p.para, q.para, 1) {
			return n, m, unit
		}
	case p.item == "" && q.item == "" && p.para == "" && q.para == "" && p.article != "":
		if try(p.article, q.article, 0) {
			return n, m, unit
		}
	}
	return 0, 0, -1
}

// skipParens gives the offset behind the parentheses that begin at i.
func (pg *page) skipParens(i int) int {
	for range 4 {
		r := runeAt(pg.s, i)
		if r != '（' && r != '(' {
			return i
		}
		k, ok := pg.opening(i)
		if !ok {
			return i
		}
		i = pg.pairs[k].end
	}
	return i
}
