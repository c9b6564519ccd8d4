// Package flow is a document as a sequence of blocks, which is what the
// formats that know paragraphs (HTML, Markdown, Word, e-Gov XML) have in
// common. Their readers give a [Doc]; package source lays it out as lines of
// text with a block for each run.
package flow

import "fmt"

// A Doc is a document in reading order.
type Doc struct {
	Blocks   []Block
	Title    string // what the container calls the document
	Number   string // of a law, as written
	Language string
	Warnings []string
}

// Add appends a block, if there is anything in it.
func (d *Doc) Add(b Block) {
	if b.Text != "" || b.Marker != "" || len(b.Rows) > 0 {
		d.Blocks = append(d.Blocks, b)
	}
}

// A Block is a paragraph, heading, item, table or piece of furniture.
type Block struct {
	Kind    Kind
	Level   int    // of a heading, or the depth of the list that the block is part of; 0 where there is none or not known
	Marker  string // ⑴, where the format has it apart from the text
	Gap     string // between marker and text, as a reader sees it
	Text    string // of one line, or of several with \n between
	Caption bool   // names the block after it
	Rows    [][]string
	Why     string // h2, Heading 1
	Layout  *Layout
}

// A Layout is how a paragraph is set, where the format says so.
type Layout struct {
	Indent float64 // em, of its lines but the first
	Align  Align
	Bold   bool
}

// An Align is how a paragraph is aligned.
type Align int

// The alignments.
const (
	Start Align = iota
	Center
	End
)

// A Kind is the role of a block.
type Kind int

// The roles. Plain lines carry no role: what they are is left to inference.
const (
	Paragraph Kind = iota
	Heading
	Item
	Table
	Note
	Title
	Furniture
	Plain
)

// A LimitError is a document beyond a limit of its reader.
type LimitError struct {
	What  string // the elements are nested 1200 deep
	Limit int64
	Flag  string // that raises the limit; empty where none does
}

// Limits are what a reader of text allows.
type Limits struct {
	Depth  int   // of nested elements (--max-depth)
	Memory int64 // bytes, of the tree (--max-memory)
	Token  int64 // bytes, of the longest tag or run of text (--max-bytes)
}

// DepthError is of elements nested deeper than that.
func DepthError(most int) error {
	return &LimitError{What: "its elements are nested too deep", Limit: int64(most), Flag: "--max-depth"}
}

// TokenError is of a tag or a run of text of more than some bytes.
func TokenError(most int64) error {
	return &LimitError{What: "a tag or a run of text in it has too many bytes", Limit: most, Flag: "--max-bytes"}
}

func (e *LimitError) Error() string { return fmt.Sprintf("%s, the limit is %d", e.What, e.Limit) }
