package cite

import "strings"

// A bareNumber is a law number that belongs to no citation.
type bareNumber struct {
	*lawNumber
	inParens bool
}

// bareNumbers gives them by their start.
func (pg *page) bareNumbers() map[int]bareNumber {
	var out map[int]bareNumber
	around := nesting{pairs: pg.pairs}
	for k := range pg.numbers {
		n := &pg.numbers[k]
		around.move(n.start)
		if pg.covered(n.start) {
			continue
		}
		if out == nil {
			out = map[int]bareNumber{}
		}
		out[n.start] = bareNumber{n, around.parens > 0}
	}
	return out
}

// A nesting follows the pairs around an offset that only grows.
type nesting struct {
	pairs  []pair // that begin behind the offset
	open   []pair // that hold it, outermost first
	parens int    // how many of these are parentheses, and no quotation marks
}

func (n *nesting) move(to int) {
	for len(n.pairs) > 0 && n.pairs[0].open <= to {
		n.close(n.pairs[0].open)
		n.open = append(n.open, n.pairs[0])
		if !n.pairs[0].quote {
			n.parens++
		}
		n.pairs = n.pairs[1:]
	}
	n.close(to)
}

// close leaves the pairs that end at or before an offset.
func (n *nesting) close(at int) {
	for k := len(n.open) - 1; k >= 0 && n.open[k].end <= at; k-- {
		if !n.open[k].quote {
			n.parens--
		}
		n.open = n.open[:k]
	}
}

// bareNumber takes a number in running text that names a law by itself
// (昭和33年建設省告示第1357号第2), as notices without a title are cited, for a
// mention of the law that is cited with it elsewhere, and gives the offset
// behind it. A number with a day belongs to a history of amendments, one in
// parentheses to what stands before them: they name nothing.
func (r *resolver) bareNumber(pg *page, n bareNumber) int {
	if n.dated || n.inParens || pg.heads(n.start) && !pg.begins(n.lawNumber) {
		return n.end
	}
	if w := r.byKey[lawKey(n.text)]; w != nil {
		r.mentionOf(pg, w, Title, n.start, n.end)
		return n.end
	}
	a := antecedent{name: n.text}
	if list, ok := pg.readPins(n.end, pin{}); ok {
		a.pin = list.pins[0]
		r.claim(list, a)
	}
	r.remember(a)
	r.unresolved(pg, n.start, n.end, noTitle)
	return n.end
}

// begins reports whether a paragraph begins with a number and goes on.
func (pg *page) begins(n *lawNumber) bool {
	return pg.kind == runParagraph && strings.TrimSpace(pg.s[:n.start]) == "" && strings.TrimSpace(pg.s[n.end:]) != ""
}

// noTitle is why a number alone is not resolved.
const noTitle = "法令番号の前に題名がない (a law number without a title before it)"
