package docx

import "strings"

// run writes text as one run; style is the id of a character style or empty.
func (w *writer) run(s, style string) {
	if s == "" {
		return
	}
	w.open("w:r")
	if style != "" {
		w.open("w:rPr")
		w.val("w:rStyle", style)
		w.close("w:rPr")
	}
	w.runText(s, "w:t")
	w.close("w:r")
}

// runText writes text with its tabs and line breaks as elements; name is w:t,
// or w:delText in a deletion.
func (w *writer) runText(s, name string) {
	for i := strings.IndexAny(s, "\t\n"); i >= 0; i = strings.IndexAny(s, "\t\n") {
		w.literal(s[:i], name)
		if s[i] == '\t' {
			w.empty("w:tab")
		} else {
			w.empty("w:br")
		}
		s = s[i+1:]
	}
	w.literal(s, name)
}

func (w *writer) literal(s, name string) {
	if s == "" {
		return
	}
	w.open(name, "xml:space", "preserve")
	w.text(s)
	w.close(name)
}

// paragraph writes a paragraph of one style.
func (w *writer) paragraph(style, s string) {
	w.openParagraph(style, indent{})
	w.run(s, "")
	w.close("w:p")
}

// An indent is in hundredths of an em, as Word counts characters, and for
// programs that do not, in twips of the em given.
type indent struct {
	em          int // twips
	left, first int // hundredths; first < 0 hangs
}

func (w *writer) openParagraph(style string, in indent) {
	w.open("w:p")
	w.open("w:pPr")
	w.val("w:pStyle", style)
	w.indent(in)
	w.close("w:pPr")
}

func (w *writer) indent(in indent) {
	if in.left == 0 && in.first == 0 {
		return
	}
	attrs := []string{"w:leftChars", num(in.left), "w:left", num(in.left * in.em / 100)}
	if in.first < 0 {
		attrs = append(attrs, "w:hangingChars", num(-in.first), "w:hanging", num(-in.first*in.em/100))
	} else if in.first > 0 {
		attrs = append(attrs, "w:firstLineChars", num(in.first), "w:firstLine", num(in.first*in.em/100))
	}
	w.empty("w:ind", attrs...)
}

// indented says how far a passage is set in: an item by its depth with its
// marker hanging out, a paragraph by one em at its start, as Japanese is set,
// unless its text begins with a space of its own.
func indented(em, depth int, marker, body string) indent {
	in := indent{em: em, left: 100 * depth}
	switch {
	case marker != "":
		in.first = -100
		in.left = max(in.left, 100)
	case !strings.HasPrefix(body, "　") && !strings.HasPrefix(body, " "):
		in.first = 100
	}
	return in
}
