package source

import "sort"

// A Span is a half-open range of bytes in [Source.Text].
type Span struct {
	Start, End int // bytes; Start <= End
}

// Len is the number of bytes in the span.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether t lies inside s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// A Source is one document as read: its decoded text and all that its format
// knows about the lines of it. It does not change after it was read.
type Source struct {
	Name     string // as the user named it; "-" for standard input
	SHA256   string // of the bytes as given, in hexadecimal
	Format   Format
	Encoding string // "utf-8", "shift_jis", "euc-jp", "iso-2022-jp", "utf-16le", "utf-16be"; of text, Markdown, HTML, XML

	// Text is the whole decoded text, the truth that every span points into.
	// For formats that are no text (PDF, Word) it is the extracted text.
	Text  string
	Lines []Line
	// Blocks are what the format itself says about runs of lines, in order and
	// not overlapping. Lines outside every block are left to inference: plain
	// text has no blocks at all.
	Blocks []Block
	Pages  int // 0 where the format has no pages and the text no form feeds

	// Meta is what the container says about the document as a whole (the
	// title of an HTML page, the law number of an e-Gov file).
	Meta     Meta
	Warnings []Warning
}

// A Format is a kind of input.
type Format string

// The formats, named as users name them in --as.
const (
	Text     Format = "text"
	Markdown Format = "markdown"
	HTML     Format = "html"
	Docx     Format = "docx"
	PDF      Format = "pdf"
	EGovXML  Format = "egov-xml"
)

// A Line is one line of [Source.Text], without its terminator.
type Line struct {
	Span   Span
	Page   int     // 1-based; 0 where the source has no pages
	Layout *Layout // nil where the format does not know
}

// A Layout is where a line stands on its page.
type Layout struct {
	Indent float64 // em, from the left edge of the column's text; in Word of a paragraph's lines but the first
	Width  float64 // em, of the line's ink; 0 where not known (Word)
	Size   float64 // points, of most of its characters; 0 where not known (Word)
	Bold   bool
	Align  Align
	Column int     // 0-based, in reading order
	Top    float64 // 0 at the head of the page, 1 at its foot
	Seam   Seam    // whether it goes on from the line of the text before it
}

// A Seam says what the page shows of the place between a line and the one of
// the text before it, page furniture and notes left out: whether that one was
// full, how far they lie apart, and where they begin.
type Seam int

// The seams.
const (
	SeamUnknown Seam = iota // the page does not tell
	SeamBegins              // a paragraph begins with the line
	SeamGoesOn              // the line goes on with the paragraph
)

// An Align is how a line is set in its column.
type Align int

// The alignments.
const (
	AlignStart Align = iota // left; in vertical writing, top
	AlignCenter
	AlignEnd // right; in vertical writing, bottom
)

// A Block is a run of lines of which the format knows the role.
type Block struct {
	Kind  BlockKind
	First int // index into Source.Lines
	Last  int // index into Source.Lines, inclusive
	// Level is the heading level (1 is the highest), or the depth of the list
	// that an item, or what stands in one, is part of (1 is the outermost). 0
	// where the format does not say, and outside of lists.
	Level int
	// Marker is the part of the first line that is the number or bullet, where
	// the format knows it apart from the text (e-Gov XML, Word numbering);
	// empty otherwise, and the marker is then looked for in the text.
	Marker Span
	// Caption is true of a block that names the one after it: （目的） above
	// 第一条, 図表1 above a table.
	Caption bool
	// Rows are the cells of a table, each a span of the text.
	Rows [][]Span
	// Why says how the format knew, for parse --explain: "h2", "Heading 1".
	Why string
}

// A BlockKind is the role of a block.
type BlockKind int

// The roles. A paragraph of a format with styles may still turn out to be a
// heading without a style; its lines are never joined with its neighbours'.
const (
	BlockParagraph BlockKind = iota
	BlockHeading
	BlockItem
	BlockTable
	BlockNote
	BlockTitle
	BlockFurniture
)

// Meta is what a container says of its document; any part may be empty.
type Meta struct {
	Title     string
	LawNumber string // as written: 平成二十六年法律第百四号
	Language  string
}

// A Warning is something that the reader saw and could not use.
type Warning struct {
	Line    int // 1-based; 0 where it is about the whole
	Message string
}

// LineAt gives the 1-based line that holds the byte at offset off. An offset
// in a line's terminator belongs to that line.
func (s *Source) LineAt(off int) int {
	n := sort.Search(len(s.Lines), func(i int) bool { return s.Lines[i].Span.Start > off })
	return max(n, 1)
}

// PageAt gives the 1-based page of the byte at off, 0 where there are none.
func (s *Source) PageAt(off int) int {
	if len(s.Lines) == 0 {
		return 0
	}
	return s.Lines[s.LineAt(off)-1].Page
}

// Slice gives the text of a span.
func (s *Source) Slice(sp Span) string { return s.Text[sp.Start:sp.End] }
