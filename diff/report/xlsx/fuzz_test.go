package xlsx

import (
	"encoding/xml"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"shinkyu/diff/report/layout"
	"shinkyu/diff/report/reporttest"
)

// FuzzWrite puts any text into all places of a workbook: no formula, no link
// of the text's own, and every cell reads back.
func FuzzWrite(f *testing.F) {
	for i, s := range reporttest.Hostile {
		f.Add(s, reporttest.Hostile[(i+1)%len(reporttest.Hostile)])
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		r := layout.Of(reporttest.Texts(a, b), layout.Options{})
		data := bookOf(t, reporttest.Texts(a, b), layout.Options{})
		for name, part := range parts(t, data) {
			elements(t, name, part, func(e xml.StartElement) {
				if e.Name.Local == "f" && strings.HasPrefix(name, "xl/worksheets/") {
					t.Fatalf("%s has a formula", name)
				}
			})
		}
		book := open(t, data)
		for _, s := range sheets(r) {
			rows, err := book.GetRows(s.name, excelize.Options{RawCellValue: true})
			if err != nil || len(rows) != len(s.rows)+1 {
				t.Fatalf("%s: %d rows, want %d: %v", s.name, len(rows), len(s.rows)+1, err)
			}
			for n, row := range s.rows {
				for k, want := range row {
					if got := at(rows[n+1], k); !want.numeric && got != joined(want) {
						t.Fatalf("%s, row %d, column %d: %q, want %q", s.name, n, k, got, joined(want))
					}
				}
			}
		}
	})
}
