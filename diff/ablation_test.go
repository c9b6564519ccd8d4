package diff

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"shinkyu/diff/align"
	"shinkyu/diff/difftest"
	"shinkyu/diff/fold"
	"shinkyu/diff/unit"
	"shinkyu/parse/cite"
	"shinkyu/parse/parsetest"
)

// perLevel is how many mutations each way of aligning is tried on.
const perLevel = 5

// TestAblation measures what each signal is worth, by leaving it out, and what
// the simplest method would do: pairs by edit ratio, the best first.
func TestAblation(t *testing.T) {
	var b strings.Builder
	fmt.Fprintf(&b, "%-18s %8s %8s %8s\n", "", "easy", "medium", "hard")
	set := trials(t)
	line := func(name string, f func(x *trial) []align.Correspondence) {
		fmt.Fprintf(&b, "%-18s", name)
		for _, level := range set {
			var hit, found, all int
			for _, x := range level {
				h, n := x.count(f(x))
				hit, found, all = hit+h, found+n, all+len(x.links)
			}
			fmt.Fprintf(&b, " %8.3f", f1(hit, found, all))
		}
		b.WriteByte('\n')
	}
	line("all", func(x *trial) []align.Correspondence { return align.Units(x.old, x.new, align.Options{}) })
	for _, s := range align.Signals {
		line("without "+s, func(x *trial) []align.Correspondence {
			return align.Units(x.old, x.new, align.Options{Without: []string{s}})
		})
	}
	line("greedy edit ratio", greedy)
	t.Log("\n" + b.String())
	parsetest.Golden(t, "testdata/ablation.golden", b.String())
}

// A trial is a mutation as alignment takes it.
type trial struct {
	old, new           align.Side
	namesOld, namesNew map[*unit.Unit]string
	links              map[string]bool
}

func trials(t *testing.T) [][]*trial {
	t.Helper()
	var out [][]*trial
	for _, level := range difftest.Levels {
		var trials []*trial
		all := mutations(t, level)
		for k := range perLevel {
			trials = append(trials, newTrial(t, all[k*len(all)/perLevel]))
		}
		out = append(out, trials)
	}
	return out
}

func newTrial(t *testing.T, m *difftest.Mutation) *trial {
	t.Helper()
	older, newer := &Edition{Doc: m.Old.Document("o")}, &Edition{Doc: m.New.Document("n")}
	for _, e := range []*Edition{older, newer} {
		e.Units = unit.Of(e.Doc)
		if e.Cites, _ = cite.Find(e.Doc, cite.Options{}); e.Cites == nil {
			t.Fatal("no citations")
		}
	}
	x := &trial{
		old: older.Side(), new: newer.Side(), links: map[string]bool{"front front": true},
		namesOld: named(older.Units, m.Old), namesNew: named(newer.Units, m.New),
	}
	for _, truth := range m.Truths {
		for _, o := range truth.Old {
			for _, n := range truth.New {
				x.links[o+" "+n] = true
			}
		}
	}
	return x
}

// count gives how many pairs of a result are right, and how many there are.
func (x *trial) count(cs []align.Correspondence) (hit, found int) {
	for _, c := range cs {
		for _, i := range c.Old {
			for _, j := range c.New {
				found++
				hit += bit(x.links[x.namesOld[x.old.Units[i]]+" "+x.namesNew[x.new.Units[j]]])
			}
		}
	}
	return hit, found
}

// greedy takes the pair of the best edit ratio again and again, down to a half.
func greedy(x *trial) []align.Correspondence {
	type scored struct {
		i, j  int
		ratio float64
	}
	var all []scored
	for i, u := range x.old.Units {
		for j, v := range x.new.Units {
			if r := editRatio(text(u), text(v)); r >= 0.5 {
				all = append(all, scored{i, j, r})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b scored) int { return cmp.Compare(b.ratio, a.ratio) })
	var out []align.Correspondence
	usedOld, usedNew := map[int]bool{}, map[int]bool{}
	for _, s := range all {
		if !usedOld[s.i] && !usedNew[s.j] {
			usedOld[s.i], usedNew[s.j] = true, true
			out = append(out, align.Correspondence{Old: []int{s.i}, New: []int{s.j}})
		}
	}
	return out
}

func text(u *unit.Unit) []rune { return []rune(fold.Mask(u.Title + u.Text())) }

// editRatio is 1 less the edit distance over the length of the longer text.
func editRatio(a, b []rune) float64 {
	if n := max(len(a), len(b)); n == 0 || 2*min(len(a), len(b)) < n {
		return ratio(bit(n == 0), 1)
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j, y := range b {
			d := min(row[j], row[j+1]) + 1
			if x == y {
				d = min(d, diagonal)
			} else {
				d = min(d, diagonal+1)
			}
			diagonal, row[j+1] = row[j+1], d
		}
	}
	return 1 - float64(row[len(b)])/float64(max(len(a), len(b)))
}
