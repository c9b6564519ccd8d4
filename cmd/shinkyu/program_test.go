package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"shinkyu/parse/render/column"
)

// A program is one run of the command as a user starts it: the test program
// plays it, as in the scripts.
type program struct {
	dir   string
	env   []string // over those of the test
	stdin io.Reader
	most  time.Duration // after which it hangs; 0: a minute
}

// An outcome is how a run ended.
type outcome struct {
	status         int
	stdout, stderr string
	peak           int64 // bytes of memory at most; 0 where the system does not tell
}

// command gives the run before it is started.
func (p program) command(ctx context.Context, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, "shinkyu", args...)
	cmd.Dir, cmd.Stdin = p.dir, p.stdin
	cmd.Env = append(slices.Clone(os.Environ()), "LANG=C", "LC_ALL=")
	cmd.Env = append(cmd.Env, p.env...)
	return cmd
}

// run runs the command and checks what holds of every run: it ends, it does
// not panic, and where it fails it says why in lines of its own that hold
// nothing a terminal would obey.
func (p program) run(t *testing.T, args ...string) outcome {
	t.Helper()
	if p.most == 0 {
		p.most = time.Minute
		if raceEnabled { // some twenty times slower where the dictionary is made
			p.most = 10 * time.Minute
		}
	}
	ctx, cancel := context.WithTimeout(t.Context(), p.most)
	defer cancel()
	cmd := p.command(ctx, args...)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	if ctx.Err() != nil {
		t.Fatalf("shinkyu %q did not end within %v", args, p.most)
	}
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	out := outcome{cmd.ProcessState.ExitCode(), stdout.String(), stderr.String(), peakOf(cmd.ProcessState)}
	out.check(t, args)
	return out
}

func (o outcome) check(t *testing.T, args []string) {
	t.Helper()
	switch {
	case o.status != statusDone && o.status != statusDiffer && o.status != statusTrouble:
		t.Errorf("shinkyu %q: status %d: %.2000s", args, o.status, o.stderr)
	case o.status == statusTrouble && !strings.HasPrefix(o.stderr, "shinkyu: "):
		t.Errorf("shinkyu %q: trouble, and no word of it: %.2000s", args, o.stderr)
	case !utf8.ValidString(o.stderr):
		t.Errorf("shinkyu %q: what it says is no UTF-8: %q", args, o.stderr)
	}
	for line := range strings.Lines(o.stderr) {
		if strings.ContainsFunc(strings.TrimSuffix(line, "\n"), column.Hidden) {
			t.Errorf("shinkyu %q: a terminal gets %q", args, line)
		}
		if !strings.HasPrefix(line, "shinkyu: ") {
			t.Errorf("shinkyu %q: a line that is not its own: %q", args, line)
		}
	}
}

// says fails the test where a run did not fail with these words.
func (o outcome) says(t *testing.T, words ...string) {
	t.Helper()
	if o.status != statusTrouble {
		t.Errorf("status %d, want %d (%s)", o.status, statusTrouble, o.stderr)
	}
	for _, w := range words {
		if !strings.Contains(o.stderr, w) {
			t.Errorf("it does not say %q: %.500s", w, o.stderr)
		}
	}
}

// done fails the test where a run failed.
func (o outcome) done(t *testing.T) outcome {
	t.Helper()
	if o.status != statusDone {
		t.Fatalf("status %d: %s", o.status, o.stderr)
	}
	return o
}

// inSamples is a folder with the sample documents.
func inSamples(t *testing.T) program {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"fy2020.txt", "fy2024.txt"} {
		copyFile(t, filepath.Join("../../testdata", name), filepath.Join(dir, name))
	}
	return program{dir: dir}
}

func copyFile(t *testing.T, from, to string) {
	t.Helper()
	data, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	writeFile(t, to, string(data))
}

func writeFile(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// names gives the names in a folder.
func names(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return out
}
