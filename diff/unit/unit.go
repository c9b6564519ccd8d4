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
	Lines    [2]int // 1-based, first and last of its own text, heading included
	Page     int    // 1-based, where its heading stands; 0 without pages
}

// A Passage is one paragraph, item or table row of a unit.
type Passage struct {
	Marker string // ⅱ）, of an item; empty otherwise
	Depth  int    // 0 for the unit's own paragraphs, 1 for its items, …
	Text   parse.Text
	Lines  [2]int // 1-based
	Page   int
}
