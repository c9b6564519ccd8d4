package reflow

import "unicode/utf8"

// Separator is what stands between two lines that were wrapped apart: a space
// between two Latin words, for the wrap took it; nothing where a Japanese
// character stands on either side, and nothing inside an address, a
// hyphenated or slashed word or a number.
func Separator(a, b string) string {
	last, _ := utf8.DecodeLastRuneInString(a)
	first, _ := utf8.DecodeRuneInString(b)
	switch {
	case isWord(last) && isWord(first):
		if isASCIIDigit(last) && isASCIIDigit(first) || inAddress(a) {
			return ""
		}
		return " "
	case (last == ',' || last == ';' || last == '.' || last == ':') && isLetter(first) && !inAddress(a):
		return " "
	case last == ')' && isLetter(first), isLetter(last) && first == '(', last == '&' || first == '&' && isLetter(last):
		return " "
	}
	return ""
}

func isLetter(r rune) bool {
	return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || 0xC0 <= r && r <= 0x24F
}

func isASCIIDigit(r rune) bool { return '0' <= r && r <= '9' }

func isWord(r rune) bool { return isLetter(r) || isASCIIDigit(r) }

// inAddress reports whether the last word of a line is (part of) an address
// on the web or of mail.
func inAddress(a string) bool {
	i := len(a)
	for i > 0 && a[i-1] > ' ' && a[i-1] < 0x7f {
		i--
	}
	word := a[i:]
	for j := 0; j+2 < len(word); j++ {
		if word[j] == ':' && word[j+1] == '/' && word[j+2] == '/' || word[j] == '@' {
			return true
		}
	}
	return len(word) > 4 && word[:4] == "www."
}
