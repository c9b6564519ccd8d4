package report

import (
	"strings"

	"shinkyu/diff"
	"shinkyu/diff/unit"
	"shinkyu/diff/wording"
)

// A line is a passage with the edits inside it, as a reader sees it: a
// paragraph that stayed, was reworded, came in or went out.
type line struct {
	runs     []wording.Edit // no text of them holds a line break
	old, new []*unit.Passage
}

// changed reports whether anything in the line was deleted or inserted.
func (l *line) changed() bool {
	for _, r := range l.runs {
		if r.Op != wording.Equal {
			return true
		}
	}
	return false
}

// returnMark stands for the end of a paragraph that was joined with the next
// one, or cut in two.
const returnMark = "↵"

// lines cuts the edits of a change at the ends of its passages. A passage that
// was deleted or inserted whole stands on a line of its own; where two were
// joined or one was cut, the mark ↵ shows the place.
func lines(c *diff.Change) []line {
	s := splitter{
		old: side{passages: passages(c.Old)}, new: side{passages: passages(c.New)},
	}
	s.old.kept = kept(c.Edits, wording.Delete, len(s.old.passages))
	s.new.kept = kept(c.Edits, wording.Insert, len(s.new.passages))
	for _, e := range c.Edits {
		s.edit(e)
	}
	s.flush()
	return s.out
}

func passages(units []*unit.Unit) []*unit.Passage {
	var out []*unit.Passage
	for _, u := range units {
		for i := range u.Passages {
			out = append(out, &u.Passages[i])
		}
	}
	return out
}

// kept tells of each passage of one side, which op takes away or brings in,
// whether any of its text is in an equal run.
func kept(edits []wording.Edit, op wording.Op, n int) []bool {
	out := make([]bool, n+1)
	at := 0
	for _, e := range edits {
		if e.Op != wording.Equal && e.Op != op {
			continue
		}
		text := e.Text
		if op == wording.Insert {
			text = newText(e)
		}
		for i, part := range strings.Split(text, "\n") {
			if i > 0 {
				at++
			}
			if e.Op == wording.Equal && strings.TrimSpace(part) != "" && at < len(out) {
				out[at] = true
			}
		}
	}
	return out
}

// newText is what an insert or equal run gives to the new text.
func newText(e wording.Edit) string {
	if e.Op == wording.Equal && e.Mechanical != "" {
		return e.NewText
	}
	return e.Text
}

// A side is one document's passages and how far the edits have come in them.
type side struct {
	passages []*unit.Passage
	kept     []bool
	at       int
}

func (s *side) now() *unit.Passage {
	if s.at < len(s.passages) {
		return s.passages[s.at]
	}
	return nil
}

// whole reports whether the passage i came in or went out whole.
func (s *side) whole(i int) bool { return i < len(s.kept) && !s.kept[i] }

type splitter struct {
	old, new side
	cur      line
	class    wording.Op // Delete or Insert inside a passage that went or came whole
	out      []line
}

func (s *splitter) edit(e wording.Edit) {
	if e.Op == wording.Equal && strings.Count(e.Text, "\n") != strings.Count(newText(e), "\n") {
		// A difference of wrap across passages: shown as the new one has it.
		s.old.at += strings.Count(e.Text, "\n")
		s.text(wording.Edit{Op: e.Op, Text: strings.ReplaceAll(newText(e), "\n", returnMark)})
		s.new.at += strings.Count(newText(e), "\n")
		return
	}
	news := strings.Split(newText(e), "\n")
	for i, part := range strings.Split(e.Text, "\n") {
		if i > 0 {
			s.newline(e.Op)
		}
		run := wording.Edit{Op: e.Op, Text: part}
		if e.Mechanical != "" && news[i] != part {
			run.NewText, run.Mechanical = news[i], e.Mechanical
		}
		s.text(run)
	}
}

// text adds a run to the line, after a new beginning where it passes into or
// out of a passage that came or went whole.
func (s *splitter) text(run wording.Edit) {
	if run.Text == "" && run.NewText == "" {
		return
	}
	class := wording.Equal
	switch {
	case run.Op == wording.Delete && s.old.whole(s.old.at):
		class = wording.Delete
	case run.Op == wording.Insert && s.new.whole(s.new.at):
		class = wording.Insert
	}
	if class != s.class {
		s.flush()
		s.class = class
	}
	s.cur.runs = append(s.cur.runs, run)
	if run.Op != wording.Insert {
		s.cur.old = touch(s.cur.old, s.old.now())
	}
	if run.Op != wording.Delete {
		s.cur.new = touch(s.cur.new, s.new.now())
	}
}

func touch(list []*unit.Passage, p *unit.Passage) []*unit.Passage {
	if p == nil || len(list) > 0 && list[len(list)-1] == p {
		return list
	}
	return append(list, p)
}

// newline passes the end of a passage.
func (s *splitter) newline(op wording.Op) {
	switch op {
	case wording.Equal:
		s.flush()
		s.old.at++
		s.new.at++
	case wording.Delete:
		if s.old.whole(s.old.at) || s.old.whole(s.old.at+1) {
			s.flush()
		} else {
			s.text(wording.Edit{Op: op, Text: returnMark})
		}
		s.old.at++
	case wording.Insert:
		if !s.new.whole(s.new.at) && !s.new.whole(s.new.at+1) {
			s.text(wording.Edit{Op: op, Text: returnMark})
		}
		s.flush()
		s.new.at++
	}
}

func (s *splitter) flush() {
	if len(s.cur.runs) > 0 {
		s.out = append(s.out, s.cur)
	}
	s.cur = line{}
}
