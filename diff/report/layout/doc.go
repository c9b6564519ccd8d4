// Package layout lays a comparison out as people read it: the table of areas,
// the 新旧対照表 row by row, terms, citations, settings. HTML, Word and Excel
// are then only three ways to write the same thing down.
//
//	diff.Comparison ─ layout.Report ─┬─ html
//	                                 ├─ docx
//	                                 └─ xlsx
//
// A row of the 新旧対照表 holds the passages of both sides that share words,
// and what lies between two such rows stands opposite each other. So the cells
// of the old side, read downwards, are the old text and those of the new side
// the new one, none missing and none twice.
//
// The conventions are those of the tables that ministries attach to amendments:
// changed words underlined on both sides, 新設 opposite what came in, 削る
// opposite what went out, 略 for what stayed where the reader wants it short.
//
// Every string in a Report has passed [Visible] and is plain text. What is
// left to a writer is the escaping of its own format.
package layout
