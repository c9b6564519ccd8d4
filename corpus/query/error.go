package query

import "fmt"

// An Error says what is wrong with a query, and what to do.
type Error struct {
	Query  string
	Column int // in characters, from 1; 0 where it is about the whole
	Msg    string
	Remedy string
}

// Error gives one line.
func (e *Error) Error() string {
	at := ""
	if e.Column > 0 {
		at = fmt.Sprintf(" at character %d", e.Column)
	}
	return fmt.Sprintf("query %q%s: %s; %s", e.Query, at, e.Msg, e.Remedy)
}
