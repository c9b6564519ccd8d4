package report

import (
	"io"
	"math"
	"strings"

	"shinkyu/corpus"
	"shinkyu/parse/render/column"
	"shinkyu/parse/render/encode"
)

type hitsJSON struct {
	Schema string    `json:"schema"`
	Query  string    `json:"query"`
	Total  int       `json:"total"`
	Hits   []hitJSON `json:"hits"`
}

type hitJSON struct {
	ID         string      `json:"id"`
	Name       string      `json:"name"`
	Series     string      `json:"series"`
	FiscalYear int         `json:"fiscalYear,omitempty"`
	Path       string      `json:"path"`
	Marker     string      `json:"marker,omitempty"`
	Title      string      `json:"title"`
	Lines      [2]int      `json:"lines"`
	Page       int         `json:"page,omitempty"`
	Snippet    []pieceJSON `json:"snippet"`
	Score      float64     `json:"score"`
}

type pieceJSON struct {
	Text string `json:"text"`
	Mark bool   `json:"mark,omitempty"`
}

// SearchJSON writes hits as JSON (schema shinkyu.search/1).
func SearchJSON(w io.Writer, query string, r *corpus.Result) error {
	out := hitsJSON{Schema: "shinkyu.search/1", Query: query, Total: r.Total, Hits: []hitJSON{}}
	for _, h := range r.Hits {
		x := hitJSON{
			ID: h.Document.ID, Name: h.Document.Name, Series: h.Document.Series, FiscalYear: h.Document.FiscalYear,
			Path: h.Path, Marker: h.Marker, Title: h.Title, Lines: h.Lines, Page: h.Page, Snippet: []pieceJSON{}, Score: round(h.Score),
		}
		for _, p := range h.Snippet {
			x.Snippet = append(x.Snippet, pieceJSON{p.Text, p.Mark})
		}
		out.Hits = append(out.Hits, x)
	}
	return encode.JSON(w, out)
}

// SearchTable writes hits for a terminal: a line that says where, and one with
// the words in their context. Without colour a mark stands in 【】.
func SearchTable(w io.Writer, r *corpus.Result, o Options) error {
	var b strings.Builder
	for _, h := range r.Hits {
		where := []string{h.Document.ID, column.Visible(h.Document.Name)}
		for _, s := range []string{h.Path, h.Marker, h.Title, o.place(h.Lines, h.Page)} {
			if s != "" {
				where = append(where, column.Visible(s))
			}
		}
		b.WriteString(strings.Join(where, "  ") + "\n    ")
		for _, p := range h.Snippet {
			text := column.Visible(p.Text)
			switch {
			case p.Mark && o.Color:
				text = "\x1b[1;4m" + text + "\x1b[0m"
			case p.Mark:
				text = "【" + text + "】"
			}
			b.WriteString(text)
		}
		b.WriteString("\n")
	}
	of := say("%[1]d 件のうち %[2]d 件", "%[2]d of %[1]d")
	b.WriteString(o.t(of, r.Total, len(r.Hits)) + "\n")
	_, err := io.WriteString(w, b.String())
	return err
}

// round keeps the figures of a result the same on every machine.
func round(f float64) float64 { return math.Round(f*1000) / 1000 }
