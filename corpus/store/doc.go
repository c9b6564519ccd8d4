// Package store keeps a collection of documents in one SQLite file. It is the
// only door to SQLite.
//
// # What is in the file
//
// A document is a file that was added; a version is one state of its bytes,
// kept as they were given; an analysis is what the program made of the newest
// version: title, tree, works, words. Only analyses are ever replaced.
//
//	document ─< version ── analysis ─┬< section ─── full-text index
//	                                 ├< paragraph
//	                                 ├< work ─< mention
//	                                 └ terms, tree, citations
//
// The full-text index is that of package index, in segments of blocks. Each
// write adds a segment, and they are merged as they grow many.
//
// The tables have singular names and may change with the program. The views
// documents, sections, paragraphs, works, mentions and terms stay, so that a
// researcher can query the file with any SQLite tool; schema.sql describes
// each column.
//
// # Guarantees
//
//   - A write is whole or was never made, whenever the program is killed: every
//     one is a transaction over the write-ahead log.
//   - One program writes at a time. Another one waits for its turn, and says
//     for whom; readers never wait.
//   - A file of a newer format, and a file that is no corpus, is refused.
package store
