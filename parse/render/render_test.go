package render_test

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"
	"unicode"

	"shinkyu/parse"
	"shinkyu/parse/render"
	"shinkyu/parse/render/lang"
	"shinkyu/parse/source"
)

func document(t testing.TB, name, text string) *parse.Document {
	t.Helper()
	src, err := source.Read(name, []byte(text), source.Options{As: source.Text})
	if err != nil {
		t.Fatal(err)
	}
	return parse.Parse(src)
}

func sample(t testing.TB, name string) *parse.Document {
	t.Helper()
	data, err := os.ReadFile("../../testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return document(t, name, string(data))
}

func asJSON(t testing.TB, d *parse.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := render.JSON(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// texts gives every string of the parts of a JSON value that hold document
// text.
func texts(v any, out *strings.Builder) {
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			texts(x, out)
		}
	case map[string]any:
		for _, key := range []string{"marker", "caption", "title", "text", "rows", "content"} {
			texts(v[key], out)
		}
	case string:
		out.WriteString(v)
	}
}

// letters counts the characters of a text other than white space.
func letters(s string) map[rune]int {
	out := make(map[rune]int)
	for _, r := range s {
		if !unicode.IsSpace(r) {
			out[r]++
		}
	}
	return out
}

// TestJSONLosesNothing: every character of the source is in the title block,
// the content or the furniture of the JSON form.
func TestJSONLosesNothing(t *testing.T) {
	for _, name := range []string{"fy2020.txt", "fy2024.txt"} {
		d := sample(t, name)
		var whole map[string]any
		if err := json.Unmarshal(asJSON(t, d), &whole); err != nil {
			t.Fatal(err)
		}
		var got strings.Builder
		texts(whole["front"], &got)
		texts(whole["content"], &got)
		texts(whole["furniture"], &got)
		have, want := letters(got.String()), letters(d.Source.Text)
		for r, n := range want {
			if have[r] != n {
				t.Errorf("%s: %q stands %d times in the source and %d times in the JSON", name, r, n, have[r])
			}
		}
	}
}

func TestJSONForm(t *testing.T) {
	got := asJSON(t, document(t, "a.txt", "方針\n\n１ <見出し> & 他\n\n本文である。\n"))
	if !bytes.HasPrefix(got, []byte("{\n \"schema\": \"shinkyu.document/1\",\n")) {
		t.Errorf("the schema does not come first: %.60s", got)
	}
	if bytes.Contains(got, []byte("null")) {
		t.Errorf("an array is null: %s", got)
	}
	if !bytes.Contains(got, []byte("<見出し> & 他")) {
		t.Errorf("the text is escaped: %s", got)
	}
}

// TestOutlineHasASectionALine also where a heading holds a line break.
func TestOutlineHasASectionALine(t *testing.T) {
	for _, name := range []string{"fy2020.txt", "fy2024.txt"} {
		d := sample(t, name)
		n := 0
		for range d.Sections() {
			n++
		}
		var b bytes.Buffer
		if err := render.Outline(&b, d); err != nil {
			t.Fatal(err)
		}
		if got := strings.Count(b.String(), "\n"); got != n {
			t.Errorf("%s: %d lines for %d sections", name, got, n)
		}
	}
}

// TestExplainTellsEveryLine: no line of the source goes without a role.
func TestExplainTellsEveryLine(t *testing.T) {
	d := sample(t, "fy2020.txt")
	if len(d.Trace) == 0 {
		t.Skip("the parser keeps no trace yet")
	}
	if len(d.Trace) != len(d.Source.Lines) {
		t.Fatalf("%d lines are explained of %d", len(d.Trace), len(d.Source.Lines))
	}
	var b bytes.Buffer
	if err := render.Explain(&b, d, lang.English); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), "heading") || !strings.Contains(b.String(), "←") {
		t.Errorf("no heading or no reason in\n%s", b.String())
	}
}

// FuzzDocument: whatever the text, every form is written without a panic and
// the JSON reads back.
func FuzzDocument(f *testing.F) {
	f.Add("方針\n\n１ 見出し\n\nⅰ）項目\n本文")
	f.Add("| # * \x1b <b>")
	f.Fuzz(func(t *testing.T, text string) {
		src, err := source.Read("f", []byte(text), source.Options{As: source.Text})
		if err != nil {
			return
		}
		d := parse.Parse(src)
		if !json.Valid(asJSON(t, d)) {
			t.Error("the JSON does not read back")
		}
		var b bytes.Buffer
		for _, err := range []error{render.Outline(&b, d), render.Markdown(&b, d), render.Explain(&b, d, lang.Japanese)} {
			if err != nil {
				t.Error(err)
			}
		}
	})
}
