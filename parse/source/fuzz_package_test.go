package source

import (
	"archive/zip"
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"
)

// FuzzPackage fuzzes the archive of a Word file: names of its parts, where its
// relations point to, and what stands in them.
func FuzzPackage(f *testing.F) {
	document := `<w:document><w:body>` + wp("", "本文") + `</w:body></w:document>`
	f.Add("word/document.xml", "word/document.xml", document, "../../etc/passwd", false)
	f.Add("../word/document.xml", "/word/document.xml", document, "word\\document.xml", true)
	f.Add("word/document.xml", "http://example.invalid/x", document, "word/document.xml", false)
	f.Add("word/document.xml", "", `<!DOCTYPE x [<!ENTITY a "b">]>`+document, "word/styles.xml/", true)
	f.Add("\x00", "..", "<a/>", "", false)
	f.Fuzz(func(t *testing.T, name, target, body, second string, stored bool) {
		data, err := packed(stored, [][2]string{
			{"_rels/.rels", `<Relationships><Relationship Id="r" Type="http://x/officeDocument" Target="` + escaped(target) + `"/></Relationships>`},
			{name, body},
			{second, body},
			{"word/_rels/document.xml.rels", `<Relationships><Relationship Id="s" Type="http://x/styles" Target="` + escaped(second) + `"/></Relationships>`},
		})
		if err != nil {
			return
		}
		src, err := Read("f", data, Options{As: Docx, MaxBytes: 1 << 20})
		if err != nil {
			var e *Error
			if !errors.As(err, &e) || strings.Contains(err.Error(), "\n") {
				t.Fatalf("error %q", err)
			}
			return
		}
		checkSource(t, src)
	})
}

// packed makes a zip archive of names and contents.
func packed(stored bool, parts [][2]string) ([]byte, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, p := range parts {
		head := &zip.FileHeader{Name: p[0], Method: zip.Deflate}
		if stored {
			head.Method = zip.Store
		}
		w, err := z.CreateHeader(head)
		if err != nil {
			return nil, err
		}
		if _, err := w.Write([]byte(p[1])); err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return b.Bytes(), err
}

func escaped(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", `"`, "&quot;").Replace(s)
}

// FuzzPDFPage fuzzes what is drawn on a page of a sound PDF, which random bytes
// would hardly reach.
func FuzzPDFPage(f *testing.F) {
	f.Add("BT /F 9 Tf (a) Tj ET", "")
	f.Add("BT /F 9 Tf 1 0 0 1 72 700 Tm [(1) -500 (a)] TJ T* (b) ' ET 0 0 m 100 0 l S", ">>/Rotate 90/X<<")
	f.Add("q 0 1 -1 0 0 0 cm BT /F 1e9 Tf 100 Tz 3 Tr (x) Tj ET Q", ">>/MediaBox[0 0 0 0]/X<<")
	f.Add("BT /F -9 Tf 1e30 1e30 Td (a) Tj ET 72 700 400 -200 re W n BI /W 1 /H 1 ID \x00 EI", ">>/UserUnit 1e9/X<<")
	f.Fuzz(func(t *testing.T, drawn, dict string) {
		if len(drawn)+len(dict) > 1<<14 {
			return
		}
		data := newPDF(1, "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> "+dict).content("", []byte(drawn)).bytes()
		src, err := Read("f", data, Options{As: PDF, MaxPages: 20, MaxTime: 20 * time.Second})
		if err != nil {
			var e *Error
			if !errors.As(err, &e) || strings.Contains(err.Error(), "\n") {
				t.Fatalf("error %q", err)
			}
			return
		}
		checkSource(t, src)
	})
}
