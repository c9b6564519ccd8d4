package parse

import (
	"strings"

	"shinkyu/parse/era"
	"shinkyu/parse/marker"
	"shinkyu/parse/source"
)

// itemLevel is what the levels of list items of the format are counted from,
// so that every heading level stands above them.
const itemLevel = 100

// block gives the block that line i of the flow stands in; nil for none.
func (p *parser) block(i int) *source.Block {
	if b := p.flow.Lines[i].Block; b >= 0 {
		return &p.blocks[b]
	}
	return nil
}

// blockCandidate makes a candidate of a heading or item of the format. ok is
// false where the line can open nothing: inside a paragraph, table or note.
func (p *parser) blockCandidate(i int, b *source.Block) (c candidate, ok, done bool) {
	if p.flow.Lines[i].Index != p.firstLine(b) {
		return c, false, true
	}
	switch b.Kind {
	case source.BlockParagraph:
		// A law in XML marks all that opens anything.
		return c, false, b.Caption || p.src.Format == source.EGovXML
	case source.BlockHeading:
		c.level = max(b.Level, 1)
	case source.BlockItem:
		c.level = itemLevel + max(b.Level, 1)
	default:
		return c, false, true
	}
	c.line, c.lead, c.why = i, -1, b.Why
	p.readBlockMarker(&c, b)
	return c, true, true
}

// firstLine is the first line of a block that is not blank.
func (p *parser) firstLine(b *source.Block) int {
	for i := b.First; i <= b.Last; i++ {
		if strings.TrimSpace(p.src.Slice(p.src.Lines[i].Span)) != "" {
			return i
		}
	}
	return b.First
}

// readBlockMarker reads the marker of a heading or item: what the format
// calls it, or else what the text begins with.
func (p *parser) readBlockMarker(c *candidate, b *source.Block) {
	text := p.src.Slice(p.flow.Lines[c.line].Span)
	first, second := marker.Read(text)
	r := first
	if second.Len > 0 && p.src.Format == source.EGovXML { // イ of a law is the first of イロハ
		r = second
	}
	if b.Marker.Len() > 0 {
		text = p.src.Slice(b.Marker)
		if b, ok := branchMarker(squeezed(text)); ok {
			r = marker.Reading{Marker: b, Len: len(text), Gap: true}
		} else if r.Len != len(text) {
			r = marker.Reading{Marker: marker.Marker{Text: squeezed(text), Kind: r.Marker.Kind, Number: r.Marker.Number, Numbers: r.Marker.Numbers}, Len: len(text), Gap: true}
		}
	} else if r.Len > 0 && signStrength(r)+restScore(r, strings.TrimLeft(text[r.Len:], " \u3000\t")) < -1.5 {
		r = marker.Reading{}
	}
	if r.Len == 0 {
		return
	}
	if id, ok := p.kinds.id(r.Marker.Kind); ok {
		c.readings[0], c.kinds[0], c.n = r, id, 1
	}
}

// branchMarker reads the marker of an item that an amendment put between two
// others: 一の二, which stands between 一 and 二.
func branchMarker(text string) (marker.Marker, bool) {
	m := marker.Marker{Text: text, Kind: marker.Kanji}
	for part := range strings.SplitSeq(text, "の") {
		n, ok := era.Number(part)
		if !ok {
			return marker.Marker{}, false
		}
		m.Numbers = append(m.Numbers, n)
	}
	m.Number = m.Numbers[0]
	return m, len(m.Numbers) > 1
}

// furnitureOf tells the kind of furniture that the format calls a block.
func furnitureOf(why string) FurnitureKind {
	switch {
	case strings.Contains(why, "contents"), strings.Contains(why, "toc"), strings.Contains(why, "TOC"):
		return FurnitureContents
	case strings.Contains(why, "header"), strings.Contains(why, "head"):
		return FurnitureRunningHead
	case strings.Contains(why, "reference"):
		return FurnitureNoteReference
	case strings.Contains(why, "foot"):
		return FurnitureRunningFoot
	case strings.Contains(why, "page"):
		return FurniturePageNumber
	case strings.Contains(why, "rule"), why == "hr":
		return FurnitureRule
	}
	return FurnitureNavigation
}

// findBlockFurniture sets aside what the format calls furniture.
func (p *parser) findBlockFurniture() {
	for i := range p.lines {
		if b := p.lines[i].Block; b >= 0 && p.blocks[b].Kind == source.BlockFurniture {
			if p.repeatsHead(i) {
				p.lines[i].Block = -1
				continue
			}
			block := &p.blocks[b]
			k := furnitureOf(block.Why)
			p.setAside(i, k, "the format calls it "+block.Why)
			if k == FurnitureContents {
				p.contents = append(p.contents, i)
			}
		}
	}
}

// repeatsHead reports whether line i stands right below a running head with
// the same text, and so is the heading that the head repeats.
func (p *parser) repeatsHead(i int) bool {
	if i == 0 || p.roles[i-1] != roleFurniture || p.lines[i].Page != p.lines[i-1].Page || p.furniture[i-1].kind != FurnitureRunningHead {
		return false
	}
	return maskedHash(p.src.Slice(p.lines[i].Span)) == maskedHash(p.src.Slice(p.lines[i-1].Span))
}

// table makes a node of a table of the format.
func (p *parser) table(n int) *Table {
	if g, ok := p.grids[n]; ok {
		return p.gridTable(g)
	}
	t := &Table{}
	b := &p.blocks[n]
	for _, row := range b.Rows {
		cells := make([]Text, len(row))
		for j, sp := range row {
			cells[j] = p.cell(sp)
			if sp.Len() > 0 {
				if t.Extent.Len() == 0 {
					t.Extent = sp
				}
				t.Extent.End = max(t.Extent.End, sp.End)
			}
		}
		t.Rows = append(t.Rows, cells)
	}
	return t
}

// cell gives the text of a cell, of which each line is a piece.
func (p *parser) cell(sp source.Span) Text {
	b := p.builder()
	for at := sp.Start; at < sp.End; {
		end := at + strings.IndexByte(p.src.Text[at:sp.End]+"\n", '\n')
		lo, hi := skipSpace(p.src.Text, at, end), end
		if lo < hi {
			b.add(source.Span{Start: lo, End: lo + len(strings.TrimRight(p.src.Text[lo:hi], " \t\u3000\u00a0"))})
		}
		at = end + 1
	}
	return b.text(p.src)
}

// gridTable makes a node of a table of plain text.
func (p *parser) gridTable(g grid) *Table {
	t := &Table{Extent: source.Span{Start: len(p.src.Text)}}
	for _, row := range g {
		cells := make([]Text, len(row))
		for j, lines := range row {
			b := p.builder()
			for _, sp := range lines {
				b.add(sp)
				t.Extent.Start, t.Extent.End = min(t.Extent.Start, sp.Start), max(t.Extent.End, sp.End)
			}
			cells[j] = b.text(p.src)
		}
		t.Rows = append(t.Rows, cells)
	}
	return t
}
