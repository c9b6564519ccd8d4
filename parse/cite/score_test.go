package cite

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"shinkyu/parse"
	"shinkyu/parse/parsetest"
	"shinkyu/parse/source"
)

// A passage is one labelled text.
type passage struct {
	ID          string
	Text        string
	Works       []goldWork
	Optional    json.RawMessage
	NotWorks    []string
	Laws        []goldWork
	Anaphora    []goldAnaphor
	Definitions []goldDefinition
}

type goldWork struct {
	Titles              []string
	Title               string
	Number              string
	Pinpoints           []string
	OptionalPinpoints   []string
	Events              []goldEvent
	Version             string
	EventsOptional      bool
	ExtraEventsOptional bool
}

type goldEvent struct {
	Date, Body, Act string
	AltBodies       []string
	AltActs         []string
	Parts           []string
}

type goldAnaphor struct {
	Text, Title, Pinpoint string
	UnresolvedOk          bool
}

type goldDefinition struct{ Alias, For, Via string }

func passages(t testing.TB, path string) []passage {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	var out []passage
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<24)
	for sc.Scan() {
		var p passage
		if err := json.Unmarshal(sc.Bytes(), &p); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		out = append(out, p)
	}
	return out
}

// index parses a text as a document and finds what it cites.
func index(t testing.TB, name, text string) *Index {
	t.Helper()
	src, err := source.Read(name, []byte(text), source.Options{})
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	ix, err := Find(parse.Parse(src), Options{})
	if err != nil {
		t.Fatal(err)
	}
	return ix
}

// A score counts what was found and what there was to find.
type score struct{ found, right, there int }

func (s score) f1() float64 {
	if s.found+s.there == 0 {
		return 1
	}
	return 2 * float64(s.right) / float64(s.found+s.there)
}

func (s score) String() string {
	return fmt.Sprintf("F1 %.3f (found %d, right %d, there %d)", s.f1(), s.found, s.right, s.there)
}

// scores are the measures of one labelled set, by name.
type scores map[string]*score

func (s scores) of(name string) *score {
	if s[name] == nil {
		s[name] = &score{}
	}
	return s[name]
}

// scorePassage compares an index with the labels of its passage.
func (s scores) passage(t testing.TB, p passage, ix *Index) {
	miss := func(format string, args ...any) {
		if *verbose {
			t.Logf("%s: %s", p.ID, fmt.Sprintf(format, args...))
		}
	}
	s.laws(append(slices.Clone(p.Works), p.Laws...), p, ix, miss)
	s.plans(p, ix, miss)
	s.anaphora(p, ix, miss)
}

var verbose = flag.Bool("misses", false, "log every miss of the labelled sets")

func (s scores) laws(works []goldWork, p passage, ix *Index, miss func(string, ...any)) {
	c := s.of("laws")
	for _, w := range ix.Works {
		if w.Kind != Law {
			continue
		}
		c.found++
		ok := slices.ContainsFunc(works, func(g goldWork) bool {
			return g.Number == w.Number && (slices.Contains(g.Titles, w.Title) || g.Title == w.Title)
		})
		if ok {
			c.right++
		} else {
			miss("law found: %s (%s)", w.Title, w.Number)
		}
	}
	for _, g := range works {
		if g.Number == "" {
			continue
		}
		c.there++
		k := slices.IndexFunc(ix.Works, func(w *Work) bool { return w.Number == g.Number })
		if k < 0 {
			miss("law missed: %s %s", g.Titles, g.Number)
			s.of("pinpoints").there += len(g.Pinpoints)
			continue
		}
		s.pinpoints(g, p, ix.Works[k], miss)
	}
}

func (s scores) pinpoints(g goldWork, p passage, w *Work, miss func(string, ...any)) {
	c := s.of("pinpoints")
	var found []string
	for _, m := range w.Mentions {
		if m.Form != Anaphor && m.Pinpoint != "" {
			found = append(found, m.Pinpoint)
		}
	}
	c.there += len(g.Pinpoints)
	for _, x := range g.Pinpoints {
		if slices.Contains(found, x) {
			c.right++
			c.found++
		} else {
			miss("pinpoint missed: %s %s in %s", w.Title, x, found)
		}
	}
	for _, x := range found {
		if !slices.Contains(g.Pinpoints, x) && !slices.Contains(g.OptionalPinpoints, x) {
			c.found++
			miss("pinpoint found: %s %s", w.Title, x)
		}
	}
}

func (s scores) plans(p passage, ix *Index, miss func(string, ...any)) {
	c, e := s.of("plans"), s.of("events")
	for _, w := range ix.Works {
		if w.Kind != Plan {
			continue
		}
		k := slices.IndexFunc(p.Works, func(g goldWork) bool { return g.Number == "" && g.has(w) })
		if k < 0 {
			if !strings.Contains(string(p.Optional), w.Title) {
				c.found++
				miss("plan found: %q %v", w.Title, w.Events)
			}
			continue
		}
		c.found++
	}
	for _, g := range p.Works {
		if g.Number != "" {
			continue
		}
		c.there++
		k := slices.IndexFunc(ix.Works, func(w *Work) bool { return w.Kind == Plan && g.has(w) })
		if k < 0 {
			miss("plan missed: %q", g.Titles)
			if !g.EventsOptional {
				e.there += len(g.Events)
			}
			continue
		}
		c.right++
		s.events(g, ix.Works[k], miss)
	}
}

func (g goldWork) has(w *Work) bool {
	return slices.Contains(g.Titles, w.Title) || g.Title != "" && g.Title == w.Title
}

func (s scores) events(g goldWork, w *Work, miss func(string, ...any)) {
	if g.EventsOptional {
		return
	}
	c := s.of("events")
	used := map[int]bool{}
	for _, x := range g.Events {
		c.there++
		ok := false
		for k, y := range w.Events {
			if !used[k] && x.is(y) {
				used[k], ok = true, true
			}
		}
		if ok {
			c.right++
			c.found++
		} else {
			miss("event missed: %s %+v in %+v", w.Title, x, w.Events)
		}
	}
	for k, y := range w.Events {
		if !used[k] && !g.ExtraEventsOptional {
			c.found++
			miss("event found: %s %+v", w.Title, y)
		}
	}
}

func (x goldEvent) is(y Event) bool {
	plain := func(s string) string { return strings.NewReplacer(" ", "", "\u3000", "", "、", "・").Replace(s) }
	if x.Date != y.Date.EDTF || x.Act != y.Act && !slices.Contains(x.AltActs, y.Act) {
		return false
	}
	return plain(x.Body) == plain(y.Body) || slices.ContainsFunc(x.AltBodies, func(b string) bool { return plain(b) == plain(y.Body) }) ||
		slices.Contains(x.Parts, y.Body)
}

func (s scores) anaphora(p passage, ix *Index, miss func(string, ...any)) {
	c := s.of("anaphora")
	type hit struct {
		m    Mention
		w    *Work
		used bool
	}
	var found []hit
	for _, w := range ix.Works {
		for _, m := range w.Mentions {
			if m.Form == Anaphor && !strings.HasPrefix(m.Text, "同項") && !strings.HasPrefix(m.Text, "同号") {
				found = append(found, hit{m: m, w: w})
			}
		}
	}
	titled := func(w *Work, title string) bool { return w.Title == title || slices.Contains(w.Titles, title) }
	for _, g := range p.Anaphora {
		k := slices.IndexFunc(found, func(h hit) bool {
			return !h.used && strings.HasPrefix(h.m.Text, g.Text) && titled(h.w, g.Title) && h.m.Pinpoint == g.Pinpoint
		})
		if k >= 0 {
			found[k].used = true
			c.right++
			c.found++
			c.there++
			continue
		}
		if g.UnresolvedOk {
			continue
		}
		c.there++
		miss("anaphor missed: %+v", g)
	}
	for _, h := range found {
		if !h.used && !slices.ContainsFunc(p.Works, func(g goldWork) bool {
			return g.has(h.w) && slices.Contains(g.OptionalPinpoints, h.m.Pinpoint)
		}) {
			c.found++
			miss("anaphor found: %s → %s %s", h.m.Text, h.w.Title, h.m.Pinpoint)
		}
	}
}

func (s scores) definitions(p passage, ix *Index, t testing.TB) {
	a, b := s.of("aliases"), s.of("definitions")
	used := make([]bool, len(ix.Definitions))
	for _, g := range p.Definitions {
		a.there++
		b.there++
		k := -1
		for n, d := range ix.Definitions {
			if !used[n] && d.Alias == g.Alias && (k < 0 || d.For == g.For) {
				k = n
			}
		}
		if k < 0 {
			if *verbose {
				t.Logf("%s: alias missed: %s (%s) = %s", p.ID, g.Alias, g.Via, g.For)
			}
			continue
		}
		used[k] = true
		a.right++
		if ix.Definitions[k].For == g.For {
			b.right++
		} else if *verbose {
			t.Logf("%s: %s (%s)\n got %s\nwant %s", p.ID, g.Alias, g.Via, ix.Definitions[k].For, g.For)
		}
	}
	for n, d := range ix.Definitions {
		a.found++
		b.found++
		if !used[n] && *verbose {
			t.Logf("%s: alias found: %s (%s) = %s", p.ID, d.Alias, d.Via, d.For)
		}
	}
}

// String lists the scores by name.
func (s scores) String() string {
	var b strings.Builder
	for _, k := range slices.Sorted(maps.Keys(s)) {
		fmt.Fprintf(&b, "%-12s %s\n", k, s[k])
	}
	return b.String()
}

// slack is how far a score may fall below the kept one before the test fails:
// the parser's share in it changes too.
const slack = 0.03

// golden compares the scores with those kept in the file, so that a change
// shows; -update rewrites it.
func (s scores) golden(t *testing.T, name string) {
	t.Helper()
	t.Logf("%s\n%s", name, s)
	path := filepath.Join("testdata", name+".golden")
	if parsetest.Updating() {
		if err := os.WriteFile(path, []byte(s.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if s.String() == string(want) {
		return
	}
	t.Logf("%s: scores have changed (-update keeps the new ones); they were\n%s", name, want)
	for _, line := range strings.Split(strings.TrimSpace(string(want)), "\n") {
		var measure string
		var f1 float64
		if _, err := fmt.Sscanf(line, "%s F1 %f", &measure, &f1); err != nil {
			t.Fatalf("%s: %q: %v", path, line, err)
		}
		if got := s.of(measure).f1(); got < f1-slack {
			t.Errorf("%s: %s fell from %.3f to %.3f", name, measure, f1, got)
		}
	}
}

// TestOwn scores the passages written for this project.
func TestOwn(t *testing.T) {
	s := scores{}
	for _, p := range passages(t, "../../testdata/cite/passages.jsonl") {
		ix := index(t, p.ID, p.Text)
		if p.Definitions != nil {
			s.definitions(p, ix, t)
		}
		if len(p.Works) > 0 || p.Definitions == nil {
			s.passage(t, p, ix)
		}
	}
	s.golden(t, "own")
}

// TestLabelled scores the labelled passages of the document collection.
func TestLabelled(t *testing.T) {
	for _, set := range []string{"cite-laws", "cite-plans", "cite-aliases"} {
		t.Run(set, func(t *testing.T) {
			s := scores{}
			for _, p := range passages(t, parsetest.Corpora(t, set+"/passages.jsonl")) {
				ix := index(t, p.ID, p.Text)
				if set == "cite-aliases" {
					s.definitions(p, ix, t)
				} else {
					s.passage(t, p, ix)
				}
			}
			s.golden(t, set)
		})
	}
}
