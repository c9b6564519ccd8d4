// Package source turns the bytes of a document into a [Source]: decoded text,
// its lines with their pages, and whatever the format itself knows (headings,
// list levels, tables, where a line stands on the page).
//
// Start with [Read]. It tells the kind of a document from its content and
// hands it to the reader of that kind; each lives in a package of its own
// below internal, with its library behind it:
//
//	charset   bytes ─ text: UTF-8, UTF-16, Shift_JIS, EUC-JP, ISO-2022-JP
//	html      web pages (x/net/html)
//	markdown  Markdown (goldmark)
//	docx      Word files
//	egov      法令標準XML of e-Gov
//	pdf       PDF (PDFium in WebAssembly)
//	ticking   lets a WebAssembly module be stopped
//	flow      what html, markdown, docx and egov give: blocks in order
//
// A reader says what it knows and infers nothing: what a line of plain text
// is, is for the packages reflow and parse to find out. So
//
//   - plain text has lines and pages, and no blocks;
//   - HTML, Markdown, Word and e-Gov XML are all blocks. A block begins a line;
//     numbers that the format implies (ol start, Word's automatic numbering)
//     are written out before the text, as a reader sees them, and are the
//     block's Marker. The rows of a table are lines, its cells parted by tabs;
//   - PDF has lines with a [Layout], whose [Seam] says which of them go on from
//     the line before; its blocks are ruled tables, footnotes and furniture.
//
// Nothing is dropped: what is no part of the text stands in it as a block of
// furniture, and [Block.Why] says what it is: "contents", "navigation",
// "header", "footer", "running head", "running foot", "page number", "hidden",
// "ruby" (the reading of a word in the line before), "note reference" (the mark
// of a footnote, taken out of the line before).
//
// Hostile input meets the limits of [Options]: bytes, pages, depth, time and
// memory; each gives an [Error] that names the flag to raise. The code of
// PDFium is loaded with the first PDF, not before.
//
// Positions are bytes of [Source.Text], half-open; lines are 1-based wherever
// a reader of the output sees them and 0-based as indices.
package source
