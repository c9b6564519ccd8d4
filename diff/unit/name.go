package unit

import "strings"

// Name is how a unit is called: the markers down to it and its title, as in
// ２›（２）›⑤ 2020年…, its path where it has neither, and nothing for the text
// before the first section. The markers are as printed. An article counts
// through the whole law and needs no chapter before it.
func (u *Unit) Name() string {
	marker := u.Marker
	for p := u.Parent; p != nil; p = p.Parent {
		if p.Marker != "" && !(Article(u.Marker) && division(p.Marker)) {
			marker = p.Marker + "›" + marker
		}
	}
	name := strings.TrimSpace(marker + " " + oneLine(u.Title))
	if name == "" {
		return u.Path
	}
	return name
}

// Article reports whether a marker is that of an article: 第十二条の三.
func Article(marker string) bool {
	return strings.HasPrefix(marker, "第") && strings.Contains(marker, "条")
}

// division reports whether a marker is that of a part of a law that articles
// are grouped in: 第一編, 第二章, 第三節.
func division(marker string) bool {
	return strings.HasPrefix(marker, "第") && strings.ContainsAny(marker, "編章節款目")
}

func oneLine(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == '\n' || r == '\r' || r == '\f' }), " ")
}
