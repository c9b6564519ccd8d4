package wording

import "strings"

// slide moves words that were only taken out, or only put in, to where readers
// would see the change: 「（以下「基本法」という。）」 rather than 「）（以下「基本法」という。」.
// Where the word before such a run is the same as its last, the run can begin
// one word earlier, and so on; of all places the best is taken.
func slide(a, b []word, ms []match) []match {
	toA, toB := pairedWith(ms, len(a), len(b))
	slideSide(a, toA, toB)
	slideSide(b, toB, toA)
	out := ms[:0]
	for i, j := range toA {
		if j >= 0 {
			out = append(out, match{a: i, an: 1, b: j, bn: 1})
		}
	}
	return out
}

// pairedWith gives for every word of both sides the one that it is matched
// with, -1 for none.
func pairedWith(ms []match, n, m int) (toA, toB []int) {
	toA, toB = make([]int, n), make([]int, m)
	for i := range toA {
		toA[i] = -1
	}
	for j := range toB {
		toB[j] = -1
	}
	for _, x := range ms {
		toA[x.a], toB[x.b] = x.b, x.a
	}
	return toA, toB
}

// slideSide moves the runs of w that have nothing against them.
func slideSide(w []word, to, back []int) {
	for s := 0; s < len(w); {
		if to[s] >= 0 {
			s++
			continue
		}
		e := s
		for e < len(w) && to[e] < 0 {
			e++
		}
		if alone(to, back, s, e) {
			_, e = place(w, to, back, s, e)
		}
		s = e
	}
}

// alone reports whether nothing stands on the other side in the place of
// [s,e).
func alone(to, back []int, s, e int) bool {
	before, after := -1, len(back)
	if s > 0 {
		before = to[s-1]
	}
	if e < len(to) {
		after = to[e]
	}
	return after == before+1
}

// place moves the run [s,e) to its best place and gives that.
func place(w []word, to, back []int, s, e int) (int, int) {
	for s > 0 && to[s-1] >= 0 && w[s-1].key == w[e-1].key {
		s, e = move(to, back, s, e, -1)
	}
	best, steps, at := worth(w, s, e), 0, 0
	for e < len(w) && to[e] >= 0 && w[e].key == w[s].key {
		s, e = move(to, back, s, e, 1)
		steps++
		if v := worth(w, s, e); v > best {
			best, at = v, steps
		}
	}
	for ; steps > at; steps-- {
		s, e = move(to, back, s, e, -1)
	}
	return s, e
}

// move shifts the run [s,e) by one word.
func move(to, back []int, s, e, by int) (int, int) {
	if by < 0 {
		to[e-1], to[s-1] = to[s-1], -1
		back[to[e-1]] = e - 1
	} else {
		to[s], to[e] = to[e], -1
		back[to[s]] = s
	}
	return s + by, e + by
}

// worth says how well a run can be read as one thing: its brackets are whole,
// it ends where readers pause, or begins after such a place.
func worth(w []word, s, e int) int {
	n := 0
	if balanced(w[s:e]) {
		n += 4
	}
	if boundary(w[e-1].folded) {
		n += 2
	}
	if s == 0 || boundary(w[s-1].folded) {
		n += 2
	}
	if w[s].content {
		n++
	}
	return n
}

func balanced(w []word) bool {
	depth := 0
	for i := range w {
		for _, r := range w[i].folded {
			if strings.ContainsRune(opening, r) {
				depth++
			} else if strings.ContainsRune(closing, r) {
				if depth--; depth < 0 {
					return false
				}
			}
		}
	}
	return depth == 0
}
