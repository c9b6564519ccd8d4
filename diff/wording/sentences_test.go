package wording

import (
	"slices"
	"strings"
	"testing"
)

func TestSentences(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"", nil},
		{"一文。", []string{"一文。"}},
		{"一文。二文", []string{"一文。", "二文"}},
		{"（中で。切らない。）外で。切る。", []string{"（中で。切らない。）外で。", "切る。"}},
		{"（甲（乙）丙。）丁。戊。", []string{"（甲（乙）丙。）丁。", "戊。"}},
		{"余り）。次。（甲。）乙。", []string{"余り）。", "次。", "（甲。）乙。"}},
		{"（開いたまま。\n次。次。", []string{"（開いたまま。\n", "次。", "次。"}},
		{"第１．２版。次", []string{"第１．２版。", "次"}},
		{"版は１．Ａとする。", []string{"版は１．Ａとする。"}},
		{"である．次である．", []string{"である．", "次である．"}},
		{"である．\n次", []string{"である．", "\n", "次"}},
		{"壊\xff。\xffた。", []string{"壊\xff。", "\xffた。"}},
	} {
		if got := sentences(c.text); !slices.Equal(got, c.want) {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}

// TestLongSentences holds that no piece grows without end, and that commas are
// where it is cut as long as there are any.
func TestLongSentences(t *testing.T) {
	for _, c := range []struct{ unit, end string }{
		{strings.Repeat("あ", 50) + "、", "、"},
		{strings.Repeat("あ", 50) + "，", "，"},
		{strings.Repeat("あ", 50), ""},
		{"\xff\xfe", ""},
		{"（" + strings.Repeat("あ", 50) + "。", "。"},
		{"）" + strings.Repeat("あ", 50) + "、", "、"},
		{"）", ""},
	} {
		text := strings.Repeat(c.unit, 20000/len(c.unit))
		got := sentences(text)
		if strings.Join(got, "") != text {
			t.Fatalf("%.20q is not whole", text)
		}
		for _, s := range got[:len(got)-1] {
			least, most := longest, 2*longest+4
			if c.end != "" {
				most = longest + len(c.unit)
			} else if !strings.HasPrefix(c.unit, "）") {
				least = 2 * longest
			}
			if len(s) <= least || len(s) > most || !strings.HasSuffix(s, c.end) {
				t.Errorf("%.20q: a piece of %d bytes ends in %q", text, len(s), s[len(s)-3:])
			}
		}
	}
}

// made gives sentences of one word each, by its key.
func made(keys []string) []sentence {
	var out []sentence
	for _, k := range keys {
		s := sentence{text: k, words: []word{{key: k, runes: 4, content: true}}}
		s.bag, s.mass = bag(s.words)
		out = append(out, s)
	}
	return out
}

// TestPairsOfVeryManySentences sets each sentence against its like in texts so
// long that only what lies near the diagonal is tried.
func TestPairsOfVeryManySentences(t *testing.T) {
	var older, newer []string
	for i := range 1500 {
		k := strings.Repeat("x", i%7) + string(rune(0x4e00+i))
		if i%10 != 3 {
			older = append(older, k)
		}
		if i%9 != 4 {
			newer = append(newer, k)
		}
	}
	a, b := made(older), made(newer)
	if len(a)*len(b) <= cells {
		t.Fatal("so few sentences are all tried")
	}
	equal, i, j := 0, 0, 0
	for _, p := range pairSentences(a, b) {
		if p.a0 != i || p.b0 != j {
			t.Fatalf("%+v follows %d, %d", p, i, j)
		}
		if p.a1 == i+1 && p.b1 == j+1 {
			if older[i] != newer[j] {
				t.Fatalf("%d is set against %d", i, j)
			}
			equal++
		}
		i, j = p.a1, p.b1
	}
	want := 0
	for _, k := range older {
		if slices.Contains(newer, k) {
			want++
		}
	}
	if i != len(a) || j != len(b) || equal != want {
		t.Errorf("%d of %d sentences found their like, up to %d of %d and %d of %d", equal, want, i, len(a), j, len(b))
	}
}

// TestTableOfSentencesIsSmall holds the size of the table for any number.
func TestTableOfSentencesIsSmall(t *testing.T) {
	for _, n := range [][2]int{{1100, 1100}, {4000, 3000}, {20000, 60}, {60, 20000}} {
		a, b := made(make([]string, n[0])), made(make([]string, n[1]))
		p := pairing{a: a, b: b, band: band(n[0], n[1])}
		size := 0
		for i := range n[0] + 1 {
			lo, hi := p.span(i)
			size += hi - lo + 1
		}
		if size > cells+cells/8 || size < cells/4 {
			t.Errorf("%v: %d cells", n, size)
		}
	}
}
