package cite

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"shinkyu/parse"
	"shinkyu/parse/marker"
)

// A chart knows the sections of a document by what texts call them.
type chart struct {
	articles map[string]string // 12の3 to path
	ordinals map[string]string // 第2, 2, 別紙2, (1) at the top … to path
	kinds    map[string]marker.Kind
	numbers  map[string]string // path to article: the other way round
}

func newChart(doc *parse.Document) *chart {
	c := &chart{articles: map[string]string{}, ordinals: map[string]string{}, kinds: map[string]marker.Kind{}, numbers: map[string]string{}}
	if doc == nil {
		return c
	}
	for s := range doc.Sections() {
		c.kinds[s.Path] = s.Marker.Kind
		c.add(s)
	}
	return c
}

func (c *chart) add(s *parse.Section) {
	if s.Marker.IsZero() {
		return
	}
	if s.Marker.Kind == marker.Article {
		n := branchOf(s.Marker)
		if _, has := c.articles[n]; !has && !strings.Contains(s.Path, "附則") {
			c.articles[n] = s.Path
			c.numbers[s.Path] = n
		}
		return
	}
	k := markerKey(s.Marker.Text)
	if _, has := c.ordinals[k]; !has {
		c.ordinals[k] = s.Path
	}
}

// branchOf writes the number of 第十二条の三 as 12の3.
func branchOf(m marker.Marker) string {
	if len(m.Numbers) == 0 {
		return strconv.Itoa(m.Number)
	}
	var list []string
	for _, n := range m.Numbers {
		list = append(list, strconv.Itoa(n))
	}
	return strings.Join(list, "の")
}

// markerKey is a marker without width, punctuation and the style of its
// numeral: （１） as (1), 別紙２ as 別紙2, 第二 as 第2.
func markerKey(s string) string {
	s = strings.TrimRight(foldWidth(dropSpace(s)), ".、")
	var b strings.Builder
	digits := ""
	flush := func() {
		if digits != "" {
			if n, j := readNumeral(digits, 0); j == len(digits) {
				b.WriteString(strconv.Itoa(n))
			} else {
				b.WriteString(digits)
			}
			digits = ""
		}
	}
	for _, r := range s {
		if isNumeral(r) {
			digits += string(r)
			continue
		}
		flush()
		b.WriteRune(r)
	}
	flush()
	return b.String()
}

// divisionPath gives the path of the division (条, 節, 章) around a place.
func (r *resolver) divisionPath(path []string, unit string) string {
	want := map[string]marker.Kind{"条": marker.Article, "節": marker.Section, "章": marker.Chapter}[unit]
	for n := len(path); n > 0; n-- {
		p := strings.Join(path[:n], "/")
		if r.chart.kinds[p] == want {
			return p
		}
	}
	if unit == "条" {
		return strings.Join(path, "/")
	}
	return path[0]
}

// ownPlace reads a place in a law that names no law: 第五条第一項. It is one of
// the document itself where that has the article; what follows with 同条 means
// it in any case.
func (r *resolver) ownPlace(pg *page, i int) int {
	list, ok := pg.readPins(i, pin{})
	if !ok {
		return r.division(pg, i)
	}
	a := antecedent{self: true, pin: list.pins[0]}
	r.claim(list, a)
	if list.pins[0].article == "" {
		return r.divisions(pg, list)
	}
	if q := runeBefore(pg.s, i); isIdeograph(q) || isKatakana(q) {
		return list.spans[0].end
	}
	for _, sp := range list.spans {
		r.internal(pg, sp.start, sp.end, list.pins[sp.pin])
	}
	r.article = a
	return list.spans[0].end
}

// divisions lists the references of 第２章、第３章, and gives the offset behind
// the first: what stands between them in brackets is still to be read.
func (r *resolver) divisions(pg *page, list pinList) int {
	first := max(list.spans[0].end, r.division(pg, list.spans[0].start))
	last := first
	for _, sp := range list.spans[1:] {
		if sp.start >= last {
			last = max(sp.end, r.division(pg, sp.start))
		}
	}
	return first
}

// internal lists a reference to an article of the document itself.
func (r *resolver) internal(pg *page, start, end int, p pin) {
	if p.part != "" {
		return
	}
	path, ok := r.chart.articles[p.article]
	if !ok {
		return
	}
	r.refer(pg, start, end, path)
}

func (r *resolver) refer(pg *page, start, end int, target string) {
	r.ix.References = append(r.ix.References, Reference{Place: r.place(pg.run, start, end), Text: pg.s[start:end], Target: target})
}

// relative reads 前条, 次条, 前項 at i in a document with articles.
func (r *resolver) relative(pg *page, i int) int {
	s := pg.s
	for _, w := range []struct {
		word string
		by   int
	}{{"前条", -1}, {"次条", 1}} {
		j := skipWord(s, i, w.word)
		if j < 0 {
			continue
		}
		own := r.ownArticle(pg)
		target, ok := r.chart.neighbour(own, w.by)
		if own == "" || !ok {
			return j
		}
		base := pin{article: target}
		end := j
		if list, ok := pg.readPins(j, base); ok && list.pins[0].article == target {
			base, end = list.pins[len(list.pins)-1], list.end
		}
		r.internal(pg, i, end, base)
		r.article = antecedent{self: true, pin: base}
		return end
	}
	return i
}

// ownArticle gives the number of the article that the run stands in.
func (r *resolver) ownArticle(pg *page) string {
	for p, ok := pg.path, true; ok; p, ok = parentPath(p) {
		if n, has := r.chart.numbers[p]; has {
			return n
		}
	}
	return ""
}

// neighbour gives the article before or after n.
func (c *chart) neighbour(n string, by int) (string, bool) {
	v, err := strconv.Atoi(n)
	if err != nil {
		return "", false
	}
	m := strconv.Itoa(v + by)
	_, ok := c.articles[m]
	return m, ok
}

// division reads 第2に示す, 第３章 at i: a part of the document itself.
func (r *resolver) division(pg *page, i int) int {
	s := pg.s
	j := skipWord(s, i, "第")
	if j < 0 {
		return i
	}
	_, k := readNumeral(s, j)
	if k < 0 {
		return i
	}
	end := k
	for _, u := range []string{"部", "編", "章", "節"} {
		if e := skipWord(s, skipSpace(s, k), u); e >= 0 {
			end = e
		}
	}
	if q := runeBefore(s, i); isIdeograph(q) || isKatakana(q) || end == k && !pointsOut(s[end:]) {
		return i
	}
	return r.section(pg, i, end)
}

// section lists the reference s[i:end] and what narrows it down: 第2の1(3)①.
func (r *resolver) section(pg *page, i, end int) int {
	target, ok := r.ordinal(pg, pg.s[i:end])
	if !ok {
		return i
	}
	for {
		j := skipWord(pg.s, end, "の")
		if j < 0 {
			j = end
		}
		m, e := markerAt(pg.s, j)
		if e < 0 {
			m, e = sectionAt(pg.s, j)
		}
		child, ok := r.chart.child(target, m)
		if !ok {
			break
		}
		target, end = child, e
	}
	r.refer(pg, i, end, target)
	return end
}

// ordinal gives the path of the section with the ordinal s: of a 第２節 the one
// in the chapter that the text stands in.
func (r *resolver) ordinal(pg *page, s string) (string, bool) {
	n, e := sectionAt(s, 0)
	for p, ok := parentPath(pg.path); ok && e >= 0; p, ok = parentPath(p) {
		if t := p + "/" + n; r.chart.kinds[t] == marker.Section {
			return t, true
		}
	}
	t, ok := r.chart.ordinals[markerKey(s)]
	return t, ok && (e < 0 || !strings.Contains(t, "/"))
}

// sectionAt reads the 第２節 behind 第３章.
func sectionAt(s string, i int) (string, int) {
	j := skipWord(s, i, "第")
	if j < 0 {
		return "", -1
	}
	n, k := readNumeral(s, j)
	e := skipWord(s, k, "節")
	if e < 0 {
		return "", -1
	}
	return strconv.Itoa(n), e
}

// child gives the section under path with the marker m.
func (c *chart) child(path, m string) (string, bool) {
	p := path + "/" + m
	_, ok := c.kinds[p]
	return p, ok
}

// markerAt reads the marker of a section as a text names it: 1, (3), ①, ア.
func markerAt(s string, i int) (string, int) {
	r, w := utf8.DecodeRuneInString(s[i:])
	switch {
	case r == '（' || r == '(':
		j := i + w
		_, k := readNumeral(s, j)
		if k < 0 {
			return "", -1
		}
		e := max(skipWord(s, k, "）"), skipWord(s, k, ")"))
		if e < 0 {
			return "", -1
		}
		n, _ := readNumeral(s, j)
		return strconv.Itoa(n), e
	case '①' <= r && r <= '⑳':
		return strconv.Itoa(int(r-'①') + 1), i + w
	case '0' <= r && r <= '9' || '０' <= r && r <= '９':
		n, k := readNumeral(s, i)
		return strconv.Itoa(n), k
	}
	return "", -1
}

// pointsOut reports whether t follows a reference: に示す, に記載, のとおり, を参照.
func pointsOut(t string) bool {
	t = strings.TrimLeft(t, "）)")
	for _, w := range []string{"に示", "に記", "に掲", "に定", "に述", "のとおり", "の通り", "を参照", "参照", "による", "において", "に基づ", "で述", "で示", "の規定", "に従", "に則", "に規定", "の１", "の1", "の（", "の("} {
		if strings.HasPrefix(t, w) {
			return true
		}
	}
	return false
}

// above reads 上記１, 上記（1）①, 前記２ at i, and 別紙2.
func (r *resolver) above(pg *page, i int) int {
	for _, w := range []string{"上記", "前記", "下記", "前述の", "後述の"} {
		j := skipWord(pg.s, i, w)
		if j < 0 {
			continue
		}
		return r.sibling(pg, i, optWord(pg.s, j, "の"))
	}
	for _, w := range []string{"別紙", "別添", "別記", "参考資料"} {
		j := skipWord(pg.s, i, w)
		if j < 0 {
			continue
		}
		if _, k := readNumeral(pg.s, j); k >= 0 && k-j < 12 {
			j = k
		}
		if e := r.section(pg, i, j); e > i {
			return e
		}
	}
	return i
}

// sibling resolves a marker behind 上記: of a section beside one of those that
// the text stands in, from the inside out.
func (r *resolver) sibling(pg *page, i, j int) int {
	m, e := markerAt(pg.s, j)
	if e < 0 {
		return i
	}
	path := pg.path
	for {
		up, ok := parentPath(path)
		target := m
		if up != "" {
			target = up + "/" + m
		}
		if k, has := r.chart.kinds[target]; has && (sameFrame(k, pg.s[j:e]) || !ok) {
			return r.narrow(pg, i, e, target)
		}
		if !ok {
			break
		}
		path = up
	}
	return i
}

// narrow goes on with the markers behind the first: （1）①.
func (r *resolver) narrow(pg *page, i, end int, target string) int {
	for {
		m, e := markerAt(pg.s, end)
		if e < 0 {
			break
		}
		child, ok := r.chart.child(target, m)
		if !ok {
			break
		}
		target, end = child, e
	}
	r.refer(pg, i, end, target)
	return end
}

// parentPath gives the path without its last part, and false for a top one.
func parentPath(path string) (string, bool) {
	k := strings.LastIndex(path, "/")
	if k < 0 {
		return "", false
	}
	return path[:k], true
}

// sameFrame reports whether a marker as the text writes it can be of kind k.
func sameFrame(k marker.Kind, m string) bool {
	r := runeAt(m, 0)
	switch {
	case r == '（' || r == '(':
		return strings.HasPrefix(string(k), "(")
	case '①' <= r && r <= '⑳':
		return k == "①"
	}
	return !strings.HasPrefix(string(k), "(") && k != "①"
}
