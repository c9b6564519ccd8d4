//go:build unix

package main

import (
	"os"

	"golang.org/x/sys/unix"
)

// columns gives the width of a terminal, and false for a file that is none:
// /dev/null is a character device too.
func columns(f *os.File) (int, bool) {
	size, err := unix.IoctlGetWinsize(int(f.Fd()), unix.TIOCGWINSZ)
	if err != nil {
		return 0, false
	}
	return int(size.Col), true
}
