package report

import (
	"fmt"
	"strings"

	"shinkyu/diff"
	"shinkyu/diff/unit"
	"shinkyu/parse"
	"shinkyu/parse/cite"
	"shinkyu/parse/render/md"
)

// sentences is how many areas the summary names of each kind; a long document
// has the rest in its table.
const sentences = 20

// inShort writes the summary: counts, then what went out, what came in and
// what was rearranged, the most telling first.
func (r *markdown) inShort() {
	r.head(msgInShort)
	if !r.Differs() {
		r.line(r.t(r.sameness()))
	}
	r.line(r.f(msgCountsLead, len(r.Old.Units), len(r.New.Units)))
	t := md.Table{
		Head:  []string{r.t(msgStatus), r.t(msgCount), r.t(msgMeaning)},
		Align: []md.Align{md.Left, md.Right},
	}
	for _, s := range statusOrder {
		t.Rows = append(t.Rows, []string{label(r.view, statusNames, s), fmt.Sprint(len(r.with(s))), label(r.view, statusMeanings, s)})
	}
	r.table(t)
	r.bullets(msgWentOut, r.byTelling(r.with(diff.Dropped)), r.alone)
	r.bullets(msgCameIn, r.byTelling(r.with(diff.Added)), r.alone)
	r.bullets(msgRearrange, r.with(diff.Split, diff.Merged), r.rearranged)
	r.newer()
}

// sameness says how two documents without a difference are alike.
func (v *view) sameness() text {
	if v.Old.Doc.Source.SHA256 == v.New.Doc.Source.SHA256 {
		return msgSameFile
	}
	return msgNoDifference
}

func (r *markdown) bullets(head text, changes []*diff.Change, sentence func(*diff.Change) string) {
	if len(changes) == 0 {
		return
	}
	r.line("### " + r.t(head))
	for i, c := range changes {
		if i == sentences {
			r.b.WriteString("- " + r.f(msgMore, len(changes)-i) + "\n")
			break
		}
		r.b.WriteString("- " + sentence(c) + "\n")
	}
	r.b.WriteString("\n")
}

// alone is the sentence on an area that has no partner.
func (r *markdown) alone(c *diff.Change) string {
	units, old := own(c)
	m := msgAdded
	if old {
		m = msgDropped
	}
	s := r.f(m, r.linked(c, units), r.places(units))
	if list := r.telling(units, old); len(list) > 0 {
		s = Joined(s, r.t(msgSpace), r.f(msgTelling, r.counts(list, md.Inline)))
	}
	return s + r.doubtMark(c)
}

func (r *markdown) rearranged(c *diff.Change) string {
	m := msgSplitInto
	if c.Status == diff.Merged {
		m = msgMergedIn
	}
	return r.f(m, r.linked(c, c.Old), r.places(c.Old), r.quoted(c.New), r.places(c.New)) + r.doubtMark(c)
}

func (r *markdown) doubtMark(c *diff.Change) string { return r.confidenceMark(c.Confidence) }

// confidenceMark stands after a sentence of which the evidence does not carry
// what it says.
func (r *markdown) confidenceMark(c parse.Confidence) string {
	if c != parse.Uncertain {
		return ""
	}
	return r.t(msgSpace) + r.t(msgInDoubt)
}

// newer lists the works cited in another version.
func (r *markdown) newer() {
	if len(r.Citations.Updated) == 0 {
		return
	}
	r.line("### " + r.t(msgNewer))
	for _, u := range r.Citations.Updated {
		r.b.WriteString("- " + r.f(msgNewerWork, md.Text(u.New.Title),
			md.Inline(r.version(u.Old)), r.firstMention(u.Old, msgOld),
			md.Inline(r.version(u.New)), r.firstMention(u.New, msgNew)) + r.confidenceMark(u.Confidence) + "\n")
	}
	r.b.WriteString("\n")
}

// quoted gives the names of units in brackets.
func (r *markdown) quoted(units []*unit.Unit) string {
	out := make([]string, len(units))
	for i, u := range units {
		out[i] = "「" + md.Inline(r.name(u)) + "」"
	}
	return strings.Join(out, "")
}

// linked is quoted with a link to the place where the change stands in full.
func (r *markdown) linked(c *diff.Change, units []*unit.Unit) string {
	return "[" + r.quoted(units) + "](#" + r.anchor(c) + ")"
}

func (v *view) anchor(c *diff.Change) string { return v.anchorOf(v.number[c]) }

func (v *view) anchorOf(number int) string { return fmt.Sprintf("%sc%d", v.Prefix, number) }

// version is what tells one version of a work from another: its decisions and
// version mark, or the number of a law.
func (v *view) version(w *cite.Work) string {
	if w.Number != "" {
		return w.Number
	}
	parts := []string{}
	if w.Version != "" {
		parts = append(parts, w.Version)
	}
	for _, e := range w.Events {
		parts = append(parts, strings.TrimSpace(OneLine(dateText(e))+e.Body+e.Act))
	}
	return strings.Join(parts, v.t(msgListComma))
}

// dateText is the date of a decision as written, or its value.
func dateText(e cite.Event) string {
	if e.Date.Text != "" {
		return e.Date.Text
	}
	return e.Date.EDTF
}
