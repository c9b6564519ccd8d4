package align_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"shinkyu/diff/align"
	"shinkyu/diff/difftest"
	"shinkyu/diff/unit"
	"shinkyu/parse/parsetest"
	"shinkyu/parse/token"
)

var quoted = regexp.MustCompile(`「[^「」]+」`)

// sideOf makes units of a tree. What stands in quotation marks counts as a work
// that is cited, so that nothing here turns on how citations are found.
func sideOf(tree *difftest.Tree, name string) align.Side {
	s := align.Side{Units: unit.Of(tree.Document(name))}
	for _, u := range s.Units {
		s.Works = append(s.Works, quoted.FindAllString(u.Text(), -1))
	}
	return s
}

func trees(t testing.TB) []*difftest.Tree {
	t.Helper()
	var out []*difftest.Tree
	for _, name := range []string{"fy2020", "fy2024"} {
		tree, err := difftest.Load("../../testdata/gold/" + name + ".tree.json")
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, tree)
	}
	return out
}

// TestAlignments keeps what is said of every unit of some pairs of editions:
// its partner, what happened to it, how sure that is, and the evidence.
func TestAlignments(t *testing.T) {
	tok, err := token.IPA()
	if err != nil {
		t.Fatal(err)
	}
	base := trees(t)
	var b strings.Builder
	write := func(name string, older, newer align.Side) {
		fmt.Fprintf(&b, "%s\n", name)
		for _, c := range align.Units(older, newer, align.Options{}) {
			b.WriteString(told(c, older, newer) + "\n")
		}
		b.WriteByte('\n')
	}
	write("samples", sideOf(base[0], "o"), sideOf(base[1], "n"))
	pool := difftest.NewPool(tok, base...)
	for k, level := range difftest.Levels {
		for i, tree := range base {
			m := difftest.Mutate(tree, level, pool, uint64(2*k+i))
			write(fmt.Sprint(level.Name, " ", i), sideOf(m.Old, "o"), sideOf(m.New, "n"))
		}
	}
	parsetest.Golden(t, "testdata/alignments.golden", b.String())
}

// told is a correspondence on one line.
func told(c align.Correspondence, older, newer align.Side) string {
	var b strings.Builder
	name := func(units []*unit.Unit, ids []int) {
		for _, i := range ids {
			fmt.Fprintf(&b, " %s", paths(units[i]))
		}
	}
	b.WriteString(" ")
	name(older.Units, c.Old)
	b.WriteString(" →")
	name(newer.Units, c.New)
	fmt.Fprintf(&b, "  %.3f %s", c.Similarity, c.Confidence)
	for _, f := range []struct {
		set  bool
		name string
	}{{c.Retitled, "retitled"}, {c.Renumbered, "renumbered"}, {c.Moved, "moved"}} {
		if f.set {
			b.WriteString(" " + f.name)
		}
	}
	for _, e := range c.Evidence {
		fmt.Fprintf(&b, "  %s %.3f %s", e.Signal, e.Value, strings.Join(e.Detail, " "))
	}
	if r := c.RunnerUp; r != nil {
		units := newer.Units
		if r.Old {
			units = older.Units
		}
		fmt.Fprintf(&b, "  next %s %.3f", paths(units[r.Index]), r.Similarity)
	}
	return strings.TrimRight(b.String(), " ")
}

func paths(u *unit.Unit) string {
	if u.Path == "" {
		return "front"
	}
	return u.Path
}
