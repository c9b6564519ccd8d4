package align

import (
	"cmp"
	"slices"
)

// A pair is an old unit and a new one that may be the same, with the signals
// that speak for it.
type pair struct {
	i, j   int
	sig    signals
	score  float64 // similarity by content, 0 to 1
	rivalI float64 // the best score of i with another unit
	rivalJ float64 // the best score of j with another unit
	nearI  float64 // what i's other candidates score on average
	nearJ  float64 // what j's other candidates score on average
	whole  float64 // what speaks for or against it as a heading for its parts
	odds   float64 // log-odds that the two are the same
}

const (
	// few is the number of pairs up to which all of them are scored.
	few = 1 << 15
	// most is how many candidates a unit keeps where there are more.
	most = 24
	// common is the number of units on one side above which a feature no
	// longer makes candidates.
	common = 48
)

// candidates gives the pairs that are worth scoring, in order. Where there are
// few units that is all of them; else those that share rare features: the
// work grows with the units, not with their product.
func candidates(pa, pb []profile, freeA, freeB []bool) [][2]int {
	if len(pa)*len(pb) <= few {
		return all(freeA, freeB)
	}
	out := nearest(pa, pb, freeA, freeB)
	for _, p := range nearest(pb, pa, freeB, freeA) {
		out = append(out, [2]int{p[1], p[0]})
	}
	slices.SortFunc(out, func(x, y [2]int) int {
		return cmp.Or(cmp.Compare(x[0], y[0]), cmp.Compare(x[1], y[1]))
	})
	return slices.Compact(out)
}

func all(freeA, freeB []bool) [][2]int {
	var out [][2]int
	for i, a := range freeA {
		for j, b := range freeB {
			if a && b {
				out = append(out, [2]int{i, j})
			}
		}
	}
	return out
}

// nearest gives for each unit of a the units of b that share the most of its
// rare features.
func nearest(pa, pb []profile, freeA, freeB []bool) [][2]int {
	lists := postings(pb, freeB)
	sums := make([]float32, len(pb))
	var out [][2]int
	for i := range pa {
		if !freeA[i] {
			continue
		}
		var seen []int
		for _, f := range pa[i].subject {
			list := lists[f.id]
			if len(list) > common {
				continue
			}
			for _, e := range list {
				if sums[e.unit] == 0 {
					seen = append(seen, int(e.unit))
				}
				sums[e.unit] += f.w * e.w
			}
		}
		slices.SortFunc(seen, func(x, y int) int {
			return cmp.Or(cmp.Compare(sums[y], sums[x]), cmp.Compare(x, y))
		})
		for _, j := range seen[:min(most, len(seen))] {
			out = append(out, [2]int{i, j})
		}
		for _, j := range seen {
			sums[j] = 0
		}
	}
	return out
}

type posting struct {
	unit int32
	w    float32
}

func postings(ps []profile, free []bool) map[int32][]posting {
	out := map[int32][]posting{}
	for j := range ps {
		if !free[j] {
			continue
		}
		for _, f := range ps[j].subject {
			if l := out[f.id]; len(l) <= common {
				out[f.id] = append(l, posting{int32(j), f.w})
			}
		}
	}
	return out
}
