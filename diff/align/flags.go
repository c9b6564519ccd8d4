package align

import (
	"fmt"
	"slices"

	"shinkyu/diff/fold"
	"shinkyu/diff/unit"
)

// flags sets what happened to the heading, number and place of the units of
// each correspondence.
func (m *matcher) flags() {
	// Where a unit stands is told by its first partner.
	to, from := map[int]int{}, map[int]int{}
	for _, c := range m.out {
		if len(c.Old) == 0 || len(c.New) == 0 {
			continue
		}
		for _, i := range c.Old {
			to[i] = c.New[0]
		}
		for _, j := range c.New {
			from[j] = c.Old[0]
		}
	}
	stay := m.stay(to)
	for k := range m.out {
		c := &m.out[k]
		if len(c.Old) == 0 || len(c.New) == 0 {
			continue
		}
		x, y := m.left.Units[c.Old[0]], m.right.Units[c.New[0]]
		many := len(c.Old)+len(c.New) > 2
		c.Retitled = many && anyDiffer(m, c, title) || title(x) != title(y)
		c.Renumbered = many && anyDiffer(m, c, number) || number(x) != number(y)
		for _, i := range c.Old {
			for _, j := range c.New {
				c.Moved = c.Moved || !m.sameParent(i, j, to, from)
			}
		}
		c.Moved = c.Moved || !stay[c.Old[0]]
	}
}

func anyDiffer(m *matcher, c *Correspondence, f func(*unit.Unit) string) bool {
	first := f(m.left.Units[c.Old[0]])
	for _, i := range c.Old {
		if f(m.left.Units[i]) != first {
			return true
		}
	}
	return slices.ContainsFunc(c.New, func(j int) bool { return f(m.right.Units[j]) != first })
}

// title is a heading as it is compared: folded and masked, since a new year in
// it is no new heading.
func title(u *unit.Unit) string { return fold.Mask(u.Title) }

// number is a marker as it is compared: by its value, so that 第1 is １.
func number(u *unit.Unit) string {
	if u.Section == nil {
		return ""
	}
	k := u.Section.Marker
	if k.Number == 0 && len(k.Numbers) == 0 {
		return fold.String(u.Marker)
	}
	return fmt.Sprint(k.Number, k.Numbers)
}

// sameParent reports whether the parent of one is the partner of the parent of
// the other, or both stand at the top.
func (m *matcher) sameParent(i, j int, to, from map[int]int) bool {
	x, y := m.left.Units[i].Parent, m.right.Units[j].Parent
	if x == nil || y == nil {
		return x == y
	}
	if t, ok := to[x.Index]; ok && t == y.Index {
		return true
	}
	f, ok := from[y.Index]
	return ok && f == x.Index
}

// stay gives the old units that keep their order among the siblings that stay
// with them: those on a longest increasing run of new places, for each parent.
func (m *matcher) stay(to map[int]int) map[int]bool {
	siblings := map[*unit.Unit][]int{}
	var parents []*unit.Unit
	for i, u := range m.left.Units {
		if _, ok := to[i]; !ok {
			continue
		}
		if siblings[u.Parent] == nil {
			parents = append(parents, u.Parent)
		}
		siblings[u.Parent] = append(siblings[u.Parent], i)
	}
	stay := map[int]bool{}
	for _, p := range parents {
		m.stayUnder(siblings[p], to, stay)
	}
	return stay
}

func (m *matcher) stayUnder(olds []int, to map[int]int, stay map[int]bool) {
	groups := map[*unit.Unit][]int{} // by new parent
	for _, i := range olds {
		p := m.right.Units[to[i]].Parent
		groups[p] = append(groups[p], i)
	}
	for _, g := range groups {
		places := make([]int, len(g))
		for k, i := range g {
			places[k] = to[i]
		}
		for _, k := range increasing(places) {
			stay[g[k]] = true
		}
	}
}

// increasing gives the indices of a longest run of values that never fall, in
// order (patience sorting).
func increasing(v []int) []int {
	var tails []int // index of the smallest last value of a run of each length
	prev := make([]int, len(v))
	for i, x := range v {
		k, _ := slices.BinarySearchFunc(tails, x, func(t, x int) int {
			if v[t] <= x {
				return -1
			}
			return 1
		})
		prev[i] = -1
		if k > 0 {
			prev[i] = tails[k-1]
		}
		if k == len(tails) {
			tails = append(tails, i)
		} else {
			tails[k] = i
		}
	}
	out := make([]int, len(tails))
	if len(tails) > 0 {
		for i, k := tails[len(tails)-1], len(tails)-1; i >= 0; i, k = prev[i], k-1 {
			out[k] = i
		}
	}
	return out
}
