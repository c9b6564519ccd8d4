package docx

import (
	"strings"

	"shinkyu/diff/report/layout"
	"shinkyu/diff/unit"
	"shinkyu/diff/wording"
)

// A slot is a heading or one line of a passage, in the order of its text.
type slot struct {
	unit    *unit.Unit
	passage *unit.Passage // nil for a heading
	marker  string        // what is printed before a passage
}

func slots(units []*unit.Unit) []slot {
	var out []slot
	for _, u := range units {
		if titled(u) {
			out = append(out, slot{unit: u})
		}
		for i := range u.Passages {
			p := &u.Passages[i]
			out = append(out, slot{u, p, markerText(p)})
			for range strings.Count(p.Text.String, "\n") {
				out = append(out, slot{unit: u, passage: p})
			}
		}
	}
	return out
}

// A walker is one side of a runner: how far the edits have come in its text.
type walker struct {
	slots   []slot
	at      int
	pending string        // marker of the passage, not yet written
	touched *unit.Passage // the passage of this side that the paragraph shows
}

// enter prepares the passage that the walker has come to.
func (k *walker) enter() {
	k.pending = ""
	if s := k.now(); s != nil {
		k.pending = s.marker
	}
}

func (k *walker) now() *slot {
	if k.at < len(k.slots) {
		return &k.slots[k.at]
	}
	return nil
}

// headings passes over the headings that come next and gives their units.
func (k *walker) headings() []*unit.Unit {
	var out []*unit.Unit
	for k.at < len(k.slots) && k.slots[k.at].passage == nil {
		out = append(out, k.slots[k.at].unit)
		k.at++
	}
	return out
}

func (k *walker) hasText() bool {
	for i := range k.slots {
		if k.slots[i].passage != nil {
			return true
		}
	}
	return false
}

// A runner writes the edits of one change as paragraphs. A line break of the
// edits is the end of a paragraph, and tracked as any other character: in Word
// a paragraph of which the end is taken out runs on into the next one.
//
// Where the change stands elsewhere in the old text (only is set), what is
// written is the new unit alone, put in as a whole: by the author of moves what
// was there before, by the other what is new, and what was taken out on the
// way is put in and taken out again, which neither text keeps.
type runner struct {
	*redline
	area     *layout.Area
	old, new walker
	only     *unit.Unit
	par      paragraphText
}

func (d *redline) runner(a *layout.Area) *runner { return &runner{redline: d, area: a} }

func (r *runner) units(old, new []*unit.Unit, edits []wording.Edit) {
	r.old.slots, r.new.slots = slots(old), slots(new)
	r.firstHeadings(r.old.headings(), r.new.headings())
	if replaced(edits) {
		r.rest(&r.old, remove)
		r.rest(&r.new, insert)
		return
	}
	r.old.enter()
	r.new.enter()
	texts := r.old.hasText() || r.new.hasText()
	if texts {
		r.begin()
	}
	for _, e := range edits {
		r.edit(e)
	}
	if texts {
		r.flushMarkers()
		r.end(r.lastMark())
	}
	r.old.at++
	r.new.at++
	r.headings(r.old.headings(), remove)
	r.headings(r.new.headings(), insert)
}

// replaced reports whether nothing of the old text stayed.
func replaced(edits []wording.Edit) bool {
	return len(edits) == 2 && edits[0].Op == wording.Delete && edits[1].Op == wording.Insert
}

// rest writes what is left of one side as paragraphs of its own, so that old
// and new ones do not run into each other where they have nothing in common.
func (r *runner) rest(k *walker, m mark) {
	if r.only != nil && m == remove {
		return // the old text stands whole where it was
	}
	for ; k.now() != nil; k.at++ {
		s := k.now()
		switch {
		case r.only != nil && s.unit != r.only:
		case s.passage == nil:
			r.headings([]*unit.Unit{s.unit}, m)
		case k.at == 0 || k.slots[k.at-1].passage != s.passage:
			r.passage(s.passage, m, author)
		}
	}
}

// shown reports whether text belongs to what is written now.
func (r *runner) shown() bool {
	s := r.new.now()
	return r.only == nil || s != nil && s.unit == r.only
}

func (r *runner) begin() {
	r.par = r.redline.begin("Body", indent{})
	r.old.touched, r.new.touched = nil, nil
}

// end closes the paragraph. One of another unit leaves nothing.
func (r *runner) end(m mark) {
	if !r.shown() {
		r.Truncate(r.par.start)
		return
	}
	p := r.new.touched
	if p == nil {
		p = r.old.touched
	}
	if p != nil {
		r.par.in = indented(bodyEm, p.Depth, p.Marker, p.Text.String)
	}
	if r.only != nil {
		m = insert
	}
	r.redline.end(r.par, m)
}

// lastMark is that of the end of the last paragraph, which both texts share
// where both have one.
func (r *runner) lastMark() mark {
	switch {
	case !r.new.hasText():
		return remove
	case !r.old.hasText():
		return insert
	}
	return keep
}

func (r *runner) edit(e wording.Edit) {
	switch {
	case e.Op == wording.Delete:
		r.side(e.Text, remove, author)
	case e.Op == wording.Insert:
		r.side(e.Text, insert, author)
	case e.NewText != "" && e.NewText != e.Text:
		r.side(e.Text, remove, r.mechanicalAuthor)
		r.side(e.NewText, insert, r.mechanicalAuthor)
	default:
		r.side(e.Text, keep, author)
	}
}

func (r *runner) side(text string, m mark, by string) {
	for i, part := range strings.Split(text, "\n") {
		if i > 0 {
			r.newline(m)
		}
		if part != "" {
			r.markers(m)
			r.put(part, m, by)
		}
	}
}

// put writes text, as moved where the change stands elsewhere in the old text.
func (r *runner) put(s string, m mark, by string) {
	if !r.shown() {
		return
	}
	if r.only != nil {
		m, by = moved(m, by, r.movedAuthor)
	}
	r.write(s, m, by)
}

func moved(m mark, by, mover string) (mark, string) {
	switch m {
	case keep:
		return insert, mover
	case remove:
		return brief, by
	}
	return m, by
}

// markers writes the markers of the passages that text under a mark goes into.
func (r *runner) markers(m mark) {
	o, n := "", ""
	if m != insert {
		o, r.old.pending = r.old.pending, ""
		if s := r.old.now(); s != nil {
			r.old.touched = s.passage
		}
	}
	if m != remove {
		n, r.new.pending = r.new.pending, ""
		if s := r.new.now(); s != nil {
			r.new.touched = s.passage
		}
	}
	if o == n {
		r.put(o, keep, author)
		return
	}
	r.put(o, remove, author)
	r.put(n, insert, author)
}

// flushMarkers writes the markers of passages without text.
func (r *runner) flushMarkers() {
	o, n := r.old.pending, r.new.pending
	r.old.pending, r.new.pending = "", ""
	if o == n {
		r.put(o, keep, author)
		return
	}
	r.put(o, remove, author)
	r.put(n, insert, author)
}

// newline ends the paragraph on one side or both.
func (r *runner) newline(m mark) {
	r.markers(m)
	if r.only != nil && m == remove {
		r.put("\n", remove, author)
		r.advance(&r.old)
		return
	}
	r.end(m)
	if m != insert {
		r.headings(r.advance(&r.old), remove)
	}
	if m != remove {
		r.headings(r.advance(&r.new), insert)
	}
	r.begin()
}

func (r *runner) advance(k *walker) []*unit.Unit {
	k.at++
	out := k.headings()
	k.enter()
	return out
}

// headings writes the headings of units after the first.
func (r *runner) headings(units []*unit.Unit, m mark) {
	for _, u := range units {
		switch {
		case r.only == nil:
			r.heading(u, m, author)
		case u == r.only:
			r.heading(u, insert, author)
		}
	}
}

func (r *runner) heading(u *unit.Unit, m mark, by string) {
	p := r.redline.begin(headingStyle(u), indent{})
	if m == insert && r.only != nil {
		r.comment(r.area, false, insert, by)
	}
	r.write(headingText(u), m, by)
	r.redline.end(p, m)
}

// firstHeadings writes the first heading of both sides as one paragraph.
func (r *runner) firstHeadings(old, new []*unit.Unit) {
	if len(old) == 0 || len(new) == 0 {
		r.headings(old, remove)
		r.headings(new, insert)
		return
	}
	if r.only == nil || r.only == new[0] {
		p := r.redline.begin(headingStyle(new[0]), indent{})
		m, by := keep, author
		if r.only != nil {
			m, by = insert, r.movedAuthor
		}
		r.comment(r.area, false, m, by)
		r.pairedHeading(old[0], new[0])
		r.redline.end(p, m)
	}
	r.headings(old[1:], remove)
	r.headings(new[1:], insert)
}

// pairedHeading writes what two headings share once.
func (r *runner) pairedHeading(old, new *unit.Unit) {
	put := func(s string, m mark) {
		by := author
		if r.only != nil {
			m, by = moved(m, by, r.movedAuthor)
		}
		r.write(s, m, by)
	}
	o, n := headMarker(old), headMarker(new)
	if o == n {
		put(o, keep)
	} else {
		put(o, remove)
		put(n, insert)
	}
	oldRuns, newRuns := layout.TitleRuns(headTitle(old), headTitle(new))
	i, j := 0, 0
	for i < len(oldRuns) || j < len(newRuns) {
		for ; i < len(oldRuns) && oldRuns[i].Changed; i++ {
			put(oldRuns[i].Text, remove)
		}
		for ; j < len(newRuns) && newRuns[j].Changed; j++ {
			put(newRuns[j].Text, insert)
		}
		if i < len(oldRuns) {
			put(oldRuns[i].Text, keep)
			i, j = i+1, j+1
		}
	}
}

func headTitle(u *unit.Unit) string { return strings.ReplaceAll(u.Title, "\n", " ") }

func headMarker(u *unit.Unit) string {
	if u.Marker != "" && u.Title != "" {
		return u.Marker + "　"
	}
	return u.Marker
}
