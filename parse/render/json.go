package render

import (
	"io"

	"shinkyu/parse"
	"shinkyu/parse/render/encode"
	"shinkyu/parse/source"
)

// DocumentSchema names the JSON form of a document.
const DocumentSchema = "shinkyu.document/1"

// JSON writes d whole: its tree, the title block and the page furniture, so
// that every character of the source is in the result.
func JSON(w io.Writer, d *parse.Document) error {
	p := places{d}
	out := documentJSON{
		Schema: DocumentSchema, Source: SourceOf(d), Meta: MetaOf(d),
		Front: []pieceJSON{}, Content: p.nodes(d.Content),
		Furniture: []pieceJSON{}, Diagnostics: []diagnosticJSON{},
	}
	for _, f := range d.Front {
		out.Front = append(out.Front, p.piece(string(f.Kind), f.Text))
	}
	for _, f := range d.Furniture {
		out.Furniture = append(out.Furniture, p.piece(string(f.Kind), f.Text))
	}
	for _, g := range d.Diagnostics {
		out.Diagnostics = append(out.Diagnostics, diagnosticJSON{g.Severity, g.Line, g.Message})
	}
	return encode.JSON(w, out)
}

type documentJSON struct {
	Schema      string           `json:"schema"`
	Source      Source           `json:"source"`
	Meta        Meta             `json:"meta"`
	Front       []pieceJSON      `json:"front"`
	Content     []any            `json:"content"`
	Furniture   []pieceJSON      `json:"furniture"`
	Diagnostics []diagnosticJSON `json:"diagnostics"`
}

// A Source is the JSON form of where a document came from.
type Source struct {
	Name     string `json:"name"`
	SHA256   string `json:"sha256"`
	Format   string `json:"format"`
	Encoding string `json:"encoding,omitempty"`
	Lines    int    `json:"lines"`
	Pages    int    `json:"pages,omitempty"`
}

// SourceOf gives the JSON form of the source of d.
func SourceOf(d *parse.Document) Source {
	s := d.Source
	return Source{s.Name, s.SHA256, string(s.Format), s.Encoding, len(s.Lines), d.Pages()}
}

// Meta is the JSON form of what a title block says.
type Meta struct {
	Title      string `json:"title"`
	Subtitle   string `json:"subtitle,omitempty"`
	FiscalYear int    `json:"fiscalYear,omitempty"`
	Edition    string `json:"edition,omitempty"`
	Date       *Date  `json:"date,omitempty"`
	Revisions  []Date `json:"revisions"`
	Issuer     string `json:"issuer"`
	Act        string `json:"act"`
	Draft      bool   `json:"draft"`
	Status     string `json:"status,omitempty"`
	Addressee  string `json:"addressee,omitempty"`
	Number     string `json:"number,omitempty"`
}

// A Date is the JSON form of a date.
type Date struct {
	Text string `json:"text"`
	EDTF string `json:"edtf"`
}

// MetaOf gives the JSON form of d's metadata.
func MetaOf(d *parse.Document) Meta {
	m := d.Meta
	out := Meta{
		Title: m.Title, Subtitle: m.Subtitle, FiscalYear: m.FiscalYear, Edition: m.Edition,
		Revisions: []Date{}, Issuer: m.Issuer, Act: m.Act, Draft: m.Draft,
		Status: m.Status, Addressee: m.Addressee, Number: m.Number,
	}
	if m.Date != (parse.Date{}) {
		out.Date = &Date{m.Date.Text, m.Date.EDTF}
	}
	for _, r := range m.Revisions {
		out.Revisions = append(out.Revisions, Date{r.Text, r.EDTF})
	}
	return out
}

type diagnosticJSON struct {
	Severity parse.Severity `json:"severity"`
	Line     int            `json:"line,omitempty"`
	Message  string         `json:"message"`
}

type pieceJSON struct {
	Kind string `json:"kind"`
	Text string `json:"text"`
	where
}

type paragraphJSON struct {
	Type   string `json:"type"`
	Text   string `json:"text"`
	Quoted bool   `json:"quoted,omitempty"` // see [parse.Paragraph.Quoted]
	where
}

type sectionJSON struct {
	Type     string `json:"type"`
	Path     string `json:"path"`
	Marker   string `json:"marker"`
	Number   int    `json:"number,omitempty"`
	Numbers  []int  `json:"numbers,omitempty"`
	Title    string `json:"title"`
	Caption  string `json:"caption,omitempty"`
	Inferred bool   `json:"inferred,omitempty"`
	Why      string `json:"why,omitempty"`
	where
	Content []any `json:"content"`
}

type tableJSON struct {
	Type    string     `json:"type"`
	Caption string     `json:"caption,omitempty"`
	Rows    [][]string `json:"rows"`
	where
}

type noteJSON struct {
	Type   string `json:"type"`
	Marker string `json:"marker"`
	Text   string `json:"text"`
	where
}

// where is the place of a node: lines 1-based and inclusive.
type where struct {
	Lines [2]int `json:"lines"`
	Page  int    `json:"page,omitempty"`
}

// places finds lines and pages in one source.
type places struct{ doc *parse.Document }

func (p places) at(sp source.Span) where {
	return where{
		Lines: [2]int{p.doc.Source.LineAt(sp.Start), p.doc.Source.LineAt(max(sp.End-1, sp.Start))},
		Page:  p.doc.PageAt(sp.Start),
	}
}

func (p places) piece(kind string, t parse.Text) pieceJSON {
	return pieceJSON{kind, t.String, p.at(t.Span())}
}

func (p places) nodes(content []parse.Node) []any {
	out := make([]any, 0, len(content))
	for _, n := range content {
		out = append(out, p.node(n))
	}
	return out
}

func (p places) node(n parse.Node) any {
	switch n := n.(type) {
	case *parse.Section:
		return sectionJSON{
			Type: "section", Path: n.Path, Marker: n.Marker.Text, Number: n.Marker.Number, Numbers: n.Marker.Numbers,
			Title: n.Title.String, Caption: n.Caption.String, Inferred: n.Inferred, Why: n.Why,
			where: p.at(n.Extent), Content: p.nodes(n.Content),
		}
	case *parse.Table:
		return tableJSON{"table", n.Caption.String, cells(n.Rows), p.at(n.Extent)}
	case *parse.Note:
		return noteJSON{"note", n.Marker.Text, n.Text.String, p.at(n.Extent)}
	case *parse.Paragraph:
		return paragraphJSON{"paragraph", n.Text.String, n.Quoted(), p.at(n.Span())}
	}
	panic("unknown node") // the interface is closed
}

func cells(rows [][]parse.Text) [][]string {
	out := make([][]string, len(rows))
	for i, row := range rows {
		out[i] = make([]string, len(row))
		for j, c := range row {
			out[i][j] = c.String
		}
	}
	return out
}
