// Command peers measures shinkyu beside other tools that do a part of its
// work, those of them that are installed, and writes a table in Markdown.
//
//	go run ./corpus/bench/peers
//
// Every time is that of a whole process: the median of ten runs after one that
// warms the caches, the commands of a group taking turns, so that a load on the
// machine falls on all of them alike. Memory is the peak of the last run.
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"

	"shinkyu/parse/token"
)

func main() {
	runs := flag.Int("runs", 10, "runs of each command")
	words := flag.String("words", "", "only cut this file into words")
	only := flag.String("only", "", "only the groups whose title holds this")
	flag.Parse()
	if err := run(*runs, *words, *only); err != nil {
		fmt.Fprintln(os.Stderr, "peers:", err)
		os.Exit(2)
	}
}

func run(runs int, words, only string) error {
	if words != "" {
		return cut(words)
	}
	folder, err := os.MkdirTemp("", "shinkyu-peers")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	b := bench{folder: folder, runs: runs, missing: map[string]bool{}}
	if err := b.prepare(); err != nil {
		return err
	}
	fmt.Println(machine())
	fmt.Println()
	fmt.Println("| measured | shinkyu | processors | memory | beside | asked for | |")
	fmt.Println("| --- | ---: | ---: | ---: | --- | --- | --- |")
	for _, g := range b.groups() {
		if !strings.Contains(g.title, only) {
			continue
		}
		if err := b.measure(g); err != nil {
			return fmt.Errorf("%s: %w", g.title, err)
		}
	}
	b.tellMissing()
	return nil
}

// cut is what runs in a process of its own to cut a file into words.
func cut(file string) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	tok, err := token.IPA()
	if err != nil {
		return err
	}
	_, err = fmt.Println(len(tok.Words(string(data))))
	return err
}

// machine says what the figures were taken on.
func machine() string {
	model := "unknown processor"
	if info, err := os.ReadFile("/proc/cpuinfo"); err == nil {
		if _, after, ok := strings.Cut(string(info), "model name"); ok {
			line, _, _ := strings.Cut(after, "\n")
			model = strings.TrimSpace(strings.TrimLeft(line, "\t :"))
		}
	}
	load := ""
	if avg, err := os.ReadFile("/proc/loadavg"); err == nil {
		load = ", load " + strings.Fields(string(avg))[0]
	}
	return fmt.Sprintf("%s, %d cores, %s/%s, %s%s", model, runtime.NumCPU(), runtime.GOOS, runtime.GOARCH, runtime.Version(), load)
}

// prepare builds the programs and makes the documents.
func (b *bench) prepare() error {
	for _, p := range []string{"./cmd/shinkyu", "./corpus/bench", "./corpus/bench/peers"} {
		if err := command("go", "build", "-o", b.at(filepath.Base(p)), p).Run(); err != nil {
			return fmt.Errorf("build %s: %w", p, err)
		}
	}
	for _, set := range [][]string{{"many", "1000", "20000"}, {"large", "5", "1150000"}, {"words", "8", "400000"}} {
		made := command(b.at("bench"), "-generate", "-folder", b.at(set[0]), "-documents", set[1], "-bytes", set[2])
		if err := made.Run(); err != nil {
			return err
		}
	}
	return b.join(b.at("words.txt"), filepath.Join(b.at("words"), "documents", "000", "*.txt"))
}

// join writes the files that match a pattern into one.
func (b *bench) join(file, pattern string) error {
	names, err := filepath.Glob(pattern)
	if err != nil {
		return err
	}
	var all []byte
	for _, n := range names {
		data, err := os.ReadFile(n)
		if err != nil {
			return err
		}
		all = append(all, data...)
	}
	return os.WriteFile(file, all, 0o644)
}

// at is a path in the folder of this run.
func (b *bench) at(name string) string { return filepath.Join(b.folder, name) }

func command(name string, args ...string) *exec.Cmd {
	cmd := exec.Command(name, args...)
	cmd.Stderr = os.Stderr
	return cmd
}
