package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
)

func makePipe(name string) error  { return syscall.Mkfifo(name, 0o644) }
func makeZeros(name string) error { return syscall.Mknod(name, syscall.S_IFCHR|0o644, 1<<8|5) }

// disk mounts a disk of some size, in bytes; the test is skipped where that is
// not allowed.
func disk(t *testing.T, size int) string {
	t.Helper()
	folder := t.TempDir()
	if err := syscall.Mount("tmpfs", folder, "tmpfs", 0, fmt.Sprintf("size=%d", size)); err != nil {
		t.Skipf("a disk of its own cannot be mounted here: %v", err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(folder, syscall.MNT_DETACH) })
	return folder
}

func remount(t *testing.T, folder string, flags uintptr, options string) {
	t.Helper()
	if err := syscall.Mount("tmpfs", folder, "tmpfs", syscall.MS_REMOUNT|flags, options); err != nil {
		t.Skipf("the disk cannot be mounted otherwise: %v", err)
	}
}

// TestFullDisk: a result that does not fit leaves what was there and nothing
// else; a corpus goes on where there is room again.
func TestFullDisk(t *testing.T) {
	p := inSamples(t)
	full := disk(t, 96<<10)
	writeFile(t, filepath.Join(full, "out.html"), "old")
	p.run(t, "diff", "fy2020.txt", "fy2024.txt", "-o", filepath.Join(full, "out.html")).says(t, "out.html: no space left on device")
	if data, err := os.ReadFile(filepath.Join(full, "out.html")); err != nil || string(data) != "old" {
		t.Errorf("%q, %v", data, err)
	}
	if got := names(t, full); !slices.Equal(got, []string{"out.html"}) {
		t.Errorf("left: %q", got)
	}
	db := filepath.Join(full, "corpus.db")
	p.run(t, "corpus", "add", "--db", db, "fy2020.txt", "fy2024.txt").says(t, "the disk is full; make room")
	remount(t, full, 0, "size=8m")
	p.run(t, "corpus", "add", "--db", db, "fy2020.txt", "fy2024.txt").done(t)
	if o := p.run(t, "corpus", "check", "--db", db).done(t); !strings.Contains(o.stdout, "2 documents") {
		t.Errorf("%s", o.stdout)
	}
	// Where the cache does not fit, the command works without one.
	p.env = []string{"SHINKYU_CACHE=" + filepath.Join(full, "cache")}
	p.run(t, "diff", "fy2020.txt", "fy2024.txt").done(t)
}

// TestReadOnlyDisk: a corpus on a disk that cannot be written is read, and
// what would write there says so.
func TestReadOnlyDisk(t *testing.T) {
	p := inSamples(t)
	folder := disk(t, 8<<20)
	db := filepath.Join(folder, "corpus.db")
	p.run(t, "corpus", "add", "--db", db, "fy2020.txt").done(t)
	remount(t, folder, syscall.MS_RDONLY, "")
	for _, args := range [][]string{{"corpus", "list"}, {"search", "人材"}, {"cite"}, {"corpus", "check"}, {"parse", "d1"}} {
		if o := p.run(t, append(args, "--db", db)...).done(t); o.stdout == "" {
			t.Errorf("shinkyu %q says nothing", args)
		}
	}
	p.run(t, "corpus", "add", "--db", db, "fy2024.txt").says(t, "corpus.db: ", "; check the p")
	p.run(t, "corpus", "add", "--db", filepath.Join(folder, "new.db"), "fy2024.txt").says(t, "new.db: ")
	p.run(t, "parse", "fy2020.txt", "-o", filepath.Join(folder, "out.json")).says(t, "read-only file system; give -o another place")
}
