package xlsx

import (
	"encoding/xml"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"shinkyu/diff"
	"shinkyu/diff/report/layout"
)

// Write writes the workbook.
func Write(w io.Writer, c *diff.Comparison, opt layout.Options) error {
	opt.Abridge = false // a filter hides what did not change
	r := layout.Of(c, opt)
	b := &book{file: excelize.NewFile()}
	defer b.file.Close() //nolint:errcheck // nothing of it is on disk
	if err := b.styles(); err != nil {
		return err
	}
	for _, s := range sheets(r) {
		if err := b.write(s); err != nil {
			return err
		}
	}
	if err := b.file.DeleteSheet("Sheet1"); err != nil {
		return err
	}
	b.file.SetActiveSheet(0)
	b.file.Pkg.Store("docProps/core.xml", core(r))
	b.file.SetZipWriter(func(w io.Writer) excelize.ZipWriter { return newSorter(w) })
	return b.file.Write(w)
}

// A book is a workbook in the making.
type book struct {
	file                            *excelize.File
	head, short, text, count, score int // styles
	plainFont, changedFont          excelize.Font
}

const (
	gothic = "游ゴシック"
	mincho = "游明朝"
)

func (b *book) styles() error {
	b.plainFont = excelize.Font{Family: mincho, Size: 10}
	b.changedFont = excelize.Font{Family: mincho, Size: 10, Underline: "single", Color: "B3261E"}
	top := &excelize.Alignment{Vertical: "top", WrapText: true}
	var border []excelize.Border
	for _, side := range []string{"left", "right", "top", "bottom"} {
		border = append(border, excelize.Border{Type: side, Color: "BFBFBF", Style: 1})
	}
	plain := &excelize.Font{Family: gothic, Size: 10}
	hundredths := "0.00"
	for _, s := range []struct {
		id    *int
		style excelize.Style
	}{
		{&b.head, excelize.Style{
			Font: &excelize.Font{Family: gothic, Size: 10, Bold: true}, Border: border,
			Fill:      excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"EDEDED"}},
			Alignment: &excelize.Alignment{Vertical: "center", Horizontal: "center", WrapText: true},
		}},
		{&b.short, excelize.Style{Font: plain, Border: border, Alignment: top}},
		{&b.text, excelize.Style{Font: &b.plainFont, Border: border, Alignment: top}},
		{&b.count, excelize.Style{Font: plain, Border: border, Alignment: &excelize.Alignment{Vertical: "top", Horizontal: "center"}}},
		{&b.score, excelize.Style{Font: plain, Border: border, Alignment: &excelize.Alignment{Vertical: "top"}, CustomNumFmt: &hundredths}},
	} {
		id, err := b.file.NewStyle(&s.style)
		if err != nil {
			return err
		}
		*s.id = id
	}
	b.quote(b.short, b.text)
	return nil
}

// quote makes cells of the styles hold text whatever is typed into them, as an
// apostrophe before it does. excelize knows the attribute and has no option
// for it.
func (b *book) quote(styles ...int) {
	yes := true
	for _, id := range styles {
		b.file.Styles.CellXfs.Xf[id].QuotePrefix = &yes
	}
}

// core says what the workbook is about, without the dates and the author that
// excelize would put in.
func core(r *layout.Report) []byte {
	var b strings.Builder
	element := func(name, s string) {
		b.WriteString("<" + name + ">")
		_ = xml.EscapeText(&b, []byte(s)) // a Builder never fails
		b.WriteString("</" + name + ">")
	}
	b.WriteString(xml.Header + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">`)
	element("dc:title", r.Title)
	element("dc:subject", r.Old.Title+" / "+r.New.Title)
	element("dc:creator", "shinkyu")
	b.WriteString("</cp:coreProperties>")
	return []byte(b.String())
}
