package generate

import "fmt"

// Queries makes queries of every kind for a corpus of generated documents:
// words from the commonest to the rarest, terms, phrases, several words,
// alternatives, exclusions, beginnings and filters, in equal parts.
func Queries(seed uint64, n int) []string {
	m := New(seed)
	word := func() string { return common(m, nouns) }
	aspect := func() string { return common(m, aspects) }
	kinds := []func() string{
		word,
		aspect,
		func() string { return pick(m, nouns) + pick(m, nouns) },
		func() string { return fmt.Sprintf("%q", word()+"の"+aspect()) },
		func() string { return word() + " " + pick(m, nouns) },
		func() string { return word() + " OR " + word() },
		func() string { return word() + " NOT " + aspect() },
		func() string { return string([]rune(pick(m, nouns))[:2]) + "*" },
		func() string { return fmt.Sprintf("%s year:%d..%d", word(), 2016+m.IntN(3), 2019+m.IntN(2)) },
		func() string { return "title:" + pick(m, nouns) + " " + aspect() },
	}
	var out []string
	for i := range n {
		out = append(out, kinds[i%len(kinds)]())
	}
	return out
}
