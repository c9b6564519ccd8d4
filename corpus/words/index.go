package words

import (
	"slices"
	"strings"
)

// Levels are the degrees of strength that a word of a unit is marked with.
//
// To rank the hits of a word that stands in a third of all units takes longer
// than anyone wants to wait, and nearly all of them are of no interest. So the
// index marks, in each unit, the content words that the unit says often for
// its length: those of which the term-frequency part of BM25 is above a bound.
// Where a search finds very many units, only those are ranked in which a word
// of it is marked. For a single word that is the true order, since no unit
// without the mark scores higher than one with it.
var Levels = [...]struct {
	Sign  string  // before the word; a private-use character, which is in no word
	Bound float64 // of a part that goes up to k1+1 = 2.2
}{
	{"\ue011", 1.6},
	{"\ue012", 1.9},
	{"\ue013", 2.05},
}

// The constants of BM25 as SQLite has them, the weight of a heading's words as
// package store has it, and the usual length of a unit, in words.
const (
	k1, b       = 1.2, 0.75
	titleWeight = 4
	usualLength = 150
)

// Strong gives the marked words of a unit, apart by spaces and sorted.
func Strong(title, body []Word) string {
	count := map[string]int{}
	for _, w := range body {
		if w.Content {
			count[w.Text]++
		}
	}
	for _, w := range title {
		if w.Content {
			count[w.Text] += titleWeight
		}
	}
	length := float64(len(title) + len(body))
	var marked []string
	for w, n := range count {
		f := float64(n)
		part := f * (k1 + 1) / (f + k1*(1-b+b*length/usualLength))
		for _, l := range Levels {
			if part >= l.Bound {
				marked = append(marked, l.Sign+w)
			}
		}
	}
	slices.Sort(marked)
	return strings.Join(marked, " ")
}

// Join puts words into one text, apart by spaces.
func Join(words []Word) string {
	size := 0
	for i := range words {
		size += len(words[i].Text) + 1
	}
	var b strings.Builder
	b.Grow(size)
	for i := range words {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(words[i].Text)
	}
	return b.String()
}
