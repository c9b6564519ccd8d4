package fold

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
)

// What Mask takes out, as regular expressions.
var (
	datePattern   = regexp.MustCompile(`(?:` + eras + digits + `|(?:19|20)\d\d)(?:年度|年)(?:` + digits + `月(?:` + digits + `日)?)?`)
	numberPattern = regexp.MustCompile(`\d+(?:[.,]\d+)*`)
)

func masked(s string) string {
	return numberPattern.ReplaceAllString(datePattern.ReplaceAllString(String(s), Year), Number)
}

// Mask must give what the regular expressions give, on every order of what a
// date is made of.
func TestMaskIsThatOfPatterns(t *testing.T) {
	parts := strings.Fields("令和 平成 昭和 大正 明治 令 和 M T S H R x 元 〇 一 十 百 二十 1 20 19 2024 1999 5 30 年 年 年 年度 度 月 日 末 . , 1.5 3,000 第 の 予算 \xff \u3000")
	r := rand.New(rand.NewPCG(1, 2))
	for range 100000 {
		var b strings.Builder
		for range 1 + r.IntN(9) {
			b.WriteString(parts[r.IntN(len(parts))])
		}
		if s := b.String(); Mask(s) != masked(s) {
			t.Fatalf("%q: %q, want %q", s, Mask(s), masked(s))
		}
	}
}

func FuzzMask(f *testing.F) {
	for _, s := range []string{"令和5年6月16日", "R2020年度", "平成三十年末1,000.5円", "元年令和元年度4月"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if Mask(s) != masked(s) {
			t.Fatalf("%q: %q, want %q", s, Mask(s), masked(s))
		}
	})
}

func BenchmarkMask(b *testing.B) {
	text := strings.Repeat("令和6年度のサイバーセキュリティ対策について、2024年4月1日から3か年で1,000件の調査を行うものとする。", 50)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Mask(text)
	}
}
