package pdf

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// A row is characters on one baseline, from left to right.
type row struct {
	glyphs []glyph
	base   float64
	size   float64 // of most of its characters
	super  []glyph // superscripts, which stand in glyphs too
	ruby   []string
}

func (r *row) x0() float64 { return r.glyphs[0].x0 }

func (r *row) x1() float64 {
	x := r.glyphs[0].x1
	for _, g := range r.glyphs {
		x = max(x, g.x1)
	}
	return x
}

// rowsOf gathers characters on baselines, top to bottom. A baseline may waver
// by a third of an em: fonts of one line differ.
func rowsOf(glyphs []glyph) []*row {
	sorted := slices.Clone(glyphs)
	slices.SortStableFunc(sorted, func(a, b glyph) int {
		if c := cmp.Compare(b.base, a.base); c != 0 {
			return c
		}
		return cmp.Compare(a.x0, b.x0)
	})
	var rows []*row
	for _, g := range sorted {
		if n := len(rows); n > 0 && rows[n-1].base-g.base <= 0.3*min(rows[n-1].size, g.size) && similar(rows[n-1].size, g.size) {
			rows[n-1].glyphs = append(rows[n-1].glyphs, g)
			continue
		}
		rows = append(rows, &row{glyphs: []glyph{g}, base: g.base, size: g.size})
	}
	for _, r := range rows {
		slices.SortStableFunc(r.glyphs, func(a, b glyph) int { return cmp.Compare(a.x0, b.x0) })
		r.dropDoubles()
		r.size = commonSize(r.glyphs)
	}
	rows = attachSmall(rows)
	return rows
}

func similar(a, b float64) bool { return min(a, b) > 0.75*max(a, b) }

// dropDoubles leaves out characters printed twice on one spot, which is how
// some programs make bold ones.
func (r *row) dropDoubles() {
	out := r.glyphs[:0]
	for _, g := range r.glyphs {
		if n := len(out); n > 0 && out[n-1].r == g.r && math.Abs(out[n-1].x0-g.x0) < 0.2*g.size {
			out[n-1].bold = true
			continue
		}
		out = append(out, g)
	}
	r.glyphs = out
}

// commonSize is the size of most characters, to a tenth of a point.
func commonSize(glyphs []glyph) float64 {
	count := map[float64]int{}
	best := 0.0
	for _, g := range glyphs {
		s := math.Round(g.size*10) / 10
		count[s]++
		if count[s] > count[best] || count[s] == count[best] && s > best {
			best = s
		}
	}
	return best
}

// attachSmall finds the rows of small characters that belong to a larger one
// near them: superscripts and subscripts stand in a gap of it, readings (ruby)
// over its characters.
func attachSmall(rows []*row) []*row {
	var out []*row
	for i, r := range rows {
		if !attach(rows, i) {
			out = append(out, r)
		}
	}
	return out
}

// attach splits the row at i into words and gives each to its larger row. It
// is true if none is left.
func attach(rows []*row, i int) bool {
	r := rows[i]
	var rest []glyph
	for _, word := range words(r.glyphs, 1) {
		host := hostOf(rows, i, word)
		switch {
		case host == nil:
			rest = append(rest, word...)
		case host.overlaps(word):
			host.ruby = append(host.ruby, textOf(word))
		default:
			host.glyphs = append(host.glyphs, word...)
			host.super = append(host.super, word...)
			slices.SortStableFunc(host.glyphs, func(a, b glyph) int { return cmp.Compare(a.x0, b.x0) })
		}
	}
	r.glyphs = rest
	return len(rest) == 0
}

// hostOf finds the row that a small word belongs to: the nearest larger one
// below whose line it stands in or just over, or just above for a subscript.
func hostOf(rows []*row, i int, word []glyph) *row {
	size := commonSize(word)
	for _, j := range nearRows(i) {
		if j < 0 || j >= len(rows) || len(rows[j].glyphs) == 0 {
			continue
		}
		h := rows[j]
		if size > 0.75*h.size || word[0].x0 > h.x1()+0.5*h.size || word[len(word)-1].x1 < h.x0()-0.5*h.size {
			continue
		}
		rise := word[0].base - h.base
		if h.overlaps(word) {
			if size <= 0.62*h.size && 0.6*h.size <= rise && rise <= 1.35*h.size {
				return h
			}
			continue
		}
		if -0.35*h.size <= rise && rise <= 0.9*h.size {
			return h
		}
	}
	return nil
}

// nearRows are the rows in which a host is looked for: those below first. Between
// may lie rows of another column.
func nearRows(i int) [5]int { return [5]int{i + 1, i + 2, i + 3, i + 4, i - 1} }

// overlaps reports whether a word stands over characters of the row.
func (r *row) overlaps(word []glyph) bool {
	x0, x1 := word[0].x0+0.15*word[0].size, word[len(word)-1].x1-0.15*word[0].size
	i := sortSearch(r.glyphs, x0)
	return i < len(r.glyphs) && r.glyphs[i].x0 < x1
}

// sortSearch gives the first character that ends right of x.
func sortSearch(glyphs []glyph, x float64) int {
	i, _ := slices.BinarySearchFunc(glyphs, x, func(g glyph, x float64) int { return cmp.Compare(g.x1, x) })
	return i
}

// words cuts a run at gaps wider than some em.
func words(glyphs []glyph, em float64) [][]glyph {
	var out [][]glyph
	start := 0
	for i := 1; i <= len(glyphs); i++ {
		if i == len(glyphs) || glyphs[i].x0-glyphs[i-1].x1 > em*glyphs[i].size {
			out = append(out, glyphs[start:i])
			start = i
		}
	}
	return out
}

// textOf writes a run with its gaps.
func textOf(glyphs []glyph) string {
	var b strings.Builder
	even := evenGap(glyphs)
	for i, g := range glyphs {
		if i > 0 {
			b.WriteString(gap(glyphs[i-1], g, even))
		}
		b.WriteRune(g.r)
	}
	return b.String()
}

// evenGap is the gap, in em, that a line has beside all its square characters:
// more than nothing where it is justified or spaced out (令 和 ６ 年).
func evenGap(glyphs []glyph) float64 {
	var gaps []float64
	for i := 1; i < len(glyphs); i++ {
		if a, b := glyphs[i-1], glyphs[i]; wide(a.r) && wide(b.r) {
			gaps = append(gaps, ems(a, b))
		}
	}
	if len(gaps) < 3 {
		return 0
	}
	slices.Sort(gaps)
	return max(0, gaps[len(gaps)/2])
}

func ems(a, b glyph) float64 { return (b.x0 - a.x1) / max(a.size, b.size) }

// gap is the space between two characters. One that is written is one. Where
// none is written, three quarters of an em more than the line has everywhere
// is a full-width space and nearly a half is a space; less is the quarter of an
// em that stands between Japanese and Latin letters, grown with its line.
// Between Latin words a fifth of an em is a space.
func gap(a, b glyph, even float64) string {
	em := ems(a, b)
	more := em - even
	latin := !wide(a.r) && !wide(b.r)
	switch {
	case b.lead == '　' && em >= 0.3, more >= 0.75:
		return "　"
	case b.lead != 0 && em >= 0.1, latin && em >= 0.2, more >= 0.45:
		return " "
	}
	return ""
}

// writeSpaces marks the spaces of a document of which the program leaves them
// out of the file (Chromium does): a fifth of an em beside a Latin letter.
func (r *row) writeSpaces() {
	even := evenGap(r.glyphs)
	for i := 1; i < len(r.glyphs); i++ {
		a, b := r.glyphs[i-1], r.glyphs[i]
		if wide(a.r) != wide(b.r) && ems(a, b)-even >= 0.2 {
			r.glyphs[i].lead = ' '
		}
	}
}

// spacesWritten reports whether the file holds its spaces as characters.
func spacesWritten(pages []*page) bool {
	n := 0
	for _, p := range pages {
		for _, g := range p.glyphs {
			if g.lead != 0 {
				n++
			}
		}
	}
	return 2*n > len(pages)
}

func bold(glyphs []glyph) bool {
	n := 0
	for _, g := range glyphs {
		if g.bold {
			n++
		}
	}
	return 2*n > len(glyphs)
}
