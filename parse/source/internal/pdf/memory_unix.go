//go:build unix

package pdf

import (
	"github.com/tetratelabs/wazero/experimental"
	"golang.org/x/sys/unix"
)

// memory is that of one instance. Addresses for all that it may ever use are
// reserved at the start and the system gives memory as it is touched: so growth
// copies nothing, and what was used is given back at the end.
type memory struct {
	budget *budget
	space  []byte
	used   uint64 // bytes
}

// Allocate makes a memory that may grow as far as the budget does.
func (m *memory) Allocate(capacity, most uint64) experimental.LinearMemory {
	size := max(min(most, uint64(m.budget.limit)), capacity)
	space, err := unix.Mmap(-1, 0, int(size), unix.PROT_READ|unix.PROT_WRITE, unix.MAP_PRIVATE|unix.MAP_ANON)
	if err == nil {
		m.space = space
	}
	return m
}

// Reallocate gives the first bytes of the memory; nil beyond the budget.
func (m *memory) Reallocate(size uint64) []byte {
	if size > uint64(len(m.space)) || !m.budget.take(int64(size)-int64(m.used)) {
		return nil
	}
	m.used = size
	return m.space[:size]
}

// Free gives the memory back.
func (m *memory) Free() {
	if m.space != nil {
		_ = unix.Munmap(m.space)
		m.budget.take(-int64(m.used))
		m.space, m.used = nil, 0
	}
}
