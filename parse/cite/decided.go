package cite

import (
	"strings"

	"shinkyu/parse/era"
)

// clauseReach bounds, in bytes, the clause of a sentence that says when a plan
// was decided, and by whom.
const clauseReach = 150

// decided reads what the sentence around a quotation s[open:end] says of when
// the plan was decided, in one of the forms
//
//	令和２年12月25日に閣議決定された「…」
//	「…」は、令和２年12月25日に閣議決定された
//	令和５年３月、総務省は「…」を公表した
func (pg *page) decided(open, end int) (Event, bool) {
	if e, ok := pg.decidedBefore(open); ok {
		return e, true
	}
	if e, ok := pg.decidedBehind(end); ok {
		return e, true
	}
	return pg.decidedAround(open, end)
}

// decidedBefore reads the clause of a decision that modifies the quotation at
// open: 令和２年12月25日に閣議決定された「…」.
func (pg *page) decidedBefore(open int) (Event, bool) {
	from := max(0, open-clauseReach)
	for _, w := range []string{"された", "した", "となった", "られた", "た"} {
		u, ok := strings.CutSuffix(pg.s[from:open], w)
		if !ok {
			continue
		}
		list := pg.datesIn(from, from+len(u))
		if len(list) == 0 {
			return Event{}, false
		}
		d := list[len(list)-1]
		return readDone(pg.s[d.End:from+len(u)], d)
	}
	return Event{}, false
}

// decidedBehind reads the sentence whose topic is the quotation that ends at end.
func (pg *page) decidedBehind(end int) (Event, bool) {
	i := skipTopic(pg.s, end)
	list := pg.datesIn(i, i+clauseReach)
	if i == end || len(list) == 0 || list[0].Start != i {
		return Event{}, false
	}
	d := list[0]
	return readDone(untilDone(pg.s[d.End:]), d)
}

// decidedAround reads the sentence that has a date and a body before the
// quotation and what was done behind it.
func (pg *page) decidedAround(open, end int) (Event, bool) {
	end = pg.skipParens(end)
	if r := runeAt(pg.s, end); r != 'を' && r != 'が' {
		return Event{}, false
	}
	list := pg.datesIn(max(0, open-clauseReach), open)
	if len(list) == 0 {
		return Event{}, false
	}
	d := list[len(list)-1]
	body := strings.Trim(pg.s[min(d.End, open):open], separators)
	for _, w := range []string{"付けで", "付で", "には", "に", "で"} {
		body = strings.TrimLeft(strings.TrimPrefix(body, w), separators)
	}
	for _, w := range []string{"においては", "において", "により", "では", "で", "は", "が"} {
		body = strings.Trim(strings.TrimSuffix(body, w), separators)
	}
	if body != "" && !isBody(body) {
		return Event{}, false
	}
	e, ok := readDone(untilDone(pg.s[end+len("を"):]), d)
	if ok && e.Body == "" {
		e.Body = body
	}
	if ok && e.Body == "" {
		e.Body = pg.topicBefore(d.Start)
	}
	return e, ok
}

// topicBefore gives the body that is the topic before the offset i: 総務省は、.
func (pg *page) topicBefore(i int) string {
	t := strings.TrimRight(pg.s[:i], "、 \u3000")
	for _, w := range []string{"は", "が", "も"} {
		if u, ok := strings.CutSuffix(t, w); ok {
			return pg.bodyBefore(len(u))
		}
	}
	return ""
}

// skipTopic gives the offset behind は、 or が at i.
func skipTopic(s string, i int) int {
	j := max(skipWord(s, i, "は"), skipWord(s, i, "が"))
	if j < 0 {
		return i
	}
	return skipSpace(s, optWord(s, skipSpace(s, j), "、"))
}

// untilDone gives the clause that s begins with up to the ending of a verb that
// says what has been done; empty where there is none in its sentence.
func untilDone(s string) string {
	e := min(len(s), clauseReach)
	best := -1
	for _, w := range []string{"した", "して", "し、", "しました", "された", "されて", "され、", "されました", "めた", "めて", "められた"} {
		k := strings.Index(s[:e], w)
		if k >= 0 && strings.HasPrefix(w, "め") { // 取りまとめた
			k += len("め")
		}
		if k >= 0 && (best < 0 || k < best) {
			best = k
		}
	}
	if best < 0 || strings.Contains(s[:best], "。") {
		return ""
	}
	return s[:best]
}

// readDone reads the body and the act of a clause: に閣議において決定.
func readDone(p string, d era.Expr) (Event, bool) {
	p = strings.Trim(p, separators)
	for _, w := range []string{"付けで", "付で", "に", "で"} {
		p = strings.TrimPrefix(p, w)
	}
	evs, ok := readPiece(actParticles.Replace(p), d)
	if !ok || len(evs) != 1 || evs[0].Act == "" {
		return Event{}, false
	}
	return evs[0], true
}
