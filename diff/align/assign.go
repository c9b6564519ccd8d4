package align

import (
	"container/heap"
	"slices"
)

// assign chooses pairs so that no unit is in two and the sum of their odds is
// as large as can be; pairs of negative odds are never chosen. It gives the
// index in ps of the pair of each old unit, -1 where it has none.
//
// It is the method of successive shortest paths on the sparse table of
// candidates (Jonker and Volgenant 1987 describe it for the full one): each
// old unit in turn looks, by Dijkstra's algorithm over reduced costs, for the
// cheapest chain of re-assignments that ends at a free new unit or leaves one
// old unit alone. Ties fall to the smaller index.
func assign(ps []pair, n, m int) []int {
	s := solver{
		ps: ps, edges: make([][]int, n), u: make([]float64, n), v: make([]float64, m),
		row: slices.Repeat([]int{-1}, n), col: slices.Repeat([]int{-1}, m),
		dist: make([]float64, m), via: make([]int, m), state: make([]int8, m),
	}
	for k, p := range ps {
		if p.odds > 0 {
			s.edges[p.i] = append(s.edges[p.i], k)
			s.u[p.i] = min(s.u[p.i], -p.odds)
		}
	}
	for i := range n {
		s.augment(i)
	}
	return s.row
}

type solver struct {
	ps       []pair
	edges    [][]int   // pairs of each old unit
	u, v     []float64 // potentials
	row, col []int     // chosen pair of each unit, -1 for none
	dist     []float64
	via      []int // pair by which a new unit was reached
	state    []int8
	queue    queue
}

const (
	unseen = iota
	seen
	scanned
)

// augment gives old unit i the pair that costs the whole least.
func (s *solver) augment(i int) {
	type step struct {
		row int
		d   float64
	}
	rows := []step{{i, 0}}
	var cols []int
	s.queue = s.queue[:0]
	end, endRow, total := -1, i, -s.u[i] // so far: leave i alone
	for at := 0; ; {
		cols = s.scan(rows[at].row, rows[at].d, cols)
		if alone := rows[at].d - s.u[rows[at].row]; alone < total {
			end, endRow, total = -1, rows[at].row, alone
		}
		j := s.closest(total)
		if j < 0 {
			break
		}
		if s.col[j] < 0 {
			end, total = j, s.dist[j]
			break
		}
		rows = append(rows, step{s.ps[s.col[j]].i, s.dist[j]})
		at++
	}
	for _, r := range rows {
		s.u[r.row] += total - r.d
	}
	for _, j := range cols {
		if s.state[j] == scanned && s.dist[j] < total {
			s.v[j] -= total - s.dist[j]
		}
		s.state[j] = unseen
	}
	s.flip(i, end, endRow)
}

// scan looks at the pairs of a row that is d away.
func (s *solver) scan(row int, d float64, cols []int) []int {
	for _, k := range s.edges[row] {
		j := s.ps[k].j
		nd := d - s.ps[k].odds - s.u[row] - s.v[j]
		if s.state[j] == scanned || s.state[j] == seen && nd >= s.dist[j] {
			continue
		}
		if s.state[j] == unseen {
			cols = append(cols, j)
		}
		s.state[j], s.dist[j], s.via[j] = seen, nd, k
		heap.Push(&s.queue, item{nd, j})
	}
	return cols
}

// closest takes the new unit that is reached at the least cost under limit, -1
// where there is none.
func (s *solver) closest(limit float64) int {
	for len(s.queue) > 0 {
		it := heap.Pop(&s.queue).(item)
		if s.state[it.col] == scanned { // it was put in again at less, and taken
			continue
		}
		if it.d >= limit {
			return -1
		}
		s.state[it.col] = scanned
		return it.col
	}
	return -1
}

// flip re-assigns along the chain from old unit i to new unit end, or to the
// old unit that is left alone where end is -1.
func (s *solver) flip(i, end, alone int) {
	if end < 0 {
		if alone == i {
			return
		}
		end = s.ps[s.row[alone]].j
		s.row[alone] = -1
	}
	for {
		k := s.via[end]
		row := s.ps[k].i
		before := s.row[row]
		s.row[row], s.col[end] = k, k
		if row == i {
			return
		}
		end = s.ps[before].j
	}
}

type item struct {
	d   float64
	col int
}

type queue []item

func (q queue) Len() int { return len(q) }
func (q queue) Less(i, j int) bool {
	return q[i].d < q[j].d || q[i].d == q[j].d && q[i].col < q[j].col
}
func (q queue) Swap(i, j int) { q[i], q[j] = q[j], q[i] }
func (q *queue) Push(x any)   { *q = append(*q, x.(item)) }
func (q *queue) Pop() any {
	old := *q
	it := old[len(old)-1]
	*q = old[:len(old)-1]
	return it
}
