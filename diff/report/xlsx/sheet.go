package xlsx

import (
	"fmt"

	"github.com/xuri/excelize/v2"
)

// A field is one column of a sheet.
type field struct {
	name  string
	width int // in ems; Excel counts in digits, of which an em holds two
	text  bool
}

// A sheet is one table.
type sheet struct {
	name    string
	columns []field
	rows    [][]cell
	frozen  int  // columns that stay when the rest moves
	large   bool // prints on A3
}

func (s *sheet) add(cells ...cell) { s.rows = append(s.rows, cells) }

// write streams a sheet into the workbook: rich text set cell by cell would be
// compared with every string before it.
func (b *book) write(s *sheet) error {
	if _, err := b.file.NewSheet(s.name); err != nil {
		return err
	}
	if err := b.page(s); err != nil {
		return err
	}
	w, err := b.file.NewStreamWriter(s.name)
	if err != nil {
		return err
	}
	if err := b.frame(w, s); err != nil {
		return err
	}
	n := 1
	for _, row := range s.rows {
		if n, err = b.row(w, s, row, n); err != nil {
			return err
		}
	}
	if err := b.filter(s, n); err != nil {
		return err
	}
	return w.Flush()
}

// page sets how the sheet prints.
func (b *book) page(s *sheet) error {
	yes, size, one, any := true, 9, 1, 0 // 9 is A4; any number of pages long
	if s.large {
		size = 8
	}
	landscape, start := "landscape", uint(1)
	if err := b.file.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &yes}); err != nil {
		return err
	}
	err := b.file.SetPageLayout(s.name, &excelize.PageLayoutOptions{
		Size: &size, Orientation: &landscape, FitToWidth: &one, FitToHeight: &any, FirstPageNumber: &start,
	})
	if err != nil {
		return err
	}
	return b.file.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{OddHeader: "&R&A", OddFooter: "&C&P / &N"})
}

// frame sets widths, the frozen head and its row.
func (b *book) frame(w *excelize.StreamWriter, s *sheet) error {
	for i, c := range s.columns {
		if err := w.SetColWidth(i+1, i+1, float64(2*c.width)); err != nil {
			return err
		}
	}
	corner, err := excelize.CoordinatesToCellName(s.frozen+1, 2)
	if err != nil {
		return err
	}
	pane := "bottomLeft"
	if s.frozen > 0 {
		pane = "bottomRight"
	}
	if err := w.SetPanes(&excelize.Panes{Freeze: true, XSplit: s.frozen, YSplit: 1, TopLeftCell: corner, ActivePane: pane}); err != nil {
		return err
	}
	var head []any
	for _, c := range s.columns {
		head = append(head, excelize.Cell{StyleID: b.head, Value: c.name})
	}
	return w.SetRow("A1", head, excelize.RowOpts{Height: points(s, names(s.columns))})
}

func names(columns []field) []cell {
	var out []cell
	for _, c := range columns {
		out = append(out, text(c.name))
	}
	return out
}

// row writes a row, and more below it where a cell is too long for one. It
// gives the number of the last row written.
func (b *book) row(w *excelize.StreamWriter, s *sheet, cells []cell, n int) (int, error) {
	parts := make([][]cell, len(cells))
	height := 1
	for i, c := range cells {
		parts[i] = c.pieces()
		height = max(height, len(parts[i]))
	}
	for k := range height {
		n++
		values := make([]any, len(cells))
		for i := range cells {
			switch {
			case k < len(parts[i]):
				values[i] = b.value(parts[i][k], s.columns[i].text)
			case i == 0:
				values[i] = b.value(parts[i][0], s.columns[i].text)
			}
			if link := parts[i][0].link; link != "" && k == 0 {
				name, err := excelize.CoordinatesToCellName(i+1, n)
				if err != nil {
					return n, err
				}
				if err := b.file.SetCellHyperLink(s.name, name, link, "External"); err != nil {
					return n, err
				}
			}
		}
		if err := w.SetRow(fmt.Sprintf("A%d", n), values, excelize.RowOpts{Height: points(s, part(parts, k))}); err != nil {
			return n, err
		}
	}
	return n, nil
}

// part gives the k-th piece of each cell.
func part(parts [][]cell, k int) []cell {
	out := make([]cell, len(parts))
	for i, p := range parts {
		if k < len(p) {
			out[i] = p[k]
		}
	}
	return out
}

// value gives what excelize writes: a number, a string, or marked text.
func (b *book) value(c cell, long bool) any {
	style := b.short
	if long {
		style = b.text
	}
	if c.numeric {
		if c.number == float64(int(c.number)) {
			return excelize.Cell{StyleID: b.count, Value: int(c.number)}
		}
		return excelize.Cell{StyleID: b.score, Value: c.number}
	}
	if s, ok := c.plain(); ok {
		return excelize.Cell{StyleID: style, Value: s}
	}
	var runs []excelize.RichTextRun
	for _, r := range c.runs {
		font := &b.plainFont
		if r.Changed {
			font = &b.changedFont
		}
		runs = append(runs, excelize.RichTextRun{Text: r.Text, Font: font})
	}
	return excelize.Cell{StyleID: style, Value: runs}
}

// filter puts the filter on the table and repeats its head in print.
func (b *book) filter(s *sheet, last int) error {
	end, err := excelize.CoordinatesToCellName(len(s.columns), last)
	if err != nil {
		return err
	}
	if err := b.file.AutoFilter(s.name, "A1:"+end, nil); err != nil {
		return err
	}
	return b.file.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Titles", RefersTo: "'" + s.name + "'!$1:$1", Scope: s.name,
	})
}
