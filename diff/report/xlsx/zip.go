package xlsx

import (
	"archive/zip"
	"bytes"
	"io"
	"io/fs"
	"maps"
	"slices"
	"time"
)

// epoch is the first time that a zip file can hold.
var epoch = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// A sorter holds the parts of the workbook until all are there, and packs them
// in order of name under one time. excelize would write its sheets as a map
// gives them.
type sorter struct {
	out   io.Writer
	parts map[string]*bytes.Buffer
}

func newSorter(w io.Writer) *sorter { return &sorter{out: w, parts: map[string]*bytes.Buffer{}} }

func (s *sorter) Create(name string) (io.Writer, error) {
	b := &bytes.Buffer{}
	s.parts[name] = b
	return b, nil
}

// AddFS is asked for by excelize's interface and never called: a workbook is
// made of parts, not of a file system.
func (s *sorter) AddFS(fs.FS) error { return fs.ErrInvalid }

func (s *sorter) Close() error {
	z := zip.NewWriter(s.out)
	for _, name := range slices.Sorted(maps.Keys(s.parts)) {
		f, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: epoch})
		if err != nil {
			return err
		}
		if _, err := s.parts[name].WriteTo(f); err != nil {
			return err
		}
	}
	return z.Close()
}
