// Command mutate plants small faults in a package, one at a time, and asks its
// tests whether they see them: a condition turned round, a boundary moved by
// one, a statement left out.
//
//	go run ./corpus/bench/mutate -n 150 ./diff/align ./diff
//
// The first package is the one that gets the faults; its own tests are tried
// first, then those of the others named, for the faults that are still alive.
// A fault is killed where a test fails, hangs or crashes. What survives is
// printed with its place and with what was changed.
//
// All faults are built into one test program and chosen by an environment
// variable, so that a fault costs a run of the tests and no build: every
// function that has faults gets a copy for each of them, and begins with a
// switch that calls the chosen one. Faults that do not compile are left out
// before. What stands outside functions (tables, constants, types) is not
// touched, nor are sizes that only reserve memory.
//
// The sample is the same for the same seed and source, in proportion to the
// files, and changes little where the source changes little. A survivor that no
// test can kill, since what it changes makes no difference to a user, is
// explained in testdata/survivors.txt of its package (see explained.go).
package main

import (
	"flag"
	"fmt"
	"os"
	"strings"
)

type options struct {
	sample  int
	seed    uint64
	match   string // only the mutants whose line has this in it
	list    bool
	record  bool
	least   float64 // share in per cent
	memory  int     // MiB
	subject string
	tests   []string
}

func main() {
	var o options
	flag.IntVar(&o.sample, "n", 150, "how many mutants to try; 0 tries all")
	flag.Uint64Var(&o.seed, "seed", 1, "chooses the sample")
	flag.StringVar(&o.match, "match", "", "only the mutants whose description has this in it")
	flag.BoolVar(&o.list, "list", false, "list the mutants of the sample and try none")
	flag.BoolVar(&o.record, "record", false, "write the row of the package into corpus/bench/mutate/figures.md")
	flag.Float64Var(&o.least, "least", 0, "exit 1 where a smaller share, in per cent, is killed or explained")
	flag.IntVar(&o.memory, "memory", 3000, "memory in MiB that a run of tests may take")
	flag.Usage = func() {
		fmt.Fprintln(flag.CommandLine.Output(), "usage: mutate [flags] ./PACKAGE [./PACKAGE-WHOSE-TESTS-TRY-IT-TOO...]")
		flag.PrintDefaults()
	}
	flag.Parse()
	if flag.NArg() == 0 {
		flag.Usage()
		os.Exit(2)
	}
	o.subject, o.tests = flag.Arg(0), flag.Args()
	share, err := run(o)
	if err != nil {
		fmt.Fprintln(os.Stderr, "mutate:", err)
		os.Exit(2)
	}
	if share < o.least {
		os.Exit(1)
	}
}

// run does all the work and gives the share, in per cent, of the mutants tried
// that were killed or are explained.
func run(o options) (float64, error) {
	pkg, err := load(o.subject)
	if err != nil {
		return 0, err
	}
	all := pkg.mutants()
	rejected, err := pkg.check(all)
	if err != nil {
		return 0, err
	}
	compiled := without(all, rejected)
	notes, err := readNotes(pkg.survivors())
	if err != nil {
		return 0, err
	}
	chosen := matching(sample(compiled, o.sample, o.seed), o.match)
	fmt.Fprintf(os.Stderr, "%s: %d mutants compile, %d do not; trying %d\n", pkg.name, len(compiled), len(rejected), len(chosen))
	if o.list {
		for _, m := range chosen {
			fmt.Println(m)
		}
		return 100, nil
	}
	t, err := prepare(pkg, chosen, o)
	if err != nil {
		return 0, err
	}
	defer t.close()
	t.try(chosen, notes)
	notes.stale(os.Stdout, compiled)
	f := count(pkg.name, compiled, chosen)
	fmt.Print("\n", heading, f.row())
	if o.record {
		err = f.record("corpus/bench/mutate/figures.md")
	}
	return f.share(), err
}

func matching(all []*mutant, text string) []*mutant {
	return filter(all, func(m *mutant) bool { return strings.Contains(m.String(), text) })
}
