package report

import (
	"os"
	"path/filepath"
	"testing"

	"shinkyu/diff"
	"shinkyu/parse"
	"shinkyu/parse/parsetest"
	"shinkyu/parse/render/lang"
	"shinkyu/parse/source"
)

// TestRealEditions: the report on real editions, each against the one before
// it, holds their text as it is.
func TestRealEditions(t *testing.T) {
	corpora := parsetest.Corpora(t)
	var folders []string
	for _, pattern := range []string{"laws/*", "nbdc/editions/*"} {
		found, err := filepath.Glob(filepath.Join(corpora, pattern))
		if err != nil {
			t.Fatal(err)
		}
		folders = append(folders, found...)
	}
	pairs := 0
	for _, folder := range folders {
		files, err := filepath.Glob(filepath.Join(folder, "*.[hm]*"))
		if err != nil {
			t.Fatal(err)
		}
		if len(files) > 4 {
			files = files[len(files)-4:] // the latest are the longest
		}
		for i := 1; i < len(files); i++ {
			reportOn(t, files[i-1], files[i])
			pairs++
		}
	}
	t.Logf("%d reports checked", pairs)
}

func reportOn(t *testing.T, older, newer string) {
	t.Helper()
	c, err := diff.Compare(read(t, "", older), read(t, "", newer), diff.Options{})
	if err != nil {
		t.Fatal(err)
	}
	got := markdownOf(t, c, Options{Lang: lang.Japanese, ShowMechanical: true})
	check(t, got)
	checkPipes(t, got)
	checkLinks(t, got)
	if t.Failed() {
		t.Fatalf("in the report on %s and %s", older, newer)
	}
}

// read reads and parses the document of that name in a folder.
func read(t testing.TB, folder, name string) *parse.Document {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(folder, name))
	if err != nil {
		t.Fatal(err)
	}
	src, err := source.Read(name, data, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return parse.Parse(src)
}
