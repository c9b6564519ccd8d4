package docx

import (
	"strconv"
	"strings"
)

// A para is the text of a paragraph with what hangs on it.
type para struct {
	text   strings.Builder
	hidden strings.Builder
	ruby   []string
	notes  []noteRef
	boxes  []*node // text boxes
	field  []bool  // open fields: true in the instruction, false in the result
}

// A noteRef is a reference to a footnote or an endnote.
type noteRef struct{ kind, id string }

// runs reads the text below a node of a paragraph.
func (r *reader) runs(n *node, p *para) {
	for _, k := range n.kids {
		switch k.name {
		case "r":
			r.run(k, p)
		case "ins", "moveTo":
			if !r.opt.Original {
				r.runs(k, p)
			}
		case "del", "moveFrom":
			if r.opt.Original {
				r.runs(k, p)
			}
		case "AlternateContent":
			r.runs(alternative(k), p)
		case "pPr", "rPr", "sdtPr", "sdtEndPr":
		default:
			r.runs(k, p)
		}
	}
}

// alternative gives the first choice of an mc:AlternateContent: the fallback
// says the same for older programs.
func alternative(n *node) *node {
	if c := n.child("Choice"); c != nil {
		return c
	}
	if c := n.child("Fallback"); c != nil {
		return c
	}
	return &node{}
}

func (r *reader) run(n *node, p *para) {
	out := &p.text
	if n.child("rPr").on("vanish") {
		out = &p.hidden
	}
	for _, k := range n.kids {
		if k.name == "fldChar" {
			p.turnField(k.attr("fldCharType"))
		}
		if p.inInstruction() {
			continue
		}
		switch k.name {
		case "t", "delText":
			for _, c := range k.kids {
				out.WriteString(c.text)
			}
		case "tab", "ptab":
			out.WriteByte('\t')
		case "br", "cr":
			if t := k.attr("type"); t == "" || t == "textWrapping" {
				out.WriteByte('\n')
			}
		case "noBreakHyphen":
			out.WriteString("\u2011")
		case "softHyphen":
			out.WriteString("\u00AD")
		case "sym":
			out.WriteString(symbol(k))
		case "footnoteReference", "endnoteReference":
			p.notes = append(p.notes, noteRef{strings.TrimSuffix(k.name, "Reference"), k.attr("id")})
		case "ruby":
			base, reading := &para{}, &para{}
			r.runs(k.child("rubyBase").orEmpty(), base)
			r.runs(k.child("rt").orEmpty(), reading)
			out.WriteString(base.text.String())
			p.ruby = append(p.ruby, reading.text.String())
		case "AlternateContent":
			p.boxes = append(p.boxes, alternative(k).all("txbxContent")...)
		case "drawing", "pict", "object":
			p.boxes = append(p.boxes, k.all("txbxContent")...)
		}
	}
}

func (n *node) orEmpty() *node {
	if n == nil {
		return &node{}
	}
	return n
}

// turnField follows a complex field: begin, instruction, separate, result, end
// (17.16.18). Of it a reader sees the result.
func (p *para) turnField(kind string) {
	switch last := len(p.field) - 1; {
	case kind == "begin":
		p.field = append(p.field, true)
	case kind == "separate" && last >= 0:
		p.field[last] = false
	case kind == "end" && last >= 0:
		p.field = p.field[:last]
	}
}

func (p *para) inInstruction() bool {
	for _, instruction := range p.field {
		if instruction {
			return true
		}
	}
	return false
}

// symbol gives a character of a symbol font.
func symbol(k *node) string {
	v, err := strconv.ParseUint(k.attr("char"), 16, 16)
	if err != nil || v == 0 {
		return ""
	}
	if s, ok := symbols[rune(v)]; ok {
		return s
	}
	return string(rune(v))
}
