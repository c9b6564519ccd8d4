package wording

import (
	"github.com/sergi/go-diff/diffmatchpatch"
)

// A match says that words a[A:A+N] are the words b[B:B+M]. All but those that
// were found to differ in spelling only have one word on either side.
type match struct {
	a, an int
	b, bn int
	why   Mechanical // set where the keys differ
}

// script finds the words that a and b have in common, in order, by go-diff.
// Each distinct key becomes a rune.
func script(a, b []word) []match {
	names := runes{known: map[string]rune{}, next: 1}
	d := diffmatchpatch.New()
	d.DiffTimeout = 0 // its clock would make the result depend on the machine
	diffs := d.DiffMainRunes(names.of(a), names.of(b), false)
	var out []match
	i, j := 0, 0
	for _, x := range diffs {
		n := len([]rune(x.Text))
		switch x.Type {
		case diffmatchpatch.DiffDelete:
			i += n
		case diffmatchpatch.DiffInsert:
			j += n
		case diffmatchpatch.DiffEqual:
			for range n {
				out = append(out, match{a: i, an: 1, b: j, bn: 1})
				i, j = i+1, j+1
			}
		}
	}
	return out
}

// runes gives each key a rune of its own, passing over the surrogates, which
// cannot stand in a string.
type runes struct {
	known map[string]rune
	next  rune
}

func (r *runes) of(words []word) []rune {
	out := make([]rune, len(words))
	for i := range words {
		k := words[i].key
		if r.known[k] == 0 {
			if r.next == 0xd800 {
				r.next = 0xe000
			}
			r.known[k] = r.next
			r.next++
		}
		out[i] = r.known[k]
	}
	return out
}
