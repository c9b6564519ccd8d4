package parse_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"shinkyu/parse"
	"shinkyu/parse/parsetest"
	"shinkyu/parse/source"
)

// TestLossless holds every file of the folder of real documents against the
// laws, read as what it is and, where it is text, as plain text too.
func TestLossless(t *testing.T) {
	root := parsetest.Corpora(t)
	read := 0
	err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for _, as := range []source.Format{"", source.Text} {
			src, err := source.Read(filepath.Base(path), data, source.Options{As: as})
			if err != nil {
				continue // no document: a spreadsheet, a list
			}
			read++
			t.Run(string(src.Format)+" "+filepath.Base(path), func(t *testing.T) {
				checkLaws(t, parse.Parse(src))
			})
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if read == 0 {
		t.Skip("the folder of real documents is empty")
	}
	t.Logf("%d readings", read)
}
