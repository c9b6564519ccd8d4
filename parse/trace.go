package parse

import (
	"fmt"

	"shinkyu/parse/reflow"
	"shinkyu/parse/source"
)

// A verdict is what a line of the flow was taken for.
type verdict struct {
	role LineRole
	why  string
}

// trace tells of every line of the source what it was taken for.
func (p *parser) trace(open []*opening) {
	t := make([]Trace, len(p.src.Lines))
	for i := range t {
		t[i] = Trace{Line: i + 1, Role: LineBlank, Why: "there is nothing on it"}
	}
	for i := range p.lines {
		at := &t[p.lines[i].Index]
		switch p.roles[i] {
		case roleFurniture:
			a := p.furniture[i]
			at.Role, at.Why = LineFurniture, string(a.kind)+": "+a.why
		case roleFront:
			at.Role, at.Why = LineFront, "it stands at the head of the document, before the text"
		}
	}
	for _, f := range p.doc.Front {
		t[p.src.LineAt(f.Text.Span().Start)-1].Why = "taken for the " + string(f.Kind) + ", at the head of the document"
	}
	p.traceFlow(open)
	for i, v := range p.verdicts {
		at := &t[p.flow.Lines[i].Index]
		at.Role, at.Why = v.role, v.why
	}
	p.doc.Trace = t
}

// traceFlow fills the verdicts that need the openings.
func (p *parser) traceFlow(open []*opening) {
	for _, o := range open {
		if o.choice != nil {
			p.titleVerdicts(o)
			p.verdicts[o.first] = p.openingVerdict(o)
		}
		if o.caption >= 0 {
			p.verdicts[o.caption] = verdict{LineCaption, "a name in parentheses above " + p.marked(o).Marker.Text}
		}
		for i := range o.parts {
			p.partVerdict(o, i)
		}
	}
}

// titleVerdicts marks the lines of a title behind its first.
func (p *parser) titleVerdicts(o *opening) {
	if !o.titled {
		return
	}
	for j := o.parts[0].first + 1; j < o.parts[0].end; j++ {
		p.verdicts[j] = verdict{LineHeading, "the title of " + p.marked(o).Marker.Text + " goes on: " + p.verdicts[j].why}
		if j == o.first+1 && p.isBare(o) {
			p.verdicts[j].why = "the title of " + p.marked(o).Marker.Text + ", which stands alone on the line above"
		}
	}
}

// openingVerdict says why a line opens a section.
func (p *parser) openingVerdict(o *opening) verdict {
	v := verdict{role: LineItem}
	if o.titled {
		v.role = LineHeading
	}
	c := &p.cands[o.choice.cand]
	m := p.marked(o).Marker
	at := o.choice.at
	switch {
	case c.inferred != "":
		v.why = "a heading without a number: " + c.inferred
	case c.level > 0 && c.level < itemLevel:
		v.why = fmt.Sprintf("the format calls it a heading (%s)", c.why)
	case c.level > 0:
		v.why = fmt.Sprintf("the format calls it a list item (%s)", c.why)
	case at.doubt != "":
		v.why = fmt.Sprintf("marker %s at depth %d, though %s", m.Text, at.depth+1, at.doubt)
	case m.Number == 0:
		v.why = fmt.Sprintf("sign %s at depth %d", m.Text, at.depth+1)
	case at.follows != "":
		v.why = fmt.Sprintf("marker %s follows %s at depth %d", m.Text, at.follows, at.depth+1)
	default:
		v.why = fmt.Sprintf("marker %s begins a list at depth %d", m.Text, at.depth+1)
	}
	switch {
	case o.titled:
		v.why += "; its line is a title"
	case p.inlineCaption(o).Len() > 0:
		v.why += "; a name in parentheses follows, and then text"
	default:
		v.why += "; its line is text"
	}
	return v
}

// partVerdict marks what stands in tables and notes, and names the section
// that a paragraph went to where it is not the nearest.
func (p *parser) partVerdict(o *opening, i int) {
	pt := o.parts[i]
	if i == 0 && o.choice != nil {
		return
	}
	b := p.block(pt.first)
	_, note := noteMarker(p.src.Slice(p.flow.Lines[pt.first].Span))
	for j := pt.first; j < pt.end; j++ {
		switch {
		case b != nil && b.Kind == source.BlockTable:
			p.verdicts[j] = verdict{LineTable, tableWhy(b)}
		case b != nil && b.Kind == source.BlockNote:
			p.verdicts[j] = verdict{LineNote, "the format calls it a note"}
		case note && j == pt.first:
			p.verdicts[j] = verdict{LineNote, "it begins with the sign of a note"}
		case j == pt.first && p.namesTable(o, i):
			p.verdicts[j] = verdict{LineCaption, "it names the table"}
		case j == pt.first && pt.end == pt.first+1 && p.signsTable(o, i) && !p.flow.Lines[j].EndsSentence():
			p.verdicts[j] = verdict{LineCaption, "it names a figure"}
		}
	}
	if up := o.partOwner[i]; up != nil && up != o && p.verdicts[pt.first].role == LineParagraph {
		in := "the document itself"
		if up.choice != nil {
			in = p.marked(up).Marker.Text
		}
		p.verdicts[pt.first].why += "; it belongs to " + in + ", as its width, indent or place shows"
	}
}

// judge notes what a line was taken for while paragraphs are made.
func (p *parser) judge(i int, ev reflow.Evidence) {
	p.verdicts[i] = verdict{LineWrap, ev.Why()}
	if ev.New() {
		p.verdicts[i].role = LineParagraph
	}
}

func tableWhy(b *source.Block) string {
	switch b.Why {
	case byTabs:
		return "tabs part it and the lines beside it into as many cells"
	case byBars:
		return "bars part it and the lines beside it into as many cells"
	case bySpaces:
		return "its cells stand in the columns of the lines beside it, apart by spaces"
	}
	return "the format calls it a table"
}
