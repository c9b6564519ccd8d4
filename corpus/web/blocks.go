package web

import (
	"bytes"
	"html"
	"html/template"
	"strconv"
)

// A writer writes the text of a document as elements. It does what a template
// would, in a tenth of the time: a page is mostly this. All text and all
// addresses go through escape, and nothing else comes from a document.
type writer struct {
	bytes.Buffer
	code string // language of the page
}

func (w *writer) escape(s string) { w.WriteString(html.EscapeString(s)) }

// attribute writes an attribute with its value in quotes.
func (w *writer) attribute(name, value string) {
	w.WriteByte(' ')
	w.WriteString(name)
	w.WriteString(`="`)
	w.escape(value)
	w.WriteByte('"')
}

// text gives the blocks of a document as elements.
func text(code string, blocks []block) template.HTML {
	w := writer{code: code}
	for i := range blocks {
		w.block(&blocks[i])
	}
	return template.HTML(w.String())
}

func (w *writer) block(b *block) {
	w.WriteString("\n<div")
	w.attribute("class", "block "+string(b.Kind)+" d"+strconv.Itoa(b.Depth))
	if b.ID != "" {
		w.attribute("id", b.ID)
	}
	w.WriteByte('>')
	if b.Section != "" {
		w.place(b.Section)
	}
	for _, line := range b.Lines {
		w.place(line)
	}
	w.WriteString("\n<span class=\"place\"")
	w.attribute("lang", w.code)
	w.WriteByte('>')
	w.escape(b.Place)
	w.WriteString("</span>\n")
	switch b.Kind {
	case headingBlock:
		w.heading(b)
	case tableBlock:
		w.table(b)
	default:
		w.paragraph(b)
	}
	w.WriteString("</div>")
}

// place writes an empty element that links lead to.
func (w *writer) place(id string) {
	w.WriteString("<span")
	w.attribute("id", id)
	w.WriteString("></span>")
}

func (w *writer) heading(b *block) {
	level := strconv.Itoa(b.Level)
	w.WriteString("<h" + level + ">")
	w.marked(b)
	w.WriteString("</h" + level + ">")
}

func (w *writer) paragraph(b *block) {
	w.WriteString("<p")
	if b.Marker != "" {
		w.attribute("class", "marked")
	}
	w.WriteByte('>')
	w.marked(b)
	w.WriteString("</p>")
}

// marked writes the marker of a block, if it has one, and its text.
func (w *writer) marked(b *block) {
	if b.Marker != "" {
		w.WriteString(`<span class="marker">`)
		w.escape(b.Marker)
		w.WriteString("</span>　")
	}
	w.runs(b.Runs)
}

func (w *writer) table(b *block) {
	w.WriteString(`<div class="wide" role="group" tabindex="0"`)
	w.attribute("aria-label", b.Place)
	w.WriteString("><table><tbody>")
	for _, row := range b.Rows {
		w.WriteString("<tr>")
		for _, cell := range row {
			w.WriteString("<td>")
			w.runs(cell)
			w.WriteString("</td>")
		}
		w.WriteString("</tr>")
	}
	w.WriteString("</tbody></table></div>")
}

func (w *writer) runs(list []run) {
	for _, r := range list {
		if r.Href == "" {
			w.escape(r.Text)
			continue
		}
		w.WriteString("<a")
		w.attribute("href", r.Href)
		if r.Tip != "" {
			w.attribute("title", r.Tip)
		}
		w.WriteByte('>')
		w.escape(r.Text)
		w.WriteString("</a>")
	}
}

// contents gives the outline of a document as nested lists.
func contents(list []*entryOfContents) template.HTML {
	if len(list) == 0 {
		return ""
	}
	var w writer
	w.contents(list)
	return template.HTML(w.String())
}

func (w *writer) contents(list []*entryOfContents) {
	w.WriteString("<ul>")
	for _, e := range list {
		w.WriteString("<li><a")
		w.attribute("href", e.Href)
		w.WriteByte('>')
		w.escape(e.Text)
		w.WriteString("</a>")
		if len(e.Children) > 0 {
			w.contents(e.Children)
		}
		w.WriteString("</li>")
	}
	w.WriteString("</ul>")
}
