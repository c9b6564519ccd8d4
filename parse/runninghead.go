package parse

import (
	"slices"
	"unicode/utf8"
)

// reach is how many lines from a page's edge a running head or foot stands.
const reach = 2

// An edge is a line near the head or the foot of a page.
type edge struct {
	line int
	page int  // 0-based count of pages
	head bool // near the head of its page, not the foot
	at   int  // 0 for the outermost line
}

// findRunningHeads sets aside lines that come again at the edges of pages.
func (p *parser) findRunningHeads() {
	edges := p.edges()
	groups := map[uint64][]edge{}
	var order []uint64
	for _, e := range edges {
		l := &p.lines[e.line]
		if l.Width > 50 || l.Width < 8 && l.EndsSentence() { // the last word of a sentence may well come again
			continue
		}
		text := p.src.Slice(l.Span)
		if isDigits(text) { // no page number, but that of a heading
			continue
		}
		h := maskedHash(text)
		if groups[h] == nil {
			order = append(order, h)
		}
		groups[h] = append(groups[h], e)
	}
	pages := 1
	if len(edges) > 0 {
		pages += edges[len(edges)-1].page
	}
	found := 0
	for _, h := range order {
		if g := groups[h]; isRunning(g, pages) {
			found += p.setRunning(g)
		}
	}
	if found >= 3 {
		p.findSingleHeads(edges)
	}
	if len(edges) == 0 {
		p.findInterrupting()
	}
}

// findInterrupting sets aside, in a text without pages, short lines that come
// again and again in the middle of sentences: its running heads.
func (p *parser) findInterrupting() {
	groups := map[uint64][]int{}
	var order []uint64
	for i := 1; i < len(p.lines); i++ {
		l, before := &p.lines[i], &p.lines[i-1]
		if p.roles[i] != roleText || l.Block >= 0 || l.EndsSentence() || before.Width < 15 || before.EndsSentence() || l.Width > before.Width*0.8 {
			continue
		}
		text := p.src.Slice(l.Span)
		if isDigits(text) {
			continue
		}
		h := maskedHash(text)
		if groups[h] == nil {
			order = append(order, h)
		}
		groups[h] = append(groups[h], i)
	}
	for _, h := range order {
		if p.evenlySpaced(groups[h]) && !p.belowMarkers(groups[h]) {
			p.setInterrupting(h)
		}
	}
}

// evenlySpaced reports whether lines come as regularly as pages do.
func (p *parser) evenlySpaced(at []int) bool {
	if len(at) < 3 {
		return false
	}
	least, most := p.spread(at)
	return least >= 10 && most <= 8*least
}

// belowMarkers reports whether each of the lines stands right under one with a
// marker: such are the names that the parts of numbered sections share.
func (p *parser) belowMarkers(at []int) bool {
	return !slices.ContainsFunc(at, func(i int) bool { return !beginsMarked(p.src.Slice(p.lines[i-1].Span)) })
}

// spread gives the least and the greatest distance, in lines of the source,
// from one of two and more lines to the next.
func (p *parser) spread(at []int) (least, most int) {
	var d []int
	for k, i := range at[1:] {
		d = append(d, p.lines[i].Index-p.lines[at[k]].Index)
	}
	return slices.Min(d), slices.Max(d)
}

// setInterrupting sets aside the lines with the hash h, those at the end of a
// sentence too, but for the first line of all, which is the title.
func (p *parser) setInterrupting(h uint64) {
	for i := 1; i < len(p.lines); i++ {
		if p.roles[i] == roleText && maskedHash(p.src.Slice(p.lines[i].Span)) == h {
			p.setAside(i, FurnitureRunningHead, "it comes again in the middle of sentences")
		}
	}
}

// isRunning reports whether a line comes again often enough, on pages in a
// row or all over the document, to be no part of the text.
func isRunning(g []edge, pages int) bool {
	row := 0
	for i := 1; i < len(g); i++ {
		if d := g[i].page - g[i-1].page; (d == 1 || d == 2) && g[i].head == g[i-1].head {
			row++
		}
	}
	return row >= 1 && (len(g) >= 3 || pages <= 3 || g[0].at == 0 && g[1].at == 0)
}

func (p *parser) setRunning(g []edge) (n int) {
	title := p.nextText(-1) // the first line of text
	for i, e := range g {
		if p.roles[e.line] != roleText || e.line == title {
			continue
		}
		if e.head && i > 0 && g[i-1].head && g[i-1].page == e.page {
			continue // the heading that the running head repeats
		}
		n++
		if e.head {
			p.setAside(e.line, FurnitureRunningHead, "it comes again at the head of other pages")
		} else {
			p.setAside(e.line, FurnitureRunningFoot, "it comes again at the foot of other pages")
		}
	}
	return n
}

// findSingleHeads sets aside a head of a chapter of one page, which the
// chapter's own heading repeats.
func (p *parser) findSingleHeads(edges []edge) {
	for _, e := range edges {
		if !e.head || e.at > 0 || p.roles[e.line] != roleText {
			continue
		}
		h := maskedHash(p.src.Slice(p.lines[e.line].Span))
		for j := e.line + 1; j < min(e.line+4, len(p.lines)); j++ {
			if p.roles[j] == roleText && maskedHash(p.src.Slice(p.lines[j].Span)) == h {
				p.setAside(e.line, FurnitureRunningHead, "the heading below repeats it, as on other pages")
				break
			}
		}
	}
}

// edges lists the lines near the edges of pages, page numbers left out. Where
// the source has no pages, page numbers end them.
func (p *parser) edges() []edge {
	var starts []int // lines that begin a page
	starts = append(starts, 0)
	for i := 1; i < len(p.lines); i++ {
		if p.src.Pages > 1 {
			if p.lines[i].Turn {
				starts = append(starts, i)
			}
		} else if p.isPageNumber(i - 1) {
			starts = append(starts, i)
		}
	}
	if len(starts) < 2 {
		return nil
	}
	var out []edge
	for k, s := range starts {
		end := len(p.lines)
		if k+1 < len(starts) {
			end = starts[k+1]
		}
		out = p.pageEdges(out, k, s, end)
	}
	return out
}

func (p *parser) isPageNumber(i int) bool {
	return p.roles[i] == roleFurniture && p.furniture[i].kind == FurniturePageNumber
}

func (p *parser) pageEdges(out []edge, page, start, end int) []edge {
	i, n := start, 0
	for ; i < end && n < reach; i++ {
		if p.roles[i] == roleText && p.lines[i].Block < 0 {
			out = append(out, edge{line: i, page: page, head: true, at: n})
			n++
		}
	}
	from := len(out)
	for j, n := end-1, 0; j >= i && n < reach; j-- {
		if p.roles[j] == roleText && p.lines[j].Block < 0 {
			out = append(out, edge{line: j, page: page, at: n})
			n++
		}
	}
	for a, b := from, len(out)-1; a < b; a, b = a+1, b-1 {
		out[a], out[b] = out[b], out[a]
	}
	return out
}

// maskedHash hashes a line with its white space dropped and its numbers
// masked (FNV-1a over runes).
func maskedHash(s string) uint64 {
	h := uint64(14695981039346656037)
	digit := false
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		if isSpace(r) {
			continue
		}
		if '0' <= r && r <= '9' || '０' <= r && r <= '９' {
			if digit {
				continue
			}
			digit, r = true, '#'
		} else {
			digit = false
		}
		h = (h ^ uint64(r)) * 1099511628211
	}
	return h
}
