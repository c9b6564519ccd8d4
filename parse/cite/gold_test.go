package cite

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
)

// A goldIndex is what a sample document cites, labelled by hand.
type goldIndex struct {
	Doc   string
	Works []struct {
		Kind, Title, Number, Version string
		Events                       []goldEvent
		Aliases, Pinpoints           []string
		OtherMentions                []string
	}
	NotWorks    []string
	Definitions []goldDefinition
}

func readGold(t *testing.T, name string) goldIndex {
	t.Helper()
	data, err := os.ReadFile("../../testdata/gold/" + name + ".citations.json")
	if err != nil {
		t.Fatal(err)
	}
	var g goldIndex
	if err := json.Unmarshal(data, &g); err != nil {
		t.Fatal(err)
	}
	return g
}

func sample(t testing.TB, name string) string {
	t.Helper()
	data, err := os.ReadFile("../../testdata/" + name + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestGold(t *testing.T) {
	for _, name := range []string{"fy2020", "fy2024"} {
		t.Run(name, func(t *testing.T) {
			g := readGold(t, name)
			ix := index(t, name+".txt", sample(t, name))
			checkWorks(t, g, ix)
			for _, d := range g.Definitions {
				if !slices.ContainsFunc(ix.Definitions, func(x Definition) bool { return x.Alias == d.Alias && x.For == d.For }) {
					t.Errorf("definition of %s is missing", d.Alias)
				}
			}
			for _, u := range ix.Unresolved {
				t.Errorf("unresolved: %s line %v: %s", u.Text, u.Lines, u.Why)
			}
		})
	}
}

func checkWorks(t *testing.T, g goldIndex, ix *Index) {
	t.Helper()
	for _, want := range g.Works {
		k := slices.IndexFunc(ix.Works, func(w *Work) bool { return w.Title == want.Title && string(w.Kind) == want.Kind })
		if k < 0 {
			t.Errorf("%s is not found", want.Title)
			continue
		}
		w := ix.Works[k]
		if w.Number != want.Number || w.Version != want.Version {
			t.Errorf("%s has number %q, version %q", w.Title, w.Number, w.Version)
		}
		if len(w.Events) != len(want.Events) {
			t.Errorf("%s has events %+v", w.Title, w.Events)
		} else {
			for n, e := range want.Events {
				if !e.is(w.Events[n]) {
					t.Errorf("%s: event %+v, want %+v", w.Title, w.Events[n], e)
				}
			}
		}
		for _, a := range want.Aliases {
			if !slices.Contains(w.Aliases, a) {
				t.Errorf("%s lacks alias %s", w.Title, a)
			}
		}
		for _, p := range want.Pinpoints {
			if !slices.ContainsFunc(w.Mentions, func(m Mention) bool { return m.Pinpoint == p }) {
				t.Errorf("%s lacks pinpoint %s", w.Title, p)
			}
		}
		if later := len(w.Mentions) - 1; later < len(want.OtherMentions) {
			t.Errorf("%s has %d later mentions, want %d: %v", w.Title, later, len(want.OtherMentions), want.OtherMentions)
		}
	}
	for _, w := range ix.Works {
		if !slices.ContainsFunc(g.Works, func(x struct {
			Kind, Title, Number, Version string
			Events                       []goldEvent
			Aliases, Pinpoints           []string
			OtherMentions                []string
		},
		) bool {
			return x.Title == w.Title
		}) {
			t.Errorf("%q is found and not in the gold", w.Title)
		}
		for _, n := range g.NotWorks {
			if strings.Contains(w.Title, n) {
				t.Errorf("%s is no work", w.Title)
			}
		}
		for _, m := range w.Mentions {
			t.Logf("%s | %s | %s %q %s %v", w.Title, m.Path, m.Form, m.Text, m.Pinpoint, m.Lines)
		}
	}
}
