package pdf

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/tetratelabs/wazero"
)

// tiny is the smallest module.
var tiny = []byte("\x00asm\x01\x00\x00\x00\x01\x04\x01\x60\x00\x00\x03\x02\x01\x00\x0A\x04\x01\x02\x00\x0B")

// TestCache compiles with a cache that is new, used, damaged, and gone.
func TestCache(t *testing.T) {
	t.Setenv("SHINKYU_CACHE", filepath.Join(t.TempDir(), "deep", "folder"))
	folder := cacheFolder()
	try := func(state string, kept int) {
		t.Helper()
		cache := compilationCache(folder)
		if n := len(cacheFiles(folder)); n != kept {
			t.Errorf("%s: %d files are kept, want %d", state, n, kept)
		}
		e, err := compile(t.Context(), wazero.NewRuntimeConfig(), cache, tiny)
		if err != nil {
			t.Fatalf("%s: %v", state, err)
		}
		_ = e.runtime.Close(t.Context())
		sealCache(folder)
	}
	try("new", 0)
	try("used", 1)
	file := cacheFiles(folder)[0]
	sound, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for i := range sound {
		damaged := append([]byte(nil), sound...)
		damaged[i] ^= 0xFF
		if err := os.WriteFile(file, damaged, 0o600); err != nil {
			t.Fatal(err)
		}
		try("damaged", 0)
	}
	if err := os.WriteFile(file, sound[:len(sound)/2], 0o600); err != nil {
		t.Fatal(err)
	}
	try("cut", 0)
	if err := os.Remove(file + sumSuffix); err != nil {
		t.Fatal(err)
	}
	try("without its checksum", 0)
	t.Setenv("SHINKYU_CACHE", "off")
	if folder = cacheFolder(); compilationCache(folder) != nil {
		t.Error("there is a cache, which is off")
	}
	try("off", 0)
}
