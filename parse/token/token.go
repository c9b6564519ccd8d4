// Package token cuts Japanese text into words and builds compound terms from
// them. It is the only door to kagome and its dictionary.
//
// The dictionary takes most of a second to decode and is decoded once, when
// the first text is cut; code that needs no words never pays for it. Other
// packages take a [Tokenizer], so that their tests can pass a small one.
package token

import (
	"sync"

	"github.com/ikawaha/kagome-dict/ipa"
	"github.com/ikawaha/kagome/v2/tokenizer"
)

// A Word is one morpheme in the sense of the IPA dictionary.
type Word struct {
	Surface string
	Start   int    // bytes in the text that was cut
	End     int    // bytes
	POS     string // 名詞, 動詞, 助詞, 記号 …
	Sub     string // サ変接続, 固有名詞, 格助詞, 数 …; empty where there is none
	Base    string // dictionary form; the surface where the dictionary has none
	Reading string // katakana; empty where unknown
	Known   bool   // in the dictionary
}

// A Tokenizer cuts a text into words. The words cover the text in order;
// only white space may be left out between them. It is safe for use by
// several goroutines.
type Tokenizer interface {
	Words(text string) []Word
}

// IPA gives the tokenizer over the IPA dictionary, loading it at the first
// call.
var IPA = sync.OnceValues(func() (Tokenizer, error) {
	t, err := tokenizer.New(ipa.Dict(), tokenizer.OmitBosEos())
	if err != nil {
		return nil, err
	}
	return kagome{t}, nil
})

type kagome struct{ t *tokenizer.Tokenizer }

func (k kagome) Words(text string) []Word {
	tokens := k.t.Tokenize(text)
	words := make([]Word, 0, len(tokens))
	for i := range tokens {
		words = append(words, word(&tokens[i]))
	}
	return words
}

func word(t *tokenizer.Token) Word {
	w := Word{
		Surface: t.Surface, Start: t.Position, End: t.Position + len(t.Surface),
		Base: t.Surface, Known: t.Class == tokenizer.KNOWN,
	}
	if pos := t.POS(); len(pos) > 0 {
		w.POS = pos[0]
		if len(pos) > 1 && pos[1] != "*" {
			w.Sub = pos[1]
		}
	}
	if b, ok := t.BaseForm(); ok && b != "*" {
		w.Base = b
	}
	if r, ok := t.Reading(); ok && r != "*" {
		w.Reading = r
	}
	return w
}
