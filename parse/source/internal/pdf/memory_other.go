//go:build !unix

package pdf

import "github.com/tetratelabs/wazero/experimental"

// memory is that of one instance.
type memory struct {
	budget *budget
	space  []byte
}

// Allocate makes a memory that may grow as far as the budget does.
func (m *memory) Allocate(_, _ uint64) experimental.LinearMemory { return m }

// Reallocate gives a memory that begins with the bytes of the one before; nil
// beyond the budget.
func (m *memory) Reallocate(size uint64) []byte {
	if !m.budget.take(int64(size) - int64(len(m.space))) {
		return nil
	}
	if size > uint64(cap(m.space)) {
		grown := make([]byte, len(m.space), size+size/4)
		copy(grown, m.space)
		m.space = grown
	}
	m.space = m.space[:size]
	return m.space
}

// Free gives the memory back.
func (m *memory) Free() {
	m.budget.take(-int64(len(m.space)))
	m.space = nil
}
