package report

import (
	"fmt"
	"strings"

	"shinkyu/diff"
	"shinkyu/diff/unit"
	"shinkyu/parse/render/column"
)

// nameRunes is how much of a name is shown, in characters: more than any
// title takes, less than a sentence that was taken for one.
const nameRunes = 80

// name is how a unit is called.
func (v *view) name(u *unit.Unit) string {
	name := u.Name()
	if name == "" {
		return v.t(msgBeforeFirst)
	}
	return column.Head(name, nameRunes)
}

// Joined puts sep between a and b where both are there.
func Joined(a, sep, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + sep + b
}

// OneLine puts spaces for the line breaks of a text.
func OneLine(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == '\n' || r == '\r' || r == '\f' }), " ")
}

// names joins the names of several units.
func (v *view) names(units []*unit.Unit) string {
	out := make([]string, len(units))
	for i, u := range units {
		out[i] = v.name(u)
	}
	return strings.Join(out, " ＋ ")
}

// place says where lines stand: 3頁 120–131行, p. 3, l. 120–131.
func (v *view) place(page int, lines [2]int) string {
	if lines[0] == 0 {
		return ""
	}
	span := fmt.Sprint(lines[0])
	if lines[1] > lines[0] {
		span = fmt.Sprintf("%d–%d", lines[0], lines[1])
	}
	if page == 0 {
		return v.f(msgLines, span)
	}
	return v.f(msgPageLines, page, span)
}

func (v *view) placeOf(u *unit.Unit) string { return v.place(u.Page, u.Lines) }

// places joins the places of several units.
func (v *view) places(units []*unit.Unit) string {
	out := make([]string, len(units))
	for i, u := range units {
		out[i] = v.placeOf(u)
	}
	return strings.Join(out, v.t(msgListComma))
}

// passagesPlace is from the first to the last of some passages in a row.
func (v *view) passagesPlace(list []*unit.Passage) string {
	if len(list) == 0 {
		return ""
	}
	return v.place(list[0].Page, [2]int{list[0].Lines[0], list[len(list)-1].Lines[1]})
}

// flags says what else became of an area beside its status.
func (v *view) flags(c *diff.Change) []string {
	var out []string
	if c.Retitled {
		out = append(out, v.t(msgRetitled))
	}
	if c.Renumbered {
		out = append(out, v.t(msgRenumbered))
	}
	if c.Moved {
		out = append(out, v.t(msgMoved))
	}
	return out
}

// label gives the word for a value of a closed set, and the value itself for
// one that a newer library brought in.
func label[K ~string](v *view, table map[K]text, key K) string {
	if m, ok := table[key]; ok {
		return v.t(m)
	}
	return string(key)
}
