package words

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Fold gives the form of a word in which it is compared: compatibility forms
// replaced (NFKC), lower case, katakana as hiragana, and no signs. It is empty
// for a word of signs alone.
func Fold(word string) string {
	if plain(word) {
		return word
	}
	var b strings.Builder
	b.Grow(len(word))
	for _, r := range norm.NFKC.String(word) {
		switch {
		case r >= 'ァ' && r <= 'ヶ':
			b.WriteRune(r - ('ァ' - 'ぁ'))
		case r == unicode.ReplacementChar: // bytes that are no text
		case r == 'ー' || unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r):
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// plain reports whether a word is in folded form already, as most are: it has
// no runes but hiragana, common ideographs, small letters and digits.
func plain(word string) bool {
	for _, r := range word {
		switch {
		case r >= 'ぁ' && r <= 'ゖ', r >= '一' && r <= '鿋', r >= 'a' && r <= 'z', r >= '0' && r <= '9':
		default:
			return false
		}
	}
	return true
}

// narrow is a text with its compatibility forms replaced, and the way back.
type narrow struct {
	text string
	// at holds, for the start of every piece that was replaced together and
	// for the end, the offset in text and that in the original. It is nil
	// where both are the same throughout.
	at []place
}

type place struct{ here, there int }

// narrowed replaces full-width letters, half-width kana and the like, so that
// kagome cuts ＩＴ as it cuts IT.
func narrowed(text string) narrow {
	if norm.NFKC.IsNormalString(text) {
		return narrow{text: text}
	}
	var b strings.Builder
	b.Grow(len(text))
	n := narrow{}
	var it norm.Iter
	it.InitString(norm.NFKC, text)
	for !it.Done() {
		n.at = append(n.at, place{b.Len(), it.Pos()})
		b.Write(it.Next())
	}
	n.at = append(n.at, place{b.Len(), len(text)})
	n.text = b.String()
	return n
}

// back gives the span of the original for a span of the narrowed text; i is
// where the search in at begins, for spans that come in order.
func (n *narrow) back(start, end int, i *int) (int, int) {
	if n.at == nil {
		return start, end
	}
	for *i+1 < len(n.at) && n.at[*i+1].here <= start {
		*i++
	}
	j := *i
	for j < len(n.at)-1 && n.at[j].here < end {
		j++
	}
	from, to := n.at[*i].there, n.at[j].there
	return from, to
}
