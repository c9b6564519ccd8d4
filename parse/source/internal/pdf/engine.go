package pdf

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"sync"
	"time"

	pdfium "github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// The unit in which WebAssembly memory is limited, in bytes, and in such units:
// what PDFium needs to start, what 32 bits can address, and the steps of the
// limit, so that files of all sizes share a few engines.
const (
	wasmPage = 64 << 10
	minPages = 512
	maxPages = 65536
	grain    = 1024
)

// engines are the compiled PDFium modules of this process, one for each limit
// of memory: the limit belongs to the runtime. Nothing is loaded before the
// first PDF.
var engines = struct {
	sync.Mutex
	byLimit map[uint32]pdfium.Pool
}{byLimit: map[uint32]pdfium.Pool{}}

// engine gives the pool of PDFium instances whose memory is limited so.
func engine(maxMemory int64) (pdfium.Pool, error) {
	pages := uint32(min(max(maxMemory/wasmPage, minPages), maxPages))
	pages = (pages + grain - 1) / grain * grain
	engines.Lock()
	defer engines.Unlock()
	if p := engines.byLimit[pages]; p != nil {
		return p, nil
	}
	// The bundled PDFium throws C++ exceptions, so the exception-handling
	// feature has to be asked for in a configuration of one's own.
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithMemoryLimitPages(pages)
	if cache := compilationCache(); cache != nil {
		config = config.WithCompilationCache(cache)
	}
	p, err := webassembly.Init(webassembly.Config{
		Context:       context.Background(),
		MaxTotal:      64,
		RuntimeConfig: config,
		FSConfig:      wazero.NewFSConfig(), // no part of the disk
		Stdout:        io.Discard,
		Stderr:        io.Discard,
	})
	if err != nil {
		return nil, err
	}
	engines.byLimit[pages] = p
	return p, nil
}

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
// takes seconds. Without a folder for it there is none.
func compilationCache() wazero.CompilationCache {
	dir := cacheFolder()
	if dir == "" || os.MkdirAll(dir, 0o700) != nil {
		return nil
	}
	cache, err := wazero.NewCompilationCacheWithDir(dir)
	if err != nil {
		return nil
	}
	return cache
}

// instanceWait is how long a free place in the pool is waited for.
const instanceWait = time.Minute

// instance starts a PDFium with memory of its own.
func instance(maxMemory int64) (inst pdfium.Pdfium, err error) {
	defer recoverAs(&err)
	pool, err := engine(maxMemory)
	if err != nil {
		return nil, err
	}
	return pool.GetInstance(instanceWait)
}

// recoverAs makes an error of a panic below: a trap in the module.
func recoverAs(err *error) {
	if p := recover(); p != nil {
		*err = errCrash
	}
}

var errCrash = errors.New("PDFium stopped on it")
