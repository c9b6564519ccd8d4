package store

import (
	"errors"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"
)

// An Error says in one line why a corpus cannot be used, and what to do.
type Error struct {
	File   string // of the corpus
	Msg    string // what is wrong
	Remedy string // what to do
	Err    error  // the cause, if any
}

// Error gives FILE: what is wrong; what to do.
func (e *Error) Error() string { return e.File + ": " + e.Msg + "; " + e.Remedy }

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

// ErrNotFound is the cause of an [Error] about an id that is not in the corpus.
var ErrNotFound = errors.New("no such document")

// code is SQLite's primary result code of an error, 0 if it is not SQLite's.
func code(err error) int {
	var e *sqlite.Error
	if errors.As(err, &e) {
		return e.Code() & 0xff
	}
	return 0
}

// busy reports whether an error says that another program is writing.
func busy(err error) bool {
	c := code(err)
	return c == lib.SQLITE_BUSY || c == lib.SQLITE_LOCKED
}

// remedies put SQLite's results into words that a user can act on.
var remedies = map[int]Error{
	lib.SQLITE_FULL:     {Msg: "the disk is full", Remedy: "make room and give the command again: it goes on where it stopped"},
	lib.SQLITE_READONLY: {Msg: "the corpus cannot be written", Remedy: "check the permissions of the file and its folder"},
	lib.SQLITE_CANTOPEN: {Msg: "the corpus cannot be opened", Remedy: "check the path and its permissions"},
	lib.SQLITE_IOERR:    {Msg: "the disk gave an error", Remedy: "check the disk and its free space"},
	lib.SQLITE_NOTADB:   {Msg: "the file is no SQLite file", Remedy: "name another file with --db"},
	lib.SQLITE_CORRUPT:  {Msg: "the corpus is damaged", Remedy: "restore it from a copy, or make it anew with `corpus add`"},
	lib.SQLITE_BUSY:     {Msg: "another program is using the corpus", Remedy: "try again when it is done"},
	lib.SQLITE_LOCKED:   {Msg: "another program is using the corpus", Remedy: "try again when it is done"},
}

// explain puts an error of SQLite into words.
func (s *Store) explain(err error) error {
	if e, ok := remedies[code(err)]; ok {
		e.File, e.Err = s.file, err
		return &e
	}
	return err
}
