// Package corpus keeps many documents over many years in one file, and answers
// over all of them: which editions there are, where a word stands, how each
// area lived, who cites what.
//
//	files ─ Add ─ store ─┬ Documents, Series, Editions
//	                     ├ Search                  words, phrases, filters
//	                     ├ Ledger                  areas through all editions
//	                     ├ Terms                   words through all editions
//	                     └ Works                   laws and plans through all editions
//
// Start with [Open]. The file is an SQLite file with views that are documented
// in package store; any SQLite tool reads it.
//
// A document is a file that was added, and is named by an id such as d12. Its
// bytes are in the corpus, so that nothing depends on files that move. A file
// that changed and is added again becomes a new version of its document; the
// same bytes add nothing.
package corpus
