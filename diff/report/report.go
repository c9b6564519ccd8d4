package report

import (
	"shinkyu/diff"
	"shinkyu/diff/terms"
	"shinkyu/diff/unit"
	"shinkyu/parse/render/lang"
)

// Options say how a comparison is shown. The zero value gives English without
// colour.
type Options struct {
	Lang lang.Lang
	// ShowMechanical shows each mechanical difference where it stands; without
	// it they are only counted.
	ShowMechanical bool
	// Command is the command line that gives this report again, for the
	// section on method; empty to leave it out.
	Command string
	Color   bool // of Term
	Width   int  // of Term, in columns; 0 for 80
	BOM     bool // of CSV
	// Prefix begins the names of the places in a Markdown report, so that a
	// page can hold several.
	Prefix string
}

// A view is a comparison made ready to be shown.
type view struct {
	*diff.Comparison
	Options
	// tellOld and tellNew hold the terms lost and gained by the index of the
	// unit that they stand in, most telling first.
	tellOld, tellNew map[int][]*terms.Term
	number           map[*diff.Change]int // 1-based, as printed
}

func newView(c *diff.Comparison, opt Options) *view {
	if opt.Lang == "" {
		opt.Lang = lang.English
	}
	v := &view{
		Comparison: c, Options: opt,
		tellOld: byUnit(c.Terms.Lost), tellNew: byUnit(c.Terms.Gained),
		number: make(map[*diff.Change]int, len(c.Changes)),
	}
	for i := range c.Changes {
		v.number[&c.Changes[i]] = i + 1
	}
	return v
}

func byUnit(list []terms.Term) map[int][]*terms.Term {
	out := make(map[int][]*terms.Term)
	for i := range list {
		for _, u := range list[i].Units {
			out[u] = append(out[u], &list[i])
		}
	}
	return out
}

// t gives a message in the language of the report.
func (v *view) t(m lang.Text) string { return m.In(v.Lang) }

// f gives a message with arguments.
func (v *view) f(m lang.Text, args ...any) string { return m.Format(v.Lang, args...) }

// with gives the changes of one status, in order.
func (v *view) with(statuses ...diff.Status) []*diff.Change {
	var out []*diff.Change
	for i := range v.Changes {
		for _, s := range statuses {
			if v.Changes[i].Status == s {
				out = append(out, &v.Changes[i])
			}
		}
	}
	return out
}

// own is the units of the only side that an added or dropped change has, and
// whether that is the old one.
func own(c *diff.Change) (units []*unit.Unit, old bool) {
	if c.Status == diff.Dropped {
		return c.Old, true
	}
	return c.New, false
}
