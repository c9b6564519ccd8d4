package align

import (
	"math"
	"math/rand/v2"
	"testing"
)

// best is the greatest sum of odds by trying all ways.
func best(odds [][]float64, i int, used []bool) float64 {
	if i == len(odds) {
		return 0
	}
	sum := best(odds, i+1, used)
	for j, o := range odds[i] {
		if o > 0 && !used[j] {
			used[j] = true
			sum = max(sum, o+best(odds, i+1, used))
			used[j] = false
		}
	}
	return sum
}

func TestAssignIsOptimal(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		n, m := 1+r.IntN(6), 1+r.IntN(6)
		odds := make([][]float64, n)
		var ps []pair
		for i := range odds {
			odds[i] = make([]float64, m)
			for j := range odds[i] {
				odds[i][j] = float64(r.IntN(9) - 3)
				if r.IntN(3) > 0 {
					ps = append(ps, pair{i: i, j: j, odds: odds[i][j]})
				} else {
					odds[i][j] = 0
				}
			}
		}
		sum, used := 0.0, map[int]bool{}
		for i, k := range assign(ps, n, m) {
			if k < 0 {
				continue
			}
			if ps[k].i != i || used[ps[k].j] || ps[k].odds <= 0 {
				t.Fatalf("unit %d has pair %+v", i, ps[k])
			}
			used[ps[k].j] = true
			sum += ps[k].odds
		}
		if want := best(odds, 0, make([]bool, m)); math.Abs(sum-want) > 1e-9 {
			t.Fatalf("%v: %v, want %v", odds, sum, want)
		}
	}
}

func TestIncreasing(t *testing.T) {
	for _, c := range []struct {
		v    []int
		want int
	}{{nil, 0}, {[]int{3}, 1}, {[]int{1, 2, 3}, 3}, {[]int{3, 1, 2, 5, 4}, 3}, {[]int{2, 2, 1}, 2}} {
		run := increasing(c.v)
		if len(run) != c.want {
			t.Errorf("%v: %v", c.v, run)
		}
		for k := 1; k < len(run); k++ {
			if run[k] <= run[k-1] || c.v[run[k]] < c.v[run[k-1]] {
				t.Errorf("%v: %v falls", c.v, run)
			}
		}
	}
}
