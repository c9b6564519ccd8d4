package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
)

// notes are the explained survivors of a package, from its
// testdata/survivors.txt. An entry is four lines and an empty one: the file and
// the function, the line as it is, the line as the mutant has it (“(nothing)”
// where a statement is left out), and the reason why no test can or should tell
// them apart. Blanks are folded. It is matched by what it says, not by the
// number of a line, so that it lasts as long as the line does; lines that begin
// with # are left out.
//
//	assign.go solve
//	if cost < best {
//	if cost <= best {
//	Equal costs give equal sums, and the first one found stays.
type notes struct {
	path    string
	entries []note
	reason  map[string]string
}

type note struct {
	key, head, before, after, why string
	line                          int
}

func readNotes(path string) (*notes, error) {
	n := &notes{path: path, reason: map[string]string{}}
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return n, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return n, n.read(f)
}

func (n *notes) read(r io.Reader) error {
	lines := bufio.NewScanner(r)
	var group []string
	number := 0
	flush := func() error {
		if len(group) == 0 {
			return nil
		}
		if len(group) != 4 {
			return fmt.Errorf("%s:%d: an entry has %d lines; write file and function, the line, the line with the fault, the reason", n.path, number, len(group))
		}
		n.add(group, number-4)
		group = nil
		return nil
	}
	for lines.Scan() {
		number++
		line := strings.Join(strings.Fields(lines.Text()), " ")
		if strings.HasPrefix(line, "#") {
			continue
		}
		if line != "" {
			group = append(group, line)
			continue
		}
		if err := flush(); err != nil {
			return err
		}
	}
	if err := lines.Err(); err != nil {
		return err
	}
	number++
	return flush()
}

func (n *notes) add(group []string, line int) {
	e := note{head: group[0], before: group[1], after: group[2], why: group[3], line: line}
	if e.after == "(nothing)" {
		e.after = ""
	}
	e.key = e.head + "\n" + e.before + "\n" + e.after
	n.entries = append(n.entries, e)
	n.reason[e.key] = e.why
}

func noteKey(m *mutant) string {
	return m.file.name[strings.LastIndexByte(m.file.name, '/')+1:] + " " + m.fn.name + "\n" + m.before() + "\n" + m.after()
}

func (n *notes) explain(m *mutant) (string, bool) {
	why, ok := n.reason[noteKey(m)]
	return why, ok
}

// stale tells of the entries that match no mutant any more, and of those whose
// mutant a test kills by now.
func (n *notes) stale(w io.Writer, all []*mutant) {
	fates := map[string]fate{}
	for _, m := range all {
		if k := noteKey(m); fates[k] == untried || m.fate != killed && m.fate != hung {
			fates[k] = m.fate
		}
	}
	for _, e := range n.entries {
		f, ok := fates[e.key]
		switch {
		case !ok:
			fmt.Fprintf(w, "%s:%d: no mutant is like this any more; take the entry out: %s: %s\n", n.path, e.line, e.head, e.before)
		case f == killed || f == hung:
			fmt.Fprintf(w, "%s:%d: a test kills this mutant; take the entry out: %s: %s\n", n.path, e.line, e.head, e.before)
		}
	}
}
