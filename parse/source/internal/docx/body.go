package docx

import (
	"errors"
	"strconv"
	"strings"

	"shinkyu/parse/source/internal/flow"
)

// Read reads the bytes of a Word file.
func Read(data []byte, opt Options) (*flow.Doc, error) {
	p, err := open(data, opt)
	if err != nil {
		return nil, err
	}
	name, err := p.main()
	if err != nil {
		return nil, err
	}
	r := &reader{opt: opt, doc: &flow.Doc{}, notes: map[noteRef]*node{}, shown: map[noteRef]bool{}}
	heads, feet, err := r.parts(p, name)
	if err != nil {
		return nil, err
	}
	main, err := p.part(name)
	if err != nil {
		return nil, err
	}
	body := main.path("document", "body")
	if body == nil {
		return nil, errors.New("the document has no body")
	}
	r.furniture(heads, "header")
	r.blocks(body, context{})
	r.flushJoined()
	r.furniture(feet, "footer")
	settleCaptions(r.doc.Blocks)
	return r.doc, nil
}

// parts reads what the document part refers to.
func (r *reader) parts(p *pkg, name string) (heads, feet []*node, err error) {
	rels, err := p.relations(name)
	if err != nil {
		return nil, nil, err
	}
	r.styles, r.nums = readStyles(nil), readNumbering(nil)
	for _, rel := range rels {
		kind := rel.kind[strings.LastIndexByte(rel.kind, '/')+1:]
		switch kind {
		case "styles", "numbering", "footnotes", "endnotes", "header", "footer":
		default:
			continue
		}
		n, err := p.part(rel.target)
		if err != nil {
			return nil, nil, err
		}
		switch kind {
		case "styles":
			r.styles = readStyles(n)
		case "numbering":
			r.nums = readNumbering(n)
		case "footnotes", "endnotes":
			r.readNotes(n, kind[:len(kind)-1])
		case "header":
			heads = append(heads, n)
		case "footer":
			feet = append(feet, n)
		}
	}
	if core, err := p.part("docProps/core.xml"); err == nil && core != nil {
		for _, t := range core.all("title") {
			for _, k := range t.kids {
				r.doc.Title += k.text
			}
		}
	}
	return heads, feet, nil
}

type reader struct {
	opt    Options
	doc    *flow.Doc
	styles *styles
	nums   *numbering
	notes  map[noteRef]*node
	shown  map[noteRef]bool
	count  int    // of notes shown
	joined string // text of a paragraph whose mark a tracked change takes away
	fields []bool // open fields, across paragraphs
}

func (r *reader) readNotes(n *node, kind string) {
	for _, k := range n.all(kind) {
		if t := k.attr("type"); t == "" || t == "normal" {
			r.notes[noteRef{kind, k.attr("id")}] = k
		}
	}
}

// A context is what the nodes around a paragraph say of it.
type context struct {
	furniture string
	note      string // number of the note that its first paragraph begins
	inNote    bool
}

// blocks reads paragraphs and tables in order.
func (r *reader) blocks(n *node, c context) {
	for _, k := range n.kids {
		switch k.name {
		case "p":
			r.paragraph(k, c)
			c.note = ""
		case "tbl":
			r.flushJoined()
			r.table(k, c)
		case "sdt":
			inner := c
			if strings.HasPrefix(strings.ToLower(k.path("sdtPr", "docPartObj").val("docPartGallery")), "table of contents") {
				inner.furniture = "contents"
			}
			r.blocks(k.child("sdtContent").orEmpty(), inner)
		case "ins", "moveTo":
			if !r.opt.Original {
				r.blocks(k, c)
			}
		case "del", "moveFrom":
			if r.opt.Original {
				r.blocks(k, c)
			}
		case "customXml", "smartTag":
			r.blocks(k, c)
		case "AlternateContent":
			r.blocks(alternative(k), c)
		}
	}
}

func (r *reader) paragraph(n *node, c context) {
	ppr := n.child("pPr")
	if change := ppr.path("pPrChange", "pPr"); change != nil && r.opt.Original {
		ppr = change
	}
	p := &para{field: r.fields}
	r.runs(n, p)
	r.fields = p.field
	p.prefix(r.joined)
	r.joined = ""
	text := strings.Trim(p.text.String(), "\n")
	if r.markGone(n.child("pPr")) {
		r.joined = text
		return
	}
	st := r.styles.resolve(ppr.val("pStyle"))
	b := r.role(ppr, st, c)
	if r.counts(text, p) {
		r.number(&b, ppr, st)
	}
	b.Text = text
	b.Layout = r.layout(n, ppr, st)
	if strings.TrimSpace(text) != "" || b.Marker != "" {
		r.doc.Add(b)
	}
	r.hangers(p, c)
}

func (p *para) prefix(s string) {
	if s != "" {
		rest := p.text.String()
		p.text.Reset()
		p.text.WriteString(s + rest)
	}
}

// counts reports whether Word numbers a paragraph: an empty one too, but then
// there is nothing for a number to stand before, and readers see a bare number
// that documents do not mean; one that only holds a picture is numbered.
func (r *reader) counts(text string, p *para) bool {
	return strings.TrimSpace(text) != "" || len(p.boxes) > 0
}

// markGone is true of a paragraph that runs on into the next one, since the
// mark between them was deleted (or, read as original, was inserted).
func (r *reader) markGone(ppr *node) bool {
	rpr := ppr.child("rPr")
	if r.opt.Original {
		return rpr.child("ins") != nil || rpr.child("moveTo") != nil
	}
	return rpr.child("del") != nil || rpr.child("moveFrom") != nil
}

// flushJoined writes a paragraph that had none to run on into.
func (r *reader) flushJoined() {
	if strings.TrimSpace(r.joined) != "" {
		r.doc.Add(flow.Block{Kind: flow.Paragraph, Text: r.joined})
	}
	r.joined = ""
}

// role tells what a paragraph is from its style and its own properties.
func (r *reader) role(ppr *node, st style, c context) flow.Block {
	outline := number(ppr.val("outlineLvl"), st.outline)
	b := flow.Block{Kind: flow.Paragraph, Why: st.name}
	switch {
	case c.furniture != "":
		b.Kind, b.Why = flow.Furniture, c.furniture
	case contentsNames().MatchString(st.name):
		b.Kind, b.Why = flow.Furniture, "contents"
	case c.inNote:
		b.Kind, b.Why, b.Marker = flow.Note, "note", c.note
		if c.note != "" {
			b.Gap = " "
		}
	case isTitle(st.name):
		b.Kind = flow.Title
	case 0 <= outline && outline < maxLevels:
		b.Kind, b.Level = flow.Heading, outline+1
		if b.Why == "" || headingName(st.name) < 0 {
			b.Why = strings.TrimSpace(b.Why + " (outline level " + strconv.Itoa(outline+1) + ")")
		}
	case isCaption(st.name):
		b.Caption = true
	}
	return b
}

// number gives a paragraph of a list its marker.
func (r *reader) number(b *flow.Block, ppr *node, st style) {
	ref := readNumRef(ppr)
	if ref.id == "" {
		ref.id = st.num.id
		if ref.level < 0 {
			ref.level = r.nums.levelOf(ref.id, st)
		}
	}
	if ref.id == "" || ref.id == "0" {
		return
	}
	ref.level = max(ref.level, 0)
	marker, gap := r.nums.next(ref)
	bare := strings.TrimSpace(marker)
	if bare == "" || b.Kind == flow.Note {
		return
	}
	b.Marker, b.Gap = bare, marker[strings.Index(marker, bare)+len(bare):]+gap
	if b.Kind == flow.Paragraph && !b.Caption {
		b.Kind, b.Level = flow.Item, ref.level+1
	}
}

// levelOf gives the level of a style in a list: as the list says, or the style.
func (n *numbering) levelOf(list string, st style) int {
	if l := n.lists[list]; l != nil {
		if i, ok := n.byStyle[l.abstract][st.id]; ok {
			return i
		}
	}
	return st.num.level
}

// hangers writes what hangs on a paragraph: hidden text, readings, text boxes
// and notes.
func (r *reader) hangers(p *para, c context) {
	r.aside(p.hidden.String(), "hidden")
	r.aside(strings.Join(p.ruby, "　"), "ruby")
	for _, box := range p.boxes {
		r.blocks(box, c)
	}
	for _, ref := range p.notes {
		n := r.notes[ref]
		if n == nil || r.shown[ref] {
			continue
		}
		r.shown[ref] = true
		r.count++
		r.blocks(n, context{inNote: true, note: strconv.Itoa(r.count), furniture: c.furniture})
	}
}

func (r *reader) aside(text, why string) {
	if strings.TrimSpace(text) != "" {
		r.doc.Add(flow.Block{Kind: flow.Furniture, Text: text, Why: why})
	}
}

func (r *reader) furniture(parts []*node, why string) {
	for _, n := range parts {
		for _, k := range n.orEmpty().kids {
			r.blocks(k, context{furniture: why})
		}
	}
}

// settleCaptions leaves the name of caption to those above a table: a block
// can only name the one after it.
func settleCaptions(blocks []flow.Block) {
	for i := range blocks {
		if blocks[i].Caption && (i+1 == len(blocks) || blocks[i+1].Kind != flow.Table) {
			blocks[i].Caption = false
		}
	}
}
