package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// cover is what the tests of one package reach of the one with the faults: by
// file, the blocks that go test -cover tells of.
type cover map[string][]block

type block struct {
	fromLine, fromColumn, toLine, toColumn, statements, count int
}

func (t *trial) cover(p *pack, tests string) (cover, error) {
	name := filepath.Join(t.folder, "cover")
	if _, err := output("go", "test", "-vet=off", "-count=1", "-coverpkg", p.path, "-coverprofile", name, tests); err != nil {
		return nil, err
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	found := cover{}
	for line := range strings.Lines(string(data)) {
		path, rest, ok := strings.Cut(strings.TrimSpace(line), ":")
		var b block
		if !ok || path == "mode" {
			continue
		}
		if _, err := fmt.Sscanf(rest, "%d.%d,%d.%d %d %d", &b.fromLine, &b.fromColumn, &b.toLine, &b.toColumn, &b.statements, &b.count); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		file := filepath.ToSlash(filepath.Join(p.name, filepath.Base(path)))
		found[file] = append(found[file], b)
	}
	return found, nil
}

// reaches reports whether a test runs the place, or the place is in no block.
func (c cover) reaches(file string, line, column int) bool {
	inside := false
	for _, b := range c[file] {
		after := line > b.fromLine || line == b.fromLine && column >= b.fromColumn
		before := line < b.toLine || line == b.toLine && column <= b.toColumn
		if after && before {
			if b.count > 0 {
				return true
			}
			inside = true
		}
	}
	return !inside
}
