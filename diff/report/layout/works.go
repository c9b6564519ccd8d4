package layout

import (
	"net/url"
	"strings"

	"shinkyu/diff/report"

	"shinkyu/parse/cite"
)

func (b *builder) works(r *Report) {
	c := b.c.Citations
	for _, w := range c.Added {
		r.WorksAdded = append(r.WorksAdded, b.work(w))
	}
	for _, w := range c.Dropped {
		r.WorksGone = append(r.WorksGone, b.work(w))
	}
	for _, p := range c.Updated {
		r.WorksNewer = append(r.WorksNewer, WorkPair{
			Old: b.work(p.Old), New: b.work(p.New),
			Trust: named(b, confidenceNames, p.Confidence), Why: b.reason(p.Why),
		})
	}
}

func (b *builder) work(w *cite.Work) Work {
	if w == nil {
		return Work{}
	}
	out := Work{
		Kind: named(b, workKinds, w.Kind), Title: Visible(report.Joined(w.Title, " ", w.Version)),
		Number: Visible(b.identity(w)), Count: len(w.Mentions),
	}
	for _, l := range w.Links {
		if safeLink(l) {
			out.Links = append(out.Links, l)
		}
	}
	seen := make(map[string]bool)
	for _, m := range w.Mentions {
		if p := b.place(m.Page, m.Lines); p != "" && !seen[p] {
			seen[p] = true
			out.Places = append(out.Places, p)
		}
	}
	return out
}

// identity is the number of a law, or the decisions on a plan.
func (b *builder) identity(w *cite.Work) string {
	if w.Number != "" {
		return w.Number
	}
	var events []string
	for _, e := range w.Events {
		date := e.Date.Text
		if date == "" {
			date = e.Date.EDTF
		}
		events = append(events, report.Joined(date, " ", e.Body+e.Act))
	}
	return b.list(events)
}

// safeLink reports whether a link is a plain web address: nothing that runs
// (javascript:) or reaches elsewhere (file:), and no text that hides where it
// goes.
func safeLink(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" && u.User == nil &&
		s == Visible(s) && !strings.ContainsAny(s, " \t\n\"<>\\^`{|}")
}
