package diff

import (
	"slices"
	"strings"

	"shinkyu/diff/align"
	"shinkyu/diff/fold"
	"shinkyu/parse"
	"shinkyu/parse/cite"
)

// works knows the works of both editions and which of them are the same.
type works struct {
	old, new *cite.Index
	// merged is the work, in the index of both editions together, that a work
	// of one of them is.
	merged map[*cite.Work]*cite.Work
}

func newWorks(older, newer *cite.Index) *works {
	w := &works{old: older, new: newer, merged: map[*cite.Work]*cite.Work{}}
	type place struct {
		doc        string
		start, end int
		text       string
	}
	at := func(m *cite.Mention) place { return place{m.Doc, m.Span.Start, m.Span.End, m.Text} }
	known := map[place]*cite.Work{}
	for _, x := range cite.Merge(older, newer).Works {
		for i := range x.Mentions {
			known[at(&x.Mentions[i])] = x
		}
	}
	for _, x := range slices.Concat(older.Works, newer.Works) {
		w.merged[x] = x
		if len(x.Mentions) > 0 && known[at(&x.Mentions[0])] != nil {
			w.merged[x] = known[at(&x.Mentions[0])]
		}
	}
	return w
}

// name is the same for all editions of a work: the title of the first of
// them, without numbers and years.
func (w *works) name(x *cite.Work) string {
	return firstTitle(w.merged[x])
}

// firstTitle is the title of the first of the editions that a work succeeds.
func firstTitle(x *cite.Work) string {
	for range 100 { // a chain of succession never is that long
		if x.Succeeds == nil {
			break
		}
		x = x.Succeeds
	}
	return fold.Mask(x.Title)
}

// Side gives the edition's units with the works that each of them cites, for
// aligning it with another.
func (e *Edition) Side() align.Side { return e.side(firstTitle) }

// side names the works by a function.
func (e *Edition) side(name func(*cite.Work) string) align.Side {
	s := align.Side{Units: e.Units}
	if e.Cites == nil {
		return s
	}
	s.Works = make([][]string, len(e.Units))
	at := map[string]int{}
	for _, u := range e.Units {
		at[u.Path] = u.Index
		for _, p := range u.Items {
			at[p] = u.Index
		}
	}
	for _, work := range e.Cites.Works {
		n := name(work)
		for i := range work.Mentions {
			if i, ok := owner(at, work.Mentions[i].Path); ok && !slices.Contains(s.Works[i], n) {
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
			return 0, false
		}
		path = path[:k]
	}
}

// changes tells the works that one edition cites and the other does not, and
// those that are cited in another version.
func (w *works) changes() Citations {
	var c Citations
	dropped := w.missing(w.old.Works, w.new.Works)
	added := w.missing(w.new.Works, w.old.Works)
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
func (w *works) missing(a, b []*cite.Work) []*cite.Work {
	has := map[*cite.Work]bool{}
	for _, x := range b {
		has[w.merged[x]] = true
	}
	var out []*cite.Work
	for _, x := range a {
		if !has[w.merged[x]] {
			out = append(out, x)
		}
	}
	return out
}

// before finds the version of a work that the old edition cited: the one that
// it is known to succeed, or be succeeded by, or one with the same title.
func (w *works) before(n *cite.Work, dropped []*cite.Work, used map[*cite.Work]bool) (*cite.Work, parse.Confidence, string) {
	mn := w.merged[n]
	for _, o := range dropped {
		mo := w.merged[o]
		switch {
		case used[o]:
		case mn.Succeeds == mo:
			return o, confidenceOr(mn.SucceedsConfidence), mn.SucceedsWhy
		case mo.Succeeds == mn:
			return o, confidenceOr(mo.SucceedsConfidence), mo.SucceedsWhy
		}
	}
	for _, o := range dropped {
		if !used[o] && o.Kind == cite.Plan && n.Kind == cite.Plan && fold.Mask(o.Title) == fold.Mask(n.Title) {
			return o, parse.Likely, "same title but for its numbers"
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
