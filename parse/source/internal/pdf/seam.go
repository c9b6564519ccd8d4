package pdf

import (
	"maps"
	"math"
	"slices"
	"strings"

	"shinkyu/parse/lazy"
)

// A Seam says whether a line goes on from the one before it.
type Seam int

// The seams. SeamUnknown leaves it to the text.
const (
	SeamUnknown Seam = iota
	Begins           // a paragraph begins
	GoesOn           // the line before was full, and this is where its paragraph continues
)

// setSeams reads paragraphs off the page. A justified line that stops short of
// the right edge ends one, so do a wider gap, another size and another
// alignment; after a full line the indents tell: a paragraph's first line
// stands in by an em, or its further lines hang below the text behind a
// marker.
func setSeams(pages [][]*Line) {
	p := paragraphs{right: map[frame]float64{}, full: map[frame]float64{}}
	p.learn(pages)
	each(pages, func(l *Line) {
		if l.Furniture != "" || l.Note {
			return
		}
		l.Seam = p.seam(l)
		p.take(l)
	})
}

// paragraphs is what is known of the paragraph that is being read.
type paragraphs struct {
	right, full map[frame]float64 // edge of a column, and the share of lines that reach it
	leading     map[int]float64   // of each page, points
	indented    bool              // first lines stand in

	last  *Line
	lines int     // of the paragraph
	body  float64 // indent of its second line, em
}

// justified is the share of lines that reach the right edge from which a column
// is taken to be justified.
const justified = 0.3

// learn measures columns, leading and the habit of first lines.
func (p *paragraphs) learn(pages [][]*Line) {
	rights := map[frame][]float64{}
	dists := map[int]map[float64]int{}
	p.leading = map[int]float64{}
	var last *Line
	each(pages, func(l *Line) {
		if l.Furniture != "" || l.Note || l.Rows != nil {
			return
		}
		rights[l.frame()] = append(rights[l.frame()], l.x1)
		if last != nil && last.page == l.page && last.Column == l.Column && sameSize(last, l) {
			d := math.Round(2*(last.seg.base-l.seg.base)) / 2
			if dists[l.page] == nil {
				dists[l.page] = map[float64]int{}
			}
			m := dists[l.page]
			if m[d]++; d > 0 && (m[d] > m[p.leading[l.page]] || m[d] == m[p.leading[l.page]] && d < p.leading[l.page]) {
				p.leading[l.page] = d
			}
		}
		last = l
	})
	for f, v := range rights {
		p.right[f], p.full[f] = commonEdge(v)
	}
	p.learnIndent(pages)
}

// commonEdge gives the place where most lines end, to a third of an em, among
// those in the right half, and the share of lines that end near it. Stops that
// hang over the edge lie beyond it.
func commonEdge(v []float64) (at, share float64) {
	const bin = 3.5 // points
	count := map[int]int{}
	low, high := slices.Min(v), slices.Max(v)
	for _, x := range v {
		if x > (low+high)/2 {
			count[int(x/bin)]++
		}
	}
	best := int(high / bin)
	for _, b := range slices.Sorted(maps.Keys(count)) {
		if n := count[b] + count[b+1]; n > count[best]+count[best+1] {
			best = b
		}
	}
	n := 0
	for _, x := range v {
		if b := int(x / bin); b == best || b == best+1 {
			at = max(at, x)
		}
	}
	for _, x := range v {
		if x > at-20 {
			n++
		}
	}
	return at, float64(n) / float64(len(v))
}

// learnIndent counts full lines that end in the middle of a sentence: where
// the next one stands an em further out, the first was a first line.
func (p *paragraphs) learnIndent(pages [][]*Line) {
	in := 0
	var last *Line
	each(pages, func(l *Line) {
		if l.Furniture != "" || l.Note || l.Rows != nil {
			return
		}
		if last != nil && p.isFull(last, l) && !endsSentence(last.Text) && sameSize(last, l) {
			if d := l.Indent - last.Indent; -1.7 <= d && d <= -0.6 {
				in++
			}
		}
		last = l
	})
	p.indented = in >= 2
}

func sameSize(a, b *Line) bool { return max(a.Size, b.Size) <= 1.08*min(a.Size, b.Size) }

// isFull reports whether a line ended because its column did: what it lacks is
// less than what comes next and cannot be parted. A line that lacks a little
// more, in the middle of a sentence, may be full too.
func (p *paragraphs) isFull(a, b *Line) bool {
	return p.lacks(a) < unparted(b)+0.2*a.Size
}

// lacks is the white at the end of a line, in points.
func (p *paragraphs) lacks(a *Line) float64 { return p.right[a.frame()] - a.x1 }

const (
	// noStart are characters that no line begins with (JIS X 4051), noEnd
	// those that none ends with.
	noStart = "、。，．・：；？！ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ）］｝」』】〕〉》,.:;?!)]}”’"
	noEnd   = "（［｛「『【〔〈《([{“‘"
)

// unparted is the width of the beginning of a line that stays together: a Latin
// word, or a character with the brackets before it and the stops after it.
func unparted(l *Line) float64 {
	at := -1
	for i, g := range l.seg.glyphs {
		switch {
		case i == 0 || strings.ContainsRune(noStart, g.r) || strings.ContainsRune(noEnd, l.seg.glyphs[i-1].r):
		case wide(g.r) || wide(l.seg.glyphs[i-1].r) || gap(l.seg.glyphs[i-1], g, 0) != "":
			return l.seg.glyphs[at].x1 - l.x0
		}
		at = i
	}
	return l.x1 - l.x0
}

func endsSentence(s string) bool {
	s = strings.TrimRight(s, "）)」』】 　")
	return strings.HasSuffix(s, "。") || strings.HasSuffix(s, "．")
}

// leaders is a line of a contents list: dots, or white, up to a number.
var leaders = lazy.Pattern(`[.．・…‥]{4,}|　[\s　]*[0-9０-９]{1,3}$`)

// opener is a marker that begins an item or a heading.
var opener = lazy.Pattern(`^(?:[①-⓿⑴-⒇●○■□◆◇▶➢•]|[（(](?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3}|[ァ-ヶａ-ｚa-z])[)）]|第[0-9０-９一二三四五六七八九十百]+(?:[編章節款条][　\s（(]|[　\s])|[0-9０-９]{1,2}(?:[．.、][0-9０-９]{1,2})*[．.)）　\s]|[ⅰ-ⅿⅠ-Ⅿ][)）．.　\s]|[ア-ン][　\s.．)）]|[※＊*・][^　]|[一二三四五六七八九十]{1,3}[　\s、．])`)

func (p *paragraphs) seam(b *Line) Seam {
	a := p.last
	switch {
	case a == nil:
		return Begins
	case b.Rows != nil || a.Rows != nil:
		return Begins
	case leaders().MatchString(a.Text), leaders().MatchString(b.Text):
		return SeamUnknown
	case !sameSize(a, b):
		return Begins
	case a.Align == Center && b.Align == Center:
		return SeamUnknown
	case a.Align == End || b.Align == End:
		return Begins
	case a.page == b.page && a.seg.full != b.seg.full:
		return Begins
	}
	if s := p.gapSeam(a, b); s != SeamUnknown {
		return s
	}
	if x, y := face(a), face(b); x != "" && y != "" && x != y {
		return Begins
	}
	switch f := p.full[a.frame()]; {
	case f < justified:
		return SeamUnknown // the lines are not justified
	case !p.isFull(a, b) && (endsSentence(a.Text) || p.lacks(a) > unparted(b)+1.5*a.Size):
		return Begins
	case !p.isFull(a, b):
		return SeamUnknown
	case a.Bold != b.Bold:
		return SeamUnknown
	}
	return p.indentSeam(a, b)
}

// gapSeam looks at the distance of the lines.
func (p *paragraphs) gapSeam(a, b *Line) Seam {
	if a.page != b.page || a.Column != b.Column {
		return SeamUnknown
	}
	d := a.seg.base - b.seg.base
	if lead := p.leading[b.page]; lead > 0 && d > 1.45*lead && d > 1.6*b.Size {
		return Begins
	}
	return SeamUnknown
}

// face is the font of all Japanese characters of a line; empty where there are
// several, or fewer than three characters.
func face(l *Line) string {
	name, n := "", 0
	for _, g := range l.seg.glyphs {
		switch {
		case !wide(g.r):
			continue
		case n > 0 && g.face != name:
			return ""
		}
		name = g.face
		n++
	}
	if n < 3 {
		return ""
	}
	return name
}

// hangsBelow reports whether b begins below the text behind the marker of a.
func hangsBelow(a, b *Line) bool {
	n := 0
	for _, r := range opener().FindString(a.Text) {
		if r != ' ' && r != '　' {
			n++
		}
	}
	return 0 < n && n < len(a.seg.glyphs) && math.Abs(a.seg.glyphs[n].x0-a.x0-(b.Indent-a.Indent)*a.Size) < 0.35*a.Size
}

// indentSeam looks at where a line after a full one begins.
func (p *paragraphs) indentSeam(a, b *Line) Seam {
	ends, opens := endsSentence(a.Text), opener().MatchString(b.Text)
	if p.lines >= 2 {
		switch d := b.Indent - p.body; {
		case math.Abs(d) > 0.35 && (ends || opens):
			return Begins
		case math.Abs(d) > 0.35:
			return SeamUnknown
		case ends && opens:
			return Begins
		case opens:
			return SeamUnknown
		}
		return GoesOn
	}
	d := b.Indent - a.Indent
	switch hangs := opener().MatchString(a.Text); {
	case opens && (ends || hangs):
		return Begins
	case opens:
		return SeamUnknown
	case -1.7 <= d && d <= -0.6:
		return GoesOn
	case math.Abs(d) <= 0.35 && !ends:
		return GoesOn
	case math.Abs(d) <= 0.35 && p.indented && !hangs:
		return Begins
	case d > 0.35 && hangs && hangsBelow(a, b):
		return GoesOn
	case ends && math.Abs(d) > 0.35:
		return Begins
	}
	return SeamUnknown
}

// take adds a line to what is known.
func (p *paragraphs) take(l *Line) {
	switch {
	case l.Seam == Begins || p.last == nil:
		p.lines = 1
	default:
		if p.lines++; p.lines == 2 {
			p.body = l.Indent
		}
	}
	p.last = l
}
