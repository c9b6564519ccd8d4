package parse

import (
	"shinkyu/parse/marker"
	"shinkyu/parse/source"
)

// An opening is a line of the flow that opens a section, with the lines up to
// the next one.
type opening struct {
	choice    *choice
	first     int // line of the flow
	end       int // line after its last
	section   *Section
	parent    *opening
	class     *class
	next      *opening // parent of the next opening; nil for the last
	parts     []part
	owner     *opening   // section that its last part went to
	partOwner []*opening // section that each part went to
	titled    bool       // its first part is its heading
	head      *Text      // its first part without the marker, once joined
	bodied    bool       // its second part is its own text
	caption   int        // line of the flow that names it, （目的）; -1 for none
}

// A part is one run of lines that make one paragraph, or one title.
type part struct {
	first, end int // lines of the flow
}

// buildTree makes the sections and paragraphs of the flow.
func (p *parser) buildTree() {
	root := &opening{end: len(p.flow.Lines), caption: -1}
	open := []*opening{root}
	at := map[*level]*opening{}
	p.parents = map[*opening]bool{}
	for _, ch := range p.chosen {
		o := &opening{choice: ch, first: p.cands[ch.cand].line, end: len(p.flow.Lines), caption: -1}
		end := o.first
		if p.isCaption(o.first-1) && p.takesCaption(ch) && (len(open) == 1 || open[len(open)-1].first < o.first-1) {
			o.caption = o.first - 1
			end--
		}
		open[len(open)-1].end = end
		o.parent = root
		if up := at[ch.at.parent]; up != nil {
			o.parent = up
		}
		open[len(open)-1].next = o.parent
		at[ch.at] = o
		p.parents[o.parent] = true
		open = append(open, o)
	}
	open = p.cutListings(open)
	p.split(open)
	p.decideTitles(open)
	p.assemble(open)
	p.open = open
}

// cutListings ends the contents lists that were kept where their entries do.
func (p *parser) cutListings(open []*opening) []*opening {
	if p.listings == nil {
		return open
	}
	out := make([]*opening, 0, len(open)+len(p.listings))
	for _, o := range open {
		r := p.afterListing(o)
		out = append(out, o)
		if r != nil {
			out = append(out, r)
		}
	}
	return out
}

// marked gives the marker of an opening.
func (p *parser) marked(o *opening) (m marker.Reading) {
	c := &p.cands[o.choice.cand]
	if c.n > 0 {
		return c.readings[o.choice.reading]
	}
	return m
}

// assemble turns the openings and their parts into nodes.
func (p *parser) assemble(open []*opening) {
	for _, o := range open {
		switch {
		case o.choice != nil:
			p.openSection(o)
		case o.parent != nil: // what follows a contents list
			o.section = o.parent.section
		}
		o.partOwner = make([]*opening, len(o.parts))
		for i := range o.parts {
			p.addPart(o, i)
		}
	}
	for i := len(open) - 1; i > 0; i-- {
		p.close(open[i])
	}
}

func (p *parser) openSection(o *opening) {
	m := p.marked(o)
	start := p.flow.Lines[o.first].Span.Start
	s := &Section{Marker: m.Marker, Marked: source.Span{Start: start, End: start + m.Len}}
	b := p.builder()
	if o.caption >= 0 {
		b.add(p.flow.Lines[o.caption].Span)
	}
	b.add(p.inlineCaption(o))
	s.Caption = b.text(p.src)
	if c := &p.cands[o.choice.cand]; c.inferred != "" {
		s.Inferred, s.Why = true, c.inferred
	}
	o.section = s
	p.append(o.parent, s)
}

func (p *parser) append(o *opening, n Node) {
	if o.section == nil {
		p.doc.Content = append(p.doc.Content, n)
		return
	}
	o.section.Content = append(o.section.Content, n)
}

func (p *parser) addPart(o *opening, i int) {
	if i == 0 && o.titled {
		o.section.Title = p.text(o, i)
		return
	}
	owner := p.owner(o, i)
	o.partOwner[i] = owner
	opener := i == 0 && o.choice != nil
	if p.isTablePart(o, i) {
		p.addTable(o, owner, i)
		return
	}
	if !opener && p.addNote(o, owner, i) || p.namesTable(o, i) {
		return
	}
	if text := p.text(o, i); text.String != "" {
		p.append(owner, &Paragraph{Text: text})
	}
}

// text joins the lines of a part, the marker of the opening left out.
func (p *parser) text(o *opening, i int) Text {
	if o.choice == nil || i > 0 {
		return p.textFrom(o, i, 0)
	}
	return *p.headOf(o)
}

// headOf gives the first part of an opening without its marker and caption.
func (p *parser) headOf(o *opening) *Text {
	if o.head == nil {
		start := max(p.flow.Lines[o.first].Span.Start+p.marked(o).Len, p.inlineCaption(o).End)
		t := p.textFrom(o, 0, start)
		o.head = &t
	}
	return o.head
}

// textFrom joins the lines of a part from the byte at start on.
func (p *parser) textFrom(o *opening, i, start int) Text {
	b := p.builder()
	for j := o.parts[i].first; j < o.parts[i].end; j++ {
		sp := p.flow.Lines[j].Span
		if sp.Start < start {
			sp.Start = skipSpace(p.src.Text, start, sp.End)
		}
		b.add(sp)
	}
	return b.text(p.src)
}

// close sets the extent of a section whose content is complete.
func (p *parser) close(o *opening) {
	if o.choice == nil {
		return
	}
	s := o.section
	s.Extent = s.Marked
	grow := func(sp source.Span) {
		if sp.Len() > 0 {
			s.Extent.Start, s.Extent.End = min(s.Extent.Start, sp.Start), max(s.Extent.End, sp.End)
		}
	}
	grow(s.Caption.Span())
	grow(s.Title.Span())
	for _, n := range s.Content {
		grow(n.Span())
	}
}
