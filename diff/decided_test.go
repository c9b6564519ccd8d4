package diff

import (
	"slices"
	"strings"
	"testing"

	"shinkyu/diff/decisions"
)

func decide(t *testing.T, yaml string) *Comparison {
	t.Helper()
	f, err := decisions.Read("d.yaml", []byte(yaml))
	if err != nil {
		t.Fatal(err)
	}
	older, newer := samples(t)
	c, err := Compare(older, newer, Options{Decisions: f})
	if err != nil {
		t.Fatal(err)
	}
	checkWhole(t, c)
	return c
}

func TestDecisionsStand(t *testing.T) {
	c := decide(t, `
pin:
  - old: {path: 2/4/2, title: 研究開発の推進}
    new: {path: 2/2}
    note: 担当に確認
forbid:
  - old: 官民一体となった重要インフラの防護
    new: 重要インフラ事業者等のサイバーセキュリティ強化
split:
  - old: 国際協力・連携
    new: [医療分野, {path: 2/5}, {path: 2/6}]
note:
  - old: 留意事項
    note: 定型
`)
	x := find(c, "研究開発の推進", true)
	if len(x.New) != 1 || x.New[0].Path != "2/2" || x.Decision != "pin" || x.Note != "担当に確認" {
		t.Errorf("%s %q %q", describe(x), x.Decision, x.Note)
	}
	x = find(c, "官民一体となった重要インフラの防護", true)
	if slices.Contains(titles(x.New), "重要インフラ事業者等のサイバーセキュリティ強化") || x.Decision != "forbid" {
		t.Errorf("%s %q", describe(x), x.Decision)
	}
	if x = find(c, "国際協力・連携", true); x.Status != Split || len(x.New) != 3 || x.Decision != "split" {
		t.Error(describe(x))
	}
	if x = find(c, "留意事項", true); x.Note != "定型" || x.Decision != "" {
		t.Errorf("%s %q", describe(x), x.Note)
	}
	if len(c.Notices) > 0 {
		t.Error(c.Notices)
	}
}

func TestDecisionsThatFitNoMoreAreReported(t *testing.T) {
	c := decide(t, `
pin:
  - old: {path: 9/9, title: 無い分野}
    new: 医療分野
  - old: {path: 9/9, title: 研究開発の推進}   # moved: found by its title
    new: {path: 2/2}
  - old: 人材育成・確保
    new: {path: 2/2}
`)
	if len(c.Notices) != 2 || !strings.HasPrefix(c.Notices[0], "d.yaml:3: pin not applied: in the old document there is no 「無い分野」") ||
		!strings.HasPrefix(c.Notices[1], "d.yaml:7: pin not applied") {
		t.Errorf("%q", c.Notices)
	}
	if x := find(c, "研究開発の推進", true); x.Decision != "pin" {
		t.Error(describe(x))
	}
}

func TestProposalCanBeReadBack(t *testing.T) {
	c := decide(t, "pin:\n  - old: 研究開発の推進\n    new: {path: 2/2}\n")
	f, _ := decisions.Read("d.yaml", []byte("pin:\n  - old: 研究開発の推進\n    new: {path: 2/2}\n"))
	var b strings.Builder
	if err := Propose(&b, c, f); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"pin:\n", "undecided:\n", "国際協力・連携"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, b.String())
		}
	}
	again, err := decisions.Read("again.yaml", []byte(b.String()))
	if err != nil || len(again.Decisions) != 1 {
		t.Fatalf("%v %+v", err, again)
	}
	again, err = decisions.Read("again.yaml", []byte(strings.Replace(b.String(), "undecided:", "forbid:", 1)))
	if err != nil && !strings.Contains(err.Error(), "forbid needs one old unit") {
		t.Fatal(err, again)
	}
}
