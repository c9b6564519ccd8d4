package wording

import (
	"testing"

	"shinkyu/parse/token"
)

func options(t testing.TB) Options {
	t.Helper()
	tok, err := token.IPA()
	if err != nil {
		t.Fatal(err)
	}
	return Options{Tokenizer: tok, OldFiscalYear: 2020, NewFiscalYear: 2024}
}

// show writes edits on one line: [-deleted-]{+inserted+}, and a mechanical
// difference as <old|new kind>.
func show(edits []Edit) string {
	s := ""
	for _, e := range edits {
		switch {
		case e.Op == Delete:
			s += "[-" + e.Text + "-]"
		case e.Op == Insert:
			s += "{+" + e.Text + "+}"
		case e.Mechanical != "":
			s += "<" + e.Text + "|" + e.NewText + " " + string(e.Mechanical) + ">"
		default:
			s += e.Text
		}
	}
	return s
}

var comparisons = []struct{ old, new, want string }{
	{
		"基本法（平成26年法律第104号）（以下「基本法」という。）第26条第１項に基づき、令和２年度の重点化の考え方を示す。",
		"基本法（平成26年法律第104号）第26条第1項に基づき、令和6年度の重点化の考え方を示す。",
		"基本法（平成26年法律第104号）[-（以下「基本法」という。）-]第26条第<１|1 width>項に基づき、<令和２年度|令和6年度 fiscalYear>の重点化の考え方を示す。",
	},
	{
		"取り組みを行なう。ＩＴ 調達および運用を検討する。",
		"取組を行う。IT調達及び運用を実施する。",
		"<取り組み|取組 spelling>を<行なう|行う spelling>。<ＩＴ |IT width>調達<および|及び spelling>運用を[-検討-]{+実施+}する。",
	},
	{"三つの柱を示す。", "3つの柱を示す。", "<三つ|3つ numeral>の柱を示す。"},
	{"本方針は、\n考え方を示す。", "本方針は、考え方を示す。", "本方針は<、\n|、 wrap>考え方を示す。"},
	{
		"能力構築支援を積極的に実施する。",
		"能力構築支援と人材育成を積極的に実施する。",
		"能力構築支援{+と人材育成+}を積極的に実施する。",
	},
	{
		"中小企業の情報セキュリティ対策を支援する。",
		"中小企業のサイバーセキュリティ対策を支援する。",
		"中小企業の[-情報セキュリティ対策-]{+サイバーセキュリティ対策+}を支援する。",
	},
	{"旧い文。", "", "[-旧い文。-]"},
	{"", "", ""},
}

func TestCompare(t *testing.T) {
	opt := options(t)
	for _, c := range comparisons {
		r := Compare(c.old, c.new, opt)
		if got := show(r.Edits); got != c.want {
			t.Errorf("%s\n→ %s:\n%s\nwant\n%s", c.old, c.new, got, c.want)
		}
		checkLaws(t, c.old, c.new, opt)
	}
}

// checkLaws checks that the edits apply, and that turning the sides round
// turns the edits round.
func checkLaws(t *testing.T, a, b string, opt Options) {
	t.Helper()
	r := Compare(a, b, opt)
	if x, y := Apply(r.Edits); x != a || y != b {
		t.Fatalf("edits between %q and %q give %q and %q", a, b, x, y)
	}
	if one := Compare(a, a, opt); one.Share != 1 || one.Changed() {
		t.Fatalf("%q and itself share %v", a, one.Share)
	}
	if r.Share < 0 || r.Share > 1 {
		t.Fatalf("%q and %q share %v", a, b, r.Share)
	}
	opt.OldFiscalYear, opt.NewFiscalYear = opt.NewFiscalYear, opt.OldFiscalYear
	back := Compare(b, a, opt)
	if got, want := show(Mirror(back.Edits)), show(r.Edits); got != want {
		t.Fatalf("the other way round:\n%s\nwant\n%s", got, want)
	}
}

func TestLittleSharedStandsWhole(t *testing.T) {
	r := Compare("大会の安全に関する情報の集約等の取組を進める。", "医療機関のシステム管理者に研修を実施する。", options(t))
	if !r.Whole || len(r.Edits) != 2 {
		t.Errorf("%v %s", r.Whole, show(r.Edits))
	}
}

func TestCommitments(t *testing.T) {
	opt, l := options(t), DefaultLadder()
	for _, c := range []struct {
		old, new, oldVerb, newVerb string
		up                         bool
	}{
		{"重要な施策の在り方を検討する。", "重要な施策の在り方を実施する。", "検討する", "実施する", true},
		{"必要な措置を迅速に講じるよう努める。", "必要な措置を迅速に講じる。", "努める", "講じる", true},
		{"報告の徹底を図る。", "報告の徹底を義務付ける。", "図る", "義務付ける", true},
		{"都道府県は計画を定めることができる。", "都道府県は計画を定めなければならない。", "定めることができる", "定めなければならない", true},
		{"国は体制を整備しなければならない。", "国は体制を整備するよう努めなければならない。", "整備しなければならない", "努めなければならない", false},
		{"訓練の検討を進める。", "訓練を進める。", "検討を進める", "進める", true},
	} {
		r := Compare(c.old, c.new, opt)
		got := r.Commitments(l)
		if len(got) != 1 || got[0].OldVerb != c.oldVerb || got[0].NewVerb != c.newVerb || got[0].NewRung > got[0].OldRung != c.up {
			t.Errorf("%s → %s: %+v %s", c.old, c.new, got, show(r.Edits))
		}
	}
}

func TestNumberChanges(t *testing.T) {
	opt := options(t)
	for _, c := range []struct{ old, new, kind, from, to string }{
		{"対策を令和5年度末までに完了する。", "対策を令和7年度末までに完了する。", "deadline", "令和5年度末まで", "令和7年度末まで"},
		{"普及率を３割とする目標を掲げる。", "普及率を五割とする目標を掲げる。", "ratio", "３割", "五割"},
		{"予算として30億円を計上する。", "予算として45億円を計上する。", "amount", "30億円", "45億円"},
		{"演習を年10回実施する計画である。", "演習を年12回実施する計画である。", "count", "10回", "12回"},
	} {
		r := Compare(c.old, c.new, opt)
		got := r.NumberChanges(2020, 2024)
		if len(got) != 1 || got[0].Kind != c.kind || got[0].Old != c.from || got[0].New != c.to {
			t.Errorf("%s → %s: %+v", c.old, c.new, got)
		}
	}
	r := Compare("令和２年度の予算を示す。法律第104号による。", "令和6年度の予算を示す。法律第105号による。", opt)
	if got := r.NumberChanges(2020, 2024); len(got) != 0 {
		t.Errorf("%+v", got)
	}
}

func FuzzCompare(f *testing.F) {
	for _, c := range comparisons {
		f.Add(c.old, c.new)
	}
	f.Add("（「」。", "」）。。\n\n")
	f.Add("Ａ\xff", "\xffA\u3000")
	opt := options(f)
	f.Fuzz(func(t *testing.T, a, b string) {
		if len(a)+len(b) > 4000 {
			return
		}
		checkLaws(t, a, b, opt)
	})
}
