package parse_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"shinkyu/parse"
	"shinkyu/parse/source"
)

// madeText gives a made document of about n bytes.
func madeText(n int) string {
	style, _ := genStyleOf(23)
	style.width, style.keepIndent, style.page, style.unwrapped, style.blanks = 38, false, 40, false, false
	style.number = func(n int) string { return fmt.Sprintf("- %d -", n) }
	g := genRand{rand.New(rand.NewPCG(1, 2))}
	part, _ := printGen(style, "推進計画", nil, append(g.tree(4), g.tree(4)...))
	var b strings.Builder
	for i := 1; b.Len() < n; i++ {
		fmt.Fprintf(&b, "別紙%d\n%s", i, part[:min(len(part), strings.LastIndexByte(part[:min(len(part), n)], '\n')+1)])
	}
	return b.String()
}

func BenchmarkParse(b *testing.B) {
	for _, n := range []int{10_000, 100_000, 1_000_000, 10_000_000} {
		text := madeText(n)
		src, err := source.Read("made.txt", []byte(text), source.Options{As: source.Text, Encoding: "utf-8"})
		if err != nil {
			b.Fatal(err)
		}
		b.Run(fmt.Sprintf("%dkB", n/1000), func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				parse.Parse(src)
			}
		})
	}
}
