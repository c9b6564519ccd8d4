//go:build !unix

package flat

import (
	"io"
	"os"
)

// mapFile reads the file whole: slower than mapping it, and still a small part
// of the time that decoding takes.
func mapFile(f *os.File, size int) ([]byte, error) {
	b := make([]byte, size)
	_, err := io.ReadFull(io.NewSectionReader(f, 0, int64(size)), b)
	return b, err
}

func unmap([]byte) {}
