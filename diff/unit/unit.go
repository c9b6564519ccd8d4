// Package unit cuts a document into the units of comparison.
//
// A unit is a section with a heading of its own, or an article (第…条). Its own
// text is its heading, its paragraphs and the items without a heading in it,
// not the units below it. The text before the first section is a unit too,
// with path "".
package unit

import (
	"shinkyu/parse"
)

// A Unit is one unit of comparison.
type Unit struct {
	Index    int            // position among the document's units, 0-based
	Section  *parse.Section // nil for the text before the first section
	Path     string
	Marker   string
	Title    string
	Parent   *Unit // nil at the top
	Children []*Unit
	// Passages are its own text in order: paragraphs, items, table rows.
	Passages []Passage
	// Items are the paths of the sections without a heading that stand in it.
	Items []string
	Lines [2]int // 1-based, first and last of its own text, heading included
	Page  int    // 1-based, where its heading stands; 0 without pages
}

// Text is the unit's passages joined with "\n", the text that edits are over.
func (u *Unit) Text() string { return Join(u) }

// A Passage is one paragraph, item or table row of a unit.
type Passage struct {
	Kind   Kind
	Marker string // ⅱ）, of an item or note; empty otherwise
	Depth  int    // 0 for the unit's own paragraphs, 1 for its items, …
	Text   parse.Text
	Lines  [2]int // 1-based
	Page   int
}

// A Kind is what a passage is in its document.
type Kind string

// The kinds of passage. The cells of a row stand in one text, a tab between
// them.
const (
	Paragraph Kind = "paragraph"
	Row       Kind = "row"
	Note      Kind = "note"
	Caption   Kind = "caption" // of a table
)
