package main

import (
	"archive/zip"
	"bytes"
	endian "encoding/binary"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// peakMost is the most memory that input which is refused may take, in bytes.
const peakMost = 300 << 20

// A hostile is input that means harm, and what is said of it; empty where it
// is read like any other.
type hostile struct {
	name, says string
	data       func() []byte
}

func (h hostile) args() []string {
	switch filepath.Ext(h.name) {
	case ".csv":
		return []string{"cite", "fy2020.txt", "--laws", h.name}
	case ".yaml":
		return []string{"diff", "fy2020.txt", "fy2024.txt", "--decisions", h.name}
	case ".terms":
		return []string{"diff", "fy2020.txt", "fy2024.txt", "--terms", h.name}
	case ".ladder":
		return []string{"diff", "fy2020.txt", "fy2024.txt", "--ladder", h.name}
	}
	return []string{"parse", h.name}
}

// A part makes a part of hostile input, when it is asked for: the program that
// is tested is this one too, and shall not begin with a memory full of it.
type part func() string

func times(n int, s string) part { return func() string { return strings.Repeat(s, n) } }

func numbered(n int, format string) part {
	return func() string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, format, i)
		}
		return b.String()
	}
}

// text joins strings and parts.
func text(parts ...any) func() []byte {
	return func() []byte {
		var b bytes.Buffer
		for _, p := range parts {
			if p, ok := p.(part); ok {
				b.WriteString(p())
				continue
			}
			fmt.Fprint(&b, p)
		}
		return b.Bytes()
	}
}

// wordBody gives a Word file with such a body.
func wordBody(parts ...any) func() []byte {
	return wordFile(text(append(append([]any{"<w:document><w:body>"}, parts...), "</w:body></w:document>")...), nil)
}

// wordFile gives a Word file around a document part, with other entries.
func wordFile(document func() []byte, others []string) func() []byte {
	return func() []byte {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		put := func(name string, text []byte) {
			w, err := z.Create(name)
			if err == nil {
				_, err = w.Write(text)
			}
			if err != nil {
				panic(err)
			}
		}
		for _, name := range others {
			put(name, nil)
		}
		put("_rels/.rels", []byte(`<Relationships><Relationship Id="r" Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>`))
		put("word/document.xml", document())
		if err := z.Close(); err != nil {
			panic(err)
		}
		return b.Bytes()
	}
}

// overlapping gives a zip archive of which many entries are one and the same
// bytes (Fifield, A better zip bomb).
func overlapping() []byte {
	const name = "word/document.xml"
	packed := wordBody(times(1<<18, "<w:p/>"))()
	z, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		panic(err)
	}
	f := z.File[1]
	at, err := f.DataOffset()
	if err != nil {
		panic(err)
	}
	raw := packed[at : at+int64(f.CompressedSize64)]
	head := func(signature string, central bool, name string) []byte {
		b := []byte(signature)
		if central {
			b = endian.LittleEndian.AppendUint16(b, 20)
		}
		for _, v := range []uint16{20, 0, 8, 0, 0} {
			b = endian.LittleEndian.AppendUint16(b, v)
		}
		for _, v := range []uint32{f.CRC32, uint32(len(raw)), uint32(f.UncompressedSize64)} {
			b = endian.LittleEndian.AppendUint32(b, v)
		}
		b = endian.LittleEndian.AppendUint32(b, uint32(len(name)))
		if central {
			b = append(b, make([]byte, 14)...)
		}
		return append(b, name...)
	}
	out := append(head("PK\x03\x04", false, name), raw...)
	start := len(out)
	const n = 500
	for i := range n {
		entry := name
		if i > 0 {
			entry = fmt.Sprintf("word/header%d.xml", i)
		}
		out = append(out, head("PK\x01\x02", true, entry)...)
	}
	size := len(out) - start
	out = append(out, "PK\x05\x06\x00\x00\x00\x00"...)
	out = endian.LittleEndian.AppendUint16(out, n)
	out = endian.LittleEndian.AppendUint16(out, n)
	out = endian.LittleEndian.AppendUint32(out, uint32(size))
	out = endian.LittleEndian.AppendUint32(out, uint32(start))
	return endian.LittleEndian.AppendUint16(out, 0)
}

// laughs gives entities that stand for ten of one another (the billion laughs).
func laughs(of string) string {
	out := `<!DOCTYPE ` + of + ` [<!ENTITY a0 "ha">`
	for i := range 12 {
		out += fmt.Sprintf(`<!ENTITY a%d "%s">`, i+1, strings.Repeat(fmt.Sprintf("&a%d;", i), 10))
	}
	return out + "]>"
}

// fonts are tags that a browser opens anew in each paragraph.
func fonts() string {
	var b strings.Builder
	for i := range 400 {
		fmt.Fprintf(&b, "<font a=%d>", i)
	}
	return b.String()
}

// pdfPages gives a PDF of which all pages show the same, some words again and
// again.
func pdfPages(pages int, words string, times int) func() []byte {
	return func() []byte {
		content := "BT /F 9 Tf " + strings.Repeat(words, times) + "ET"
		return []byte("%PDF-1.7\n" +
			"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n" +
			fmt.Sprintf("2 0 obj<</Type/Pages/Count %d/Kids[%s]>>endobj\n", pages, strings.Repeat("3 0 R ", pages)) +
			"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>endobj\n" +
			fmt.Sprintf("4 0 obj<</Length %d>>stream\n%s\nendstream endobj\n", len(content), content) +
			"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF")
	}
}

func manyEntries() []byte {
	return wordFile(text(), strings.Fields(numbered(20_000, "x%d ")()))()
}

func aliases() string {
	out := "a: &a [x,x,x,x,x,x,x,x,x]\n"
	for c := 'b'; c < 'n'; c++ {
		out += fmt.Sprintf("%c: &%c [%s]\n", c, c, strings.Repeat(fmt.Sprintf("*%c,", c-1), 9))
	}
	return out + "pin: *m\n"
}

// hostiles are the shapes of hostile input, each as small as shows it.
var hostiles = []hostile{
	{"many elements.docx", "shinkyu: many elements.docx: ", wordBody(times(2<<20, "<w:p/>"))},
	{"many attributes.docx", "shinkyu: many attributes.docx: ", wordBody(times(1<<20, `<w:p a="" b=""/>`))},
	{"much text.docx", "shinkyu: much text.docx: ", wordBody("<w:p><w:r><w:t>", times(4<<20, "あ"), "</w:t></w:r></w:p>")},
	{"much space.docx", "shinkyu: much space.docx: ", wordBody(times(12<<20, " "))},
	{"zeros.docx", "shinkyu: zeros.docx: ", wordFile(text(times(16<<20, "\x00")), nil)},
	{"overlapping.docx", "shinkyu: ", overlapping},
	{"many entries.docx", "raise it with --max-entries", manyEntries},
	{"slip.docx", "", wordFile(text("<w:document><w:body><w:p><w:r><w:t>本文</w:t></w:r></w:p></w:body></w:document>"), []string{"../../slipped", "/slipped", `..\slipped`})},
	{"deep.docx", "raise it with --max-depth", wordBody(times(100_000, "<w:sdt>"))},
	{"laughs.docx", "it is no sound docx", wordFile(text(laughs("x"), "<w:document><w:body>", "<w:p><w:r><w:t>&a12;</w:t></w:r></w:p>", "</w:body></w:document>"), nil)},
	{"external.docx", "it is no sound docx", wordFile(text(`<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>`, "<w:document><w:body>", "<w:p><w:r><w:t>&a;</w:t></w:r></w:p>", "</w:body></w:document>"), nil)},
	{"laughs.xml", "it is no sound egov-xml", text(laughs("Law"), "<Law><LawNum>&a12;</LawNum><LawBody/></Law>")},
	{"external.xml", "it is no sound egov-xml", text(`<!DOCTYPE Law [<!ENTITY a SYSTEM "file:///etc/passwd">]><Law><LawNum>&a;</LawNum></Law>`)},
	{"deep.xml", "raise it with --max-depth", text("<Law><LawNum>一</LawNum><LawBody>", times(100_000, "<Article>"))},
	{"wide.xml", "raise it with --max-memory", text("<Law><LawNum>一</LawNum><LawBody>", times(1400<<10, "<Article/>"), "</LawBody></Law>")},
	{"one tag.xml", "raise it with --max-bytes", text("<Law><LawNum ", times(1<<20, `abcdef="" `), ">一</LawNum></Law>")},
	{"deep.html", "its elements are nested too deep for HTML, where --max-depth goes no higher, the limit is 512; repair it, or save it as text", text("<html>", times(100_000, "<div>"), "本文")},
	{"comments.html", "raise it with --max-memory", text("<html>", times(5<<20, "<!---->"))},
	{"without scripts.html", "raise it with --max-memory", text("<html><noscript>", times(2<<20, "<p>x"))},
	{"foreign.html", "raise it with --max-memory", text("<html><svg><style>", times(3<<20, "<g>x</g>"))},
	{"short.html", "no Japanese text was found", text("<html>", times(230_000, "<p>x"))},
	{"tidy.html", "no Japanese text was found", text("<html><head></head><body>", times(195_000, "<p a=b c=d>x"))},
	{"bold.html", "no Japanese text was found", text("<html><head></head><body>", times(320_000, "<b a=b>x</b>y"))},
	{"attribute.html", "raise it with --max-memory", text(`<html><svg><style><a b="</style><c d="`, times(900_000, "<p>x"), `">`)},
	{"many.html", "raise it with --max-memory", text("<html>", times(1<<20, "<p>x"))},
	{"fonts.html", "raise it with --max-memory", text("<html>", fonts(), times(100_000, "<p>本文"))},
	{"attributes.html", "raise it with --max-memory", text("<html>", times(28_000, "<p "+numbered(100, "a%d=b ")()+">x"))},
	{"one tag.html", "raise it with --max-bytes", text("<html><p ", times(2<<20, "a=b "), ">本文")},
	{"rowspan.html", "", text("<html><table>", times(1000, "<tr><td rowspan=65534 colspan=1000>本文です"))},
	{"deep.md", "raise it with --max-depth", text(times(100_000, "> "), "本文")},
	{"deep list.md", "raise it with --max-depth", text(times(3000, " "), "- 甲")},
	{"brackets.md", "", text(times(100_000, "["), "本文")},
	{"stars.md", "raise it with --max-depth", text(times(50_000, "*甲 _乙"), "本文")},
	{"headings.md", "raise it with --max-lines", text(numbered(500_001, "# 見出し%d\n"))},
	{"headings.txt", "raise it with --max-lines", text(numbered(500_001, "第%d 見出し\n"))},
	{"newlines.txt", "raise it with --max-lines", text(times(2<<20, "\n"), "本文")},
	{"one line.txt", "raise it with --max-bytes", text(times(39<<20, "a"))},
	{"no Japanese.txt", "no Japanese text was found", text(times(16<<20, "a"))},
	{"too large.pdf", "raise it with --max-bytes", text("%PDF-1.7\n", times(65<<20, "x"))},
	{"arrays.pdf", "raise --max-memory", text("%PDF-1.7\n1 0 obj\n", times(63<<20, "["))},
	{"strings.pdf", "raise --max-memory", text("%PDF-1.7\n1 0 obj\n", times(63<<20, "("))},
	{"many characters.pdf", "the pages of the PDF have too many characters", pdfPages(200, "(abcdefgh) Tj ", 2000)},
	{"empty.pdf", "it is no sound PDF", text("%PDF-1.7\n", times(4<<20, "x"))},
	{"empty.docx", "it is no sound docx", text("PK\x03\x04", times(24<<20, "x"))},
	{"brackets.txt", "", text(times(100_000, "（"), "本文", times(100_000, "）"))},
	{"combining.txt", "", text(times(300_000, "\u3099"))},
	{"combined.txt", "", text("か", times(300_000, "\u0301"), "。本文である。")},
	{"form feeds.txt", "raise it with --max-lines", text(times(1_000_000, "\f"), "本文")},
	{"escapes.txt", "no Japanese text was found", text(times(1_000_000, "\x1b$B"))},
	{"zeros.txt", "no Japanese text was found", text(times(10<<20, "\x00"))},
	{"zeros between.txt", "", text("本文", times(1000, "\x00"), "です。")},
	{"invalid.txt", "invalid.txt:2: byte 0xFF at offset 7 is no utf-8", text("本文\n\xff\xfe")},
	{"surrogate.txt", "byte 0xED at offset 6 is no utf-8", text("本文\xed\xa0\x80です")},
	{"surrogate16.txt", "is no utf-16le", text("\xff\xfe,g\x87e\x00\xd8g0Y0")},
	{"mark8.txt", "", text("\xef\xbb\xbf本文である。")},
	{"marks8.txt", "", text("\xef\xbb\xbf\xef\xbb\xbf本文である。")},
	{"mark16.txt", "", text("\xff\xfe,g\x87eg0B0\x8b0\x020")},
	{"mark16be.txt", "", text("\xfe\xffg,e\x870g0B0\x8b0\x02")},
	{"mark only.txt", "no Japanese text was found", text("\xef\xbb\xbf")},
	{"field.csv", "field.csv:2: ", text("法令番号,法令名\n平成十五年法律第五十七号,\"", times(4<<20, "あ"), "\"\n")},
	{"open.csv", "open.csv:2: ", text("法令番号,法令名\n\"", times(4<<20, "a\n"))},
	{"wide.csv", "wide.csv:2: ", text("法令番号,法令名\n", times(1<<20, ","))},
	{"wide head.csv", "wide head.csv:1: ", text("法令番号,法令名", times(1<<20, ","))},
	{"large.csv", "raise it with --max-bytes", text("法令番号,法令名\n", times(5<<20, "a,b\n"))},
	{"aliases.yaml", `unknown key "a"`, text(aliases())},
	{"deep.yaml", "this is no YAML", text("pin: ", times(100_000, "["))},
	{"deep maps.yaml", "this is no YAML", text("pin: ", times(100_000, "{a: "))},
	{"anchors.yaml", "the decision is no mapping", text("pin: [", numbered(70_000, "&a%d x,"), "]")},
	{"wide.yaml", "the decision is no mapping", text("pin: [", times(200_000, "a,"), "]")},
	{"large.yaml", "raise it with --max-bytes", text("pin:\n", times(100_000, "- {old: a, new: b}\n"))},
	{"large.terms", "raise it with --max-bytes", text(times(4<<20, "a\n"))},
	{"large.ladder", "raise it with --max-bytes", text(times(2<<20, "5 a\n"))},
	{"long line.ladder", "it is no table of commitment", text("5 ", times(1<<20, "a"))},
}

// writeHostile is a command of the tests: it writes the hostile input of a name
// to a file. A process of its own does so because the memory that a process
// has had counts for those that it starts.
func writeHostile() {
	for _, h := range hostiles {
		if h.name == os.Args[1] {
			if err := os.WriteFile(os.Args[2], h.data(), 0o644); err != nil {
				fmt.Fprintln(os.Stderr, err)
				os.Exit(1)
			}
			return
		}
	}
}

// TestHostileInput gives the program one hostile input after the other: each
// is read, or refused in a line that says what to do, in time and memory that
// do not grow out of all bounds.
func TestHostileInput(t *testing.T) {
	p := inSamples(t)
	most, at := int64(0), ""
	for _, h := range hostiles {
		name := filepath.Join(p.dir, h.name)
		if out, err := exec.CommandContext(t.Context(), "hostile", h.name, name).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		o := p.run(t, h.args()...)
		if h.says == "" {
			if o.status != statusDone {
				t.Errorf("%s: %.300s", h.name, o.stderr)
			}
		} else {
			o.says(t, h.says)
			if o.peak > most {
				most, at = o.peak, h.name
			}
			if o.peak > peakMost && !raceEnabled {
				t.Errorf("%s: it took %d MB before it was refused", h.name, o.peak>>20)
			}
			if strings.Count(o.stderr, "\n") != 1 || o.stdout != "" {
				t.Errorf("%s: %q, %q", h.name, o.stderr, o.stdout)
			}
		}
		os.Remove(name)
	}
	for _, up := range []string{"slipped", "../slipped", "../../slipped"} {
		if _, err := os.Stat(filepath.Join(p.dir, up)); err == nil {
			t.Errorf("%s was unpacked", up)
		}
	}
	t.Logf("%d inputs; what was refused took %d MB at most (%s)", len(hostiles), most>>20, at)
}
