package reporttest

import (
	"strings"

	"shinkyu/diff"
	"shinkyu/diff/unit"
	"shinkyu/diff/wording"
	"shinkyu/parse"
)

// Texts gives a comparison of which the one area was called a and is called b,
// with passages of that text, and with a and b in every other place that a
// document's text can come to stand in.
func Texts(a, b string) *diff.Comparison {
	a, b = strings.ToValidUTF8(a, ""), strings.ToValidUTF8(b, "")
	m := New(1)
	c := m.Comparison(2)
	edition := func(e *diff.Edition, s string) {
		e.Doc.Source.Name, e.Doc.Meta.Title, e.Doc.Meta.Issuer, e.Doc.Meta.Date.Text = s, s, s, s
		e.Doc.Diagnostics[0].Message = s
	}
	edition(c.Old, a)
	edition(c.New, b)
	edits := []wording.Edit{
		{Op: wording.Equal, Text: "甲"},
		{Op: wording.Delete, Text: a},
		{Op: wording.Insert, Text: b},
		{Op: wording.Equal, Text: "\n乙"},
	}
	before, after := wording.Apply(edits)
	change := diff.Change{
		Status: diff.Reworded, Edits: edits, Similarity: .5, Confidence: parse.Likely, Retitled: true, Note: a,
		Evidence: []diff.Evidence{{Signal: "terms", Value: .25, Detail: []string{a, b}}},
		Numbers:  []diff.NumberChange{{Kind: "amount", Old: a, New: b, OldSentence: a, NewSentence: b}},
		Old:      []*unit.Unit{m.titled(c.Old, a, before)}, New: []*unit.Unit{m.titled(c.New, b, after)},
	}
	c.Changes = append(c.Changes, change)
	for i := range c.Terms.Gained {
		c.Terms.Gained[i].Term, c.Terms.Gained[i].Context = a, b
	}
	for _, w := range c.Citations.Added {
		w.Title, w.Version, w.Aliases = a, b, []string{a}
	}
	c.Settings[0].Value, c.Notices[0] = a, b
	return c
}

func (m *Maker) titled(e *diff.Edition, title, text string) *unit.Unit {
	u := m.unit(&e.Units, m.passages(text))
	u.Title, u.Marker, u.Parent = title, title, nil
	return u
}
