package layout

import (
	"fmt"
	"strings"

	"shinkyu/diff"
	"shinkyu/diff/unit"
)

func (b *builder) area(i int) *Area {
	c := &b.c.Changes[i]
	a := &Area{
		No: i + 1, ID: fmt.Sprintf("area%d", i+1), Change: c,
		Status: c.Status, Label: named(b, statusNames, c.Status), Flags: b.flags(c),
		Confidence: c.Confidence, Trust: named(b, confidenceNames, c.Confidence),
		Decision: Visible(c.Decision), Note: Visible(c.Note),
		Old: b.units(c.Old), New: b.units(c.New), Rows: b.rows(c),
	}
	if c.Decision != "" {
		a.Decision = named(b, decisionNames, c.Decision)
	}
	shown := c.New
	if len(shown) == 0 {
		shown = c.Old
	}
	a.Name, a.Level = b.names(shown), 1
	if len(shown) > 0 {
		a.Level = level(shown[0])
	}
	if len(c.Old) > 0 && len(c.New) > 0 {
		a.Similarity = fmt.Sprintf("%.2f", c.Similarity)
	}
	for _, e := range c.Evidence {
		a.Evidence = append(a.Evidence, b.evidence(e))
	}
	if c.RunnerUp != nil && c.RunnerUp.Unit != nil {
		a.RunnerUp = b.f(msgRunnerUp, b.name(c.RunnerUp.Unit), c.RunnerUp.Similarity)
	}
	for _, r := range a.Rows {
		if r.Kind != Same {
			a.Changed++
		}
	}
	return a
}

func (b *builder) evidence(e diff.Evidence) string {
	s := b.f(msgEvidence, named(b, signalNames, e.Signal), e.Value)
	if len(e.Detail) > 0 {
		s += b.f(msgDetail, Visible(b.list(e.Detail)))
	}
	return s
}

func (b *builder) flags(c *diff.Change) []string {
	var out []string
	if c.Retitled {
		out = append(out, b.t(msgRetitled))
	}
	if c.Renumbered {
		out = append(out, b.t(msgRenumbered))
	}
	if c.Moved {
		out = append(out, b.t(msgMoved))
	}
	return out
}

func (b *builder) units(list []*unit.Unit) []Unit {
	out := make([]Unit, 0, len(list))
	for _, u := range list {
		out = append(out, Unit{
			Path: Visible(u.Path), Name: b.name(u), Page: u.Page, Lines: u.Lines, Place: b.place(u.Page, u.Lines),
		})
	}
	return out
}

// name is how a unit is called.
func (b *builder) name(u *unit.Unit) string {
	name := u.Name()
	if name == "" {
		return b.t(msgBeforeFirst)
	}
	return Visible(name)
}

func (b *builder) names(list []*unit.Unit) string {
	out := make([]string, len(list))
	for i, u := range list {
		out[i] = b.name(u)
	}
	return strings.Join(out, " ＋ ")
}

// place says where lines stand: 3頁 120–131行.
func (b *builder) place(page int, lines [2]int) string {
	if lines[0] == 0 {
		return ""
	}
	span := fmt.Sprint(lines[0])
	if lines[1] > lines[0] {
		span = fmt.Sprintf("%d–%d", lines[0], lines[1])
	}
	if page == 0 {
		return b.f(msgLines, span)
	}
	return b.f(msgPageLines, page, span)
}
