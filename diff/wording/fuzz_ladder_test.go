package wording

import (
	"strings"
	"testing"
)

// FuzzReadLadder holds that any table of commitment is read or refused with
// its line, and that sentences can be compared by what was read.
func FuzzReadLadder(f *testing.F) {
	f.Add("5 実施する\n2 検討する # 弱い\n4 〜なければならない\n")
	f.Add(ladder)
	f.Add("x y z\n")
	f.Add("99999999999999999999 a\n-1 〜\n\x00\xff")
	r := Compare("重要な施策の在り方を検討する。", "重要な施策の在り方を実施しなければならない。", options(f))
	f.Fuzz(func(t *testing.T, table string) {
		l, err := ReadLadder(strings.NewReader(table))
		if err != nil {
			if !strings.HasPrefix(err.Error(), "line ") && !strings.Contains(err.Error(), "token too long") {
				t.Fatalf("no line in %q", err)
			}
			return
		}
		for _, c := range r.Commitments(l) {
			if c.OldRung == c.NewRung {
				t.Fatalf("%+v is no change", c)
			}
		}
	})
}
