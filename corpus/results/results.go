// Package results keeps what took long to make, by a key that names all that
// it was made of, in a folder of the user's.
//
// A folder of results is a convenience and no more: whatever is wrong with it,
// a result is made again. Files are written whole or not at all, hold a
// checksum, and those that were not used for longest go where there are too
// many. Several programs may use a folder at once.
package results

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// A Folder keeps results. A nil one keeps nothing.
type Folder struct {
	path  string
	limit int64
}

// DefaultLimit is the most that a folder holds, in bytes.
const DefaultLimit = 256 << 20

// suffix ends the names of files of results; nothing else is ever removed.
const suffix = ".result"

// Open gives the folder at a path, which is made when something is kept. It is
// nil where the path is empty. A limit of 0 stands for [DefaultLimit].
func Open(path string, limit int64) *Folder {
	if path == "" {
		return nil
	}
	return &Folder{path: path, limit: cmp.Or(limit, DefaultLimit)}
}

// A Key names what a result was made of.
type Key [sha256.Size]byte

// KeyOf gives the key for these parts: the kind of the result, the inputs, the
// options. This build of the program is part of every key, so that a program
// never shows what another one made.
func KeyOf(parts ...[]byte) Key {
	h := sha256.New()
	fmt.Fprintf(h, "%s\n", build())
	for _, p := range parts {
		fmt.Fprintf(h, "%d\n", len(p))
		h.Write(p)
	}
	return Key(h.Sum(nil))
}

func (f *Folder) file(k Key) string { return filepath.Join(f.path, hex.EncodeToString(k[:])+suffix) }

// Get gives what is kept under a key.
func (f *Folder) Get(k Key) ([]byte, bool) {
	if f == nil {
		return nil, false
	}
	data, err := os.ReadFile(f.file(k))
	if err != nil || len(data) < sha256.Size {
		return nil, false
	}
	body := data[sha256.Size:]
	if sum := sha256.Sum256(body); !bytes.Equal(sum[:], data[:sha256.Size]) {
		return nil, false
	}
	now := time.Now()
	_ = os.Chtimes(f.file(k), now, now) // it was used; where that cannot be noted it goes earlier
	return body, true
}

// Put keeps a result under a key. Where it cannot be kept it is not.
func (f *Folder) Put(k Key, body []byte) {
	if f == nil || int64(len(body)) > f.limit/4 {
		return
	}
	if f.write(k, body) == nil {
		f.trim()
	}
}

func (f *Folder) write(k Key, body []byte) (err error) {
	if err := os.MkdirAll(f.path, 0o755); err != nil {
		return err
	}
	t, err := os.CreateTemp(f.path, "new-*"+suffix)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			os.Remove(t.Name())
		}
	}()
	sum := sha256.Sum256(body)
	_, err1 := t.Write(sum[:])
	_, err2 := t.Write(body)
	if err := errors.Join(err1, err2, t.Close()); err != nil {
		return err
	}
	return os.Rename(t.Name(), f.file(k))
}

// trim removes what was not used for longest, down to three quarters of the
// limit.
func (f *Folder) trim() {
	files, total := f.files()
	if total <= f.limit {
		return
	}
	slices.SortFunc(files, func(a, b fs.FileInfo) int {
		return cmp.Or(a.ModTime().Compare(b.ModTime()), cmp.Compare(a.Name(), b.Name()))
	})
	for _, x := range files {
		if total <= f.limit*3/4 {
			return
		}
		if os.Remove(filepath.Join(f.path, x.Name())) == nil {
			total -= x.Size()
		}
	}
}

func (f *Folder) files() (files []fs.FileInfo, total int64) {
	list, _ := os.ReadDir(f.path) // what cannot be read is not there
	for _, e := range list {
		if info, err := e.Info(); err == nil && info.Mode().IsRegular() && strings.HasSuffix(e.Name(), suffix) {
			files = append(files, info)
			total += info.Size()
		}
	}
	return files, total
}

// Clear removes all results, and the folder where nothing else is in it.
func (f *Folder) Clear() error {
	if f == nil {
		return nil
	}
	files, _ := f.files()
	var errs []error
	for _, x := range files {
		errs = append(errs, os.Remove(filepath.Join(f.path, x.Name())))
	}
	_ = os.Remove(f.path) // it may hold files of others
	return errors.Join(errs...)
}
