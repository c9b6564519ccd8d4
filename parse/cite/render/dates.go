package render

import (
	"fmt"
	"io"
	"strings"

	"shinkyu/parse/cite"
	"shinkyu/parse/era"
	"shinkyu/parse/render/encode"
	"shinkyu/parse/render/lang"
	"shinkyu/parse/render/md"
)

// DatesSchema names the JSON form of the dates of documents.
const DatesSchema = "shinkyu.dates/1"

type datesJSON struct {
	Schema string     `json:"schema"`
	Dates  []dateJSON `json:"dates"`
}

type dateJSON struct {
	place
	Text       string   `json:"text"`
	EDTF       string   `json:"edtf"` // empty where it is no date of the calendar, or nothing resolves it
	Kind       era.Kind `json:"kind"`
	FiscalYear int      `json:"fiscalYear,omitempty"`
	Open       bool     `json:"open,omitempty"`
	Relative   bool     `json:"relative,omitempty"`
	Counted    string   `json:"counted,omitempty"`
	Error      string   `json:"error,omitempty"`
}

// DatesJSON writes the dates.
func DatesJSON(w io.Writer, dates []cite.Date) error {
	out := datesJSON{DatesSchema, make([]dateJSON, len(dates))}
	for i, d := range dates {
		out.Dates[i] = dateJSON{
			place: placeOf(d.Place), Text: d.Text, EDTF: d.EDTF, Kind: d.Kind, FiscalYear: d.FiscalYear,
			Open: d.Open, Relative: d.Relative, Counted: d.Counted, Error: fault(d),
		}
	}
	return encode.JSON(w, out)
}

// fault says why a date is none of the calendar; empty where it is one.
func fault(d cite.Date) string {
	if d.Err == nil {
		return ""
	}
	return d.Err.Error()
}

// remark is what a reader should know of a date beside its value.
func (o Options) remark(d cite.Date) string {
	var out []string
	if d.Open {
		out = append(out, msgOpen.In(o.Lang))
	}
	if d.Relative {
		out = append(out, msgRelative.In(o.Lang))
	}
	if d.Err != nil {
		out = append(out, lang.Of(o.Lang, d.Err.Error()))
	}
	if d.Counted != "" {
		out = append(out, msgCounted.Format(o.Lang, d.Counted))
	}
	return strings.Join(out, msgComma.In(o.Lang))
}

// DatesCSV writes one row a date.
func DatesCSV(w io.Writer, dates []cite.Date, opt Options) error {
	rows := [][]string{opt.heads(msgDate, msgEDTF, msgKind, msgDoc, msgPath, msgPage, msgFirst, msgLast, msgNote)}
	for _, d := range dates {
		rows = append(rows, []string{
			oneLine(d.Text), d.EDTF, string(d.Kind), d.Doc, d.Path, number(d.Page),
			fmt.Sprint(d.Lines[0]), fmt.Sprint(d.Lines[1]), opt.remark(d),
		})
	}
	return encode.CSV(w, rows, opt.BOM)
}

// DatesMarkdown writes a table of the dates of each document.
func DatesMarkdown(w io.Writer, dates []cite.Date, opt Options) error {
	m := &markdown{Options: opt}
	m.line("# " + m.t(msgDatesTitle))
	if len(dates) == 0 {
		m.line(m.t(msgNone))
	}
	for len(dates) > 0 {
		n := 1
		for n < len(dates) && dates[n].Doc == dates[0].Doc {
			n++
		}
		m.line("## " + md.Text(dates[0].Doc))
		t := md.Table{Head: []string{m.t(msgDate), m.t(msgEDTF), m.t(msgKind), m.t(msgPlace), m.t(msgNote)}}
		for _, d := range dates[:n] {
			kind := dateKinds[string(d.Kind)].In(opt.Lang)
			t.Rows = append(t.Rows, []string{md.Cell(oneLine(d.Text)), md.Cell(d.EDTF), kind, m.place(d.Place), md.Cell(opt.remark(d))})
		}
		m.table(t)
		dates = dates[n:]
	}
	_, err := io.WriteString(w, m.b.String())
	return err
}

// oneLine drops the line breaks that a date may hold.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
