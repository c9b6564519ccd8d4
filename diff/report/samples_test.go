package report

import (
	"bytes"
	"os"
	"testing"

	"shinkyu/diff"
	"shinkyu/parse/parsetest"
	"shinkyu/parse/render/lang"
)

// samples compares the two sample documents.
func samples(t testing.TB) *diff.Comparison {
	t.Helper()
	older, newer := read(t, "../..", "testdata/fy2020.txt"), read(t, "../..", "testdata/fy2024.txt")
	c, err := diff.Compare(older, newer, diff.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestSamples keeps a whole report of the sample documents, so that every
// change of it is seen. Where a change is meant, -update rewrites it.
func TestSamples(t *testing.T) {
	c := samples(t)
	opt := Options{Lang: lang.Japanese, Command: "shinkyu diff testdata/fy2020.txt testdata/fy2024.txt --lang ja"}
	got := markdownOf(t, c, opt)
	check(t, got)
	checkPipes(t, got)
	const golden = "testdata/samples.ja.md"
	if parsetest.Updating() {
		if err := os.WriteFile(golden, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("the report differs from %s: go test ./diff/report -update rewrites it; see git diff what changed", golden)
	}
	check(t, markdownOf(t, c, Options{Lang: lang.English, ShowMechanical: true}))
}

func BenchmarkMarkdown(b *testing.B) {
	c := samples(b)
	b.SetBytes(int64(len(markdownOf(b, c, Options{}))))
	b.ReportAllocs()
	for b.Loop() {
		if err := Markdown(&bytes.Buffer{}, c, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
