package md_test

import (
	"strings"
	"testing"

	"shinkyu/parse/render/md"
)

// BenchmarkText escapes plain text, and the text that is worst to escape.
func BenchmarkText(b *testing.B) {
	for name, s := range map[string]string{
		"plain": strings.Repeat("本方針を踏まえ、内閣サイバーセキュリティセンター（NISC）は必要な措置を講じる。", 1000),
		"signs": strings.Repeat("-", 100_000),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			b.ReportAllocs()
			for b.Loop() {
				md.Text(s)
			}
		})
	}
}
