package report

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"shinkyu/diff"
	"shinkyu/diff/terms"
	"shinkyu/diff/unit"
	"shinkyu/diff/wording"
	"shinkyu/parse"
	"shinkyu/parse/cite"
	"shinkyu/parse/render/column"
)

// Term writes the comparison for a terminal: the counts, each change with its
// words, then terms, citations and mechanical differences in short. Without
// colour, words taken out stand in [- -] and words put in in {+ +}, as wdiff
// shows them.
func Term(w io.Writer, c *diff.Comparison, opt Options) error {
	if opt.Width <= 0 {
		opt.Width = 80
	}
	t := &term{view: newView(c, opt)}
	t.compared()
	for i := range t.Changes {
		t.change(&t.Changes[i])
	}
	t.termLines()
	t.workLines()
	t.mechanicalLine()
	_, err := t.b.WriteTo(w)
	return err
}

type term struct {
	*view
	b bytes.Buffer
}

// The styles of a terminal, as ECMA-48 select graphic rendition sequences.
const (
	bold   = "\x1b[1m"
	dim    = "\x1b[2m"
	red    = "\x1b[31m"
	green  = "\x1b[32m"
	yellow = "\x1b[33m"
	struck = "\x1b[31;9m"
	lined  = "\x1b[32;4m"
	reset  = "\x1b[0m"
)

// put writes spans behind lead, and the lines after the first behind as many
// spaces.
func (t *term) put(lead string, spans ...column.Span) {
	in := column.Of(lead)
	for i, l := range column.Wrap(spans, max(t.Width-in, 20)) {
		if i > 0 {
			lead = strings.Repeat(" ", in)
		}
		t.b.WriteString(strings.TrimRight(lead+l, " ") + "\n")
	}
}

// span is s in a style, or plain without colour.
func (t *term) span(s, style string) column.Span {
	if !t.Color || style == "" {
		return column.Span{Text: s}
	}
	return column.Span{Text: s, Before: style, After: reset}
}

func (t *term) compared() {
	for _, side := range []struct {
		name text
		doc  *parse.Document
	}{{msgOldSide, t.Old.Doc}, {msgNewSide, t.New.Doc}} {
		title := side.doc.Meta.Title
		if title == "" {
			title = t.t(msgUntitled)
		}
		t.put(column.Pad(t.t(side.name), 5), t.span(title, bold), t.span("  "+side.doc.Source.Name, dim))
	}
	t.b.WriteByte('\n')
	if !t.Differs() {
		t.put("", t.span(t.t(t.sameness()), bold))
	}
	counts := make([]string, 0, len(statusOrder))
	for _, s := range statusOrder {
		counts = append(counts, fmt.Sprintf("%s %d", label(t.view, statusNames, s), len(t.with(s))))
	}
	t.put("", t.span(strings.Join(counts, "  "), ""))
	t.b.WriteByte('\n')
}

// signs stand before each change; colours are those of its status.
var signs = map[diff.Status]struct{ sign, style string }{
	diff.Unchanged: {"=", dim},
	diff.Reworded:  {"~", yellow},
	diff.Split:     {"<", yellow},
	diff.Merged:    {">", yellow},
	diff.Added:     {"+", green},
	diff.Dropped:   {"-", red},
}

func (t *term) change(c *diff.Change) {
	s := signs[c.Status]
	lead := fmt.Sprintf("%s %s ", s.sign, column.Pad(label(t.view, statusNames, c.Status), 9))
	old, neu := t.names(c.Old), t.names(c.New)
	switch {
	case old == "":
		t.put(lead, t.span(neu, s.style))
	case neu == "" || old == neu:
		t.put(lead, t.span(old, s.style))
	default:
		t.put(lead, t.span(old, s.style), t.span(" → ", dim), t.span(neu, s.style))
	}
	if c.Status == diff.Unchanged && len(t.flags(c)) == 0 {
		return
	}
	in := strings.Repeat(" ", column.Of(lead))
	t.put(in, t.span(t.termFacts(c), dim))
	if c.Status != diff.Unchanged {
		t.words(c)
	}
}

// termFacts are place, flags, similarity and confidence on a line.
func (t *term) termFacts(c *diff.Change) string {
	var out []string
	if len(c.Old) > 0 {
		out = append(out, t.f(msgOld, t.places(c.Old)))
	}
	if len(c.New) > 0 {
		out = append(out, t.f(msgNew, t.places(c.New)))
	}
	if list := t.flags(c); len(list) > 0 {
		out = append(out, strings.Join(list, t.t(msgDot)))
	}
	if s := t.similarity(c); s != "" {
		out = append(out, t.f(msgMatch, s, label(t.view, confidenceNames, c.Confidence)))
	} else {
		if list := t.telling(own(c)); len(list) > 0 {
			out = append(out, strings.TrimRight(t.f(msgTelling, t.counts(list, plain)), "。."))
		}
		if doubt(c) == 1 {
			out = append(out, t.t(msgInDoubt))
		}
	}
	return strings.Join(out, t.t(msgGap))
}

// words shows what was changed inside a pair; what stands in one edition only
// is in the other reports.
func (t *term) words(c *diff.Change) {
	if len(c.Old) == 0 || len(c.New) == 0 {
		return
	}
	if c.Whole {
		t.sole("-", passages(c.Old), red)
		t.sole("+", passages(c.New), green)
		return
	}
	for _, l := range lines(c) {
		if l.changed() {
			t.put("    ", t.marked(&l)...)
		}
	}
}

func (t *term) sole(sign string, list []*unit.Passage, style string) {
	for _, p := range list {
		t.put("  "+sign+" ", t.span(Joined(p.Marker, " ", p.Text.String), style))
	}
}

func (t *term) marked(l *line) []column.Span {
	var out []column.Span
	for _, r := range l.runs {
		switch {
		case r.Op == wording.Equal:
			out = append(out, t.span(newText(r), ""))
		case t.Color && r.Op == wording.Delete:
			out = append(out, t.span(r.Text, struck))
		case t.Color:
			out = append(out, t.span(r.Text, lined))
		case r.Op == wording.Delete:
			out = append(out, t.span("[-"+r.Text+"-]", ""))
		default:
			out = append(out, t.span("{+"+r.Text+"+}", ""))
		}
	}
	return out
}

// plain leaves a text as it is: a terminal has no markup.
func plain(s string) string { return s }

func pointers[T any](list []T) []*T {
	out := make([]*T, len(list))
	for i := range list {
		out[i] = &list[i]
	}
	return out
}

// termLines shows the terms gained and lost with their counts.
func (t *term) termLines() {
	for _, side := range []struct {
		head  text
		list  []terms.Term
		style string
	}{{msgGained, t.Terms.Gained, green}, {msgLost, t.Terms.Lost, red}} {
		if len(side.list) == 0 {
			continue
		}
		shown := side.list[:min(len(side.list), shownTerms)]
		t.b.WriteByte('\n')
		t.put(column.Pad(t.t(side.head), 9), t.span(t.counts(pointers(shown), plain), side.style))
	}
}

// workLines shows the works that came, went or are cited in another version.
func (t *term) workLines() {
	c := t.Citations
	if len(c.Added)+len(c.Dropped)+len(c.Updated) > 0 {
		t.b.WriteByte('\n')
	}
	for _, u := range c.Updated {
		t.put("~ ", t.span(u.New.Title, yellow), t.span("  "+t.version(u.Old)+" → "+t.version(u.New), ""))
	}
	work := func(sign, style string, list []*cite.Work) {
		for _, w := range list {
			t.put(sign+" ", t.span(w.Title, style), t.span("  "+t.version(w), dim))
		}
	}
	work("+", green, c.Added)
	work("-", red, c.Dropped)
}

func (t *term) mechanicalLine() {
	if len(t.Mechanical) == 0 {
		return
	}
	out := make([]string, 0, len(t.Mechanical))
	for _, m := range t.Mechanical {
		out = append(out, fmt.Sprintf("%s %d", label(t.view, mechanicalNames, m.Kind), m.Count))
	}
	t.b.WriteByte('\n')
	t.put("", t.span(t.t(msgMechHead)+": "+strings.Join(out, t.t(msgListComma)), dim))
}
