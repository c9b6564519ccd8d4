package report

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	nethtml "golang.org/x/net/html"

	"shinkyu/corpus"
	"shinkyu/parse/render/lang"
)

// edition is the text of one edition of a series with hostile titles; every
// third area comes and goes, and so many areas make several sheets of picture.
func edition(year int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "<b>悪</b>\u202eに関する令和%d年度推進計画\n令和%d年４月１日\n\n本計画は、「デジタル基本計画](javascript:alert(1))」（令和２年12月25日閣議決定）に基づき定める。\n\n", year, year)
	for i := range 30 {
		if i%3 == 2 && (i+year)%2 == 0 {
			continue
		}
		fmt.Fprintf(&b, "第%d 取組%dの推進 <b>\n\n分野%dの施策（</script><script>alert(2)</script>）を、関係機関と連携して%sする。|列|\n\n", i+1, i, i, []string{"推進", "検討", "実施"}[(i*year)%3])
	}
	return b.String()
}

func history(t *testing.T) *corpus.History {
	t.Helper()
	folder := t.TempDir()
	for year := range 4 {
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%d.txt", year+2)), []byte(edition(year+2)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	c, err := corpus.Open(t.Context(), filepath.Join(folder, "corpus.db"), corpus.Options{Mode: corpus.Create})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	if _, err := c.Add(t.Context(), []string{folder}, corpus.AddOptions{Series: "<b>悪</b>\u202e計画"}); err != nil {
		t.Fatal(err)
	}
	counts, _, err := c.Series(t.Context())
	if err != nil || len(counts) != 1 {
		t.Fatalf("%d series, %v", len(counts), err)
	}
	h, err := c.History(t.Context(), counts[0].Name, corpus.LedgerOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// The page is one whole: no id stands twice, every link within leads
// somewhere, and document text brings in no element.
func TestSeriesHTML(t *testing.T) {
	h := history(t)
	for _, l := range []lang.Lang{lang.Japanese, lang.English} {
		var b bytes.Buffer
		if err := SeriesHTML(&b, h, SeriesOptions{Options: Options{Lang: l}}); err != nil {
			t.Fatal(err)
		}
		checkPage(t, b.Bytes(), 2)
		if n := strings.Count(b.String(), `<a href="#e`); n < 60 {
			t.Errorf("%s: %d links from the ledger", l, n)
		}
		if n, want := strings.Count(b.String(), `<svg width="840"`), sheetOf(len(h.Ledger.Areas)-1)+1; n != want || n < 2 {
			t.Errorf("%s: the picture is %d sheets for %d areas", l, n, len(h.Ledger.Areas))
		}
	}
	var b bytes.Buffer
	if err := LedgerHTML(&b, h.Ledger, Options{}); err != nil {
		t.Fatal(err)
	}
	checkPage(t, b.Bytes(), 1)
}

// checkPage looks at a page that stands by itself and has so many scripts and
// styles.
func checkPage(t *testing.T, page []byte, own int) {
	t.Helper()
	doc, err := nethtml.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	ids, links, scripts, level := map[string]bool{}, map[string]bool{}, 0, 1
	for n := range doc.Descendants() {
		if n.Type != nethtml.ElementNode {
			continue
		}
		switch n.Data {
		case "script", "style":
			scripts++
		case "img", "b":
			if n.Parent.Data != "li" { // the key of the picture sets its names in bold
				t.Errorf("document text made <%s>", n.Data)
			}
		case "h1", "h2", "h3", "h4":
			this := int(n.Data[1] - '0')
			if this > level+1 {
				t.Errorf("<%s> under <h%d>", n.Data, level)
			}
			level = this
		}
		for _, a := range n.Attr {
			switch {
			case a.Key == "id" && ids[a.Val]:
				t.Errorf("two elements have the id %s", a.Val)
			case a.Key == "id":
				ids[a.Val] = true
			case a.Key == "href":
				links[a.Val] = true
			case strings.HasPrefix(a.Key, "on"), a.Key == "style":
				t.Errorf("<%s %s>", n.Data, a.Key)
			}
		}
	}
	for to := range links {
		if id, found := strings.CutPrefix(to, "#"); !found || !ids[id] {
			t.Errorf("a link leads to %s", to)
		}
	}
	if scripts != own {
		t.Errorf("%d scripts and styles", scripts)
	}
	if bytes.ContainsAny(page, "\x00\u202e") {
		t.Error("hidden characters")
	}
}

// Every link of the Markdown leads to a place in it, and its headings go down
// one step at a time.
func TestSeriesMarkdown(t *testing.T) {
	h := history(t)
	var b bytes.Buffer
	if err := SeriesMarkdown(&b, h, SeriesOptions{Options: Options{Lang: lang.Japanese}, Command: "shinkyu ledger"}); err != nil {
		t.Fatal(err)
	}
	text := b.String()
	n := 0
	for _, part := range strings.Split(text, "](#")[1:] {
		id, _, _ := strings.Cut(part, ")")
		n++
		if strings.Count(text, `<a id="`+id+`"></a>`) != 1 {
			t.Errorf("a link leads to #%s", id)
		}
	}
	if n < 60 {
		t.Errorf("%d links", n)
	}
	level := 0
	for line := range strings.Lines(text) {
		if deep := len(line) - len(strings.TrimLeft(line, "#")); deep > 0 {
			if deep > level+1 {
				t.Errorf("%d after %d: %s", deep, level, line)
			}
			level = deep
		}
	}
}
