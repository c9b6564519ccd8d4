package pdf

import (
	"cmp"
	"math"
	"slices"
)

// A segment is a part of a row between wide gaps, or a table.
type segment struct {
	row    *row
	glyphs []glyph
	x0, x1 float64
	base   float64
	size   float64
	column int
	full   bool // it runs across columns
	table  *table
}

// minGutter is the width of the white between columns, in em of the text. A
// gap of two characters inside a line is rarer than a gutter is narrow.
const minGutter = 1.4

// order puts the rows of a page in reading order: where a gutter runs down the
// page, the left column is read before the right one; what runs across is read
// between what stands above it and below.
func order(rows []*row, tables []*table, body float64) []*segment {
	var segs []*segment
	for _, r := range rows {
		segs = append(segs, r.segments(minGutter)...)
	}
	cols := columnsOf(segs, body)
	segs = cutAtGutters(segs, cols)
	if len(cols) < 2 {
		segs = segs[:0]
		for _, r := range rows {
			segs = append(segs, r.segments(1e9)...)
		}
	}
	segs, unruled := takeUnruled(segs, rows, cols)
	tables = append(tables, unruled...)
	for _, t := range tables {
		segs = append(segs, &segment{x0: t.box.x0, x1: t.box.x1, base: t.box.y1, size: body, table: t})
	}
	slices.SortStableFunc(segs, func(a, b *segment) int {
		if c := cmp.Compare(b.base, a.base); c != 0 {
			return c
		}
		return cmp.Compare(a.x0, b.x0)
	})
	if len(cols) < 2 {
		return segs
	}
	return interleave(segs, cols)
}

func (r *row) segments(em float64) []*segment {
	var out []*segment
	for _, w := range words(r.glyphs, em) {
		out = append(out, &segment{row: r, glyphs: w, x0: w[0].x0, x1: w[len(w)-1].x1, base: r.base, size: r.size})
	}
	return out
}

// takeUnruled finds the tables without rules in each column, and leaves their
// rows out of the segments.
func takeUnruled(segs []*segment, rows []*row, cols []column) ([]*segment, []*table) {
	if len(cols) < 2 {
		cols = []column{{math.Inf(-1), math.Inf(1)}}
	}
	var tables []*table
	for _, c := range cols {
		found, eaten := unruledTables(rows, c)
		if len(found) == 0 {
			continue
		}
		tables = append(tables, found...)
		segs = slices.DeleteFunc(segs, func(s *segment) bool {
			middle := (s.x0 + s.x1) / 2
			return eaten[s.row] && c.x0 <= middle && middle <= c.x1
		})
	}
	return segs, tables
}

// cutAtGutters parts the segments that a stop hanging over the right edge of a
// column has joined with what stands in the next one.
func cutAtGutters(segs []*segment, cols []column) []*segment {
	var out []*segment
	for _, s := range segs {
		for k := 1; k < len(cols); k++ {
			i := s.after(cols[k].x0 - 0.5*s.size)
			if i == 0 || i == len(s.glyphs) || s.x0 > cols[k-1].x1 {
				continue
			}
			a, b := s.glyphs[i-1], s.glyphs[i]
			if b.x0-a.x1 < 0.5*s.size || a.x0 > cols[k-1].x1+0.5*s.size {
				continue
			}
			head := &segment{row: s.row, glyphs: s.glyphs[:i], x0: s.x0, x1: a.x1, base: s.base, size: s.size}
			s.glyphs, s.x0 = s.glyphs[i:], b.x0
			out = append(out, head)
		}
		out = append(out, s)
	}
	return out
}

// after gives the index of the first character that begins at x or right of it.
func (s *segment) after(x float64) int {
	i, _ := slices.BinarySearchFunc(s.glyphs, x, func(g glyph, x float64) int { return cmp.Compare(g.x0, x) })
	return i
}

// A column is the horizontal extent of one.
type column struct{ x0, x1 float64 }

// columnsOf finds columns by the white between them: positions that at most a
// few lines cross, with running text on both sides. A table without rules and
// a list with hanging numbers have such white too, but their sides are not
// filled with lines of one length.
func columnsOf(segs []*segment, body float64) []column {
	if len(segs) < 8 || body <= 0 {
		return nil
	}
	left, right := segs[0].x0, segs[0].x1
	for _, s := range segs {
		left, right = min(left, s.x0), max(right, s.x1)
	}
	bins := int((right-left)/body*2) + 1 // of half an em
	if bins < 20 || bins > 2000 {
		return nil
	}
	cover := make([]int, bins)
	for _, s := range segs {
		for i := int((s.x0 - left) / body * 2); i < min(bins, int((s.x1-left)/body*2+0.999)); i++ {
			cover[i]++
		}
	}
	busiest := slices.Max(cover)
	var cols []column
	start := 0
	for i := 0; i < bins; {
		if cover[i]*8 > busiest {
			i++
			continue
		}
		j := i
		for j < bins && cover[j]*8 <= busiest {
			j++
		}
		if float64(j-i)/2 >= minGutter-0.5 && i > 0 && j < bins {
			cols = append(cols, column{left + float64(start)*body/2, left + float64(i)*body/2})
			start = j
		}
		i = j
	}
	cols = append(cols, column{left + float64(start)*body/2, right})
	if len(cols) < 2 || len(cols) > 4 {
		return nil
	}
	share := 0.5
	if alike(cols) {
		share = 0.25
	}
	for _, c := range cols {
		if !c.running(segs, body, share) {
			return nil
		}
	}
	return cols
}

// alike is true of columns of one width, which those of a printed page are and
// those of a table seldom.
func alike(cols []column) bool {
	low, high := math.Inf(1), 0.0
	for _, c := range cols {
		low, high = min(low, c.x1-c.x0), max(high, c.x1-c.x0)
	}
	return high <= 1.12*low
}

// running is true of a column that holds running text: at least four lines, of
// which a share begins in its first quarter and reaches near its right edge.
func (c column) running(segs []*segment, body, share float64) bool {
	if c.x1-c.x0 < 6*body {
		return false
	}
	lines := map[*row]column{} // the cells of a table are one line
	for _, s := range segs {
		if s.x0 < c.x0-body || s.x1 > c.x1+body {
			continue
		}
		l, ok := lines[s.row]
		if !ok {
			l = column{s.x0, s.x1}
		}
		lines[s.row] = column{min(l.x0, s.x0), max(l.x1, s.x1)}
	}
	filled := 0
	for _, l := range lines {
		if l.x0 < c.x0+0.25*(c.x1-c.x0) && l.x1 > c.x1-2.5*body {
			filled++
		}
	}
	return len(lines) >= 4 && filled >= 2 && float64(filled) >= share*float64(len(lines))
}

// interleave reads column by column between the lines that run across.
func interleave(segs []*segment, cols []column) []*segment {
	var out []*segment
	held := make([][]*segment, len(cols))
	flush := func() {
		held[0] = append(above(held), held[0]...)
		for i := range held {
			out = append(out, held[i]...)
			held[i] = nil
		}
	}
	for _, s := range segs {
		at := -1
		for i, c := range cols {
			if s.x0 >= c.x0-s.size && s.x1 <= c.x1+s.size {
				at = i
			}
		}
		if at < 0 {
			flush()
			s.full = true
			out = append(out, s)
			continue
		}
		s.column = at
		if n := len(held[at]); n > 0 && s.table == nil && held[at][n-1].row == s.row {
			held[at][n-1].extend(s) // a wide gap inside a line of the column
			continue
		}
		held[at] = append(held[at], s)
	}
	flush()
	return out
}

func (s *segment) extend(by *segment) {
	s.glyphs = append(slices.Clone(s.glyphs), by.glyphs...)
	s.x1 = by.x1
}

// above takes out of the other columns what stands higher than the left one
// begins: a date or a name at the right, under the title.
func above(held [][]*segment) []*segment {
	if len(held[0]) == 0 {
		return nil
	}
	top := held[0][0].base + held[0][0].size
	var out []*segment
	for i := 1; i < len(held); i++ {
		for len(held[i]) > 0 && held[i][0].base > top {
			s := held[i][0]
			s.full, s.column = true, 0
			out = append(out, s)
			held[i] = held[i][1:]
		}
	}
	return out
}
