package store

import (
	"context"
	"database/sql"
	"errors"
	"sync"
)

// A watch tells when others change the file. What SQLite says of that holds
// for one connection, so it keeps one for itself.
//
// Who asks while an answer is on its way waits for the one after it, which
// begins after he asked, and all who wait have one answer: were each given one
// of his own, hundreds who ask at once would stand in line.
type watch struct {
	mu     sync.Mutex
	now    *look // under way, nil for none
	next   *look // wanted by those who came meanwhile, nil for none
	closed bool

	// Of the one who looks:
	conn *sql.Conn
	lost int64 // connections before this one; the numbers of each begin anew
}

// A look is one answer.
type look struct {
	done       chan struct{} // closed when the rest is there
	generation int64
	err        error
}

var errClosed = errors.New("the corpus is closed")

// Generation gives a number that is another one after another connection
// changed the corpus, and the same while nobody did.
func (s *Store) Generation(ctx context.Context) (int64, error) {
	l := s.watch.ask(s)
	select {
	case <-l.done:
		return l.generation, s.explain(l.err)
	case <-ctx.Done():
		return 0, ctx.Err()
	}
}

// ask gives a look that begins now or later.
func (w *watch) ask(s *Store) *look {
	w.mu.Lock()
	defer w.mu.Unlock()
	switch {
	case w.closed:
		l := &look{done: make(chan struct{}), err: errClosed}
		close(l.done)
		return l
	case w.now == nil:
		w.now = &look{done: make(chan struct{})}
		go w.look(s)
		return w.now
	case w.next == nil:
		w.next = &look{done: make(chan struct{})}
	}
	return w.next
}

// look answers until nobody asks.
func (w *watch) look(s *Store) {
	for l := w.now; l != nil; {
		l.generation, l.err = w.version(s)
		close(l.done)
		w.mu.Lock()
		l = w.next
		w.now, w.next = l, nil
		w.mu.Unlock()
	}
}

// version asks SQLite. Nobody's going away ends that: it is a moment's work,
// and the connection has to stay the same one.
func (w *watch) version(s *Store) (n int64, err error) {
	ctx := context.Background()
	if w.conn == nil {
		if w.conn, err = s.db.Conn(ctx); err != nil {
			return 0, err
		}
	}
	if err = w.conn.QueryRowContext(ctx, "PRAGMA data_version").Scan(&n); err != nil {
		_ = w.conn.Close()
		w.conn = nil
		w.lost++
	}
	return n + w.lost<<32, err
}

// close ends the watch, when what is under way is there.
func (w *watch) close() error {
	w.mu.Lock()
	w.closed = true
	last := w.now
	if w.next != nil {
		last = w.next
	}
	w.mu.Unlock()
	if last != nil {
		<-last.done
	}
	if w.conn == nil {
		return nil
	}
	err := w.conn.Close()
	w.conn = nil
	return err
}
