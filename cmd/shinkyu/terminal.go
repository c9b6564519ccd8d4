package main

import (
	"os"
	"strconv"
)

// onTerminal reports whether standard output is a terminal.
func (a *app) onTerminal() bool {
	f, ok := a.stdout.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	if err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return false
	}
	_, is := columns(f)
	return is
}

// colorful reports whether the terminal takes colours: NO_COLOR
// (https://no-color.org) and a dumb terminal say that it does not.
func (a *app) colorful() bool {
	return a.onTerminal() && a.getenv("NO_COLOR") == "" && a.getenv("TERM") != "dumb"
}

// width is the number of columns to write in: those of COLUMNS, of the
// terminal, or 80. Wider lines than 120 are hard to read.
func (a *app) width() int {
	n, err := strconv.Atoi(a.getenv("COLUMNS"))
	if f, ok := a.stdout.(*os.File); ok && err != nil {
		n, _ = columns(f)
	}
	if n < 40 {
		return 80
	}
	return min(n, 120)
}
