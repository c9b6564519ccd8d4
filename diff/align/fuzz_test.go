package align

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"shinkyu/diff/unit"
	"shinkyu/parse"
)

// FuzzUnits holds the laws of an alignment on any units: each is in exactly
// one correspondence, in the order of the new edition, and the other way round
// gives the same with its sides exchanged.
func FuzzUnits(f *testing.F) {
	f.Add("1/目的/本方針は、考え方を示す。\n2/対象/国の行政機関とする。", "1/目的/本方針は、考えを示す。\n3/体制/本部を置く。\n2/対象/国の行政機関とする。")
	f.Add("第1/人材/育成と研究開発を進める。演習を行う。", "第1/人材/育成を進める。\n第2/研究/研究開発を進める。演習を行う。")
	f.Add("①//甲\n①//甲\n①//甲", "①//甲\n①//甲")
	f.Add("1/a/\n.2/b/x\n..3/c/x\n.4/d/y", "1/a/x\n.2/b/\n4/d/y\n.3/c/x")
	f.Add("", "//")
	f.Fuzz(func(t *testing.T, a, b string) {
		older, newer := side(a), side(b)
		got := Units(older, newer, Options{})
		checkCover(t, got, len(older.Units), len(newer.Units))
		back := Units(newer, older, Options{})
		if x, y := correspondences(got, false), correspondences(back, true); !slices.Equal(x, y) {
			t.Fatalf("%v\nthe other way round %v", x, y)
		}
		if a == b {
			for _, c := range got {
				if len(c.Old) != 1 || len(c.New) != 1 {
					t.Fatalf("an edition against itself has %+v", c)
				}
			}
		}
	})
}

// side makes units of lines MARKER/TITLE/TEXT; a full stop before one sets it
// a level deeper. At most forty, for the test's time.
func side(s string) Side {
	var out Side
	var above []*unit.Unit // the last unit of each level
	for line := range strings.Lines(strings.ToValidUTF8(s, "")) {
		line = strings.TrimSuffix(line, "\n")
		deep := min(len(line)-len(strings.TrimLeft(line, ".")), len(above))
		part := append(strings.SplitN(strings.TrimLeft(line, "."), "/", 3), "", "")
		u := &unit.Unit{Index: len(out.Units), Path: fmt.Sprint(len(out.Units) + 1), Marker: part[0], Title: part[1]}
		if part[2] != "" {
			u.Passages = []unit.Passage{{Kind: unit.Paragraph, Text: parse.Text{String: part[2]}}}
		}
		if above = above[:deep]; deep > 0 {
			u.Parent = above[deep-1]
			u.Parent.Children = append(u.Parent.Children, u)
		}
		above = append(above, u)
		if out.Units = append(out.Units, u); len(out.Units) == 40 {
			break
		}
	}
	return out
}

func checkCover(t *testing.T, got []Correspondence, older, newer int) {
	t.Helper()
	seenOld, seenNew := make([]int, older), make([]int, newer)
	last := -1
	for _, c := range got {
		if len(c.Old)+len(c.New) == 0 || len(c.Old) > 1 && len(c.New) > 1 || !slices.IsSorted(c.Old) || !slices.IsSorted(c.New) {
			t.Fatalf("%+v", c)
		}
		if c.Similarity < 0 || c.Similarity > 1.000001 || c.Similarity != c.Similarity {
			t.Fatalf("similarity %v", c.Similarity)
		}
		for _, i := range c.Old {
			seenOld[i]++
		}
		for _, i := range c.New {
			seenNew[i]++
		}
		if len(c.New) > 0 {
			if c.New[0] < last {
				t.Fatalf("%v stands after %d", c.New, last)
			}
			last = c.New[0]
		}
	}
	for _, seen := range [][]int{seenOld, seenNew} {
		for i, n := range seen {
			if n != 1 {
				t.Fatalf("unit %d is in %d correspondences", i, n)
			}
		}
	}
}

func correspondences(list []Correspondence, turned bool) []string {
	var out []string
	for _, c := range list {
		older, newer := c.Old, c.New
		if turned {
			older, newer = newer, older
		}
		out = append(out, fmt.Sprint(older, newer, c.Confidence))
	}
	slices.Sort(out)
	return out
}
