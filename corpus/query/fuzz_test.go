package query_test

import (
	"errors"
	"math/rand/v2"
	"strings"
	"testing"

	"shinkyu/corpus"
	"shinkyu/corpus/query"
	"shinkyu/corpus/store"
)

// FuzzQuery asserts that whatever a user types is either an error of the
// grammar, with its place, or a query that the database takes.
func FuzzQuery(f *testing.F) {
	for _, s := range []string{
		"人材", "人材 AND 育成", "(a OR b) NOT c*", `"a b`, "title:x year:2018.. series:y", `"; DROP TABLE document; --`, "NEAR(a b, 5)",
		"a* b* *", "^a", "{title} : a", "a + b", "col:a", "\x00a\x00", "\xff\xfe", "-a -b c", "「」『』", "year:令和元..9999", "ア゛", "①㈱½", "'' \" ”", "NOT", "a\u200db", "\ue011a",
	} {
		f.Add(s)
	}
	c, err := corpus.Open(f.Context(), f.TempDir()+"/corpus.db", corpus.Options{Mode: corpus.Create})
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { c.Close() })
	f.Fuzz(func(t *testing.T, text string) { check(t, c, text) })
}

func check(t *testing.T, c *corpus.Corpus, text string) {
	t.Helper()
	r, err := c.Search(t.Context(), text, corpus.SearchOptions{Limit: 3})
	var q *query.Error
	var s *store.Error
	switch {
	case err == nil:
		if len(r.Hits) > 0 {
			t.Fatal("hits in an empty corpus")
		}
	case !errors.As(err, &q) && !errors.As(err, &s):
		t.Fatalf("%q: %v", text, err)
	}
}

// TestNoise asks three thousand queries made of what is syntax here, in FTS5
// and in SQL.
func TestNoise(t *testing.T) {
	c, err := corpus.Open(t.Context(), t.TempDir()+"/corpus.db", corpus.Options{Mode: corpus.Create})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	parts := []string{
		"人材", "育成 ", "AND ", "OR ", "NOT ", "NEAR(", "(", ")", "（", "\"", "「", "」", "'", "*", "^", "-", "+", ":", "{title}", "title:", "year:", "series:",
		"2020", "..", " ", "　", "\x00", "\xff", ";", "--", "a", "ＩＴ", "，", "\\", "%", "_", "?", "\ue011", "\n",
	}
	r := rand.New(rand.NewPCG(3, 4))
	for range 3000 {
		var b strings.Builder
		for range 1 + r.IntN(12) {
			b.WriteString(parts[r.IntN(len(parts))])
		}
		check(t, c, b.String())
	}
}
