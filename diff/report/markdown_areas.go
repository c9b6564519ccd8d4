package report

import (
	"fmt"
	"strings"

	"shinkyu/diff"
	"shinkyu/diff/unit"
	"shinkyu/parse/render/md"
)

// areas writes the table of all areas, in the order of the comparison.
//
// Japanese text breaks between any two characters, so a browser squeezes the
// short columns of a wide table to one character. Places and remarks therefore
// stand small under what they belong to and not in columns of their own.
func (r *markdown) areas() {
	r.head(msgAreas)
	t := md.Table{
		Head: []string{
			r.t(msgNo), r.t(msgStatus), r.t(msgOldSide), r.t(msgNewSide), r.t(msgSimilarity), r.t(msgConfidence),
		},
		Align: []md.Align{md.Right, md.Left, md.Left, md.Left, md.Right},
	}
	for i := range r.Changes {
		c := &r.Changes[i]
		t.Rows = append(t.Rows, []string{
			r.areaNumber(c), Joined(label(r.view, statusNames, c.Status), "<br>", small(r.remarks(c))),
			r.cellUnits(c.Old), r.cellUnits(c.New),
			r.similarity(c), label(r.view, confidenceNames, c.Confidence),
		})
	}
	r.table(t)
}

// areaNumber links to where the change is shown, if it is.
func (r *markdown) areaNumber(c *diff.Change) string {
	if c.Status == diff.Unchanged && len(r.flags(c)) == 0 {
		return fmt.Sprint(r.number[c])
	}
	return fmt.Sprintf("[%d](#%s)", r.number[c], r.anchor(c))
}

// cellUnits names units for a cell, each with its place under it.
func (r *markdown) cellUnits(units []*unit.Unit) string {
	out := make([]string, len(units))
	for i, u := range units {
		out[i] = md.Cell(r.name(u)) + "<br>" + small(r.placeOf(u))
	}
	return strings.Join(out, "<br>")
}

// similarity is empty for an area without a partner.
func (v *view) similarity(c *diff.Change) string {
	if len(c.Old) == 0 || len(c.New) == 0 {
		return ""
	}
	return fmt.Sprintf("%.2f", c.Similarity)
}

func (r *markdown) remarks(c *diff.Change) string {
	out := r.flags(c)
	if c.Decision != "" {
		out = append(out, r.f(msgDecision, label(r.view, decisionNames, c.Decision)))
	}
	if c.Note != "" {
		out = append(out, r.f(msgNote, md.Cell(c.Note)))
	}
	return strings.Join(out, r.t(msgListComma))
}
