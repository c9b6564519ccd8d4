package cite

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// findCitations finds the works that a run cites with number or decision. It
// starts from the parentheses, which are certain, and looks left for the title.
func (f *finder) findCitations(pg *page) {
	for k := 0; k < len(pg.pairs); k++ {
		p := pg.pairs[k]
		if p.quote {
			continue
		}
		if pg.consumed(p.open) {
			f.citeInNote(pg, k)
			continue
		}
		g := pg.group(k)
		switch {
		case f.citeBehind(pg, k, g):
		case g == nil:
			if q, ok := pg.closing(backSpace(pg.s, p.open)); ok && pg.pairs[q].quote {
				f.citeDated(pg, &group{open: p.open, end: p.end, notes: []note{pg.readNote(k)}})
			}
		case len(g.numbers()) > 0:
			f.citeLaws(pg, g)
		case g.decided():
			if !pg.inQuote(k, g) {
				f.citePlan(pg, g)
			}
		default:
			f.citeDated(pg, g)
		}
	}
	pg.sort()
	f.citeRules(pg)
	pg.sort()
	for n := range pg.found {
		f.label(pg, &pg.found[n])
	}
}

// citeInNote makes citations of the laws that pair k, in the note of a citation,
// numbers: 私立学校法（昭和24年法律第270号。私立学校振興助成法（昭和50年法律第61号）附則第2条の規定により
// 読み替えて適用する場合を含む。）.
func (f *finder) citeInNote(pg *page, k int) {
	p := pg.pairs[k]
	if p.parent < 0 || p.depth > 2 || pg.numberBefore(p.open) != nil {
		return
	}
	if n := pg.readNote(k); len(n.numbers) == 1 {
		g := &group{open: p.open, outer: p.open, end: p.end, notes: []note{n}}
		if _, title, _ := f.lawTitle(pg, g.outer, g.open, n.numbers[0]); title != "" {
			f.citeLaws(pg, g)
		}
	}
}

// label takes a quotation before a citation, with nothing but white space
// between, for its short name, as lists of abbreviations have it:
// 「通則」　ガイドライン（…告示…）.
func (f *finder) label(pg *page, fd *found) {
	at := backSpace(pg.s, fd.start)
	k, ok := pg.closing(at)
	if !ok || at == fd.start || !pg.pairs[k].quote {
		return
	}
	q := pg.pairs[k]
	name := strings.TrimSpace(pg.s[q.in:q.close])
	if backSpace(pg.s, q.open) != 0 || name == "" || utf8.RuneCountInString(name) > 30 || pg.around(q.open) != nil {
		return
	}
	pg.labels = append(pg.labels, q.open)
	pg.defs = append(pg.defs, definition{alias: name, start: q.in, end: q.close, meaning: fd.work.Title, via: viaBracket, work: fd.work})
}

// sort puts the citations in order of their start.
func (pg *page) sort() {
	sort.SliceStable(pg.found, func(a, b int) bool { return pg.found[a].start < pg.found[b].start })
	pg.sorted = len(pg.found)
}

// inQuote reports whether the notes of g from pair k on belong to a title in
// quotation marks: 「セキュリティ基本戦略（Ver.1）」.
func (pg *page) inQuote(k int, g *group) bool {
	p := pg.pairs[k].parent
	return p >= 0 && pg.pairs[p].quote && skipSpace(pg.s, g.end) == pg.pairs[p].close && len(g.decision().events) == 0
}

// consumed reports whether the bracket at i lies behind the title of a citation
// found before.
func (pg *page) consumed(i int) bool {
	for k := len(pg.found) - 1; k >= 0 && k > len(pg.found)-4; k-- {
		if f := &pg.found[k]; (f.titleEnd <= i || f.behind) && i < f.end {
			return true
		}
	}
	return false
}

// A group is the parentheses that stand one behind the other after a name:
// ガイドライン（通則編）（平成28年…告示第6号）（以下「通則編」という。）.
type group struct {
	open  int // bytes: where the first that is a note opens
	outer int // bytes: where the first of all opens, which may belong to the title
	end   int // bytes: behind the last note
	notes []note
}

func (g *group) numbers() []lawNumber {
	for _, n := range g.notes {
		if len(n.numbers) > 0 {
			return n.numbers
		}
	}
	return nil
}

func (g *group) decided() bool {
	for _, n := range g.notes {
		if n.decided {
			return true
		}
	}
	return false
}

func (g *group) aliases() []alias {
	var out []alias
	for _, n := range g.notes {
		out = append(out, n.aliases...)
	}
	return out
}

// decision joins what the notes of a group decide.
func (g *group) decision() decision {
	var d decision
	for _, n := range g.notes {
		d.events = append(d.events, n.decision.events...)
		if n.decision.version != "" {
			d.version = n.decision.version
		}
	}
	return d
}

// group gives the parentheses from pair k on, nil where none of them is a
// note. It looks at a few only.
func (pg *page) group(k int) *group {
	g := &group{open: -1, outer: pg.pairs[k].open}
	at := pg.pairs[k].open
	for n := k; n < len(pg.pairs) && len(g.notes) < 4; {
		p := pg.pairs[n]
		if p.open != at || p.quote {
			break
		}
		nt := pg.readNote(n)
		switch {
		case !nt.empty():
			if g.open < 0 {
				g.open = p.open
			}
			g.notes = append(g.notes, nt)
			g.end = p.end
		case g.open >= 0, p.end-p.open > 120:
			return g.some()
		}
		at = skipSpace(pg.s, p.end)
		next, ok := pg.opening(at)
		if !ok {
			break
		}
		n = next
	}
	return g.some()
}

func (g *group) some() *group {
	if g.open < 0 {
		return nil
	}
	return g
}

// citeLaws makes citations of the law numbers of a group. Several numbers
// belong to as many titles before them (A法及びB法（昭和…、昭和…）).
func (f *finder) citeLaws(pg *page, g *group) {
	numbers := g.numbers()
	end := g.open
	var list []found
	for k := len(numbers) - 1; k >= 0; k-- {
		n := numbers[k]
		outer := g.outer
		if k < len(numbers)-1 {
			outer = end
		}
		start, title, at := f.lawTitle(pg, outer, end, n)
		if title == "" {
			if k == len(numbers)-1 && len(numbers) == 1 {
				if pg.heads(n.start) {
					break // 附則（平成三一年三月一三日政令第三七号）
				}
				f.unresolved(pg, n.start, n.end, noTitle)
			}
			break
		}
		if i := strings.LastIndex(title, "・"); k > 0 && i > 0 && endsLawTitle(title[:i]) { // 農地法・森林法（…、…）
			at += i + len("・")
			start, title = at, title[i+len("・"):]
		}
		noun, _ := pointed(title)
		same := start == at && noun > 0 && strings.HasSuffix(pg.s[:at], "同")
		if same {
			start, title, at = start-len("同"), "同"+title, at-len("同")
		}
		w := f.law(title, n, same)
		list = append(list, found{start: start, title: at, titleEnd: at + len(title), end: g.end, work: w, form: Full, same: same})
		if k > 0 {
			prev, ok := beforeConjunction(pg.s, start)
			if !ok {
				break
			}
			list[len(list)-1].end = end
			if len(list) == 1 {
				list[0].end = g.end
			}
			end = prev
		}
	}
	for k := len(list) - 1; k >= 0; k-- {
		fd := list[k]
		if k > 0 {
			fd.end = fd.titleEnd
		}
		if k == 0 {
			f.addAliases(pg, &fd, g)
			f.addAcronyms(pg, &fd, g)
		}
		pg.found = append(pg.found, fd)
	}
}

// acronym gives the pair that ends at i where it holds an acronym and no more.
func (pg *page) acronym(i int) (int, bool) {
	k, ok := pg.closing(i)
	if !ok || pg.pairs[k].quote {
		return 0, false
	}
	return k, isShortName(strings.TrimSpace(pg.s[pg.pairs[k].in:pg.pairs[k].close]))
}

// addAcronyms gives a law the acronym in parentheses before or behind its
// number.
func (f *finder) addAcronyms(pg *page, fd *found, g *group) {
	if k, ok := pg.acronym(backSpace(pg.s, g.open)); ok {
		f.addAcronym(pg, fd, k)
	}
	if k, ok := pg.opening(skipSpace(pg.s, g.end)); ok {
		if k, ok = pg.acronym(pg.pairs[k].end); ok {
			fd.end = pg.pairs[k].end
			f.addAcronym(pg, fd, k)
		}
	}
}

func (f *finder) addAcronym(pg *page, fd *found, k int) {
	p := pg.pairs[k]
	pg.defs = append(pg.defs, definition{
		alias: strings.TrimSpace(pg.s[p.in:p.close]), start: p.in, end: p.close, meaning: fd.work.Title, via: viaAbbreviation, work: fd.work,
	})
}

// heads reports whether the number at i stands in a heading: of supplementary
// provisions, which carry the number of the law that brought them, or of the
// document itself.
func (pg *page) heads(i int) bool {
	if pg.kind == runTitle || pg.kind == runFront || pg.kind == runCaption {
		return true
	}
	r, before := lastSign(strings.TrimRightFunc(pg.s[:i], func(r rune) bool { return isSpace(r) || strings.ContainsRune("（(〔【", r) }))
	switch r {
	case none, '抄':
		return true
	case '則':
		r, _ = lastSign(before)
		return r == '附'
	}
	return false
}

// lastSign gives the last character of s that is no space, and what stands
// before it; none where there is none.
func lastSign(s string) (r rune, before string) {
	s = strings.TrimRightFunc(s, isSpace)
	if s == "" {
		return none, ""
	}
	r, n := utf8.DecodeLastRuneInString(s)
	return r, s[:len(s)-n]
}

const none rune = -1

// beforeConjunction gives the end of what stands before the conjunction or
// comma that ends at i.
func beforeConjunction(s string, i int) (int, bool) {
	i = backSpace(s, i)
	for _, w := range []string{"及び", "並びに", "又は", "若しくは", "、", "・", "，"} {
		if strings.HasSuffix(s[:i], w) {
			return backSpace(s, i-len(w)), true
		}
	}
	return 0, false
}

// addAliases gives the work of a citation the names that its notes introduce.
func (f *finder) addAliases(pg *page, fd *found, g *group) {
	for _, a := range g.aliases() {
		if isName(a.name) {
			pg.defs = append(pg.defs, definition{
				alias: a.name, start: a.start, end: a.end, meaning: f.cited(pg, fd, g),
				via: viaBracket, scope: a.scope, work: fd.work,
			})
		}
	}
}

// cited is what an alias in the notes of a citation stands for: the title, with
// the version of a law that the text names before it.
func (f *finder) cited(pg *page, fd *found, g *group) string {
	if fd.work.Kind == Law && fd.start == fd.title {
		for _, w := range []string{"改正前の", "改正後の", "廃止前の", "なおその効力を有するものとされた", "なお効力を有するものとされた"} {
			if strings.HasSuffix(pg.s[:fd.start], w) {
				return f.phraseBefore(pg, g.outer, "")
			}
		}
	}
	return fd.work.Title
}

// lawTitle finds the title that ends where the brackets begin. outer is where
// the first bracket opens, end where the note with the number does.
func (f *finder) lawTitle(pg *page, outer, end int, n lawNumber) (start int, title string, at int) {
	e := backSpace(pg.s, end)
	if k, ok := pg.acronym(e); ok { // …協定（ＴＰＰ）（平成30年条約第16号）
		e = backSpace(pg.s, pg.pairs[k].open)
	}
	if k, ok := pg.closing(e); ok && pg.pairs[k].quote {
		q := pg.pairs[k]
		in := skipSpace(pg.s, q.in)
		return q.open, strings.TrimSpace(pg.s[q.in:q.close]), in
	}
	if f.laws != nil {
		if t := f.laws.titleBefore(n.text, pg.s[windowStart(pg.s, e):e]); t > 0 {
			return e - t, pg.s[e-t : e], e - t
		}
	}
	if at := ruleBefore(pg.s, e, n); at >= 0 {
		return at, pg.s[at:e], at
	}
	phraseEnd := backSpace(pg.s, min(outer, end))
	for { // a bracket without a partner before the note
		r, w := utf8.DecodeLastRuneInString(pg.s[:phraseEnd])
		if b, ok := bracketOf(r); !ok || b.close || b.quote || phraseEnd != e {
			break
		}
		phraseEnd -= w
		e = phraseEnd
	}
	from := windowStart(pg.s, phraseEnd)
	ws := f.words(pg.s[from:phraseEnd])
	g := ofLaw
	if len(ws) > 0 && !endsLawTitle(text(ws, nounRun(ws, len(ws)), len(ws))) && !isGenericHead(text(ws, nounRun(ws, len(ws)), len(ws))) {
		g = ofPlan
	}
	i := phraseStart(ws, g)
	if i >= len(ws) {
		return 0, "", 0
	}
	at = from + ws[i].Start
	title = strings.TrimSpace(pg.s[at:e])
	if title == "附則" || isGenericHead(title) && !strings.Contains(title, "施行") || strings.HasPrefix(title, "同") && utf8.RuneCountInString(title) <= 4 || utf8.RuneCountInString(title) < 2 {
		return 0, "", 0
	}
	return at, title, at
}

// settleTitles makes one title of the several readings of a law that is cited
// more than once: the one most often read, and of those the shortest.
func (f *finder) settleTitles() {
	counts := map[*Work]map[string]int{}
	f.eachFound(func(pg *page, fd *found) {
		if fd.work == nil || fd.work.Kind != Law || fd.same {
			return
		}
		if counts[fd.work] == nil {
			counts[fd.work] = map[string]int{}
		}
		counts[fd.work][pg.s[fd.title:fd.titleEnd]]++
	})
	for _, w := range f.works {
		if len(counts[w]) > 1 {
			f.settle(w, counts[w])
		}
	}
}

// settle chooses among titles that differ only in where they begin.
func (f *finder) settle(w *Work, titles map[string]int) {
	var list []string
	for t := range titles {
		list = append(list, t)
	}
	sort.Slice(list, func(a, b int) bool {
		if titles[list[a]] != titles[list[b]] {
			return titles[list[a]] > titles[list[b]]
		}
		return len(list[a]) < len(list[b]) || len(list[a]) == len(list[b]) && list[a] < list[b]
	})
	best := list[0]
	f.eachFound(func(pg *page, fd *found) {
		t := pg.s[fd.title:fd.titleEnd]
		if fd.work == w && t != best && strings.HasSuffix(t, best) {
			d := fd.titleEnd - len(best) - fd.title
			fd.title += d
			if fd.start == fd.title-d {
				fd.start += d
			}
		}
	})
	if strings.HasSuffix(w.Title, best) || strings.HasSuffix(best, w.Title) {
		w.Title = best
		f.known(best, w)
	} else {
		w.Titles = appendNew(w.Titles, best)
	}
	for _, t := range list[1:] {
		if t != w.Title && !strings.HasSuffix(t, best) && !strings.HasSuffix(best, t) {
			w.Titles = appendNew(w.Titles, t)
		}
	}
}

func (f *finder) eachFound(do func(*page, *found)) {
	for _, pg := range f.pages {
		for k := range pg.found {
			do(pg, &pg.found[k])
		}
	}
}

func appendNew(list []string, s string) []string {
	for _, t := range list {
		if t == s {
			return list
		}
	}
	return append(list, s)
}
