// Package render shows a [cite.Index] and the dates of documents: as JSON for
// programs, as a Markdown index by kind and year, as CSV tables for a
// spreadsheet, and the works as CSL-JSON for a reference manager.
package render
