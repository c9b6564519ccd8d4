package results

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestFolder(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a", "results")
	f := Open(path, 0)
	k := KeyOf([]byte("a"), []byte("b"))
	if k == KeyOf([]byte("ab")) || k == KeyOf([]byte("a"), []byte("b"), nil) || k != KeyOf([]byte("a"), []byte("b")) {
		t.Error("keys do not tell their parts")
	}
	if _, ok := f.Get(k); ok {
		t.Error("a result before there is one")
	}
	f.Put(k, []byte("計画"))
	if got, ok := f.Get(k); !ok || string(got) != "計画" {
		t.Errorf("%q, %v", got, ok)
	}
	for _, damage := range []string{"", "short", "\x00" + string(make([]byte, 40))} {
		if err := os.WriteFile(f.file(k), []byte(damage), 0o644); err != nil {
			t.Fatal(err)
		}
		if got, ok := f.Get(k); ok {
			t.Errorf("%q of a damaged file", got)
		}
	}
	other := filepath.Join(path, "other.txt")
	if err := os.WriteFile(other, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := f.Clear(); err != nil {
		t.Error(err)
	}
	if files, _ := f.files(); len(files) > 0 {
		t.Errorf("%d left", len(files))
	}
	if _, err := os.Stat(other); err != nil {
		t.Error(err)
	}
}

// TestTrim asserts that what was used last stays.
func TestTrim(t *testing.T) {
	f := Open(t.TempDir(), 10_000)
	key := func(i int) Key { return KeyOf([]byte(fmt.Sprint(i))) }
	for i := range 9 {
		f.Put(key(i), make([]byte, 1000))
		at := time.Now().Add(time.Duration(i-20) * time.Minute)
		if err := os.Chtimes(f.file(key(i)), at, at); err != nil {
			t.Fatal(err)
		}
	}
	if _, ok := f.Get(key(0)); !ok {
		t.Error("0 is away")
	}
	f.Put(key(9), make([]byte, 1000))
	for i, want := range []bool{true, false, false, false, true, true, true, true, true, true} {
		if _, ok := f.Get(key(i)); ok != want {
			t.Errorf("%d: %v", i, ok)
		}
	}
	f.Put(key(10), make([]byte, 5000)) // too large to be worth it
	if _, ok := f.Get(key(10)); ok {
		t.Error("a large result is kept")
	}
}

func TestNone(t *testing.T) {
	var f *Folder
	f.Put(Key{}, []byte("a"))
	if _, ok := f.Get(Key{}); ok || f.Clear() != nil || Open("", 0) != nil {
		t.Error("a nil folder keeps something")
	}
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	Open(file, 0).Put(Key{}, []byte("a")) // no folder, no result, no trouble
}
