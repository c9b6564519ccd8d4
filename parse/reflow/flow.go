package reflow

import "slices"

// A Flow is the lines of the text alone, page furniture and title block left
// out, with what lies between one and the next.
type Flow struct {
	Lines []Line
	// Gap is the number of blank lines before a line, Crossed whether a page
	// break or page furniture stands between it and the line before.
	Gap     []int
	Crossed []bool

	Measure Measure
}

// A Measure is what the typesetter calls the length of the line, as far as
// the text shows it.
type Measure struct {
	// Wrapped is true of a text whose paragraphs run over lines.
	Wrapped bool
	Width   float64 // em; right edge of the longest lines of a wrapped text
	// Separated is true where blank lines stand between paragraphs.
	Separated bool
	// Indented is true where the first line of a paragraph stands an em in.
	Indented bool
}

// NewFlow makes a flow of the lines for which keep is true.
func NewFlow(lines []Line, keep func(i int) bool) *Flow {
	n := 0
	for i := range lines {
		if keep(i) {
			n++
		}
	}
	f := &Flow{Lines: make([]Line, 0, n), Gap: make([]int, 0, n), Crossed: make([]bool, 0, n)}
	dropped, blanks, turn := false, 0, false
	for i := range lines {
		if !keep(i) {
			dropped, blanks, turn = true, blanks+lines[i].Blanks, turn || lines[i].Turn
			continue
		}
		f.Lines = append(f.Lines, lines[i])
		f.Gap = append(f.Gap, blanks+lines[i].Blanks)
		f.Crossed = append(f.Crossed, dropped || turn || lines[i].Turn)
		dropped, blanks, turn = false, 0, false
	}
	f.Measure = f.measure()
	return f
}

// measure learns how the text is set.
func (f *Flow) measure() Measure {
	var m Measure
	edges := make([]float64, 0, len(f.Lines))
	for i := range f.Lines {
		if l := &f.Lines[i]; l.Width >= 6 && l.Block < 0 {
			edges = append(edges, l.Right())
		}
	}
	if len(edges) == 0 {
		return m
	}
	slices.Sort(edges)
	top := edges[(len(edges)-1)*97/100]
	long, open, near := 0, 0, 0
	for i := 0; i+1 < len(f.Lines); i++ {
		l := &f.Lines[i]
		if l.Block >= 0 || l.Right() < top*0.6 || l.Width < 10 {
			continue
		}
		long++
		if !l.EndsSentence() {
			open++
			if l.Right() >= top*0.75 {
				near++
			}
		}
	}
	m.Wrapped = long >= 3 && open*2 >= long && near*10 >= open*6 && top <= 120 || f.runsOn(top) || f.keepsEdge(top)
	m.Width = top
	m.Separated = f.separated(m)
	m.Indented = f.indented(m)
	return m
}

// runsOn reports whether enough lines stop in the middle of a clause: a few at
// about the width of the longest, in a text of items of which most fit on a
// line, or many at any width, in one that is set narrower at each level.
func (f *Flow) runsOn(top float64) bool {
	if top < 15 || top > 60 {
		return false
	}
	on, full := 0, 0
	for i := 0; i+1 < len(f.Lines); i++ {
		a, b := &f.Lines[i], &f.Lines[i+1]
		if a.Block >= 0 || a.Right() < top*0.5 || f.Gap[i+1] > 0 || a.EndsSentence() {
			continue
		}
		if isIn(a.Last, '、', 'を', 'が', 'に', 'の', 'へ') || beginsNoLine(b.First) || goesOn(b.First, b.Second) || b.First == 'を' {
			on++
			if a.Right() >= top*0.85 {
				full++
			}
		}
	}
	return full >= 2 && full*20 >= len(f.Lines) || on >= 5 && on*6 >= len(f.Lines)
}

// keepsEdge reports whether the lines that leave a sentence open, with the next
// line going on plainly, stop at one edge: a short text of headings and items
// may have no more than two such wraps. Lines of a paragraph each would stop
// anywhere.
func (f *Flow) keepsEdge(top float64) bool {
	if top < 20 || top > 60 {
		return false
	}
	full, stray := 0, 0
	for i := 0; i+1 < len(f.Lines); i++ {
		a, b := &f.Lines[i], &f.Lines[i+1]
		if a.Block >= 0 || f.Gap[i+1] > 0 || a.Width < 10 || a.EndsSentence() || !beginsPlainly(b) {
			continue
		}
		switch right := a.Right(); {
		case right > top+2:
			return false
		case right >= top-1.6:
			full++
		case a.Commas > 0:
			stray++
		}
	}
	return full >= 2 && full > 2*stray
}

// beginsPlainly reports whether a line begins with hiragana or kanji that open
// no item: no number, no 第, no 別紙.
func beginsPlainly(l *Line) bool {
	return (isHiragana(l.First) || 0x4E00 <= l.First && l.First <= 0x9FFF) &&
		!isIn(l.First, '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '第', '別', '附', '問', '答', '図', '表')
}

// separated looks at the places where a paragraph surely ends.
func (f *Flow) separated(m Measure) bool {
	with, without := 0, 0
	for i := 1; i < len(f.Lines); i++ {
		a := &f.Lines[i-1]
		if a.Block >= 0 || f.Crossed[i] || !a.EndsSentence() || (m.Wrapped && a.Right() > m.Width*0.7) {
			continue
		}
		if f.Gap[i] > 0 {
			with++
		} else {
			without++
		}
	}
	return with > 0 && with >= 4*without
}

// indented looks whether lines after a sure end of paragraph stand in by an em.
func (f *Flow) indented(m Measure) bool {
	in, out := 0, 0
	for i := 1; i < len(f.Lines); i++ {
		a, b := &f.Lines[i-1], &f.Lines[i]
		if b.Block >= 0 || !a.EndsSentence() || (m.Wrapped && a.Right() > m.Width*0.7) {
			continue
		}
		if b.Lead >= 0.9 && b.Lead > a.Lead+0.7 {
			in++
		} else {
			out++
		}
	}
	return in > 0 && in*3 >= out
}
