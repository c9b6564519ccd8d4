package main

import (
	"math"
	"os"
	"runtime/debug"
)

// What Go's memory is held to where it can be, in bytes: without a limit the
// collector lets as much again stand as is in use, and more on a busy machine.
const (
	viewerHeap  = 320 << 20 // under many requests at once
	readingHeap = 256 << 20 // while a document is read, before it may be refused
	// readingShare is how many times its size a large document may take: its
	// reading is not to be slowed down by a limit that it cannot keep.
	readingShare = 32
)

// boundHeap sets the limit, unless the user set one, and gives what takes it
// back.
func boundHeap(limit int64) (release func()) {
	if os.Getenv("GOMEMLIMIT") != "" {
		return func() {}
	}
	debug.SetMemoryLimit(limit)
	return func() { debug.SetMemoryLimit(math.MaxInt64) }
}
