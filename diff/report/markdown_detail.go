package report

import (
	"fmt"
	"strings"

	"shinkyu/diff"
	"shinkyu/diff/unit"
	"shinkyu/diff/wording"
	"shinkyu/parse/render/md"
)

// details writes every change that is more than mechanical, with its text.
func (r *markdown) details() {
	r.group(msgDroppedHead, r.with(diff.Dropped), r.soleText)
	r.group(msgAddedHead, r.with(diff.Added), r.soleText)
	r.group(msgSplitHead, r.with(diff.Split, diff.Merged), r.wordingOf)
	r.group(msgRewordHead, r.with(diff.Reworded), r.wordingOf)
	var kept []*diff.Change
	for _, c := range r.with(diff.Unchanged) {
		if len(r.flags(c)) > 0 {
			kept = append(kept, c)
		}
	}
	if len(kept) > 0 {
		r.head(msgKept)
		for _, c := range kept {
			r.b.WriteString("- " + r.target(c) + r.quoted(c.Old) + " → " + r.quoted(c.New) + r.f(msgParens,
				strings.Join(r.flags(c), r.t(msgListComma))+r.t(msgSemicolon)+r.f(msgOld, r.places(c.Old))+" → "+r.f(msgNew, r.places(c.New))) + "\n")
		}
		r.b.WriteString("\n")
	}
}

func (r *markdown) group(head text, changes []*diff.Change, body func(*diff.Change)) {
	if len(changes) == 0 {
		return
	}
	r.head(head)
	if head == msgSplitHead || head == msgRewordHead {
		r.line(r.t(msgHowMarked))
	}
	for _, c := range changes {
		r.changeHead(c)
		body(c)
	}
}

// changeHead writes the heading of one change: its number and names.
func (r *markdown) changeHead(c *diff.Change) {
	names := make([]string, 0, 2)
	for _, units := range [][]*unit.Unit{c.Old, c.New} {
		if len(units) > 0 {
			names = append(names, md.Inline(r.names(units)))
		}
	}
	if len(names) == 2 && names[0] == names[1] {
		names = names[:1]
	}
	r.line("### " + r.target(c) + r.f(msgChange, r.number[c], strings.Join(names, " → ")))
	r.line(strings.Join(r.facts(c), "<br>"))
}

// target is where the links to a change lead.
func (r *markdown) target(c *diff.Change) string { return fmt.Sprintf(`<a id="%s"></a>`, r.anchor(c)) }

// facts are the lines under the heading of a change: where it stands, how sure
// it is and why.
func (r *markdown) facts(c *diff.Change) []string {
	var where []string
	if len(c.Old) > 0 {
		where = append(where, r.f(msgOld, r.places(c.Old)))
	}
	if len(c.New) > 0 {
		where = append(where, r.f(msgNew, r.places(c.New)))
	}
	out := []string{strings.Join(append([]string{strings.Join(where, " → ")}, r.flags(c)...), r.t(msgListComma))}
	out = append(out, r.proof(c)...)
	if len(c.Old) == 0 || len(c.New) == 0 {
		if list := r.telling(own(c)); len(list) > 0 {
			out = append(out, r.f(msgTelling, r.counts(list, md.Inline)))
		}
	}
	if c.Decision != "" {
		out = append(out, r.f(msgDecision, label(r.view, decisionNames, c.Decision)))
	}
	if c.Note != "" {
		out = append(out, r.f(msgNote, md.Inline(c.Note)))
	}
	return out
}

// proof is the similarity, evidence and runner-up of a pair, or the nearest
// area of one that has no partner; and plain words where it is in doubt.
func (r *markdown) proof(c *diff.Change) []string {
	alone := len(c.Old) == 0 || len(c.New) == 0
	var out []string
	if !alone {
		parts := []string{r.f(msgMatch, r.similarity(c), label(r.view, confidenceNames, c.Confidence))}
		if e := r.evidence(c.Evidence); e != "" {
			parts = append(parts, r.f(msgEvidence, e))
		}
		out = append(out, strings.Join(parts, r.t(msgSemicolon)))
	}
	if u := c.RunnerUp; u != nil {
		m := msgRunnerUp
		if alone {
			m = msgNearest
		}
		out = append(out, r.f(m, md.Inline(r.name(u.Unit)), fmt.Sprintf("%.2f", u.Similarity), r.sidedPlace(u.Unit)))
	} else if !alone {
		out = append(out, r.t(msgNoRunnerUp))
	}
	if doubt(c) == 1 {
		m := msgCheck
		if alone {
			m = msgCheckAlone
		}
		out = append(out, "<strong>"+r.t(m)+"</strong>")
	}
	return out
}

// sidedPlace is the place of a unit and the edition that it is of.
func (v *view) sidedPlace(u *unit.Unit) string {
	side := msgNew
	if u.Index < len(v.Old.Units) && v.Old.Units[u.Index] == u {
		side = msgOld
	}
	return v.f(side, v.placeOf(u))
}

// evidenceDetails is how many shared terms or works a signal shows.
const evidenceDetails = 6

func (r *markdown) evidence(list []diff.Evidence) string {
	var out []string
	for _, e := range list {
		s := fmt.Sprintf("%s %.2f", md.Text(label(r.view, signalNames, e.Signal)), e.Value)
		if n := min(len(e.Detail), evidenceDetails); n > 0 {
			shown := make([]string, n)
			for i := range shown {
				shown[i] = md.Inline(e.Detail[i])
			}
			s += r.f(msgParens, strings.Join(shown, r.t(msgListComma)))
		}
		out = append(out, s)
	}
	return strings.Join(out, r.t(msgListComma))
}

// soleText writes the text of an area that stands in one edition only.
func (r *markdown) soleText(c *diff.Change) {
	units, _ := own(c)
	list := passages(units)
	if len(list) == 0 {
		r.line(r.t(msgNoText))
		return
	}
	r.quotePassages(list)
}

func (r *markdown) quotePassages(list []*unit.Passage) {
	for _, p := range list {
		r.quote(indent(p) + md.Text(Joined(p.Marker, " ", p.Text.String)) + " " + small(r.place(p.Page, p.Lines)))
	}
	r.endQuote()
}

// indent sets items in by an ideographic space a level.
func indent(p *unit.Passage) string { return strings.Repeat("　", p.Depth) }

// wordingOf writes the words of a pair with what changed in them.
func (r *markdown) wordingOf(c *diff.Change) {
	if c.Whole {
		r.line(r.t(msgWholeNote))
		r.whole(msgOldSide, c.Old)
		r.whole(msgNewSide, c.New)
		return
	}
	all := lines(c)
	if len(all) == 0 {
		r.line(r.t(msgNoText))
		return
	}
	for i := 0; i < len(all); {
		if all[i].changed() || r.showsMechanical(&all[i]) {
			r.quote(r.marked(&all[i]))
			i++
			continue
		}
		n := 1
		for i+n < len(all) && !all[i+n].changed() && !r.showsMechanical(&all[i+n]) {
			n++
		}
		r.quote(small(r.unchanged(all[i : i+n])))
		i += n
	}
	r.endQuote()
}

// whole writes the text of one side, under its name where there are several
// areas.
func (r *markdown) whole(side text, units []*unit.Unit) {
	for _, u := range units {
		head := r.t(side)
		if len(units) > 1 {
			head += r.t(msgColon) + md.Inline(r.name(u))
		}
		r.line("<strong>" + head + "</strong>")
		if len(u.Passages) == 0 {
			r.line(r.t(msgNoText))
			continue
		}
		r.quotePassages(passages([]*unit.Unit{u}))
	}
}

// unchanged stands for a run of paragraphs that are the same.
func (r *markdown) unchanged(run []line) string {
	var old, neu []*unit.Passage
	for i := range run {
		old = append(old, run[i].old...)
		neu = append(neu, run[i].new...)
	}
	return r.f(msgSameLines, len(run), r.bothPlaces(old, neu))
}

// bothPlaces says where passages stand in each document.
func (v *view) bothPlaces(old, neu []*unit.Passage) string {
	var out []string
	if len(old) > 0 {
		out = append(out, v.f(msgOld, v.passagesPlace(old)))
	}
	if len(neu) > 0 {
		out = append(out, v.f(msgNew, v.passagesPlace(neu)))
	}
	return strings.Join(out, " → ")
}

func (r *markdown) showsMechanical(l *line) bool {
	if !r.ShowMechanical {
		return false
	}
	for _, run := range l.runs {
		if run.Mechanical != "" {
			return true
		}
	}
	return false
}

// marked is one line with its edits as <del> and <ins>, and its places.
func (r *markdown) marked(l *line) string {
	var b strings.Builder
	b.WriteString(lineIndent(l))
	b.WriteString(markerEdits(l))
	for _, run := range l.runs {
		switch run.Op {
		case wording.Delete:
			b.WriteString("<del>" + md.Text(run.Text) + "</del>")
		case wording.Insert:
			b.WriteString("<ins>" + md.Text(run.Text) + "</ins>")
		default:
			b.WriteString(md.Text(newText(run)))
			if r.ShowMechanical && run.Mechanical != "" {
				b.WriteString(small(r.f(msgMechanicals, md.Text(run.Text), label(r.view, mechanicalNames, run.Mechanical))))
			}
		}
	}
	return b.String() + " " + small(r.bothPlaces(l.old, l.new))
}

func lineIndent(l *line) string {
	for _, list := range [][]*unit.Passage{l.new, l.old} {
		if len(list) > 0 {
			return indent(list[0])
		}
	}
	return ""
}

// markerEdits shows the marker of an item, with both where they differ.
func markerEdits(l *line) string {
	old, neu := "", ""
	if len(l.old) > 0 {
		old = l.old[0].Marker
	}
	if len(l.new) > 0 {
		neu = l.new[0].Marker
	}
	mark := func(tag, s string) string {
		if s == "" {
			return ""
		}
		return "<" + tag + ">" + md.Text(s) + "</" + tag + "> "
	}
	switch {
	case old == neu && old != "":
		return md.Text(old) + " "
	case old != neu:
		return mark("del", old) + mark("ins", neu)
	}
	return ""
}
