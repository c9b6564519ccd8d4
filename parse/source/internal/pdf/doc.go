// Package pdf reads the text of PDF files with the place of every line.
//
// PDFium, compiled to WebAssembly and run by wazero, takes the file apart: it
// needs no C compiler, and a hostile file can harm no more than the memory of
// its own instance. What it gives are characters with boxes; the rest is here:
//
//	engine.go     PDFium, its memory limit, its cache of compiled code
//	read.go       pages, side by side, with limits
//	glyph.go      characters: box, size, weight
//	rules.go      ruled lines
//	writing.go    vertical writing is turned to run to the right
//	rows.go       characters on one baseline; superscripts and readings (ruby)
//	table.go      ruled grids as cells
//	columns.go    columns, and the order in which they are read
//	furniture.go  running heads, page numbers
//	notes.go      footnotes
//	measure.go    indent, width and alignment in em, against the column
//	seam.go       which lines go on from the one before
package pdf
