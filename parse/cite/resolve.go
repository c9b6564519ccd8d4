package cite

import (
	"strings"
	"unicode/utf8"
)

// An antecedent is what 同法, 同条 or 同計画 may point back to.
type antecedent struct {
	work *Work
	name string // of a law named without its number
	self bool   // a place in the document itself
	pin  pin
	// node, start and end are where a work was mentioned: the run, and bytes in it.
	node, start, end int
}

// tail is what the name of a law ends with, the serial of a number left out:
// of 平成31年法務省令第5号 it is 平成31年法務省令.
func (a antecedent) tail() string {
	if k := strings.LastIndex(a.name, "第"); k > 0 && strings.HasSuffix(a.name, "号") {
		return a.name[:k]
	}
	return a.name
}

func (a antecedent) isZero() bool { return a.work == nil && a.name == "" && !a.self }

// A resolver walks the document once and gives every later mention its work.
type resolver struct {
	*finder
	names   names
	recent  []antecedent // the works and named laws met, latest last
	article antecedent   // the last place in a law
	// claimed are the offsets in the present run of places that belong to a
	// work named before them.
	claimed map[int]claim
	chart   *chart
	meant   map[string]string // aliases of laws that are named without their number
}

// maxRecent bounds how far back an anaphor looks.
const maxRecent = 64

func (f *finder) resolve() {
	r := resolver{finder: f, names: names{}, meant: map[string]string{}, chart: newChart(f.doc)}
	r.collect()
	for _, pg := range f.pages {
		r.run(pg)
	}
}

// collect gathers titles and aliases.
func (r *resolver) collect() {
	for _, w := range r.works {
		at := r.firstFound(w)
		for _, t := range append([]string{w.Title}, w.Titles...) {
			if utf8.RuneCountInString(t) >= 3 && !r.pointed[w] {
				r.names.add(name{text: t, form: Title, work: w, node: at[0], at: at[1], scope: "*"})
			}
		}
	}
	for _, pg := range r.pages {
		for k := range pg.defs {
			r.collectAlias(pg, &pg.defs[k])
		}
	}
	r.names.order()
}

func (f *finder) firstFound(w *Work) [2]int {
	for _, pg := range f.pages {
		for k := range pg.found {
			if pg.found[k].work == w {
				return [2]int{pg.node, pg.found[k].start}
			}
		}
	}
	return [2]int{}
}

// collectAlias takes the alias of a definition that stands for a work: one of
// the citation that it is attached to, or one whose meaning is a known title.
func (r *resolver) collectAlias(pg *page, d *definition) {
	if d.work == nil {
		d.work = r.sameTitle(d.meaning, "")
	}
	if d.work == nil {
		if endsLawTitle(d.meaning) {
			r.meant[d.alias] = d.meaning
		}
		return
	}
	d.work.Aliases = appendNew(d.work.Aliases, d.alias)
	if d.alias == "同" || len(d.alias) == 0 {
		return
	}
	r.names.add(name{text: d.alias, form: Alias, work: d.work, node: pg.node, at: d.end, scope: r.scopePath(pg, d.scope)})
}

// scopePath gives the section in which an alias holds. A scope inside one
// article (この条, 次項) is the section that the definition stands in; この章
// the one around it as far as the document says; anything else is the rest of
// the document.
func (r *resolver) scopePath(pg *page, scope string) string {
	if scope == "" || pg.path == "" {
		return "*"
	}
	path := strings.Split(pg.path, "/")
	switch {
	case strings.HasPrefix(scope, "この項"), strings.HasPrefix(scope, "この号"), strings.HasPrefix(scope, "この条"), strings.HasPrefix(scope, "同条"):
		return r.divisionPath(path, "条")
	case strings.HasPrefix(scope, "この節"):
		return r.divisionPath(path, "節")
	case strings.HasPrefix(scope, "この章"), strings.HasPrefix(scope, "本章"):
		return r.divisionPath(path, "章")
	}
	return "*"
}

// run walks over one run.
func (r *resolver) run(pg *page) {
	s := pg.s
	next := 0
	bare := pg.bareNumbers()
	clear(r.claimed)
	var outer antecedent
	for i := 0; i < len(s); {
		if next < len(pg.found) && pg.found[next].start < i { // inside the one before
			for ; next < len(pg.found) && pg.found[next].start < i; next++ {
				r.found(pg, &pg.found[next])
			}
			r.remember(outer) // 同法 behind a note does not mean what the note names
		}
		if next < len(pg.found) && pg.found[next].start == i {
			i = r.found(pg, &pg.found[next])
			outer = r.recent[len(r.recent)-1]
			next++
			continue
		}
		if n, ok := bare[i]; ok {
			i = r.bareNumber(pg, n)
			continue
		}
		c := s[i]
		if c < 0x80 && !isDigit(c) && len(r.names[rune(c)]) == 0 {
			i++
			continue
		}
		ru, w := utf8.DecodeRuneInString(s[i:])
		if e := r.mention(pg, i, ru); e > i {
			i = e
			continue
		}
		i += w
	}
	for ; next < len(pg.found); next++ {
		r.found(pg, &pg.found[next])
	}
}

// found takes a citation with number or decision, and gives the offset where
// reading goes on.
func (r *resolver) found(pg *page, fd *found) int {
	if fd.same {
		r.entitle(pg, fd)
	}
	r.mentionOf(pg, fd.work, fd.form, fd.start, fd.end)
	return fd.end
}

// mentionOf adds a mention of w at s[start:end] with the pinpoints behind it.
func (r *resolver) mentionOf(pg *page, w *Work, form Form, start, end int) {
	m := Mention{Place: r.place(pg.run, start, end), Text: pg.s[start:end], Form: form}
	a := antecedent{work: w, node: pg.node, start: start, end: end}
	if w.Kind == Law {
		a.pin = r.pins(pg, &m, end, a)
	}
	w.Mentions = append(w.Mentions, m)
	r.remember(a)
}

// pins reads the pinpoints at i into m and gives the last of them.
func (r *resolver) pins(pg *page, m *Mention, i int, a antecedent) pin {
	i = pg.skipParens(i)
	i = optWord(pg.s, i, "の")
	if i < len(pg.s) && pg.s[i] < 0x80 && !isSpace(rune(pg.s[i])) {
		return pin{}
	}
	list, ok := pg.readPins(i, pin{})
	if !ok {
		return pin{}
	}
	if k := list.spans[len(list.spans)-1]; isTreaty(a.work) && list.pins[k.pin].para == "" {
		list.pins[k.pin].sub = treatyPara(pg.s, k.end)
	}
	r.claim(list, a)
	m.Pinpoint = list.pins[0].String()
	for _, p := range list.pins {
		m.Pinpoints = append(m.Pinpoints, p.String())
	}
	return list.pins[0]
}

// A claim is a place that was read with the work that it is in.
type claim struct {
	end int
	of  antecedent
}

// claim notes the places of a list as those of a; the walk comes by them one
// by one, and by what stands between.
func (r *resolver) claim(list pinList, a antecedent) {
	if r.claimed == nil {
		r.claimed = map[int]claim{}
	}
	for k, sp := range list.spans {
		b := a
		b.pin = list.pins[sp.pin]
		r.claimed[list.spans[k].start] = claim{sp.end, b}
	}
}

// remember notes what later anaphors may point to.
func (r *resolver) remember(a antecedent) {
	r.recent = append(r.recent, a)
	if len(r.recent) > 2*maxRecent {
		r.recent = append(r.recent[:0], r.recent[len(r.recent)-maxRecent:]...)
	}
	if !a.pin.isZero() {
		r.article = a
	} else if a.work != nil && a.work.Kind == Law || a.name != "" {
		r.article = antecedent{}
	}
}

// mention reads what stands at i and gives the offset behind it, or i.
func (r *resolver) mention(pg *page, i int, ru rune) int {
	switch ru {
	case '同':
		if e := r.anaphor(pg, i); e > i {
			return e
		}
	case '法', '律', '令', '則', '例', '程', '約':
		if r.names.at(pg, i, ru) == nil {
			if e := r.unnumbered(pg, i, ru); e > i {
				return e
			}
			if e := r.named(pg, i, ru); e > i {
				return e
			}
		}
	case '第', '附', '別', '前':
		if c, ok := r.claimed[i]; ok {
			r.article = c.of
			return c.end
		}
	}
	switch ru {
	case '上', '前', '下', '別', '次', '後':
		if e := r.pointing(pg, i); e > i {
			return e
		}
	case '第':
		if e := r.ownPlace(pg, i); e > i {
			return e
		}
	}
	x := r.names.at(pg, i, ru)
	if x == nil {
		return i
	}
	end := i + len(x.text)
	work := r.latest(x)
	r.mentionOf(pg, work, x.form, i, end)
	return end
}

// latest gives, for a title that several editions share, the one met last.
func (r *resolver) latest(x *name) *Work {
	if x.form != Title {
		return x.work
	}
	for k := len(r.recent) - 1; k >= 0; k-- {
		if w := r.recent[k].work; w != nil && w != x.work && foldTitle(w.Title) == foldTitle(x.text) {
			return w
		} else if w == x.work {
			break
		}
	}
	return x.work
}

// unnumbered reads a law that is named without its number but with a place in
// it: 食品衛生法第十五条, 法第27条. i is the sign before 第.
func (r *resolver) unnumbered(pg *page, i int, ru rune) int {
	s := pg.s
	j := i + utf8.RuneLen(ru)
	if !strings.HasPrefix(s[j:], "第") && !strings.HasPrefix(s[j:], "附則") && !strings.HasPrefix(s[j:], "別表") {
		return i
	}
	list, ok := pg.readPins(j, pin{})
	if !ok {
		return i
	}
	title, at := r.unnumberedTitle(pg, j)
	if title == "" {
		return i
	}
	if n, ok := r.laws.numberOf(title); ok {
		w := r.law(title, lawNumber{text: n, kind: lawKindOf(n)}, false)
		r.mentionOf(pg, w, Title, at, j)
		return j
	}
	if w := r.sameTitle(title, ""); w != nil && w.Kind == Law {
		r.mentionOf(pg, w, Title, at, j)
		return j
	}
	if w := r.underAlias(pg, title, at); w != nil {
		r.mentionOf(pg, w, Title, at, j)
		return j
	}
	if r.ownTitle(title) {
		a := antecedent{self: true, pin: list.pins[0]}
		r.article = a
		r.claim(list, a)
		r.internal(pg, at, list.spans[0].end, list.pins[0])
		return j
	}
	a := antecedent{name: title, pin: list.pins[0]}
	r.remember(a)
	r.claim(list, a)
	why := "法令番号なしに挙げられ、定義もない (named without a law number and not defined)"
	if m, ok := r.meant[title]; ok {
		why = "法令番号のない" + m + "を指す (stands for " + m + ", which is named without its number)"
	}
	r.unresolved(pg, at, list.spans[0].end, why)
	return j
}

// actEndings end the compound titles of laws and hardly any other word.
var actEndings = []string{
	"基本法", "保護法", "措置法", "促進法", "規制法", "特例法", "取締法", "推進法", "管理法", "事業法", "登録法", "組織法", "設置法",
	"公務員法", "手続法", "整備法", "振興法", "対策法", "禁止法", "防止法", "公開法", "自治法", "訴訟法", "安全法", "衛生法", "支援法", "年金法", "保険法",
}

// relativeEndings end the titles of laws that modifiers make.
var relativeEndings = []string{"に関する法律", "に関する特別措置法", "に関する臨時措置法", "ための法律", "ための特別措置法"}

// minNamed is the least length, in runes, of a title with modifiers that is
// taken for one without number or place: データに関する法律 is none.
const minNamed = 10

// named reads a law that is named with neither number nor place
// (住居表示に関する法律においても). i is the last sign of the title.
func (r *resolver) named(pg *page, i int, ru rune) int {
	s := pg.s
	j := i + utf8.RuneLen(ru)
	if q := runeAt(s, j); joins(ru, q) || q == '（' || q == '(' || q == '案' {
		return i
	}
	compound, relative := endsIn(s[:j], actEndings), endsIn(s[:j], relativeEndings)
	if !compound && !relative && r.laws == nil {
		return i
	}
	title, at := r.unnumberedTitle(pg, j)
	if title == "" || r.ownTitle(title) {
		return i
	}
	if n, ok := r.laws.numberOf(title); ok {
		r.mentionOf(pg, r.law(title, lawNumber{text: n, kind: lawKindOf(n)}, false), Title, at, j)
		return j
	}
	if compound && utf8.RuneCountInString(title) < 5 || relative && (utf8.RuneCountInString(title) < minNamed || isPlanned(s[j:])) || !compound && !relative {
		return i
	}
	if _, ok := r.meant[title]; ok || r.called[title] || r.sameTitle(title, "") != nil {
		return i
	}
	r.remember(antecedent{name: title})
	r.unresolved(pg, at, j, "法令番号なしに挙げられ、定義もない (named without a law number and not defined)")
	return j
}

// isPlanned reports whether t goes on as a text does that speaks of laws to be
// made and names none: を整備, の制定.
func isPlanned(t string) bool {
	for _, w := range []string{"を整備", "の整備", "を制定", "の制定", "を定め", "を遵守", "を守", "を策定"} {
		if strings.HasPrefix(t, w) {
			return true
		}
	}
	return false
}

// ownTitle reports whether title, or what it stands for in any version, is the
// title of the document itself.
func (r *resolver) ownTitle(title string) bool {
	if r.doc == nil || r.doc.Meta.Title == "" {
		return false
	}
	own := foldTitle(r.doc.Meta.Title)
	if foldTitle(title) == own {
		return true
	}
	m, ok := r.meant[title]
	return ok && strings.HasSuffix(foldTitle(m), own)
}

// lawKindOf gives the kind in a normalised law number.
func lawKindOf(number string) string {
	k := strings.Index(number, "年")
	e := strings.Index(number, "第")
	if k < 0 || e < k {
		return ""
	}
	return lawKind(number[k+len("年") : e])
}

// unnumberedTitle gives the name of the law that ends at end.
func (r *resolver) unnumberedTitle(pg *page, end int) (string, int) {
	from := windowStart(pg.s, end)
	ws := r.words(pg.s[from:end])
	i := phraseStart(ws, ofLaw)
	if i >= len(ws) {
		return "", 0
	}
	at := from + ws[i].Start
	t := pg.s[at:end]
	if !endsLawTitle(t) {
		return "", 0
	}
	return t, at
}

// unresolved lists s[start:end] with the reason why its work is not known.
func (f *finder) unresolved(pg *page, start, end int, why string) {
	f.ix.Unresolved = append(f.ix.Unresolved, Unresolved{Place: f.place(pg.run, start, end), Text: pg.s[start:end], Why: why})
}
