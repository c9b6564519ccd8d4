package main

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestServe starts the viewer as a user does, opens a page and ends it.
func TestServe(t *testing.T) {
	db := filepath.Join(t.TempDir(), "corpus.db")
	run := func(ctx context.Context, stderr io.Writer, args ...string) int {
		return execute(ctx, newApp(args, strings.NewReader(""), io.Discard, stderr, func(string) string { return "" }))
	}
	if status := run(t.Context(), os.Stderr, "corpus", "add", "--db", db, "../../testdata/fy2020.txt"); status != statusDone {
		t.Fatalf("corpus add: %d", status)
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	said, out := io.Pipe()
	ended := make(chan int, 1)
	go func() {
		ended <- run(ctx, out, "serve", "--db", db, "--addr", "127.0.0.1:0", "--host", "Viewer.example")
	}()
	line, err := bufio.NewReader(said).ReadString('\n')
	address := regexp.MustCompile(`http://127\.0\.0\.1:\d+/`).FindString(line)
	if err != nil || address == "" {
		t.Fatalf("it said %q, %v", line, err)
	}
	for host, want := range map[string]int{"": 200, "viewer.example": 200, "evil.example": 421} {
		r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
		if err != nil {
			t.Fatal(err)
		}
		r.Host = host
		a, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		a.Body.Close()
		if a.StatusCode != want {
			t.Errorf("host %q: %d, want %d", host, a.StatusCode, want)
		}
	}
	cancel()
	if status := <-ended; status != statusDone {
		t.Errorf("it ended with %d", status)
	}
}
