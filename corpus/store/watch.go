package store

import (
	"context"
	"database/sql"
	"sync"
)

// A watch tells when others change the file. What SQLite says of that holds
// for one connection, so it keeps one for itself.
type watch struct {
	mu   sync.Mutex
	conn *sql.Conn
}

// Generation gives a number that is another one after another connection
// changed the corpus, and the same while nobody did.
func (s *Store) Generation(ctx context.Context) (int64, error) {
	s.watch.mu.Lock()
	defer s.watch.mu.Unlock()
	if s.watch.conn == nil {
		conn, err := s.db.Conn(ctx)
		if err != nil {
			return 0, s.explain(err)
		}
		s.watch.conn = conn
	}
	var n int64
	err := s.watch.conn.QueryRowContext(ctx, "PRAGMA data_version").Scan(&n)
	return n, s.explain(err)
}

func (w *watch) close() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.conn == nil {
		return nil
	}
	err := w.conn.Close()
	w.conn = nil
	return err
}
