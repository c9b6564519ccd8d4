package pdf

import (
	"fmt"
	"hash/crc32"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/tetratelabs/wazero"
)

// cacheFolder is where the compiled module is kept: in the folder shinkyu of
// the user's cache folder, or in the one that SHINKYU_CACHE names. It is empty
// where the user has none or SHINKYU_CACHE is "off".
func cacheFolder() string {
	folder := os.Getenv("SHINKYU_CACHE")
	if folder == "" {
		base, err := os.UserCacheDir()
		if err != nil {
			return ""
		}
		folder = filepath.Join(base, "shinkyu")
	}
	if folder == "off" {
		return ""
	}
	return filepath.Join(folder, "pdfium")
}

// compilationCache keeps the compiled module, so that only the first start
// takes seconds. Without a folder for it there is none; one that cannot be
// written is of use if something is in it. Each file of it is written beside
// its place and renamed, so several processes may begin at once.
func compilationCache(dir string) wazero.CompilationCache {
	if dir == "" || os.MkdirAll(dir, 0o700) != nil {
		return nil
	}
	if f, err := os.CreateTemp(dir, "probe"); err == nil {
		_ = f.Close()
		_ = os.Remove(f.Name())
	} else if files, err := os.ReadDir(dir); err != nil || len(files) == 0 {
		return nil
	}
	checkCache(dir)
	cache, err := wazero.NewCompilationCacheWithDir(dir)
	if err != nil {
		return nil
	}
	return cache
}

// sumSuffix names the file that holds the checksum of another.
const sumSuffix = ".sum"

// checkCache removes the files of a cache that are not as they were written:
// wazero takes the sizes in them on trust, and one that is damaged would bring
// the process down.
func checkCache(dir string) {
	for _, file := range cacheFiles(dir) {
		want, err := os.ReadFile(file + sumSuffix)
		if got, err2 := checksum(file); err != nil || err2 != nil || got != string(want) {
			_ = os.Remove(file)
			_ = os.Remove(file + sumSuffix)
		}
	}
}

// sealCache writes the checksums of the files that have none.
func sealCache(dir string) {
	for _, file := range cacheFiles(dir) {
		if _, err := os.Stat(file + sumSuffix); err == nil {
			continue
		}
		if sum, err := checksum(file); err == nil {
			_ = os.WriteFile(file+sumSuffix, []byte(sum), 0o600)
		}
	}
}

// cacheFiles gives the compiled modules in a cache: wazero keeps them in a
// folder of each of its versions, and writes them beside their place first.
func cacheFiles(dir string) []string {
	files, _ := filepath.Glob(filepath.Join(dir, "wazero-*", "*"))
	return slices.DeleteFunc(files, func(f string) bool {
		return strings.HasSuffix(f, sumSuffix) || strings.HasSuffix(f, ".tmp")
	})
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

func checksum(file string) (string, error) {
	data, err := os.ReadFile(file)
	return fmt.Sprintf("%d %08x\n", len(data), crc32.Checksum(data, castagnoli)), err
}

// waitNote is how long a compilation may take before the user is told.
const waitNote = time.Second

// noteWait tells the user on a terminal why nothing happens, if the compilation
// takes long, until the function that it gives is called.
func noteWait(cached bool) func() {
	stat, err := os.Stderr.Stat()
	if err != nil || stat.Mode()&os.ModeCharDevice == 0 {
		return func() {}
	}
	text := "shinkyu: preparing the PDF reader, which takes some seconds"
	if cached {
		text += " the first time"
	}
	timer := time.AfterFunc(waitNote, func() { fmt.Fprintln(os.Stderr, text) })
	return func() { timer.Stop() }
}
