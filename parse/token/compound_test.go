package token

import (
	"slices"
	"testing"
)

func TestCompounds(t *testing.T) {
	tok, err := IPA()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		in   string
		lex  *Lexicon
		want []string
	}{
		{"サプライチェーン・リスクを踏まえた能力構築支援等を行う。", nil, []string{"サプライチェーン・リスク", "能力構築支援"}},
		{"令和6年度の重要インフラ事業者に対するもの。", nil, []string{"令和6年度", "重要インフラ事業者"}},
		{"National CERT機能の強化", nil, []string{"National CERT機能", "強化"}},
		{"防災総合訓練計画を定める", NewLexicon([]string{"総合訓練", " "}), []string{"防災", "総合訓練", "計画"}},
	} {
		var got []string
		for _, x := range Compounds(c.in, tok.Words(c.in), c.lex) {
			got = append(got, x.Text)
			if c.in[x.Start:x.End] != x.Text {
				t.Errorf("%+v", x)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.in, got, c.want)
		}
	}
}
