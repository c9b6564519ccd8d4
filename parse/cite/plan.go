package cite

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"shinkyu/parse/era"
)

// citePlan makes a citation of the decision in a group, where a title stands
// before it.
func (f *finder) citePlan(pg *page, g *group) {
	d := g.decision()
	for k := range d.events {
		d.events[k].Body = sameBody(d.events[k].Body, f.bodies)
		f.remember(d.events[k])
	}
	t, ok := f.planTitle(pg, g, &d)
	if !ok {
		return
	}
	w := f.plan(t.title, d)
	fd := found{start: t.start, title: t.at, titleEnd: t.at + len(t.title), end: g.end, work: w, form: Full}
	if t.same {
		fd.same, f.pointed[w] = true, true
	}
	f.addAliases(pg, &fd, g)
	pg.found = append(pg.found, fd)
}

// citeDated makes a citation of a quotation with nothing but a date behind it,
// 「情報通信白書」（令和５年７月）, where it names a document or the text says before it
// whose it is. That is who issued it.
func (f *finder) citeDated(pg *page, g *group) {
	k, ok := pg.closing(backSpace(pg.s, g.open))
	if !ok || !pg.pairs[k].quote || g.notes[0].day == nil {
		return
	}
	q := pg.pairs[k]
	title := strings.TrimSpace(pg.s[q.in:q.close])
	e := *g.notes[0].day
	e.Body = sameBody(pg.bodyBefore(q.open), f.bodies)
	if !namesPlan(title) && (e.Body == "" || headOf(title, softHeads) == "") {
		return
	}
	f.remember(e)
	w := f.plan(title, decision{events: []Event{e}})
	at := skipSpace(pg.s, q.in)
	fd := found{start: q.open, title: at, titleEnd: at + len(title), end: g.end, work: w, form: Full}
	f.addAliases(pg, &fd, g)
	pg.found = append(pg.found, fd)
}

// maxBodies bounds how many bodies 同本部 is looked for in.
const maxBodies = 64

// remember notes the body of an event for 同本部 in those to come.
func (f *finder) remember(e Event) {
	if e.Body == "" {
		return
	}
	if len(f.bodies) >= 2*maxBodies {
		f.bodies = append(f.bodies[:0], f.bodies[maxBodies:]...)
	}
	f.bodies = append(f.bodies, e.Body)
}

// A planTitle is the title of a plan and where it stands.
type planTitle struct {
	title string
	start int  // bytes, of the mention
	at    int  // bytes, of the title
	same  bool // it points back: 同指針ガイダンス
}

// planTitle finds the title before a decision: in quotation marks, with an
// edition behind them, or without any.
func (f *finder) planTitle(pg *page, g *group, d *decision) (planTitle, bool) {
	e := backSpace(pg.s, g.open)
	for {
		r, w := utf8.DecodeLastRuneInString(pg.s[:e])
		if b, ok := bracketOf(r); !ok || b.close || b.quote {
			break
		}
		e = backSpace(pg.s, e-w)
	}
	if t, ok := f.quotedTitle(pg, e, d); ok {
		return t, f.accepts(t.title, d, true)
	}
	phraseEnd := e
	if g.outer < g.open {
		phraseEnd = backSpace(pg.s, g.outer)
		if t, ok := f.quotedTitle(pg, phraseEnd, d); ok {
			return t, f.accepts(t.title, d, true)
		}
	}
	t, ok := f.plainTitle(pg, phraseEnd, e, d)
	return t, ok
}

// quotedTitle reads the quotation that ends at e or, with an edition or a
// subtitle behind it, a little before.
func (f *finder) quotedTitle(pg *page, e int, d *decision) (planTitle, bool) {
	k, ok := pg.closing(e)
	if !ok {
		k, ok = pg.quoteBefore(e, d)
	}
	if !ok || !pg.pairs[k].quote {
		return planTitle{}, false
	}
	q := pg.pairs[k]
	title := strings.TrimSpace(pg.s[q.in:q.close])
	return planTitle{title: title, start: q.open, at: skipSpace(pg.s, q.in)}, true
}

// quoteBefore finds a quotation before e with only an edition (第6.0版, 改訂2015)
// or a subtitle (～…～) between.
func (pg *page) quoteBefore(e int, d *decision) (int, bool) {
	i := e
	for n := 0; i > 0 && n < 60; n++ {
		r, w := utf8.DecodeLastRuneInString(pg.s[:i])
		if r == '」' || r == '』' || r == '”' || r == '｣' {
			break
		}
		if r == '。' {
			return 0, false
		}
		i -= w
	}
	k, ok := pg.closing(i)
	if !ok || i == e {
		return 0, false
	}
	t := strings.TrimSpace(pg.s[i:e])
	switch {
	case isVersion(dropSpace(t)):
		d.version = dropSpace(t)
		return k, true
	case isSubtitle(t), t == "の改訂" || t == "の改定":
		return k, true
	}
	return 0, false
}

func isSubtitle(t string) bool {
	for _, sign := range []string{"～", "〜", "－", "―", "-"} {
		if strings.HasPrefix(t, sign) && strings.HasSuffix(t, sign) && len(t) > 2*len(sign) {
			return true
		}
	}
	return false
}

// plainTitle finds a title without quotation marks; phraseEnd is where its
// nouns end, e where parentheses that belong to it do.
func (f *finder) plainTitle(pg *page, phraseEnd, e int, d *decision) (planTitle, bool) {
	end := phraseEnd
	if r := runeBefore(pg.s, end); r == '～' || r == '〜' { // a subtitle
		if k := strings.LastIndex(pg.s[windowStart(pg.s, end):end-utf8.RuneLen(r)], string(r)); k > 0 {
			end = backSpace(pg.s, windowStart(pg.s, end)+k)
		}
	}
	from := windowStart(pg.s, end)
	from = skipNumbering(pg.s, from, end)
	ws := f.words(pg.s[from:end])
	i := phraseStart(ws, ofPlan)
	if i >= len(ws) {
		return f.lineTitle(pg, from, e, d)
	}
	at := from + ws[i].Start
	if q, ok := pg.quoteInTitle(from, at); ok {
		at = q
	}
	title := strings.TrimSpace(pg.s[at:e])
	if v := versionAt(title); v > 0 && phraseEnd == e && d.version == "" {
		d.version = dropSpace(title[v:])
		title = strings.TrimSpace(title[:v])
	}
	t := planTitle{title: title, start: at, at: at}
	if strings.HasSuffix(pg.s[:at], "同") {
		t = planTitle{title: "同" + title, start: at - len("同"), at: at - len("同"), same: true}
		if n, _ := pointed(t.title); n == 0 || len("同")+n == len(bareTitle(t.title)) {
			return planTitle{}, false // 同計画（令和3年改定） is found where it is resolved
		}
	}
	return t, f.accepts(title, d, false)
}

// quoteInTitle gives the beginning of a title that begins with a quotation,
// 「…ガイドライン」の一部改正について: the quotation ends at from, and nothing but a particle
// stands between it and the rest at at.
func (pg *page) quoteInTitle(from, at int) (int, bool) {
	k, ok := pg.closing(from)
	if !ok || !pg.pairs[k].quote {
		return 0, false
	}
	switch dropSpace(pg.s[from:at]) {
	case "の", "に関する", "に係る", "についての", "に対する", "における":
		return pg.pairs[k].open, true
	}
	return 0, false
}

// lineTitle takes all of a line that ends in no noun (…を受けるにあたって) for the
// title, where what decides on it leaves no doubt.
func (f *finder) lineTitle(pg *page, from, e int, d *decision) (planTitle, bool) {
	title := strings.TrimSpace(pg.s[from:e])
	n := utf8.RuneCountInString(title)
	done := false
	for _, x := range d.events {
		done = done || decisive[x.Act]
	}
	if !done || n < 6 || n > 60 || strings.ContainsAny(title, "、。は") || runeBefore(pg.s, from) == '」' {
		return planTitle{}, false
	}
	at := skipSpace(pg.s, from)
	return planTitle{title: title, start: at, at: at}, true
}

// skipNumbering passes over 12. or ・ before the title of an entry in a list.
func skipNumbering(s string, from, end int) int {
	i := skipSpace(s, from)
	if j := skipLevels(s, i, end); j > i {
		return skipSpace(s, j)
	}
	if r := runeAt(s, i); r == '・' || r == '-' || r == '－' || r == '*' || r == '＊' {
		return skipSpace(s, i+utf8.RuneLen(r))
	}
	return from
}

// skipLevels passes over the numbers of 4.3.1., each of one or two digits with
// a point behind it.
func skipLevels(s string, i, end int) int {
	at := i
	for {
		j, n := at, 0
		for j < end && isNumeral(runeAt(s, j)) && runeAt(s, j) != '〇' && (runeAt(s, j) < '一' || runeAt(s, j) > '鿿') {
			j += utf8.RuneLen(runeAt(s, j))
			n++
		}
		r := runeAt(s, j)
		if n < 1 || n > 2 || r != '.' && r != '．' && r != ')' && r != '）' {
			return at
		}
		at = j + utf8.RuneLen(r)
	}
}

// actParticles takes the particles of a sentence away that decides on a plan:
// 閣議において決定.
var actParticles = strings.NewReplacer("において", "", "により", "", "によって", "", "で", "", "が", "")

// decisive are the acts that are done to documents and to little else.
var decisive = map[string]bool{
	"決定": true, "改定": true, "改訂": true, "了解": true, "了承": true, "申合せ": true, "申し合わせ": true, "申合わせ": true, "策定": true,
	"取りまとめ": true, "とりまとめ": true, "答申": true, "通知": true, "事務連絡": true, "通達": true, "一部改正": true, "一部改定": true,
	"一部改訂": true, "最終改定": true, "最終改訂": true, "改正": true, "最終改正": true, "制定": true, "決議": true, "一部変更": true, "採択": true, "裁定": true,
}

// notPlans end the names of things that are dated and are no documents.
var notPlans = []string{
	"サービス", "サイト", "システム", "月間", "週間", "会議", "本部", "協議会", "委員会", "研究会", "大会", "イベント", "セミナー", "シンポジウム", "会見", "答弁", "発言", "講演", "写真",
	"センター", "法人", "機構", "省", "庁", "局", "課", "氏", "大臣", "条例", "法律", "法", "事件", "事故", "事案", "震災", "地震", "台風", "リンク", "ライブラリー", "アプリ", "予算", "補正予算", "記事", "者", "たち", "方々", "制度", "大学", "学校", "議員",
}

// accepts decides whether a phrase with a decision behind it is a plan.
func (f *finder) accepts(title string, d *decision, quoted bool) bool {
	n := utf8.RuneCountInString(title)
	if n < 2 || n > 160 || strings.ContainsAny(title, "。") {
		return false
	}
	if headOf(title, planHeads) != "" {
		return quoted || n > 2
	}
	soft := headOf(title, softHeads) != ""
	done, body := false, false
	for _, e := range d.events {
		done = done || decisive[e.Act]
		body = body || e.Body != ""
	}
	switch {
	case soft:
		return body || done || quoted || d.version != ""
	case endsIn(bareTitle(title), notPlans):
		return quoted && done && body
	case quoted:
		return body || done
	}
	return (done && n >= 4) || body && n >= 8
}

func endsIn(s string, list []string) bool {
	for _, e := range list {
		if strings.HasSuffix(s, e) {
			return true
		}
	}
	return false
}

// findNamed finds plans that are named without a decision: in quotation marks
// with the noun of a policy document at their end, or with a year or ordinal
// that makes a name of a compound (未来投資戦略2019).
func (f *finder) findNamed(pg *page) {
	before := len(pg.found)
	for k := range pg.pairs {
		if pg.pairs[k].quote && pg.pairs[k].parent < 0 || pg.pairs[k].quote && !pg.pairs[max(pg.pairs[k].parent, 0)].quote {
			f.nameQuoted(pg, k)
		}
	}
	f.nameYears(pg)
	if len(pg.found) > before {
		pg.sort()
	}
}

// calledNames gives the quotations that are introduced as names anywhere.
func calledNames(pages []*page) map[string]bool {
	out := map[string]bool{}
	for _, pg := range pages {
		for k := range pg.pairs {
			if p := &pg.pairs[k]; p.quote && p.close-p.in < 200 && calls(pg.s[p.end:]) {
				out[strings.TrimSpace(pg.s[p.in:p.close])] = true
			}
		}
		for _, d := range pg.defs {
			out[d.alias] = true
		}
	}
	return out
}

// nameQuoted takes the quotation k for a plan where it names one.
func (f *finder) nameQuoted(pg *page, k int) {
	q := pg.pairs[k]
	title := strings.TrimSpace(pg.s[q.in:q.close])
	if pg.covered(q.open) || !namesPlan(title) || f.called[title] {
		return
	}
	if slices.Contains(pg.labels, q.open) {
		return
	}
	tail := pg.s[q.end:]
	if calls(tail) || strings.HasPrefix(tail, "とは") || strings.HasPrefix(tail, "とある") || f.aliasOfPair(pg, k) {
		return
	}
	if endsLawTitle(title) {
		return
	}
	end, version := q.end, ""
	if v, e := versionAfter(pg.s, q.end); v != "" {
		version, end = v, e
	}
	if strings.HasSuffix(title, "ポリシー") && version == "" && f.sameTitle(title, "") == nil && !pg.issued(q.open) {
		return // any company has a policy on any matter
	}
	fd := found{start: q.open, title: skipSpace(pg.s, q.in), end: end, form: Title}
	fd.titleEnd = fd.title + len(title)
	if w := f.sameTitle(title, version); w != nil {
		fd.work = w
	} else {
		fd.work = f.plan(title, decision{version: version})
	}
	if len(fd.work.Events) == 0 {
		if e, ok := pg.decided(q.open, end); ok {
			e.Body = sameBody(e.Body, f.bodies)
			f.remember(e)
			fd.work.Events = []Event{e}
		}
	}
	if g := pg.groupAt(end); g != nil && len(g.aliases()) > 0 && len(g.numbers()) == 0 {
		f.addAliases(pg, &fd, g)
		fd.end = g.end
	}
	pg.found = append(pg.found, fd)
}

// issued reports whether the text before the quotation at open says who issued
// what it names, or when that was decided: 内閣府の「…」.
func (pg *page) issued(open int) bool {
	if _, ok := pg.decidedBefore(open); ok {
		return true
	}
	return strings.HasSuffix(pg.s[:open], "の") && pg.bodyBefore(open) != ""
}

// bodyBefore gives the body that is named right before the quotation at open,
// with or without の: 総務省「…」. It is empty where there is none.
func (pg *page) bodyBefore(open int) string {
	end := strings.TrimSuffix(pg.s[:open], "の")
	i := len(end)
	for i > 0 && len(end)-i < maxBody {
		r, w := utf8.DecodeLastRuneInString(end[:i])
		if !isIdeograph(r) && !isKatakana(r) && !isLatin(r) && r != '・' {
			break
		}
		i -= w
	}
	if b := strings.TrimLeft(end[i:], "・"); isBody(b) {
		return b
	}
	return ""
}

// maxBody bounds, in bytes, the name of a body in running text.
const maxBody = 180

// datesIn gives the dates that begin in s[from:to].
func (pg *page) datesIn(from, to int) []era.Expr {
	lo := sort.Search(len(pg.dates), func(k int) bool { return pg.dates[k].Start >= from })
	hi := sort.Search(len(pg.dates), func(k int) bool { return pg.dates[k].Start >= to })
	return pg.dates[lo:max(lo, hi)]
}

// groupAt gives the notes that begin at i.
func (pg *page) groupAt(i int) *group {
	k, ok := pg.opening(skipSpace(pg.s, i))
	if !ok || pg.pairs[k].quote {
		return nil
	}
	return pg.group(k)
}

// versionAfter reads the version at i.
func versionAfter(s string, i int) (string, int) {
	j := skipSpace(s, i)
	e, n := j, 0
	best := -1
	for e < len(s) && n < 14 {
		r, w := utf8.DecodeRuneInString(s[e:])
		e += w
		n++
		if isVersion(dropSpace(s[j:e])) && (r == '版' || !isLatin(runeAt(s, e)) && runeAt(s, e) != '.' && runeAt(s, e) != '版') {
			best = e
		}
	}
	if best < 0 {
		return "", -1
	}
	return dropSpace(s[j:best]), best
}

// covered reports whether the offset i lies in a citation.
func (pg *page) covered(i int) bool {
	return pg.around(i) != nil
}

// around gives the citation that holds the offset i. Citations are in order of
// their start; one may stand inside another.
func (pg *page) around(i int) *found {
	k := sort.Search(pg.sorted, func(k int) bool { return pg.found[k].start > i })
	for n := k - 1; n >= 0 && n > k-5; n-- {
		if i < pg.found[n].end {
			return &pg.found[n]
		}
	}
	for n := pg.sorted; n < len(pg.found); n++ {
		if fd := &pg.found[n]; fd.start <= i && i < fd.end {
			return fd
		}
	}
	return nil
}

// nameYears takes a compound that ends in the noun of a policy document and a
// year for the name of one: 未来投資戦略2019.
func (f *finder) nameYears(pg *page) {
	s := pg.s
	for i := 0; i+4 <= len(s); i++ {
		if s[i] != '2' || s[i+1] != '0' || !isDigit(s[i+2]) || !isDigit(s[i+3]) {
			continue
		}
		end := i + 4
		if isLatin(runeAt(s, end)) || isLatin(runeBefore(s, i)) || strings.HasPrefix(s[end:], "年") || pg.covered(i) {
			continue
		}
		if head := backSpace(s, i); !headOfBare(s[max(0, head-60):head]) {
			continue
		}
		f.nameYear(pg, i, end)
		i = end
	}
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func (f *finder) nameYear(pg *page, at, end int) {
	from := windowStart(pg.s, at)
	ws := f.words(pg.s[from:end])
	i := phraseStart(ws, ofPlan)
	if i >= len(ws) || from+ws[i].Start >= at {
		return
	}
	start := from + ws[i].Start
	title := pg.s[start:end]
	if isGenericTitle(title) || f.called[title] {
		return
	}
	fd := found{start: start, title: start, titleEnd: end, end: end, form: Title}
	if w := f.sameTitle(title, ""); w != nil {
		fd.work = w
	} else {
		fd.work = f.plan(title, decision{})
	}
	pg.found = append(pg.found, fd)
}
