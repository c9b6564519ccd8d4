package xlsx

import (
	"unicode/utf16"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"shinkyu/diff/report/layout"
)

// A cell is text in runs, or a number.
type cell struct {
	runs    []layout.Run
	number  float64
	numeric bool
	link    string
}

func text(s string) cell { return cell{runs: []layout.Run{{Text: s}}} }

func number(n int) cell { return cell{number: float64(n), numeric: true} }

func value(v layout.Value) cell {
	if v.Numeric {
		return cell{number: v.Number, numeric: true}
	}
	return cell{runs: []layout.Run{{Text: v.Text}}, link: v.Link}
}

// passages joins the paragraphs of a side's cell by line breaks.
func passages(c *layout.Cell) cell {
	var out cell
	add := func(r layout.Run) {
		if r.Text != "" {
			out.runs = append(out.runs, layout.Run{Text: r.Text, Changed: r.Changed})
		}
	}
	for i := range c.Paras {
		p := &c.Paras[i]
		if i > 0 {
			add(layout.Run{Text: "\n"})
		}
		add(p.Marker)
		if p.Marker.Text != "" && len(p.Runs) > 0 {
			add(layout.Run{Text: "　"})
		}
		for _, r := range p.Runs {
			add(r)
		}
	}
	if c.Absent != "" {
		add(layout.Run{Text: c.Absent})
	}
	return out
}

// most is how many UTF-16 units a cell holds.
const most = excelize.TotalCellChars

func units(s string) int { return len(utf16.Encode([]rune(s))) }

// pieces cuts a cell into as many as its text needs.
func (c cell) pieces() []cell {
	if c.numeric {
		return []cell{c}
	}
	out := []cell{{link: c.link}}
	room := most
	for _, r := range c.runs {
		for r.Text != "" {
			head, tail := cut(r.Text, room)
			last := &out[len(out)-1]
			if head != "" {
				last.runs = append(last.runs, layout.Run{Text: head, Changed: r.Changed})
				room -= units(head)
			}
			if tail != "" {
				out = append(out, cell{})
				room = most
			}
			r.Text = tail
		}
	}
	return out
}

// cut divides s before the rune that no longer fits into room units.
func cut(s string, room int) (head, tail string) {
	if len(s) <= room { // never more units than bytes
		return s, ""
	}
	used := 0
	for i, r := range s {
		n := 1
		if r > 0xFFFF {
			n = 2
		}
		if used+n > room {
			return s[:i], s[i:]
		}
		used += n
	}
	return s, ""
}

// plain gives the text of a cell where none of it is marked.
func (c cell) plain() (string, bool) {
	s := ""
	for _, r := range c.runs {
		if r.Changed {
			return "", false
		}
		s += r.Text
	}
	return s, utf8.ValidString(s)
}
