package cite

import (
	"strings"
	"testing"
)

// TestBeside holds that 同計画 behind two coordinated plans is left open, with
// both named, and behind one is not.
func TestBeside(t *testing.T) {
	ix := index(t, "a.txt", "「住宅整備基本計画」（令和３年３月19日閣議決定）及び「国土保全計画」（令和５年７月28日閣議決定）に即し、同計画の目標を達成する。\n"+
		"「水源保全計画」（令和２年６月16日閣議決定）は別に定める。同計画は５年ごとに見直す。\n")
	if len(ix.Unresolved) != 1 || !strings.Contains(ix.Unresolved[0].Why, "国土保全計画") || !strings.Contains(ix.Unresolved[0].Why, "住宅整備基本計画") {
		t.Errorf("unresolved: %+v", ix.Unresolved)
	}
	for _, w := range ix.Works {
		if n := len(w.Mentions); (n == 2) != (w.Title == "水源保全計画") {
			t.Errorf("%s has %d mentions", w.Title, n)
		}
	}
}

// TestSameOrder holds that 同法施行規則 means the rules under the law named last,
// and no others of that name.
func TestSameOrder(t *testing.T) {
	ix := index(t, "a.txt", "水道法（昭和32年法律第177号）及び同法施行規則（昭和32年厚生省令第45号）による。同法施行規則第２条も同様とする。旅館業法第３条及び同法施行規則第５条は、この限りでない。\n")
	for _, w := range ix.Works {
		for _, m := range w.Mentions {
			if m.Pinpoint == "第5条" {
				t.Errorf("%s has the place of another law", w.Title)
			}
			if m.Form == Anaphor && (w.Title != "水道法施行規則" || m.Pinpoint != "第2条") {
				t.Errorf("%s is meant by %s %s", w.Title, m.Text, m.Pinpoint)
			}
		}
	}
	if n := len(ix.Unresolved); n != 2 || !strings.Contains(ix.Unresolved[1].Why, "旅館業法施行規則") {
		t.Errorf("unresolved: %+v", ix.Unresolved)
	}
}
