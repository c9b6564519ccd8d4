package store

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"time"
)

// patience is how long a writer waits for another one before it gives up. A
// transaction of ours takes a second or two; longer waits are for a foreign
// tool that holds the file.
const patience = 2 * time.Minute

// write runs f in a transaction and commits it. Where another program is
// writing it waits for its turn. f sees a database that nobody else changes.
func (s *Store) write(ctx context.Context, f func(tx *sql.Tx) error) error {
	tx, err := s.begin(ctx)
	if err != nil {
		return s.explain(err)
	}
	defer tx.Rollback()
	if err := f(tx); err != nil {
		return s.explain(err)
	}
	return s.explain(tx.Commit())
}

// begin begins a transaction that may write at once, so that it never has to
// give up halfway because another program wrote in between.
func (s *Store) begin(ctx context.Context) (*sql.Tx, error) {
	told := false
	for start := time.Now(); ; {
		// The transaction does not carry the context: a driver that watches
		// one for each statement is a third slower, and a batch is short.
		tx, err := s.writer.Begin()
		if !busy(err) {
			return tx, err
		}
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if time.Since(start) > patience {
			return nil, &Error{File: s.file, Msg: "another program holds the corpus" + s.others(), Remedy: "try again when it is done", Err: err}
		}
		if !told && s.log != nil {
			s.log(fmt.Sprintf("%s: waiting for another program%s", s.file, s.others()))
			told = true
		}
	}
}

// others tells who else has said to be writing.
func (s *Store) others() string {
	var process int
	var host, doing string
	err := s.writer.QueryRow("SELECT process, host, doing FROM writer WHERE id <> ? ORDER BY id DESC LIMIT 1", s.id).Scan(&process, &host, &doing)
	if err != nil {
		return ""
	}
	return fmt.Sprintf(" (%s, process %d on %s)", doing, process, host)
}

// Announce tells other programs that this one is going to write for a while.
// [Store.Close] takes it back; what a killed program left is taken back by the
// next one on that machine.
func (s *Store) Announce(ctx context.Context) error {
	if s.id != 0 {
		return nil
	}
	host, _ := os.Hostname()
	return s.write(ctx, func(tx *sql.Tx) error {
		if err := sweep(tx, host); err != nil {
			return err
		}
		r, err := tx.Exec("INSERT INTO writer (process, host, doing) VALUES (?, ?, ?)", os.Getpid(), host, s.doing)
		if err == nil {
			s.id, err = r.LastInsertId()
		}
		return err
	})
}

// sweep drops the rows of programs on this host that are no more.
func sweep(tx *sql.Tx, host string) error {
	rows, err := tx.Query("SELECT id, process FROM writer WHERE host = ?", host)
	if err != nil {
		return err
	}
	var gone []int64
	for rows.Next() {
		var id int64
		var process int
		if err := rows.Scan(&id, &process); err != nil {
			rows.Close()
			return err
		}
		if !alive(process) {
			gone = append(gone, id)
		}
	}
	if err := rows.Err(); err != nil {
		return err
	}
	for _, id := range gone {
		if _, err := tx.Exec("DELETE FROM writer WHERE id = ?", id); err != nil {
			return err
		}
	}
	return nil
}

// Yield lets another program that is waiting have its turn. SQLite's waiters
// look again every tenth of a second, and one that writes batch after batch
// would leave them no gap.
func (s *Store) Yield(ctx context.Context) {
	var n int
	if s.writer.QueryRow("SELECT count(*) FROM writer WHERE id <> ?", s.id).Scan(&n) != nil || n == 0 {
		return
	}
	select {
	case <-ctx.Done():
	case <-time.After(150 * time.Millisecond):
	}
}

// leave takes back what Announce said. It is a courtesy, so trouble with it is
// no trouble.
func (s *Store) leave() {
	if s.id == 0 {
		return
	}
	if tx, err := s.writer.Begin(); err == nil {
		if _, err := tx.Exec("DELETE FROM writer WHERE id = ?", s.id); err == nil {
			_ = tx.Commit()
		} else {
			_ = tx.Rollback()
		}
	}
	s.id = 0
}
