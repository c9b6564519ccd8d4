//go:build unix

package flat

import (
	"os"
	"syscall"
)

// mapFile maps the first size bytes of a file into memory, read-only. The
// mapping lasts as long as the program, as does the dictionary.
func mapFile(f *os.File, size int) ([]byte, error) {
	return syscall.Mmap(int(f.Fd()), 0, size, syscall.PROT_READ, syscall.MAP_SHARED)
}

func unmap(b []byte) { _ = syscall.Munmap(b) }
