package parse

import (
	"sort"

	"shinkyu/parse/reflow"
)

// split cuts the lines of every opening into parts, and learns on the way how
// wide the text of each class of opening runs.
func (p *parser) split(open []*opening) {
	p.widths = map[int]float64{}
	for _, o := range open {
		o.class = p.classOf(o)
	}
	p.learnWidths(open)
	p.learnHeadings(open)
	for _, o := range open {
		p.splitOne(o)
	}
}

// classOf puts the openings of one kind at one depth together: their text is
// set to one width.
func (p *parser) classOf(o *opening) int {
	if o.choice == nil {
		return -1
	}
	return o.choice.at.kind + maxKinds*o.choice.at.depth
}

// learnWidths takes the median of the lines in the middle of the text, of
// which most are full.
func (p *parser) learnWidths(open []*opening) {
	if !p.flow.Measure.Wrapped {
		return
	}
	seen := map[int][]float64{}
	for _, o := range open {
		for i := o.first; i+1 < o.end; i++ {
			l := &p.flow.Lines[i]
			if l.Block >= 0 || l.EndsSentence() || l.Width < 8 || i == o.first && o.choice != nil {
				continue
			}
			seen[o.class] = append(seen[o.class], l.Right())
		}
	}
	for c, w := range seen {
		sort.Float64s(w)
		if len(w) >= 3 {
			p.widths[c] = w[len(w)/2]
		}
	}
}

func (p *parser) splitOne(o *opening) {
	if o.first >= o.end {
		return
	}
	o.parts = append(o.parts, part{first: o.first, end: o.first + 1})
	open := max(p.flow.Lines[o.first].Open, 0)
	for i := o.first + 1; i < o.end; i++ {
		ev := p.seam(o, i, open)
		last := &o.parts[len(o.parts)-1]
		l := &p.flow.Lines[i]
		if ev.Score > 0 {
			o.parts = append(o.parts, part{first: i, end: i + 1})
			open = l.Open
			continue
		}
		last.end = i + 1
		open = max(open-l.Close, 0) + l.Open
	}
	p.bareMarker(o)
}

// bareMarker: a marker alone on its line has its title in the next part.
func (p *parser) bareMarker(o *opening) {
	if o.choice == nil || len(o.parts) < 2 || o.parts[0].end != o.first+1 {
		return
	}
	l := &p.flow.Lines[o.first]
	if l.Span.Start+p.marked(o).Len < l.Span.End {
		return
	}
	o.parts = append(o.parts[:0], o.parts[1:]...)
	o.parts[0].first = o.first
}

// seam weighs whether line i begins a new part of its opening.
func (p *parser) seam(o *opening, i, open int) reflow.Evidence {
	width, known := p.widths[o.class]
	if !known {
		width = p.localWidth(i - 1)
	}
	ev := p.flow.Break(i, width, open)
	if i == o.first+1 && o.choice != nil && p.headings[o.class] && width-p.flow.Lines[o.first].Right() > 1 {
		ev.Score += 2
	}
	return ev
}

// learnHeadings finds the classes of opening whose first line is a heading:
// most of them stop well short of the edge and have text below.
func (p *parser) learnHeadings(open []*opening) {
	p.headings = map[int]bool{}
	short := map[int]int{}
	for _, o := range open {
		w := p.widths[o.class]
		if o.choice == nil || o.end-o.first < 2 || w == 0 {
			continue
		}
		l := &p.flow.Lines[o.first]
		if l.Right() < w-4 && !isSentence(p.src.Slice(l.Span)) {
			short[o.class]++
		} else if l.Right() > w-1 {
			short[o.class]--
		}
	}
	for c, n := range short {
		p.headings[c] = n > 0
	}
}

// owner is the section that part i of an opening belongs to: that of the part
// before it, or one further up that its wrap width shows.
func (p *parser) owner(o *opening, i int) *opening {
	if i == 0 || o.choice == nil {
		return o
	}
	if o.owner == nil {
		o.owner = o
	}
	if up := p.byWidth(o.owner, o.parts[i], o.next); up != nil {
		o.owner = up
	}
	return o.owner
}

// byWidth finds the section above whose text is as wide as the part's, up to
// limit, which the next opening still stands in.
func (p *parser) byWidth(o *opening, pt part, limit *opening) *opening {
	own := p.widths[o.class]
	if pt.end-pt.first < 2 || own == 0 || p.leads {
		return nil
	}
	var edges []float64
	for j := pt.first; j+1 < pt.end; j++ {
		edges = append(edges, p.flow.Lines[j].Right())
	}
	if len(edges) > 1 { // the first line stands in by an em
		edges = edges[1:]
	}
	sort.Float64s(edges)
	w := edges[len(edges)/2]
	best, gain := (*opening)(nil), 0.9
	for up := o; up != nil && up != limit; {
		up = up.parent
		if up == nil {
			break
		}
		have := p.widths[up.class]
		if have == 0 {
			continue
		}
		if g := abs(w-own) - abs(w-have); g > gain && abs(own-have) > 1.4 {
			best, gain = up, g+0.7
		}
	}
	return best
}

func abs(f float64) float64 { return max(f, -f) }
