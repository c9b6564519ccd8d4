package report

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"
	"sync"

	"shinkyu/corpus/ledger"
	"shinkyu/parse/render/column"
)

//go:embed ledger.html
var ledgerPage string

var ledgerTemplate = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("ledger").Parse(ledgerPage))
})

// LedgerHTML writes a ledger as a page with a picture, one band for each area,
// and the table of areas under it. The page stands by itself: no scripts and
// nothing from elsewhere. What became of an area is told by the form of a
// sign, never by colour alone, so that it can be read in black print.
func LedgerHTML(w io.Writer, l *ledger.Ledger, o Options) error {
	return ledgerTemplate().Execute(w, newPage(l, &o, nil))
}

// A LedgerLink gives the address where it is shown what became of an area in
// an edition, empty for none.
type LedgerLink func(a *ledger.Area, e *ledger.Entry) string

// LedgerFragment writes what the page holds under its title, for the main part
// of another page. Its style is left to that one.
func LedgerFragment(w io.Writer, l *ledger.Ledger, o Options, link LedgerLink) error {
	return ledgerTemplate().ExecuteTemplate(w, "picture", newPage(l, &o, link))
}

// The measures of the picture, in units of its view box.
const (
	labelWidth  = 340
	columnWidth = 120
	rowHeight   = 24
	headHeight  = 40
)

// palette are colours that colour-blind readers tell apart (Okabe and Ito
// 2008). They only help the eye along a row.
var palette = []string{"#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00"}

type page struct {
	Lang, Title, Legend, Areas, Editions, Area string
	Picture                                    string
	Linked                                     bool
	Width, Height                              int
	Columns                                    []pageColumn
	Bands                                      []band
	Key                                        []keyEntry
	Rows                                       []pageRow
}

type pageColumn struct {
	X, Bottom   int
	Label, Full string
}

type keyEntry struct{ Status, Name, Means string }

// A band is the picture of an area.
type band struct {
	Y, TextY    int
	Label, Full string
	Color       string
	Runs        []line // the editions that it is in
	Gaps        []line // those that it is missing from, before it returns
	Joins       []string
	Marks       []mark
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

func newPage(l *ledger.Ledger, o *Options, link LedgerLink) *page {
	p := &page{
		Lang:     string(o.Lang),
		Title:    o.t(say("領域の台帳：%s", "Ledger of areas: %s"), l.Series),
		Legend:   o.t(say("凡例", "Key")),
		Areas:    o.t(say("領域", "Areas")),
		Editions: o.t(say("版", "Editions")),
		Area:     o.t(say("領域", "area")),
		Picture:  o.t(say("領域の図", "Picture of the areas")),
		Linked:   link != nil,
		Width:    labelWidth + columnWidth*len(l.Editions) + 20,
		Height:   headHeight + rowHeight*len(l.Areas) + 12,
	}
	for _, s := range statuses {
		p.Key = append(p.Key, keyEntry{string(s.status), o.t(s.name), o.t(s.means)})
	}
	for k, e := range l.Editions {
		p.Columns = append(p.Columns, pageColumn{x(k), p.Height - 8, e.Label, strings.TrimSpace(e.ID + " " + e.Date + " " + e.Title)})
	}
	rows := map[string]int{}
	for i, a := range l.Areas {
		rows[a.ID] = i
	}
	for i, a := range l.Areas {
		p.Bands = append(p.Bands, o.band(l, a, i, rows, link))
		p.Rows = append(p.Rows, o.row(l, a, link))
	}
	return p
}

func x(edition int) int { return labelWidth + columnWidth*edition + columnWidth/2 }

func y(row int) int { return headHeight + rowHeight*row + rowHeight/2 }

func (o *Options) band(l *ledger.Ledger, a *ledger.Area, row int, rows map[string]int, link LedgerLink) band {
	b := band{Y: y(row), TextY: y(row) + 4, Full: o.name(a), Color: palette[row%len(palette)]}
	b.Label = column.Truncate(column.Visible(a.ID+" "+o.name(a)), labelWidth/8)
	last := -1 // the edition that it was in last
	for i := range a.Life {
		e := &a.Life[i]
		m := mark{X: x(e.Edition), Y: b.Y, Status: string(e.Status), Tip: o.tip(l, a, e), Href: link.of(a, e)}
		switch {
		case e.Into != "":
			b.Joins = append(b.Joins, curve(last, row, e.Edition, rows[e.Into]))
			m.Y = y(rows[e.Into])
			continue // the sign stands at the area that it ended in
		case !e.Present:
			b.Gaps = append(b.Gaps, line{x(last), x(e.Edition)})
		case e.Status == ledger.Returned:
			b.Gaps = append(b.Gaps, line{x(last + 1), x(e.Edition)})
		case last >= 0:
			b.extend(last, e.Edition)
		case e.Status == ledger.Split && len(e.From) > 0:
			b.Joins = append(b.Joins, curve(e.Edition-1, rows[e.From[0]], e.Edition, row))
		}
		if e.Present {
			b.extend(e.Edition, e.Edition)
			last = e.Edition
		}
		b.Marks = append(b.Marks, m)
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
func curve(from, row, to, other int) string {
	x1, y1, x2, y2 := x(from), y(row), x(to), y(other)
	middle := (x1 + x2) / 2
	return fmt.Sprintf("M%d %dC%d %d %d %d %d %d", x1, y1, middle, y1, middle, y2, x2, y2)
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
	return strings.Join(parts, "\n")
}

// of gives the address, empty where there are no links.
func (f LedgerLink) of(a *ledger.Area, e *ledger.Entry) string {
	if f == nil {
		return ""
	}
	return f(a, e)
}

func (o *Options) row(l *ledger.Ledger, a *ledger.Area, link LedgerLink) pageRow {
	r := pageRow{ID: a.ID, Name: o.name(a), Cells: make([]pageCell, len(l.Editions))}
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
		c := pageCell{Status: string(e.Status), Lines: []string{head}, Href: link.of(a, e)}
		if e.Present {
			c.Lines = append(c.Lines, strings.TrimSpace(e.Path+" "+o.place(e.Lines, e.Page)))
		}
		if e.Retitled {
			c.Lines = append(c.Lines, "「"+e.Title+"」")
		}
		r.Cells[e.Edition] = c
	}
	for i := range r.Cells {
		r.Cells[i].Lines = slices.DeleteFunc(r.Cells[i].Lines, func(s string) bool { return s == "" })
	}
	return r
}
