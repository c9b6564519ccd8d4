package report

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"shinkyu/diff"
	"shinkyu/parse"
	"shinkyu/parse/render/md"
)

// Markdown writes the report that a researcher reads top to bottom.
func Markdown(w io.Writer, c *diff.Comparison, opt Options) error {
	r := &markdown{view: newView(c, opt)}
	r.line("# " + r.t(msgTitle))
	r.changes()
	r.head(msgMethod)
	r.method()
	r.trouble()
	_, err := r.b.WriteTo(w)
	return err
}

// MarkdownPart writes what [Markdown] does without its title and what is said
// of the method, with all headings one deeper: a part of the report on a
// series.
func MarkdownPart(w io.Writer, c *diff.Comparison, opt Options) error {
	r := &markdown{view: newView(c, opt), deeper: "#"}
	r.changes()
	r.trouble()
	_, err := r.b.WriteTo(w)
	return err
}

// MarkdownMethod writes what [Markdown] says of the method, without its
// heading.
func MarkdownMethod(w io.Writer, c *diff.Comparison, opt Options) error {
	r := &markdown{view: newView(c, opt)}
	r.method()
	_, err := r.b.WriteTo(w)
	return err
}

// MarkdownAnchor gives the name of the place where a report shows a change, by
// its index; empty where it is in the table of areas only.
func MarkdownAnchor(c *diff.Comparison, i int, opt Options) string {
	v := view{Options: opt}
	if x := &c.Changes[i]; x.Status == diff.Unchanged && len(v.flags(x)) == 0 {
		return ""
	}
	return v.anchorOf(i + 1)
}

// changes writes what changed.
func (r *markdown) changes() {
	r.compared()
	r.inShort()
	r.areas()
	r.details()
	r.commitments()
	r.numbers()
	r.terms()
	r.works()
	r.mechanical()
}

// markdown builds the report. What goes into line and cells is Markdown:
// document text goes through package md first.
type markdown struct {
	*view
	b       bytes.Buffer
	section int
	deeper  string // before the signs of all headings
}

// line writes a block of one line and the empty line after it. Document text
// never begins one with the sign of a heading: package md sees to that.
func (r *markdown) line(s string) {
	if strings.HasPrefix(s, "#") {
		r.b.WriteString(r.deeper)
	}
	r.b.WriteString(s)
	r.b.WriteString("\n\n")
}

// quote writes a paragraph of document text as a quotation.
func (r *markdown) quote(s string) { r.b.WriteString("> " + s + "\n>\n") }

// endQuote ends a run of quotations.
func (r *markdown) endQuote() {
	if bytes.HasSuffix(r.b.Bytes(), []byte("\n>\n")) {
		r.b.Truncate(r.b.Len() - len(">\n"))
	}
	r.b.WriteByte('\n')
}

// head begins a numbered section of the report.
func (r *markdown) head(m text) {
	r.section++
	r.line(fmt.Sprintf("## %d. %s", r.section, r.t(m)))
}

func (r *markdown) table(t md.Table) { _ = t.Write(&r.b) } // a Buffer never fails

// small sets s small: places and notes of ours beside quoted text.
func small(s string) string {
	if s == "" {
		return ""
	}
	return "<sub>" + s + "</sub>"
}

// compared writes what is compared.
func (r *markdown) compared() {
	r.head(msgCompared)
	t := md.Table{Head: []string{"", r.t(msgOldSide), r.t(msgNewSide)}}
	row := func(name text, value func(d *parse.Document) string) {
		o, n := value(r.Old.Doc), value(r.New.Doc)
		if o != "" || n != "" {
			t.Rows = append(t.Rows, []string{r.t(name), o, n})
		}
	}
	row(msgDocTitle, r.docTitle)
	row(msgFiscal, func(d *parse.Document) string {
		if d.Meta.FiscalYear == 0 {
			return ""
		}
		return fmt.Sprint(d.Meta.FiscalYear)
	})
	row(msgEdition, func(d *parse.Document) string { return md.Cell(d.Meta.Edition) })
	row(msgDate, func(d *parse.Document) string { return r.date(d.Meta.Date) })
	row(msgIssuer, func(d *parse.Document) string { return md.Cell(Joined(d.Meta.Issuer, " ", d.Meta.Act)) })
	row(msgState, r.state)
	row(msgForm, func(d *parse.Document) string { return Form(d, r.Lang) })
	t.Rows = append(t.Rows, []string{r.t(msgAreaCount), fmt.Sprint(len(r.Old.Units)), fmt.Sprint(len(r.New.Units))})
	r.table(t)
	r.b.WriteString("- " + r.f(msgFile, r.t(msgOldSide), md.Code(r.Old.Doc.Source.Name), md.Code(r.Old.Doc.Source.SHA256)) + "\n")
	r.line("- " + r.f(msgFile, r.t(msgNewSide), md.Code(r.New.Doc.Source.Name), md.Code(r.New.Doc.Source.SHA256)))
}

// docTitle is the title for a cell.
func (r *markdown) docTitle(d *parse.Document) string {
	if d.Meta.Title == "" {
		return r.t(msgUntitled)
	}
	title := md.Cell(d.Meta.Title)
	if d.Meta.Subtitle != "" {
		title += "<br>" + md.Cell(d.Meta.Subtitle)
	}
	return title
}

// date shows a date as written, with its value beside it.
func (r *markdown) date(d parse.Date) string {
	switch {
	case d.Text == "":
		return md.Cell(d.EDTF)
	case d.EDTF == "":
		return md.Cell(d.Text)
	}
	return md.Cell(d.Text) + r.f(msgParens, md.Cell(d.EDTF))
}

func (r *markdown) state(d *parse.Document) string {
	if !d.Meta.Draft {
		return r.t(msgFinal)
	}
	if s := d.Meta.Status; s != "" && s != r.t(msgDraft) {
		return r.t(msgDraft) + r.f(msgParens, md.Cell(s))
	}
	return r.t(msgDraft)
}
