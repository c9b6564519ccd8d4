package parse

import (
	"strings"
	"unicode/utf8"
)

// Quoted reports whether the paragraph is a quotation, as far as its text alone
// shows it: at least one sentence, wholly in 「」, 『』 or “”, with nothing behind
// but a full stop and the source in parentheses. A term or title in quotation
// marks is none.
func (p *Paragraph) Quoted() bool {
	s := strings.TrimSpace(p.Text.String)
	open, w := utf8.DecodeRuneInString(s)
	end := closingMark(s, open)
	if end < 0 || !strings.Contains(s[w:end], "。") {
		return false
	}
	_, w = utf8.DecodeRuneInString(s[end:])
	rest := strings.Trim(s[end+w:], " \u3000。")
	return rest == "" || oneBracket(rest)
}

// closingMark gives the offset of the mark that closes the quotation which s
// begins with, -1 where it begins with none or does not close it. Quotations
// may stand in one another.
func closingMark(s string, open rune) int {
	marks := map[rune]rune{'「': '」', '『': '』', '“': '”'}
	shut, ok := marks[open]
	if !ok {
		return -1
	}
	depth := 0
	for i, r := range s {
		switch r {
		case open:
			depth++
		case shut:
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}
