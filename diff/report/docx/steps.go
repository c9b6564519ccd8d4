package docx

import (
	"slices"

	"shinkyu/diff"
	"shinkyu/diff/unit"
)

// A step is one piece of the redline: a change where both texts have it at the
// same place of their order, or a unit that only one of them has here.
type step struct {
	kind   stepKind
	change int        // index into the comparison's changes
	unit   *unit.Unit // of gone and movedHere
}

type stepKind int

const (
	inPlace   stepKind = iota // a whole change, old and new at once
	gone                      // a unit of the old text
	movedHere                 // a unit of the new text
)

// steps orders both texts into one. The changes that keep their order on both
// sides (the longest chain of them) stand once; every other unit stands where
// its own text has it. So dropping what is struck leaves the new order, and
// dropping what is put in the old one.
func steps(c *diff.Comparison) []step {
	o, n := order(c, true), order(c, false)
	onChain := chain(c, o, n)
	var out []step
	i, j := 0, 0
	flush := func(iEnd, jEnd int) {
		for ; i < iEnd; i++ {
			out = append(out, step{gone, o.change[i], o.units[i]})
		}
		for ; j < jEnd; j++ {
			out = append(out, step{movedHere, n.change[j], n.units[j]})
		}
	}
	for _, k := range onChain {
		ch := &c.Changes[k]
		flush(o.at[ch.Old[0]], n.at[ch.New[0]])
		out = append(out, step{kind: inPlace, change: k})
		i, j = i+len(ch.Old), j+len(ch.New)
	}
	flush(len(o.units), len(n.units))
	return out
}

// A sequence is the units of one text in order.
type sequence struct {
	units  []*unit.Unit
	change []int // of each unit
	at     map[*unit.Unit]int
}

func order(c *diff.Comparison, old bool) sequence {
	s := sequence{at: map[*unit.Unit]int{}}
	of := map[*unit.Unit]int{}
	for k := range c.Changes {
		list := c.Changes[k].New
		if old {
			list = c.Changes[k].Old
		}
		for _, u := range list {
			of[u] = k
			s.units = append(s.units, u)
		}
	}
	slices.SortStableFunc(s.units, func(a, b *unit.Unit) int { return a.Index - b.Index })
	for i, u := range s.units {
		s.at[u] = i
		s.change = append(s.change, of[u])
	}
	return s
}

// chain gives the longest run of changes that come in the same order in both
// texts, those only of which the units stand together on both sides.
func chain(c *diff.Comparison, o, n sequence) []int {
	var list []int // by place in the new text
	for k := range c.Changes {
		ch := &c.Changes[k]
		if len(ch.Old) > 0 && len(ch.New) > 0 && together(ch.Old, o) && together(ch.New, n) {
			list = append(list, k)
		}
	}
	slices.SortStableFunc(list, func(a, b int) int { return n.at[c.Changes[a].New[0]] - n.at[c.Changes[b].New[0]] })
	return increasing(list, func(k int) int { return o.at[c.Changes[k].Old[0]] })
}

func together(units []*unit.Unit, s sequence) bool {
	for i := 1; i < len(units); i++ {
		if s.at[units[i]] != s.at[units[i-1]]+1 {
			return false
		}
	}
	return true
}

// increasing gives the longest increasing subsequence by key, by patience
// sorting: n log n.
func increasing(list []int, key func(int) int) []int {
	var tails []int // indices into list, of the last of the best run of each length
	before := make([]int, len(list))
	for i, x := range list {
		k, _ := slices.BinarySearchFunc(tails, key(x), func(t, want int) int { return key(list[t]) - want })
		before[i] = -1
		if k > 0 {
			before[i] = tails[k-1]
		}
		if k == len(tails) {
			tails = append(tails, i)
		} else {
			tails[k] = i
		}
	}
	var out []int
	if len(tails) > 0 {
		for i := tails[len(tails)-1]; i >= 0; i = before[i] {
			out = append(out, list[i])
		}
	}
	slices.Reverse(out)
	return out
}
