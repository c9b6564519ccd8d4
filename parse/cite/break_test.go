package cite

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

// summary is what an index says, places left out.
func summary(ix *Index) string {
	var b strings.Builder
	for _, w := range ix.Works {
		fmt.Fprintf(&b, "%s %s %s %s %v", w.Kind, w.Title, w.Number, w.Version, w.Aliases)
		for _, e := range w.Events {
			fmt.Fprintf(&b, " %s/%s/%s", e.Date.EDTF, e.Body, e.Act)
		}
		b.WriteByte('\n')
		for _, m := range w.Mentions {
			fmt.Fprintf(&b, "  %s %s %s\n", m.Form, m.Text, m.Pinpoint)
		}
	}
	return b.String()
}

// stride is how many characters lie between the breaks that are tried.
const stride = 13

// TestBreaks breaks the samples with a newline at one character after the
// other: works and mentions stay the same.
func TestBreaks(t *testing.T) {
	for _, name := range []string{"fy2020", "fy2024"} {
		text := sample(t, name)
		want := summary(index(t, name+".txt", text))
		tried, kept := 0, 0
		for i := 0; i < len(text); {
			_, w := utf8.DecodeRuneInString(text[i:])
			i += w
			if (i/3)%stride != 0 || i == len(text) {
				continue
			}
			tried++
			got := summary(index(t, name+".txt", text[:i]+"\n"+text[i:]))
			if got == want {
				kept++
			} else if *verbose {
				t.Logf("%s at %d: %q\n%s", name, i, text[max(0, i-30):i]+"⏎"+text[i:min(len(text), i+30)], difference(want, got))
			}
		}
		t.Logf("%s: %d of %d breaks change nothing", name, kept, tried)
		if float64(kept) < 0.98*float64(tried) {
			t.Errorf("%s: %d of %d breaks change what is found", name, tried-kept, tried)
		}
	}
}

// difference gives the lines that only one of two summaries has.
func difference(want, got string) string {
	count := map[string]int{}
	for _, l := range strings.Split(want, "\n") {
		count[l]++
	}
	var b strings.Builder
	for _, l := range strings.Split(got, "\n") {
		if count[l]--; count[l] < 0 {
			b.WriteString("  + " + l + "\n")
		}
	}
	for _, l := range strings.Split(want, "\n") {
		if count[l] > 0 {
			b.WriteString("  - " + l + "\n")
			count[l]--
		}
	}
	return b.String()
}
