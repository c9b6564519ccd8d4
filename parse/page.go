package parse

import (
	"sort"

	"shinkyu/parse/source"
)

// A pageStart is where a page begins.
type pageStart struct {
	offset int // bytes in the source
	page   int
}

// PageAt gives the 1-based page of the byte of the source at off, 0 where
// there are no pages. Text without page breaks has the pages that its own page
// numbers tell, where they count up without a gap: that is the number that a
// reader finds on the paper.
func (d *Document) PageAt(off int) int {
	if d.Source.Pages > 0 || len(d.pages) == 0 {
		return d.Source.PageAt(off)
	}
	i := sort.Search(len(d.pages), func(i int) bool { return d.pages[i].offset > off })
	return d.pages[max(i-1, 0)].page
}

// Pages is the number of the last page, 0 where there are none.
func (d *Document) Pages() int {
	if d.Source.Pages > 0 || len(d.pages) == 0 {
		return d.Source.Pages
	}
	return d.pages[len(d.pages)-1].page
}

// readPages finds the pages of a text without page breaks.
func (p *parser) readPages() {
	if p.src.Pages > 0 {
		return
	}
	numbers, spans := p.printedPages()
	for i := 1; i < len(numbers); i++ {
		if numbers[i] != numbers[i-1]+1 {
			return
		}
	}
	if len(numbers) < 2 {
		return
	}
	text := p.textExtent()
	if spans[0].Start < text.Start {
		p.pagesFromHeads(numbers, spans)
		return
	}
	p.pagesFromFeet(numbers, spans, text.End)
}

// printedPages are the page numbers in order with where they stand.
func (p *parser) printedPages() (numbers []int, spans []source.Span) {
	for _, f := range p.doc.Furniture {
		if f.Kind != FurniturePageNumber {
			continue
		}
		if n, ok := readLonely(f.Text.String); ok {
			numbers, spans = append(numbers, n.value), append(spans, f.Text.Span())
		}
	}
	return numbers, spans
}

// textExtent is from the first to the last byte that is no furniture.
func (p *parser) textExtent() source.Span {
	e := source.Span{Start: len(p.src.Text)}
	grow := func(s source.Span) {
		if s.Len() > 0 {
			e.Start, e.End = min(e.Start, s.Start), max(e.End, s.End)
		}
	}
	for _, f := range p.doc.Front {
		grow(f.Text.Span())
	}
	for _, n := range p.doc.Content {
		grow(n.Span())
	}
	return e
}

// pagesFromHeads begins a page at each number.
func (p *parser) pagesFromHeads(numbers []int, spans []source.Span) {
	for i, n := range numbers {
		p.doc.pages = append(p.doc.pages, pageStart{spans[i].Start, n})
	}
}

// pagesFromFeet begins a page behind each number, and one more where text
// follows the last.
func (p *parser) pagesFromFeet(numbers []int, spans []source.Span, end int) {
	p.doc.pages = append(p.doc.pages, pageStart{0, numbers[0]})
	for i, n := range numbers {
		if i+1 < len(numbers) || spans[i].End < end {
			p.doc.pages = append(p.doc.pages, pageStart{spans[i].End, n + 1})
		}
	}
}

// Restore finds again what a document that was stored and read back does not
// carry: the pages that its own page numbers tell.
func Restore(d *Document) {
	p := parser{doc: d, src: d.Source}
	d.pages = nil
	p.readPages()
}
