package source

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// A pdfFile is a PDF in the making: objects by number from 1 on. The first is
// the catalog, the second the page tree.
type pdfFile struct{ objects []string }

func (f *pdfFile) add(body string) int {
	f.objects = append(f.objects, body)
	return len(f.objects)
}

func (f *pdfFile) stream(dict string, data []byte) int {
	return f.add(fmt.Sprintf("<<%s/Length %d>>stream\n%s\nendstream", dict, len(data), data))
}

func (f *pdfFile) bytes() []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	var at []int
	for i, o := range f.objects {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, o := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, start)
	return b.Bytes()
}

// newPDF makes a file of pages that show the stream of object 3, with the
// resources given.
func newPDF(pages int, resources string) *pdfFile {
	f := &pdfFile{}
	f.add("<</Type/Catalog/Pages 2 0 R>>")
	kids := strings.Repeat("4 0 R ", pages)
	f.add(fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d>>", kids, pages))
	f.add("") // the content
	f.add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 3 0 R/Resources<<" + resources + ">>>>")
	return f
}

func (f *pdfFile) content(dict string, data []byte) *pdfFile {
	f.objects[2] = fmt.Sprintf("<<%s/Length %d>>stream\n%s\nendstream", dict, len(data), data)
	return f
}

func deflate(data []byte) []byte {
	var b bytes.Buffer
	w, _ := zlib.NewWriterLevel(&b, 9)
	_, _ = w.Write(data)
	_ = w.Close()
	return b.Bytes()
}

// formBomb nests forms, each of which shows the next ten times.
func formBomb(depth int) []byte {
	f := newPDF(1, "/XObject<</F 5 0 R>>").content("", []byte("/F Do"))
	for i := range depth {
		res := fmt.Sprintf("/Resources<</XObject<</F %d 0 R>>>>", 6+i)
		f.stream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]"+res, []byte(strings.Repeat("/F Do ", 10)))
	}
	f.stream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]", []byte("0 0 m 1 1 l S"))
	return f.bytes()
}

func TestHostilePDF(t *testing.T) {
	bomb := deflate(bytes.Repeat([]byte("0 0 m 9 9 l S\n"), 4<<20))
	sample, err := os.ReadFile("../../testdata/formats/fy2024-plain.pdf")
	if err != nil {
		t.Fatal(err)
	}
	tree := &pdfFile{}
	tree.add("<</Type/Catalog/Pages 2 0 R>>")
	tree.add("<</Type/Pages/Kids[2 0 R 2 0 R]/Count 99999>>")
	small := Options{MaxTime: 20 * time.Second, MaxMemory: 64 << 20}
	for _, c := range []struct {
		name string
		data []byte
		opt  Options
		want string
	}{
		{"no PDF at all", []byte("%PDF-1.7 and no more"), small, "it is no sound PDF; download it again"},
		{"cut", sample[:len(sample)/2], small, ""},
		{"too many pages", newPDF(50, "").content("", nil).bytes(), Options{MaxPages: 49}, "the PDF has 50 pages, the limit is 49; raise it with --max-pages"},
		{"page tree in a circle", tree.bytes(), small, ""},
		{"stream bomb", newPDF(1, "").content("/Filter/FlateDecode", bomb).bytes(), small, ""},
		{"form bomb", formBomb(20), small, ""},
		{"form bomb, by time", formBomb(20), Options{MaxTime: 200 * time.Millisecond}, "reading the PDF takes longer than 200ms; raise it with --max-seconds"},
		{"no time", sample, Options{MaxTime: time.Nanosecond}, "raise it with --max-seconds"},
		{"nothing on it", newPDF(2, "").content("", nil).bytes(), small, "none of its pages shows anything"},
		{"images only", newPDF(3, "").content("", []byte("q 9 0 0 9 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q")).bytes(), small, "pages 1 to 3 show images only; make a text layer with OCR first"},
	} {
		start := time.Now()
		_, err := Read("f", c.data, c.opt)
		t.Logf("%s: %v in %v", c.name, err, time.Since(start).Round(time.Millisecond))
		if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: got %v, want %s", c.name, err, c.want)
		}
	}
}

func TestEncryptedPDF(t *testing.T) {
	data, err := os.ReadFile("../../testdata/formats/encrypted.pdf")
	if err != nil {
		t.Fatal(err)
	}
	for password, want := range map[string]string{
		"":      "f: it is encrypted; give its password with --password",
		"wrong": "f: the password is wrong; give another with --password",
	} {
		if _, err := Read("f", data, Options{Password: password}); err == nil || err.Error() != want {
			t.Errorf("%q: %v, want %s", password, err, want)
		}
	}
	src, err := Read("f", data, Options{Password: "secret"})
	if err != nil || !strings.Contains(src.Text, "重点化を図るべき取組") {
		t.Errorf("with the password: %v", err)
	}
}

// TestSamplePDFs compares the text of the printed samples with that of the
// originals: the same characters in the same order, in one column, in two, and
// in vertical writing.
func TestSamplePDFs(t *testing.T) {
	for _, year := range []string{"fy2020", "fy2024"} {
		var first string
		for _, kind := range []string{"plain", "book", "tate"} {
			name := year + "-" + kind
			data, err := os.ReadFile(filepath.Join("../../testdata/formats", name+".pdf"))
			if err != nil {
				t.Fatal(err)
			}
			src, err := Read(name, data, Options{})
			if err != nil {
				t.Fatal(err)
			}
			checkSource(t, src)
			got := bodyText(src)
			if first == "" {
				first = got
				original, err := os.ReadFile("../../testdata/" + year + ".txt")
				if err != nil {
					t.Fatal(err)
				}
				// The gold trees, which were printed, leave the closing 以上 out.
				sameCharacters(t, name, got, strings.Replace(squeeze(string(original)), "以上", "", strings.Count(squeeze(string(original)), "以上")-strings.Count(got, "以上")))
				continue
			}
			if got != first {
				t.Errorf("%s differs from the one in a column at %s", name, differAt(got, first))
			}
		}
	}
}

// bodyText is the text outside furniture, without white space.
func bodyText(s *Source) string {
	var b strings.Builder
	at := 0
	for i, l := range s.Lines {
		for at < len(s.Blocks) && s.Blocks[at].Last < i {
			at++
		}
		if at < len(s.Blocks) && s.Blocks[at].First <= i && s.Blocks[at].Kind == BlockFurniture {
			continue
		}
		b.WriteString(s.Slice(l.Span))
	}
	return squeeze(b.String())
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

// sameCharacters allows for the page numbers in the original.
func sameCharacters(t *testing.T, name, got, want string) {
	t.Helper()
	count := map[rune]int{}
	for _, r := range want {
		count[r]++
	}
	for _, r := range got {
		count[r]--
	}
	for r, n := range count {
		if n != 0 && (r < '0' || r > '9') {
			t.Errorf("%s: %c is there %d times too rarely", name, r, n)
		}
	}
}

func differAt(a, b string) string {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	cut := func(s string) string { return strings.ToValidUTF8(s[max(0, i-30):min(len(s), i+60)], "") }
	return fmt.Sprintf("%q, not %q", cut(a), cut(b))
}

// TestPDFParts reads a page with a reading, a footnote, superscripts, a ruled
// table with a cell over two rows, and a frame.
func TestPDFParts(t *testing.T) {
	data, err := os.ReadFile("../../testdata/formats/parts.pdf")
	if err != nil {
		t.Fatal(err)
	}
	checkShow(t, data, Options{}, PDF, `
| 公文書管理の手引
| 令和６年４月１日
| この手引は、行政文書の管理について、職員が日々の業務で
f: ぎょうせいぶんしょ
f: 1
| 迷うことのないように、要点をまとめたものである。面積は
| 100m2を超えないものとする。
| 表は次のとおりとする。
t: 区分 | 内容 | 年 // 保存 | 法令の制定又は改廃及びその経緯に関する文書で重要なもの | 30 //  | その他 | 10
| 枠の中の文である。
| 以上のとおり取り扱う。
n: 1　公文書等の管理に関する法律⏎による。
`)
	src, err := Read("f", data, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for line, want := range map[int]Layout{
		0: {Indent: 7, Width: 8, Size: 14, Align: AlignCenter, Seam: SeamBegins},
		1: {Indent: 21.2, Width: 8, Size: 10.5, Align: AlignEnd, Seam: SeamBegins},
		2: {Indent: 1, Width: 28.2, Size: 10.5, Seam: SeamBegins},
		5: {Indent: 0, Width: 29.2, Size: 10.5, Seam: SeamGoesOn},
	} {
		got := *src.Lines[line].Layout
		if got.Top <= 0 || got.Top >= 1 {
			t.Errorf("line %d: top %v", line+1, got.Top)
		}
		if got.Top = 0; got != want {
			t.Errorf("line %d: %+v, want %+v", line+1, got, want)
		}
	}
}
