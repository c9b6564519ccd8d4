package parse_test

import (
	"fmt"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"shinkyu/parse"
	"shinkyu/parse/parsetest"
)

var (
	reDrop    = regexp.MustCompile(`(?is)<(script|style|head|nav|header|footer)\b.*?</(script|style|head|nav|header|footer)>|<!--.*?-->`)
	reNaming  = regexp.MustCompile(`(?is)<dt\b[^>]*>(.*?)</dt>|<(?:p|div|li)\b[^>]*>\s*<(?:strong|b)>([^<]*)</(?:strong|b)>\s*</(?:p|div|li)>`)
	reHeading = regexp.MustCompile(`(?is)<h[1-6][^>]*>(.*?)</h[1-6]>`)
	reBlock   = regexp.MustCompile(`(?i)</?(p|div|li|ul|ol|h[1-6]|tr|td|th|table|br|dt|dd|dl|section|article|hr|blockquote)\b[^>]*>`)
	reTag     = regexp.MustCompile(`<[^>]*>`)
	reSpace   = regexp.MustCompile(`[ \t\r\n]+`)
)

// strip turns a page into plain text, a block a line, and lists its headings,
// and the lines that it sets as headings without calling them so: names of a
// definition list, and blocks that are bold as a whole.
func strip(page string) (text string, headings, naming counted) {
	headings, naming = counted{}, counted{}
	page = reDrop.ReplaceAllString(page, "\n")
	for _, m := range reNaming.FindAllStringSubmatch(page, -1) {
		naming[tight(html.UnescapeString(reTag.ReplaceAllString(m[1]+m[2], "")))]++
	}
	for _, m := range reHeading.FindAllStringSubmatch(page, -1) {
		if h := tight(html.UnescapeString(reTag.ReplaceAllString(m[1], ""))); h != "" {
			headings[h]++
		}
	}
	page = reSpace.ReplaceAllString(page, " ")
	page = reBlock.ReplaceAllString(page, "\n")
	page = html.UnescapeString(reTag.ReplaceAllString(page, ""))
	var lines []string
	for _, l := range strings.Split(page, "\n") {
		if l = strings.TrimSpace(l); l != "" {
			lines = append(lines, l)
		}
	}
	return strings.Join(lines, "\n") + "\n", headings, naming
}

// TestHTMLAsText takes guidelines on the web as plain text; their heading tags
// are the truth. What a page sets as a heading and does not call one is right
// either way: the second figure leaves such lines out, the first counts them as
// wrong.
func TestHTMLAsText(t *testing.T) {
	root := parsetest.Corpora(t)
	var files []string
	for _, pattern := range []string{"ppc-html/*.html", "nbdc/editions/*/*.html"} {
		found, err := filepath.Glob(filepath.Join(root, pattern))
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, found...)
	}
	var report strings.Builder
	var all, fair scored
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		text, want, naming := strip(string(data))
		if len(want) == 0 {
			continue
		}
		d := parseText(t, filepath.Base(f), text)
		checkLaws(t, d)
		got := counted{}
		for s := range d.Sections() {
			if !s.Title.IsZero() {
				got[tight(d.Source.Slice(s.Marked))+tight(s.Title.String)]++
			}
		}
		for _, fr := range d.Front {
			if fr.Kind == parse.FrontTitle && want[tight(fr.Text.String)] > 0 {
				got[tight(fr.Text.String)]++
			}
		}
		var s, sf scored
		s.add(want, got)
		all.add(want, got)
		but := without(got, naming, want)
		sf.add(want, but)
		fair.add(want, but)
		rel, _ := filepath.Rel(root, f)
		fmt.Fprintf(&report, "%s: %v; %v\n", filepath.ToSlash(rel), s, sf)
		if testing.Verbose() {
			t.Logf("%s\nmissing %q\nextra %.3000q", rel, missing(want, got), missing(but, want))
		}
	}
	fmt.Fprintf(&report, "all: %v; %v\n", all, fair)
	t.Log("\n" + report.String())
	parsetest.Golden(t, "testdata/html.golden", report.String())
}

// without leaves out of got what b has and want has not.
func without(got, b, want counted) counted {
	out := counted{}
	for k, n := range got {
		if want[k] == 0 {
			n -= min(n, b[k])
		}
		out[k] = n
	}
	return out
}
