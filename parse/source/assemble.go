package source

import (
	"strings"

	"shinkyu/parse/source/internal/flow"
)

// assemble lays a flow of blocks out as text. Each block begins a line; the
// rows of a table are lines, its cells are parted by tabs, and a line break in
// a cell is one in the text.
func assemble(doc *flow.Doc, format Format) *Source {
	a := assembler{src: &Source{Format: format}}
	a.src.Meta = Meta{Title: doc.Title, LawNumber: doc.Number, Language: doc.Language}
	n := len(doc.Blocks)
	a.src.Blocks, a.starts, a.layout = make([]Block, 0, n), make([]Span, 0, n), make([]*Layout, 0, n)
	for i, b := range doc.Blocks {
		a.block(b)
		doc.Blocks[i] = flow.Block{} // its text is in the source now
	}
	a.src.Text = a.text.String()
	a.src.Lines, _ = splitLines(a.src.Text)
	a.number()
	for _, w := range doc.Warnings {
		a.src.Warnings = append(a.src.Warnings, Warning{Message: w})
	}
	return a.src
}

type assembler struct {
	src    *Source
	text   strings.Builder
	starts []Span // of each block, in bytes
	layout []*Layout
}

var kinds = map[flow.Kind]BlockKind{
	flow.Paragraph: BlockParagraph,
	flow.Heading:   BlockHeading,
	flow.Item:      BlockItem,
	flow.Table:     BlockTable,
	flow.Note:      BlockNote,
	flow.Title:     BlockTitle,
	flow.Furniture: BlockFurniture,
}

// lineEnds makes \n of the breaks that [splitLines] would cut at.
var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\f", "\n")

func (a *assembler) write(s string) Span {
	start := a.text.Len()
	a.text.WriteString(lineEnds.Replace(s))
	return Span{start, a.text.Len()}
}

func (a *assembler) block(b flow.Block) {
	start := a.text.Len()
	out := Block{Kind: kinds[b.Kind], Level: b.Level, Caption: b.Caption, Why: b.Why}
	if b.Marker != "" {
		out.Marker = a.write(b.Marker)
		a.write(b.Gap)
	}
	a.write(b.Text)
	for i, row := range b.Rows {
		if i > 0 {
			a.write("\n")
		}
		var cells []Span
		for j, cell := range row {
			if j > 0 {
				a.write("\t")
			}
			cells = append(cells, a.write(cell))
		}
		out.Rows = append(out.Rows, cells)
	}
	end := a.text.Len()
	a.write("\n")
	if b.Kind != flow.Plain {
		a.src.Blocks = append(a.src.Blocks, out)
		a.starts = append(a.starts, Span{start, max(start, end)})
		a.layout = append(a.layout, layoutOf(b.Layout))
	}
}

// number gives each block its lines.
func (a *assembler) number() {
	line := 0
	at := func(off int) int {
		for line+1 < len(a.src.Lines) && a.src.Lines[line+1].Span.Start <= off {
			line++
		}
		return line
	}
	for i, sp := range a.starts {
		a.src.Blocks[i].First = at(sp.Start)
		a.src.Blocks[i].Last = at(sp.End)
		for l := a.src.Blocks[i].First; l <= a.src.Blocks[i].Last; l++ {
			a.src.Lines[l].Layout = a.layout[i]
		}
	}
}

func layoutOf(l *flow.Layout) *Layout {
	if l == nil {
		return nil
	}
	return &Layout{Indent: l.Indent, Align: Align(l.Align), Bold: l.Bold}
}
