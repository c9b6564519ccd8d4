package html

import (
	"testing"

	"golang.org/x/net/html"

	"shinkyu/diff/report/layout"
	"shinkyu/diff/report/reporttest"
)

// FuzzWrite puts any text into all places of a page: it stays text, and what
// the 新旧対照表 says reads back.
func FuzzWrite(f *testing.F) {
	for i, s := range reporttest.Hostile {
		f.Add(s, reporttest.Hostile[(i+1)%len(reporttest.Hostile)], i%2 == 0)
	}
	f.Fuzz(func(t *testing.T, a, b string, oldFirst bool) {
		c, opt := reporttest.Texts(a, b), layout.Options{OldFirst: oldFirst}
		doc := parsed(t, pageOf(t, c, opt))
		if n := len(all(doc, "script")) + len(all(doc, "style")); n != 2 {
			t.Fatalf("%d scripts and styles", n)
		}
		for _, n := range all(doc, "") {
			checkAttributes(t, n)
		}
		r := layout.Of(c, opt)
		var rows []*html.Node
		for _, body := range all(doc, "tbody") {
			if class(body, "rows") {
				rows = append(rows, all(body, "tr")...)
			}
		}
		for _, area := range r.Areas {
			for _, row := range area.Rows {
				cells := all(rows[0], "td")
				rows = rows[1:]
				for k, s := range r.Sides {
					if got, want := cellText(cells[k]), wantCell(row.Side(s), s); got != want {
						t.Fatalf("%q, want %q", got, want)
					}
				}
			}
		}
		if len(rows) != 0 {
			t.Fatalf("%d rows too many", len(rows))
		}
	})
}
