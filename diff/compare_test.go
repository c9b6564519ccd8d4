package diff

import (
	"testing"

	"shinkyu/diff/difftest"
	"shinkyu/diff/unit"
	"shinkyu/diff/wording"
	"shinkyu/parse"
)

// samples gives the two sample documents from their hand-made trees.
func samples(t testing.TB) (older, newer *parse.Document) {
	t.Helper()
	return load(t, "fy2020"), load(t, "fy2024")
}

func load(t testing.TB, name string) *parse.Document {
	t.Helper()
	tree, err := difftest.Load("../testdata/gold/" + name + ".tree.json")
	if err != nil {
		t.Fatal(err)
	}
	return tree.Document(name + ".txt")
}

func compare(t testing.TB, older, newer *parse.Document) *Comparison {
	t.Helper()
	c, err := Compare(older, newer, Options{})
	if err != nil {
		t.Fatal(err)
	}
	checkWhole(t, c)
	return c
}

// checkWhole checks that every unit is in exactly one change and that the
// edits of every change give back both texts.
func checkWhole(t testing.TB, c *Comparison) {
	t.Helper()
	seen := map[*unit.Unit]int{}
	for i := range c.Changes {
		x := &c.Changes[i]
		for _, u := range x.Old {
			seen[u]++
		}
		for _, u := range x.New {
			seen[u]++
		}
		o, n := wording.Apply(x.Edits)
		if o != unit.Join(x.Old...) || n != unit.Join(x.New...) {
			t.Errorf("edits of %s do not apply", describe(x))
		}
	}
	for _, u := range append(c.Old.Units[:len(c.Old.Units):len(c.Old.Units)], c.New.Units...) {
		if seen[u] != 1 {
			t.Errorf("unit %q %q is in %d changes", u.Path, u.Title, seen[u])
		}
	}
}

func describe(c *Change) string {
	s := string(c.Status)
	for _, u := range c.Old {
		s += " -" + u.Path + " " + u.Title
	}
	for _, u := range c.New {
		s += " +" + u.Path + " " + u.Title
	}
	return s
}

func TestSamplesHoldEveryUnit(t *testing.T) {
	older, newer := samples(t)
	compare(t, older, newer)
}

func TestSameDocumentHasNoChange(t *testing.T) {
	older, newer := samples(t)
	for _, d := range []*parse.Document{older, newer} {
		for _, x := range compare(t, d, d).Changes {
			if x.Status != Unchanged || x.Retitled || x.Renumbered || x.Moved || x.Confidence != parse.Certain {
				t.Errorf("%s: %+v", describe(&x), x.Evidence)
			}
		}
	}
}
