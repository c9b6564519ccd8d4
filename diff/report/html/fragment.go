package html

import (
	"bufio"
	"io"

	"shinkyu/diff"
	"shinkyu/diff/report/layout"
)

// The style and the script of the page, for those who put a [Fragment] into a
// page of their own.
var (
	Style  = styleText
	Script = scriptText
)

// Fragment writes what the page holds, without the page around it: title,
// tools and sections, for the main part of another page. link gives the
// address of a section of one of the documents, empty for none; it may be nil.
func Fragment(w io.Writer, c *diff.Comparison, opt layout.Options, link func(side layout.Side, path string) string) error {
	t, err := pageTemplate()
	if err != nil {
		return err
	}
	p := newPage(layout.Of(c, opt))
	p.link = link
	b := bufio.NewWriterSize(w, 1<<16)
	if err := t.ExecuteTemplate(b, "fragment", p); err != nil {
		return err
	}
	return b.Flush()
}

// Address gives the address of a section, empty where the page has no links
// into the documents.
func (p *page) Address(side layout.Side, path string) string {
	if p.link == nil {
		return ""
	}
	return p.link(side, path)
}
