package diff

import (
	"slices"
	"strings"

	"shinkyu/diff/align"
	"shinkyu/diff/fold"
	"shinkyu/parse"
	"shinkyu/parse/cite"
)

// works knows the works of both editions.
type works struct {
	old, new *cite.Index
	succeeds map[string]string // IDs: newer edition of a plan to the older
}

func newWorks(older, newer *cite.Index) *works {
	w := &works{old: orEmpty(older), new: orEmpty(newer), succeeds: map[string]string{}}
	for _, x := range slices.Concat(w.old.Works, w.new.Works) {
		if x.Succeeds != nil {
			w.succeeds[x.ID] = x.Succeeds.ID
		}
	}
	return w
}

func orEmpty(x *cite.Index) *cite.Index {
	if x == nil {
		return &cite.Index{}
	}
	return x
}

// name is the same for all editions of a work.
func name(w *cite.Work) string { return fold.Mask(w.Title) }

// Side gives the edition's units with the works that each of them cites, as
// package align takes them.
func (e *Edition) Side() align.Side {
	s := align.Side{Units: e.Units}
	if e.Cites == nil {
		return s
	}
	at := map[string]int{}
	for _, u := range e.Units {
		at[u.Path] = u.Index
		for _, p := range u.Items {
			at[p] = u.Index
		}
	}
	s.Works = make([][]string, len(e.Units))
	for _, work := range e.Cites.Works {
		n := name(work)
		for _, m := range work.Mentions {
			if i, ok := owner(at, m.Path); ok && !slices.Contains(s.Works[i], n) {
				s.Works[i] = append(s.Works[i], n)
			}
		}
	}
	return s
}

// owner gives the unit that a path stands in: its own, or the nearest above.
func owner(at map[string]int, path string) (int, bool) {
	for {
		if i, ok := at[path]; ok {
			return i, true
		}
		k := strings.LastIndexByte(path, '/')
		if k < 0 {
			i, ok := at[""]
			return i, ok && path == ""
		}
		path = path[:k]
	}
}

// changes tells the works that one edition cites and the other does not, and
// those that are cited in another version.
func (w *works) changes() Citations {
	var c Citations
	dropped := missing(w.old.Works, w.new.Works)
	added := missing(w.new.Works, w.old.Works)
	used := map[*cite.Work]bool{}
	for _, n := range added {
		o, confidence, why := w.before(n, dropped, used)
		if o == nil {
			c.Added = append(c.Added, n)
			continue
		}
		used[o] = true
		c.Updated = append(c.Updated, WorkChange{Old: o, New: n, Confidence: confidence, Why: why})
	}
	for _, o := range dropped {
		if !used[o] {
			c.Dropped = append(c.Dropped, o)
		}
	}
	return c
}

// missing gives the works of a that b does not have.
func missing(a, b []*cite.Work) []*cite.Work {
	has := map[string]bool{}
	for _, w := range b {
		has[w.ID] = true
	}
	var out []*cite.Work
	for _, w := range a {
		if !has[w.ID] {
			out = append(out, w)
		}
	}
	return out
}

// before finds the version of a work that the old edition cited: the one that
// it is known to succeed, or be succeeded by, or one with the same title.
func (w *works) before(n *cite.Work, dropped []*cite.Work, used map[*cite.Work]bool) (*cite.Work, parse.Confidence, string) {
	for _, o := range dropped {
		switch {
		case used[o]:
		case w.succeeds[n.ID] == o.ID && n.ID != "":
			return o, confidenceOr(n.SucceedsConfidence), n.SucceedsWhy
		case w.succeeds[o.ID] == n.ID && o.ID != "":
			return o, confidenceOr(o.SucceedsConfidence), o.SucceedsWhy
		}
	}
	for _, o := range dropped {
		if !used[o] && o.Kind == n.Kind && name(o) == name(n) {
			return o, parse.Certain, "same title"
		}
	}
	return nil, "", ""
}

func confidenceOr(c parse.Confidence) parse.Confidence {
	if c == "" {
		return parse.Likely
	}
	return c
}
