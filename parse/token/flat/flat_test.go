package flat

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/ikawaha/kagome-dict/ipa"
	"github.com/ikawaha/kagome/v2/tokenizer"
)

// The file must give the features that kagome gives from the dictionary as
// shipped, for every word of it.
func TestFeaturesAreKagomes(t *testing.T) {
	d := fromFile(t)
	full := ipa.Dict()
	for id, c := range full.Contents {
		f := d.Features(id)
		names := full.POSTable.POSs[id]
		if f.POS != full.POSTable.NameList[names[0]] {
			t.Fatalf("morph %d: part of speech %q", id, f.POS)
		}
		if want := at(c, 2); f.Base != want {
			t.Fatalf("morph %d: base %q, want %q", id, f.Base, want)
		}
		if want := at(c, 3); f.Reading != want {
			t.Fatalf("morph %d: reading %q, want %q", id, f.Reading, want)
		}
	}
}

// A text must be cut alike with the dictionary from the file and as shipped.
func TestCutsAsShipped(t *testing.T) {
	d := fromFile(t)
	flat, err := tokenizer.New(d.Kagome(), tokenizer.OmitBosEos())
	if err != nil {
		t.Fatal(err)
	}
	shipped, err := tokenizer.New(ipa.Dict(), tokenizer.OmitBosEos())
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join("..", "..", "..", "testdata", "fy2020.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		a, b := flat.Wakati(line), shipped.Wakati(line)
		if strings.Join(a, "|") != strings.Join(b, "|") {
			t.Errorf("got %q, want %q", a, b)
		}
	}
}

func TestDamagedFileIsRebuilt(t *testing.T) {
	sound := encoded(t)
	flipped := bytes.Clone(sound)
	flipped[len(flipped)/2] ^= 1
	other := bytes.Clone(sound)
	copy(other, "shinkyu flat 0")
	for name, b := range map[string][]byte{
		"empty": {}, "header only": sound[:100], "truncated": sound[:len(sound)-1], "one bit flipped": flipped,
		"another version": other, "something else": []byte(strings.Repeat("x", 1000)),
	} {
		t.Run(name, func(t *testing.T) {
			if verify(bytes.NewReader(b), int64(len(b))) == nil {
				t.Fatal("verified without complaint")
			}
		})
	}
	folder := t.TempDir()
	if err := os.WriteFile(Path(folder), flipped, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(folder); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(Path(folder))
	if err != nil || !bytes.Equal(got, sound) {
		t.Fatalf("the damaged file was not replaced by a sound one (%v)", err)
	}
}

func TestNoFolder(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	d, err := Open(filepath.Join(file, "below"))
	if err == nil {
		t.Error("nothing said of a folder that cannot be made")
	}
	if d == nil || d.check() != nil {
		t.Error("no dictionary")
	}
}

func TestTwoWriters(t *testing.T) {
	folder := t.TempDir()
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() {
			if _, err := Open(folder); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if n, err := Clear(folder); n != 1 || err != nil {
		t.Errorf("%d files were left (%v)", n, err)
	}
}

// The version must name the dictionary that is built in, or an old file would
// go on being used after an upgrade.
func TestVersionIsThatOfTheModule(t *testing.T) {
	mod, err := os.ReadFile(filepath.Join("..", "..", "..", "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	_, after, _ := strings.Cut(version, ", ")
	if want := "github.com/ikawaha/" + after; !strings.Contains(string(mod), want) {
		t.Errorf("go.mod does not have %q: bump version", want)
	}
}

func BenchmarkOpen(b *testing.B) {
	folder := b.TempDir()
	if _, err := Open(folder); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := load(Path(folder)); err != nil {
			b.Fatal(err)
		}
	}
}

var encode = sync.OnceValues(func() ([]byte, error) {
	var b bytes.Buffer
	err := decode().write(&b)
	return b.Bytes(), err
})

func encoded(t *testing.T) []byte {
	t.Helper()
	b, err := encode()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func fromFile(t *testing.T) *Dict {
	t.Helper()
	d, err := read(encoded(t))
	if err != nil {
		t.Fatal(err)
	}
	return d
}
