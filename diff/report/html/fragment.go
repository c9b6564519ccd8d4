package html

import (
	"bufio"
	"io"

	"shinkyu/diff"
	"shinkyu/diff/report/layout"
	"shinkyu/parse/render/lang"
)

// The style and the script of the page, for those who put a [Fragment] into a
// page of their own.
var (
	Style  = styleText
	Script = scriptText
)

// A Part says how a comparison stands in a page that holds other things too.
// The zero value is that of a page of its own.
type Part struct {
	// Prefix begins the ids of all elements, so that a page can hold several
	// comparisons.
	Prefix string
	// Level is that of the headings of sections, 2 or 3; 0 stands for 2.
	// Areas are one deeper.
	Level int
	// Without names tables that are left out, by their ids.
	Without []string
	// Link gives the address of a section of one of the documents, empty for
	// none; it may be nil.
	Link func(side layout.Side, path string) string
}

// ID gives an id of the page in full.
func (p *Part) ID(id string) string { return p.Prefix + id }

// UnitID is the place where the change of a section of one of the documents
// stands: new-2/5. It stays the same however the areas are counted.
func UnitID(side layout.Side, path string) string { return string(side) + "-" + path }

// UnitID is the same in full.
func (p *Part) UnitID(side layout.Side, path string) string { return p.ID(UnitID(side, path)) }

// Address gives the address of a section, empty where the page has no links
// into the documents.
func (p *Part) Address(side layout.Side, path string) string {
	if p.Link == nil {
		return ""
	}
	return p.Link(side, path)
}

// Fragment writes what the page holds, without the page around it: title,
// tools and sections, for the main part of another page.
func Fragment(w io.Writer, c *diff.Comparison, opt layout.Options, part Part) error {
	return write(w, "fragment", newPage(layout.Of(c, opt), part))
}

// Sections writes the sections alone: summary, areas, 新旧対照表 and tables.
// Where the page has the tools too, they work on all comparisons in it.
func Sections(w io.Writer, r *layout.Report, part Part) error {
	return write(w, "sections", newPage(r, part))
}

// Tools writes the tools for several comparisons in one page.
func Tools(w io.Writer, l lang.Lang, reports []*layout.Report) error {
	sum := &layout.Report{}
	sum.Lang = l
	for _, r := range reports {
		if len(sum.Counts) == 0 {
			sum.Counts = append(sum.Counts, r.Counts...)
		} else {
			for i := range r.Counts {
				sum.Counts[i].N += r.Counts[i].N
			}
		}
		sum.Areas = append(sum.Areas, r.Areas...)
	}
	return write(w, "tools", &page{Report: sum})
}

// Table writes a table with its heading, as those that follow the 新旧対照表
// are.
func Table(w io.Writer, l lang.Lang, t layout.Table, part Part) error {
	r := &layout.Report{}
	r.Lang = l
	p := &page{Report: r, Part: part}
	if p.Level == 0 {
		p.Level = 2
	}
	return write(w, "table", p.Table(t))
}

// write fills one of the templates in.
func write(w io.Writer, name string, data any) error {
	t, err := pageTemplate()
	if err != nil {
		return err
	}
	b := bufio.NewWriterSize(w, 1<<16)
	if err := t.ExecuteTemplate(b, name, data); err != nil {
		return err
	}
	return b.Flush()
}
