package parsetest

import (
	"os"
	"path/filepath"
	"testing"
)

// Corpora is a folder or file of the real documents beside the project,
// ../shared/corpora as seen from its root. Where it is absent the test is
// skipped, and says so: those documents are not part of the project.
func Corpora(t testing.TB, elem ...string) string {
	t.Helper()
	path := filepath.Join(append([]string{root(t), "..", "shared", "corpora"}, elem...)...)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("no real documents beside the project: %v", err)
	}
	return path
}

// root is the folder of go.mod, in or above the package under test.
func root(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		above := filepath.Dir(dir)
		if above == dir {
			t.Fatal("there is no go.mod in or above the package under test")
		}
		dir = above
	}
}
