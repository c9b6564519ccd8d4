package flat

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// filePrefix begins the names of all files of this package in the cache
// folder, of this version and of others.
const filePrefix = "dictionary-"

// Path is where in folder the file of this version stands.
func Path(folder string) string {
	name := strings.NewReplacer(" ", "-", ",", "", "/", "-").Replace(version)
	return filepath.Join(folder, filePrefix+name)
}

// Open gives the dictionary, from the file in folder where that is sound and
// otherwise decoded, in which case the file is written for the next time. An
// empty folder means that there is none. The second result says why no file
// could be used or written; the dictionary is good all the same.
func Open(folder string) (*Dict, error) {
	if folder == "" {
		return decode(), nil
	}
	if d, err := load(Path(folder)); err == nil {
		return d, nil
	}
	d := decode()
	return d, d.save(folder)
}

// load verifies a file and maps it.
func load(path string) (*Dict, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() || info.Size() > maxSize {
		return nil, errors.New("not a dictionary file")
	}
	if err := verify(f, info.Size()); err != nil {
		return nil, err
	}
	b, err := mapFile(f, int(info.Size()))
	if err != nil {
		return nil, err
	}
	d, err := read(b)
	if err != nil {
		unmap(b)
	}
	return d, err
}

// maxSize is more than any dictionary file has, in bytes.
const maxSize = 1 << 30

// save writes the file under a name of its own and renames it, so that another
// program finds all of it or nothing.
func (d *Dict) save(folder string) (err error) {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return fmt.Errorf("the dictionary cannot be cached: %w", err)
	}
	f, err := os.CreateTemp(folder, filePrefix+"*.tmp")
	if err != nil {
		return fmt.Errorf("the dictionary cannot be cached: %w", err)
	}
	defer func() {
		if err != nil {
			os.Remove(f.Name())
			err = fmt.Errorf("the dictionary cannot be cached: %w", err)
		}
	}()
	w := bufio.NewWriterSize(f, 1<<20)
	if err = d.write(w); err == nil {
		err = w.Flush()
	}
	if e := f.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = os.Rename(f.Name(), Path(folder))
	}
	return err
}

// Clear removes every file of this package from folder and says how many there
// were. A program that has one mapped goes on undisturbed.
func Clear(folder string) (int, error) {
	files, err := filepath.Glob(filepath.Join(folder, filePrefix+"*"))
	if err != nil {
		return 0, err
	}
	for i, f := range files {
		if err := os.Remove(f); err != nil {
			return i, err
		}
	}
	return len(files), nil
}
