package docx

import (
	"io"
	"strings"

	"shinkyu/diff"
	"shinkyu/diff/report/layout"
	"shinkyu/diff/unit"
)

// Redline writes one running text with tracked changes.
//
// Differences that are no change of wording (width, numerals, the editions'
// own fiscal years) are tracked too, since accepting must give the new text to
// the letter, but under an author of their own, and so is text that only
// stands elsewhere: Word can show or hide tracked changes by author.
func Redline(out io.Writer, c *diff.Comparison, opt layout.Options) error {
	opt.Abridge = false // the texts must be whole
	r := layout.Of(c, opt)
	d := &redline{Report: r}
	d.mechanicalAuthor = author + msgMechanical.In(r.Lang)
	d.movedAuthor = author + msgMoved.In(r.Lang)
	d.WriteString(header)
	d.open("w:document", "xmlns:w", nsW, "xmlns:r", nsR)
	d.open("w:body")
	d.title(c)
	for _, s := range steps(c) {
		d.step(s)
	}
	d.paragraph("Body", "") // Word cannot strike a text's last paragraph mark
	d.section(pageShort, pageLong, false)
	d.close("w:body")
	d.close("w:document")
	return write(out, assemble(r, d.Bytes(), d.commentPart()), nil)
}

const author = "shinkyu"

var (
	msgMechanical = message{JA: "（表記のみ）", EN: " (mechanical)"}
	msgMoved      = message{JA: "（移動）", EN: " (moved)"}
	msgMovedFrom  = message{JA: "旧の位置：%s", EN: "stood at: %s"}
	msgMovedTo    = message{JA: "新の位置：%s", EN: "stands at: %s"}
)

type redline struct {
	*layout.Report
	writer
	mechanicalAuthor string // of differences that are no change of wording
	movedAuthor      string // of text that stands elsewhere now
	ids              int    // of tracked changes and comments; one sequence
	comments         []comment
	opening          func() // writes what the next paragraph begins with; nil for nothing
}

type comment struct {
	id    int
	lines []string
}

func (d *redline) next() string {
	d.ids++
	return num(d.ids)
}

// A mark is how text or a paragraph's end is tracked.
type mark int

const (
	keep   mark = iota
	insert      // accepted: stays
	remove      // accepted: goes
	brief       // put in and taken out again: neither text has it
	from        // accepted: goes; it stands at the other end of the move
	to          // accepted: stays; it stood at the other end of the move
)

// tracked begins the elements of a mark and gives their ends.
func (d *redline) tracked(m mark, by string) (end string) {
	if name, ok := moveNames[m]; ok {
		d.open(name, "w:id", d.next(), "w:author", by)
		return "</" + name + ">"
	}
	if m == insert || m == brief {
		d.open("w:ins", "w:id", d.next(), "w:author", by)
		end = "</w:ins>"
	}
	if m == remove || m == brief {
		d.open("w:del", "w:id", d.next(), "w:author", by)
		end = "</w:del>" + end
	}
	return end
}

// write writes text under a mark.
func (d *redline) write(s string, m mark, by string) {
	if s == "" {
		return
	}
	end := d.tracked(m, by)
	d.open("w:r")
	name := "w:t"
	if m == remove || m == brief {
		name = "w:delText"
	}
	d.runText(layout.Visible(s), name)
	d.close("w:r")
	d.WriteString(end)
}

// A paragraph's properties stand before its text, and how its end is tracked
// is known only after it; so its text is written apart and put in then.
type paragraphText struct {
	style string
	in    indent
	start int // in the buffer
}

func (d *redline) begin(style string, in indent) paragraphText {
	p := paragraphText{style, in, d.Len()}
	if d.opening != nil {
		d.opening()
		d.opening = nil
	}
	return p
}

// end writes the paragraph with the mark of its end.
func (d *redline) end(p paragraphText, m mark) {
	text := string(d.Bytes()[p.start:])
	d.Truncate(p.start)
	d.open("w:p")
	d.open("w:pPr")
	d.val("w:pStyle", p.style)
	d.indent(p.in)
	if m != keep {
		d.open("w:rPr")
		if m == insert || m == brief {
			d.empty("w:ins", "w:id", d.next(), "w:author", author)
		}
		if m == remove || m == brief {
			d.empty("w:del", "w:id", d.next(), "w:author", author)
		}
		if name, ok := moveNames[m]; ok {
			d.empty(name, "w:id", d.next(), "w:author", d.movedAuthor)
		}
		d.close("w:rPr")
	}
	d.close("w:pPr")
	d.WriteString(text)
	d.close("w:p")
}

// title writes the titles of both documents as one.
func (d *redline) title(c *diff.Comparison) {
	o, n := docTitle(c.Old), docTitle(c.New)
	p := d.begin("Title", indent{})
	if o == n {
		d.write(o, keep, author)
	} else {
		d.write(o, remove, author)
		d.write(n, insert, author)
	}
	d.end(p, keep)
}

func docTitle(e *diff.Edition) string {
	if e == nil || e.Doc == nil {
		return ""
	}
	return strings.ReplaceAll(e.Doc.Meta.Title, "\n", " ")
}

func (d *redline) step(s step) {
	a := d.Areas[s.change]
	switch s.kind {
	case inPlace:
		r := d.runner(a)
		r.units(a.Change.Old, a.Change.New, layout.Edits(a.Change.Edits, a.Change.Old, a.Change.New))
	case movedHere:
		if len(a.Change.Old) == 0 {
			d.alone(a, s.unit, insert, author)
			return
		}
		if sameText(a.Change) {
			d.moved(a, to)
			return
		}
		r := d.runner(a)
		r.only = s.unit
		r.units(a.Change.Old, a.Change.New, layout.Edits(a.Change.Edits, a.Change.Old, a.Change.New))
	case gone:
		if sameText(a.Change) {
			d.moved(a, from)
			return
		}
		by := author
		if len(a.Change.New) > 0 {
			by = d.movedAuthor
		}
		d.alone(a, s.unit, remove, by)
	}
}

// alone writes a unit that stands here in one text only, word for word.
func (d *redline) alone(a *layout.Area, u *unit.Unit, m mark, by string) {
	d.heading(a, u, m, by)
	for i := range u.Passages {
		d.passage(&u.Passages[i], m, by)
	}
}

// heading writes the heading of a unit that stands here in one text only.
func (d *redline) heading(a *layout.Area, u *unit.Unit, m mark, by string) {
	if !titled(u) {
		return
	}
	p := d.begin(headingStyle(u), indent{})
	d.comment(a, (m == remove || m == from) && len(a.Change.New) > 0, m, by)
	d.write(headingText(u), m, by)
	d.end(p, m)
}

func (d *redline) passage(p *unit.Passage, m mark, by string) {
	for k, line := range strings.Split(p.Text.String, "\n") {
		marker := ""
		if k == 0 {
			marker = markerText(p)
		}
		text := d.begin("Body", indented(bodyEm, p.Depth, p.Marker, line))
		d.write(marker+line, m, by)
		d.end(text, m)
	}
}

const bodyEm = 210 // twips

func titled(u *unit.Unit) bool { return u.Marker != "" || u.Title != "" }

func headingText(u *unit.Unit) string {
	s := strings.ReplaceAll(u.Title, "\n", " ")
	if u.Marker == "" || s == "" {
		return u.Marker + s
	}
	return u.Marker + "　" + s
}

func headingStyle(u *unit.Unit) string {
	n := 1
	for p := u.Parent; p != nil; p = p.Parent {
		n++
	}
	return "Heading" + num(min(n, 6))
}

func markerText(p *unit.Passage) string {
	if p.Marker == "" {
		return ""
	}
	return p.Marker + "　"
}

// comment hangs what 備考 would say of an area on its heading, and on the old
// place of one that stands elsewhere now where it went. Its sign is tracked as
// the heading is, so that it goes where the heading goes.
func (d *redline) comment(a *layout.Area, oldPlace bool, m mark, by string) {
	lines := remarks(d.Report, a)
	if oldPlace {
		lines = []string{a.Label, msgMovedTo.Format(d.Lang, a.Name)}
	} else if len(a.Old) > 0 && len(a.New) > 0 {
		var names []string
		for _, u := range a.Old {
			names = append(names, u.Name)
		}
		lines = append(lines, msgMovedFrom.Format(d.Lang, strings.Join(names, " ＋ ")))
	}
	d.ids++
	d.comments = append(d.comments, comment{d.ids, lines})
	id := num(d.ids)
	end := d.tracked(m, by)
	d.open("w:r")
	d.open("w:rPr")
	d.val("w:rStyle", "CommentReference")
	d.close("w:rPr")
	d.empty("w:commentReference", "w:id", id)
	d.close("w:r")
	d.WriteString(end)
}

func (d *redline) commentPart() []byte {
	w := &writer{}
	w.WriteString(header)
	w.open("w:comments", "xmlns:w", nsW)
	for _, c := range d.comments {
		w.open("w:comment", "w:id", num(c.id), "w:author", author, "w:initials", "s")
		for _, line := range c.lines {
			w.paragraph("CommentText", line)
		}
		w.close("w:comment")
	}
	w.close("w:comments")
	return w.Bytes()
}
