package corpus

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"shinkyu/corpus/generate"
	"shinkyu/corpus/store"
)

// TestMain lets the test program play another program that adds documents.
func TestMain(m *testing.M) {
	if db := os.Getenv("SHINKYU_TEST_ADD_TO"); db != "" {
		if err := addTo(db, os.Args[1:]); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(2)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

func addTo(db string, paths []string) error {
	ctx := context.Background()
	c, err := Open(ctx, db, Options{Mode: Create, Doing: "test"})
	if err != nil {
		return err
	}
	defer c.Close()
	fmt.Println("open")
	sum, err := c.Add(ctx, paths, AddOptions{Each: func(File) { fmt.Println("file") }})
	if err == nil && sum.Failed > 0 {
		err = fmt.Errorf("%d failed", sum.Failed)
	}
	return err
}

// adding is a program that adds paths to a corpus.
func adding(db string, paths ...string) *exec.Cmd {
	cmd := exec.Command(os.Args[0], paths...)
	cmd.Env = append(os.Environ(), "SHINKYU_TEST_ADD_TO="+db)
	cmd.Stderr = new(strings.Builder)
	return cmd
}

func run(t *testing.T, cmd *exec.Cmd) {
	t.Helper()
	if err := cmd.Run(); err != nil {
		t.Fatalf("%v: %s", err, cmd.Stderr)
	}
}

// TestKilled kills a program that adds documents a hundred times, at any
// moment. Before each time one file changes and one is new, so that there is
// always work to be interrupted.
func TestKilled(t *testing.T) {
	const kills = 100
	folder := t.TempDir()
	db := filepath.Join(folder, "corpus.db")
	docs := filepath.Join(folder, "documents")
	if err := os.Mkdir(docs, 0o755); err != nil {
		t.Fatal(err)
	}
	text := map[string]string{}
	put := func(number, year int) {
		name := filepath.Join(docs, fmt.Sprintf("%03d.txt", number))
		text[name] = generate.Document(number, year, 600)
		if err := os.WriteFile(name, []byte(text[name]), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	put(0, 2016)
	run(t, adding(db, docs))

	r := rand.New(rand.NewPCG(7, 7))
	cut := 0
	for i := range kills {
		put(i+1, 2016)
		put(r.IntN(i+1), 2017+i%50)
		cmd := adding(db, docs)
		if killed(t, cmd, r) {
			cut++
		}
		if i%25 == 24 {
			c := openIn(t, db, Read)
			sound(t, c)
			c.Close()
		}
	}
	c := openIn(t, db, Read)
	stored := len(listed(t, c))
	t.Logf("%d of %d were cut short, %d of %d documents stored before the last run", cut, kills, stored, len(text))
	if cut == 0 || stored < 2 {
		t.Error("the kills did not hit the work")
	}
	c.Close()
	run(t, adding(db, docs))

	c = openIn(t, db, Read)
	sound(t, c)
	found := map[string]bool{}
	for _, d := range listed(t, c) {
		if found[d.Name] {
			t.Errorf("%s is there twice", d.Name)
		}
		found[d.Name] = true
		data, err := c.Bytes(t.Context(), d.ID)
		if err != nil || string(data) != text[filepath.FromSlash(d.Name)] {
			t.Errorf("%s is not as it was added last: %v", d.Name, err)
		}
	}
	if len(found) != len(text) {
		t.Errorf("%d documents of %d", len(found), len(text))
	}
}

// killed starts a program and kills it at one of three moments: while it
// starts, while it works, and when it has stored some. What it prints tells how
// far it is, so that the moments are the same on a busy machine. It reports
// whether the program was cut short.
func killed(t *testing.T, cmd *exec.Cmd, r *rand.Rand) bool {
	t.Helper()
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	for range r.IntN(3) { // nothing, the corpus is open, a file is done
		lines.Scan()
	}
	time.Sleep(time.Duration(r.Float64() * float64(15*time.Millisecond)))
	_ = cmd.Process.Kill() // it may be done already
	return cmd.Wait() != nil
}

// TestTogether lets two programs write and ten goroutines read at once, each
// with the corpus open for itself.
func TestTogether(t *testing.T) {
	folder := t.TempDir()
	db := filepath.Join(folder, "corpus.db")
	docs := []string{filepath.Join(folder, "a"), filepath.Join(folder, "b"), filepath.Join(folder, "both")}
	for k, d := range docs {
		if err := os.Mkdir(d, 0o755); err != nil {
			t.Fatal(err)
		}
		for i := range 30 {
			text := generate.Document(100*k+i, 2020, 1500)
			if err := os.WriteFile(filepath.Join(d, fmt.Sprintf("%d.txt", i)), []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	first := adding(db, docs[0], docs[2])
	second := adding(db, docs[2], docs[1])
	for _, cmd := range []*exec.Cmd{first, second} {
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
	}
	done := make(chan struct{})
	var readers sync.WaitGroup
	for range 10 {
		readers.Go(func() { readUntil(t, db, done) })
	}
	for _, cmd := range []*exec.Cmd{first, second} {
		if err := cmd.Wait(); err != nil {
			t.Errorf("%v: %s", err, cmd.Stderr)
		}
	}
	close(done)
	readers.Wait()

	c := openIn(t, db, Read)
	sound(t, c)
	if n := len(listed(t, c)); n != 90 {
		t.Errorf("%d documents of 90", n)
	}
}

// readUntil lists and searches a corpus until done, as soon as it is there.
func readUntil(t *testing.T, db string, done chan struct{}) {
	ctx := context.Background()
	opened := false
	for {
		select {
		case <-done:
			return
		case <-time.After(10 * time.Millisecond):
		}
		c, err := Open(ctx, db, Options{})
		if err != nil {
			if e := new(store.Error); !errors.As(err, &e) || opened {
				t.Error(err)
				return
			}
			continue // it is being made
		}
		opened = true
		before := 0
		for range 5 {
			count := 0
			for _, err := range c.Documents(ctx) {
				if err != nil {
					t.Error(err)
				}
				count++
			}
			if count < before {
				t.Errorf("%d documents after %d", count, before)
			}
			before = count
			if _, err := c.Search(ctx, "情報", SearchOptions{Limit: 5}); err != nil {
				t.Error(err)
			}
		}
		c.Close()
	}
}
