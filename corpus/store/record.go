package store

import "shinkyu/corpus/index"

// A Record is one document to be stored.
type Record struct {
	Origin string // see [Store.Origin]
	Name   string
	SHA256 string // of the bytes, hexadecimal
	Size   int64
	Bytes  Packed
	// Reading is how the user said that the bytes are to be read, in a form
	// that only the caller knows; empty for nothing said.
	Reading string
	// Series and FiscalYear are the user's; the zero values leave what was
	// said before, or derived.
	Series     string
	FiscalYear int
	Analysis   *Analysis
}

// An Analysis is what the program made of a document.
type Analysis struct {
	Program    int // which analysis made it
	Series     string
	FiscalYear int // 0 where there is none
	Date       string
	Title      string
	Edition    string
	Issuer     string
	Act        string
	Draft      bool
	Format     string
	Words      int
	Terms      []byte // a JSON object: term to count
	Tree       []byte
	Citations  []byte
	Sections   []Section // the one with the path "" first
	// Index holds the folded words of the units, which are numbered as
	// Sections are.
	Index      []index.Entry
	Paragraphs []Paragraph
	Works      []Work
	Mentions   []Mention
}

// A Section is a section as a row.
type Section struct {
	Path   string
	Marker string
	Title  string
	Depth  int
	Lines  [2]int // 1-based
	Page   int
	// Unit is the index of the section that search finds this one by.
	Unit int
}

// A Paragraph is a paragraph, table row, caption, note or line of the title
// block.
type Paragraph struct {
	Section int // index into Analysis.Sections
	Kind    string
	Marker  string
	Text    string
	Lines   [2]int // 1-based
	Page    int
}

// A Work is a law or plan that the document cites.
type Work struct {
	ID, Kind, Title, Number, Version string
	Date, Body, Act                  string // of its last event
}

// A Mention is a place where the document names a work.
type Mention struct {
	Work     string // ID
	Path     string
	Lines    [2]int
	Page     int
	Text     string
	Form     string
	Pinpoint string
}
