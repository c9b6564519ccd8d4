package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// plan is a short document.
const plan = "情報政策に関する令和６年度予算重点化方針\n\n令和5年6月5日\n情報政策本部決定\n\n第1 人材の育成\n\n人材を育成する施策を推進する。\n"

// TestOutputIsNeverAnInput: whatever the command, and by whatever name.
func TestOutputIsNeverAnInput(t *testing.T) {
	p := inSamples(t)
	p.run(t, "corpus", "add", "fy2020.txt", "fy2024.txt").done(t)
	writeFile(t, filepath.Join(p.dir, "terms.txt"), "人材\n")
	writeFile(t, filepath.Join(p.dir, "ladder.txt"), "5 実施する\n")
	writeFile(t, filepath.Join(p.dir, "decisions.yaml"), "pin: []\n")
	writeFile(t, filepath.Join(p.dir, "laws.csv"), "法令番号,法令名\n")
	for link, target := range map[string]string{"link.txt": "fy2020.txt", "link.db": "corpus.db"} {
		if err := os.Symlink(target, filepath.Join(p.dir, link)); err != nil {
			t.Skip(err)
		}
	}
	if err := os.Link(filepath.Join(p.dir, "fy2020.txt"), filepath.Join(p.dir, "hard.txt")); err != nil {
		t.Skip(err)
	}
	before := contents(t, p.dir)
	for _, c := range []struct{ out, args string }{
		{"fy2020.txt", "parse fy2020.txt"},
		{"link.txt", "cite fy2020.txt"},
		{"hard.txt", "dates fy2024.txt fy2020.txt"},
		{"./fy2024.txt", "diff fy2020.txt fy2024.txt"},
		{"terms.txt", "diff fy2020.txt fy2024.txt --terms terms.txt"},
		{"ladder.txt", "diff fy2020.txt fy2024.txt --ladder ladder.txt"},
		{"decisions.yaml", "diff fy2020.txt fy2024.txt --decisions decisions.yaml"},
		{"laws.csv", "cite fy2020.txt --laws laws.csv"},
		{"corpus.db", "parse --db corpus.db d1"},
		{"link.db", "diff --db corpus.db d1 d2"},
		{"corpus.db", "cite --db corpus.db d1"},
		{"corpus.db", "cite --db corpus.db"},
		{"corpus.db", "dates --db corpus.db d1"},
		{"link.db", "parse --db corpus.db fy2020.txt"},
		{"corpus.db", "terms --db corpus.db --series 方針"},
		{"corpus.db", "ledger --db corpus.db --series 方針"},
		{"corpus.db", "search --db corpus.db 人材"},
		{"corpus.db", "corpus list --db corpus.db"},
	} {
		args := append(strings.Fields(c.args), "-o", c.out)
		if o := p.run(t, args...); o.status != statusTrouble {
			t.Errorf("shinkyu %q: status %d", args, o.status)
		}
	}
	p.run(t, "diff", "fy2020.txt", "fy2024.txt", "--propose", "corpus.db").says(t, "it is there already")
	for name, text := range contents(t, p.dir) {
		if before[name] != text {
			t.Errorf("%s was written", name)
		}
	}
	p.run(t, "corpus", "check").done(t)
}

func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, name := range names(t, dir) {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		out[name] = string(data)
	}
	return out
}

// TestInterrupted sends Ctrl-C at any moment: a result is there whole or not
// at all, nothing else is left in the folder, and a corpus is sound.
func TestInterrupted(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no interrupts for other processes")
	}
	p := inSamples(t)
	whole := map[string]string{}
	commands := []string{"parse fy2020.txt -o out.json", "diff fy2020.txt fy2024.txt -o out.docx", "corpus add fy2020.txt fy2024.txt"}
	for _, c := range commands[:2] {
		p.run(t, strings.Fields(c)...).done(t)
		name := "out" + filepath.Ext(c)
		data, err := os.ReadFile(filepath.Join(p.dir, name))
		if err != nil {
			t.Fatal(err)
		}
		whole[name] = string(data)
		os.Remove(filepath.Join(p.dir, name))
	}
	r := rand.New(rand.NewPCG(3, 4))
	cut := 0
	for i := range 36 {
		args := strings.Fields(commands[i%3])
		if interrupt(t, p, time.Duration(r.IntN(150))*time.Millisecond, args...) != statusDone {
			cut++
		}
		for _, name := range names(t, p.dir) {
			switch {
			case whole[name] != "":
				data, err := os.ReadFile(filepath.Join(p.dir, name))
				if err != nil || string(data) != whole[name] {
					t.Fatalf("a part of %s is there, %v", name, err)
				}
				os.Remove(filepath.Join(p.dir, name))
			case strings.HasPrefix(name, "fy20"), strings.HasPrefix(name, "corpus.db"):
			default:
				t.Fatalf("shinkyu %q left %s", args, name)
			}
		}
		if i%3 == 2 && i < 30 {
			for _, name := range []string{"corpus.db", "corpus.db-wal", "corpus.db-shm"} {
				if i%2 == 0 {
					os.Remove(filepath.Join(p.dir, name))
				}
			}
		}
	}
	t.Logf("%d of 36 were cut short", cut)
	p.run(t, "corpus", "add", "fy2020.txt", "fy2024.txt").done(t)
	if o := p.run(t, "corpus", "check").done(t); !strings.Contains(o.stdout, "2 documents") {
		t.Errorf("%s", o.stdout)
	}
}

// interrupt starts a command and interrupts it after a while; -1 stands for an
// end by the signal, before the program could catch it.
func interrupt(t *testing.T, p program, after time.Duration, args ...string) int {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	cmd := p.command(ctx, args...)
	var said strings.Builder
	cmd.Stderr = &said
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(after)
	_ = cmd.Process.Signal(os.Interrupt) // it may be done already
	_ = cmd.Wait()
	status := cmd.ProcessState.ExitCode()
	if ctx.Err() != nil || status == statusTrouble && !strings.HasPrefix(said.String(), "shinkyu: ") || status > statusTrouble {
		t.Fatalf("shinkyu %q ended with %d: %s", args, status, said.String())
	}
	return status
}

// TestClosedPipe: a reader that goes away ends the program without a word.
func TestClosedPipe(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("pipes end in another way")
	}
	p := inSamples(t)
	p.run(t, "corpus", "add", "fy2020.txt").done(t)
	for _, args := range [][]string{
		{"parse", "fy2020.txt"},
		{"diff", "fy2020.txt", "fy2024.txt"},
		{"cite", "fy2020.txt"},
		{"dates", "fy2020.txt"},
		{"corpus", "list"},
		{"search", "の"},
		{"--help"},
	} {
		r, w, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		r.Close()
		cmd := p.command(t.Context(), args...)
		var said strings.Builder
		cmd.Stdout, cmd.Stderr = w, &said
		_ = cmd.Run()
		w.Close()
		signalled := false
		if ws, ok := cmd.ProcessState.Sys().(syscall.WaitStatus); ok {
			signalled = ws.Signaled() && ws.Signal() == syscall.SIGPIPE
		}
		if !signalled && cmd.ProcessState.ExitCode() > statusTrouble || strings.Contains(said.String(), "goroutine") || strings.Count(said.String(), "\n") > 1 {
			t.Errorf("shinkyu %q: %v: %s", args, cmd.ProcessState, said.String())
		}
	}
}

// TestSameEverywhere: time zone, locale and home change no byte of a result.
func TestSameEverywhere(t *testing.T) {
	p := inSamples(t)
	nofolder := filepath.Join(p.dir, "fy2020.txt", "below")
	all := [][]string{
		nil,
		{"TZ=Pacific/Kiritimati"},
		{"TZ=America/Los_Angeles", "LANG=ja_JP.SJIS"},
		{"LC_ALL=tr_TR.UTF-8"},
		{"LC_ALL=\xff", "TZ=x"},
		{"HOME=", "XDG_CACHE_HOME="},
		{"HOME=" + nofolder, "XDG_CACHE_HOME=" + nofolder},
		{"SHINKYU_CACHE=" + nofolder},
		{"SHINKYU_CACHE=off"},
		{"GOMAXPROCS=1"},
	}
	for _, c := range []struct {
		args []string
		envs [][]string // words make their dictionary anew where there is no cache, which takes a second
	}{
		{[]string{"parse", "fy2020.txt", "--lang", "en"}, all},
		{[]string{"diff", "fy2020.txt", "fy2024.txt", "--lang", "ja", "--format", "html"}, append(all[:5:5], all[6], []string{"SHINKYU_CACHE=off", "GOMAXPROCS=1"})},
	} {
		args, want := c.args, ""
		for _, env := range c.envs {
			p.env = env
			got := p.run(t, args...).done(t).stdout
			if want == "" {
				want = got
			}
			if got != want {
				t.Errorf("shinkyu %q with %q gives other bytes", args, env)
			}
		}
	}
}

// TestNamesOfFiles: a name may hold anything that a file system lets it.
func TestNamesOfFiles(t *testing.T) {
	p := program{dir: t.TempDir()}
	docs := filepath.Join(p.dir, "docs")
	if err := os.Mkdir(docs, 0o755); err != nil {
		t.Fatal(err)
	}
	var made []string
	for _, name := range []string{
		"\x8cv\x89\xe6.txt", "二\n行.txt", "-o.txt", "--help", "\x1b[31m\x1b]0;x\x07.txt", "a b'\"$(x).txt", "<script>.txt",
		"\u202egpj.txt", strings.Repeat("長", 80) + ".txt", "d1", "=1+1.txt", "\\.txt", "C:x.txt", "%s%n.txt", "\xff\xfe",
	} {
		if os.WriteFile(filepath.Join(docs, name), []byte(strings.Replace(plan, "人材", "人材"+fmt.Sprint(len(made)), 1)), 0o644) == nil {
			made = append(made, name) // other systems refuse some of them
		}
	}
	for _, name := range made {
		p.dir = docs
		if o := p.run(t, "parse", "--format", "outline", "--", name); o.status != statusDone {
			t.Errorf("%q: %s", name, o.stderr)
		}
		p.run(t, "parse", "--", name+"x").says(t, "there is no such file")
		p.run(t, "parse", "--", name, "-o", "nosuch/"+name).says(t)
		for _, format := range []string{"html", "docx", "markdown", "csv", "json", "term"} {
			p.run(t, "diff", "--format", format, "--", "./"+name, "./"+name).done(t)
		}
	}
	p.dir = filepath.Dir(docs)
	o := p.run(t, "corpus", "add", "docs").done(t)
	if !strings.HasPrefix(o.stdout, fmt.Sprintf("added %d,", len(made))) {
		t.Errorf("%d files: %s", len(made), o.stdout)
	}
	for _, args := range [][]string{{"corpus", "list"}, {"search", "人材"}, {"corpus", "series"}} {
		if o := p.run(t, args...).done(t); strings.Contains(o.stdout, "\x1b") || strings.Contains(o.stdout, "\u202e") {
			t.Errorf("shinkyu %q: a terminal gets %q", args, o.stdout)
		}
	}
	p.run(t, "corpus", "check").done(t)
}

// TestOddFiles: what is no regular file does not hang a walk through a folder,
// and no link leads round in circles.
func TestOddFiles(t *testing.T) {
	p := inSamples(t)
	var passed []string
	if makePipe(filepath.Join(p.dir, "pipe.txt")) == nil {
		passed = append(passed, "pipe.txt")
		p.run(t, "corpus", "add", "pipe.txt").says(t, "pipe.txt: this is no regular file; copy it to a file first")
	}
	if makeZeros(filepath.Join(p.dir, "zero.txt")) == nil {
		passed = append(passed, "zero.txt")
		p.run(t, "corpus", "add", "zero.txt").says(t, "zero.txt: this is no regular file")
		p.run(t, "parse", "--max-bytes", "1000000", "zero.txt").says(t, "--max-bytes")
	}
	links := 0
	for name, target := range map[string]string{"round": ".", "one.txt": "two.txt", "two.txt": "one.txt", "gone.txt": "nosuch.txt", "up": ".."} {
		if os.Symlink(target, filepath.Join(p.dir, name)) == nil {
			links++
		}
	}
	o := p.run(t, "corpus", "add", ".")
	if !strings.HasPrefix(o.stdout, "added 2,") || links == 5 && !strings.Contains(o.stdout, "failed 3") {
		t.Errorf("three links lead nowhere: %s%s", o.stdout, o.stderr)
	}
	for _, name := range passed {
		if !strings.Contains(o.stderr, name+": passed over: this is no regular file") {
			t.Errorf("%s: %s", name, o.stderr)
		}
	}
	p.run(t, "parse", ".").says(t, "this is a folder")
	p.run(t, "corpus", "list", "--db", ".").says(t, "this is a folder")
	writeFile(t, filepath.Join(p.dir, "empty.txt"), "")
	for _, name := range []string{"empty.txt", "-"} {
		p.run(t, "diff", name, "fy2020.txt").says(t, name+": the file is empty")
	}
	p.run(t, "corpus", "add", "empty.txt").says(t, "empty.txt: the file is empty")
	p.stdin = strings.NewReader(plan)
	if o := p.run(t, "parse", "-", "--format", "outline").done(t); !strings.Contains(o.stdout, "人材の育成") {
		t.Errorf("%q", o.stdout)
	}
}

// TestManyFiles adds a folder of ten thousand files: a hundred documents, and
// the rest none that is read.
func TestManyFiles(t *testing.T) {
	p := program{dir: t.TempDir()}
	docs := filepath.Join(p.dir, "docs")
	if err := os.Mkdir(docs, 0o755); err != nil {
		t.Fatal(err)
	}
	for i := range 10_000 {
		ext, text := ".csv", "a\n"
		if i%100 == 0 {
			ext, text = ".txt", strings.Replace(plan, "人材", fmt.Sprint("人材", i), 1)
		}
		writeFile(t, filepath.Join(docs, fmt.Sprint(i, ext)), text)
	}
	o := p.run(t, "corpus", "add", "docs").done(t)
	if !strings.HasPrefix(o.stdout, "added 100, new versions 0, there already 0, passed over 9900, failed 0") {
		t.Errorf("%s", o.stdout)
	}
	if o.peak > 300<<20 && !raceEnabled {
		t.Errorf("it took %d MB", o.peak>>20)
	}
}

// TestMovingFiles adds files that grow, shrink and vanish meanwhile: each is
// read or reported, and the corpus is sound.
func TestMovingFiles(t *testing.T) {
	p := program{dir: t.TempDir()}
	docs := filepath.Join(p.dir, "docs")
	if err := os.Mkdir(docs, 0o755); err != nil {
		t.Fatal(err)
	}
	for i := range 40 {
		writeFile(t, filepath.Join(docs, fmt.Sprint(i, ".txt")), plan+fmt.Sprint(i))
	}
	ctx, cancel := context.WithCancel(t.Context())
	var mover sync.WaitGroup
	mover.Go(func() { move(ctx, docs) })
	for range 4 {
		if o := p.run(t, "corpus", "add", "docs"); o.status == statusTrouble {
			for line := range strings.Lines(strings.TrimSpace(o.stderr)) {
				if !strings.Contains(line, "docs/") && !strings.Contains(line, "documents failed") {
					t.Errorf("%s", line)
				}
			}
		}
	}
	cancel()
	mover.Wait()
	p.run(t, "corpus", "check").done(t)
}

// move rewrites, lengthens, empties and removes files until it is told to end.
func move(ctx context.Context, docs string) {
	r := rand.New(rand.NewPCG(5, 6))
	for ctx.Err() == nil {
		name := filepath.Join(docs, fmt.Sprint(r.IntN(40), ".txt"))
		switch r.IntN(4) {
		case 0:
			os.Remove(name)
		case 1:
			if f, err := os.OpenFile(name, os.O_APPEND|os.O_WRONLY, 0); err == nil {
				_, _ = io.WriteString(f, strings.Repeat("人材を育成する。\n", 50))
				f.Close()
			}
		default:
			_ = os.WriteFile(name, []byte(plan+fmt.Sprint(r.IntN(1000))), 0o644)
		}
		time.Sleep(time.Millisecond)
	}
}

// TestNoPlace: where a result cannot be written, what is there stays.
func TestNoPlace(t *testing.T) {
	p := inSamples(t)
	p.run(t, "parse", "fy2020.txt", "-o", "fy2024.txt/out.json").says(t, "fy2024.txt/out.json: ")
	p.run(t, "corpus", "add", "fy2020.txt", "--db", "fy2024.txt/corpus.db").says(t, "the corpus cannot be opened")
	p.run(t, "corpus", "add", "fy2020.txt", "--db", "fy2024.txt").says(t, "the file is no SQLite file")
	if _, err := os.Stat("/dev/full"); err == nil {
		p.run(t, "parse", "fy2020.txt", "-o", "/dev/full").says(t, "/dev/full: no space left on device")
		full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
		if err != nil {
			t.Fatal(err)
		}
		defer full.Close()
		cmd := p.command(t.Context(), "parse", "fy2020.txt")
		var said strings.Builder
		cmd.Stdout, cmd.Stderr = full, &said
		if err := cmd.Run(); errors.Is(err, os.ErrNotExist) || said.String() != "shinkyu: standard output cannot be written (no space left on device); make room, or give -o another place\n" {
			t.Errorf("%v: %s", err, said.String())
		}
	}
	if got := names(t, p.dir); !slices.Equal(got, []string{"fy2020.txt", "fy2024.txt"}) {
		t.Errorf("left: %q", got)
	}
}
