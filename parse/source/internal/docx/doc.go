// Package docx reads Word files (ECMA-376, WordprocessingML): paragraphs with
// their styles and outline levels, automatic numbers as a reader sees them,
// tables, notes, tracked changes. Headers, footers and tables of contents are
// furniture.
//
//	package.go    the zip file, its parts and their limits
//	tree.go       XML as nodes
//	styles.go     styles.xml: names, outline levels, numbering by style
//	numbering.go  numbering.xml: counters and the text of markers
//	numeral.go    number formats
//	body.go       paragraphs and tables in order
//	run.go        the text of a paragraph
package docx
