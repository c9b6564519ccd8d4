package diff

import (
	"fmt"
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

// Articles are made of the same phrases. One put in before another that shares
// them with it took nothing over from it, and is no part of a split.
func TestNewArticleOfTheSamePhrases(t *testing.T) {
	const (
		head    = "空家等の適正な管理に関する条例\n\n（助言）\n第一条　市長は、所有者等に対し、必要な措置について助言を行うことができる。\n（勧告）\n第二条　市長は、前条の助言を受けた者がこれに従わないときは、相当の期限を定めて必要な措置を講ずるよう勧告することができる。\n"
		publish = "（公表）\n第%s条　市長は、前条の規定による%sを受けた者が正当な理由なくこれに従わないときは、その者の氏名及び住所を公表することができる。\n"
		order   = "（命令）\n第三条　市長は、前条の規定による勧告を受けた者が正当な理由なくこれに従わないときは、その者に対し、相当の期限を定めて、勧告に係る措置を講ずるよう命ずることができる。\n"
		rest    = "（委任）\n第%s条　この条例の施行に関し必要な事項は、規則で定める。\n"
	)
	c := compare(t,
		parseText(t, "old.txt", head+fmt.Sprintf(publish, "三", "勧告")+fmt.Sprintf(rest, "四")),
		parseText(t, "new.txt", head+order+fmt.Sprintf(publish, "四", "命令")+fmt.Sprintf(rest, "五")))
	for i := range c.Changes {
		x := &c.Changes[i]
		title := x.New[0].Title
		if want := map[string]Status{"（命令）": Added, "（公表）": Reworded}[title]; want != "" && x.Status != want {
			t.Errorf("%s is %s, want %s", title, x.Status, want)
		}
	}
}
