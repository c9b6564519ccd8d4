package diff

import (
	"encoding/json"
	"fmt"
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"

	"shinkyu/diff/difftest"
	"shinkyu/diff/unit"
	"shinkyu/diff/wording"
	"shinkyu/parse"
	"shinkyu/parse/source"
)

func parseText(t testing.TB, name, text string) *parse.Document {
	t.Helper()
	src, err := source.Read(name, []byte(text), source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return parse.Parse(src)
}

func readFile(t testing.TB, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// printings are ways to print the same words otherwise.
var printings = map[string]func(string) string{
	"width":  otherWidth,
	"wraps":  func(s string) string { return wrap(s, 40, 0) },
	"pages":  func(s string) string { return wrap(s, 36, 24) },
	"spaces": func(s string) string { return strings.ReplaceAll(s, " の", "の") },
}

// otherWidth turns the figures and Latin letters of running text round.
func otherWidth(s string) string {
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		if len([]rune(l)) > 30 {
			lines[i] = strings.Map(turnWidth, l)
		}
	}
	return strings.Join(lines, "\n")
}

func turnWidth(r rune) rune {
	switch {
	case r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z':
		return r + 0xfee0
	case r >= '０' && r <= '９':
		return r - 0xfee0
	}
	return r
}

// wrap sets lines of so many em, Latin words whole, and a page number and a
// form feed every so many lines where page is not 0.
func wrap(s string, width, page int) string {
	var out []string
	pages := 0
	for _, l := range strings.Split(s, "\n") {
		for {
			n := fit(l, width)
			out = append(out, l[:n])
			l = strings.TrimPrefix(l[n:], " ")
			if page > 0 && len(out)%page == 0 {
				pages++
				out = append(out, fmt.Sprint(pages)+"\f")
			}
			if l == "" {
				break
			}
		}
	}
	return strings.Join(out, "\n")
}

// fit is how many bytes of a line fit in so many em.
func fit(l string, width int) int {
	em, word := 0.0, 0 // where the Latin word being read begins
	for i, r := range l {
		w := 1.0
		if r < 0x80 {
			w = 0.5
		} else {
			word = i
		}
		if r == ' ' {
			word = i + 1
		}
		if em += w; em > float64(width) {
			if r < 0x80 && word > 0 {
				return word
			}
			return i
		}
		if r >= 0x80 {
			word = i + len(string(r))
		}
	}
	return len(l)
}

func TestOtherPrintingIsNoChange(t *testing.T) {
	text := readFile(t, "../testdata/fy2024.txt")
	for name, f := range printings {
		t.Run(name, func(t *testing.T) {
			c := compare(t, parseText(t, "a.txt", text), parseText(t, "b.txt", f(text)))
			for i := range c.Changes {
				if x := &c.Changes[i]; x.Status != Unchanged || x.Moved || x.Retitled || x.Renumbered {
					t.Errorf("%s\n%+v", describe(x), x.Edits)
				}
			}
		})
	}
}

func TestNumeralsAndYearsAreMechanical(t *testing.T) {
	older := &difftest.Tree{Title: "令和２年度方針", FiscalYear: 2020, Content: []*difftest.Node{
		{Marker: "1", Title: "令和２年度の重点", Content: []*difftest.Node{{Para: "令和２年度は、三割を目標に取り組みを行なう。"}}},
	}}
	newer := &difftest.Tree{Title: "令和６年度方針", FiscalYear: 2024, Content: []*difftest.Node{
		{Marker: "1", Title: "令和6年度の重点", Content: []*difftest.Node{{Para: "令和6年度は、3割を目標に取組を行う。"}}},
	}}
	c := compare(t, older.Document("a"), newer.Document("b"))
	if c.Changes[0].Status != Unchanged || c.Changes[0].Retitled {
		t.Errorf("%s %+v", describe(&c.Changes[0]), c.Changes[0].Edits)
	}
	want := []MechanicalCount{{wording.Numeral, 1}, {wording.Spelling, 2}, {wording.FiscalYear, 1}}
	if !slices.Equal(c.Mechanical, want) {
		t.Errorf("%v, want %v", c.Mechanical, want)
	}
	newer.Content[0].Content[0].Para = "令和5年度は、3割を目標に取組を行う。"
	if c = compare(t, older.Document("a"), newer.Document("b")); c.Changes[0].Status != Reworded {
		t.Error("another year than the edition's own is a change of wording")
	}
}

// record is a change in a form that can be compared with its mirror image.
type record struct {
	Status                      Status
	Old, New                    []string
	Retitled, Renumbered, Moved bool
	Similarity                  float64
	Confidence                  parse.Confidence
	Edits                       []wording.Edit
	Whole                       bool
}

func records(c *Comparison, mirror bool) []string {
	paths := func(us []*unit.Unit) []string {
		out := []string{}
		for _, u := range us {
			out = append(out, u.Path)
		}
		return out
	}
	turned := map[Status]Status{Added: Dropped, Dropped: Added, Split: Merged, Merged: Split}
	var out []string
	for _, x := range c.Changes {
		r := record{x.Status, paths(x.Old), paths(x.New), x.Retitled, x.Renumbered, x.Moved, x.Similarity, x.Confidence, x.Edits, x.Whole}
		if mirror {
			r.Old, r.New, r.Edits = r.New, r.Old, wording.Mirror(r.Edits)
			if s, ok := turned[r.Status]; ok {
				r.Status = s
			}
		}
		b, _ := json.Marshal(r)
		out = append(out, string(b))
	}
	if mirror {
		slices.Sort(out)
	}
	return out
}

func checkMirror(t *testing.T, older, newer *parse.Document) {
	t.Helper()
	forth := records(compare(t, older, newer), false)
	slices.Sort(forth)
	back := records(compare(t, newer, older), true)
	for i := range min(len(forth), len(back)) {
		if forth[i] != back[i] {
			t.Fatalf("mirror differs:\n%s\n%s", forth[i], back[i])
		}
	}
	if len(forth) != len(back) {
		t.Fatalf("%d changes, %d in the mirror", len(forth), len(back))
	}
}

func TestMirror(t *testing.T) {
	older, newer := samples(t)
	checkMirror(t, older, newer)
	for _, level := range difftest.Levels {
		for _, m := range mutations(t, level)[:4] {
			checkMirror(t, m.Old.Document("old.txt"), m.New.Document("new.txt"))
		}
	}
}

func TestTermsMirror(t *testing.T) {
	older, newer := samples(t)
	a, b := compare(t, older, newer), compare(t, newer, older)
	if len(a.Terms.Gained) != len(b.Terms.Lost) || len(a.Terms.Lost) != len(b.Terms.Gained) {
		t.Fatal("terms differ in the mirror")
	}
	for i, x := range a.Terms.Gained {
		y := b.Terms.Lost[i]
		if x.Term != y.Term || x.Score != -y.Score || x.Old != y.New || x.New != y.Old {
			t.Errorf("%+v\n%+v", x, y)
		}
	}
}

func TestSameInputSameResult(t *testing.T) {
	older, newer := samples(t)
	print := func() string {
		c := compare(t, older, newer)
		return fmt.Sprint(records(c, false), c.Terms, c.Mechanical, c.Notices, c.Settings)
	}
	want := print()
	was := runtime.GOMAXPROCS(1)
	defer runtime.GOMAXPROCS(was)
	for range 3 {
		if print() != want {
			t.Fatal("the result differs from run to run")
		}
	}
}

func FuzzCompare(f *testing.F) {
	f.Add("1 目的\n\n本方針は、考え方を示す。\n", "1 目的\n\n方針は、考えを示す。\n\n2 対象\n")
	f.Add("第一条 この法律は、公布の日から施行する。\n第二条 削除\n", "第一条 削除\n第二条 削除\n")
	f.Add("", "あ")
	f.Fuzz(func(t *testing.T, a, b string) {
		x, errA := source.Read("a", []byte(a), source.Options{As: source.Text})
		y, errB := source.Read("b", []byte(b), source.Options{As: source.Text})
		if errA != nil || errB != nil || len(a)+len(b) > 6000 {
			return
		}
		checkMirror(t, parse.Parse(x), parse.Parse(y))
	})
}
