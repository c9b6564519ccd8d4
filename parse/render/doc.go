// Package render shows a [parse.Document]: as JSON for programs, as an outline
// or clean Markdown for readers, and line by line with the reason for each
// line's role for those who doubt it.
//
//	Document ─ JSON      shinkyu.document/1, nothing left out
//	         ├ Outline   a section a line
//	         ├ Markdown  a paragraph a line
//	         └ Explain   a line of the source a line
//
// Under it, lang holds the languages of headings, md keeps text from becoming
// markup, column measures text on a terminal and encode writes JSON and CSV;
// the reports on citations and comparisons use them too.
package render
