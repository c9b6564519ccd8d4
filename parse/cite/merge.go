package cite

import (
	"sort"
	"strings"
)

// Merge joins the indexes of several documents into one. Laws are the same
// where their numbers are; plans where their folded titles are and a decision
// is shared, or one of them names none. Editions of one plan stay apart and
// are chained by Succeeds. The indexes given are not changed.
func Merge(indexes ...*Index) *Index {
	m := merger{byID: map[string]*Work{}, works: map[*Work]*Work{}}
	for _, ix := range indexes {
		for _, w := range ix.Works {
			m.law(w)
		}
	}
	for _, ix := range indexes {
		for _, w := range ix.Works {
			m.datedPlan(w)
		}
	}
	for _, ix := range indexes {
		for _, w := range ix.Works {
			m.undatedPlan(w)
		}
	}
	out := &Index{Works: m.ordered(indexes)}
	for _, ix := range indexes {
		for _, d := range ix.Definitions {
			d.Work = m.works[d.Work]
			out.Definitions = append(out.Definitions, d)
		}
		out.References = append(out.References, ix.References...)
		out.Unresolved = append(out.Unresolved, ix.Unresolved...)
	}
	link(out.Works)
	return out
}

type merger struct {
	byID  map[string]*Work
	list  []*Work
	works map[*Work]*Work // of an index to merged
}

func (m *merger) law(w *Work) {
	if w.Kind == Law {
		m.into(w, m.byID[w.ID])
	}
}

func (m *merger) datedPlan(w *Work) {
	if w.Kind == Plan && len(w.Events) > 0 {
		m.into(w, m.find(w))
	}
}

// undatedPlan joins a plan cited without a decision to the edition that the
// documents cite, where they cite only one.
func (m *merger) undatedPlan(w *Work) {
	if w.Kind != Plan || len(w.Events) > 0 {
		return
	}
	var same []*Work
	for _, v := range m.list {
		if v.Kind == Plan && foldTitle(v.Title) == foldTitle(w.Title) && sameDecision(v.Events, v.Version, nil, w.Version) {
			same = append(same, v)
		}
	}
	if len(same) == 1 {
		m.into(w, same[0])
		return
	}
	m.into(w, m.byID[w.ID])
}

// find gives the merged plan of which w is the same edition.
func (m *merger) find(w *Work) *Work {
	if v := m.byID[w.ID]; v != nil {
		return v
	}
	for _, v := range m.list {
		if v.Kind == Plan && len(v.Events) > 0 && foldTitle(v.Title) == foldTitle(w.Title) && sameDecision(v.Events, v.Version, w.Events, w.Version) {
			return v
		}
	}
	return nil
}

// into adds w to v, or to a new work where v is nil.
func (m *merger) into(w, v *Work) {
	if v == nil {
		c := *w
		c.Titles = append([]string(nil), w.Titles...)
		c.Aliases = append([]string(nil), w.Aliases...)
		c.Links = append([]string(nil), w.Links...)
		c.Events = append([]Event(nil), w.Events...)
		c.Mentions = append([]Mention(nil), w.Mentions...)
		m.works[w] = &c
		m.byID[c.ID] = &c
		m.list = append(m.list, &c)
		return
	}
	m.works[w] = v
	for _, t := range append([]string{w.Title}, w.Titles...) {
		if t != v.Title {
			v.Titles = appendNew(v.Titles, t)
		}
	}
	for _, a := range w.Aliases {
		v.Aliases = appendNew(v.Aliases, a)
	}
	if v.Version == "" {
		v.Version = w.Version
	}
	if v.LawID == "" && w.LawID != "" {
		v.LawID, v.Links = w.LawID, append([]string(nil), w.Links...)
	}
	v.Events = mergeEvents(v.Events, w.Events)
	v.Mentions = append(v.Mentions, w.Mentions...)
}

// ordered gives the merged works, laws first, in the order in which the
// documents as given mention them; the mentions of a work are in that order
// too.
func (m *merger) ordered(indexes []*Index) []*Work {
	var out []*Work
	seen := map[*Work]bool{}
	for _, kind := range []Kind{Law, Plan} {
		for _, ix := range indexes {
			for _, w := range ix.Works {
				if v := m.works[w]; w.Kind == kind && v != nil && !seen[v] {
					seen[v] = true
					out = append(out, v)
				}
			}
		}
	}
	rank := map[string]int{}
	for _, ix := range indexes {
		for _, w := range ix.Works {
			for k := range w.Mentions {
				if _, ok := rank[w.Mentions[k].Doc]; !ok {
					rank[w.Mentions[k].Doc] = len(rank)
				}
			}
		}
	}
	for _, w := range out {
		list := w.Mentions
		sort.SliceStable(list, func(a, b int) bool {
			if list[a].Doc != list[b].Doc {
				return rank[list[a].Doc] < rank[list[b].Doc]
			}
			return list[a].before(&list[b].Place)
		})
	}
	return out
}

// SameTitle reports whether two titles are spellings of one: they differ at
// most in width, space, brackets, dashes and the style of numerals.
func SameTitle(a, b string) bool { return strings.EqualFold(foldTitle(a), foldTitle(b)) }
