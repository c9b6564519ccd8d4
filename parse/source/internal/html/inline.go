package html

import (
	"strings"
	"unicode/utf8"
)

// An inline is the text of a block in the making, with white space collapsed
// as a browser does it (CSS Text 3, 4.1): a run of it is one space, and where
// it holds a line break between two wide characters it is nothing.
type inline struct {
	b     strings.Builder
	space bool // a space is due
	feed  bool // it held a line break
	last  rune
}

func (i *inline) blank() bool { return i.b.Len() == 0 }

func (i *inline) write(s string) {
	for _, r := range s {
		switch r {
		case ' ', '\t':
			i.space = true
		case '\n', '\r', '\f':
			i.space, i.feed = true, true
		default:
			if i.space && i.b.Len() > 0 && i.last != '\n' && !(i.feed && wide(i.last) && wide(r)) {
				i.b.WriteByte(' ')
			}
			i.space, i.feed = false, false
			i.b.WriteRune(r)
			i.last = r
		}
	}
}

func (i *inline) breakLine() {
	if i.b.Len() > 0 && i.last != '\n' {
		i.b.WriteByte('\n')
		i.last = '\n'
	}
	i.space, i.feed = false, false
}

func (i *inline) take() string {
	s := strings.TrimRight(i.b.String(), "\n")
	*i = inline{}
	if strings.TrimSpace(s) == "" {
		return ""
	}
	return s
}

// wide is true of the characters between which a line break means no space.
func wide(r rune) bool {
	return 0x2E80 <= r && r <= 0x9FFF || 0xF900 <= r && r <= 0xFAFF || 0xFF01 <= r && r <= 0xFF60 || r >= 0x20000
}

// firstRune gives the first character.
func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}
