package docx

import (
	"slices"
	"testing"

	"shinkyu/diff/report/layout"
	"shinkyu/diff/report/reporttest"
)

// FuzzWrite puts any text into all places of the Word forms: each is a sound
// package, and accepting or rejecting the tracked changes gives the texts.
func FuzzWrite(f *testing.F) {
	for i, s := range reporttest.Hostile {
		f.Add(s, reporttest.Hostile[(i+1)%len(reporttest.Hostile)], i%2 == 0)
	}
	f.Fuzz(func(t *testing.T, a, b string, abridge bool) {
		c := reporttest.Texts(a, b)
		opt := layout.Options{OldFirst: abridge, Abridge: abridge}
		checkStyles(t, unpack(t, tableOf(t, c, opt)))
		parts := unpack(t, redlineOf(t, c, opt))
		checkComments(t, parts)
		body := parts["word/document.xml"].kid("document").kid("body")
		for _, accept := range []bool{true, false} {
			if got, want := paragraphs(body, accept), append(lines(c, !accept), ""); !slices.Equal(got, want) {
				t.Fatalf("accept %v:\n%q\nwant\n%q", accept, got, want)
			}
		}
	})
}
