package query

import (
	"errors"
	"math/rand/v2"
	"strings"
	"testing"

	"shinkyu/corpus/index"
)

// nowhere is an index without units. Expressions are run over it, so that one
// that the index cannot take shows.
type nowhere struct{}

func (nowhere) Blocks(string, bool) ([]index.Found, error) { return nil, nil }
func (nowhere) Places(int64) ([]byte, error)               { return nil, nil }
func (nowhere) Gone() func(int64) bool                     { return nil }

// FuzzQuery asserts that whatever a user types is either an error of the
// grammar, with its place, or a query that the index takes. It cuts words at
// spaces: with a dictionary or the database behind it, a fuzzer spends its
// time there.
func FuzzQuery(f *testing.F) {
	for _, s := range []string{
		"人材", "人材 AND 育成", "(a OR b) NOT c*", `"a b`, "title:x year:2018.. series:y", `"; DROP TABLE document; --`, "NEAR(a b, 5)",
		"a* b* *", "^a", "{title} : a", "a + b", "col:a", "\x00a\x00", "\xff\xfe", "-a -b c", "「」『』", "year:令和元..9999", "ア゛", "①㈱½", "'' \" ”", "NOT", "a\u200db", "\x01y2020",
	} {
		f.Add(s)
	}
	f.Fuzz(check)
}

func check(t *testing.T, text string) {
	t.Helper()
	q, err := Parse(text)
	var m *Match
	if err == nil {
		m, err = q.Match(cutter, facetsOf{})
	}
	if err != nil {
		if e := new(Error); !errors.As(err, &e) {
			t.Fatalf("%q: %v", text, err)
		}
		return
	}
	if strings.Contains(written(m.Expr), index.FacetSign) {
		t.Fatalf("%q asks for a facet as if it were a word: %s", text, written(m.Expr))
	}
	if hits, total, err := index.Search(nowhere{}, index.Lengths{}, m.Expr, 3, 0); err != nil || total > 0 || len(hits) > 0 {
		t.Fatalf("%q: %d hits, %v", text, total, err)
	}
	m.Find("人材を育成する。"+text, cutter, false)
}

// TestNoise asks three thousand queries made of what is syntax.
func TestNoise(t *testing.T) {
	parts := []string{
		"人材", "育成 ", "AND ", "OR ", "NOT ", "NEAR(", "(", ")", "（", "\"", "「", "」", "'", "*", "^", "-", "+", ":", "{title}", "title:", "year:", "series:",
		"2020", "..", " ", "　", "\x00", "\xff", ";", "--", "a", "ＩＴ", "，", "\\", "%", "_", "?", "\x01", "\n",
	}
	r := rand.New(rand.NewPCG(3, 4))
	for range 3000 {
		var b strings.Builder
		for range 1 + r.IntN(12) {
			b.WriteString(parts[r.IntN(len(parts))])
		}
		check(t, b.String())
	}
}
