package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
)

// open are the fates that leave a mutant alive and unexplained.
var open = map[fate]string{survived: "survived", unreached: "not reached"}

// figures are the counts of one package.
type figures struct {
	name     string
	possible int // mutants that compile
	tried    int
	fates    map[fate]int
}

func count(name string, compiled, tried []*mutant) figures {
	f := figures{name: name, possible: len(compiled), tried: len(tried), fates: map[fate]int{}}
	for _, m := range tried {
		f.fates[m.fate]++
	}
	return f
}

func (f figures) killed() int { return f.fates[killed] + f.fates[hung] }

// share is that of the mutants killed or explained, in per cent.
func (f figures) share() float64 {
	return percent(f.killed()+f.fates[explained], f.tried)
}

func percent(n, of int) float64 {
	if of == 0 {
		return 100
	}
	return 100 * float64(n) / float64(of)
}

const heading = `| package | mutants | tried | killed | of these by time | survived, explained | survived | killed | killed or explained |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
`

func (f figures) row() string {
	return fmt.Sprintf("| `%s` | %d | %d | %d | %d | %d | %d | %.1f %% | %.1f %% |\n", f.name, f.possible, f.tried,
		f.killed(), f.fates[hung], f.fates[explained], f.fates[survived]+f.fates[unreached], percent(f.killed(), f.tried), f.share())
}

// record puts the row of the package into a table of several.
func (f figures) record(path string) error {
	data, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	rows := []string{f.row()}
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "| `") && !strings.HasPrefix(line, "| `"+f.name+"`") {
			rows = append(rows, line)
		}
	}
	slices.Sort(rows)
	return os.WriteFile(path, []byte(heading+strings.Join(rows, "")), 0o644)
}
