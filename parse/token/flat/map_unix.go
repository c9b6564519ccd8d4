//go:build unix

package flat

import (
	"errors"
	"os"
	"syscall"
)

// mapFile maps a file into memory, read-only. The mapping lasts as long as the
// program, as does the dictionary.
func mapFile(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() || info.Size() == 0 || info.Size() > 1<<30 {
		return nil, errors.New("not a dictionary file")
	}
	return syscall.Mmap(int(f.Fd()), 0, int(info.Size()), syscall.PROT_READ, syscall.MAP_SHARED)
}

func unmap(b []byte) { _ = syscall.Munmap(b) }
