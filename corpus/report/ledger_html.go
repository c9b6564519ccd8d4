package report

import (
	"embed"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"
	"sync"

	"shinkyu/corpus/ledger"
	"shinkyu/diff/report/html"
	"shinkyu/diff/report/layout"
	"shinkyu/parse/render/column"
)

var (
	//go:embed head.html ledger.html series.html
	pageFiles embed.FS
	//go:embed ledger.css
	ledgerStyle string
)

// LedgerStyle is the style of a ledger, beside that of the HTML reports, for
// those who put a [LedgerFragment] into a page of their own.
var LedgerStyle = ledgerStyle

// pages are the templates of the pages, by the names of their files; both
// begin with head.html.
var pages = sync.OnceValue(func() *template.Template {
	return template.Must(template.ParseFS(pageFiles, "*.html"))
})

// LedgerHTML writes a ledger as a page with a picture, one band for each area,
// and the table of areas under it. The page stands by itself: no scripts and
// nothing from elsewhere. What became of an area is told by the form of a
// sign, never by colour alone, so that it can be read in black print.
func LedgerHTML(w io.Writer, l *ledger.Ledger, o Options) error {
	return pages().ExecuteTemplate(w, "ledger.html", newPage(l, &o, LedgerPart{}))
}

// A LedgerPart says how a ledger stands in a page that holds other things too.
// The zero value is that of a page of its own.
type LedgerPart struct {
	// Link gives the address where it is shown what became of an area in an
	// edition, empty for none; it may be nil.
	Link func(a *ledger.Area, e *ledger.Entry) string
	// Level is that of the headings, 2 or 3; 0 stands for 2.
	Level int
}

// LedgerFragment writes what the page holds under its title, for the main part
// of another page, inside an element of the class ledger. Its style is left to
// that page; [LedgerStyle] suits.
func LedgerFragment(w io.Writer, l *ledger.Ledger, o Options, part LedgerPart) error {
	return pages().ExecuteTemplate(w, "picture", newPage(l, &o, part))
}

// The measures of the picture, in units of its view box. The style of its
// names on the screen counts with the first, third and fourth.
const (
	labelWidth  = 340
	columnWidth = 120
	rowHeight   = 24
	headHeight  = 40
	footHeight  = 12
	// sheetRows is how many areas a sheet of the picture holds: as many as an
	// A4 page on its side, with a line to spare. The first one stands under
	// the title and the key.
	sheetRows      = 24
	firstSheetRows = 14
)

// sheetOf gives the sheet that a row is on.
func sheetOf(row int) int { return (row + sheetRows - firstSheetRows) / sheetRows }

// palette are colours that colour-blind readers tell apart (Okabe and Ito
// 2008). They only help the eye along a row.
var palette = []string{"#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00"}

type page struct {
	LedgerPart
	Lang, Title, Legend, Areas, Editions, Area string
	Picture, Policy                            string
	Style                                      template.CSS
	Linked                                     bool
	Width                                      int
	Columns                                    []pageColumn
	Sheets                                     []sheet
	Key                                        []keyEntry
	Rows                                       []pageRow
}

// A ledgerHead is a heading of the page.
type ledgerHead struct {
	Level int
	Text  string
}

// Head gives a heading.
func (p *page) Head(text string) ledgerHead { return ledgerHead{max(p.Level, 2), text} }

// A sheet is some rows of the picture. All have one system of coordinates.
type sheet struct {
	Top, Height  int
	YearY, RuleY int // of the names of the editions, and of the lines under them
	Bottom       int
	Name         string
	Bands        []band
	Crossing     []join // that begin, end or pass in it
	Marks        []mark
}

// A join is a curve from one row to another.
type join struct {
	Color, Path string
	from, to    int // rows
}

type pageColumn struct {
	X           int
	Label, Full string
}

type keyEntry struct{ Status, Name, Means string }

// A band is the picture of an area.
type band struct {
	Y, TextY int
	Name     string // as the screen shows it, which cuts it to its room
	Label    string // as print shows it, inside the picture
	Full     string
	Color    string
	Runs     []line // the editions that it is in
	Gaps     []line // those that it is missing from, before it returns
	joins    []join
	marks    []mark
}

type line struct{ X1, X2 int }

type mark struct {
	X, Y   int
	Status string
	Tip    string
	Href   string
}

type pageRow struct {
	ID, Name string
	Cells    []pageCell
}

type pageCell struct {
	Status string
	Lines  []string
	Href   string
}

func newPage(l *ledger.Ledger, o *Options, part LedgerPart) *page {
	style := html.Style + ledgerStyle
	p := &page{
		LedgerPart: part,
		Lang:       string(o.Lang),
		Title:      o.t(say("領域の台帳：%s", "Ledger of areas: %s"), layout.Visible(l.Series)),
		Legend:     o.t(say("凡例", "Key")),
		Areas:      o.t(say("領域", "Areas")),
		Editions:   o.t(say("領域と版の表", "Areas by edition")),
		Area:       o.t(say("領域", "area")),
		Picture:    o.t(say("領域の図", "Picture of the areas")),
		Style:      template.CSS(style),
		Policy:     html.Policy(style, ""),
		Linked:     part.Link != nil,
		Width:      labelWidth + columnWidth*len(l.Editions) + 20,
	}
	for _, s := range statuses {
		p.Key = append(p.Key, keyEntry{string(s.status), o.t(s.name), o.t(s.means)})
	}
	for k, e := range l.Editions {
		p.Columns = append(p.Columns, pageColumn{x(k), column.Truncate(layout.Visible(e.Label), columnWidth/8), layout.Visible(strings.TrimSpace(e.ID + " " + e.Date + " " + e.Title))})
	}
	rows := map[string]int{}
	for i, a := range l.Areas {
		rows[a.ID] = i
	}
	var bands []band
	for i, a := range l.Areas {
		bands = append(bands, o.band(l, a, i, rows, &part))
		p.Rows = append(p.Rows, o.row(l, a, &part))
	}
	p.Sheets = o.sheets(bands)
	return p
}

// sheets cuts the picture into sheets.
func (o *Options) sheets(bands []band) []sheet {
	var out []sheet
	for first, last := 0, 0; first < len(bands); first = last {
		last = min(sheetRows*len(out)+firstSheetRows, len(bands))
		s := sheet{
			Top: rowHeight * first, Height: headHeight + rowHeight*(last-first), Bands: bands[first:last],
			Name: o.t(say("領域の図 %d", "Picture of the areas, part %d"), len(out)+1),
		}
		if last == len(bands) {
			s.Height += footHeight
		}
		s.YearY, s.RuleY, s.Bottom = s.Top+20, s.Top+30, s.Top+s.Height
		out = append(out, s)
	}
	for i := range bands {
		for _, j := range bands[i].joins {
			for k := sheetOf(min(j.from, j.to)); k <= sheetOf(max(j.from, j.to)); k++ {
				out[k].Crossing = append(out[k].Crossing, j)
			}
		}
		for _, m := range bands[i].marks {
			k := sheetOf((m.Y - headHeight) / rowHeight)
			out[k].Marks = append(out[k].Marks, m)
		}
	}
	return out
}

func x(edition int) int { return labelWidth + columnWidth*edition + columnWidth/2 }

func y(row int) int { return headHeight + rowHeight*row + rowHeight/2 }

func (o *Options) band(l *ledger.Ledger, a *ledger.Area, row int, rows map[string]int, part *LedgerPart) band {
	b := band{Y: y(row), TextY: y(row) + 4, Full: layout.Visible(o.name(a)), Color: palette[row%len(palette)]}
	b.Name = layout.Visible(a.ID + " " + o.name(a))
	b.Label = column.Truncate(b.Name, labelWidth/7)
	last := -1 // the edition that it was in last
	for i := range a.Life {
		e := &a.Life[i]
		m := mark{X: x(e.Edition), Y: b.Y, Status: string(e.Status), Tip: o.tip(l, a, e), Href: part.of(a, e)}
		switch {
		case e.Into != "":
			b.joins = append(b.joins, b.curve(last, row, e.Edition, rows[e.Into]))
			continue // the sign stands at the area that it ended in
		case !e.Present:
			b.Gaps = append(b.Gaps, line{x(last), x(e.Edition)})
		case e.Status == ledger.Returned:
			b.Gaps = append(b.Gaps, line{x(last + 1), x(e.Edition)})
		case last >= 0:
			b.extend(last, e.Edition)
		case e.Status == ledger.Split && len(e.From) > 0:
			b.joins = append(b.joins, b.curve(e.Edition-1, rows[e.From[0]], e.Edition, row))
		}
		if e.Present {
			b.extend(e.Edition, e.Edition)
			last = e.Edition
		}
		b.marks = append(b.marks, m)
	}
	return b
}

// extend draws the band from one edition to another.
func (b *band) extend(from, to int) {
	x1, x2 := x(from), x(to)
	if from == to {
		x1, x2 = x1-14, x2+14
	}
	if n := len(b.Runs); n > 0 && b.Runs[n-1].X2 >= x1 {
		b.Runs[n-1].X2 = max(b.Runs[n-1].X2, x2)
		return
	}
	b.Runs = append(b.Runs, line{x1, x2})
}

// curve joins an area in one edition to another area in a later one.
func (b *band) curve(from, row, to, other int) join {
	x1, y1, x2, y2 := x(from), y(row), x(to), y(other)
	middle := (x1 + x2) / 2
	return join{b.Color, fmt.Sprintf("M%d %dC%d %d %d %d %d %d", x1, y1, middle, y1, middle, y2, x2, y2), row, other}
}

// tip says what a sign stands for, with the place in the document.
func (o *Options) tip(l *ledger.Ledger, a *ledger.Area, e *ledger.Entry) string {
	parts := []string{l.Editions[e.Edition].Label + " " + a.ID + " " + o.status(e.Status)}
	if len(e.From) > 0 {
		parts[0] += " ← " + strings.Join(e.From, " ")
	}
	if e.Present {
		parts = append(parts, o.areaTitle(e.Title, e.Marker, e.Path), strings.TrimSpace(l.Editions[e.Edition].ID+" "+e.Path+" "+o.place(e.Lines, e.Page)))
	}
	if e.Confidence != "" {
		parts = append(parts, string(e.Confidence))
	}
	return layout.Visible(strings.Join(parts, "\n"))
}

// of gives the address, empty where there are no links.
func (p *LedgerPart) of(a *ledger.Area, e *ledger.Entry) string {
	if p.Link == nil {
		return ""
	}
	return p.Link(a, e)
}

func (o *Options) row(l *ledger.Ledger, a *ledger.Area, part *LedgerPart) pageRow {
	r := pageRow{ID: a.ID, Name: layout.Visible(o.name(a)), Cells: make([]pageCell, len(l.Editions))}
	for i := range a.Life {
		e := &a.Life[i]
		head := sign(e.Status) + " " + o.status(e.Status)
		if e.Into != "" {
			head += " → " + e.Into
		}
		if len(e.From) > 0 {
			head += " ← " + strings.Join(e.From, " ")
		}
		if e.Confidence == "uncertain" {
			head += o.t(say("（要確認）", " (uncertain)"))
		}
		c := pageCell{Status: string(e.Status), Lines: []string{head}, Href: part.of(a, e)}
		if e.Present {
			c.Lines = append(c.Lines, strings.TrimSpace(e.Path+" "+o.place(e.Lines, e.Page)))
		}
		if e.Retitled {
			c.Lines = append(c.Lines, "「"+e.Title+"」")
		}
		r.Cells[e.Edition] = c
	}
	for i := range r.Cells {
		lines := slices.DeleteFunc(r.Cells[i].Lines, func(s string) bool { return s == "" })
		for k := range lines {
			lines[k] = layout.Visible(lines[k])
		}
		r.Cells[i].Lines = lines
	}
	return r
}
