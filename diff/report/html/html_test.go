package html

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"shinkyu/diff"
	"shinkyu/diff/report/layout"
	"shinkyu/diff/report/reporttest"
	"shinkyu/parse/render/lang"
)

func pageOf(t testing.TB, c *diff.Comparison, opt layout.Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, c, opt); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func parsed(t *testing.T, data []byte) *html.Node {
	t.Helper()
	doc, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// all gives the elements of a name, in order; any for "".
func all(n *html.Node, name string) []*html.Node {
	var out []*html.Node
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && (name == "" || d.Data == name) {
			out = append(out, d)
		}
	}
	return out
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func text(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

func class(n *html.Node, name string) bool {
	return slices.Contains(strings.Fields(attr(n, "class")), name)
}

func hostile(seed uint64, n int) *diff.Comparison {
	m := reporttest.New(seed)
	m.Hostile = true
	return m.Comparison(n)
}

// Document text is text: it brings in no element, no attribute, no address.
func TestHostileTextIsText(t *testing.T) {
	plain := parsed(t, pageOf(t, reporttest.New(1).Comparison(12), layout.Options{}))
	known := map[string]bool{"title": true, "svg": false}
	for _, n := range all(plain, "") {
		known[n.Data] = true
	}
	for seed := range uint64(20) {
		doc := parsed(t, pageOf(t, hostile(seed, 8), layout.Options{Lang: lang.Japanese}))
		for _, n := range all(doc, "") {
			if !known[n.Data] {
				t.Fatalf("seed %d: element <%s>", seed, n.Data)
			}
			checkAttributes(t, n)
		}
		if got := len(all(doc, "script")) + len(all(doc, "style")); got != 2 {
			t.Fatalf("seed %d: %d scripts and styles, want one of each", seed, got)
		}
	}
}

func checkAttributes(t *testing.T, n *html.Node) {
	t.Helper()
	for _, a := range n.Attr {
		switch {
		case strings.HasPrefix(a.Key, "on"), a.Key == "style", a.Key == "src", a.Key == "srcdoc":
			t.Errorf("<%s %s=%q>", n.Data, a.Key, a.Val)
		case a.Key == "href" && !strings.HasPrefix(a.Val, "#") && a.Val != "https://example.invalid/":
			t.Errorf("<%s href=%q>", n.Data, a.Val)
		}
	}
}

// The 新旧対照表, read back, is what was laid out.
func TestReadBack(t *testing.T) {
	for seed := range uint64(16) {
		c := hostile(seed, 6)
		opt := layout.Options{Lang: lang.Japanese, OldFirst: seed%2 == 0, Abridge: seed%3 == 0}
		r := layout.Of(c, opt)
		var rows []*html.Node
		for _, body := range all(parsed(t, pageOf(t, c, opt)), "tbody") {
			if class(body, "rows") {
				rows = append(rows, all(body, "tr")...)
			}
		}
		for _, a := range r.Areas {
			for _, row := range a.Rows {
				cells := all(rows[0], "td")
				rows = rows[1:]
				for k, s := range r.Sides {
					if got, want := cellText(cells[k]), wantCell(row.Side(s), s); got != want {
						t.Fatalf("seed %d, area %d, %s:\n%q\nwant\n%q", seed, a.No, s, got, want)
					}
				}
			}
		}
		if len(rows) != 0 {
			t.Fatalf("seed %d: %d rows too many", seed, len(rows))
		}
	}
}

// cellText gives the paragraphs of a cell, marked changes in brackets.
func cellText(td *html.Node) string {
	var out []string
	for _, p := range all(td, "p") {
		if class(p, "place") {
			continue
		}
		s := ""
		for c := range p.ChildNodes() {
			switch {
			case c.Type == html.TextNode:
				s += c.Data
			case c.Data == "ins" || c.Data == "del":
				s += c.Data + "[" + text(c) + "]"
			default:
				s += text(c)
			}
		}
		out = append(out, s)
	}
	return strings.Join(out, "\n")
}

func wantCell(c *layout.Cell, s layout.Side) string {
	element := "ins"
	if s == layout.Old {
		element = "del"
	}
	mark := func(r layout.Run) string {
		if r.Changed {
			return element + "[" + r.Text + "]"
		}
		return r.Text
	}
	var out []string
	for _, p := range c.Paras {
		line := ""
		if p.Marker.Text != "" {
			line = mark(p.Marker) + "　"
		}
		for _, r := range p.Runs {
			line += mark(r)
		}
		out = append(out, line)
	}
	if c.Absent != "" {
		out = append(out, c.Absent)
	}
	return strings.Join(out, "\n")
}

// The policy names the style and the script by what the page really holds.
func TestPolicyNamesWhatIsThere(t *testing.T) {
	doc := parsed(t, pageOf(t, reporttest.New(2).Comparison(3), layout.Options{}))
	policy := ""
	for _, m := range all(doc, "meta") {
		if attr(m, "http-equiv") == "Content-Security-Policy" {
			policy = attr(m, "content")
		}
	}
	if !strings.HasPrefix(policy, "default-src 'none'; ") || strings.Contains(policy, "unsafe") {
		t.Errorf("policy %q", policy)
	}
	for _, name := range []string{"style", "script"} {
		sum := sha256.Sum256([]byte(text(all(doc, name)[0])))
		want := name + "-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
		if !strings.Contains(policy, want) {
			t.Errorf("policy %q has no %s", policy, want)
		}
	}
}

// Ids are unique, and what points to one finds it.
func TestLinksInside(t *testing.T) {
	doc := parsed(t, pageOf(t, hostile(5, 20), layout.Options{}))
	ids := map[string]bool{}
	for _, n := range all(doc, "") {
		if id := attr(n, "id"); id != "" {
			if ids[id] {
				t.Errorf("id %q stands twice", id)
			}
			ids[id] = true
		}
	}
	for _, n := range all(doc, "") {
		if h := attr(n, "href"); strings.HasPrefix(h, "#") && !ids[h[1:]] {
			t.Errorf("link to %s, which is not there", h)
		}
		for _, key := range []string{"aria-labelledby", "for"} {
			if v := attr(n, key); v != "" && !ids[v] {
				t.Errorf("%s=%q is not there", key, v)
			}
		}
	}
}

// The template uses every word there is, and no other.
func TestWords(t *testing.T) {
	used := map[string]bool{"comma": true}
	for _, m := range regexp.MustCompile(`\.[TF] "(\w+)"`).FindAllStringSubmatch(pageText, -1) {
		used[m[1]] = true
		if _, ok := words[m[1]]; !ok {
			t.Errorf("no word %q", m[1])
		}
	}
	for key, w := range words {
		if !used[key] {
			t.Errorf("word %q is not used", key)
		}
		if w.JA == "" || w.EN == "" {
			t.Errorf("word %q lacks a language", key)
		}
	}
}

func TestLanguages(t *testing.T) {
	c := reporttest.New(6).Comparison(4)
	for l, want := range map[lang.Lang]string{lang.Japanese: "絞り込み", lang.English: "Filter"} {
		doc := parsed(t, pageOf(t, c, layout.Options{Lang: l}))
		if got := attr(all(doc, "html")[0], "lang"); got != string(l) {
			t.Errorf("lang=%q, want %q", got, l)
		}
		if !strings.Contains(text(all(doc, "legend")[0]), want) {
			t.Errorf("%s: no %q", l, want)
		}
	}
}

func TestSameBytes(t *testing.T) {
	c := reporttest.New(3).Comparison(20)
	if !bytes.Equal(pageOf(t, c, layout.Options{}), pageOf(t, c, layout.Options{})) {
		t.Error("two pages of the same comparison differ")
	}
}

func TestEmptyComparison(t *testing.T) {
	parsed(t, pageOf(t, &diff.Comparison{}, layout.Options{}))
}

func TestChunks(t *testing.T) {
	r := layout.Of(reporttest.New(8).Comparison(500), layout.Options{})
	n := 0
	for i, c := range chunks(r) {
		n += len(c.Areas)
		if c.No != i+1 || len(c.Areas) > chunkMost {
			t.Errorf("chunk %d has number %d and %d areas", i, c.No, len(c.Areas))
		}
	}
	if n != len(r.Areas) {
		t.Errorf("chunks hold %d areas of %d", n, len(r.Areas))
	}
}

func BenchmarkThousandUnits(b *testing.B) {
	c := reporttest.New(4).Comparison(1000)
	b.ReportAllocs()
	for b.Loop() {
		b.SetBytes(int64(len(pageOf(b, c, layout.Options{}))))
	}
}
