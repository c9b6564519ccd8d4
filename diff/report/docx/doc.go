// Package docx writes a comparison as a Word document, in two forms.
//
// [Write] gives the 新旧対照表 as officials lay it out: A4 landscape, 改正後 and
// 改正前 side by side, changed words underlined, a column 備考 with status,
// evidence and the lines of the sources. The row of heads repeats on every
// page. The tables of areas, terms, citations and settings follow.
//
// [Redline] gives one running text with real tracked changes, so that a reader
// can step through them in Word: accepting all of them leaves the new
// document, in its order; rejecting all leaves the old one, in its own. An area
// that stands elsewhere now is struck where it stood and put in where it
// stands, the words that changed on the way marked inside it; one that went
// there as it was is a move, which Word shows as such.
//
// The writer is our own, over archive/zip and encoding/xml. The free Go
// libraries for Word either fill in templates or know neither tracked changes
// nor East Asian fonts, and a document of this kind needs few of the format's
// elements: WordprocessingML as of ECMA-376, 5th edition, part 1, section 17.
//
// The same comparison gives the same bytes: parts in fixed order, no dates.
package docx
