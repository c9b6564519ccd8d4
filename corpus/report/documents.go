package report

import (
	"fmt"
	"io"

	"shinkyu/corpus"
	"shinkyu/parse/render/column"
	"shinkyu/parse/render/encode"
)

type documentsJSON struct {
	Schema    string         `json:"schema"`
	Documents []documentJSON `json:"documents"`
}

type documentJSON struct {
	ID         string `json:"id"`
	Name       string `json:"name"`
	Series     string `json:"series"`
	FiscalYear int    `json:"fiscalYear,omitempty"`
	Date       string `json:"date,omitempty"`
	Title      string `json:"title"`
	Edition    string `json:"edition,omitempty"`
	Issuer     string `json:"issuer,omitempty"`
	Act        string `json:"act,omitempty"`
	Draft      bool   `json:"draft"`
	Format     string `json:"format"`
	SHA256     string `json:"sha256"`
	Version    int    `json:"version"`
	Sections   int    `json:"sections"`
	Works      int    `json:"works"`
}

// DocumentsJSON writes the list of documents as JSON (schema
// shinkyu.documents/1).
func DocumentsJSON(w io.Writer, docs []*corpus.Document) error {
	out := documentsJSON{Schema: "shinkyu.documents/1", Documents: []documentJSON{}}
	for _, d := range docs {
		out.Documents = append(out.Documents, documentJSON{
			ID: d.ID, Name: d.Name, Series: d.Series, FiscalYear: d.FiscalYear, Date: d.Date, Title: d.Title,
			Edition: d.Edition, Issuer: d.Issuer, Act: d.Act, Draft: d.Draft, Format: d.Format, SHA256: d.SHA256,
			Version: d.Version, Sections: d.Sections, Works: d.Works,
		})
	}
	return encode.JSON(w, out)
}

// seriesColumns is how wide a series stands in a table, in columns of a
// terminal: some thirty characters, enough to know it by.
const seriesColumns = 60

// DocumentsTable writes the list of documents for a terminal.
func DocumentsTable(w io.Writer, docs []*corpus.Document, o Options) error {
	head := []string{
		"ID", o.t(say("年度", "FY")), o.t(say("日付", "date")), o.t(say("案", "draft")), o.t(say("節", "sections")),
		o.t(say("引用", "works")), o.t(say("系列", "series")), o.t(say("ファイル", "file")),
	}
	var rows [][]string
	for _, d := range docs {
		draft := ""
		if d.Draft {
			draft = o.t(say("案", "draft"))
		}
		rows = append(rows, []string{d.ID, year(d.FiscalYear), d.Date, draft, fmt.Sprint(d.Sections), fmt.Sprint(d.Works), column.Truncate(d.Series, seriesColumns), d.Name})
	}
	return o.table(w, head, rows)
}

type seriesListJSON struct {
	Schema string       `json:"schema"`
	Series []seriesJSON `json:"series"`
	Near   []nearJSON   `json:"near"`
}

type seriesJSON struct {
	Name      string `json:"name"`
	Documents int    `json:"documents"`
}

type nearJSON struct {
	Names      [2]string `json:"names"`
	Similarity float64   `json:"similarity"`
}

// SeriesJSON writes the series and the pairs of near names as JSON (schema
// shinkyu.series/1).
func SeriesJSON(w io.Writer, list []corpus.SeriesCount, near []corpus.SeriesPair) error {
	out := seriesListJSON{Schema: "shinkyu.series/1", Series: []seriesJSON{}, Near: []nearJSON{}}
	for _, s := range list {
		out.Series = append(out.Series, seriesJSON{s.Name, s.Documents})
	}
	for _, p := range near {
		out.Near = append(out.Near, nearJSON{[2]string{p.A, p.B}, round(p.Similarity)})
	}
	return encode.JSON(w, out)
}

// SeriesTable writes the series for a terminal, and under them the pairs that
// may be one.
func SeriesTable(w io.Writer, list []corpus.SeriesCount, near []corpus.SeriesPair, o Options) error {
	var rows [][]string
	for _, s := range list {
		rows = append(rows, []string{fmt.Sprint(s.Documents), s.Name})
	}
	if err := o.table(w, []string{o.t(say("文書", "documents")), o.t(say("系列", "series"))}, rows); err != nil || len(near) == 0 {
		return err
	}
	return Near(w, near, o)
}

// Near writes the pairs of series that may be one.
func Near(w io.Writer, near []corpus.SeriesPair, o Options) error {
	_, err := fmt.Fprintln(w, o.t(say("名前の近い系列（同じなら shinkyu corpus set で一つにする）：", "Series with near names (if they are one, join them with shinkyu corpus set):")))
	for _, p := range near {
		if err == nil {
			_, err = fmt.Fprintf(w, "  %s\n  %s\n", column.Visible(p.A), column.Visible(p.B))
		}
	}
	return err
}
