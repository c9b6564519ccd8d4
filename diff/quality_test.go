package diff

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"shinkyu/diff/difftest"
	"shinkyu/diff/unit"
	"shinkyu/parse"
	"shinkyu/parse/parsetest"
	"shinkyu/parse/token"
)

// A score adds up how a comparison did against what was done to a tree.
type score struct {
	links, hit, found int // pairs of units: true ones, true ones found, found ones
	groups, groupHit  int // splits and merges
	groupFound        int
	units, status     int // units, and those of right status
	moved, movedHit   int // found, right
	movedTrue         int
	renumbered        int
	renumberedHit     int
	byConfidence      map[parse.Confidence][2]int // pairs found, right
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 1
	}
	return float64(a) / float64(b)
}

func f1(hit, found, all int) float64 {
	if found+all == 0 {
		return 1
	}
	return 2 * float64(hit) / float64(found+all)
}

// ids gives the names of a tree's units by path, in the order of unit.Of.
func ids(t *difftest.Tree) []string {
	var out []string
	var walk func([]*difftest.Node)
	walk = func(nodes []*difftest.Node) {
		for _, n := range nodes {
			if n.ID != "" {
				out = append(out, n.ID)
			}
			walk(n.Content)
		}
	}
	walk(t.Content)
	return out
}

// named gives the ID of each unit of a document made from a tree.
func named(units []*unit.Unit, t *difftest.Tree) map[*unit.Unit]string {
	names := ids(t)
	out := map[*unit.Unit]string{}
	n := 0
	for _, u := range units {
		if u.Section == nil {
			out[u] = "front"
			continue
		}
		out[u] = names[n]
		n++
	}
	return out
}

func (s *score) add(c *Comparison, m *difftest.Mutation) {
	if s.byConfidence == nil {
		s.byConfidence = map[parse.Confidence][2]int{}
	}
	old, newer := named(c.Old.Units, m.Old), named(c.New.Units, m.New)
	truth := map[string]*difftest.Truth{} // by side and ID
	links := map[string]bool{}
	place := places(c.Old.Units, old, "-")
	for k, v := range places(c.New.Units, newer, "+") {
		place[k] = v
	}
	for i := range m.Truths {
		t := &m.Truths[i]
		for _, o := range t.Old {
			truth["-"+o] = t
			for _, n := range t.New {
				links[o+" "+n] = true
			}
		}
		for _, n := range t.New {
			truth["+"+n] = t
		}
		if len(t.Old)+len(t.New) > 2 {
			s.groups++
		}
		if t.Moved && len(t.Old)+len(t.New) == 2 {
			s.movedTrue++
		}
	}
	s.links += len(links)
	for i := range c.Changes {
		x := &c.Changes[i]
		var o, n []string
		for _, u := range x.Old {
			o = append(o, old[u])
		}
		for _, u := range x.New {
			n = append(n, newer[u])
		}
		if slices.Contains(o, "front") && slices.Contains(n, "front") {
			continue
		}
		s.change(x, o, n, truth, links, place)
	}
}

// places gives the number of each unit among its siblings.
func places(units []*unit.Unit, names map[*unit.Unit]string, side string) map[string]int {
	out := map[string]int{}
	for _, u := range units {
		if u.Section != nil {
			out[side+names[u]] = u.Section.Marker.Number
		}
	}
	return out
}

func (s *score) change(x *Change, o, n []string, truth map[string]*difftest.Truth, links map[string]bool, place map[string]int) {
	right := 0
	for _, a := range o {
		for _, b := range n {
			s.found++
			if links[a+" "+b] {
				s.hit++
				right++
			}
		}
	}
	c := s.byConfidence[x.Confidence]
	c[0] += len(o) * len(n)
	c[1] += right
	s.byConfidence[x.Confidence] = c
	for _, a := range o {
		s.units++
		if t := truth["-"+a]; t != nil && t.Status == string(x.Status) {
			s.status++
		}
	}
	for _, b := range n {
		s.units++
		if t := truth["+"+b]; t != nil && t.Status == string(x.Status) {
			s.status++
		}
	}
	if len(o)+len(n) > 2 {
		s.groupFound++
		if t := truth["-"+o[0]]; t != nil && same(t.Old, o) && same(t.New, n) {
			s.groupHit++
		}
		return
	}
	if len(o) == 0 || len(n) == 0 {
		return
	}
	t := truth["-"+o[0]]
	if x.Moved {
		s.moved++
		if t != nil && t.Moved && right == 1 {
			s.movedHit++
		}
	}
	if x.Renumbered {
		s.renumbered++
		if right == 1 && place["-"+o[0]] != place["+"+n[0]] {
			s.renumberedHit++
		}
	}
}

func same(a, b []string) bool {
	a, b = slices.Clone(a), slices.Clone(b)
	slices.Sort(a)
	slices.Sort(b)
	return slices.Equal(a, b)
}

func (s *score) String() string {
	certain := s.byConfidence[parse.Certain]
	likely := s.byConfidence[parse.Likely]
	uncertain := s.byConfidence[parse.Uncertain]
	return fmt.Sprintf("pairs F1 %.3f  split+merge F1 %.3f (%d)  status %.3f  moved %.3f of %d/%d  renumbered %.3f  certain %.4f of %d  likely %.3f of %d  uncertain %.3f of %d",
		f1(s.hit, s.found, s.links), f1(s.groupHit, s.groupFound, s.groups), s.groups, ratio(s.status, s.units),
		ratio(s.movedHit, s.moved), s.moved, s.movedTrue, ratio(s.renumberedHit, s.renumbered),
		ratio(certain[1], certain[0]), certain[0], ratio(likely[1], likely[0]), likely[0], ratio(uncertain[1], uncertain[0]), uncertain[0])
}

// bases are the trees that mutations start from.
func bases(t testing.TB) []*difftest.Tree {
	t.Helper()
	var out []*difftest.Tree
	for _, name := range []string{"fy2020", "fy2024"} {
		tree, err := difftest.Load("../testdata/gold/" + name + ".tree.json")
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, tree)
	}
	return out
}

// pairsPerBase is how many mutations each base gives at each level.
const pairsPerBase = 11

func mutations(t testing.TB, level difftest.Level) []*difftest.Mutation {
	t.Helper()
	tok, err := token.IPA()
	if err != nil {
		t.Fatal(err)
	}
	trees := bases(t)
	pool := difftest.NewPool(tok, trees...)
	var out []*difftest.Mutation
	for b, tree := range trees {
		for seed := range pairsPerBase {
			out = append(out, difftest.Mutate(tree, level, pool, uint64(100*b+seed)))
		}
	}
	return out
}

func TestQuality(t *testing.T) {
	var report strings.Builder
	for _, level := range difftest.Levels {
		var s score
		for _, m := range mutations(t, level) {
			s.add(compare(t, m.Old.Document("old.txt"), m.New.Document("new.txt")), m)
		}
		fmt.Fprintf(&report, "%-7s %s\n", level.Name, &s)
	}
	t.Log("\n" + report.String())
	parsetest.Golden(t, "testdata/quality.golden", report.String())
}
