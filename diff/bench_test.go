package diff

import (
	"fmt"
	"testing"

	"shinkyu/diff/align"
	"shinkyu/diff/difftest"
	"shinkyu/diff/unit"
	"shinkyu/parse"
	"shinkyu/parse/cite"
	"shinkyu/parse/token"
)

// large gives two editions of a document of about n units, the second worked
// over.
func large(b *testing.B, n int) (older, newer *parse.Document) {
	b.Helper()
	tok, err := token.IPA()
	if err != nil {
		b.Fatal(err)
	}
	pool := difftest.NewPool(tok, bases(b)...)
	m := difftest.Mutate(difftest.Large(n, pool, 1), difftest.Levels[1], pool, 1)
	return m.Old.Document("old.txt"), m.New.Document("new.txt")
}

var sizes = []int{250, 500, 1000, 2000, 4000}

func BenchmarkCompare(b *testing.B) {
	for _, n := range sizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			older, newer := large(b, n)
			b.SetBytes(int64(len(older.Source.Text) + len(newer.Source.Text)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Compare(older, newer, Options{OldCites: &cite.Index{}, NewCites: &cite.Index{}}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkAlign(b *testing.B) {
	for _, n := range sizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			older, newer := large(b, n)
			x, y := align.Side{Units: unit.Of(older)}, align.Side{Units: unit.Of(newer)}
			b.SetBytes(int64(len(older.Source.Text) + len(newer.Source.Text)))
			b.ReportAllocs()
			for b.Loop() {
				align.Units(x, y, align.Options{})
			}
		})
	}
}

func BenchmarkIdentical(b *testing.B) {
	for _, n := range sizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			older, _ := large(b, n)
			b.SetBytes(int64(2 * len(older.Source.Text)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Compare(older, older, Options{OldCites: &cite.Index{}, NewCites: &cite.Index{}}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
