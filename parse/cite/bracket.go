package cite

import "unicode/utf8"

// A pair is an opening bracket or quotation mark with the one that closes it.
type pair struct {
	open, in   int // bytes: the opening sign, and what it holds
	close, end int // bytes: the closing sign, and behind it
	quote      bool
	parent     int // index of the pair around it; -1 where there is none
	depth      int // how many pairs are around it
}

// brackets are the signs that come in pairs. Both widths of a kind close each
// other, as hand-typed documents mix them.
var brackets = map[rune]bracket{
	'（': {1, false}, '(': {1, false}, '）': {1, true}, ')': {1, true},
	'〔': {2, false}, '〕': {2, true},
	'【': {3, false}, '】': {3, true},
	'［': {4, false}, '[': {4, false}, '］': {4, true}, ']': {4, true},
	'「': {5, false}, '｢': {5, false}, '」': {5, true}, '｣': {5, true},
	'『': {6, false}, '』': {6, true},
	'“': {7, false}, '”': {7, true},
	'〈': {8, false}, '〉': {8, true},
	'《': {9, false}, '》': {9, true},
}

// bracketOf is brackets[r], told at once for kana, kanji and letters: nearly
// every sign of a text.
func bracketOf(r rune) (bracket, bool) {
	switch {
	case r < 0x80, r >= 0xFF00 && r < 0x10000:
		b := narrowAndWide[r&0xFF]
		return b.bracket, b.sign == r && r != 0
	case r >= 0x2000 && r < 0x3040:
		b, ok := brackets[r]
		return b, ok
	}
	return bracket{}, false
}

// narrowAndWide are the brackets below U+0080 and from U+FF00 on, by the last
// byte of their code points, of which no two are the same.
var narrowAndWide = func() (list [256]struct {
	bracket
	sign rune
},
) {
	for r, b := range brackets {
		if r < 0x80 || r >= 0xFF00 {
			list[r&0xFF].bracket, list[r&0xFF].sign = b, r
		}
	}
	return list
}()

// A bracket is a sign that comes in pairs.
type bracket struct {
	kind  int
	close bool
}

func (b bracket) quoteKind() bool { return b.kind >= firstQuote && b.kind != 8 }

// firstQuote is the first kind that is a quotation mark.
const firstQuote = 5

// maxOpen is how many open brackets are looked through for the partner of a
// closing one; it keeps a text of opening brackets alone linear.
const maxOpen = 16

// Bounds on a pair that is read for what it says: no note is longer, in bytes,
// or stands deeper. They keep hostile nesting linear.
const (
	maxNote  = 8000
	maxDepth = 16
)

// legible reports whether a pair is short and shallow enough to be read.
func (p *pair) legible() bool { return p.close-p.in <= maxNote && p.depth < maxDepth }

// pairs finds the brackets of s that have a partner, in order of their opening
// sign. An opening sign without a partner opens nothing: what it would hold
// belongs to the bracket around it.
func pairs(s string) []pair {
	var out []pair
	type frame struct{ kind, at int }
	var stack []frame
	for i := 0; i < len(s); {
		c := s[i]
		if c < 0x80 && c != '(' && c != ')' && c != '[' && c != ']' {
			i++
			continue
		}
		// Kana and ideographs begin with 0xE3 and more; the brackets among these
		// are below U+3040.
		if c >= 0xE3 && c < 0xEF && (c > 0xE3 || i+1 < len(s) && s[i+1] > 0x80) {
			_, w := utf8.DecodeRuneInString(s[i:])
			i += w
			continue
		}
		r, w := utf8.DecodeRuneInString(s[i:])
		b, ok := bracketOf(r)
		switch {
		case !ok:
		case !b.close:
			stack = append(stack, frame{b.kind, len(out)})
			out = append(out, pair{open: i, in: i + w, quote: b.quoteKind(), close: -1, parent: -1})
		default:
			for k := len(stack) - 1; k >= 0 && k >= len(stack)-maxOpen; k-- {
				if stack[k].kind == b.kind {
					out[stack[k].at].close, out[stack[k].at].end = i, i+w
					stack = stack[:k]
					break
				}
			}
		}
		i += w
	}
	return nest(out)
}

// nest drops what was never closed and sets the parents.
func nest(list []pair) []pair {
	out := list[:0]
	for _, p := range list {
		if p.close >= 0 {
			out = append(out, p)
		}
	}
	var stack []int
	for k := range out {
		for len(stack) > 0 && out[stack[len(stack)-1]].end <= out[k].open {
			stack = stack[:len(stack)-1]
		}
		if len(stack) > 0 {
			out[k].parent = stack[len(stack)-1]
			out[k].depth = len(stack)
		}
		stack = append(stack, k)
	}
	return out
}
