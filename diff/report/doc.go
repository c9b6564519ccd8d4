// Package report shows a [diff.Comparison]: as a Markdown report to hand on, as
// JSON for programs, as a CSV table of areas, and on a terminal.
//
//	Comparison ─ view ─ Markdown   what a researcher reads top to bottom
//	                  ├ JSON       shinkyu.comparison/1
//	                  ├ CSV        a row a change
//	                  └ Term       the same in short, 80 columns
//
// Each claim carries its page and lines in the sources. Headings are Japanese
// or English; the text of the documents is quoted as it is, and whatever it
// holds is never read as markup.
package report
