package xlsx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"path"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"shinkyu/diff"
	"shinkyu/diff/report/layout"
	"shinkyu/diff/report/reporttest"
	"shinkyu/diff/unit"
	"shinkyu/diff/wording"
	"shinkyu/parse"
	"shinkyu/parse/render/lang"
)

func bookOf(t testing.TB, c *diff.Comparison, opt layout.Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, c, opt); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func open(t *testing.T, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

func hostile(seed uint64, n int) *diff.Comparison {
	m := reporttest.New(seed)
	m.Hostile = true
	return m.Comparison(n)
}

func parts(t *testing.T, data []byte) map[string][]byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]byte{}
	for _, f := range z.File {
		if !f.Modified.Equal(epoch) {
			t.Errorf("part %s has the time %v", f.Name, f.Modified)
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if out[f.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// elements calls f for every element of a part, and fails where it is no XML.
func elements(t *testing.T, name string, data []byte, f func(xml.StartElement)) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		tok, err := d.Token()
		if err == io.EOF {
			return
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if e, ok := tok.(xml.StartElement); ok {
			f(e)
		}
	}
}

func attribute(e xml.StartElement, local string) string {
	for _, a := range e.Attr {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}

// Each part has a content type and is pointed to; each relation finds its part.
func TestPackage(t *testing.T) {
	all := parts(t, bookOf(t, hostile(1, 12), layout.Options{Lang: lang.Japanese}))
	typed, pointed := map[string]bool{}, map[string]bool{}
	defaults := map[string]bool{}
	for name, data := range all {
		elements(t, name, data, func(e xml.StartElement) {
			switch {
			case e.Name.Local == "Override":
				typed[strings.TrimPrefix(attribute(e, "PartName"), "/")] = true
			case e.Name.Local == "Default" && name == "[Content_Types].xml":
				defaults["."+attribute(e, "Extension")] = true
			case e.Name.Local == "Relationship":
				checkTarget(t, all, name, e, pointed)
			}
		})
	}
	for name := range all {
		if strings.HasSuffix(name, ".rels") || name == "[Content_Types].xml" {
			continue
		}
		if !typed[name] && !defaults[path.Ext(name)] {
			t.Errorf("part %s has no content type", name)
		}
		if !pointed[name] {
			t.Errorf("nothing points to part %s", name)
		}
	}
	for name := range typed {
		if all[name] == nil {
			t.Errorf("a content type without its part %s", name)
		}
	}
}

func checkTarget(t *testing.T, all map[string][]byte, rels string, e xml.StartElement, pointed map[string]bool) {
	t.Helper()
	target := attribute(e, "Target")
	if attribute(e, "TargetMode") == "External" {
		if target != "https://example.invalid/" {
			t.Errorf("link to %q", target)
		}
		return
	}
	if strings.HasPrefix(target, "/") {
		target = target[1:]
	} else {
		target = path.Join(path.Dir(path.Dir(rels)), target)
	}
	pointed[target] = true
	if all[target] == nil {
		t.Errorf("%s points to %s, which is not there", rels, target)
	}
}

// No text becomes a formula, whatever it begins with, now or after an edit.
func TestNoFormula(t *testing.T) {
	for seed := range uint64(8) {
		all := parts(t, bookOf(t, hostile(seed, 10), layout.Options{}))
		quoted := map[int]bool{}
		id, inside := -1, false
		elements(t, "styles", all["xl/styles.xml"], func(e xml.StartElement) {
			switch e.Name.Local {
			case "cellXfs":
				inside, id = true, -1
			case "cellStyles":
				inside = false
			case "xf":
				if id++; inside && attribute(e, "quotePrefix") == "1" || attribute(e, "quotePrefix") == "true" {
					quoted[id] = true
				}
			}
		})
		for name, data := range all {
			if !strings.HasPrefix(name, "xl/worksheets/sheet") {
				continue
			}
			row := ""
			elements(t, name, data, func(e xml.StartElement) {
				switch e.Name.Local {
				case "row":
					row = attribute(e, "r")
				case "f":
					t.Errorf("%s has a formula", name)
				case "c":
					if attribute(e, "t") == "inlineStr" && row != "1" && !quoted[atoi(attribute(e, "s"))] {
						t.Errorf("%s: text cell %s without quotePrefix", name, attribute(e, "r"))
					}
				}
			})
		}
	}
}

func atoi(s string) int {
	n := 0
	for _, r := range s {
		n = 10*n + int(r-'0')
	}
	return n
}

// What is read back is what was laid out.
func TestReadBack(t *testing.T) {
	for seed := range uint64(8) {
		c := hostile(seed, 8)
		r := layout.Of(c, layout.Options{Lang: lang.Japanese, OldFirst: seed%2 == 0})
		f := open(t, bookOf(t, c, r.Options))
		for i, s := range sheets(r) {
			if got := f.GetSheetName(i); got != s.name {
				t.Fatalf("sheet %d is %q, want %q", i, got, s.name)
			}
			rows, err := f.GetRows(s.name, excelize.Options{RawCellValue: true})
			if err != nil {
				t.Fatal(err)
			}
			if len(rows) != len(s.rows)+1 {
				t.Fatalf("seed %d, %s: %d rows, want %d", seed, s.name, len(rows), len(s.rows)+1)
			}
			for n, row := range s.rows {
				for k, want := range row {
					if got := at(rows[n+1], k); !want.numeric && got != joined(want) {
						t.Fatalf("seed %d, %s, row %d, column %d:\n%q\nwant\n%q", seed, s.name, n, k, got, joined(want))
					}
				}
			}
		}
	}
}

func at(row []string, k int) string {
	if k < len(row) {
		return row[k]
	}
	return ""
}

func joined(c cell) string {
	s := ""
	for _, r := range c.runs {
		s += r.Text
	}
	return s
}

// Marked words are underlined, others are not.
func TestMarks(t *testing.T) {
	u := func(s string) []*unit.Unit {
		return []*unit.Unit{{Title: "題", Passages: []unit.Passage{{Text: parse.Text{String: s}}}}}
	}
	c := &diff.Comparison{Changes: []diff.Change{{
		Status: diff.Reworded, Old: u("甲を検討する。"), New: u("甲を実施する。"),
		Edits: []wording.Edit{
			{Op: wording.Equal, Text: "甲を"},
			{Op: wording.Delete, Text: "検討"},
			{Op: wording.Insert, Text: "実施"},
			{Op: wording.Equal, Text: "する。"},
		},
	}}}
	f := open(t, bookOf(t, c, layout.Options{Lang: lang.Japanese}))
	runs, err := f.GetCellRichText("新旧対照", "E3")
	if err != nil {
		t.Fatal(err)
	}
	got := ""
	for _, r := range runs {
		if r.Font.Underline == "single" {
			got += "[" + r.Text + "]"
		} else {
			got += r.Text
		}
	}
	if want := "甲を[実施]する。"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// Text that no cell can hold goes on below; none is lost.
func TestLongText(t *testing.T) {
	long := strings.Repeat("長い𠮷段落。", 12000)
	c := &diff.Comparison{Changes: []diff.Change{{
		Status: diff.Added, New: []*unit.Unit{{Title: "題", Passages: []unit.Passage{{Text: parse.Text{String: long}}}}},
		Edits: []wording.Edit{{Op: wording.Insert, Text: long}},
	}}}
	f := open(t, bookOf(t, c, layout.Options{Lang: lang.Japanese}))
	rows, err := f.GetRows("新旧対照")
	if err != nil {
		t.Fatal(err)
	}
	got := ""
	for _, row := range rows[2:] {
		if row[0] != "1" {
			t.Errorf("a row goes on under number %q", row[0])
		}
		got += row[4]
	}
	if got != long {
		t.Errorf("%d bytes read back of %d", len(got), len(long))
	}
}

func TestFrame(t *testing.T) {
	f := open(t, bookOf(t, reporttest.New(1).Comparison(5), layout.Options{Lang: lang.Japanese}))
	for _, name := range f.GetSheetList() {
		panes, err := f.GetPanes(name)
		if err != nil || !panes.Freeze || panes.YSplit != 1 {
			t.Errorf("%s: head is not frozen: %+v, %v", name, panes, err)
		}
		page, err := f.GetPageLayout(name)
		if err != nil || *page.Orientation != "landscape" || *page.Size != 9 && *page.Size != 8 {
			t.Errorf("%s: page %+v, %v", name, page, err)
		}
	}
	filters := 0
	for _, d := range f.GetDefinedName() {
		if d.Name == "_xlnm._FilterDatabase" {
			filters++
		}
	}
	if want := len(f.GetSheetList()); filters != want {
		t.Errorf("%d filters on %d sheets", filters, want)
	}
}

func TestSheetNames(t *testing.T) {
	for _, l := range []lang.Lang{lang.Japanese, lang.English} {
		for _, s := range sheets(layout.Of(&diff.Comparison{}, layout.Options{Lang: l})) {
			if n := units(s.name); n == 0 || n > 31 || strings.ContainsAny(s.name, `[]:*?/\`) {
				t.Errorf("sheet name %q", s.name)
			}
			for _, row := range s.rows {
				if len(row) != len(s.columns) {
					t.Errorf("%s: %d cells under %d columns", s.name, len(row), len(s.columns))
				}
			}
		}
	}
}

func TestSameBytes(t *testing.T) {
	c := reporttest.New(3).Comparison(9)
	first := bookOf(t, c, layout.Options{})
	for range 4 {
		if !bytes.Equal(first, bookOf(t, c, layout.Options{})) {
			t.Fatal("two workbooks of the same comparison differ")
		}
	}
}

func TestEmptyComparison(t *testing.T) { open(t, bookOf(t, &diff.Comparison{}, layout.Options{})) }

func BenchmarkThousandUnits(b *testing.B) {
	c := reporttest.New(4).Comparison(1000)
	b.ReportAllocs()
	for b.Loop() {
		b.SetBytes(int64(len(bookOf(b, c, layout.Options{}))))
	}
}
