package report

import (
	"fmt"
	"strings"

	"shinkyu/diff"
	"shinkyu/diff/terms"
	"shinkyu/diff/unit"
	"shinkyu/diff/wording"
	"shinkyu/parse"
	"shinkyu/parse/cite"
	"shinkyu/parse/render"
	"shinkyu/parse/render/column"
	"shinkyu/parse/render/md"
)

// commitments lists the sentences that bind more or less than before.
func (r *markdown) commitments() {
	t := md.Table{Head: []string{
		r.t(msgArea), "", r.t(msgVerb), r.t(msgRung), r.t(msgOldSentence), r.t(msgNewSentence),
	}}
	for i := range r.Changes {
		c := &r.Changes[i]
		for _, m := range c.Commitment {
			t.Rows = append(t.Rows, []string{
				r.areaCell(c), r.direction(m), md.Cell(m.OldVerb) + " → " + md.Cell(m.NewVerb),
				fmt.Sprintf("%d → %d", m.OldRung, m.NewRung), md.Cell(m.Old), md.Cell(m.New),
			})
		}
	}
	if len(t.Rows) > 0 {
		r.head(msgStrength)
		r.line(r.t(msgStrengthOf))
		r.table(t)
	}
}

func (v *view) direction(m diff.CommitmentChange) string {
	if m.NewRung > m.OldRung {
		return v.t(msgStronger)
	}
	return v.t(msgWeaker)
}

// areaCell names the area of a change with its places, for a cell.
func (r *markdown) areaCell(c *diff.Change) string {
	units := c.New
	if len(units) == 0 {
		units = c.Old
	}
	var where []string
	if len(c.Old) > 0 {
		where = append(where, r.f(msgOld, r.places(c.Old)))
	}
	if len(c.New) > 0 {
		where = append(where, r.f(msgNew, r.places(c.New)))
	}
	return md.Cell(r.names(units)) + "<br>" + small(strings.Join(where, " → "))
}

// numbers lists the amounts, targets and deadlines that changed.
func (r *markdown) numbers() {
	t := md.Table{Head: []string{
		r.t(msgArea), r.t(msgKind), r.t(msgOldValue), r.t(msgNewValue), r.t(msgOldSentence), r.t(msgNewSentence),
	}}
	for i := range r.Changes {
		c := &r.Changes[i]
		for _, n := range c.Numbers {
			t.Rows = append(t.Rows, []string{
				r.areaCell(c), md.Cell(label(r.view, numberKinds, n.Kind)),
				md.Cell(n.Old), md.Cell(n.New), md.Cell(n.OldSentence), md.Cell(n.NewSentence),
			})
		}
	}
	if len(t.Rows) > 0 {
		r.head(msgNumbers)
		r.table(t)
	}
}

// shownTerms is how many terms a table shows; the JSON form has all.
const shownTerms = 30

// terms lists the terms gained and lost with their counts.
func (r *markdown) terms() {
	r.head(msgTerms)
	if len(r.Terms.Gained)+len(r.Terms.Lost) == 0 {
		r.line(r.t(msgNoTerms))
		return
	}
	r.termTable(msgGained, r.Terms.Gained, r.New, msgNew)
	r.termTable(msgLost, r.Terms.Lost, r.Old, msgOld)
}

func (r *markdown) termTable(head text, list []terms.Term, e *diff.Edition, side text) {
	if len(list) == 0 {
		return
	}
	r.line("### " + r.t(head))
	t := md.Table{
		Head: []string{
			r.t(msgTerm), r.t(msgOldCount), r.t(msgNewCount), r.t(msgScore), r.t(msgInAreas), r.t(msgContext),
		},
		Align: []md.Align{md.Left, md.Right, md.Right, md.Right},
	}
	for _, m := range list[:min(len(list), shownTerms)] {
		t.Rows = append(t.Rows, []string{
			md.Cell(m.Term), fmt.Sprint(m.Old), fmt.Sprint(m.New), fmt.Sprintf("%.1f", m.Score),
			r.unitList(m.Units, e), r.context(m, e, side),
		})
	}
	r.table(t)
	if len(list) > shownTerms {
		r.line(r.f(msgTermsHidden, len(list)-shownTerms))
	}
}

// termAreas is how many areas a term's row names.
const termAreas = 3

func (r *markdown) unitList(indices []int, e *diff.Edition) string {
	var out []string
	for _, i := range indices[:min(len(indices), termAreas)] {
		out = append(out, md.Cell(shortName(r.view, e.Units[i])))
	}
	if len(indices) > termAreas {
		out = append(out, "…")
	}
	return strings.Join(out, "<br>")
}

// context is the line around a term, with where it stands.
func (r *markdown) context(m terms.Term, e *diff.Edition, side text) string {
	if m.Context == "" {
		return ""
	}
	page := 0
	if l := e.Doc.Source.Lines; m.Line > 0 && m.Line <= len(l) {
		page = e.Doc.PageAt(l[m.Line-1].Span.Start)
	}
	return md.Cell(m.Context) + " " + small(r.f(side, r.place(page, [2]int{m.Line, m.Line})))
}

// works lists the laws and plans that came and went.
func (r *markdown) works() {
	r.head(msgWorks)
	c := r.Citations
	if len(c.Added)+len(c.Dropped)+len(c.Updated) == 0 {
		r.line(r.t(msgNoWorks))
		return
	}
	r.updates(c.Updated)
	r.workTable(msgWorksAdded, c.Added, msgNew)
	r.workTable(msgWorksGone, c.Dropped, msgOld)
}

func (r *markdown) updates(list []diff.WorkChange) {
	if len(list) == 0 {
		return
	}
	r.line("### " + r.t(msgWorksNewer))
	t := md.Table{Head: []string{r.t(msgWork), r.t(msgWorkOld), r.t(msgWorkNew), r.t(msgConfidence), r.t(msgWhy)}}
	for _, u := range list {
		title := md.Cell(u.New.Title)
		if u.Old.Title != u.New.Title {
			title = md.Cell(u.Old.Title) + " → " + title
		}
		t.Rows = append(t.Rows, []string{
			title,
			Joined(md.Cell(r.version(u.Old)), "<br>", small(r.firstMention(u.Old, msgOld))),
			Joined(md.Cell(r.version(u.New)), "<br>", small(r.firstMention(u.New, msgNew))),
			label(r.view, confidenceNames, u.Confidence), md.Cell(Reason(r.Lang, u.Why)),
		})
	}
	r.table(t)
}

func (r *markdown) workTable(head text, list []*cite.Work, side text) {
	if len(list) == 0 {
		return
	}
	r.line("### " + r.t(head))
	t := md.Table{Head: []string{r.t(msgWork), r.t(msgWorkKind), r.t(msgWorkID), r.t(msgWorkWhere)}}
	for _, w := range list {
		kind := msgPlan
		if w.Kind == cite.Law {
			kind = msgLaw
		}
		t.Rows = append(t.Rows, []string{md.Cell(w.Title), r.t(kind), md.Cell(r.version(w)), r.firstMention(w, side)})
	}
	r.table(t)
}

// firstMention is where a work is named first, and how often beside that.
func (r *markdown) firstMention(w *cite.Work, side text) string {
	if len(w.Mentions) == 0 {
		return ""
	}
	m := w.Mentions[0]
	s := r.f(side, r.place(m.Page, m.Lines))
	if n := len(w.Mentions) - 1; n > 0 {
		s += r.f(msgMentionMore, n)
	}
	return s
}

// mechanical counts the differences that are no change of wording, and lists
// them where that was asked for.
func (r *markdown) mechanical() {
	r.head(msgMechHead)
	if len(r.Mechanical) == 0 {
		r.line(r.t(msgMechNone))
		return
	}
	r.line(r.t(msgMechLead))
	t := md.Table{Head: []string{r.t(msgKind), r.t(msgCount)}, Align: []md.Align{md.Left, md.Right}}
	for _, m := range r.Mechanical {
		t.Rows = append(t.Rows, []string{label(r.view, mechanicalNames, m.Kind), fmt.Sprint(m.Count)})
	}
	r.table(t)
	if r.ShowMechanical {
		r.mechanicalPairs()
	}
}

// mechanicalPairs lists each pair of spellings with its count, in the order of
// first use.
func (r *markdown) mechanicalPairs() {
	type pair struct {
		kind     wording.Mechanical
		old, new string
	}
	counts := make(map[pair]int)
	first := make(map[pair]*diff.Change)
	var order []pair
	for i := range r.Changes {
		for _, e := range r.Changes[i].Edits {
			if e.Mechanical == "" {
				continue
			}
			p := pair{e.Mechanical, e.Text, e.NewText}
			if counts[p] == 0 {
				order = append(order, p)
				first[p] = &r.Changes[i]
			}
			counts[p]++
		}
	}
	if len(order) == 0 {
		return
	}
	r.line("### " + r.t(msgMechPairs))
	t := md.Table{
		Head:  []string{r.t(msgKind), r.t(msgOldSide), r.t(msgNewSide), r.t(msgCount), r.t(msgArea)},
		Align: []md.Align{md.Left, md.Left, md.Left, md.Right},
	}
	for _, p := range order {
		t.Rows = append(t.Rows, []string{
			label(r.view, mechanicalNames, p.kind), md.Cell(p.old), md.Cell(p.new),
			fmt.Sprint(counts[p]), r.areaCell(first[p]),
		})
	}
	r.table(t)
}

// method says how the result came about, so that a colleague can repeat it.
func (r *markdown) method() {
	r.line(r.t(msgMethods))
	r.line(r.t(msgConfidences))
	if len(r.Settings) > 0 {
		t := md.Table{Head: []string{r.t(msgSetting), r.t(msgValue)}}
		for _, s := range r.Settings {
			t.Rows = append(t.Rows, []string{md.Cell(Reason(r.Lang, s.Name)), md.Cell(Reason(r.Lang, s.Value))})
		}
		r.table(t)
	}
	if r.Command != "" {
		r.line(r.t(msgAgain) + " " + md.Code(r.Command))
	}
}

// trouble says what may have led the comparison astray.
func (r *markdown) trouble() {
	if len(r.Notices) > 0 {
		r.line("### " + r.t(msgNotices))
		for _, n := range r.Notices {
			r.b.WriteString("- " + md.Text(Reason(r.Lang, n)) + "\n")
		}
		r.b.WriteString("\n")
	}
	r.doubts()
}

// doubts lists what the parser warned of, since the comparison rests on it.
func (r *markdown) doubts() {
	t := md.Table{
		Head:  []string{r.t(msgSide), r.t(msgLine), r.t(msgMessage)},
		Align: []md.Align{md.Left, md.Right},
	}
	add := func(side text, d *parse.Document) {
		for _, g := range d.Diagnostics {
			if g.Severity != parse.Warning {
				continue
			}
			line := ""
			if g.Line > 0 {
				line = fmt.Sprint(g.Line)
			}
			t.Rows = append(t.Rows, []string{r.t(side), line, md.Cell(render.Reason(g.Message, r.Lang))})
		}
	}
	add(msgOldSide, r.Old.Doc)
	add(msgNewSide, r.New.Doc)
	if len(t.Rows) > 0 {
		r.line("### " + r.t(msgDiags))
		r.table(t)
	}
}

// shortName is the name of a unit cut to fit a narrow cell.
func shortName(v *view, u *unit.Unit) string { return column.Head(v.name(u), 18) }
