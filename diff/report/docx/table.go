package docx

import (
	"io"
	"strings"

	"shinkyu/diff"
	"shinkyu/diff/report/layout"
	"shinkyu/parse/render/lang"
)

type message = lang.Text

var (
	msgRemarks    = message{JA: "備考", EN: "Remarks"}
	msgLegend     = message{JA: "（下線の部分は変更部分）", EN: "(Changed words are underlined.)"}
	msgSame       = message{JA: "二つの文書に内容の違いはない。", EN: "There is no difference of substance between the two documents."}
	msgSummary    = message{JA: "概要", EN: "Summary"}
	msgEvidence   = message{JA: "根拠：%s", EN: "evidence: %s"}
	msgRunnerUp   = message{JA: "次点：%s", EN: "runner-up: %s"}
	msgNearest    = message{JA: "最も近い領域：%s", EN: "nearest area: %s"}
	msgSimilarity = message{JA: "類似度 %s", EN: "similarity %s"}
	msgPlaceOf    = message{JA: "%[1]s %[2]s", EN: "%[1]s: %[2]s"}
)

// mostTerms is how many terms gained and lost are printed.
const mostTerms = 40

// Landscape A4 in twips, with margins of 20 mm.
const (
	pageLong, pageShort, margin = 16838, 11906, 1134
	textWidth                   = pageLong - 2*margin
	remarkWidth                 = 2770
	sideWidth                   = (textWidth - remarkWidth) / 2
	cellEm                      = 200 // twips, of the text in the table
)

// Write writes the 新旧対照表.
func Write(out io.Writer, c *diff.Comparison, opt layout.Options) error {
	t := &table{Report: layout.Of(c, opt)}
	t.document()
	return write(out, t.parts, t.links)
}

type table struct {
	*layout.Report
	writer
	links []string
	parts []part
	count int // bookmarks
}

func (t *table) t(m message) string { return m.In(t.Lang) }

func (t *table) f(m message, args ...any) string { return m.Format(t.Lang, args...) }

func (t *table) document() {
	t.parts = assemble(t.Report, nil, nil)
	t.WriteString(header)
	t.open("w:document", "xmlns:w", nsW, "xmlns:r", nsR)
	t.open("w:body")
	t.paragraph("Title", t.Title)
	for _, s := range t.Sides {
		e := t.Edition(s)
		t.paragraph("Subtitle", t.SideName(s)+"："+strings.TrimSpace(e.Title+"　"+e.Date))
	}
	if t.Same {
		t.paragraph("Subtitle", t.t(msgSame))
	}
	t.comparison()
	t.paragraph("Heading1", t.t(msgSummary))
	t.facts()
	t.grid(t.CountTable())
	t.appendix(t.AreaTable())
	for _, x := range t.Tables(mostTerms) {
		t.appendix(x)
	}
	t.section(pageLong, pageShort, true)
	t.close("w:body")
	t.close("w:document")
	t.parts[partDocument].body = t.Bytes()
}

// section closes the body with the page.
func (w *writer) section(width, height int, landscape bool) {
	w.open("w:sectPr")
	w.empty("w:headerReference", "w:type", "default", "r:id", relID(partHeader))
	w.empty("w:footerReference", "w:type", "default", "r:id", relID(partFooter))
	size := []string{"w:w", num(width), "w:h", num(height)}
	if landscape {
		size = append(size, "w:orient", "landscape")
	}
	w.empty("w:pgSz", size...)
	m := num(margin)
	w.empty("w:pgMar", "w:top", m, "w:right", m, "w:bottom", m, "w:left", m, "w:header", "567", "w:footer", "567", "w:gutter", "0")
	w.close("w:sectPr")
}

// openTable begins a table of fixed columns, in twips.
func (w *writer) openTable(widths []int) {
	total := 0
	for _, n := range widths {
		total += n
	}
	w.open("w:tbl")
	w.open("w:tblPr")
	w.val("w:tblStyle", "Taishohyo")
	w.empty("w:tblW", "w:w", num(total), "w:type", "dxa")
	w.empty("w:tblLayout", "w:type", "fixed")
	w.close("w:tblPr")
	w.open("w:tblGrid")
	for _, n := range widths {
		w.empty("w:gridCol", "w:w", num(n))
	}
	w.close("w:tblGrid")
}

// openRow begins a row; a row of heads repeats on every page and is not cut.
func (w *writer) openRow(head bool) {
	w.open("w:tr")
	if head {
		w.open("w:trPr")
		w.empty("w:cantSplit")
		w.empty("w:tblHeader")
		w.close("w:trPr")
	}
}

// openCell begins a cell. Top is a kind of border in place of the table's own.
func (w *writer) openCell(width int, fill, top string) {
	w.open("w:tc")
	w.open("w:tcPr")
	w.empty("w:tcW", "w:w", num(width), "w:type", "dxa")
	if top != "" {
		w.open("w:tcBorders")
		switch top {
		case "area":
			w.border("top", "single", "8", "000000")
		case "passage":
			w.border("top", "dotted", "4", "A6A6A6")
		}
		w.close("w:tcBorders")
	}
	if fill != "" {
		w.empty("w:shd", "w:val", "clear", "w:color", "auto", "w:fill", fill)
	}
	w.close("w:tcPr")
}

const headFill = "EDEDED"

// comparison is the table proper.
func (t *table) comparison() {
	widths := []int{sideWidth, sideWidth, textWidth - 2*sideWidth}
	t.openParagraph("CellNote", indent{})
	t.run(t.t(msgLegend), "")
	t.close("w:p")
	t.openTable(widths)
	t.openRow(true)
	for i, s := range t.Sides {
		t.openCell(widths[i], headFill, "")
		t.paragraph("CellHead", t.Edition(s).Head)
		t.close("w:tc")
	}
	t.openCell(widths[2], headFill, "")
	t.paragraph("CellHead", t.t(msgRemarks))
	t.close("w:tc")
	t.close("w:tr")
	for _, a := range t.Areas {
		t.area(a, widths)
	}
	t.close("w:tbl")
}

func (t *table) area(a *layout.Area, widths []int) {
	for i, row := range joinHeadings(a.Rows) {
		top := "passage"
		if i == 0 {
			top = "area"
		}
		t.openRow(false)
		for k, s := range t.Sides {
			t.openCell(widths[k], "", top)
			if i == 0 && k == 0 {
				t.bookmark(a)
			}
			t.cell(row.Side(s))
			t.close("w:tc")
		}
		t.openCell(widths[2], "", top)
		if i == 0 {
			t.remarks(a)
		}
		t.places(&row)
		t.close("w:tc")
		t.close("w:tr")
	}
}

// joinHeadings puts headings into one row with what follows them, so that no
// page ends with a heading.
func joinHeadings(rows []layout.Row) []layout.Row {
	var out []layout.Row
	for _, r := range rows {
		if k := len(out) - 1; k >= 0 && headings(&out[k].Old) && headings(&out[k].New) {
			out[k].Old, out[k].New = join(out[k].Old, r.Old), join(out[k].New, r.New)
			continue
		}
		out = append(out, r)
	}
	return out
}

// headings reports whether a cell ends with a heading, or is empty.
func headings(c *layout.Cell) bool {
	k := len(c.Paras) - 1
	return k < 0 || c.Paras[k].Heading
}

func join(a, b layout.Cell) layout.Cell {
	out := layout.Cell{Absent: a.Absent + b.Absent, Place: b.Place}
	out.Paras = append(append(out.Paras, a.Paras...), b.Paras...)
	if out.Place == "" {
		out.Place = a.Place
	}
	return out
}

// bookmark marks where an area begins, for the list of areas to point to.
func (t *table) bookmark(a *layout.Area) {
	t.empty("w:bookmarkStart", "w:id", num(t.count), "w:name", a.ID)
	t.empty("w:bookmarkEnd", "w:id", num(t.count))
	t.count++
}

func (t *table) cell(c *layout.Cell) {
	for i := range c.Paras {
		t.para(&c.Paras[i])
	}
	if c.Absent != "" || len(c.Paras) == 0 {
		t.openParagraph("CellText", indent{})
		t.run(c.Absent, "Absent")
		t.close("w:p")
	}
}

func (t *table) para(p *layout.Para) {
	style, in := "CellText", indented(cellEm, p.Depth, p.Marker.Text, p.Body())
	if p.Heading {
		style, in = "CellHeading", indent{em: cellEm, left: 100, first: -100}
	}
	t.openParagraph(style, in)
	if p.Marker.Text != "" {
		t.changed(p.Marker)
		if len(p.Runs) > 0 {
			t.run("　", "")
		}
	}
	for _, r := range p.Runs {
		if p.Omitted {
			t.run(r.Text, "Absent")
			continue
		}
		t.changed(r)
	}
	t.close("w:p")
}

func (t *table) changed(r layout.Run) {
	if r.Changed {
		t.run(r.Text, "Changed")
		return
	}
	t.run(r.Text, "")
}

// remarks is what 備考 says of an area.
func (t *table) remarks(a *layout.Area) {
	for _, s := range remarks(t.Report, a) {
		t.paragraph("CellNote", s)
	}
}

// remarks gives status, confidence, evidence and runner-up, a line each.
func remarks(r *layout.Report, a *layout.Area) []string {
	head := append([]string{a.Label}, a.Flags...)
	out := []string{strings.Join(head, "・")}
	trust := a.Trust
	if a.Similarity != "" {
		trust += "（" + msgSimilarity.Format(r.Lang, a.Similarity) + "）"
	}
	if trust != "" {
		out = append(out, trust)
	}
	out = append(out, a.Telling...)
	if len(a.Evidence) > 0 {
		out = append(out, msgEvidence.Format(r.Lang, strings.Join(a.Evidence, message{JA: "、", EN: ", "}.In(r.Lang))))
	}
	if a.RunnerUp != "" {
		m := msgRunnerUp
		if a.Similarity == "" {
			m = msgNearest
		}
		out = append(out, m.Format(r.Lang, a.RunnerUp))
	}
	return append(out, r.Remarks(a)[len(a.Flags):]...)
}

// places says where the cells of a row stand in the sources.
func (t *table) places(row *layout.Row) {
	t.openParagraph("CellNote", indent{})
	first := true
	for _, s := range t.Sides {
		place := row.Side(s).Place
		if place == "" {
			continue
		}
		if !first {
			t.run("\n", "")
		}
		t.run(t.f(msgPlaceOf, t.SideName(s), place), "")
		first = false
	}
	t.close("w:p")
}

// facts sets what is known of both documents side by side.
func (t *table) facts() {
	x := layout.Table{Columns: []layout.Column{{Width: 12}}}
	var names []string
	values := map[layout.Side]map[string]string{}
	for _, s := range t.Sides {
		x.Columns = append(x.Columns, layout.Column{Name: t.SideName(s), Width: 40})
		values[s] = map[string]string{}
		for _, f := range t.Edition(s).Facts {
			if _, known := values[t.Sides[0]][f.Name]; !known || s == t.Sides[0] {
				names = append(names, f.Name)
			}
			values[s][f.Name] = f.Value
		}
	}
	for _, n := range names {
		row := []layout.Value{{Text: n}}
		for _, s := range t.Sides {
			row = append(row, layout.Value{Text: values[s][n]})
		}
		x.Rows = append(x.Rows, row)
	}
	t.grid(x)
}

func (t *table) appendix(x layout.Table) {
	t.paragraph("Heading1", x.Title)
	if x.Lead != "" {
		t.paragraph("Body", x.Lead)
	}
	t.grid(x)
}

// grid writes one of the smaller tables, its columns as wide as they ask for,
// stretched to the page where they are many.
func (t *table) grid(x layout.Table) {
	sum := 0
	for _, c := range x.Columns {
		sum += c.Width
	}
	em := min(textWidth/sum, 260)
	widths := make([]int, len(x.Columns))
	for i, c := range x.Columns {
		widths[i] = c.Width * em
	}
	t.openTable(widths)
	t.openRow(true)
	for i, c := range x.Columns {
		t.openCell(widths[i], headFill, "")
		t.paragraph("CellHead", c.Name)
		t.close("w:tc")
	}
	t.close("w:tr")
	for _, row := range x.Rows {
		t.openRow(false)
		for i, v := range row {
			t.openCell(widths[i], "", "")
			t.value(v, x.Columns[i].Number)
			t.close("w:tc")
		}
		t.close("w:tr")
	}
	t.close("w:tbl")
	t.paragraph("CellNote", "") // two tables that touch would become one
}

func (t *table) value(v layout.Value, right bool) {
	t.open("w:p")
	t.open("w:pPr")
	t.val("w:pStyle", "CellNote")
	if right {
		t.val("w:jc", "right")
	}
	t.close("w:pPr")
	switch {
	case v.Area != nil && v.Text != "":
		t.open("w:hyperlink", "w:anchor", v.Area.ID)
		t.run(v.Text, "Hyperlink")
		t.close("w:hyperlink")
	case v.Link != "":
		t.links = append(t.links, v.Link)
		t.open("w:hyperlink", "r:id", relID(len(t.parts)+len(t.links)-1))
		t.run(v.Text, "Hyperlink")
		t.close("w:hyperlink")
	default:
		t.run(v.Text, "")
	}
	t.close("w:p")
}
