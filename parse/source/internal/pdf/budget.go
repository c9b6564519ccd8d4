package pdf

import "sync/atomic"

// A budget is the memory that the instances for one document may use together.
type budget struct {
	limit int64 // bytes
	used  atomic.Int64
}

// leastMemory is what PDFium needs to start, in bytes.
const leastMemory = 32 << 20

func newBudget(limit int64) *budget { return &budget{limit: max(limit, leastMemory)} }

// take asks for n bytes more; a negative number gives bytes back.
func (b *budget) take(n int64) bool {
	if b.used.Add(n) > b.limit && n > 0 {
		b.used.Add(-n)
		return false
	}
	return true
}
