package pdf

import (
	"strings"

	"shinkyu/parse/lazy"
)

// Running heads and page numbers stand in the outer tenth of a page, above the
// first or below the last line of the text, and say the same on many pages but
// for the numbers in them.
const (
	headZone = 0.12
	footZone = 0.88
	zoneRows = 3 // lines at each end that are looked at
)

var (
	digits     = lazy.Pattern(`[0-9０-９]+|\b[ivxl]+\b`)
	pageNumber = lazy.Pattern(`^[-－–—‐―〜~\s　(（<＜\[]*(?:[Pp]\.?\s*)?(?:[0-9０-９]{1,4}|[ivxlIVXLⅰ-ⅿⅠ-Ⅿ]{1,6})(?:\s*[/／]\s*[0-9０-９]{1,4})?(?:\s*(?:ページ|頁))?[-－–—‐―〜~\s　)）>＞\]]*$`)
)

// setFurniture marks the lines of all pages that are no part of the text.
func setFurniture(pages [][]*Line) {
	seen := map[string]int{}
	for _, lines := range pages {
		once := map[string]bool{}
		for _, l := range outer(lines) {
			if key := masked(l); !once[key] {
				once[key] = true
				seen[key]++
			}
		}
	}
	for _, lines := range pages {
		for _, l := range outer(lines) {
			switch n := seen[masked(l)]; {
			case pageNumber().MatchString(l.Text):
				l.Furniture = "page number"
			case len(pages) >= 2 && n >= 2 && 4*n >= len(pages) || n >= 4:
				l.Furniture = "running head"
				if l.Top > 0.5 {
					l.Furniture = "running foot"
				}
			}
		}
	}
}

// masked is a line without its numbers, with the end of the page it stands at.
func masked(l *Line) string {
	end := "head "
	if l.Top > 0.5 {
		end = "foot "
	}
	return end + digits().ReplaceAllString(strings.ReplaceAll(l.Text, "　", ""), "#")
}

// outer gives the lines in the zones at the head and the foot. Lines of
// columns and of tables are none.
func outer(lines []*Line) []*Line {
	var out []*Line
	for i, n := 0, 0; i < len(lines) && n < zoneRows; i, n = i+1, n+1 {
		if l := lines[i]; l.Top < headZone && l.Rows == nil {
			out = append(out, l)
		}
	}
	for i, n := len(lines)-1, 0; i >= 0 && n < zoneRows; i, n = i-1, n+1 {
		if l := lines[i]; l.Top > footZone && l.Rows == nil {
			out = append(out, l)
		}
	}
	return out
}
