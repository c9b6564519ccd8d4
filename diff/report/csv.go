package report

import (
	"fmt"
	"io"
	"strings"

	"shinkyu/diff"
	"shinkyu/diff/unit"
	"shinkyu/parse/render/encode"
)

// CSV writes the table of areas, a row a change. Where a change has several
// areas on a side, a cell holds them with a line break between.
func CSV(w io.Writer, c *diff.Comparison, opt Options) error {
	v := newView(c, opt)
	rows := [][]string{v.csvHead()}
	for i := range v.Changes {
		rows = append(rows, v.csvRow(&v.Changes[i]))
	}
	return encode.CSV(w, rows, opt.BOM)
}

func (v *view) csvHead() []string {
	names := []text{
		msgNo, msgStatus,
		csvOldPath, csvOldMarker, csvOldTitle, csvOldPage, csvOldLines,
		csvNewPath, csvNewMarker, csvNewTitle, csvNewPage, csvNewLines,
		msgSimilarity, msgConfidence, msgRetitled, msgRenumbered, msgMoved,
		csvTelling, csvDecision, csvNote,
	}
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = v.t(n)
	}
	return out
}

func (v *view) csvRow(c *diff.Change) []string {
	row := []string{fmt.Sprint(v.number[c]), label(v, statusNames, c.Status)}
	row = append(row, csvUnits(c.Old)...)
	row = append(row, csvUnits(c.New)...)
	row = append(row, v.similarity(c), label(v, confidenceNames, c.Confidence), yes(c.Retitled), yes(c.Renumbered), yes(c.Moved))
	return append(row, v.csvTelling(c), c.Decision, c.Note)
}

// csvTelling is the terms that tell most of an area without a partner.
func (v *view) csvTelling(c *diff.Change) string {
	if len(c.Old) > 0 && len(c.New) > 0 {
		return ""
	}
	var out []string
	for _, t := range v.telling(own(c)) {
		out = append(out, t.Term)
	}
	return strings.Join(out, v.t(msgListComma))
}

// csvUnits is path, marker, title, page and lines of the units of a side.
func csvUnits(units []*unit.Unit) []string {
	cells := make([][]string, 5)
	for _, u := range units {
		page := ""
		if u.Page > 0 {
			page = fmt.Sprint(u.Page)
		}
		for i, s := range []string{u.Path, u.Marker, OneLine(u.Title), page, fmt.Sprintf("%d-%d", u.Lines[0], u.Lines[1])} {
			cells[i] = append(cells[i], s)
		}
	}
	out := make([]string, len(cells))
	for i, c := range cells {
		out[i] = strings.Join(c, "\n")
	}
	return out
}

func yes(b bool) string {
	if b {
		return "1"
	}
	return ""
}
