package main

import (
	"os"
	"syscall"
)

// peakOf gives the most memory that a process that has ended held, in bytes.
func peakOf(s *os.ProcessState) int64 {
	if u, ok := s.SysUsage().(*syscall.Rusage); ok {
		return u.Maxrss << 10 // Linux counts KiB
	}
	return 0
}
