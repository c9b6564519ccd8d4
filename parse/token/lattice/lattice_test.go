package lattice_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	kagome "github.com/ikawaha/kagome/v2/tokenizer/lattice"

	"shinkyu/parse/token/flat"
	"shinkyu/parse/token/lattice"
)

// ofKagome gives the words that kagome finds.
func ofKagome(d *flat.Dict, text string) []lattice.Token {
	la := kagome.New(d.Kagome(), nil)
	defer la.Free()
	la.Build(text)
	la.Forward(kagome.Normal)
	la.Backward(kagome.Normal)
	var out []lattice.Token
	for _, n := range slices.Backward(la.Output) {
		if n.ID == kagome.BosEosID {
			continue
		}
		id := int32(n.ID)
		if n.Class != kagome.KNOWN {
			id = ^id
		}
		out = append(out, lattice.Token{ID: id, Start: int32(n.Position), End: int32(n.Position + len(n.Surface))})
	}
	return out
}

// A checker holds the words of a lattice against kagome's. One lattice is used
// for all texts, so that what is left of one would show in the next.
type checker struct {
	dict    *flat.Dict
	lattice *lattice.Lattice
}

func newChecker(t testing.TB) *checker {
	t.Helper()
	d, err := flat.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	return &checker{d, lattice.New(d)}
}

func (c *checker) check(t testing.TB, text string) {
	t.Helper()
	got, want := c.lattice.Cut(nil, text), ofKagome(c.dict, text)
	if !slices.Equal(got, want) {
		t.Fatalf("%q:\ngot  %s\nwant %s", text, show(text, got), show(text, want))
	}
}

func show(text string, tokens []lattice.Token) string {
	var b strings.Builder
	for _, t := range tokens {
		fmt.Fprintf(&b, "%s/%d ", text[t.Start:t.End], t.ID)
	}
	return b.String()
}

// samples are the lines of the sample documents.
func samples(t testing.TB) []string {
	t.Helper()
	var lines []string
	for _, name := range []string{"fy2020.txt", "fy2024.txt"} {
		b, err := os.ReadFile(filepath.Join("..", "..", "..", "testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, strings.Split(string(b), "\n")...)
	}
	return lines
}

func TestCutsAsKagome(t *testing.T) {
	c := newChecker(t)
	for _, text := range []string{
		"", "。", " ", "　", "すもももももももものうち", "関係者", "ABC", "x", "１２３４５", "ア", "アイ",
		"𠮷野家🍣🍣と\U0010FFFF", "a\u0301é", "ｶﾞｷﾞｸﾞ", "\u200b\ufeff", "〇〇〇", "---", "㈱①ⅷ",
		strings.Repeat("ポ", 1023), strings.Repeat("ポ", 1024), strings.Repeat("ポ", 1025), strings.Repeat("ポ", 1400),
		strings.Repeat("x", 4096), "令和" + strings.Repeat("9", 2000) + "年", strings.Repeat("🍣", 1100),
	} {
		c.check(t, text)
	}
	lines := samples(t)
	for _, line := range lines {
		c.check(t, line)
	}
	for i := range len(lines) / 20 {
		c.check(t, strings.Join(lines[i*20:i*20+20], ""))
	}
}

// Text made of pieces of real text, torn anywhere, and of runs of characters
// of one kind, must be cut as kagome cuts it.
func TestCutsMadeTextAsKagome(t *testing.T) {
	c, m := newChecker(t), maker{rand.New(rand.NewPCG(1, 2)), []rune(strings.Join(samples(t), "\n"))}
	for range 6000 {
		c.check(t, m.text())
	}
}

// A maker makes texts.
type maker struct {
	*rand.Rand
	real []rune
}

// ranges are where characters of one kind stand, first and last.
var ranges = [][2]rune{
	{'ぁ', 'ん'},
	{'ァ', 'ー'},
	{'一', '龠'},
	{'a', 'z'},
	{'A', 'Z'},
	{'0', '9'},
	{'！', '～'},
	{'０', '９'},
	{' ', '/'},
	{'、', '〟'},
	{'①', '⑳'},
	{'α', 'ω'},
	{'а', 'я'},
	{'ｦ', 'ﾟ'},
	{1, 0x2ff},
	{0x2000, 0xd7ff},
	{0xe000, 0xfffc},
	{0x10000, 0x2ffff},
	{'一', '十'},
}

func (m *maker) text() string {
	var b strings.Builder
	for range 1 + m.IntN(12) {
		if m.IntN(2) == 0 {
			n, from := 1+m.IntN(12), m.IntN(len(m.real)-12)
			b.WriteString(string(m.real[from : from+n]))
			continue
		}
		kind := ranges[m.IntN(len(ranges))]
		for range 1 + m.IntN(6) {
			b.WriteRune(kind[0] + rune(m.IntN(int(kind[1]-kind[0])+1)))
		}
	}
	return b.String()
}

func FuzzCutsAsKagome(f *testing.F) {
	for _, s := range []string{"", "令和６年度\n予算。", "サプライチェーン・リスク", "a\u0301 \u3000。", "🍣x9"} {
		f.Add(s)
	}
	c := newChecker(f)
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || strings.ContainsAny(text, "\x00\ufffd") || len(text) > 4096 {
			t.Skip()
		}
		c.check(t, text)
	})
}

func BenchmarkCut(b *testing.B) {
	c, lines := newChecker(b), samples(b)
	text := strings.Join(lines, "")
	sentences := strings.SplitAfter(text, "。")
	b.Run("ours", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		b.ReportAllocs()
		var tokens []lattice.Token
		for b.Loop() {
			for _, s := range sentences {
				tokens = c.lattice.Cut(tokens[:0], s)
			}
		}
	})
	b.Run("kagome", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		b.ReportAllocs()
		for b.Loop() {
			for _, s := range sentences {
				ofKagome(c.dict, s)
			}
		}
	})
}
