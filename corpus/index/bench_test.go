package index

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

// BenchmarkSearch asks an index of a hundred thousand units of sixty words for
// a common word, two words together and a phrase.
func BenchmarkSearch(b *testing.B) {
	m, all := large(b)
	for _, c := range []struct {
		name string
		expr Expr
	}{
		{"word", &Phrase{Words: []string{"w1"}}},
		{"both", &All{Want: []Expr{&Phrase{Words: []string{"w1"}}, &Phrase{Words: []string{"w30"}}}}},
		{"phrase", &Phrase{Words: []string{"w1", "w0", "w2"}}},
		{"prefix", &Phrase{Prefixes: []string{"w20"}}},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, total, err := Search(m, all, c.expr, 20, 0); err != nil || total == 0 {
					b.Fatal(total, err)
				}
			}
		})
	}
}

// BenchmarkBuilder makes the entries of a document of a thousand units, and
// counts the words as bytes.
func BenchmarkBuilder(b *testing.B) {
	units := texts(1000)
	b.SetBytes(60 * 1000)
	b.ReportAllocs()
	for b.Loop() {
		build(units)
	}
}

// texts makes units of words, of which the k-th has a share of 1/k.
func texts(n int) [][]string {
	r := rand.New(rand.NewPCG(1, 2))
	z := rand.NewZipf(r, 1.1, 2, 5000)
	var out [][]string
	for range n {
		var words []string
		for range 60 {
			words = append(words, fmt.Sprint("w", z.Uint64()))
		}
		out = append(out, words)
	}
	return out
}

func build(units [][]string) []Entry {
	var x Builder
	for i, words := range units {
		x.Text(x.Unit(int64(i)), words)
	}
	return x.Entries()
}

func large(b *testing.B) (*memory, Lengths) {
	b.Helper()
	units := texts(1000)
	var parts []Part
	for i := range 100 {
		parts = append(parts, Of(int64(1000*i+1), build(units)))
	}
	m := &memory{blocks: [][]Block{segment(b, parts, nil)}}
	all, err := ReadLengths(m)
	if err != nil {
		b.Fatal(err)
	}
	return m, all
}
