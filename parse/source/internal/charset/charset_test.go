package charset

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/transform"
)

func to16(text string, big bool) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune(text)) {
		if big {
			out = append(out, byte(u>>8), byte(u))
		} else {
			out = append(out, byte(u), byte(u>>8))
		}
	}
	return out
}

// encode gives the text in an encoding without the characters that it lacks.
func encode(e encoding.Encoding, text string) (data []byte, kept string) {
	var b strings.Builder
	for _, r := range text {
		if s, _, err := transform.String(e.NewEncoder(), string(r)); err == nil && s != "\x1a" {
			b.WriteRune(r)
		}
	}
	kept = b.String()
	s, _, err := transform.String(e.NewEncoder(), kept)
	if err != nil {
		panic(err)
	}
	return []byte(s), kept
}

// variants are a text in every encoding.
func variants(text string) map[string]func() ([]byte, string) {
	return map[string]func() ([]byte, string){
		UTF8:      func() ([]byte, string) { return []byte(text), text },
		UTF16LE:   func() ([]byte, string) { return to16(text, false), text },
		UTF16BE:   func() ([]byte, string) { return to16(text, true), text },
		ShiftJIS:  func() ([]byte, string) { return encode(japanese.ShiftJIS, text) },
		EUCJP:     func() ([]byte, string) { return encode(japanese.EUCJP, text) },
		ISO2022JP: func() ([]byte, string) { return encode(japanese.ISO2022JP, text) },
	}
}

const short = "第１条　この法律は、公文書等の管理に関する基本的事項を定める。\r\n２　ﾃﾞｰﾀ ABC 2024\n"

func TestRoundTrip(t *testing.T) {
	for name, f := range variants(short) {
		data, want := f()
		got, enc, err := Decode(data, "")
		if err != nil || enc != name || got != want {
			t.Errorf("%s: got %q as %s, %v", name, got, enc, err)
		}
		if got, _, err := Decode(data, name); err != nil || got != want {
			t.Errorf("%s forced: got %q, %v", name, got, err)
		}
	}
}

func TestDetectOddities(t *testing.T) {
	for _, c := range []struct{ name, data, want string }{
		{"ASCII", "plain text 2024\n", UTF8},
		{"English that is kanji as UTF-16", "Bush hid the facts", UTF8},
		{"kana alone in UTF-16BE", string(to16("あいうえおかきくけこ", true)), UTF16BE},
		{"kana alone in UTF-16LE", string(to16("あいうえおかきくけこ", false)), UTF16LE},
		{"zeros", strings.Repeat("0", 50), UTF8},
		{"one character", "あ", UTF8},
		{"damaged UTF-8", strings.Repeat("公文書等の管理", 20) + "\xFF", UTF8},
		{"noise", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x80\x81\xFF\xFE\x90", UTF8},
	} {
		if got := Detect([]byte(c.data)); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestBadBytes(t *testing.T) {
	for _, c := range []struct {
		enc, data string
		offset    int
	}{
		{UTF8, "公文\xE5\x85", 6},
		{ShiftJIS, "\x8C\xF6\x95\xB6\n\x8F\x91\xA0\xFF", 7},
		{EUCJP, "\xB8\xF8\xCA\xB8\xFF\xB8\xF8", 4},
		{ISO2022JP, "\x1b$B8xJ8\x1b(B\x80", 10},
		{UTF16LE, "\x42\x30\x00\xD8\x42\x30", 2},
		{UTF16BE, "\x30\x42\x30", 2},
	} {
		_, _, err := Decode([]byte(c.data), c.enc)
		var e *Error
		if !errors.As(err, &e) || e.Offset != c.offset {
			t.Errorf("%s: %v, want offset %d", c.enc, err, c.offset)
		}
	}
}

func TestUserDefinedCharacters(t *testing.T) {
	got, _, err := Decode([]byte("\x8C\xF6\xF0\x40\x95\xB6\xF9\xFC\x87\x40\xFA\x40"), ShiftJIS)
	if want := "公\uE000文\uE757①ⅰ"; err != nil || got != want {
		t.Errorf("got %+q, %v; want %+q", got, err, want)
	}
}

// TestCorpora tells the encoding of every text of the corpora, turned into
// each encoding, whole and cut to its first 200 characters.
func TestCorpora(t *testing.T) {
	texts := corpusTexts(t)
	if len(texts) == 0 {
		t.Skip("the corpora are not here")
	}
	right, all := map[string]int{}, map[string]int{}
	for name, text := range texts {
		for cut, part := range map[string]string{"whole": text, "200": firstRunes(text, 200)} {
			for enc, f := range variants(part) {
				data, want := f()
				if !strings.ContainsFunc(want, func(r rune) bool { return r >= 0x3041 }) {
					continue
				}
				all[cut]++
				got, as, err := Decode(data, "")
				if as == enc && err == nil && got == want {
					right[cut]++
				} else {
					t.Logf("%s (%s) in %s: %s, %v", name, cut, enc, as, err)
				}
			}
		}
	}
	for cut, n := range all {
		share := float64(right[cut]) / float64(n)
		t.Logf("%s: %d of %d told right (%.4f)", cut, right[cut], n, share)
		if share < 0.99 {
			t.Errorf("%s: %.4f is under 0.99", cut, share)
		}
	}
}

// corpusTexts reads text files of the corpora; long ones up to 64 KB.
func corpusTexts(t *testing.T) map[string]string {
	texts := map[string]string{}
	for _, root := range []string{"../../../../testdata", "../../../../../shared/corpora", "../../../../../shared/seeds"} {
		err := filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
			if err != nil || d.IsDir() || !textual[filepath.Ext(path)] || d.Name() == "SOURCE.txt" {
				return nil
			}
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			text := string(data)
			if strings.Contains(path, "/sjis/") {
				text, _, err = Decode(data, ShiftJIS)
			}
			if err != nil || !utf8.ValidString(text) {
				t.Errorf("%s: %v", path, err)
				return nil
			}
			texts[path] = strings.TrimPrefix(firstRunes(text, 20000), "\uFEFF")
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return texts
}

var textual = map[string]bool{".txt": true, ".md": true, ".html": true, ".xml": true, ".jsonl": true, ".json": true, ".tsv": true}

func firstRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

// Whatever the bytes, a text that is given is valid UTF-8.
func FuzzDecode(f *testing.F) {
	for _, v := range variants(short) {
		data, _ := v()
		f.Add(data, "")
	}
	f.Add([]byte("\xF0\x40"), "cp932")
	f.Fuzz(func(t *testing.T, data []byte, forced string) {
		text, name, err := Decode(data, forced)
		if err == nil && (!utf8.ValidString(text) || name == "") {
			t.Fatalf("%q as %q: invalid text", data, name)
		}
		var e *Error
		if errors.As(err, &e) && (e.Offset < 0 || e.Offset >= len(data)) {
			t.Fatalf("offset %d of %d bytes", e.Offset, len(data))
		}
	})
}
