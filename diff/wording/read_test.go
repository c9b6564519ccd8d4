package wording

import (
	"strings"
	"testing"
)

// TestHowFarASentenceBinds reads single sentences.
func TestHowFarASentenceBinds(t *testing.T) {
	opt, l := options(t), DefaultLadder()
	c := cutter{tok: opt.Tokenizer}
	for _, x := range []struct {
		sentence, verb string
		rung           int
	}{
		{"努める。", "努める", 3},
		{"検討する。", "検討する", 2},
		{"研究を行う。", "研究を行う", 2},
		{"対策を実施できる。", "できる", 1},
		{"対策を実施することができる。", "実施することができる", 1},
		{"情報は検討されている。", "検討されている", 2},
		{"情報は研究されておる。", "研究されておる", 2},
		{"職員に研究させる。", "研究させる", 2},
		{"職員に議論を行わせる。", "議論を行わせる", 2},
		{"今後も研究していく。", "研究していく", 2},
		{"研究してくる。", "研究してくる", 2},
		{"調査することとなる。", "調査することとなる", 2},
		{"整備することを要する。", "整備することを要する", 7},
		{"整備して差し支えない。", "整備して差し支えない", 1},
		{"整備することを妨げない。", "整備することを妨げない", 1},
		{"配慮を加える。", "配慮を加える", 3},
		{"議論を行なう。", "議論を行なう", 2},
		{"施策をする。", "施策をする", 5},
		{"これをする。", "これをする", 5},
		{"施策の推進。", "", 0},
		{"本方針である。", "", 0},
		{"", "", 0},
		{"対応を早くする。", "する", 5},
		{"を行う。", "行う", 5},
		{"できる。", "できる", 1},
		{"。", "", 0},
		{"体制を確立した（別紙）。", "確立した（別紙", 5},
		{"報告を義務付ける。", "義務付ける", 7},
		{"整備しなければならない。」", "整備しなければならない", 7},
		{"努めなければならない。", "努めなければならない", 3},
		{"禁止するものとする。", "禁止するものとする", 7},
		{"基準を策定するものとする。", "策定するものとする", 6},
		{"基準を策定することとする。", "策定することとする", 6},
		{"検討するものとする。", "検討するものとする", 2},
		{"努めるものとする。", "努めるものとする", 3},
		{"届出を義務とする。", "する", 7},
		{"対象は企業とする。", "する", 5},
	} {
		p := l.read(c.words(x.sentence))
		if p.text != x.verb || p.rung != x.rung {
			t.Errorf("%s %s %d, want %s %d", x.sentence, p.text, p.rung, x.verb, x.rung)
		}
	}
}

func TestReadLadder(t *testing.T) {
	for _, table := range []string{"5", "x 実施する", "5 実施 する", "# ok\n\n5 図る\nx"} {
		if _, err := ReadLadder(strings.NewReader(table)); err == nil || !strings.Contains(err.Error(), "line ") {
			t.Errorf("%q: %v", table, err)
		}
	}
	l, err := ReadLadder(strings.NewReader("# 表\n 2 図る # 弱い\n\n9 〜する\n1 〜とする\n"))
	if err != nil || l.verbs["図る"] != 2 || len(l.endings) != 2 || l.endings[0].form != "とする" {
		t.Errorf("%+v %v", l, err)
	}
}
