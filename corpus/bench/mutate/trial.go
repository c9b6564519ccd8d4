package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// A trial holds the test programs with the mutants built in.
type trial struct {
	folder   string
	memory   int // MiB
	programs []program
}

// A program is the tests of one package.
type program struct {
	name, binary, dir string
	limit             time.Duration
	covered           cover
}

func prepare(p *pack, tried []*mutant, o options) (*trial, error) {
	folder, err := os.MkdirTemp("", "shinkyu-mutate")
	if err != nil {
		return nil, err
	}
	t := &trial{folder: folder, memory: o.memory}
	if err := t.build(p, tried, o.tests); err != nil {
		t.close()
		return nil, err
	}
	return t, nil
}

func (t *trial) close() { os.RemoveAll(t.folder) }

func (t *trial) build(p *pack, tried []*mutant, tests []string) error {
	overlay, err := t.overlay(p, tried)
	if err != nil {
		return err
	}
	for i, name := range tests {
		dir, err := output("go", "list", "-f", "{{.Dir}}", name)
		if err != nil {
			return err
		}
		pr := program{name: name, dir: strings.TrimSpace(string(dir)), binary: filepath.Join(t.folder, strconv.Itoa(i)+".test")}
		if _, err := output("go", "test", "-c", "-vet=off", "-overlay", overlay, "-o", pr.binary, name); err != nil {
			return err
		}
		if _, err := os.Stat(pr.binary); err != nil {
			continue // it has no tests
		}
		if pr.covered, err = t.cover(p, name); err != nil {
			return err
		}
		start := time.Now()
		pr.limit = 10 * time.Minute
		if f, how := t.once(pr, 0); f != survived {
			return fmt.Errorf("%s: its tests fail without a fault: %s", name, how)
		}
		// The machine may be busy with other work at another time.
		pr.limit = 10*time.Second + 6*time.Since(start)
		t.programs = append(t.programs, pr)
	}
	return nil
}

// overlay writes the files with the mutants and tells the compiler to take them
// for those of the package.
func (t *trial) overlay(p *pack, tried []*mutant) (string, error) {
	replace := map[string]string{}
	put := func(path string, text []byte) error {
		name := filepath.Join(t.folder, filepath.Base(path))
		replace[path] = name
		return os.WriteFile(name, text, 0o644)
	}
	for _, f := range p.files {
		text, _ := f.with(tried)
		if err := put(f.path, text); err != nil {
			return "", err
		}
	}
	if err := put(filepath.Join(p.dir, "mutant_chosen.go"), []byte(p.chooser())); err != nil {
		return "", err
	}
	data, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return "", err
	}
	name := filepath.Join(t.folder, "overlay.json")
	return name, os.WriteFile(name, data, 0o644)
}

// try runs the tests on every mutant and tells of the survivors as they come.
func (t *trial) try(all []*mutant, notes *notes) {
	for i, m := range all {
		t.decide(m)
		if m.fate == survived || m.fate == unreached {
			if why, ok := notes.explain(m); ok {
				m.fate, m.by = explained, why
			}
		}
		if what, ok := open[m.fate]; ok {
			fmt.Printf("%d/%d %s: %s\n", i+1, len(all), what, m)
		}
	}
}

// decide runs the tests that reach the mutant's place, until one kills it.
func (t *trial) decide(m *mutant) {
	m.fate = unreached
	for _, pr := range t.programs {
		if !pr.covered.reaches(m.file.name, m.line, m.column) {
			continue
		}
		m.fate, m.by = t.once(pr, m.id)
		if m.fate != survived {
			return
		}
	}
}

// once runs a test program with one mutant. A limit on its memory keeps a fault
// that never stops growing from the machine.
func (t *trial) once(pr program, id int) (fate, string) {
	ctx, cancel := context.WithTimeout(context.Background(), pr.limit)
	defer cancel()
	cmd := exec.CommandContext(ctx, "sh", "-c", `ulimit -d "$0"; exec "$@"`, strconv.Itoa(t.memory*1024), pr.binary, "-test.failfast", "-test.timeout", "0")
	cmd.Dir = pr.dir
	cmd.Env = append(os.Environ(), "MUTANT="+strconv.Itoa(id))
	cmd.WaitDelay = time.Second
	out, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	switch {
	case err == nil:
		return survived, ""
	case ctx.Err() != nil:
		return hung, pr.name
	case errors.As(err, &exit):
		return killed, killer(string(out))
	default:
		return killed, err.Error()
	}
}

// killer is the line that names the test that failed.
func killer(out string) string {
	for line := range strings.Lines(out) {
		if l := strings.TrimSpace(line); strings.HasPrefix(l, "--- FAIL") || strings.HasPrefix(l, "panic:") || strings.HasPrefix(l, "fatal error:") {
			return l
		}
	}
	return "?"
}
