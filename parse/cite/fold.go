package cite

import (
	"strconv"
	"strings"
	"unicode"

	"shinkyu/parse/era"
)

// foldWidth writes full-width Latin letters, digits and signs half-width.
func foldWidth(s string) string {
	return strings.Map(func(r rune) rune {
		if '！' <= r && r <= '～' {
			return r - '！' + '!'
		}
		if r == '\u3000' {
			return ' '
		}
		return r
	}, s)
}

// dropSpace drops all white space.
func dropSpace(s string) string {
	if !strings.ContainsFunc(s, isSpace) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if isSpace(r) {
			return -1
		}
		return r
	}, s)
}

// foldTitle gives the form under which titles are compared: half-width, small
// letters, no white space, brackets or dashes of any kind, kanji numerals
// between 第 and its counter as digits. Two spellings of one title have the
// same form; two titles that differ in a word do not.
func foldTitle(s string) string {
	s = strings.ToLower(foldWidth(s))
	var b strings.Builder
	for _, r := range s {
		switch {
		case isSpace(r), joinsTitle(r):
		case r == '髙':
			b.WriteRune('高')
		case unicode.Is(unicode.Mn, r):
		default:
			b.WriteRune(r)
		}
	}
	return foldNumerals(b.String())
}

// joinsTitle reports whether r is a bracket, quotation mark, comma, middle dot
// or dash. Letters are told at once.
func joinsTitle(r rune) bool {
	if isIdeograph(r) || isKatakana(r) || isHiragana(r) || isLatin(r) {
		return false
	}
	return strings.ContainsRune("()[]{}「」『』｢｣【】〔〕〈〉《》“”\"'・･、,，-‐‑–—―－~〜", r)
}

// foldNumerals writes the kanji numerals behind 第 as digits: 第四次 as 第4次.
func foldNumerals(s string) string {
	if !strings.Contains(s, "第") {
		return s
	}
	var b strings.Builder
	for {
		k := strings.Index(s, "第")
		if k < 0 {
			b.WriteString(s)
			return b.String()
		}
		k += len("第")
		b.WriteString(s[:k])
		s = s[k:]
		n := 0
		for _, r := range s {
			if !isNumeral(r) {
				break
			}
			n += len(string(r))
		}
		if v, ok := era.Number(s[:n]); ok {
			b.WriteString(strconv.Itoa(v))
			s = s[n:]
		}
	}
}
