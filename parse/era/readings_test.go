package era

import (
	"fmt"
	"strings"
	"testing"

	"shinkyu/parse/parsetest"
)

// TestReadings holds all that is read of short texts as documents have them:
// each with the date of its document where one is asked for (behind @).
func TestReadings(t *testing.T) {
	parsetest.List(t, "testdata/readings.txt", func(t *testing.T, input string) string {
		got := reading(input)
		if strings.Contains(got, misplaced) {
			t.Errorf("%q is read as\n%s", input, got)
		}
		return got
	})
}

// misplaced marks an expression that is not the text at its place.
const misplaced = "MISPLACED"

// reading is all that is read of a text, once by itself and once for each
// date of a document behind @.
func reading(input string) string {
	text, dates, _ := strings.Cut(input, " @")
	var b strings.Builder
	if n, ok := Number(text); ok {
		fmt.Fprintf(&b, "number %d\n", n)
	}
	list := Scan(text)
	for _, e := range list {
		fmt.Fprintf(&b, "%s\n", tell(text, &e))
	}
	if dates == "" {
		return b.String()
	}
	for date := range strings.SplitSeq(dates, " @") {
		for _, e := range Resolve(list, date) {
			if e.Relative {
				fmt.Fprintf(&b, "@%s %s\n", date, tell(text, &e))
			}
		}
	}
	return b.String()
}

func tell(text string, e *Expr) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s = %s", e.Kind, flat.Replace(e.Text), e.EDTF)
	if text[e.Start:e.End] != e.Text {
		b.WriteString(misplaced)
	}
	if e.FiscalYear != 0 {
		fmt.Fprintf(&b, ", fiscal year %d", e.FiscalYear)
	}
	if e.Era != "" || e.EraYear != 0 {
		fmt.Fprintf(&b, ", %s %d", e.Era, e.EraYear)
	}
	if e.Open {
		b.WriteString(", open")
	}
	if e.Relative {
		b.WriteString(", relative")
	}
	if e.Counted != "" {
		fmt.Fprintf(&b, ", counted %s", e.Counted)
	}
	if e.Err != nil {
		fmt.Fprintf(&b, ", %v", e.Err)
	}
	return b.String()
}

// flat shows the breaks of a text in one line.
var flat = strings.NewReplacer("\n", `\n`, "\r", `\r`, "\t", `\t`, "\f", `\f`, "\u00a0", `\u00a0`)
