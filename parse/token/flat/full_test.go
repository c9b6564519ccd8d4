//go:build linux

package flat

import (
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"syscall"
	"testing"
)

// A disk without room leaves a good dictionary, an error that says so and no
// half-written file behind. The limit on the size of files stands for the disk
// and holds for a whole process, so that this runs in one of its own.
func TestFullDisk(t *testing.T) {
	folder := os.Getenv("SHINKYU_TEST_FULL_DISK")
	if folder == "" {
		cmd := exec.Command(os.Args[0], "-test.run", "^TestFullDisk$")
		cmd.Env = append(os.Environ(), "SHINKYU_TEST_FULL_DISK="+t.TempDir())
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%v\n%s", err, out)
		}
		return
	}
	signal.Ignore(syscall.SIGXFSZ)
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: 1 << 20, Max: 1 << 20}); err != nil {
		t.Skip(err)
	}
	d, err := Open(folder)
	if err == nil {
		t.Error("nothing said of a disk that is full")
	}
	if d == nil || d.check() != nil {
		t.Error("no dictionary")
	}
	if left, _ := filepath.Glob(filepath.Join(folder, "*")); len(left) > 0 {
		t.Errorf("left behind: %q", left)
	}
}

// A folder that may not be written to does no harm either.
func TestUnwritableFolder(t *testing.T) {
	folder := t.TempDir()
	if err := os.Chmod(folder, 0o555); err != nil {
		t.Fatal(err)
	}
	d, err := Open(folder)
	if err == nil && os.Geteuid() != 0 { // root writes anywhere
		t.Error("nothing said of a folder that cannot be written to")
	}
	if d == nil || d.check() != nil {
		t.Error("no dictionary")
	}
}
