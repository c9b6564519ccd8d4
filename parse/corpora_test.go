package parse_test

import (
	"os"
	"path/filepath"
	"testing"
)

// corpora is the folder of real documents beside the module; tests that read
// it are skipped where it is not there.
func corpora(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		dir = filepath.Dir(dir)
	}
	dir = filepath.Join(dir, "..", "shared", "corpora")
	if _, err := os.Stat(dir); err != nil {
		t.Skip("no folder of real documents beside the module")
	}
	return dir
}
