package column_test

import (
	"strings"
	"testing"

	"shinkyu/parse/render/column"
)

func TestOf(t *testing.T) {
	for s, want := range map[string]int{"": 0, "abc": 3, "日本": 4, "ｱ": 1, "Ａ": 2, "①": 2, "か\u3099": 2, "a日": 3} {
		if got := column.Of(s); got != want {
			t.Errorf("Of(%q) = %d, want %d", s, got, want)
		}
	}
}

func TestTruncate(t *testing.T) {
	for _, tt := range []struct {
		s    string
		n    int
		want string
	}{{"日本語", 6, "日本語"}, {"日本語です", 6, "日本…"}, {"日本語です", 7, "日本…"}, {"abcdef", 5, "abc…"}} {
		if got := column.Truncate(tt.s, tt.n); got != tt.want {
			t.Errorf("Truncate(%q, %d) = %q, want %q", tt.s, tt.n, got, tt.want)
		}
	}
}

func TestWrap(t *testing.T) {
	got := column.Wrap([]column.Span{{Text: "日本の政策、"}, {Text: "SBOM", Before: "<", After: ">"}, {Text: "を「導入」する。"}}, 12)
	want := []string{"日本の政策、", "<SBOM>を「導", "入」する。"}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestVisible(t *testing.T) {
	if got := column.Visible("a\x1b[31m\tb\u202ec"); got != "a⟨U+001B⟩[31m b⟨U+202E⟩c" {
		t.Errorf("got %q", got)
	}
}

// FuzzWrap: no line runs over, but one of a single character; and no
// character but spaces at a break is lost.
func FuzzWrap(f *testing.F) {
	f.Add("日本の政策 policy、（案）", "とSBOM", 10)
	f.Fuzz(func(t *testing.T, a, b string, n int) {
		n = 1 + n&63
		lines := column.Wrap([]column.Span{{Text: a}, {Text: b}}, n)
		for _, l := range lines {
			if column.Of(l) > n && len([]rune(strings.TrimRight(l, " "))) > 1 {
				t.Errorf("%q has %d columns of %d", l, column.Of(l), n)
			}
		}
		bare := func(s string) string { return strings.ReplaceAll(s, " ", "") }
		if got, want := bare(strings.Join(lines, "")), bare(column.Visible(a)+column.Visible(b)); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	})
}
