package era

import (
	"strings"
	"unicode/utf8"
)

// maxNumber bounds what a numeral may come to, well inside an int.
const maxNumber = 1_000_000_000_000_000

// Number reads a whole numeral in any style: half-width or full-width digits
// (with or without thousands commas), kanji digit by digit (二〇二〇) or by
// place (二千二十), and mixtures (4千８百). It reports false for anything else.
func Number(s string) (int, bool) {
	var n numeral
	for i, r := range s {
		if (r == ',' || r == '，') && i > 0 && i < len(s)-1 {
			if n.places { // 二千,三 is none
				return 0, false
			}
			continue
		}
		if !n.add(r) {
			return 0, false
		}
	}
	return n.value()
}

// A numeral is a number being read from left to right. Digits gather in run;
// 十, 百 and 千 move it to group; 万, 億 and 兆 move group to total.
type numeral struct {
	total, group, run int
	places            bool // 十, 百, 千, 万, 億 or 兆 came
	smallest          int  // the last place under 万, which the next has to stay below
	largest           int  // the last place from 万 on
	any, bad          bool
}

// add takes one more sign and reports whether it belongs to a numeral.
func (n *numeral) add(r rune) bool {
	if d, ok := digit(r); ok {
		n.run = n.run*10 + d
		n.any = true
		n.bad = n.bad || n.run > maxNumber
		return true
	}
	p := place(r)
	if p == 0 {
		return false
	}
	n.any, n.places = true, true
	if p < 10000 {
		n.addSmall(p)
	} else {
		n.addLarge(p)
	}
	return true
}

func (n *numeral) addSmall(p int) {
	if n.smallest != 0 && p >= n.smallest {
		n.bad = true
	}
	n.group += max(n.run, 1) * p
	n.run, n.smallest = 0, p
}

func (n *numeral) addLarge(p int) {
	if n.largest != 0 && p >= n.largest {
		n.bad = true
	}
	g := n.group + n.run
	if g == 0 || g > maxNumber/p {
		n.bad = true
		return
	}
	n.total += g * p
	n.group, n.run, n.smallest, n.largest = 0, 0, 0, p
}

func (n *numeral) value() (int, bool) {
	v := n.total + n.group + n.run
	return v, n.any && !n.bad && v <= maxNumber
}

// digit gives the value of one digit in any script.
func digit(r rune) (int, bool) {
	switch {
	case '0' <= r && r <= '9':
		return int(r - '0'), true
	case '０' <= r && r <= '９':
		return int(r - '０'), true
	}
	switch r {
	case '〇', '零':
		return 0, true
	case '一':
		return 1, true
	case '二':
		return 2, true
	case '三':
		return 3, true
	case '四':
		return 4, true
	case '五':
		return 5, true
	case '六':
		return 6, true
	case '七':
		return 7, true
	case '八':
		return 8, true
	case '九':
		return 9, true
	}
	return 0, false
}

// place gives the value of a sign of place, 0 for any other sign.
func place(r rune) int {
	switch r {
	case '十':
		return 10
	case '百':
		return 100
	case '千':
		return 1000
	case '万':
		return 10_000
	case '億':
		return 100_000_000
	case '兆':
		return 1_000_000_000_000
	}
	return 0
}

// isNumeral reports whether r is a digit or a sign of place.
func isNumeral(r rune) bool {
	_, ok := digit(r)
	return ok || place(r) != 0
}

// none is the offset given where what was asked for does not stand.
const none = -1

// maxGap is how much white space, in bytes, may stand inside an expression:
// enough for a line break and the indent of the next line.
const maxGap = 64

// gap gives the offset of the first sign at or after i that is no white
// space, and none where the text ends or more than maxGap bytes of it stand
// there.
func gap(s string, i int) int {
	end := min(len(s), i+maxGap)
	for i < end {
		switch c := s[i]; {
		case c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f':
			i++
		case c == 0xE3 && strings.HasPrefix(s[i:], "\u3000"):
			i += 3
		case c == 0xC2 && strings.HasPrefix(s[i:], "\u00a0"):
			i += 2
		default:
			return i
		}
	}
	return none
}

// skip gives the offset after the word w, which may have white space before
// and between its signs, or none where it does not stand at i.
func skip(s string, i int, w string) int {
	for _, r := range w {
		if i = gap(s, i); i == none {
			return none
		}
		c, n := utf8.DecodeRuneInString(s[i:])
		if c != r {
			return none
		}
		i += n
	}
	return i
}

// skipAny is skip for the first of several words that stands at i; it gives
// none where no one does.
func skipAny(s string, i int, words ...string) int {
	for _, w := range words {
		if j := skip(s, i, w); j != none {
			return j
		}
	}
	return none
}

// readNumber reads a numeral of at most most signs at i, white space before
// and between them allowed, and gives its value and the offset after it.
func readNumber(s string, i, most int) (v, end int, ok bool) {
	var n numeral
	end = i
	for k := 0; ; k++ {
		j := gap(s, end)
		if j == none {
			break
		}
		r, w := utf8.DecodeRuneInString(s[j:])
		if !isNumeral(r) {
			break
		}
		if k == most {
			return 0, i, false
		}
		n.add(r)
		end = j + w
	}
	v, ok = n.value()
	if !ok {
		return 0, i, false
	}
	return v, end, true
}

// readHole reads signs that keep a place open at i (〇, ○○, ●, X) and gives
// the offset after them, or none.
func readHole(s string, i int) int {
	end := none
	for range 4 {
		j := gap(s, i)
		if j == none {
			break
		}
		r, w := utf8.DecodeRuneInString(s[j:])
		if !isHole(r) {
			break
		}
		i = j + w
		end = i
	}
	return end
}

func isHole(r rune) bool {
	switch r {
	case '〇', '○', '●', '◯', '◎', '■', '□', '×', '✕', 'X', 'Ｘ', 'x', 'ｘ', '＊', '*', '＿', '_', '?', '？':
		return true
	}
	return false
}
