package parse_test

import (
	"fmt"
	"hash/crc32"
	"math/rand/v2"
	"strings"
	"testing"

	"shinkyu/parse"
	"shinkyu/parse/parsetest"
)

// genVariants is the number of made documents.
const genVariants = 320

func genStyleOf(seed uint64) (genStyle, []string) {
	r := rand.New(rand.NewPCG(seed, 11))
	set := pick(r, genSets)
	s := genStyle{
		seed: seed, width: 26 + r.IntN(22), gap: pick(r, []string{"　", " ", "　", " ", ""}),
		indent: r.IntN(3), hang: 1 + r.IntN(2), first: r.IntN(4) / 3,
		keepIndent: r.IntN(2) == 0, asciiLead: r.IntN(3) == 0,
		page: pick(r, []int{0, 25, 36, 40, 50}), feed: r.IntN(2) == 0,
		blanks: r.IntN(4) == 0, headBlank: r.IntN(3) == 0, padNumber: r.IntN(2) == 0,
		apart: r.IntN(8) == 0, pushOut: r.IntN(2) == 0, unwrapped: r.IntN(8) == 0,
	}
	s.first = 1 - r.IntN(4)/3
	if s.page > 0 {
		s.number = pick(r, []func(int) string{
			func(n int) string { return fmt.Sprint(n) },
			func(n int) string { return fmt.Sprintf("- %d -", n) },
			func(n int) string { return "－" + fullWidth(fmt.Sprint(n)) + "－" },
			func(n int) string { return fmt.Sprintf("%d/40", n) },
			func(n int) string { return fmt.Sprintf("%d ページ", n) },
			nil,
		})
		if r.IntN(4) == 0 {
			s.head = "基本政策推進計画（令和５年度）"
		}
	}
	for _, m := range set {
		s.markers = append(s.markers, genMarkers[m])
	}
	// Numbers of their own need a gap: １基本方針 is left to other tests.
	if s.gap == "" && strings.ContainsAny(set[0]+set[1]+set[2]+set[3], "1１一ア") && !allFramed(set) {
		s.gap = "　"
	}
	if s.number == nil && s.head == "" && !s.feed {
		s.page = 0
	}
	return s, set
}

func allFramed(set []string) bool {
	for _, m := range set {
		if m == "1" || m == "１" || m == "一" || m == "ア" || m == "1.1" || m == "1-1" || m == "１－１" || m == "1." {
			return false
		}
	}
	return true
}

// TestGenerated parses made documents in many styles and holds the figures
// against the golden ones.
func TestGenerated(t *testing.T) {
	var headings, items, paragraphs scored
	var sums strings.Builder
	for seed := range uint64(genVariants) {
		style, set := genStyleOf(seed)
		g := genRand{rand.New(rand.NewPCG(seed, 5))}
		text, want := printGen(style, pick(g.Rand, genTopics)+"推進基本計画", []string{g.paragraph(), g.paragraph()}, g.tree(2+g.IntN(3)))
		d := parseText(t, fmt.Sprintf("variant %d", seed), text)
		checkLaws(t, d)
		h, it, par := outlineOf(d)
		headings.add(want.headings, h)
		items.add(want.items, it)
		paragraphs.add(want.paragraphs, par)
		fmt.Fprintf(&sums, "%3d %s\n", seed, sum(d))
		if testing.Verbose() {
			logDifferences(t, fmt.Sprintf("%v %v", set, style), want, h, it, par)
		}
	}
	report := fmt.Sprintf("headings %v\nitems %v\nparagraphs %v\n", headings, items, paragraphs)
	t.Log("\n" + report)
	parsetest.Golden(t, "testdata/generated.golden", report)
	parsetest.Golden(t, "testdata/generated-sums.golden", sums.String())
}

// sum stands for all that is read of a document: where a change of the parser
// leaves the figures as they are, it still tells which made documents to look
// at.
func sum(d *parse.Document) string {
	return fmt.Sprintf("%08x", crc32.ChecksumIEEE([]byte(reading(d))))
}

// logDifferences shows what a variant got wrong, for go test -v.
func logDifferences(t *testing.T, name string, want *genPrinter, h, it, par counted) {
	var b strings.Builder
	show := func(what string, keys []string) {
		for _, k := range keys {
			r := []rune(k)
			if len(r) > 60 {
				r = append(append(r[:30:30], '…'), r[len(r)-29:]...)
			}
			fmt.Fprintf(&b, "  %s %s\n", what, string(r))
		}
	}
	show("- heading", missing(want.headings, h))
	show("+ heading", missing(h, want.headings))
	show("- item", missing(want.items, it))
	show("+ item", missing(it, want.items))
	show("- paragraph", missing(want.paragraphs, par))
	show("+ paragraph", missing(par, want.paragraphs))
	if b.Len() > 0 {
		t.Logf("%s\n%s", name, b.String())
	}
}
