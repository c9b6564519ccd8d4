// Package pdf reads the text of PDF files with the place of every line.
//
// PDFium, compiled to WebAssembly and run by wazero, takes the file apart: it
// needs no C compiler, and a hostile file can harm no more than the memory of
// its own instance. What it gives are characters with boxes; the rest is here:
//
//	engine.go     PDFium as machine code; it looks at the clock as it runs
//	cache.go      the cache of that code
//	instance.go   a PDFium with memory of its own: calls into it
//	memory_*.go   that memory; budget.go its limit
//	document.go   a PDF open in an instance
//	read.go       pages, side by side
//	glyph.go      characters: box, size, weight
//	rules.go      ruled lines
//	writing.go    vertical writing is turned to run to the right
//	rows.go       characters on one baseline; superscripts and readings (ruby)
//	table.go      ruled grids as cells
//	unruled.go    tables told by alignment alone
//	columns.go    columns, and the order in which they are read
//	furniture.go  running heads, page numbers
//	notes.go      footnotes
//	measure.go    indent, width and alignment in em, against the column
//	seam.go       which lines go on from the one before
package pdf
