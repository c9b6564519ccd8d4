package main

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestNoNetwork runs the commands in a network namespace that has no interface
// up, not even the loopback: none of them misses it.
func TestNoNetwork(t *testing.T) {
	p := inSamples(t)
	copyFile(t, "../../testdata/formats/fy2020.docx", filepath.Join(p.dir, "a.docx"))
	copyFile(t, "../../testdata/formats/fy2020-plain.pdf", filepath.Join(p.dir, "a.pdf"))
	writeFile(t, filepath.Join(p.dir, "a.html"), `<html><link rel=stylesheet href="http://127.0.0.1/x"><img src="http://127.0.0.1/y"><h1>計画</h1><p>本文である。`)
	writeFile(t, filepath.Join(p.dir, "a.xml"), `<!DOCTYPE Law SYSTEM "http://127.0.0.1/law.dtd"><Law><LawNum>一</LawNum><LawBody><LawTitle>法</LawTitle></LawBody></Law>`)
	apart := func(args ...string) *exec.Cmd {
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		t.Cleanup(cancel)
		cmd := p.command(ctx, args...)
		cmd.SysProcAttr = &syscall.SysProcAttr{Cloneflags: syscall.CLONE_NEWNET}
		return cmd
	}
	if err := apart("--version").Run(); err != nil {
		t.Skipf("a network namespace cannot be made here: %v", err)
	}
	for _, c := range []string{
		"parse fy2020.txt", "parse a.docx", "parse a.pdf", "parse a.html", "parse a.xml", "diff fy2020.txt fy2024.txt",
		"diff fy2020.txt fy2024.txt -o out.html", "diff fy2020.txt fy2024.txt -o out.docx", "diff fy2020.txt fy2024.txt -o out.xlsx",
		"cite fy2020.txt --format csl-json", "dates fy2020.txt", "corpus add fy2020.txt fy2024.txt a.docx", "corpus list", "corpus series",
		"corpus check", "corpus refresh --all", "search 人材", "ledger --series サイバー", "terms --series サイバー", "cite --db corpus.db",
		"cache path", "--help",
	} {
		if out, err := apart(strings.Fields(c)...).CombinedOutput(); err != nil {
			t.Errorf("shinkyu %s: %v: %.500s", c, err, out)
		}
	}
}

// TestNoClient: no package of the module but those that serve and their tests
// imports what opens connections.
func TestNoClient(t *testing.T) {
	for _, p := range packages(t) {
		for _, i := range p.Imports {
			if i == "net" && p.ImportPath != "shinkyu/cmd/shinkyu" && !within(p.ImportPath, "shinkyu/corpus/web") ||
				strings.HasPrefix(i, "net/http") && !within(p.ImportPath, "shinkyu/corpus/web") ||
				slices.Contains([]string{"net/smtp", "net/rpc", "golang.org/x/net/websocket", "golang.org/x/net/http2"}, i) {
				t.Errorf("%s imports %s: the program opens no connections", p.ImportPath, i)
			}
		}
	}
	calls := []string{"http.Get(", "http.Post(", "http.DefaultClient", "http.Client{", "net.Dial(", "net.Dialer{", "net.Lookup"}
	err := filepath.WalkDir("../..", func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		data, err := os.ReadFile(path)
		for _, c := range calls {
			if strings.Contains(string(data), c) {
				t.Errorf("%s calls %s", path, c)
			}
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

// TestServeListensOnLoopback: unless told otherwise.
func TestServeListensOnLoopback(t *testing.T) {
	a := newApp([]string{"serve"}, strings.NewReader(""), os.Stdout, os.Stderr, func(string) string { return "" })
	if f := newServeCommand(a).Flags().Lookup("addr"); f == nil || !strings.HasPrefix(f.DefValue, "127.0.0.1:") {
		t.Errorf("it listens on %v", f)
	}
}
