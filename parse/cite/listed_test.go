package cite

import (
	"slices"
	"strings"
	"testing"

	"shinkyu/parse"
)

// listed finds what one paragraph cites, with a list of laws.
func listed(t *testing.T, list, s string) *Index {
	t.Helper()
	l, err := ReadLaws(strings.NewReader(list))
	if err != nil {
		t.Fatal(err)
	}
	f := finder{laws: l}
	ix, err := f.find([]run{{text: parse.Text{String: s}, s: s}})
	if err != nil {
		t.Fatal(err)
	}
	return ix
}

// TestListedTitles: the list of laws says where a title begins, whatever words
// stand before it, and knows a law by its former name; of two rows with one
// number the first counts, and a title that two laws have names neither.
func TestListedTitles(t *testing.T) {
	const list = "法令番号,法令名,旧法令名,法令ID,本文URL\n" +
		"昭和四十五年法律第百三十八号,水質汚濁防止法,公共用水域水質保全法,345AC0000000138,\n" +
		"昭和四十五年法律第百三十八号,水質汚濁防止法（施行後）,,999,\n" +
		"平成元年法律第一号,特例法,,401AC0000000001,\n" +
		"平成二年法律第二号,特例法,,402AC0000000002,\n" +
		"番号なし,無番法,,,\n"
	for s, want := range map[string]string{
		"事業場水質汚濁防止法（昭和45年法律第138号）による。":    "水質汚濁防止法 345AC0000000138",
		"旧来の公共用水域水質保全法（昭和45年法律第138号）による。": "公共用水域水質保全法 345AC0000000138",
		"届出は、水質汚濁防止法に基づく。":                "水質汚濁防止法 345AC0000000138",
		"届出は、水質汚濁防止法第五条による。":              "水質汚濁防止法 345AC0000000138",
		"土壌汚染対策法（平成14年法律第53号）による。":        "土壌汚染対策法 ",
		"特例法（平成元年法律第１号）による。":              "特例法 401AC0000000001",
	} {
		ix := listed(t, list, s)
		if len(ix.Works) != 1 || ix.Works[0].Title+" "+ix.Works[0].LawID != want {
			t.Errorf("%s: %s", s, summary(ix))
		}
	}
	if ix := listed(t, list, "手続は、特例法第三条による。"); len(ix.Works) != 0 || len(ix.Unresolved) != 1 {
		t.Errorf("a title that two laws have: %s", summary(ix))
	}
}

// TestListErrors names the line of the list that is wrong.
func TestListErrors(t *testing.T) {
	const head = "法令番号,法令名\n"
	for name, c := range map[string]struct{ list, want string }{
		"not UTF-8 in a row":  {head + "平成元年法律第一号,\xff\n", "2: a field"},
		"a field too long":    {head + "平成元年法律第一号,a\n平成二年法律第二号," + strings.Repeat("a", maxLawField+1) + "\n", "3: a field"},
		"not UTF-8 in a head": {"\x96\x40,法令名\n", "1: the list of laws is not UTF-8"},
		"no column":           {"法令番号,名\n", "1: the list of laws has no column 法令名"},
		"an endless row":      {head + "\"" + strings.Repeat("a", 2*maxLawRow), "more than"},
	} {
		if _, err := ReadLaws(strings.NewReader(c.list)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestMergePlans: an edition without a decision is the one that the documents
// cite, where there is one; editions with decisions of their own stay apart,
// and spellings, aliases and events of one come together.
func TestMergePlans(t *testing.T) {
	a := index(t, "a.txt", "市は、防災基本計画（令和２年４月１日防災会議決定。以下「基本計画」という。）による。基本計画を見直す。\n")
	b := index(t, "b.txt", "市は、「防災基本計画」による。防災基本計画（令和２年４月１日防災会議決定、令和３年４月１日改定。以下「防災計画」という。）を改める。\n")
	c := index(t, "c.txt", "県は、「防災基本計画」による。水防法（昭和24年法律第193号）第３条による。\n")
	d := index(t, "d.txt", "国は、防災基本計画（令和６年４月１日防災会議決定）及び水防法（昭和24年法律第193号）第４条による。\n")
	one := Merge(a, b, c)
	if len(one.Works) != 2 {
		t.Fatalf("%d works:\n%s", len(one.Works), summary(one))
	}
	law, plan := one.Works[0], one.Works[1]
	if law.Kind != Law || len(plan.Mentions) != 5 || !slices.Equal(plan.Aliases, []string{"基本計画", "防災計画"}) || len(plan.Events) != 2 {
		t.Errorf("one edition:\n%s", summary(one))
	}
	two := Merge(d, c, b, a)
	if len(two.Works) != 4 || two.Works[0].Kind != Law || len(two.Works[0].Mentions) != 2 || two.Works[0].Mentions[0].Doc != "d.txt" {
		t.Fatalf("two editions:\n%s", summary(two))
	}
	var editions []*Work
	for _, w := range two.Works[1:] {
		if len(w.Events) > 0 {
			editions = append(editions, w)
		}
	}
	if len(editions) != 2 || editions[0].Succeeds != editions[1] || editions[0].SucceedsConfidence != parse.Certain {
		t.Errorf("the later edition does not succeed the earlier:\n%s", summary(two))
	}
	for _, m := range [][]*Index{{a, b, c, d}, {d, c, b, a}} {
		if x := Merge(m...); summary(Merge(x)) != summary(x) {
			t.Errorf("merging a merged index changes it:\n%s", difference(summary(x), summary(Merge(x))))
		}
	}
}

// TestMergeKeeps: what is merged is written to none of the indexes given, not
// even behind the ends of their lists.
func TestMergeKeeps(t *testing.T) {
	work := func(doc, title, alias string) *Index {
		w := &Work{ID: "plan-1", Kind: Plan, Title: title, Titles: make([]string, 0, 4), Aliases: append(make([]string, 0, 4), alias), Events: make([]Event, 0, 4)}
		w.Mentions = append(make([]Mention, 0, 4), Mention{Place: Place{Doc: doc}, Text: title})
		return &Index{Works: []*Work{w}}
	}
	a, b := work("a", "防災計画", "計画"), work("b", "防災の計画", "防計")
	x := Merge(a, b)
	if w := x.Works[0]; len(x.Works) != 1 || len(w.Titles) != 1 || len(w.Aliases) != 2 || len(w.Mentions) != 2 {
		t.Fatalf("merged: %+v", w)
	}
	w := a.Works[0]
	if w.Titles[:1][0] != "" || w.Aliases[:2][1] != "" || w.Mentions[:2][1].Doc != "" {
		t.Errorf("the index given is written to: %q %q %+v", w.Titles[:1], w.Aliases[:2], w.Mentions[:2])
	}
}

// TestVersions has the ways in which editions are named, and what is none.
func TestVersions(t *testing.T) {
	for _, v := range []string{"第6.0版", "第３版", "第十二版", "Ver.1", "ver. 2.1", "Version 2.0", "v1.2", "Rev.3", "2023改訂版", "改訂第2版", "改訂2015", "初版", "3.1版"} {
		if !isVersion(v) {
			t.Errorf("%s is no version", v)
		}
	}
	for _, v := range []string{"", "版", "第版", "改訂", "改訂15", "Verona", "Ver.", "revised", "戦略", "第三者版", "v1.", "1..2版.", "出版"} {
		if isVersion(v) {
			t.Errorf("%s is a version", v)
		}
	}
}
