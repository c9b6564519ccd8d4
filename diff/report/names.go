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

// name is how a unit is called: the markers down to it and its title, as in
// ２›（２）›⑤ 2020年…. The markers are as printed. An article counts through the
// whole law and needs no chapter before it.
func (v *view) name(u *unit.Unit) string {
	if u.Section == nil && u.Path == "" {
		return v.t(msgBeforeFirst)
	}
	marker := u.Marker
	for p := u.Parent; p != nil; p = p.Parent {
		if p.Marker != "" && !(article(u.Marker) && division(p.Marker)) {
			marker = joined(p.Marker, "›", marker)
		}
	}
	name := joined(marker, " ", oneLine(u.Title))
	if name == "" {
		return u.Path
	}
	return column.Head(name, nameRunes)
}

// article reports whether a marker is that of an article: 第十二条の三.
func article(marker string) bool {
	return strings.HasPrefix(marker, "第") && strings.Contains(marker, "条")
}

// division reports whether a marker is that of a part of a law that articles
// are grouped in: 第一編, 第二章, 第三節.
func division(marker string) bool {
	return strings.HasPrefix(marker, "第") && strings.ContainsAny(marker, "編章節款目")
}

// joined puts sep between a and b where both are there.
func joined(a, sep, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + sep + b
}

func oneLine(s string) string {
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
