package layout

import (
	"strings"

	"shinkyu/diff/unit"
	"shinkyu/diff/wording"
)

// A segment is what becomes one paragraph of a cell: a heading, or a passage
// (one line of it, should a passage hold a line break).
type segment struct {
	unit    *unit.Unit
	passage *unit.Passage // nil for a heading
	marker  string
	runs    []Run
	size    int // bytes, of the text
}

func (s *segment) heading() bool { return s.passage == nil }

// text is what has been written into the segment.
func (s *segment) text() string {
	var b strings.Builder
	for _, r := range s.runs {
		b.WriteString(r.Text)
	}
	return b.String()
}

// segments gives the paragraphs of one side, still without their runs.
func segments(units []*unit.Unit) []*segment {
	var out []*segment
	for _, u := range units {
		if u.Marker != "" || u.Title != "" {
			out = append(out, &segment{unit: u, marker: u.Marker, size: len(u.Title)})
		}
		for i := range u.Passages {
			p := &u.Passages[i]
			for k, line := range strings.Split(p.Text.String, "\n") {
				s := &segment{unit: u, passage: p, size: len(line)}
				if k == 0 {
					s.marker = p.Marker
				}
				out = append(out, s)
			}
		}
	}
	return out
}

// text gives the passages of units joined as the edits have them.
func text(units []*unit.Unit) string {
	var all []string
	for _, u := range units {
		for i := range u.Passages {
			all = append(all, u.Passages[i].Text.String)
		}
	}
	return strings.Join(all, "\n")
}

// sides gives back both texts from the edits.
func sides(edits []wording.Edit) (before, after string) {
	var o, n strings.Builder
	for _, e := range edits {
		if e.Op != wording.Insert {
			o.WriteString(e.Text)
		}
		if e.Op != wording.Delete {
			n.WriteString(newText(e))
		}
	}
	return o.String(), n.String()
}

// newText is what an insert or equal run gives to the new text.
func newText(e wording.Edit) string {
	if e.Op == wording.Equal && e.NewText != "" {
		return e.NewText
	}
	return e.Text
}

// Edits gives the edits of a change, and where they do not give back the text
// of its passages (a change made without them) one delete and one insert, so
// that no text is ever lost on its way to the reader.
func Edits(edits []wording.Edit, before, after []*unit.Unit) []wording.Edit {
	o, n := text(before), text(after)
	if eo, en := sides(edits); eo == o && en == n {
		return edits
	}
	if o == n {
		return []wording.Edit{{Op: wording.Equal, Text: o}}
	}
	var out []wording.Edit
	if o != "" {
		out = append(out, wording.Edit{Op: wording.Delete, Text: o})
	}
	if n != "" {
		out = append(out, wording.Edit{Op: wording.Insert, Text: n})
	}
	return out
}

// A link is how many bytes two segments share.
type link struct{ old, new, shared int }

// A pen writes the edits into the segments of both sides and notes which of
// them share text.
type pen struct {
	old, new   []*segment
	at         [2]int // positions in old and new
	links      []link
	mechanical func(wording.Mechanical) string
}

func (p *pen) write(edits []wording.Edit) {
	p.skip(0)
	p.skip(1)
	for _, e := range edits {
		switch e.Op {
		case wording.Delete:
			p.side(0, e.Text, Run{Changed: true})
		case wording.Insert:
			p.side(1, e.Text, Run{Changed: true})
		case wording.Equal:
			p.equal(e)
		}
	}
}

// equal writes a run to both sides, line by line where both have as many, so
// that each line is linked with its own partner only.
func (p *pen) equal(e wording.Edit) {
	run := Run{}
	if newText(e) != e.Text && e.Mechanical != "" {
		run.Mechanical = p.mechanical(e.Mechanical)
	}
	olds, news := strings.Split(e.Text, "\n"), strings.Split(newText(e), "\n")
	if len(olds) != len(news) {
		olds, news = []string{e.Text}, []string{newText(e)}
	}
	for i := range olds {
		if i > 0 {
			p.newline(0)
			p.newline(1)
		}
		p.link(min(len(olds[i]), len(news[i])))
		p.side(0, olds[i], run)
		p.side(1, news[i], run)
		p.link(0)
	}
}

func (p *pen) list(side int) []*segment {
	if side == 0 {
		return p.old
	}
	return p.new
}

// side writes text to one side, on to the next segment at each line break.
func (p *pen) side(side int, text string, run Run) {
	for i, part := range strings.Split(text, "\n") {
		if i > 0 {
			p.newline(side)
		}
		list, at := p.list(side), p.at[side]
		if part == "" || at >= len(list) {
			continue
		}
		run.Text = Visible(part)
		list[at].runs = append(list[at].runs, run)
	}
}

func (p *pen) newline(side int) {
	p.at[side]++
	p.skip(side)
}

// skip passes over headings, which are no part of the edits.
func (p *pen) skip(side int) {
	list := p.list(side)
	for p.at[side] < len(list) && list[p.at[side]].heading() {
		p.at[side]++
	}
}

// link notes that the current segments share some bytes.
func (p *pen) link(shared int) {
	o, n := p.at[0], p.at[1]
	if o >= len(p.old) || n >= len(p.new) {
		return
	}
	if k := len(p.links) - 1; k >= 0 && p.links[k].old == o && p.links[k].new == n {
		p.links[k].shared += shared
		return
	}
	p.links = append(p.links, link{o, n, shared})
}
