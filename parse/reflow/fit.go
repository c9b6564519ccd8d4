package reflow

import "unicode/utf8"

// A Ruler measures how long the full lines of one kind of text are, from pairs
// of lines that surely belong together: the first of such a pair is full, for
// else the beginning of the second would stand in it. Each pair bounds the
// measure from both sides, and the length within most bounds wins.
type Ruler struct {
	votes map[int]int // half em to number of pairs that allow it
	pairs int
}

// Fit is what a [Ruler] found.
type Fit struct {
	Width float64 // em, right edge of a full line; 0 where unknown
	Share float64 // of the pairs that agree on it
	Pairs int
}

// Add notes a pair of lines of one paragraph.
func (r *Ruler) Add(right, unit float64, hangs bool) {
	if r.votes == nil {
		r.votes = map[int]int{}
	}
	low, high := int(right*2), int((right+unit)*2)
	if hangs { // 。 may hang over the edge
		low -= 2
	}
	for w := low; w < high; w++ {
		r.votes[w]++
	}
	r.pairs++
}

// Fit gives the length that most pairs allow, the longest of equals.
func (r *Ruler) Fit() Fit {
	best, most := 0, 0
	for w, n := range r.votes {
		if n > most || n == most && w > best {
			best, most = w, n
		}
	}
	if most == 0 {
		return Fit{}
	}
	return Fit{Width: float64(best) / 2, Share: float64(most) / float64(r.pairs), Pairs: r.pairs}
}

// Unit is the width in em of what has to go on a line together at its
// beginning: a Latin word, an opening bracket with what it opens, a character
// with the signs that may not begin a line.
func Unit(s string) float64 {
	w := 0.0
	for i, r := range s {
		if i > 0 && w > 12 {
			return w
		}
		next, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(r):])
		w += Em(r)
		switch {
		case isLatin(r) && isLatin(next), opensBracket(r), beginsNoLine(next), next == '・':
		default:
			return w
		}
	}
	return w
}

// isLatin lists what stands together in a Latin word, number or address.
func isLatin(r rune) bool {
	return isWord(r) || r == '.' || r == '-' || r == '/' || r == '_' || r == '@' || r == '%' || r == ',' || r == '\''
}

func opensBracket(r rune) bool {
	switch r {
	case '（', '「', '『', '【', '〔', '(', '［', '[', '《', '〈':
		return true
	}
	return false
}

// Hangs reports whether a sign may hang over the end of the line.
func Hangs(r rune) bool { return r == '、' || r == '。' || r == '，' || r == '．' }
