package pdf

import (
	"math"
	"slices"
)

// A Doc is what a PDF says, page by page.
type Doc struct {
	Pages [][]*Line
	// Blank are the 1-based numbers of pages that show something and have no
	// text layer.
	Blank []int
}

// A Line is a line of a page, or a table.
type Line struct {
	Text      string
	Indent    float64 // em, from the left edge of its column
	Width     float64 // em
	Size      float64 // points
	Bold      bool
	Align     Align
	Column    int
	Top       float64 // 0 at the head of the page, 1 at its foot
	Furniture string  // why it is none of the text; empty where it is
	Note      bool    // it begins a footnote, or goes on with one
	Opens     bool    // it begins a footnote
	Seam      Seam    // with the line before it
	Rows      [][]string
	Unruled   bool     // the rows were told by the alignment of their cells
	Ruby      []string // readings of words in it
	Refs      []string // marks of footnotes that were taken out of the text
	Page      int      // 1-based, on which it stands

	seg    *segment
	x0, x1 float64
	page   int
	width  float64 // of the page, points
	turned bool

	underRule bool // a short rule stands just above it
}

// An Align is how a line is set in its column.
type Align int

// The alignments.
const (
	Start Align = iota
	Center
	End
)

// Read reads a PDF.
func Read(data []byte, opt Options) (*Doc, error) {
	pages, err := readPages(data, opt)
	if err != nil {
		return nil, err
	}
	doc := &Doc{}
	body, written := bodySize(pages), spacesWritten(pages)
	doc.Pages = make([][]*Line, len(pages))
	for i, p := range pages {
		if p.drawn && len(p.glyphs) == 0 {
			doc.Blank = append(doc.Blank, i+1)
		}
	}
	sideBySide(len(pages), func(i int) { doc.Pages[i] = pages[i].lines(i, body, written) })
	setFurniture(doc.Pages)
	for _, lines := range doc.Pages {
		setNotes(lines, body)
	}
	measure(doc.Pages)
	setSeams(doc.Pages)
	deferNotes(doc.Pages)
	return doc, nil
}

// bodySize is the size of most characters of a document.
func bodySize(pages []*page) float64 {
	count := map[float64]int{}
	best := 0.0
	for _, p := range pages {
		for _, g := range p.glyphs {
			s := math.Round(g.size*2) / 2
			count[s]++
			if count[s] > count[best] || count[s] == count[best] && s > best {
				best = s
			}
		}
	}
	return best
}

// lines puts a page together, in reading order.
func (p *page) lines(number int, body float64, written bool) []*Line {
	p.turnVertical()
	tables, rest := tablesOf(p)
	rows := rowsOf(rest)
	if !written {
		for _, r := range rows {
			r.writeSpaces()
		}
	}
	var out []*Line
	for _, s := range order(rows, tables, body) {
		l := &Line{
			Page: number + 1, Size: s.size, Column: s.column, Top: 1 - s.base/p.height,
			seg: s, x0: s.x0, x1: s.x1, page: number, width: p.width, turned: p.vertical,
		}
		if s.table != nil {
			l.Rows, l.Ruby, l.Size, l.Bold, l.Unruled = s.table.rows, s.table.ruby, s.table.size, s.table.bold, s.table.unruled
		} else {
			l.Text, l.Bold, l.Ruby = textOf(s.glyphs), bold(s.glyphs), s.row.ruby
			s.row.ruby = nil
		}
		out = append(out, l)
	}
	p.setUnderRule(out)
	return p.addAcross(number, out)
}

// A frame is the extent of a column of text: of one parity, since left and
// right pages of a bound document have other margins.
type frame struct {
	parity, column int
	full, turned   bool
	width          float64 // of the page: turned pages have margins of their own
}

// measure sets indent, width and alignment of all lines.
func measure(pages [][]*Line) {
	lefts, rights := map[frame][]float64{}, map[frame][]float64{}
	each(pages, func(l *Line) {
		if l.Furniture == "" && !l.Note && l.Rows == nil {
			f := l.frame()
			lefts[f] = append(lefts[f], l.x0)
			rights[f] = append(rights[f], l.x1)
		}
	})
	left, right, full := map[frame]float64{}, map[frame]float64{}, map[frame]bool{}
	for f := range lefts {
		at, share := commonEdge(rights[f])
		left[f], right[f], full[f] = edge(lefts[f], 0.04), at, share >= justified
	}
	evenWidths(left, right, full)
	each(pages, func(l *Line) {
		f := l.frame()
		size := max(l.Size, 1)
		l.Width = round((l.x1 - l.x0) / size)
		lo, ok := left[f]
		if !ok {
			return
		}
		l.Indent = round(max(l.x0-lo, 0) / size)
		l.Align = alignment(l.x0-lo, right[f]-l.x1, right[f]-lo, size)
	})
}

// evenWidths moves out the left edge of columns in which every line happens to
// be indented: the columns of a document, and its left and right pages, are of
// one width. Where lines do not fill their column its width is not known.
func evenWidths(left, right map[frame]float64, full map[frame]bool) {
	widest := map[frame]float64{}
	kind := func(f frame) frame { return frame{full: f.full, turned: f.turned, width: f.width} }
	for f := range left {
		if full[f] {
			widest[kind(f)] = max(widest[kind(f)], right[f]-left[f])
		}
	}
	for f := range left {
		if w := widest[kind(f)]; w > 0 && full[f] {
			left[f] = min(left[f], right[f]-w)
		}
	}
}

func each(pages [][]*Line, f func(*Line)) {
	for _, lines := range pages {
		for _, l := range lines {
			f(l)
		}
	}
}

func (l *Line) frame() frame {
	return frame{l.page % 2, l.Column, l.seg.full, l.turned, math.Round(l.width)}
}

// edge is a place that a few lines may overhang.
func edge(v []float64, share float64) float64 {
	slices.Sort(v)
	return v[min(int(share*float64(len(v))), len(v)-1)]
}

func round(x float64) float64 { return math.Round(x*10) / 10 }

// alignment tells how a line is set from the white on its sides. A line of
// running text that happens to end short has white on the right alone; one
// with an indent of a few em on the left as well is centred only where both
// are equal and large.
func alignment(before, after, column, size float64) Align {
	switch {
	case before > 2.5*size && math.Abs(before-after) < 1.2*size && before+after > 0.15*column:
		return Center
	case after < 0.8*size && before > 0.35*column:
		return End
	}
	return Start
}
