package docx

import (
	"bytes"
	"encoding/xml"
	"strconv"
)

// An element writer: tags are written by hand, since encoding/xml rewrites the
// namespace prefixes that Word expects, and text goes through its escaping.
type writer struct{ bytes.Buffer }

// open writes a start tag; attrs are names and values in turn.
func (w *writer) open(name string, attrs ...string) { w.tag(name, attrs, ">") }

// empty writes an element without content.
func (w *writer) empty(name string, attrs ...string) { w.tag(name, attrs, "/>") }

func (w *writer) tag(name string, attrs []string, end string) {
	w.WriteString("<" + name)
	for i := 0; i+1 < len(attrs); i += 2 {
		w.WriteString(" " + attrs[i] + `="`)
		w.text(attrs[i+1])
		w.WriteByte('"')
	}
	w.WriteString(end)
}

func (w *writer) close(name string) { w.WriteString("</" + name + ">") }

// val writes the many elements of which the value is in w:val.
func (w *writer) val(name, value string) { w.empty(name, "w:val", value) }

func (w *writer) text(s string) {
	_ = xml.EscapeText(&w.Buffer, []byte(s)) // a Buffer never fails
}

func num(n int) string { return strconv.Itoa(n) }
