package source

import (
	"errors"
	"os"
	"strings"
	"testing"
)

func TestReadText(t *testing.T) {
	src, err := Read("a.txt", []byte("\xEF\xBB\xBF第１　総則\r\n本文\u200b\ue000㈱\n"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if want := "第１　総則\r\n本文\u200b\ue000㈱\n"; src.Text != want {
		t.Errorf("text %q, want %q", src.Text, want)
	}
	if src.Format != Text || src.Encoding != "utf-8" || len(src.Lines) != 2 || src.Pages != 0 {
		t.Errorf("got %+v", src)
	}
	if len(src.SHA256) != 64 {
		t.Errorf("sha256 %q", src.SHA256)
	}
}

func TestReadErrors(t *testing.T) {
	for _, c := range []struct {
		name, data, want string
		opt              Options
	}{
		{"empty", "", "f: the file is empty; ", Options{}},
		{"too large", "あいう", "f: the file has 9 bytes, the limit is 5; raise it with --max-bytes", Options{MaxBytes: 5}},
		{"undecodable", "あ\n\xFFい", "f:2: byte 0xFF at offset 4 is no utf-8; ", Options{Encoding: "utf-8"}},
		{"unknown encoding", "あ", `f: unknown encoding "klingon"; use one of`, Options{Encoding: "klingon"}},
	} {
		_, err := Read("f", []byte(c.data), c.opt)
		var e *Error
		if !errors.As(err, &e) || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %s…", c.name, err, c.want)
		}
	}
}

func TestHasJapanese(t *testing.T) {
	for text, want := range map[string]bool{"": false, "plain English 2024": false, "ＡＢＣ①": false, "あ": true, "ｱ": true, "予算": true, "⽇": true} {
		if got := (&Source{Text: text}).HasJapanese(); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func BenchmarkReadText(b *testing.B) {
	one, err := os.ReadFile("../../testdata/fy2020.txt")
	if err != nil {
		b.Fatal(err)
	}
	data := []byte(strings.Repeat(string(one), 400))
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read("a", data, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
