// Package source turns the bytes of a document into a [Source]: decoded text,
// its lines with their pages, and whatever the format itself knows (headings,
// list levels, tables, where a line stands on the page).
//
// It is the only door to the libraries that read foreign formats. A reader
// says what it knows and infers nothing: what a line of plain text is, is for
// the packages reflow and parse to find out.
//
// Positions are bytes of [Source.Text], half-open; lines are 1-based wherever
// a reader of the output sees them and 0-based as indices.
package source
