package report

import (
	"fmt"
	"io"
	"strings"

	"shinkyu/parse/render/column"
	"shinkyu/parse/render/lang"
)

// Options say how a report is written.
type Options struct {
	Lang  lang.Lang
	BOM   bool // CSV begins with a byte order mark
	Width int  // columns of the terminal, for tables; 0: as wide as they are
	Color bool // marks in colour, on a terminal
}

func (o *Options) t(m lang.Text, args ...any) string {
	if len(args) == 0 {
		return m.In(o.Lang)
	}
	return m.Format(o.Lang, args...)
}

func say(ja, en string) lang.Text { return lang.Text{JA: ja, EN: en} }

// table writes rows in columns for a terminal. The last column takes what room
// is left, and the widest of the others is cut where there is none.
func (o *Options) table(w io.Writer, head []string, rows [][]string) error {
	widths := make([]int, len(head))
	for _, r := range append([][]string{head}, rows...) {
		for i, c := range r {
			widths[i] = max(widths[i], column.Of(column.Visible(c)))
		}
	}
	o.fit(widths)
	var b strings.Builder
	for _, r := range append([][]string{head}, rows...) {
		var line strings.Builder
		for i, c := range r {
			if widths[i] > 0 {
				line.WriteString(column.Pad(column.Truncate(column.Visible(c), widths[i]), widths[i]))
				line.WriteString("  ")
			}
		}
		b.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// fit makes columns narrower, the widest first, until they fit.
func (o *Options) fit(widths []int) {
	if o.Width <= 0 {
		return
	}
	for {
		sum, widest := 0, 0
		for i, n := range widths {
			sum += n + 2
			if n > widths[widest] {
				widest = i
			}
		}
		if sum-2 <= o.Width || widths[widest] <= 12 {
			return
		}
		widths[widest] -= min(sum-2-o.Width, widths[widest]-12)
	}
}

// lines gives a place: l. 12, ll. 12–15.
func (o *Options) lines(l [2]int) string {
	switch {
	case l[0] == 0:
		return ""
	case l[1] <= l[0]:
		return o.t(say("%d行", "l. %d"), l[0])
	}
	return o.t(say("%d–%d行", "ll. %d–%d"), l[0], l[1])
}

// place gives page and lines.
func (o *Options) place(l [2]int, page int) string {
	s := o.lines(l)
	if page > 0 {
		s = o.t(say("%d頁", "p. %d"), page) + " " + s
	}
	return strings.TrimSpace(s)
}

func year(fiscalYear int) string {
	if fiscalYear == 0 {
		return ""
	}
	return fmt.Sprint(fiscalYear)
}
