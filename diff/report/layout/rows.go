package layout

import (
	"strings"

	"shinkyu/diff"
	"shinkyu/diff/unit"
)

// rows lays one change out.
func (b *builder) rows(c *diff.Change) []Row {
	p := &pen{old: segments(c.Old), new: segments(c.New), mechanical: b.mechanicalName}
	p.write(Edits(c.Edits, c.Old, c.New))
	b.headings(p, len(c.Old) > 0 && len(c.New) > 0)
	r := &rower{builder: b, pen: p, paired: len(c.Old) > 0 && len(c.New) > 0}
	r.all()
	if b.Abridge {
		return b.abridge(r.rows)
	}
	return r.rows
}

// headings writes the titles, those of the first units against each other.
func (b *builder) headings(p *pen, paired bool) {
	for _, list := range [][]*segment{p.old, p.new} {
		for _, s := range list {
			if s.heading() && s.unit.Title != "" {
				s.runs = []Run{{Text: Visible(s.unit.Title), Changed: true}}
			}
		}
	}
	if paired && len(p.old) > 0 && len(p.new) > 0 && p.old[0].heading() && p.new[0].heading() {
		p.old[0].runs, p.new[0].runs = TitleRuns(p.old[0].unit.Title, p.new[0].unit.Title)
		p.links = append([]link{{0, 0, len(p.old[0].unit.Title) + 1}}, p.links...)
	}
}

// A rower cuts the segments of both sides into rows.
type rower struct {
	*builder
	*pen
	paired   bool // the change has both sides
	rows     []Row
	declared RowKind // of the run of one-sided rows that has its 新設 or 削る
	// said are the sentences of the side that rows of a kind lack; made when
	// first asked for.
	said map[RowKind]map[string]bool
}

// clause is the length of text, in bytes, that two paragraphs do not share by
// chance: twenty characters, more than most names have.
const clause = 60

// strong reports whether two segments share enough to stand in one row: a
// third of the shorter one, or a clause, which would stand unmarked without its
// like beside it. Less is a particle or a name met by chance.
func (r *rower) strong(l link) bool {
	return l.shared >= clause || 3*l.shared >= min(r.old[l.old].size, r.new[l.new].size)
}

// all walks down both sides. Links come in order on both, since edits do;
// links that share a segment make one row.
func (r *rower) all() {
	o, n := 0, 0
	for i := 0; i < len(r.links); {
		l := r.links[i]
		i++
		if !r.strong(l) || l.old < o || l.new < n {
			continue
		}
		oEnd, nEnd := l.old, l.new
		for ; i < len(r.links) && (r.links[i].old <= oEnd || r.links[i].new <= nEnd); i++ {
			if r.strong(r.links[i]) {
				oEnd, nEnd = max(oEnd, r.links[i].old), max(nEnd, r.links[i].new)
			}
		}
		r.gap(o, l.old, n, l.new)
		r.row(r.old[l.old:oEnd+1], r.new[l.new:nEnd+1])
		o, n = oEnd+1, nEnd+1
	}
	r.gap(o, len(r.old), n, len(r.new))
}

// gap lays out what no row holds: opposite each other where both sides have
// something, else a row for each paragraph.
func (r *rower) gap(o, oEnd, n, nEnd int) {
	if o < oEnd && n < nEnd {
		r.row(r.old[o:oEnd], r.new[n:nEnd])
		return
	}
	for ; o < oEnd; o++ {
		r.row(r.old[o:o+1], nil)
	}
	for ; n < nEnd; n++ {
		r.row(nil, r.new[n:n+1])
	}
}

func (r *rower) row(old, new []*segment) {
	row := Row{Old: r.cell(old, new), New: r.cell(new, old), Kind: Same}
	switch {
	case len(old) == 0:
		row.Kind = Added
		row.Old.Absent = r.absent(Added, new)
	case len(new) == 0:
		row.Kind = Dropped
		row.New.Absent = r.absent(Dropped, old)
	case changed(&row.Old) || changed(&row.New):
		row.Kind = Reworded
	}
	if len(old) > 0 && len(new) > 0 {
		r.declared = ""
	}
	r.rows = append(r.rows, row)
}

// absent is said once for a run of rows, and not for the heading that a split
// or a merger brought along: what stands under it has its partner.
func (r *rower) absent(kind RowKind, list []*segment) string {
	if r.declared == kind || r.paired && list[0].heading() {
		return ""
	}
	r.declared = kind
	switch {
	case r.elsewhere(kind, list[0]):
		return r.t(msgMovedHere)
	case kind == Added:
		return r.t(msgAddedHere)
	}
	return r.t(msgDroppedHere)
}

// elsewhere reports whether the sentences of a paragraph without a partner
// stand word for word in the other side all the same, in another order.
func (r *rower) elsewhere(kind RowKind, s *segment) bool {
	text := s.text()
	if !r.paired || len(text) < leastMoved {
		return false
	}
	if r.said == nil {
		r.said = map[RowKind]map[string]bool{Added: sentences(r.old), Dropped: sentences(r.new)}
	}
	for x := range strings.SplitSeq(text, "。") {
		if x != "" && !r.said[kind][x] {
			return false
		}
	}
	return true
}

// sentences gives all that is said in some paragraphs.
func sentences(list []*segment) map[string]bool {
	out := map[string]bool{}
	for _, s := range list {
		if s.heading() {
			continue
		}
		for x := range strings.SplitSeq(s.text(), "。") {
			out[x] = true
		}
	}
	return out
}

// leastMoved is the length of a paragraph, in bytes, that is not found again by
// chance: eight characters.
const leastMoved = 24

func changed(c *Cell) bool {
	for i := range c.Paras {
		if c.Paras[i].Marker.Changed {
			return true
		}
		for _, run := range c.Paras[i].Runs {
			if run.Changed {
				return true
			}
		}
	}
	return false
}

// cell makes the paragraphs of one side; other is the other side of the row.
func (r *rower) cell(list, other []*segment) Cell {
	var c Cell
	var first, last *unit.Passage
	for i, s := range list {
		c.Paras = append(c.Paras, r.para(s, i, list, other))
		if s.passage == nil {
			continue
		}
		if first == nil {
			first = s.passage
		}
		last = s.passage
	}
	switch {
	case first != nil:
		c.Place = r.place(first.Page, [2]int{first.Lines[0], last.Lines[1]})
	case len(list) > 0:
		u := list[0].unit
		c.Place = r.place(u.Page, [2]int{u.Lines[0], u.Lines[0]})
	}
	return c
}

func (r *rower) para(s *segment, i int, list, other []*segment) Para {
	p := Para{Runs: s.runs, Marker: Run{Text: Visible(s.marker)}}
	if s.heading() {
		p.Heading, p.Level = true, level(s.unit)
	} else {
		p.Depth = s.passage.Depth
	}
	p.Marker.Changed = s.marker != "" && markerChanged(s, i, list, other)
	return p
}

// markerChanged compares a marker with that of the paragraph opposite, or,
// where the sides have not as many, with all of them.
func markerChanged(s *segment, i int, list, other []*segment) bool {
	if len(list) == len(other) {
		return other[i].marker != s.marker
	}
	for _, o := range other {
		if o.marker == s.marker {
			return false
		}
	}
	return true
}

// level is the depth of a unit among its ancestors, 1 at the top.
func level(u *unit.Unit) int {
	n := 1
	for p := u.Parent; p != nil; p = p.Parent {
		n++
	}
	return n
}

// abridge puts 略 for each run of rows that stayed as they were; headings stay.
func (b *builder) abridge(rows []Row) []Row {
	var out []Row
	for _, r := range rows {
		if r.Kind != Same {
			out = append(out, r)
			continue
		}
		r.Old.Paras, r.New.Paras = b.omit(r.Old.Paras), b.omit(r.New.Paras)
		if k := len(out) - 1; k >= 0 && out[k].Kind == Same && omitted(out[k]) && omitted(r) {
			continue
		}
		out = append(out, r)
	}
	return out
}

func (b *builder) omit(paras []Para) []Para {
	var out []Para
	for _, p := range paras {
		if p.Heading {
			out = append(out, p)
			continue
		}
		return append(out, Para{Omitted: true, Runs: []Run{{Text: b.t(msgOmitted)}}})
	}
	return out
}

// omitted reports whether a row is nothing but 略.
func omitted(r Row) bool {
	return len(r.Old.Paras) == 1 && r.Old.Paras[0].Omitted && len(r.New.Paras) == 1 && r.New.Paras[0].Omitted
}
