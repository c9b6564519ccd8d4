package parse_test

import (
	"testing"

	"shinkyu/parse"
)

func TestQuoted(t *testing.T) {
	for text, want := range map[string]bool{
		"「国は、基本理念にのっとり、施策を策定する。」":           true,
		"「施策を策定する。ただし、『軽易なもの』を除く。」（基本法第４条）": true,
		"『何人も、閲覧することができる。』。":                true,
		"「計画」": false,
		"「計画を定める。」とされている。":   false,
		"「計画を定める。」「計画を改める。」": false,
		"「計画を定める。":           false,
		"計画を定める。":            false,
		"":                   false,
		"「計画を定める。」（第４条）に（第５条）":       false,
		"「「計画」を定める。」(基本法（平成12年）第４条)": true,
	} {
		p := parse.Paragraph{Text: parse.Text{String: text}}
		if got := p.Quoted(); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}
