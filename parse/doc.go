// Package parse turns a [source.Source] into a [Document]: the section tree of
// a Japanese policy text with the source span of every part, its metadata, the
// page furniture set aside, and diagnostics for what stays in doubt.
//
//	bytes ─ source ─ lines ─ reflow ─ paragraphs ─ parse ─ tree
//
// Start with [Parse]. Every character of the source other than white space is
// in exactly one place of the result: [Document.Front], [Document.Content] or
// [Document.Furniture]; a marker is at [Section.Marked]. [Document.Trace] tells
// of every line what it was taken for and why.
//
// # How
//
//	lines ─ furniture: page numbers, running heads, contents lists, closings
//	      ─ title block
//	      ─ candidates: lines with a marker, and headings without one
//	      ─ choice: which candidates open a section, and at which level
//	      ─ seams: what goes on the line before it, what begins a paragraph
//	      ─ titles: which first lines are headings, and which are text
//	      ─ tree
//
// Whether 2 opens a section depends on the 1 before it and the 3 after it, so
// the choice is made for all candidates together, by a beam search over
// assignments; custom (章 above 節, 第1 above 1) is no more than its first
// guess, and the order that the document itself shows overrules it. Wraps are
// undone by measure: pairs of lines that surely belong together tell how long
// a full line is at each level, and a line that stops short of that ends its
// paragraph.
//
// # Conventions
//
// An item whose first part is a statement has an empty title and the statement
// as paragraph. In a list of short names, a name with text below it is a title
// and so are its siblings; where none has text below, the names are the text
// of their items, but for numbers that custom sets high (章, 第1, Ⅰ, 1-1). An
// article (第一条) has no title; its （caption） is the heading. Paragraphs
// behind the last item of a plain list belong to the section above the list,
// where an indent or a wrap width does not say otherwise. Remarks (※1, 注) are
// notes.
//
// A [Section.Path] joins the numbers of a section and those above it:
// 第十二条の三 is 12_3, 別紙1 and 附則 keep their word, headings without a number
// are h1, h2, … among their siblings, bullets b1, b2, ….
package parse
