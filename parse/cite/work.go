package cite

import (
	"net/url"
	"sort"
	"strings"

	"shinkyu/parse/era"
)

// law gives the work with the number n, which title names. A title that points
// back (same: 同法施行令) is only kept until a better one is met.
func (f *finder) law(title string, n lawNumber, same bool) *Work {
	key := lawKey(n.text)
	w := f.byKey[key]
	if w == nil {
		w = &Work{ID: key, Kind: Law, Title: title, Number: n.text}
		f.laws.confirm(w)
		w.Links = append(w.Links, lawLinks(w, n.kind)...)
		f.byKey[key] = w
		f.works = append(f.works, w)
		for _, t := range w.Titles {
			f.known(t, w)
		}
		f.pointed[w] = true
	}
	if f.pointed[w] && !same {
		delete(f.pointed, w)
		w.Title = title
		f.known(title, w)
	}
	return w
}

// known notes that w goes by this title.
func (f *finder) known(title string, w *Work) {
	t := foldTitle(title)
	f.byFold[t] = append(f.byFold[t], w)
}

// plan gives the work with this title and these decisions. Two citations are
// of one work where their titles fold alike and their first decisions do not
// differ; a title alone is the work that has it already.
func (f *finder) plan(title string, d decision) *Work {
	key := planKey(title, d.version, d.events)
	if w := f.byKey[key]; w != nil {
		w.add(title, d)
		return w
	}
	for _, w := range f.byFold[foldTitle(title)] {
		if w.Kind == Plan && sameDecision(w.Events, w.Version, d.events, d.version) {
			w.add(title, d)
			f.byKey[key] = w
			return w
		}
	}
	w := &Work{ID: key, Kind: Plan, Title: title, Version: d.version, Events: d.events}
	f.byKey[key] = w
	f.works = append(f.works, w)
	f.known(title, w)
	return w
}

// planKey is the identity of a plan: its folded title and its first date or,
// where it has none, its version.
func planKey(title, version string, events []Event) string {
	key := "plan-" + foldTitle(title)
	switch {
	case len(events) > 0:
		if d := events[0].Date.EDTF; d != "" {
			return key + "-" + d
		}
		return key + "-" + foldTitle(events[0].Date.Text)
	case version != "":
		return key + "-" + foldTitle(version)
	}
	return key
}

// sameDecision reports whether two citations of one title can be of one
// edition: one of them has no date and no other version, or they share a date.
func sameDecision(a []Event, av string, b []Event, bv string) bool {
	if av != "" && bv != "" && foldTitle(av) != foldTitle(bv) {
		return false
	}
	if len(a) == 0 || len(b) == 0 {
		return true
	}
	for _, x := range a {
		for _, y := range b {
			if sameDate(x.Date.EDTF, y.Date.EDTF) {
				return true
			}
		}
	}
	return false
}

// sameDate reports whether one date is the other or known less exactly.
func sameDate(a, b string) bool {
	return a != "" && b != "" && (strings.HasPrefix(a, b) || strings.HasPrefix(b, a))
}

// add takes up what a further citation says of a plan.
func (w *Work) add(title string, d decision) {
	if title != w.Title {
		w.Titles = appendNew(w.Titles, title)
	}
	if w.Version == "" {
		w.Version = d.version
	}
	w.Events = mergeEvents(w.Events, d.events)
}

// mergeEvents adds the events of b that a lacks.
func mergeEvents(a, b []Event) []Event {
	for _, e := range b {
		if !hasEvent(a, e) {
			a = append(a, e)
		}
	}
	sort.SliceStable(a, func(i, j int) bool { return a[i].Date.EDTF < a[j].Date.EDTF })
	return a
}

func hasEvent(list []Event, e Event) bool {
	for _, x := range list {
		if sameDate(x.Date.EDTF, e.Date.EDTF) && (x.Body == e.Body || x.Body == "" || e.Body == "") {
			return true
		}
	}
	return false
}

// sameTitle gives the work last found under this title, nil where there is
// none. A version, where given, has to agree.
func (f *finder) sameTitle(title, version string) *Work {
	list := f.byFold[foldTitle(title)]
	for k := len(list) - 1; k >= 0; k-- {
		w := list[k]
		if w.Kind != Plan && version != "" || version != "" && w.Version != "" && foldTitle(version) != foldTitle(w.Version) {
			continue
		}
		return w
	}
	return nil
}

// eGovAPI answers for a law number, written in kanji, with the law.
const eGovAPI = "https://laws.e-gov.go.jp/api/2/law_data/"

// lawLinks are links to the text of a law: by its id where the user's list
// gave one, else by its number. Nothing is guessed: what e-Gov does not keep
// (ordinances of local bodies, notices) has no link.
func lawLinks(w *Work, kind string) []string {
	if w.LawID != "" {
		return []string{"https://laws.e-gov.go.jp/law/" + w.LawID}
	}
	switch kind {
	case "規則":
		if strings.HasPrefix(w.Number, authority) {
			return nil // e-Gov asks for the year
		}
	}
	switch kind {
	case "法律", "政令", "勅令", "省令", "府令", "閣令", "庁令", "規則", "令", "太政官布告":
		return []string{eGovAPI + url.PathEscape(kanjiLawNumber(w.Number))}
	}
	return nil
}

// kanjiDigits writes 14 as 一四.
func kanjiDigits(s string) string {
	return strings.Map(func(r rune) rune { return []rune("〇一二三四五六七八九")[r-'0'] }, s)
}

// kanjiLawNumber writes 平成26年法律第104号 as 平成二十六年法律第百四号.
func kanjiLawNumber(number string) string {
	var b strings.Builder
	digits := 0
	rule := strings.Index(number, authority) // whose numbers are written digit by digit
	flush := func(end int) {
		if digits > 0 {
			n, _ := era.Number(number[end-digits : end])
			if rule >= 0 && end > rule {
				b.WriteString(kanjiDigits(number[end-digits : end]))
			} else {
				b.WriteString(kanjiNumber(n))
			}
			digits = 0
		}
	}
	for i, r := range number {
		if '0' <= r && r <= '9' {
			digits++
			continue
		}
		flush(i)
		b.WriteRune(r)
	}
	flush(len(number))
	return b.String()
}
