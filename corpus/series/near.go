package series

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// A Pair is two series that may be one.
type Pair struct {
	A, B       string
	Similarity float64 // of their names, 0 to 1
}

// nearEnough is the share of character pairs from which names are proposed:
// under it are names of one ministry's different plans.
const nearEnough = 0.75

// Near proposes series that may be one under two names, nearest first. Names
// with other numbers in them are different documents of one set.
func Near(names []string) []Pair {
	grams := make([]map[string]int, len(names))
	where := map[string][]int{}
	for i, n := range names {
		grams[i] = bigrams(n)
		for g := range grams[i] {
			where[g] = append(where[g], i)
		}
	}
	var out []Pair
	for i, a := range names {
		shared := map[int]int{}
		for g, n := range grams[i] {
			for _, j := range where[g] {
				if j > i {
					shared[j] += min(n, grams[j][g])
				}
			}
		}
		for j, n := range shared {
			s := 2 * float64(n) / float64(total(grams[i])+total(grams[j]))
			if s >= nearEnough && figures(a) == figures(names[j]) {
				out = append(out, Pair{a, names[j], s})
			}
		}
	}
	slices.SortFunc(out, func(x, y Pair) int {
		return cmp.Or(cmp.Compare(y.Similarity, x.Similarity), strings.Compare(x.A, y.A), strings.Compare(x.B, y.B))
	})
	return out
}

func bigrams(s string) map[string]int {
	out := map[string]int{}
	r := []rune(s)
	for i := range len(r) - 1 {
		out[string(r[i:i+2])]++
	}
	return out
}

func total(grams map[string]int) int {
	n := 0
	for _, k := range grams {
		n += k
	}
	return n
}

// figures gives the numbers of a name.
func figures(s string) string {
	return strings.Join(digits().FindAllString(norm.NFKC.String(s), -1), " ")
}
