package cite

import (
	"slices"
	"strings"
	"sync"
)

// An anaphorHead is the noun behind 同 and what it may point to.
type anaphorHead struct {
	noun string
	fits func(a *antecedent) bool
}

// anaphorHeads are tried in order, the longer ones first.
var anaphorHeads = []anaphorHead{
	{"施行令", endsWith("施行令")},
	{"施行規則", endsWith("施行規則")},
	{"政令", ofKind("政令")},
	{"省令", ofKind("省令")},
	{"府令", ofKind("府令")},
	{"内閣府令", ofKind("府令")},
	{"勅令", ofKind("勅令")},
	{"条例", ofKind("条例")},
	{"告示", ofKind("告示")},
	{"訓令", ofKind("訓令")},
	{"規則", isRule},
	{"規程", endsWith("規程")},
	{"条約", endsWith("条約")},
	{"協定", endsWith("協定")},
	{"法律", isStatute},
	{"法", isStatute},
	{"令", isOrder},
}

// anaphor reads 同法, 同条第2項, 同戦略 at i.
func (r *resolver) anaphor(pg *page, i int) int {
	s := pg.s
	j := i + len("同")
	for _, u := range units {
		if e := skipWord(s, j, u); e >= 0 && !strings.ContainsRune("約例件", runeAt(s, e)) {
			return r.samePlace(pg, i, u, e)
		}
	}
	if e := r.sameOrder(pg, i); e > i {
		return e
	}
	for _, h := range anaphorHeads {
		if e := skipWord(s, j, h.noun); e >= 0 && endsAnaphor(s, e) {
			return r.sameLaw(pg, i, e, h)
		}
	}
	noun := planNoun(s[j:])
	if noun == "" || !endsAnaphor(s, j+len(noun)) {
		return i
	}
	return r.samePlan(pg, i, j+len(noun), noun)
}

// endsAnaphor reports whether no longer word goes on at i: 同法人 is no 同法.
func endsAnaphor(s string, i int) bool {
	q := runeAt(s, i)
	return !isIdeograph(q) && !isKatakana(q) || isFollower(s[i:])
}

// planNoun gives the noun of a policy document that t begins with, in the
// words that 同 is put before: 戦略, 計画, 基本方針, ガイドライン.
func planNoun(t string) string {
	for _, w := range planNouns()[runeAt(t, 0)] {
		if strings.HasPrefix(t, w) {
			return w
		}
	}
	return ""
}

// planNouns are those nouns by their first sign, the longer ones first.
var planNouns = sync.OnceValue(func() map[rune][]string {
	out := map[rune][]string{}
	heads := slices.Concat(planHeads, []string{"枠組み", "枠組", "規約", "仕様書", "文書", "資料", "通知", "事務連絡", "パッケージ", "原則", "規範"})
	for _, h := range heads {
		for _, p := range []string{"", "基本", "行動", "実施", "総合", "重点", "推進", "実行", "取組", "整備", "運用", "標準"} {
			r := runeAt(p+h, 0)
			out[r] = append(out[r], p+h)
		}
	}
	for _, list := range out {
		slices.SortStableFunc(list, func(a, b string) int { return len(b) - len(a) })
	}
	return out
})

func ofKind(kind string) func(*antecedent) bool {
	return func(a *antecedent) bool {
		return a.work != nil && strings.HasSuffix(lawKindOf(a.work.Number), kind) ||
			a.work == nil && strings.HasSuffix(a.tail(), kind)
	}
}

func endsWith(noun string) func(*antecedent) bool {
	return func(a *antecedent) bool { return a.endsWith(noun) }
}

func (a *antecedent) endsWith(noun string) bool {
	if a.work == nil {
		return strings.HasSuffix(a.tail(), noun)
	}
	for _, list := range [][]string{{a.work.Title}, a.work.Titles, a.work.Aliases} {
		for _, t := range list {
			if strings.HasSuffix(bareTitle(t), noun) {
				return true
			}
		}
	}
	return false
}

// isStatute reports whether 同法 may point to a: a law of the Diet, or what is
// named like one.
func isStatute(a *antecedent) bool {
	if a.work == nil {
		return strings.HasSuffix(a.tail(), "法") || strings.HasSuffix(a.tail(), "法律")
	}
	switch lawKindOf(a.work.Number) {
	case "法律":
		return true
	case "勅令", "太政官布告":
		return a.endsWith("法") || a.endsWith("法律")
	}
	return false
}

// isTreaty reports whether w is a treaty.
func isTreaty(w *Work) bool { return w != nil && lawKindOf(w.Number) == "条約" }

// isOrder reports whether 同令 may point to a: an order under a law.
func isOrder(a *antecedent) bool {
	if a.work == nil {
		return strings.HasSuffix(a.tail(), "令") || strings.HasSuffix(a.tail(), "規則")
	}
	k := lawKindOf(a.work.Number)
	return strings.HasSuffix(k, "令") && k != "訓令"
}

func isRule(a *antecedent) bool { return a.endsWith("規則") }

// back gives the latest antecedent that fits.
func (r *resolver) back(fits func(*antecedent) bool) (antecedent, bool) {
	for k := len(r.recent) - 1; k >= 0 && k >= len(r.recent)-maxRecent; k-- {
		if fits(&r.recent[k]) {
			return r.recent[k], true
		}
	}
	return antecedent{}, false
}

// sameLaw resolves 同法.
func (r *resolver) sameLaw(pg *page, i, end int, h anaphorHead) int {
	a, ok := r.back(h.fits)
	switch {
	case !ok:
		r.unresolved(pg, i, end, "前に「"+h.noun+"」に当たる法令がない (no such law before it)")
	case a.work == nil:
		r.nameless(pg, i, end, a)
	default:
		r.mentionOf(pg, a.work, Anaphor, i, end)
	}
	return end
}

// samePlan resolves 同戦略: the latest plan whose title ends in the noun; where
// the noun says nothing (同文書), the latest plan.
func (r *resolver) samePlan(pg *page, i, end int, noun string) int {
	fits := func(a *antecedent) bool { return a.work != nil && a.endsWith(noun) }
	switch noun {
	case "文書", "資料", "通知", "事務連絡":
		fits = func(a *antecedent) bool { return a.work != nil && a.work.Kind == Plan }
	}
	a, ok := r.back(fits)
	if !ok {
		a, ok = r.back(func(a *antecedent) bool { return a.work != nil && strings.Contains(a.work.Title, noun) })
	}
	if !ok {
		r.unresolved(pg, i, end, "前に「"+noun+"」に当たる文書がない (no such document before it)")
		return end
	}
	if b := r.beside(&a, fits); b != nil {
		r.unresolved(pg, i, end, "「"+a.work.Title+"」とも「"+b.Title+"」とも読める (may mean either of the two)")
		return end
	}
	if g := pg.groupAt(end); g != nil && g.decided() && a.work.Kind == Plan {
		a.work.Events = mergeEvents(a.work.Events, g.decision().events)
	}
	r.mentionOf(pg, a.work, Anaphor, i, end)
	return end
}

// beside gives the plan that stands coordinated with a, right before it, and
// fits as well: of X計画及びY計画 neither is the one that 同計画 means.
func (r *resolver) beside(a *antecedent, fits func(*antecedent) bool) *Work {
	s := r.pages[a.node].s
	for k := len(r.recent) - 1; k >= 0; k-- {
		b := &r.recent[k]
		if b.node != a.node || b.start >= a.start {
			continue
		}
		if b.work == nil || b.work == a.work || b.end > a.start || !fits(b) {
			return nil
		}
		if e, ok := beforeConjunction(s, a.start); ok && e == backSpace(s, b.end) {
			return b.work
		}
		return nil
	}
	return nil
}

// samePlace resolves 同条, 同項 and 同号 with what follows: 同条第2項.
func (r *resolver) samePlace(pg *page, i int, unit string, end int) int {
	q := runeAt(pg.s, end)
	if unit != "条" && unit != "項" && unit != "号" || isIdeograph(q) && !isFollower(pg.s[end:]) {
		return i
	}
	a := r.article
	if unit == "条" && a.pin.article == "" || unit == "項" && a.pin.article+a.pin.para == "" {
		a, _ = r.back(func(a *antecedent) bool { return a.pin.article != "" }) // 別表第1 is no article
	}
	base := a.pin
	switch unit {
	case "条":
		base.para, base.item, base.sub = "", "", ""
	case "項":
		base.item, base.sub = "", ""
	case "号":
		base.sub = ""
	}
	list := pinList{pins: []pin{base}, end: end}
	if p, ok := pg.readPins(end, base); ok {
		if q := p.pins[0]; q.article == base.article && q.part == base.part {
			list = p
		}
	}
	if a.isZero() {
		r.unresolved(pg, i, list.end, "前に条項を示した法令がない (no place in a law before it)")
		return end
	}
	a.pin = list.pins[0]
	r.article = a
	r.claim(list, a)
	switch {
	case a.work != nil:
		m := Mention{Place: r.place(pg.run, i, end), Text: pg.s[i:end], Form: Anaphor, Pinpoint: list.pins[0].String()}
		for _, p := range list.pins {
			m.Pinpoints = append(m.Pinpoints, p.String())
		}
		a.work.Mentions = append(a.work.Mentions, m)
		r.remember(a)
	case a.self:
		r.internal(pg, i, end, list.pins[0])
	default:
		r.unresolved(pg, i, list.end, a.pointed())
	}
	return end
}

func isFollower(t string) bool {
	for _, w := range followers {
		if strings.HasPrefix(t, w) {
			return true
		}
	}
	return false
}

// pointing reads 上記計画, 前記方針 at i: an anaphor with another word.
func (r *resolver) pointing(pg *page, i int) int {
	for _, w := range []string{"上記の", "前記の", "上記", "前記"} {
		j := skipWord(pg.s, i, w)
		if j < 0 {
			continue
		}
		if noun := planNoun(pg.s[j:]); noun != "" && endsAnaphor(pg.s, j+len(noun)) {
			return r.samePlan(pg, i, j+len(noun), noun)
		}
	}
	if e := r.above(pg, i); e > i {
		return e
	}
	return r.relative(pg, i)
}

// pointed says why an anaphor to a named law is not resolved.
func (a antecedent) pointed() string {
	if a.tail() != a.name {
		return "題名なしに挙げられた" + a.name + "を指す (means " + a.name + ", named without its title)"
	}
	return "法令番号なしに挙げられた" + a.name + "を指す (means " + a.name + ", named without its number)"
}
