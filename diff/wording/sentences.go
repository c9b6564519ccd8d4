package wording

import (
	"strings"
	"unicode/utf8"
)

// longest is the number of bytes after which a run without a full stop is cut
// at the next comma, and at twice that anywhere: a text without punctuation
// must not make the comparison of words quadratic.
const longest = 1800

// sentences cuts a text after every full stop outside brackets and after every
// line break, and gives the pieces, which make up the whole of it.
func sentences(s string) []string {
	var out []string
	start, depth := 0, 0
	for i, r := range s {
		end := i + utf8.RuneLen(r)
		if r == utf8.RuneError {
			_, n := utf8.DecodeRuneInString(s[i:])
			end = i + n
		}
		switch {
		case r == '\n':
			depth = 0
		case strings.ContainsRune(opening, r):
			depth++
			continue
		case strings.ContainsRune(closing, r):
			depth = max(depth-1, 0)
			if !long(end-start, r) {
				continue
			}
		case (r == '。' || r == '．' && stop(s[end:])) && depth == 0:
		case !long(end-start, r):
			continue
		}
		out = append(out, s[start:end])
		start = end
	}
	if start < len(s) {
		out = append(out, s[start:])
	}
	return out
}

// long reports whether a sentence of n bytes that ends in r is to be cut.
func long(n int, r rune) bool {
	return n > 2*longest || n > longest && (r == '、' || r == '，' || r == '。')
}

// stop reports whether a full-width point before rest ends a sentence, which
// it does not before a figure (１．２) or a letter.
func stop(rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	return rest == "" || r == '\n' || r > 0x2e80 && r < 0xff00
}

// The brackets that Japanese text uses, each closing one in the place of its
// opening one.
const (
	opening = "（(「『〔［[【〈《“｛{"
	closing = "）)」』〕］]】〉》”｝}"
)
