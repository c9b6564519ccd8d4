package parse_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"shinkyu/parse/parsetest"
)

// genPlain are headings without a number: parts that plans give to each of
// their measures, and names of their own.
var genPlain = [][]string{
	{"現状と課題", "今後の取組"},
	{"現状", "課題", "施策の方向性"},
	{"背景", "主な取組", "数値目標"},
	{"これまでの取組", "今後の方針"},
	{"目指す姿", "現状と課題", "具体的な施策"},
}

// unnumbered gives the same headings without a number to most sections that
// have no parts.
func (g genRand) unnumbered(nodes []*genNode) {
	names := pick(g.Rand, genPlain)
	var walk func(nodes []*genNode)
	walk = func(nodes []*genNode) {
		for _, n := range nodes {
			walk(n.parts)
			if len(n.parts) > 0 || n.title == "" || g.IntN(4) == 0 {
				continue
			}
			for _, name := range names {
				n.parts = append(n.parts, &genNode{title: name, plain: true, paragraphs: []string{g.paragraph()}})
			}
		}
	}
	walk(nodes)
}

// TestUnnumbered parses made documents in which headings without a number
// stand between the paragraphs.
func TestUnnumbered(t *testing.T) {
	var headings, paragraphs scored
	var sums strings.Builder
	for seed := range uint64(80) {
		style, set := genStyleOf(seed + 1000)
		g := genRand{rand.New(rand.NewPCG(seed, 17))}
		nodes := g.tree(1 + g.IntN(2))
		g.unnumbered(nodes)
		text, want := printGen(style, pick(g.Rand, genTopics)+"推進基本計画", []string{g.paragraph(), g.paragraph()}, nodes)
		d := parseText(t, fmt.Sprintf("variant %d", seed), text)
		checkLaws(t, d)
		h, it, par := outlineOf(d)
		headings.add(want.headings, h)
		paragraphs.add(want.paragraphs, par)
		fmt.Fprintf(&sums, "%2d %s\n", seed, sum(d))
		if testing.Verbose() {
			logDifferences(t, fmt.Sprintf("%v %v", set, style), want, h, it, par)
		}
	}
	report := fmt.Sprintf("headings %v\nparagraphs %v\n", headings, paragraphs)
	t.Log("\n" + report)
	parsetest.Golden(t, "testdata/unnumbered.golden", report)
	parsetest.Golden(t, "testdata/unnumbered-sums.golden", sums.String())
}
