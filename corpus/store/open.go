package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	_ "modernc.org/sqlite" // the driver
)

// A Store is an open corpus. It is safe for use by several goroutines.
type Store struct {
	file   string
	folder string  // absolute, of the file
	db     *sql.DB // for reading; several connections
	writer *sql.DB // one connection; nil where the store is opened for reading
	mode   Mode
	log    func(string) // takes messages to those who wait
	id     int64        // of our row in writer; 0 before the first write
	doing  string
	watch  watch

	lengths lengths
}

// A Mode is what a store is opened for.
type Mode int

// The modes.
const (
	Read   Mode = iota // the file must exist; nothing is written
	Write              // the file must exist
	Create             // the file is made where it does not exist
)

// Options say how a store is opened.
type Options struct {
	Mode  Mode
	Doing string       // what the program is doing, for others who wait: "corpus add"
	Log   func(string) // takes one-line messages about waiting; nil drops them
}

// Open opens the corpus in the file. An error that the user can mend is an
// [*Error].
func Open(ctx context.Context, file string, opt Options) (*Store, error) {
	abs, err := filepath.Abs(file)
	if err != nil {
		return nil, err
	}
	for start := time.Now(); ; {
		s := &Store{file: file, folder: filepath.Dir(abs), mode: opt.Mode, log: opt.Log, doing: opt.Doing}
		if err := s.exists(abs); err != nil {
			return nil, err
		}
		err := s.open(ctx, abs)
		if err == nil {
			return s, nil
		}
		s.Close()
		// Two programs that make the same file, or one that mends the log a
		// killed one left, keep others out for a moment.
		if !busy(err) || time.Since(start) > patience || ctx.Err() != nil {
			return nil, s.explain(err)
		}
	}
}

// exists checks that the file is there, but for a store that is to be made.
func (s *Store) exists(abs string) error {
	info, err := os.Stat(abs)
	switch {
	case errors.Is(err, fs.ErrNotExist) && s.mode == Create:
		return nil
	case errors.Is(err, fs.ErrNotExist):
		return &Error{File: s.file, Msg: "there is no such corpus", Remedy: "make one with `shinkyu corpus add --db " + s.file + " PATH…`", Err: err}
	case err != nil:
		return &Error{File: s.file, Msg: "the corpus cannot be opened", Remedy: "check the path and its permissions", Err: err}
	case info.IsDir():
		return &Error{File: s.file, Msg: "this is a folder", Remedy: "name a file with --db"}
	case info.Size() == 0 && s.mode != Create:
		return s.empty()
	}
	return nil
}

func (s *Store) empty() error {
	return &Error{File: s.file, Msg: "the file is empty", Remedy: "add documents with `shinkyu corpus add`"}
}

func (s *Store) open(ctx context.Context, abs string) (err error) {
	if s.mode == Read {
		return s.openRead(abs)
	}
	// The log is set up here, where the busy timeout holds; page_size has an
	// effect on a new file only.
	if s.writer, err = connect(abs, "", "page_size(8192)", writerCache, "journal_mode(wal)", "wal_autocheckpoint(2000)"); err != nil {
		return err
	}
	s.writer.SetMaxOpenConns(1)
	n, err := format(s.writer, s.file)
	if err == nil && n < len(migrations) {
		err = s.migrate(ctx)
	}
	if err != nil {
		return err
	}
	s.db, err = connect(abs, "", "query_only(1)", readerCache)
	return err
}

func (s *Store) openRead(abs string) (err error) {
	if s.db, err = connect(abs, "", "query_only(1)", readerCache); err != nil {
		return err
	}
	n, err := format(s.db, s.file)
	if sealed(err) {
		// A file system that cannot be written holds no log to read either.
		s.db.Close()
		if s.db, err = connect(abs, "&mode=ro&immutable=1", "query_only(1)", readerCache); err != nil {
			return err
		}
		n, err = format(s.db, s.file)
	}
	// Readers keep their connections: making one takes longer than most
	// questions, and each has a cache of its own.
	s.db.SetMaxOpenConns(maxReaders)
	s.db.SetMaxIdleConns(maxReaders)
	switch {
	case err != nil:
	case n == 0: // another program may be making it at this moment
		err = s.empty()
	case n < len(migrations):
		err = &Error{File: s.file, Msg: fmt.Sprintf("the corpus has the old format %d", n), Remedy: "bring it up to date with `shinkyu corpus refresh`"}
	}
	return err
}

// What a connection keeps of the file, in KiB. Readers are many, and find in the
// system's memory what they do not keep themselves.
const (
	writerCache = "cache_size(-32000)"
	readerCache = "cache_size(-8000)"
)

// maxReaders is how many connections a store that is opened for reading holds.
const maxReaders = 8

// connect makes a pool of connections. They are opened when they are used.
func connect(abs, extra string, pragmas ...string) (*sql.DB, error) {
	path := filepath.ToSlash(abs)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // a drive letter
	}
	dsn := "file://" + (&url.URL{Path: path}).EscapedPath() + "?_txlock=immediate" + extra
	for _, p := range append([]string{"busy_timeout(2000)", "foreign_keys(1)", "synchronous(normal)", "temp_store(memory)"}, pragmas...) {
		dsn += "&_pragma=" + p
	}
	return sql.Open("sqlite", dsn)
}

// sealed reports whether an error comes from a file system that cannot be
// written.
func sealed(err error) bool {
	var e *Error
	if err == nil || errors.As(err, &e) {
		return false
	}
	return remedies[code(err)].Remedy != "" && !busy(err)
}

// Close ends the use of the store; who still asks it something has an error.
// The log is folded into the file by whoever closes last.
func (s *Store) Close() error {
	s.leave()
	errs := []error{s.watch.close()}
	// The writer is the last to go: it folds the log into the file.
	for _, db := range []*sql.DB{s.db, s.writer} {
		if db != nil {
			errs = append(errs, db.Close())
		}
	}
	return errors.Join(errs...)
}

// File is the corpus as the user named it.
func (s *Store) File() string { return s.file }

// Origin gives the path by which a file is known to the corpus: relative to
// the corpus where both are on one volume, so that they can move together.
func (s *Store) Origin(path string) (string, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	if rel, err := filepath.Rel(s.folder, abs); err == nil {
		abs = rel
	}
	return filepath.ToSlash(abs), nil
}
