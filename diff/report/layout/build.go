package layout

import (
	"fmt"
	"strings"

	"shinkyu/diff"
	"shinkyu/diff/report"
	"shinkyu/diff/terms"
	"shinkyu/diff/unit"
	"shinkyu/diff/wording"
	"shinkyu/parse"
	"shinkyu/parse/render"
	"shinkyu/parse/render/lang"
)

// Of lays a comparison out.
func Of(c *diff.Comparison, opt Options) *Report {
	if opt.Lang == "" {
		opt.Lang = lang.English
	}
	b := &builder{Options: opt, c: c}
	r := &Report{Options: opt, Title: b.t(msgTitle), Same: !differs(c)}
	r.Old = b.edition(Old, msgOldHead, c.Old)
	r.New = b.edition(New, msgNewHead, c.New)
	r.Sides = []Side{New, Old}
	if opt.OldFirst {
		r.Sides = []Side{Old, New}
	}
	for i := range c.Changes {
		r.Areas = append(r.Areas, b.area(i))
	}
	r.Counts, r.Confidences = b.counts()
	r.Gained = b.terms(c.Terms.Gained, units(c.New))
	r.Lost = b.terms(c.Terms.Lost, units(c.Old))
	b.works(r)
	for _, a := range r.Areas {
		b.sentences(r, a)
	}
	for _, m := range c.Mechanical {
		r.Mechanical = append(r.Mechanical, Pair{b.mechanicalName(m.Kind), fmt.Sprint(m.Count)})
	}
	for _, s := range c.Settings {
		r.Settings = append(r.Settings, Pair{b.reason(s.Name), b.reason(s.Value)})
	}
	for _, n := range c.Notices {
		r.Notices = append(r.Notices, b.reason(n))
	}
	r.Doubts = append(b.doubts(Old, c.Old), b.doubts(New, c.New)...)
	r.Command = Visible(opt.Command)
	return r
}

// Edition gives one of the editions.
func (r *Report) Edition(s Side) *Edition {
	if s == Old {
		return &r.Old
	}
	return &r.New
}

// Side gives one side of a row.
func (r *Row) Side(s Side) *Cell {
	if s == Old {
		return &r.Old
	}
	return &r.New
}

// Units gives the units of one side of an area.
func (a *Area) Units(s Side) []Unit {
	if s == Old {
		return a.Old
	}
	return a.New
}

// Count gives how many areas have a status.
func (r *Report) Count(s diff.Status) int {
	for _, c := range r.Counts {
		if c.Key == string(s) {
			return c.N
		}
	}
	return 0
}

type builder struct {
	Options
	c *diff.Comparison
}

func (b *builder) t(m message) string { return m.In(b.Lang) }

func (b *builder) f(m message, args ...any) string { return m.Format(b.Lang, args...) }

// reason gives a sentence of the comparison in the language of the report.
func (b *builder) reason(s string) string { return Visible(report.Reason(b.Lang, s)) }

func (b *builder) list(items []string) string { return strings.Join(items, b.t(msgComma)) }

func (b *builder) mechanicalName(m wording.Mechanical) string { return named(b, mechanicalNames, m) }

// differs reports whether the editions differ in more than mechanical ways.
func differs(c *diff.Comparison) bool {
	for i := range c.Changes {
		ch := &c.Changes[i]
		if ch.Status != diff.Unchanged || ch.Retitled || ch.Renumbered || ch.Moved {
			return true
		}
	}
	return false
}

func units(e *diff.Edition) []*unit.Unit {
	if e == nil {
		return nil
	}
	return e.Units
}

func (b *builder) edition(side Side, head message, e *diff.Edition) Edition {
	out := Edition{Side: side, Head: b.t(head), Title: b.t(msgUntitled)}
	if e == nil || e.Doc == nil {
		return out
	}
	m := e.Doc.Meta
	switch {
	case m.Title != "":
		out.Title = Visible(report.Joined(report.OneLine(m.Title), " ", report.OneLine(m.Subtitle)))
	case e.Doc.Source != nil && e.Doc.Source.Name != "":
		out.Title = Visible(e.Doc.Source.Name)
	}
	out.Date = Visible(m.Date.Text)
	fact := func(name message, value string) {
		if value != "" {
			out.Facts = append(out.Facts, Pair{b.t(name), Visible(value)})
		}
	}
	if m.FiscalYear != 0 {
		fact(msgFiscal, fmt.Sprint(m.FiscalYear))
	}
	fact(msgEdition, m.Edition)
	fact(msgDate, b.dateText(m.Date))
	fact(msgIssuer, report.Joined(m.Issuer, " ", m.Act))
	fact(msgState, b.state(m))
	if s := e.Doc.Source; s != nil {
		fact(msgFile, s.Name)
		fact(msgForm, report.Form(e.Doc, b.Lang))
		fact(message{JA: "SHA-256", EN: "SHA-256"}, s.SHA256)
	}
	fact(msgAreaCount, fmt.Sprint(len(e.Units)))
	return out
}

// dateText shows a date as written, with its value beside it.
func (b *builder) dateText(d parse.Date) string {
	if d.Text == "" || d.EDTF == "" {
		return d.Text + d.EDTF
	}
	return d.Text + b.f(msgInParens, d.EDTF)
}

func (b *builder) state(m parse.Meta) string {
	switch {
	case !m.Draft:
		return b.t(msgFinal)
	case m.Status == "" || m.Status == b.t(msgDraft):
		return b.t(msgDraft)
	}
	return b.t(msgDraft) + b.f(msgInParens, m.Status)
}

func (b *builder) counts() (statuses, confidences []Count) {
	n := make(map[string]int)
	for i := range b.c.Changes {
		n[string(b.c.Changes[i].Status)]++
		n[string(b.c.Changes[i].Confidence)]++
	}
	for _, s := range statusOrder {
		statuses = append(statuses, Count{string(s), b.t(statusNames[s]), b.t(statusMeanings[s]), n[string(s)]})
	}
	for _, s := range confidenceOrder {
		confidences = append(confidences, Count{Key: string(s), Label: b.t(confidenceNames[s]), N: n[string(s)]})
	}
	return statuses, confidences
}

func (b *builder) doubts(side Side, e *diff.Edition) []Doubt {
	var out []Doubt
	if e == nil || e.Doc == nil {
		return nil
	}
	for _, d := range e.Doc.Diagnostics {
		if d.Severity != parse.Info {
			out = append(out, Doubt{side, d.Line, Visible(render.Reason(d.Message, b.Lang))})
		}
	}
	return out
}

func (b *builder) terms(list []terms.Term, in []*unit.Unit) []Term {
	out := make([]Term, 0, len(list))
	for _, t := range list {
		x := Term{
			Term: Visible(t.Term), Old: t.Old, New: t.New, Score: t.Score,
			Context: Visible(report.OneLine(t.Context)), Line: t.Line,
		}
		for _, i := range t.Units {
			if i >= 0 && i < len(in) {
				x.Areas = append(x.Areas, b.name(in[i]))
			}
		}
		out = append(out, x)
	}
	return out
}

// sentences gathers what changed in the sentences of an area.
func (b *builder) sentences(r *Report, a *Area) {
	for _, x := range a.Change.Commitment {
		c := Commitment{
			Area: a, Stronger: x.NewRung > x.OldRung, Direction: b.t(msgWeaker),
			Old: Visible(x.Old), New: Visible(x.New), OldVerb: Visible(x.OldVerb), NewVerb: Visible(x.NewVerb),
			OldRung: x.OldRung, NewRung: x.NewRung,
		}
		if c.Stronger {
			c.Direction = b.t(msgStronger)
		}
		r.Commitments = append(r.Commitments, c)
		a.Telling = append(a.Telling, b.f(msgVerbs, c.OldVerb, c.NewVerb, c.Direction))
	}
	for _, x := range a.Change.Numbers {
		n := Number{
			Area: a, Kind: named(b, numberKinds, x.Kind), Old: Visible(x.Old), New: Visible(x.New),
			OldSentence: Visible(x.OldSentence), NewSentence: Visible(x.NewSentence),
		}
		r.Numbers = append(r.Numbers, n)
		a.Telling = append(a.Telling, b.f(msgValues, n.Kind, n.Old, n.New))
	}
}
