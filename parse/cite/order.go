package cite

import "strings"

// orderEndings are what the orders under a law add to its title.
var orderEndings = []string{"施行令", "施行規則", "施行条例", "施行細則"}

// orderAt gives the ending of an order's title that t begins with.
func orderAt(t string) string {
	for _, e := range orderEndings {
		if strings.HasPrefix(t, e) && endsAnaphor(t, len(e)) {
			return e
		}
	}
	return ""
}

// pointed gives the length of the noun behind 同 in title and what may stand for
// it: 法 of 同法施行令, ガイドライン of 同ガイドライン（通則編）.
func pointed(title string) (noun int, fits func(*antecedent) bool) {
	t := strings.TrimPrefix(title, "同")
	for _, h := range anaphorHeads {
		if strings.HasPrefix(t, h.noun) {
			return len(h.noun), h.fits
		}
	}
	n := planNoun(t)
	return len(n), endsWith(n)
}

// expand gives 同法施行令 the title that it stands for, 水道法施行令, by the
// law that was named before it; empty where none was.
func (r *resolver) expand(title string) string {
	n, fits := pointed(title)
	if n == 0 {
		return ""
	}
	a, ok := r.back(fits)
	if !ok {
		return ""
	}
	name := a.tail()
	if a.work != nil {
		name = a.work.Title
	}
	return bareTitle(name) + title[len("同")+n:]
}

// entitle gives the work of a citation such as 同法施行令（昭和32年政令第336号） or
// 同指針ガイダンス（令和3年4月） its title.
func (r *resolver) entitle(pg *page, fd *found) {
	old := fd.work.Title
	t := r.expand(old)
	if t == "" || !r.pointed[fd.work] {
		return
	}
	delete(r.pointed, fd.work)
	fd.work.Title = t
	if fd.work.Kind == Plan {
		fd.work.ID = planKey(t, fd.work.Version, fd.work.Events)
	}
	r.known(t, fd.work)
	for k := range pg.defs {
		if d := &pg.defs[k]; d.work == fd.work && d.meaning == old {
			d.meaning = t
		}
	}
}

// sameOrder resolves 同法施行令 at i without its number.
func (r *resolver) sameOrder(pg *page, i int) int {
	s := pg.s
	j := i + len("同")
	for _, noun := range []string{"法律", "法", "条例"} {
		k := skipWord(s, j, noun)
		if k < 0 {
			continue
		}
		ending := orderAt(s[k:])
		if ending == "" {
			continue
		}
		end := k + len(ending)
		title := r.expand(s[i:end])
		if title == "" {
			r.unresolved(pg, i, end, "前に「"+noun+"」に当たる法令がない (no such law before it)")
			return end
		}
		if w := r.sameTitle(title, ""); w != nil && w.Kind == Law {
			r.mentionOf(pg, w, Anaphor, i, end)
			return end
		}
		r.nameless(pg, i, end, antecedent{name: title})
		return end
	}
	return i
}

// nameless lists s[i:end], which points to a law that is named without number
// or title, and notes the places behind it as of that.
func (r *resolver) nameless(pg *page, i, end int, a antecedent) {
	r.unresolved(pg, i, end, a.pointed())
	a.pin = pin{}
	if list, has := pg.readPins(end, pin{}); has {
		a.pin = list.pins[0]
		r.claim(list, a)
	}
	r.remember(a)
}

// underAlias gives the order under a law that is named by its alias: 法施行令.
func (r *resolver) underAlias(pg *page, title string, at int) *Work {
	for _, e := range orderEndings {
		base, ok := strings.CutSuffix(title, e)
		if !ok || base == "" {
			continue
		}
		for k := range r.names[runeAt(base, 0)] {
			x := &r.names[runeAt(base, 0)][k]
			if x.text == base && x.form == Alias && x.holds(pg, at) {
				return r.sameTitle(bareTitle(x.work.Title)+e, "")
			}
		}
	}
	return nil
}
