package diff

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"shinkyu/diff/unit"
	"shinkyu/parse"
)

// A goldPair is a correspondence made by hand; units are named by title.
type goldPair struct {
	Old, New []string
	Status   Status
	Retitled bool
	Moved    bool
}

type goldAlignment struct {
	Pairs          []goldPair
	Uncertain      []goldPair
	Dropped, Added []string
	Terms          struct{ Lost, Gained []string }
}

func goldSamples(t *testing.T) goldAlignment {
	t.Helper()
	b, err := os.ReadFile("../testdata/gold/fy2020-fy2024.alignment.json")
	if err != nil {
		t.Fatal(err)
	}
	var g goldAlignment
	if err := json.Unmarshal(b, &g); err != nil {
		t.Fatal(err)
	}
	return g
}

func titles(units []*unit.Unit) []string {
	var out []string
	for _, u := range units {
		out = append(out, u.Title)
	}
	return out
}

// find gives the change that holds the unit with a title on one side.
func find(c *Comparison, title string, old bool) *Change {
	for i := range c.Changes {
		side := c.Changes[i].New
		if old {
			side = c.Changes[i].Old
		}
		if slices.Contains(titles(side), title) {
			return &c.Changes[i]
		}
	}
	return nil
}

func TestSamplesAlignAsByHand(t *testing.T) {
	older, newer := samples(t)
	c := compare(t, older, newer)
	g := goldSamples(t)
	for _, p := range g.Pairs {
		x := find(c, p.Old[0], true)
		if !same(titles(x.Old), p.Old) || !same(titles(x.New), p.New) {
			t.Errorf("%v became %v, want %v", titles(x.Old), titles(x.New), p.New)
			continue
		}
		if x.Status != p.Status || x.Retitled != p.Retitled || p.Moved && !x.Moved {
			t.Errorf("%s: retitled %v moved %v, want %+v", describe(x), x.Retitled, x.Moved, p)
		}
	}
	for _, title := range g.Dropped {
		if x := find(c, title, true); x.Status != Dropped {
			t.Errorf("%s, want dropped", describe(x))
		}
	}
	for _, title := range g.Added {
		if x := find(c, title, false); x.Status != Added {
			t.Errorf("%s, want added", describe(x))
		}
	}
	for _, p := range g.Uncertain {
		x := find(c, p.Old[0], true)
		if same(titles(x.New), p.New) && x.Confidence != parse.Uncertain {
			t.Errorf("%s is %s, want uncertain", describe(x), x.Confidence)
		}
	}
}

func TestSamplesTerms(t *testing.T) {
	older, newer := samples(t)
	c := compare(t, older, newer)
	g := goldSamples(t)
	var gained, lost []string
	for _, x := range c.Terms.Gained {
		gained = append(gained, x.Term)
	}
	for _, x := range c.Terms.Lost {
		lost = append(lost, x.Term)
	}
	for _, w := range g.Terms.Gained {
		if !slices.Contains(gained, w) {
			t.Errorf("%s was not gained", w)
		}
	}
	for _, w := range g.Terms.Lost {
		if !slices.Contains(lost, w) {
			t.Errorf("%s was not lost: %v", w, slices.DeleteFunc(slices.Clone(lost), func(s string) bool { return !strings.Contains(s, w[:3]) }))
		}
	}
}
