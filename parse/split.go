package parse

import (
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"shinkyu/parse/marker"
	"shinkyu/parse/reflow"
	"shinkyu/parse/source"
)

// A class is the openings of one kind at one depth: their text is set alike.
type class struct {
	mid    reflow.Ruler // lines inside paragraphs
	opener reflow.Ruler // lines with the marker
	leads  []float64    // em, of lines that go on a paragraph
	pairs  []pair       // lines with the marker that seem to go on

	width, first reflow.Fit
	lead         float64 // em; -1 where not known
	headings     bool    // most have a heading of their own
	longest      float64 // em, right edge of the longest of its lines that go on
}

// A pair is a line that seems to go on in the next one.
type pair struct {
	right, unit float64
	hangs       bool
}

// split cuts the lines of every opening into parts. It first learns how wide
// the text of each class of openings runs.
func (p *parser) split(open []*opening) {
	p.classes = map[int]*class{}
	for _, o := range open {
		o.class = p.classOf(o)
	}
	p.learnWidths(open)
	p.learnHeadings(open)
	p.learnIndent(open)
	for _, o := range open {
		p.splitOne(o)
	}
}

func (p *parser) classOf(o *opening) *class {
	key := -1
	if o.choice != nil {
		key = o.choice.at.kind + maxKinds*min(o.choice.at.depth, 63)
	}
	c := p.classes[key]
	if c == nil {
		c = &class{lead: -1}
		p.classes[key] = c
	}
	return c
}

// surely is the evidence of the text alone from which a wrap is sure enough
// to learn from.
const surely = -1.5

// learnWidths measures the lines that the text itself shows to be full.
func (p *parser) learnWidths(open []*opening) {
	if !p.flow.Measure.Wrapped {
		return
	}
	var all reflow.Ruler
	for _, o := range open {
		depth := 0
		for i := o.first; i < o.end; i++ {
			l := &p.flow.Lines[i]
			if i > o.first {
				if ev, sure := p.flow.Seam(i, depth); ev.Score <= surely && l.Block < 0 {
					p.learnPair(o, i, &all)
				} else if sure || ev.Score > 0 {
					depth = 0
				}
			}
			depth = max(depth-l.Close, 0) + l.Open
		}
	}
	p.pooled = all.Fit()
	for _, c := range p.classes {
		c.width = c.mid.Fit()
		c.first = c.openerFit()
		if len(c.leads) > 0 {
			sort.Float64s(c.leads)
			c.lead = c.leads[len(c.leads)/2]
		}
	}
}

// openerFit measures the lines with a marker. A title may look as if it went
// on, so only lines about as long as the text of the class count.
func (c *class) openerFit() reflow.Fit {
	least := c.width.Width
	if c.width.Pairs < 3 {
		least = 0
		for _, x := range c.pairs {
			least = max(least, x.right-2)
		}
	}
	for _, x := range c.pairs {
		if x.right+x.unit >= least-2 {
			c.opener.Add(x.right, x.unit, x.hangs)
		}
	}
	return c.opener.Fit()
}

// learnPair notes that line i goes on the line before it.
func (p *parser) learnPair(o *opening, i int, all *reflow.Ruler) {
	a, b := &p.flow.Lines[i-1], &p.flow.Lines[i]
	if a.Width < 8 {
		return
	}
	o.class.longest = max(o.class.longest, a.Right())
	unit := reflow.Unit(p.src.Slice(b.Span))
	hangs := reflow.Hangs(a.Last)
	if i-1 == o.first && o.choice != nil {
		o.class.pairs = append(o.class.pairs, pair{a.Right(), unit, hangs})
		return
	}
	all.Add(a.Right(), unit, hangs)
	o.class.mid.Add(a.Right(), unit, hangs)
	if p.leads {
		o.class.leads = append(o.class.leads, b.Lead)
	}
}

// measure gives the length of a full line of an opening; opener asks for the
// line with the marker.
func (p *parser) measure(o *opening, opener bool) (fit reflow.Fit, sharp bool) {
	fit = o.class.width
	if opener && o.class.first.Pairs >= 2 {
		fit = o.class.first
	}
	if fit.Pairs >= 4 || fit.Pairs >= 2 && fit.Share == 1 {
		if p.leads && p.pooled.Share >= 0.9 && p.pooled.Pairs >= 10 {
			return p.pooled, true
		}
		return fit, fit.Share >= 0.85
	}
	if p.pooled.Pairs >= 4 {
		if own := o.class.longest; own > 0 && own < p.pooled.Width-0.9 {
			return reflow.Fit{Width: own}, false // set narrower than the rest
		}
		return p.pooled, p.leads && p.pooled.Share >= 0.9
	}
	return reflow.Fit{Width: p.localWidth(o.first)}, false
}

// learnHeadings finds the classes of opening whose first line is a heading:
// most of them stop well short of the edge and have text below.
func (p *parser) learnHeadings(open []*opening) {
	short := map[*class]int{}
	for _, o := range open {
		if o.choice == nil || o.end-o.first < 2 {
			continue
		}
		w, _ := p.measure(o, true)
		l := &p.flow.Lines[o.first]
		if l.Right() < w.Width-4 && !isSentence(p.src.Slice(l.Span)) {
			short[o.class]++
		} else if l.Right() > w.Width-1 {
			short[o.class]--
		}
	}
	for c, n := range short {
		c.headings = n > 0
	}
}

// learnIndent finds whether the first line of a paragraph is an em shorter
// than the rest, in a text that lost its leading spaces, or stands in by an
// em in one that has them.
func (p *parser) learnIndent(open []*opening) {
	short, full, in, out := 0, 0, 0, 0
	for _, o := range open {
		i := o.first + 1
		if o.choice == nil {
			i = o.first
		}
		if i+1 >= o.end || o.choice != nil && !o.class.headings {
			continue
		}
		ev, _ := p.flow.Seam(i+1, p.flow.Lines[i].Open)
		if ev.Score > surely || p.flow.Lines[i+1].Block >= 0 {
			continue
		}
		l := &p.flow.Lines[i]
		if o.class.lead >= 0 {
			if l.Lead > o.class.lead+0.6 {
				in++
			} else {
				out++
			}
			continue
		}
		w, sharp := p.measure(o, false)
		slack := w.Width - l.Right() - reflow.Unit(p.src.Slice(p.flow.Lines[i+1].Span))
		switch {
		case !sharp:
			if slack = w.Width - l.Right(); slack >= 1 && slack < 3 {
				short++
			} else {
				full++
			}
		case slack >= 0 && slack < 1.6:
			short++
		default:
			full++
		}
	}
	p.firstIn = in > 2*out
	p.firstShort = short > full
}

func (p *parser) splitOne(o *opening) {
	if o.first >= o.end {
		return
	}
	if p.isListing(o) {
		p.splitListing(o)
		return
	}
	o.parts = append(o.parts, part{first: o.first, end: o.first + 1})
	p.judge(o.first, reflow.Evidence{Score: 1, For: "the text begins"})
	open := p.flow.Lines[o.first].Open
	for i := o.first + 1; i < o.end; i++ {
		ev := p.seam(o, i, open)
		p.judge(i, ev)
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

// bareMarker: a marker alone on its line has its title in the next part. A
// heading of the format has all of it in its block.
func (p *parser) bareMarker(o *opening) {
	if o.choice == nil || p.block(o.first) != nil || len(o.parts) < 2 || o.parts[0].end != o.first+1 || !p.isBare(o) {
		return
	}
	o.parts = append(o.parts[:0], o.parts[1:]...)
	o.parts[0].first = o.first
}

func (p *parser) isBare(o *opening) bool {
	l := &p.flow.Lines[o.first]
	return l.Span.Start+p.marked(o).Len >= l.Span.End
}

// seam weighs whether line i begins a new part of its opening.
func (p *parser) seam(o *opening, i, open int) reflow.Evidence {
	ev, sure := p.flow.Seam(i, open)
	if sure {
		return ev
	}
	if i-1 == o.first && o.choice != nil && p.cands[o.choice.cand].inferred == whyBrackets {
		ev.Add(4, "the brackets of the heading are closed")
	}
	if i-1 == o.first && o.choice != nil && p.headsAlone(i-1) {
		ev.Add(4, "the line above stands alone, as headings do")
	}
	if i-1 == o.first && o.choice != nil && p.kindOf(o).IsAnnex() && oneBracket(strings.TrimSpace(p.src.Slice(p.flow.Lines[o.first].Span)[p.marked(o).Len:])) {
		ev.Add(4, "the name in parentheses is closed")
	}
	if beginsAnswer(p.src.Slice(p.flow.Lines[i].Span)) {
		ev.Add(6, "it begins an answer")
	}
	if _, ok := noteMarker(p.src.Slice(p.flow.Lines[i].Span)); ok {
		ev.Add(5, "it begins with the sign of a note")
	}
	if !p.flow.Measure.Wrapped {
		return p.flow.Unwrapped(i, open)
	}
	if b := &p.flow.Lines[i]; (b.First == '図' || b.First == '表') && b.Commas == 0 && !b.EndsSentence() && isCaptionSign(p.src.Slice(b.Span)) {
		ev.Add(2.5, "it begins as captions do")
	}
	p.weighFit(o, i, &ev)
	p.weighFirst(o, i, &ev)
	return ev
}

// beginsAnswer reads 答　, （答）, Ａ： at the start of a line.
func beginsAnswer(s string) bool {
	first, n := utf8.DecodeRuneInString(s)
	framed := first == '（' || first == '('
	if framed {
		var k int
		first, k = utf8.DecodeRuneInString(s[n:])
		n += k
	}
	if first != '答' && first != 'Ａ' && first != 'A' {
		return false
	}
	next, _ := utf8.DecodeRuneInString(s[n:])
	if framed {
		return next == '）' || next == ')'
	}
	return next == '\u3000' || first == '答' && isSpace(next) || next == '：' || next == '．'
}

// weighFit: where the beginning of line i would have stood in the line before
// it, that line ends a paragraph; else it is full and goes on.
func (p *parser) weighFit(o *opening, i int, ev *reflow.Evidence) {
	a, b := &p.flow.Lines[i-1], &p.flow.Lines[i]
	opener := i-1 == o.first && o.choice != nil
	fit, sharp := p.measure(o, opener)
	width := fit.Width
	if p.firstShort && i-1 == o.parts[len(o.parts)-1].first && !opener {
		width--
	}
	unit := reflow.Unit(p.src.Slice(b.Span))
	slack := width - a.Right() - unit
	if opener && o.class.headings && a.Commas == 0 {
		p.weighTitle(b, width, ev)
	}
	switch {
	case sharp && slack >= 1, !sharp && slack >= 2:
		ev.Add(min(3+slack/8, 4.5), stopsShort(a.Right(), width))
	case sharp && slack >= 0 && !opener && a.Width > 20 && !a.EndsSentence() && !a.EndsNoun():
		ev.Add(0.5, stopsShort(a.Right(), width)) // a sentence seldom stops there for good
	case sharp && slack >= 0.5:
		ev.Add(2.5, stopsShort(a.Right(), width))
	case sharp && slack >= 0:
		ev.Add(1.5, stopsShort(a.Right(), width))
	case sharp:
		ev.Add(-2, "the line before is full")
	case slack >= 0.6:
		ev.Add(-0.3, "the line before is nearly full")
	default:
		ev.Add(-2, "the line before is full")
	}
}

// weighTitle: headings that run on to a second line are few, and the second
// line of such a one is short and ends no sentence.
func (p *parser) weighTitle(b *reflow.Line, width float64, ev *reflow.Evidence) {
	if b.EndsSentence() || b.Right() > width*0.8 || b.Commas > 0 {
		ev.Add(3, "the heading stands on a line of its own, with text below")
		return
	}
	ev.Add(1, "headings here stand on a line of their own")
}

func stopsShort(right, width float64) string {
	b := append(make([]byte, 0, 64), "the line before stops short, at "...)
	b = append(strconv.AppendFloat(b, right, 'g', 4, 64), " of "...)
	return string(append(strconv.AppendFloat(b, width, 'g', 4, 64), " em"...))
}

// weighFirst: the first line of a paragraph stands in by an em, or is an em
// shorter than the rest where leading spaces are lost.
func (p *parser) weighFirst(o *opening, i int, ev *reflow.Evidence) {
	b := &p.flow.Lines[i]
	if c := o.class.lead; c >= 0 && p.leads {
		switch d := b.Lead - c; {
		case p.firstIn && d >= 0.6 && d <= 2.4:
			ev.Add(3, "the line stands in from the rest")
		case p.firstIn && abs(d) < 0.3:
			ev.Add(-2.5, "the line does not stand in, as first lines do here")
		case d < -0.6 && i-1 > o.first:
			ev.Add(2, "the line stands out from the rest")
		}
		return
	}
	if !p.firstShort || i+1 >= o.end {
		return
	}
	if next, sure := p.flow.Seam(i+1, b.Open); sure || next.Score > surely {
		return
	}
	fit, sharp := p.measure(o, false)
	slack := fit.Width - b.Right()
	weight := 1.0
	if sharp {
		slack -= reflow.Unit(p.src.Slice(p.flow.Lines[i+1].Span))
		slack++
		weight = 2.5
	}
	switch {
	case slack >= 1 && slack < 2.6:
		ev.Add(weight, "an em shorter than the rest, as first lines are here")
	case slack < 1:
		ev.Add(-weight, "too long for a first line")
	}
}

// owner is the section that part i of an opening belongs to: that of the part
// before it, or one further up that its wrap width or its indent shows.
func (p *parser) owner(o *opening, i int) *opening {
	if i == 0 || o.choice == nil || p.isListing(o) {
		return o
	}
	if o.owner == nil {
		o.owner = o
	}
	if p.closed[p.flow.Lines[o.parts[i].first].Index] && (o.next == nil || o.next.choice == nil) {
		for o.owner.choice != nil {
			o.owner = o.owner.parent
		}
	}
	o.owner = p.pastList(o, i)
	if o.owner.choice == nil || p.signsTable(o, i) { // a caption stands where the page has room
		return o.owner
	}
	if p.block(o.parts[i].first) != nil && (p.flow.Lines[o.parts[i].first].Layout == nil || p.cands[o.owner.choice.cand].level > 0) {
		return o.owner // the text of a heading may stand anywhere
	}
	if o.bodied && (i == 1 || o.owner == o && abs(p.partLead(o.parts[i])-p.partLead(o.parts[1])) < 0.5 && p.leads) {
		return o.owner
	}
	up := p.byWidth(o.owner, o.parts[i], o.next)
	if p.leads {
		up = p.byLead(o.owner, o.parts[i], o.next)
	}
	if up != nil {
		o.owner = up
	}
	return o.owner
}

// pastList is the section that part i of an opening falls to where the format
// tells which list it stands in: a paragraph below a list is none of its last
// item's. Word tells that by the indent alone.
func (p *parser) pastList(o *opening, i int) *opening {
	b := p.block(o.parts[i].first)
	if b == nil || p.src.Format != source.HTML && p.src.Format != source.Markdown {
		return o.owner
	}
	at := o.owner
	for at != o.next && at.choice != nil && p.cands[at.choice.cand].level > itemLevel+b.Level {
		at = at.parent
	}
	return at
}

// above gives the openings above o, the nearest first, up to limit, in which
// the next opening still stands. What follows a question is its answer, and
// what follows an article a part of it: nothing goes further up from there.
func (p *parser) above(o, limit *opening) (out []*opening) {
	for up := o; up != nil && up != limit && !p.keepsText(up); {
		if up = up.parent; up != nil {
			out = append(out, up)
		}
	}
	return out
}

// keepsText reports whether all text up to the next section is that of o.
func (p *parser) keepsText(o *opening) bool {
	if o.choice == nil {
		return true
	}
	k := p.kindOf(o)
	return k == marker.Question || k == marker.Article
}

// byLead finds the section above whose text stands in as far as the part's.
func (p *parser) byLead(o *opening, pt part, limit *opening) *opening {
	lead := p.partLead(pt)
	var best *opening
	off := abs(p.bodyLead(o) - lead)
	for _, up := range p.above(o, limit) {
		if d := abs(p.bodyLead(up) - lead); d < off-0.4 {
			best, off = up, d
		}
	}
	return best
}

// partLead is where the text of a part stands, the indent of its first line
// left aside, in em.
func (p *parser) partLead(pt part) float64 {
	if pt.end > pt.first+1 {
		return p.flow.Lines[pt.first+1].Lead
	}
	lead := p.flow.Lines[pt.first].Lead
	if p.firstIn {
		lead--
	}
	return lead
}

// bodyLead is where the text of an opening stands, in em.
func (p *parser) bodyLead(o *opening) float64 {
	if o.class.lead >= 0 {
		return o.class.lead
	}
	if o.choice == nil {
		return 0
	}
	return p.flow.Lines[o.first].Lead + 1
}

// byWidth finds the section above whose text is as wide as the part's.
func (p *parser) byWidth(o *opening, pt part, limit *opening) *opening {
	own := o.class.width
	if pt.end-pt.first < 2 || own.Pairs < 2 || !p.flow.Measure.Wrapped {
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
	for _, up := range p.above(o, limit) {
		have := up.class.width
		if have.Pairs == 0 {
			continue
		}
		if g := abs(w-own.Width) - abs(w-have.Width); g > gain && abs(own.Width-have.Width) > 1.4 {
			best, gain = up, g+0.7
		}
	}
	return best
}

func abs(f float64) float64 { return max(f, -f) }
