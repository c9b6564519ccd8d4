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

// bracketOf tells the signs that come in pairs. Both widths of a kind close each
// other, as hand-typed documents mix them.
func bracketOf(r rune) (b bracket, ok bool) {
	switch r {
	case '（', '(':
		return bracket{kind: 1}, true
	case '）', ')':
		return bracket{kind: 1, close: true}, true
	case '〔':
		return bracket{kind: 2}, true
	case '〕':
		return bracket{kind: 2, close: true}, true
	case '【':
		return bracket{kind: 3}, true
	case '】':
		return bracket{kind: 3, close: true}, true
	case '［', '[':
		return bracket{kind: 4}, true
	case '］', ']':
		return bracket{kind: 4, close: true}, true
	case '〈':
		return bracket{kind: 5}, true
	case '〉':
		return bracket{kind: 5, close: true}, true
	case '「', '｢':
		return bracket{kind: 6, quote: true}, true
	case '」', '｣':
		return bracket{kind: 6, quote: true, close: true}, true
	case '『':
		return bracket{kind: 7, quote: true}, true
	case '』':
		return bracket{kind: 7, quote: true, close: true}, true
	case '“':
		return bracket{kind: 8, quote: true}, true
	case '”':
		return bracket{kind: 8, quote: true, close: true}, true
	case '《':
		return bracket{kind: 9, quote: true}, true
	case '》':
		return bracket{kind: 9, quote: true, close: true}, true
	}
	return bracket{}, false
}

// A bracket is a sign that comes in pairs.
type bracket struct {
	kind         int
	close, quote bool
}

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
	for i, r := range s {
		b, ok := bracketOf(r)
		switch {
		case !ok:
		case !b.close:
			stack = append(stack, frame{b.kind, len(out)})
			out = append(out, pair{open: i, in: i + utf8.RuneLen(r), quote: b.quote, close: -1, parent: -1})
		default:
			for k := len(stack) - 1; k >= 0 && k >= len(stack)-maxOpen; k-- {
				if stack[k].kind == b.kind {
					out[stack[k].at].close, out[stack[k].at].end = i, i+utf8.RuneLen(r)
					stack = stack[:k]
					break
				}
			}
		}
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
