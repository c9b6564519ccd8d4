package source

import (
	"errors"
	"fmt"
	"strings"

	"shinkyu/parse/source/internal/pdf"
)

// readPDF reads a PDF. What a line is (heading, text) is left to inference;
// its place on the page, tables, notes and page furniture are known.
func readPDF(name string, data []byte, opt Options) (*Source, error) {
	if most := opt.MaxBytes / 3 * 2; int64(len(data)) > most {
		return nil, &Error{Name: name, Msg: fmt.Sprintf("the PDF has %d bytes, the limit is %d", len(data), most), Remedy: "raise it with --max-bytes"}
	}
	doc, err := pdf.Read(data, pdf.Options{
		Password: opt.Password, MaxPages: opt.MaxPages, MaxTime: opt.MaxTime, MaxMemory: opt.MaxMemory,
	})
	if err != nil {
		return nil, pdfError(name, err, opt)
	}
	w := pdfWriter{src: &Source{Format: PDF, Pages: len(doc.Pages)}}
	for _, lines := range doc.Pages {
		for _, l := range lines {
			w.line(l, l.Page)
		}
	}
	w.src.Text = w.text.String()
	if len(w.src.Lines) == 0 {
		return nil, noText(name, doc.Blank)
	}
	if len(doc.Blank) > 0 {
		w.src.Warnings = append(w.src.Warnings, Warning{
			Message: pageList(doc.Blank) + " without a text layer passed over; OCR is needed to read them",
		})
	}
	return w.src, nil
}

func noText(name string, blank []int) error {
	if len(blank) == 0 {
		return &Error{Name: name, Msg: "none of its pages shows anything", Remedy: "give a document with text in it"}
	}
	return &Error{
		Name: name, Msg: "it has no text layer: " + pageList(blank) + " show images only",
		Remedy: "make a text layer with OCR first",
	}
}

// pdfError says what can be done.
func pdfError(name string, err error, opt Options) error {
	out := &Error{Name: name, Msg: err.Error(), Err: err}
	var pages *pdf.PagesError
	switch {
	case errors.Is(err, pdf.ErrPassword):
		out.Remedy = "give its password with --password"
	case errors.Is(err, pdf.ErrWrong):
		out.Remedy = "give another with --password"
	case errors.As(err, &pages):
		out.Remedy = "raise it with --max-pages"
	case errors.Is(err, pdf.ErrTime):
		out.Msg = fmt.Sprintf("reading the PDF takes longer than %v", opt.MaxTime)
		out.Remedy = "raise it with --max-seconds"
	case errors.Is(err, pdf.ErrText):
		out.Msg = "the pages of the PDF have too many characters"
		out.Remedy = "raise it with --max-memory"
	case errors.Is(err, pdf.ErrMemory):
		out.Remedy = "raise --max-memory, or print the PDF anew"
	case errors.Is(err, pdf.ErrDamaged), errors.Is(err, pdf.ErrPage):
		out.Remedy = "download it again, or print it anew"
	}
	return out
}

// pageList names pages: page 3; pages 1, 4 to 9.
func pageList(pages []int) string {
	var parts []string
	for i := 0; i < len(pages); {
		j := i
		for j+1 < len(pages) && pages[j+1] == pages[j]+1 {
			j++
		}
		switch {
		case i == j:
			parts = append(parts, fmt.Sprint(pages[i]))
		default:
			parts = append(parts, fmt.Sprintf("%d to %d", pages[i], pages[j]))
		}
		i = j + 1
	}
	if len(pages) == 1 {
		return "page " + parts[0]
	}
	return "pages " + strings.Join(parts, ", ")
}

// A pdfWriter lays lines out as text.
type pdfWriter struct {
	src  *Source
	text strings.Builder
	note bool // the last line belongs to a note
}

// add writes one line and gives its index.
func (w *pdfWriter) add(text string, page int, layout *Layout) int {
	start := w.text.Len()
	w.text.WriteString(text)
	w.src.Lines = append(w.src.Lines, Line{Span: Span{start, w.text.Len()}, Page: page, Layout: layout})
	w.text.WriteByte('\n')
	return len(w.src.Lines) - 1
}

func (w *pdfWriter) line(l *pdf.Line, page int) {
	layout := &Layout{
		Indent: l.Indent, Width: l.Width, Size: l.Size, Bold: l.Bold,
		Align: Align(l.Align), Column: l.Column, Top: min(max(l.Top, 0), 1), Seam: Seam(l.Seam),
	}
	if l.Rows != nil {
		w.table(l, page, layout)
	} else {
		at := w.add(l.Text, page, layout)
		switch {
		case l.Furniture != "":
			w.block(Block{Kind: BlockFurniture, First: at, Last: at, Why: l.Furniture})
		case l.Note && !l.Opens && w.note:
			w.src.Blocks[len(w.src.Blocks)-1].Last = at
		case l.Note:
			w.block(Block{Kind: BlockNote, First: at, Last: at, Why: "foot of the page"})
		}
	}
	w.note = l.Note
	w.aside(l.Ruby, "ruby", page)
	w.aside(l.Refs, "note reference", page)
}

func (w *pdfWriter) block(b Block) { w.src.Blocks = append(w.src.Blocks, b) }

// aside writes what stands over or beside a line as furniture after it.
func (w *pdfWriter) aside(texts []string, why string, page int) {
	if len(texts) > 0 {
		at := w.add(strings.Join(texts, "　"), page, nil)
		w.block(Block{Kind: BlockFurniture, First: at, Last: at, Why: why})
		w.note = false
	}
}

// table writes a row a line with tabs between cells; a line break in a cell is
// one in the text.
func (w *pdfWriter) table(l *pdf.Line, page int, layout *Layout) {
	b := Block{Kind: BlockTable, First: len(w.src.Lines), Why: "ruled table"}
	if l.Unruled {
		b.Why = "aligned table"
	}
	for _, row := range l.Rows {
		var cells []Span
		at := w.text.Len()
		for j, c := range row {
			if j > 0 {
				at++
			}
			cells = append(cells, Span{at, at + len(c)})
			at += len(c)
		}
		b.Rows = append(b.Rows, cells)
		for line := range strings.SplitSeq(strings.Join(row, "\t"), "\n") {
			b.Last = w.add(line, page, layout)
		}
	}
	w.block(b)
}
