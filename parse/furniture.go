package parse

import (
	"slices"

	"shinkyu/parse/source"
)

// findFurniture marks the lines that a page adds to the text.
func (p *parser) findFurniture() {
	p.furniture = map[int]aside{}
	p.findInvisible()
	p.findLineNumbers()
	p.findBlockFurniture()
	p.findPageNumbers()
	p.findRunningHeads()
	p.findClosings()
}

// An aside is what a line of furniture is, and why.
type aside struct {
	kind FurnitureKind
	why  string
}

func (p *parser) setAside(i int, k FurnitureKind, why string) {
	p.roles[i] = roleFurniture
	p.furniture[i] = aside{k, why}
}

// findInvisible sets aside lines of nothing but characters without a width:
// byte order marks, zero-width spaces.
func (p *parser) findInvisible() {
	for i := range p.lines {
		if p.lines[i].Width == 0 && p.lines[i].Block < 0 {
			p.setAside(i, FurnitureRule, "nothing on it can be seen")
		}
	}
}

// findClosings sets 以上 and （了） aside.
func (p *parser) findClosings() {
	for i := range p.lines {
		l := &p.lines[i]
		if l.Width > 6 || p.roles[i] != roleText || l.Block >= 0 {
			continue
		}
		switch squeezed(p.src.Slice(l.Span)) {
		case "以上", "（以上）", "(以上)", "（了）", "(了)", "［了］", "（終）", "（以上）。", "以上。":
			p.setAside(i, FurnitureClosing, "a closing, which ends the text")
		}
	}
}

// A cutOut is furniture on a line of text: the number beside it, the bars
// between the cells of a table.
type cutOut struct {
	kind FurnitureKind
	span source.Span
}

// addCutOuts puts the furniture that stood on lines of text among the rest, in
// order.
func (p *parser) addCutOuts() {
	if len(p.cut) == 0 {
		return
	}
	for _, c := range p.cut {
		b := p.builder()
		b.add(c.span)
		p.doc.Furniture = append(p.doc.Furniture, Furniture{Kind: c.kind, Text: b.text(p.src)})
	}
	slices.SortStableFunc(p.doc.Furniture, func(a, b Furniture) int {
		return a.Text.Span().Start - b.Text.Span().Start
	})
}

// findClosed notes the lines of text that follow a closing.
func (p *parser) findClosed() {
	after := false
	for i := range p.lines {
		switch {
		case p.roles[i] == roleFurniture:
			after = after || p.furniture[i].kind == FurnitureClosing
		case after:
			if p.closed == nil {
				p.closed = map[int]bool{}
			}
			p.closed[p.lines[i].Index] = true
			after = false
		}
	}
}
