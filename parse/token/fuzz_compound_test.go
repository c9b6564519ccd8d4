package token

import (
	"strings"
	"testing"
)

// FuzzCompounds holds that the terms of any text, with any lexicon, stand in
// it in order and apart from each other, from word to word.
func FuzzCompounds(f *testing.F) {
	tok := open(f)
	f.Add("サプライチェーン・リスクを踏まえた能力構築支援等の取組", "能力構築支援\nリスク")
	f.Add("National CERT と重要インフラ事業者、今後のもの", "CERT と\n\n#")
	f.Add("・・・等等\n重要\nインフラ 2024年", "")
	f.Add("\x00\xff\u202e", "\x00")
	f.Fuzz(func(t *testing.T, text, lexicon string) {
		text = strings.ToValidUTF8(text, "")
		words := tok.Words(text)
		end := 0
		for _, c := range Compounds(text, words, NewLexicon(strings.Split(lexicon, "\n"))) {
			if c.Start < end || c.End <= c.Start || text[c.Start:c.End] != c.Text {
				t.Fatalf("%q at %d:%d, the one before ended at %d", c.Text, c.Start, c.End, end)
			}
			if words[c.First].Start != c.Start || words[c.Last].End != c.End {
				t.Fatalf("%q is words %d to %d", c.Text, c.First, c.Last)
			}
			end = c.End
		}
	})
}
