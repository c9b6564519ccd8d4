// Package encode writes results as JSON and CSV in the one way that all
// commands share.
package encode

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"strings"
	"unicode/utf8"
)

// JSON writes v indented by a space a level, with Japanese text, < and & as
// they are.
func JSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(v)
}

// List gives items, and an empty list for nil, so that JSON shows [] and
// never null.
func List[T any](items []T) []T {
	if items == nil {
		return []T{}
	}
	return items
}

// CSV writes rows with CRLF line ends (RFC 4180), after a byte order mark
// where bom is set: Excel takes a file without one for the local 8-bit code.
//
// A cell that a spreadsheet would run as a formula gets an apostrophe before
// it, since the text comes from documents that anybody may have written.
func CSV(w io.Writer, rows [][]string, bom bool) error {
	if bom {
		if _, err := io.WriteString(w, "\ufeff"); err != nil {
			return err
		}
	}
	c := csv.NewWriter(w)
	c.UseCRLF = true
	for _, row := range rows {
		safe := make([]string, len(row))
		for i, cell := range row {
			safe[i] = plain(cell)
		}
		if err := c.Write(safe); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}

// plain keeps a cell from being read as a formula. A lone sign is a bullet. The
// full-width signs count too: a Japanese Excel reads them as the others (OWASP,
// CSV Injection).
func plain(cell string) string {
	first, size := utf8.DecodeRuneInString(cell)
	if len(cell) > size && strings.ContainsRune("=+-@\t\r\n＝＋－＠", first) {
		return "'" + cell
	}
	return cell
}
