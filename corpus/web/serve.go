package web

import (
	"context"
	"errors"
	"io"
	"log"
	"net"
	"net/http"
	"time"
)

// The times that a request may take. A ledger of many long editions is made in
// its own request, so the time for an answer is long.
const (
	headTime  = 5 * time.Second
	readTime  = 10 * time.Second
	writeTime = 5 * time.Minute
	blockTime = 30 * time.Second // for a reader to take a block of an answer
	idleTime  = time.Minute
	graceTime = 5 * time.Second // for answers that are on their way at the end
	headBytes = 16 << 10
	blockSize = 256 << 10 // bytes
)

// Serve answers the connections of l until ctx ends; then it takes no new
// ones, finishes what it is answering, and closes l. The error is nil then.
func Serve(ctx context.Context, l net.Listener, h http.Handler) error {
	server := &http.Server{
		Handler:           h,
		ReadHeaderTimeout: headTime,
		ReadTimeout:       readTime,
		WriteTimeout:      writeTime,
		IdleTimeout:       idleTime,
		MaxHeaderBytes:    headBytes,
		ErrorLog:          log.New(io.Discard, "", 0), // of clients that go away
	}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(limited(l, maxConnections)) }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), graceTime)
	defer cancel()
	err := server.Shutdown(grace)
	if errors.Is(err, context.DeadlineExceeded) {
		err = server.Close()
	}
	if e := <-ended; !errors.Is(e, http.ErrServerClosed) {
		err = errors.Join(err, e)
	}
	return err
}
