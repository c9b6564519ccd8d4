package cite

import "strings"

// bareNumbers gives by their start the law numbers that belong to no citation.
func (pg *page) bareNumbers() map[int]*lawNumber {
	var out map[int]*lawNumber
	for k := range pg.numbers {
		n := &pg.numbers[k]
		if pg.covered(n.start) {
			continue
		}
		if out == nil {
			out = map[int]*lawNumber{}
		}
		out[n.start] = n
	}
	return out
}

// inParens reports whether i lies in a pair of parentheses.
func (pg *page) inParens(i int) bool {
	for k := range pg.pairs {
		if p := &pg.pairs[k]; p.open > i {
			return false
		} else if !p.quote && i < p.end {
			return true
		}
	}
	return false
}

// bareNumber takes a number in running text that names a law by itself
// (昭和33年建設省告示第1357号第2), as notices without a title are cited, for a
// mention of the law that is cited with it elsewhere, and gives the offset
// behind it. A number with a day belongs to a history of amendments, one in
// parentheses to what stands before them: they name nothing.
func (r *resolver) bareNumber(pg *page, n *lawNumber) int {
	begins := pg.kind == runParagraph && strings.TrimSpace(pg.s[:n.start]) == "" && strings.TrimSpace(pg.s[n.end:]) != ""
	if n.dated || pg.heads(n.start) && !begins || pg.inParens(n.start) {
		return n.end
	}
	if w := r.byKey["law-"+n.text]; w != nil {
		r.mentionOf(pg, w, Title, n.start, n.end)
		return n.end
	}
	a := antecedent{name: n.text}
	if list, ok := pg.readPins(n.end, pin{}); ok {
		a.pin = list.pins[0]
		r.remember(a)
		r.claim(list, a)
	} else {
		r.remember(a)
	}
	r.unresolved(pg, n.start, n.end, noTitle)
	return n.end
}

// noTitle is why a number alone is not resolved.
const noTitle = "法令番号の前に題名がない (a law number without a title before it)"
