package docx

import (
	"shinkyu/diff"
	"shinkyu/diff/report/layout"
	"shinkyu/diff/unit"
)

// moveNames are the elements of the marks of a move (ECMA-376 part 1,
// 17.13.5.21 to 28).
var moveNames = map[mark]string{from: "w:moveFrom", to: "w:moveTo"}

// sameText reports whether one unit became one with the same paragraphs. Where
// it stands elsewhere now, it is a move as Word knows it. Word takes both ends
// of a move for one text, so a unit that was reworded too is none.
func sameText(c *diff.Change) bool {
	if len(c.Old) != 1 || len(c.New) != 1 {
		return false
	}
	o, n := c.Old[0], c.New[0]
	if len(o.Passages) != len(n.Passages) || len(o.Passages) == 0 && !sameHeading(o, n) {
		return false
	}
	for i := range o.Passages {
		p, q := &o.Passages[i], &n.Passages[i]
		if markerText(p) != markerText(q) || p.Text.String != q.Text.String {
			return false
		}
	}
	return true
}

func sameHeading(o, n *unit.Unit) bool { return titled(o) && headingText(o) == headingText(n) }

// moved writes one end of a move. A heading that is another one now, if only
// by its number, stays outside: it is struck here and put in there.
func (d *redline) moved(a *layout.Area, m mark) {
	o, n := a.Change.Old[0], a.Change.New[0]
	here, same := n, sameHeading(o, n)
	if m == from {
		here = o
	}
	if !same {
		d.otherHeading(a, o, n, m)
	}
	id := d.next()
	d.opening = func() { d.moveStart(m, id, a.ID) }
	if same {
		d.heading(a, here, m, d.movedAuthor)
	}
	for i := range here.Passages {
		d.passage(&here.Passages[i], m, d.movedAuthor)
	}
	d.empty(moveNames[m]+"RangeEnd", "w:id", id)
}

// otherHeading writes the heading of a unit that moved under another one, at
// its old place or at its new.
func (d *redline) otherHeading(a *layout.Area, o, n *unit.Unit, m mark) {
	if m == from {
		d.heading(a, o, remove, d.movedAuthor)
		return
	}
	r := d.runner(a)
	r.only = n
	r.firstHeadings(heads(o), heads(n))
}

// heads gives a unit that has a heading.
func heads(u *unit.Unit) []*unit.Unit {
	if titled(u) {
		return []*unit.Unit{u}
	}
	return nil
}

// moveStart begins the range of a move. Both ends have one name. The schema
// asks for a date here, and the same comparison must give the same bytes; so it
// is the first that the package can hold.
func (d *redline) moveStart(m mark, id, name string) {
	d.empty(moveNames[m]+"RangeStart", "w:id", id, "w:name", "move-"+name, "w:author", d.movedAuthor, "w:date", epoch.Format("2006-01-02T15:04:05Z"))
}
