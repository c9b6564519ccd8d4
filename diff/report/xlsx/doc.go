// Package xlsx writes a comparison as an Excel workbook: a sheet each for the
// summary, the areas, the passages side by side, numbers, commitments, terms,
// citations and settings. Every sheet is one table with a frozen head and
// filters, and prints on A4 landscape with its head repeated.
//
// Text is text: strings are written as inline strings, never as formulas, and
// under a style with quotePrefix, so that even an edited cell that begins with
// = + - or @ stays what it was. Counts, scores, pages are numbers.
//
// A cell of Excel holds 32,767 UTF-16 units. Longer text goes on in the rows
// below, under the same number.
//
// This package is the only door to excelize.
package xlsx
