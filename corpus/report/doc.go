// Package report writes what a corpus answers: lists, hits, ledgers, terms and
// works through the editions. Headings are in the user's language, the text of
// documents stays as it is.
package report
