package words

import (
	"shinkyu/parse/token"
)

// A Word is one word of a text.
type Word struct {
	Text    string // dictionary form, folded
	Surface string // as it stands, folded
	Start   int    // bytes of the text that was cut
	End     int
	Content bool // it carries a subject: a noun, verb or adjective, no particle
}

// A Cutter cuts texts. It is safe for use by several goroutines.
type Cutter struct {
	Tokenizer token.Tokenizer
	Lexicon   *token.Lexicon // terms that are never cut; nil for none
}

// Words gives the words of a text in order.
func (c *Cutter) Words(text string) []Word {
	words, _ := c.cut(text, false)
	return words
}

// Read gives the words and the terms of a text, both in order.
func (c *Cutter) Read(text string) ([]Word, []string) { return c.cut(text, true) }

func (c *Cutter) cut(text string, terms bool) ([]Word, []string) {
	n := narrowed(text)
	tokens := c.Tokenizer.Words(n.text)
	words := make([]Word, 0, len(tokens))
	at := 0
	for i := range tokens {
		t := &tokens[i]
		surface := Fold(t.Surface)
		if surface == "" {
			continue
		}
		w := Word{Text: surface, Surface: surface, Content: content(t)}
		if t.Base != t.Surface {
			if base := Fold(t.Base); base != "" {
				w.Text = base
			}
		}
		w.Start, w.End = n.back(t.Start, t.End, &at)
		words = append(words, w)
	}
	if !terms {
		return words, nil
	}
	var found []string
	for _, t := range token.Compounds(n.text, tokens, c.Lexicon) {
		found = append(found, t.Text)
	}
	return words, found
}

// content reports whether a word carries a subject.
func content(t *token.Word) bool {
	switch t.POS {
	case "名詞":
		return t.Sub != "代名詞" && t.Sub != "非自立" && t.Sub != "数" && t.Sub != "接尾"
	case "動詞":
		return t.Sub == "自立" && t.Base != "する" && t.Base != "なる" && t.Base != "ある"
	case "形容詞":
		return t.Sub == "自立"
	}
	return false
}
