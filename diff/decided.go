package diff

import (
	"fmt"
	"io"
	"slices"

	"shinkyu/diff/align"
	"shinkyu/diff/decisions"
	"shinkyu/diff/unit"
	"shinkyu/parse"
)

// decide turns a reviewer's decisions into what align takes, and reports those
// that fit the documents no more.
func (c *Comparison) decide(f *decisions.File, opt *align.Options) {
	if f == nil {
		return
	}
	used := map[*unit.Unit]bool{}
	for _, d := range f.Decisions {
		o, why := decisions.Units(d.Old, c.Old.Units)
		if why != "" {
			c.unfit(f, d, "in the old document "+why)
			continue
		}
		n, why := decisions.Units(d.New, c.New.Units)
		if why != "" {
			c.unfit(f, d, "in the new document "+why)
			continue
		}
		switch d.Kind {
		case decisions.Forbid:
			opt.Forbidden = append(opt.Forbidden, [2]int{o[0].Index, n[0].Index})
		case decisions.Pin, decisions.Split, decisions.Merge:
			if twice(used, o, n) {
				c.unfit(f, d, "a unit of it is in another decision, or named twice")
				continue
			}
			opt.Fixed = append(opt.Fixed, align.Fixed{
				Old: indices(o), New: indices(n), Decision: string(d.Kind), Note: d.Note,
			})
		}
	}
}

func (c *Comparison) unfit(f *decisions.File, d decisions.Decision, why string) {
	c.Notices = append(c.Notices, fmt.Sprintf("%s:%d: %s not applied: %s", f.Name, d.Line, d.Kind, why))
}

// twice marks the units as used and reports whether any was before.
func twice(used map[*unit.Unit]bool, sides ...[]*unit.Unit) bool {
	seen := map[*unit.Unit]bool{}
	for _, u := range slices.Concat(sides...) {
		if used[u] || seen[u] {
			return true
		}
		seen[u] = true
	}
	for u := range seen {
		used[u] = true
	}
	return false
}

func indices(units []*unit.Unit) []int {
	var out []int
	for _, u := range units {
		out = append(out, u.Index)
	}
	return out
}

// annotate puts notes, and what was forbidden, on the changes that they are
// about.
func (c *Comparison) annotate(f *decisions.File) {
	if f == nil {
		return
	}
	for _, d := range f.Decisions {
		if d.Kind != decisions.Note && d.Kind != decisions.Forbid {
			continue
		}
		o, whyOld := decisions.Units(d.Old, c.Old.Units)
		n, whyNew := decisions.Units(d.New, c.New.Units)
		if whyOld != "" || whyNew != "" {
			continue // reported before
		}
		for i := range c.Changes {
			c.Changes[i].annotate(d, slices.Concat(o, n))
		}
	}
}

func (c *Change) annotate(d decisions.Decision, about []*unit.Unit) {
	if !slices.ContainsFunc(about, func(u *unit.Unit) bool {
		return slices.Contains(c.Old, u) || slices.Contains(c.New, u)
	}) {
		return
	}
	if d.Kind == decisions.Forbid && c.Decision == "" {
		c.Decision = string(d.Kind)
	}
	if d.Note != "" {
		if c.Note != "" {
			c.Note += "; "
		}
		c.Note += d.Note
	}
}

// Propose writes a file of decisions to fill in: those of f, which may be nil,
// and the uncertain correspondences of c.
func Propose(w io.Writer, c *Comparison, f *decisions.File) error {
	var decided []decisions.Decision
	if f != nil {
		decided = f.Decisions
	}
	var open []decisions.Open
	for i := range c.Changes {
		x := &c.Changes[i]
		if x.Confidence != parse.Uncertain || x.Decision != "" {
			continue
		}
		o := decisions.Open{Old: x.Old, New: x.New, Similarity: x.Similarity}
		if x.RunnerUp != nil {
			o.RunnerUp = x.RunnerUp.Unit
		}
		if len(o.Old) == 0 || len(o.New) == 0 {
			if o.RunnerUp == nil {
				continue
			}
			o = alone(x)
		}
		open = append(open, o)
	}
	return decisions.Write(w, decided, open)
}

// alone proposes the next best partner of a unit that has none.
func alone(x *Change) decisions.Open {
	o := decisions.Open{Old: x.Old, New: x.New, Similarity: x.RunnerUp.Similarity}
	if len(o.Old) == 0 {
		o.Old = []*unit.Unit{x.RunnerUp.Unit}
	} else {
		o.New = []*unit.Unit{x.RunnerUp.Unit}
	}
	return o
}
