package pdf

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// A table is a ruled grid with the text of its cells. A cell that spans others
// stands in the first and leaves the rest empty.
type table struct {
	box  box
	rows [][]string
	ruby []string
	size float64
	bold bool

	unruled bool // it was told by the alignment of its cells
}

// snap is how far rules that meet may lie apart, in points.
const snap = 3.0

// tablesOf finds the ruled grids of a page with two columns or more, and gives
// the characters outside them back. A frame round a text is no table.
func tablesOf(p *page) ([]*table, []glyph) {
	rest := p.glyphs
	var tables []*table
	for _, group := range connected(p.rules) {
		g := gridOf(group)
		if g == nil {
			continue
		}
		var inside, outside []glyph
		for _, c := range rest {
			if g.contains(c.midX(), c.midY()) {
				inside = append(inside, c)
			} else {
				outside = append(outside, c)
			}
		}
		if t := g.fill(inside); t != nil {
			tables = append(tables, t)
			rest = outside
		}
	}
	return tables, rest
}

// connected gathers rules that touch: union-find over a sweep from the left.
func connected(rules []rule) [][]rule {
	rules = slices.Clone(rules)
	slices.SortFunc(rules, func(a, b rule) int {
		return cmp.Or(cmp.Compare(a.x0, b.x0), cmp.Compare(a.y0, b.y0), cmp.Compare(a.x1, b.x1), cmp.Compare(a.y1, b.y1))
	})
	if len(rules) > maxRules {
		return nil
	}
	parent := make([]int, len(rules))
	for i := range parent {
		parent[i] = i
	}
	var find func(int) int
	find = func(i int) int {
		if parent[i] != i {
			parent[i] = find(parent[i])
		}
		return parent[i]
	}
	for i, a := range rules {
		for j := i + 1; j < len(rules) && rules[j].x0 <= a.x1+snap; j++ {
			if b := rules[j]; b.y0 <= a.y1+snap && a.y0 <= b.y1+snap {
				parent[find(j)] = find(i)
			}
		}
	}
	groups := map[int][]rule{}
	var roots []int
	for i, r := range rules {
		root := find(i)
		if groups[root] == nil {
			roots = append(roots, root)
		}
		groups[root] = append(groups[root], r)
	}
	var out [][]rule
	for _, r := range roots {
		out = append(out, groups[r])
	}
	return out
}

// maxRules bounds the work of a page that is a drawing.
const maxRules = 4000

// A grid is the cells between rules. xs run to the right, ys down.
type grid struct {
	xs, ys []float64
	h, v   []rule // its horizontal and vertical rules
}

func gridOf(rules []rule) *grid {
	g := &grid{}
	for _, r := range rules {
		if r.horizontal() {
			g.h = append(g.h, r)
			g.ys = append(g.ys, (r.y0+r.y1)/2)
		} else {
			g.v = append(g.v, r)
			g.xs = append(g.xs, (r.x0+r.x1)/2)
		}
	}
	g.xs, g.ys = cluster(g.openSides(g.xs, true)), cluster(g.openSides(g.ys, false))
	slices.Reverse(g.ys)
	if len(g.xs) < 3 || len(g.ys) < 2 || len(g.xs)*len(g.ys) > 40000 {
		return nil
	}
	return g
}

// openSides adds the edges of tables that have no rule there: where the rules
// across them end, if that is beyond the last rule along them.
func (g *grid) openSides(edges []float64, columns bool) []float64 {
	if len(edges) == 0 || len(g.h) == 0 || len(g.v) == 0 {
		return edges
	}
	lo, hi := slices.Min(edges), slices.Max(edges)
	across := g.v
	if columns {
		across = g.h
	}
	for _, r := range across {
		a, b := r.y0, r.y1
		if columns {
			a, b = r.x0, r.x1
		}
		if a < lo-2*snap {
			edges = append(edges, a)
			lo = a
		}
		if b > hi+2*snap {
			edges = append(edges, b)
			hi = b
		}
	}
	return edges
}

// cluster sorts places and merges those that lie together.
func cluster(v []float64) []float64 {
	slices.Sort(v)
	var out []float64
	for _, x := range v {
		if n := len(out); n == 0 || x-out[n-1] > snap {
			out = append(out, x)
		}
	}
	return out
}

func (g *grid) contains(x, y float64) bool {
	return x > g.xs[0] && x < g.xs[len(g.xs)-1] && y < g.ys[0] && y > g.ys[len(g.ys)-1]
}

// fill gives each cell its text; nil if no more than one column has any.
func (g *grid) fill(glyphs []glyph) *table {
	nr, nc := len(g.ys)-1, len(g.xs)-1
	owner := g.merge(nr, nc)
	cells := make([][]glyph, nr*nc)
	for _, c := range glyphs {
		col := place(g.xs, c.midX())
		row := nr - 1 - place(reversed(g.ys), c.midY())
		at := owner[row*nc+col]
		cells[at] = append(cells[at], c)
	}
	t := &table{box: box{g.xs[0], g.ys[nr], g.xs[nc], g.ys[0]}, size: commonSize(glyphs), bold: bold(glyphs)}
	used := map[int]bool{}
	for i := range nr {
		row := make([]string, nc)
		for j := range nc {
			text, ruby := cellText(cells[i*nc+j])
			row[j] = text
			t.ruby = append(t.ruby, ruby...)
			if text != "" {
				used[j] = true
			}
		}
		if strings.Join(row, "") != "" {
			t.rows = append(t.rows, row)
		}
	}
	if len(used) < 2 {
		return nil
	}
	t.dropColumns(used)
	return t
}

// dropColumns takes out columns without text: the two rules of a double border.
func (t *table) dropColumns(used map[int]bool) {
	for i, row := range t.rows {
		var kept []string
		for j, c := range row {
			if used[j] {
				kept = append(kept, c)
			}
		}
		t.rows[i] = kept
	}
}

func reversed(v []float64) []float64 {
	out := slices.Clone(v)
	slices.Reverse(out)
	return out
}

// place gives the interval that x lies in.
func place(edges []float64, x float64) int {
	i, _ := slices.BinarySearch(edges, x)
	return min(max(i-1, 0), len(edges)-2)
}

// merge joins cells with no rule between them and gives each the number of the
// first one it is joined with.
func (g *grid) merge(nr, nc int) []int {
	owner := make([]int, nr*nc)
	for i := range nr {
		for j := range nc {
			at := i*nc + j
			owner[at] = at
			midX, midY := (g.xs[j]+g.xs[j+1])/2, (g.ys[i]+g.ys[i+1])/2
			if j > 0 && !ruled(g.v, g.xs[j], midY, false) {
				owner[at] = owner[at-1]
			} else if i > 0 && !ruled(g.h, midX, g.ys[i], true) {
				owner[at] = owner[at-nc]
			}
		}
	}
	return owner
}

// ruled reports whether a rule runs through a point.
func ruled(rules []rule, x, y float64, horizontal bool) bool {
	for _, r := range rules {
		if horizontal && math.Abs((r.y0+r.y1)/2-y) <= snap && r.x0-snap <= x && x <= r.x1+snap {
			return true
		}
		if !horizontal && math.Abs((r.x0+r.x1)/2-x) <= snap && r.y0-snap <= y && y <= r.y1+snap {
			return true
		}
	}
	return false
}

// cellText writes the rows of a cell. A row that reaches as far as the longest
// one runs on into the next.
func cellText(glyphs []glyph) (string, []string) {
	if len(glyphs) == 0 {
		return "", nil
	}
	rows := rowsOf(glyphs)
	right := 0.0
	for _, r := range rows {
		right = max(right, r.x1())
	}
	var b strings.Builder
	var ruby []string
	for i, r := range rows {
		if i > 0 {
			if rows[i-1].x1() < right-1.2*r.size {
				b.WriteByte('\n')
			} else {
				b.WriteString(joint(rows[i-1].glyphs[len(rows[i-1].glyphs)-1].r, r.glyphs[0].r))
			}
		}
		b.WriteString(textOf(r.glyphs))
		ruby = append(ruby, r.ruby...)
	}
	return b.String(), ruby
}

// joint is what stands between two rows that run on: a space between Latin
// words.
func joint(a, b rune) string {
	if wide(a) || wide(b) || a == '-' {
		return ""
	}
	return " "
}
