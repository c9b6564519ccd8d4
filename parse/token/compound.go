package token

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Compound is a run of words that make one term: サプライチェーン・リスク,
// 能力構築支援, 重要インフラ事業者. A noun that stands alone is one too.
type Compound struct {
	Text        string // as it stands in the text that was cut
	Start, End  int    // bytes in that text
	First, Last int    // indices of its words, inclusive
	Listed      bool   // from the user's lexicon
	Proper      bool   // holds a proper noun, or a word that the dictionary lacks
}

// Compounds builds the terms of a text from its words, in order and apart from
// each other. A term is a longest run of nouns and prefixes, with the middle
// dots and hyphens between them; a run ends where white space or a line break
// stands in the text. Nouns that carry no subject (pronouns, こと, もの, 今後) and
// numbers are no part of a term's edge, and 等 is cut from its end. Terms of
// the lexicon, which may be nil, come first and are never cut.
func Compounds(text string, words []Word, lex *Lexicon) []Compound {
	c := compounder{text: text, words: words}
	for i := 0; i < len(words); {
		if n := lex.match(text, words, i); n > 0 {
			c.flush(i)
			c.out = append(c.out, c.compound(i, i+n-1, true))
			i += n
			c.from = i
			continue
		}
		if !c.joins(i) {
			c.flush(i)
			c.from = i + 1
		} else if i > c.from && words[i].Start > words[i-1].End {
			c.flush(i)
			c.from = i
		}
		i++
	}
	c.flush(len(words))
	return c.out
}

type compounder struct {
	text  string
	words []Word
	from  int // where the run that is being read begins
	out   []Compound
}

// joins reports whether the word at i can stand inside a term.
func (c *compounder) joins(i int) bool {
	w := &c.words[i]
	switch w.POS {
	case "名詞":
		return w.Sub != "代名詞" && w.Sub != "非自立" && !symbol(w.Surface)
	case "接頭詞":
		return true
	case "記号":
		return i > c.from && (linking(w.Surface) || c.spaced(i))
	}
	return false
}

// linking reports whether a sign joins the nouns around it into one term.
func linking(s string) bool {
	return s == "・" || s == "-" || s == "＝" || s == "/" || s == "&"
}

// spaced reports whether the word at i is the space between two Latin words:
// National CERT.
func (c *compounder) spaced(i int) bool {
	return c.words[i].Surface == " " && i+1 < len(c.words) &&
		ascii(c.words[i-1].Surface) && ascii(c.words[i+1].Surface)
}

func ascii(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r >= 0x80 }) < 0
}

// symbol reports whether a word that the dictionary took for a noun has no
// letter in it: 「(」 in half width.
func symbol(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return false
		}
	}
	return true
}

// flush ends the run before end and keeps what is a term of it.
func (c *compounder) flush(end int) {
	first, last := c.from, end-1
	for first <= last && c.edge(first, true) {
		first++
	}
	for first <= last && c.edge(last, false) {
		last--
	}
	if first <= last {
		c.out = append(c.out, c.compound(first, last, false))
	}
}

// edge reports whether the word at i is no part of a term when it stands at
// its head, or at its end.
func (c *compounder) edge(i int, head bool) bool {
	w := &c.words[i]
	if w.POS == "記号" || w.Sub == "数" || w.Sub == "副詞可能" {
		return true
	}
	if head {
		return w.POS == "名詞" && w.Sub == "接尾"
	}
	return w.POS == "接頭詞" || w.Surface == "等" || w.Surface == "ら"
}

func (c *compounder) compound(first, last int, listed bool) Compound {
	out := Compound{
		Start: c.words[first].Start, End: c.words[last].End,
		First: first, Last: last, Listed: listed,
	}
	out.Text = c.text[out.Start:out.End]
	for _, w := range c.words[first : last+1] {
		out.Proper = out.Proper || w.Sub == "固有名詞" || !w.Known && utf8.RuneCountInString(w.Surface) > 1
	}
	return out
}

// A Lexicon is a list of terms that are kept whole wherever they stand. A nil
// Lexicon is empty.
type Lexicon struct {
	terms map[string]bool
	// longest is the length in bytes of the longest term.
	longest int
}

// NewLexicon makes a lexicon of the terms; white space around them and empty
// ones are dropped.
func NewLexicon(terms []string) *Lexicon {
	l := &Lexicon{terms: make(map[string]bool, len(terms))}
	for _, t := range terms {
		if t = strings.TrimSpace(t); t != "" {
			l.terms[t] = true
			l.longest = max(l.longest, len(t))
		}
	}
	return l
}

// Len is the number of terms.
func (l *Lexicon) Len() int {
	if l == nil {
		return 0
	}
	return len(l.terms)
}

// match gives the number of words, from i on, that the longest term of the
// lexicon that begins at that word covers, 0 for none. A term that ends inside
// a word is not found: words are never cut.
func (l *Lexicon) match(text string, words []Word, i int) int {
	if l.Len() == 0 {
		return 0
	}
	start, best := words[i].Start, 0
	for j := i; j < len(words) && words[j].End-start <= l.longest; j++ {
		if l.terms[text[start:words[j].End]] {
			best = j - i + 1
		}
	}
	return best
}
