package wording

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"shinkyu/diff/fold"
	"shinkyu/parse/token"
)

// A word is what a script is made over: a word of the dictionary, a number, or
// the edition's own fiscal year.
type word struct {
	text    string // as written, with the white space after it
	folded  string
	key     string // words with the same key are equal
	reading string // katakana; empty where unknown
	pos     string
	base    string
	runes   int  // of folded
	content bool // carries a subject or a deed, unlike a particle
	// compound numbers the compound that the word is in, from 1; 0 for none.
	compound int
}

// A cutter makes words of the sentences of one side.
type cutter struct {
	tok        token.Tokenizer
	lex        *token.Lexicon
	fiscalYear int // the edition's own; 0 where it has none
}

// words cuts a sentence. The texts of the words make up the whole of it.
func (c *cutter) words(s string) []word {
	f := fold.Text(s)
	if f.Text == "" {
		return []word{{text: s}}
	}
	tokens := apart(c.tok.Words(f.Text))
	compounds := token.Compounds(f.Text, tokens, c.lex)
	years := c.ownYears(f.Text)
	var out []word
	for i := 0; i < len(tokens); {
		n := 1
		w := c.word(&tokens[i])
		if y := covering(years, tokens, i); y > 0 {
			n, w = y, word{key: ownYear, content: true}
		} else if k, v := number(f.Text, tokens[i:]); k > 0 {
			n, w = k, word{key: v, content: true, pos: "数"}
		}
		w.folded = f.Text[tokens[i].Start:tokens[i+n-1].End]
		w.runes = utf8.RuneCountInString(w.folded)
		w.compound = within(compounds, i)
		w.text = cut(s, f, tokens, i, n)
		out = append(out, w)
		i += n
	}
	return out
}

// ownYear is the key of the edition's own fiscal year.
const ownYear = fold.Year

// ownYears finds the edition's own fiscal year in a folded text.
func (c *cutter) ownYears(s string) []fold.Expr {
	if c.fiscalYear == 0 {
		return nil
	}
	var own []fold.Expr
	for _, e := range fold.FiscalYears(s) {
		if e.Year == c.fiscalYear {
			own = append(own, e)
		}
	}
	return own
}

// covering gives the number of tokens from i on that make up one of the
// expressions exactly, 0 for none.
func covering(exprs []fold.Expr, tokens []token.Word, i int) int {
	for _, e := range exprs {
		if e.Start != tokens[i].Start {
			continue
		}
		for j := i; j < len(tokens) && tokens[j].End <= e.End; j++ {
			if tokens[j].End == e.End {
				return j - i + 1
			}
		}
	}
	return 0
}

// apart cuts runs of signs, which the dictionary takes for one unknown word,
// into single signs.
func apart(tokens []token.Word) []token.Word {
	out := make([]token.Word, 0, len(tokens))
	for _, t := range tokens {
		if letter(t.Surface) || utf8.RuneCountInString(t.Surface) < 2 {
			out = append(out, t)
			continue
		}
		for i, r := range t.Surface {
			s := t
			s.Surface = string(r)
			s.Start, s.End = t.Start+i, t.Start+i+utf8.RuneLen(r)
			s.Base, s.Reading = s.Surface, ""
			out = append(out, s)
		}
	}
	return out
}

// number gives the number of tokens at the start that make up one number, and
// its key; 0 where there is none. Its decimal point and commas are within.
func number(text string, tokens []token.Word) (int, string) {
	if v, ok := counted(tokens[0].Surface); ok {
		return 1, v // 三つ is one word
	}
	n := 0
	for n < len(tokens) && (tokens[n].Sub == "数" || n > 0 && point(tokens, n)) {
		n++
	}
	if n == 0 {
		return 0, ""
	}
	s := text[tokens[0].Start:tokens[n-1].End]
	if v, ok := fold.Value(s); ok {
		if n < len(tokens) && tokens[n].Surface == "つ" {
			return n + 1, "#" + strconv.Itoa(v) + "つ"
		}
		return n, "#" + strconv.Itoa(v)
	}
	return n, "#" + strings.ReplaceAll(s, ",", "")
}

// counted gives the key of 一つ to 九つ.
func counted(s string) (string, bool) {
	n, ok := strings.CutSuffix(s, "つ")
	if !ok || utf8.RuneCountInString(n) != 1 {
		return "", false
	}
	v, ok := fold.Value(n)
	return "#" + strconv.Itoa(v) + "つ", ok
}

// point reports whether the token at i is a point or comma between figures.
func point(tokens []token.Word, i int) bool {
	s := tokens[i].Surface
	return (s == "." || s == ",") && i+1 < len(tokens) && tokens[i+1].Sub == "数" &&
		tokens[i-1].End == tokens[i].Start && tokens[i].End == tokens[i+1].Start
}

// within gives the number of the compound that holds token i, from 1.
func within(compounds []token.Compound, i int) int {
	for n, c := range compounds {
		if c.First <= i && i <= c.Last {
			return n + 1
		}
	}
	return 0
}

// cut gives the original text of n tokens from i on, up to the next token.
func cut(s string, f fold.Folded, tokens []token.Word, i, n int) string {
	start, end := 0, len(s)
	if i > 0 {
		start = f.At[tokens[i].Start]
	}
	if i+n < len(tokens) {
		end = f.At[tokens[i+n].Start]
	}
	return s[start:end]
}

func (c *cutter) word(t *token.Word) word {
	return word{
		key: key(t), reading: t.Reading, pos: t.POS, base: t.Base, content: content(t),
	}
}

// key is the surface, or for a word with ideographs and kana its ideographs
// and reading: 取り組み and 取組 are 取組/トリクミ, 行なう and 行う 行/オコナウ.
func key(t *token.Word) string {
	if t.Reading == "" {
		return t.Surface
	}
	han := ideographs(t.Surface)
	if han == "" {
		return t.Surface
	}
	return han + "/" + t.Reading
}

// ideographs gives the ideographs of s in order.
func ideographs(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Han, r) {
			return r
		}
		return -1
	}, s)
}

// content reports whether a word says something by itself. Formal nouns and
// verbs (こと, する, ある) do not.
func content(t *token.Word) bool {
	switch t.POS {
	case "名詞":
		return t.Sub != "非自立" && t.Sub != "代名詞" && letter(t.Surface)
	case "動詞":
		return t.Sub == "自立" && t.Base != "する" && t.Base != "ある" && t.Base != "なる"
	case "形容詞", "副詞", "接頭詞", "連体詞":
		return true
	}
	return false
}

func letter(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }) >= 0
}
