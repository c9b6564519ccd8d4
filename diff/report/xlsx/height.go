package xlsx

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"shinkyu/parse/render/column"
)

// lineHeight is that of 游明朝 and 游ゴシック in 10 points, in points.
const lineHeight = 17

// points gives the points that a row needs. Programs that open a workbook do
// not all reckon it themselves, and those that do not would show one line.
func points(s *sheet, cells []cell) float64 {
	lines := 1
	for i, c := range cells {
		if i < len(s.columns) && !c.numeric {
			lines = max(lines, wrapped(c, s.columns[i].width))
		}
	}
	return min(float64(lines*lineHeight+3), excelize.MaxRowHeight)
}

// wrapped is how many lines a cell's text takes in a column, in ems. Half an em
// is kept for the margins, and an em for what may not end or begin a line.
func wrapped(c cell, width int) int {
	room := max(2*width-3, 2)
	n := 0
	text := ""
	for _, r := range c.runs {
		text += r.Text
	}
	for line := range strings.SplitSeq(text, "\n") {
		n += max((column.Of(line)+room-1)/room, 1)
	}
	return n
}
