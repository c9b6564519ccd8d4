package source

import "fmt"

// An Error says why a document could not be read, and what the user can do.
type Error struct {
	Name   string // of the file
	Line   int    // 1-based; 0 where it is about the whole
	Msg    string // what is wrong
	Remedy string // what to do
	Err    error  // the cause, if another package's
}

// Error gives one line: NAME:LINE: what is wrong; what to do.
func (e *Error) Error() string {
	s := e.Name
	if e.Line > 0 {
		s = fmt.Sprintf("%s:%d", s, e.Line)
	}
	s += ": " + e.Msg
	if e.Remedy != "" {
		s += "; " + e.Remedy
	}
	return s
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }
