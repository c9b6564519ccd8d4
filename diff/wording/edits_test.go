package wording

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"shinkyu/parse/parsetest"
)

// TestEdits tries the pairs of texts of testdata/edits.txt, in both
// directions. With -update it writes what is shown of them.
func TestEdits(t *testing.T) {
	const path = "testdata/edits.txt"
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	opt := options(t)
	var b strings.Builder
	older := ""
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "= ") {
			continue
		}
		b.WriteString(line + "\n")
		if text, ok := strings.CutPrefix(line, "- "); ok {
			older = lines(text)
		}
		if text, ok := strings.CutPrefix(line, "+ "); ok {
			b.WriteString(shown(older, lines(text), opt))
			checkLaws(t, older, lines(text), opt)
		}
	}
	parsetest.Golden(t, path, b.String())
}

func lines(s string) string { return strings.ReplaceAll(s, `\n`, "\n") }

// shown is all that a reader is told of two texts.
func shown(older, newer string, opt Options) string {
	r := Compare(older, newer, opt)
	var b strings.Builder
	fmt.Fprintf(&b, "= %s\n= share %.2f", strings.ReplaceAll(show(r.Edits), "\n", `\n`), r.Share)
	if r.Whole {
		b.WriteString(", whole")
	}
	for _, k := range Mechanicals {
		if n := r.Counts[k]; n > 0 {
			fmt.Fprintf(&b, ", %s %d", k, n)
		}
	}
	b.WriteByte('\n')
	for _, p := range r.Pairs {
		fmt.Fprintf(&b, "= %s → %s %.2f\n", p.Old, p.New, p.Share)
	}
	for _, c := range r.Commitments(DefaultLadder()) {
		fmt.Fprintf(&b, "= %s %d → %s %d\n", c.OldVerb, c.OldRung, c.NewVerb, c.NewRung)
	}
	for _, n := range r.NumberChanges(opt.OldFiscalYear, opt.NewFiscalYear) {
		fmt.Fprintf(&b, "= %s %s → %s\n", n.Kind, n.Old, n.New)
	}
	return b.String()
}
