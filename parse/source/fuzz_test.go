package source

import (
	"errors"
	"os"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// fuzzRead reads hostile bytes as one kind: no panic, an error in one line, or
// a sound source.
func fuzzRead(f *testing.F, as Format, seeds ...string) {
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		opt := Options{As: as, MaxBytes: 1 << 20, MaxPages: 20, MaxTime: 20 * time.Second, MaxMemory: 64 << 20}
		src, err := Read("f", data, opt)
		if err != nil {
			var e *Error
			if !errors.As(err, &e) || strings.Contains(err.Error(), "\n") {
				t.Fatalf("error %q", err)
			}
			return
		}
		if !utf8.ValidString(src.Text) {
			t.Fatalf("text %q is no UTF-8", src.Text)
		}
		checkSource(t, src)
	})
}

func FuzzText(f *testing.F) {
	fuzzRead(f, Text, "第１\r\n\f本文", "\x8C\xF6\x95\xB6", "\x1b$B8xJ8\x1b(B")
}

func FuzzHTML(f *testing.F) {
	fuzzRead(f, HTML, "<main><h1>計画</h1><ol type=a start=3><li>甲<ul><li>乙</ul></ol><table><tr><td rowspan=9>x<td>y</table>",
		"<ruby>漢<rt>かん</ruby><pre>\n\na</pre><p hidden>b", "<table><table><tr><td><br>")
}

func FuzzMarkdown(f *testing.F) {
	fuzzRead(f, Markdown, "# 計画\n\n1. 甲\n   - 乙\n\n|a|b|\n|-|-|\n|c|d|\n", "---\na: b\n---\n本文\\\n次[^1]\n\n[^1]: 注", "<div>\n\n# x\n</div>")
}

func FuzzEGov(f *testing.F) {
	fuzzRead(f, EGovXML, "<Law><LawNum>一</LawNum><LawBody><LawTitle>法</LawTitle><MainProvision><Article><ArticleTitle>第一条</ArticleTitle><Paragraph><ParagraphNum/><ParagraphSentence><Sentence>文</Sentence></ParagraphSentence></Paragraph></Article></MainProvision></LawBody></Law>",
		"<Law><LawBody><AppdxTable><TableStruct><Table><TableRow><TableColumn>甲</TableColumn></TableRow></Table></TableStruct></AppdxTable></LawBody></Law>")
}

func FuzzDocx(f *testing.F) {
	fuzzRead(f, Docx, string(word(wp("", "本文"), nil)), string(word(wnum(1, 0, "甲"), map[string]string{"numbering": wordNumbering, "styles": wordStyles})))
}

// FuzzDocumentXML fuzzes what stands in the zip file of a Word file, which
// random bytes would never reach.
func FuzzDocumentXML(f *testing.F) {
	f.Add(wnum(2, 1, "甲")+"<w:tbl><w:tr><w:tc>"+wp("", "乙")+"</w:tc></w:tr></w:tbl>", wordNumbering)
	f.Fuzz(func(t *testing.T, body, numbering string) {
		src, err := Read("f", word(body, map[string]string{"numbering": numbering, "styles": wordStyles}), Options{})
		if err == nil {
			checkSource(t, src)
		}
	})
}

func FuzzPDF(f *testing.F) {
	fuzzRead(f, PDF, string(newPDF(1, "").content("", []byte("BT /F 9 Tf (a) Tj ET")).bytes()), string(formBomb(3)))
}

func BenchmarkReadHTML(b *testing.B) {
	page := "<main>" + strings.Repeat("<h2>１　目的</h2><p>この計画は、公文書の管理を定める。<br>また、<b>ABC</b>を定める。</p><ul><li>甲</li><li>乙</li></ul>", 5000) + "</main>"
	benchmarkRead(b, []byte(page), HTML)
}

func BenchmarkReadDocx(b *testing.B) {
	data, err := os.ReadFile("../../testdata/formats/fy2020.docx")
	if err != nil {
		b.Fatal(err)
	}
	benchmarkRead(b, data, Docx)
}

func benchmarkRead(b *testing.B, data []byte, as Format) {
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read("f", data, Options{As: as}); err != nil {
			b.Fatal(err)
		}
	}
}
