// Package reflow undoes what a page does to a text: it measures the lines of a
// source, finds the page furniture, and tells where one line goes on in the
// next and where a paragraph begins.
//
//	lines ─ measures ─ furniture set aside ─ joins and breaks
//
// It knows characters, widths, pages and repetition; what a marker means, and
// which of them open a section, is decided by package parse.
package reflow
