package wording

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// clean makes a script readable. Each rule but the first two only takes matches
// away, so that these can be repeated until none applies.
func clean(a, b []word, ms []match) []match {
	ms = respell(a, b, slide(a, b, ms))
	for {
		n := len(ms)
		ms = dropIslands(a, b, ms)
		ms = keepCompounds(a, b, ms)
		ms = keepBrackets(a, b, ms)
		if len(ms) == n {
			return ms
		}
	}
}

// gaps calls f for what stands before, between and after the matches, which
// may be nothing.
func gaps(a, b []word, ms []match, f func(a0, a1, b0, b1 int)) {
	i, j := 0, 0
	for _, m := range append(slices.Clip(ms), match{a: len(a), b: len(b)}) {
		f(i, m.a, j, m.b)
		i, j = m.a+m.an, m.b+m.bn
	}
}

// respell finds in what the script replaced the words that are only spaced or
// spelt otherwise: their readings agree, and where both have ideographs, so do these
// (取り組み, 取組), or one side has none (及び, および).
func respell(a, b []word, ms []match) []match {
	out := slices.Clone(ms)
	gaps(a, b, ms, func(a0, a1, b0, b1 int) {
		for i := a0; i < a1; i++ {
			if m, ok := respelt(a[i:a1], b[b0:b1]); ok {
				m.a, m.b = m.a+i, m.b+b0
				out = append(out, m)
				i, b0 = m.a+m.an-1, m.b+m.bn
			}
		}
	})
	slices.SortFunc(out, func(x, y match) int { return x.a - y.a })
	return out
}

// respelt looks for up to three words at the start of a that are up to three
// words of b spelt otherwise.
func respelt(a, b []word) (match, bool) {
	const most = 3
	for j := range b {
		for n := 1; n <= min(most, len(a)); n++ {
			for m := 1; m <= min(most, len(b)-j); m++ {
				switch {
				case sameText(a[:n], b[j:j+m]):
					return match{an: n, b: j, bn: m, why: Spacing}, true
				case sameSound(a[:n], b[j:j+m]):
					return match{an: n, b: j, bn: m, why: Spelling}, true
				}
			}
		}
	}
	return match{}, false
}

// sameText reports whether two runs of words differ in white space only: a
// Latin word that was broken at the end of a line. One word that the dictionary
// reads in two ways is the same as well.
func sameText(a, b []word) bool { return bare(foldedText(a)) == bare(foldedText(b)) }

func sameSound(a, b []word) bool {
	ra := readings(a)
	if ra == "" || ra != readings(b) {
		return false
	}
	ha, hb := han(a), han(b)
	return ha == hb || (ha == "" || hb == "") && utf8.RuneCountInString(ra) > 1
}

// readings gives how words are read, nothing where that is not known of all.
func readings(words []word) string {
	var s strings.Builder
	for i := range words {
		if words[i].reading == "" {
			return ""
		}
		s.WriteString(words[i].reading)
	}
	return s.String()
}

func han(words []word) string {
	var s strings.Builder
	for i := range words {
		s.WriteString(ideographs(words[i].folded))
	}
	return s.String()
}

// dropIslands gives up runs of matches between two changes that say less than
// the changes: particles and signs alone, or a run shorter than either
// neighbour by half.
func dropIslands(a, b []word, ms []match) []match {
	var out []match
	for i := 0; i < len(ms); {
		j := i + 1
		for j < len(ms) && ms[j].a == ms[j-1].a+ms[j-1].an && ms[j].b == ms[j-1].b+ms[j-1].bn {
			j++
		}
		if !island(a, b, ms, i, j) {
			out = append(out, ms[i:j]...)
		}
		i = j
	}
	return out
}

// island reports whether the run ms[i:j] is to be given up.
func island(a, b []word, ms []match, i, j int) bool {
	left := between(a, b, ms, i)
	right := between(a, b, ms, j)
	if left == 0 || right == 0 {
		return false
	}
	mass, content, bound := 0, false, false
	for _, m := range ms[i:j] {
		for k := m.a; k < m.a+m.an; k++ {
			mass += a[k].mass()
			content = content || a[k].content
			bound = bound || boundary(a[k].folded)
		}
	}
	if bound && !content {
		return false // 、 between two changed clauses keeps them apart
	}
	return !content || 2*mass < min(left, right)
}

// boundary reports whether a folded word is a sign at which readers pause.
func boundary(s string) bool { return s == "、" || s == "。" || s == "・" || s == ":" }

// between is the mass of the change before match i, that of its larger side.
func between(a, b []word, ms []match, i int) int {
	a0, b0, a1, b1 := 0, 0, len(a), len(b)
	if i > 0 {
		a0, b0 = ms[i-1].a+ms[i-1].an, ms[i-1].b+ms[i-1].bn
	}
	if i < len(ms) {
		a1, b1 = ms[i].a, ms[i].b
	}
	return max(massOf(a[a0:a1]), massOf(b[b0:b1]))
}

func massOf(words []word) int {
	n := 0
	for i := range words {
		n += words[i].mass()
	}
	return n
}

// keepCompounds gives up the matched words of a compound of which other words
// changed, so that a term is replaced as a whole.
func keepCompounds(a, b []word, ms []match) []match {
	broken := map[int]bool{}  // compounds of a
	brokenB := map[int]bool{} // compounds of b
	gaps(a, b, ms, func(a0, a1, b0, b1 int) {
		for _, w := range a[a0:a1] {
			broken[w.compound] = true
		}
		for _, w := range b[b0:b1] {
			brokenB[w.compound] = true
		}
	})
	broken[0], brokenB[0] = false, false
	return slices.DeleteFunc(ms, func(m match) bool {
		return broken[a[m.a].compound] || brokenB[b[m.b].compound]
	})
}

// keepBrackets gives up a matched bracket of which the other half changed.
func keepBrackets(a, b []word, ms []match) []match {
	inA, inB := make([]bool, len(a)), make([]bool, len(b))
	for _, m := range ms {
		inA[m.a], inB[m.b] = true, true
	}
	pa, pb := partners(a), partners(b)
	return slices.DeleteFunc(ms, func(m match) bool {
		x, y := pa[m.a], pb[m.b]
		return x >= 0 && !inA[x] || y >= 0 && !inB[y]
	})
}

// partners gives for each word that is a bracket the index of its other half,
// -1 for all else. Brackets of kinds that cross are left alone.
func partners(words []word) []int {
	out := make([]int, len(words))
	var open []int
	for i := range words {
		out[i] = -1
		r, n := utf8.DecodeRuneInString(words[i].folded)
		if n != len(words[i].folded) || n == 0 || unicode.IsLetter(r) {
			continue
		}
		if strings.ContainsRune(opening, r) {
			open = append(open, i)
		} else if k := strings.IndexRune(closing, r); k >= 0 && len(open) > 0 {
			o := open[len(open)-1]
			if matching(words[o].folded, r) {
				open = open[:len(open)-1]
				out[o], out[i] = i, o
			}
		}
	}
	return out
}

func matching(o string, c rune) bool {
	or, _ := utf8.DecodeRuneInString(o)
	return slices.Index([]rune(opening), or) == slices.Index([]rune(closing), c)
}
