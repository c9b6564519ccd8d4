package corpus

import (
	"encoding/json"
	"strings"

	"shinkyu/corpus/index"
	"shinkyu/corpus/series"
	"shinkyu/corpus/store"
	"shinkyu/corpus/words"
	"shinkyu/diff/unit"
	"shinkyu/parse"
	"shinkyu/parse/cite"
	"shinkyu/parse/source"
)

// program is the number of the analysis that this program makes. It goes up
// whenever reading, parsing, citations or words give other results, so that
// [Corpus.Refresh] knows what to make anew.
const program = 5

// analyse makes all that is stored of a document but its bytes.
func (c *Corpus) analyse(doc *parse.Document, origin string) (*store.Analysis, error) {
	ix, err := cite.Find(doc, cite.Options{Tokenizer: c.opt.Tokenizer, Laws: c.opt.Laws})
	if err != nil {
		return nil, err
	}
	return c.assemble(doc, ix, origin)
}

// assemble puts a document and what it cites into rows.
func (c *Corpus) assemble(doc *parse.Document, ix *cite.Index, origin string) (*store.Analysis, error) {
	x, err := c.indexer()
	if err != nil {
		return nil, err
	}
	label := series.Derive(doc, origin)
	a := &store.Analysis{
		Program: program, Series: label.Series, FiscalYear: label.FiscalYear, Date: label.Date, Title: label.Title,
		Edition: label.Edition, Issuer: doc.Meta.Issuer, Act: doc.Meta.Act, Draft: label.Draft, Format: string(doc.Source.Format),
	}
	if a.Tree, err = encodeTree(doc); err != nil {
		return nil, err
	}
	if a.Citations, err = encodeCitations(ix); err != nil {
		return nil, err
	}
	r := rows{a: a, doc: doc, units: map[string]bool{}}
	r.document(label.Title)
	r.works(ix)
	return a, cutWords(a, x)
}

// rows turns a tree into rows.
type rows struct {
	a     *store.Analysis
	doc   *parse.Document
	units map[string]bool // paths of the sections that are found by themselves
}

func (r *rows) document(title string) {
	for _, u := range unit.Of(r.doc) {
		r.units[u.Path] = true
	}
	r.a.Sections = append(r.a.Sections, store.Section{Title: title})
	for _, f := range r.doc.Front {
		r.paragraph(0, "front", "", f.Text)
	}
	r.content(r.doc.Content, 0, 0)
}

// content adds the nodes to the section with this index.
func (r *rows) content(nodes []parse.Node, section, depth int) {
	for _, n := range nodes {
		switch n := n.(type) {
		case *parse.Section:
			r.section(n, section, depth+1)
		case *parse.Paragraph:
			r.paragraph(section, "paragraph", "", n.Text)
		case *parse.Note:
			r.paragraph(section, "note", n.Marker.Text, n.Text)
		case *parse.Table:
			r.paragraph(section, "caption", "", n.Caption)
			for _, cells := range n.Rows {
				r.row(section, cells)
			}
		}
	}
}

func (r *rows) section(s *parse.Section, parent, depth int) {
	at := len(r.a.Sections)
	row := store.Section{Path: s.Path, Marker: s.Marker.Text, Title: s.Title.String, Depth: depth, Unit: r.a.Sections[parent].Unit}
	if s.Title.IsZero() {
		row.Title = s.Caption.String
	}
	row.Lines, row.Page = r.place(s.Extent)
	if r.units[s.Path] {
		row.Unit = at
	}
	r.a.Sections = append(r.a.Sections, row)
	r.content(s.Content, at, depth)
}

func (r *rows) paragraph(section int, kind, marker string, t parse.Text) {
	if t.IsZero() {
		return
	}
	p := store.Paragraph{Section: section, Kind: kind, Marker: marker, Text: t.String}
	p.Lines, p.Page = r.place(t.Span())
	r.a.Paragraphs = append(r.a.Paragraphs, p)
}

// row adds a row of a table, its cells apart by tabs.
func (r *rows) row(section int, cells []parse.Text) {
	var texts []string
	var extent source.Span
	for _, c := range cells {
		texts = append(texts, c.String)
		if sp := c.Span(); sp.Len() > 0 {
			if extent.Len() == 0 {
				extent = sp
			}
			extent = source.Span{Start: min(extent.Start, sp.Start), End: max(extent.End, sp.End)}
		}
	}
	if extent.Len() == 0 {
		return
	}
	p := store.Paragraph{Section: section, Kind: "row", Text: strings.Join(texts, "\t")}
	p.Lines, p.Page = r.place(extent)
	r.a.Paragraphs = append(r.a.Paragraphs, p)
}

func (r *rows) place(sp source.Span) (lines [2]int, page int) {
	src := r.doc.Source
	return [2]int{src.LineAt(sp.Start), src.LineAt(max(sp.End-1, sp.Start))}, r.doc.PageAt(sp.Start)
}

func (r *rows) works(ix *cite.Index) {
	for _, w := range ix.Works {
		row := store.Work{ID: w.ID, Kind: string(w.Kind), Title: w.Title, Number: w.Number, Version: w.Version}
		if n := len(w.Events); n > 0 {
			e := w.Events[n-1]
			row.Date, row.Body, row.Act = e.Date.EDTF, e.Body, e.Act
		}
		r.a.Works = append(r.a.Works, row)
		for _, m := range w.Mentions {
			r.a.Mentions = append(r.a.Mentions, store.Mention{
				Work: w.ID, Path: m.Path, Lines: m.Lines, Page: m.Page, Text: m.Text, Form: string(m.Form), Pinpoint: m.Pinpoint,
			})
		}
	}
}

// cutWords cuts the texts of the rows into words, for the index and the counts.
func cutWords(a *store.Analysis, x *words.Indexer) error {
	counts := map[string]int{}
	var b index.Builder
	handles := make([]int, len(a.Sections))
	for i, s := range a.Sections {
		if s.Unit == i {
			handles[i] = b.Unit(int64(i))
		}
	}
	for _, p := range a.Paragraphs {
		u := handles[a.Sections[p.Section].Unit]
		x.Read(p.Text, counts, func(words []string) { b.Text(u, words) })
		b.Break(u)
	}
	// The title of the document was counted where it stands.
	x.Read(a.Sections[0].Title, map[string]int{}, func(words []string) {
		b.Heading(handles[0], words)
		a.Words -= len(words)
	})
	for i, s := range a.Sections[1:] {
		if s.Unit == i+1 {
			x.Read(s.Title, counts, func(words []string) { b.Heading(handles[i+1], words) })
		}
	}
	a.Words += b.Words()
	a.Index = b.Entries()
	var err error
	a.Terms, err = json.Marshal(counts) // sorted by term
	return err
}
