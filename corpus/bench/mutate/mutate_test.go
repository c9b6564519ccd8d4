package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const subject = `package subject

// Box is generic, so that copies of its methods have to be too.
type Box[T any] struct{ all []T }

func (b *Box[T]) Add(_ int, more ...T) { b.all = append(b.all, more...) }

func Largest[T int | float64](first T, rest ...T) (best T) {
	best = first
	for _, r := range rest {
		if r > best {
			best = r
		}
	}
	return best
}

func Unused(n int) bool { return n == 3 }

func Forever(n int) int {
	sum := 0
	for n > 0 {
		sum += n
		n--
	}
	return sum
}
`

const subjectTest = `package subject

import "testing"

func TestAll(t *testing.T) {
	var b Box[int]
	b.Add(0, 1, 2)
	if len(b.all) != 2 || Largest(1, 3, 2) != 3 || Largest(2.5) != 2.5 || Forever(3) != 6 {
		t.Fail()
	}
}
`

const subjectNotes = `# what no test can kill
subject.go Largest
if r > best {
if r >= best {
Equal numbers are the same number.

subject.go Gone
x
y
The function is no longer there.
`

func TestRun(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"go.mod": "module subject\n\ngo 1.24\n", "subject.go": subject, "subject_test.go": subjectTest, "testdata/survivors.txt": subjectNotes,
	} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
	p, err := load(".")
	if err != nil {
		t.Fatal(err)
	}
	all := p.mutants()
	rejected, err := p.check(all)
	if err != nil {
		t.Fatal(err)
	}
	compiled := without(all, rejected)
	// The loops without end would wait for the limit of time.
	tried := filter(compiled, func(m *mutant) bool { return m.fn.name != "Forever" })
	tr, err := prepare(p, tried, options{tests: []string{"."}, memory: 3000})
	if err != nil {
		t.Fatal(err)
	}
	defer tr.close()
	notes, err := readNotes(p.survivors())
	if err != nil {
		t.Fatal(err)
	}
	tr.try(tried, notes)
	for _, m := range tried {
		want := killed
		switch {
		case m.fn.name == "Unused":
			want = unreached
		case m.after() == "if r >= best {":
			want = explained
		}
		if m.fate != want {
			t.Errorf("%v: fate %d, want %d", m, m.fate, want)
		}
	}
	if f := count(p.name, compiled, tried); f.fates[unreached] != 3 || f.fates[explained] != 1 || f.killed() < 4 {
		t.Errorf("figures %v", f.row())
	}
	var out strings.Builder
	notes.stale(&out, compiled)
	if !strings.Contains(out.String(), "Gone") || strings.Contains(out.String(), "Largest") {
		t.Errorf("stale entries: %s", out.String())
	}
}

func TestSample(t *testing.T) {
	f := &file{name: "a.go", source: []byte("abcdefghij")}
	fn := &function{name: "f"}
	var all []*mutant
	for i := range 10 {
		all = append(all, &mutant{id: i + 1, file: f, fn: fn, from: i, to: i + 1, column: i + 1})
	}
	one, two := sample(all, 4, 1), sample(all, 4, 1)
	if len(one) != 4 {
		t.Fatalf("%d of 4", len(one))
	}
	for i := range one {
		if one[i] != two[i] {
			t.Error("the same seed gives another sample")
		}
	}
}

func TestNotesComplete(t *testing.T) {
	n := &notes{reason: map[string]string{}}
	if err := n.read(strings.NewReader("a.go f\nx\ny\n")); err == nil {
		t.Error("an entry without a reason is taken")
	}
}
