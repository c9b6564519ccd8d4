package source

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
)

// zipped zips a document part up.
func zipped(t *testing.T, body string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create("word/document.xml")
	if err == nil {
		_, err = w.Write([]byte(`<w:document xmlns:w="w"><w:body>` + body + `</w:body></w:document>`))
	}
	if err == nil {
		err = z.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestHostileWord reads Word files that unpack to far more than they are.
func TestHostileWord(t *testing.T) {
	small := Options{MaxMemory: 8 << 20}
	for _, c := range []struct {
		name string
		data []byte
		opt  Options
		want string
	}{
		{"long text", zipped(t, "<w:p><w:r><w:t>"+strings.Repeat("あ", 2<<20)+"</w:t></w:r></w:p>"), small, "raise it with --max-ratio"},
		{"many elements", zipped(t, strings.Repeat("<w:p/>", 100_000)), small, "raise it with --max-memory"},
		{"many bytes", zipped(t, strings.Repeat("<w:p/>", 1000)), Options{MaxBytes: 5000}, "raise it with --max-bytes"},
		{"depth", zipped(t, strings.Repeat("<w:p>", 2000)), small, "raise it with --max-depth"},
		{"entity", zipped(t, "<w:p><w:r><w:t>&lol;</w:t></w:r></w:p>"), small, "it is no sound docx"},
	} {
		_, err := Read("f", c.data, c.opt)
		if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: got %v, want %s", c.name, err, c.want)
		}
	}
}

// TestHostileTable reads a table of which every cell spans all that it may.
func TestHostileTable(t *testing.T) {
	row := "<tr>" + strings.Repeat("<td colspan=1000 rowspan=65534>欄</td>", 40) + "</tr>"
	src, err := Read("f.html", []byte("<html><body><table>"+strings.Repeat(row, 400)+"</table></body></html>"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(src.Text) > 1<<20 {
		t.Errorf("%d bytes of text come of 16,000 cells", len(src.Text))
	}
	if n := strings.Count(src.Text, "欄"); n != 16_000 {
		t.Errorf("%d cells have text, want 16,000", n)
	}
}
