package lang

import (
	"fmt"
	"regexp"
	"strings"
	"sync"
)

// A Catalogue gives the Japanese of sentences that a library wrote in English.
//
// Its pairs are patterns and their Japanese. A pattern is a regular expression
// for the whole sentence; what its groups catch goes into the Japanese as {1},
// {2}, or as {1!} translated by the same catalogue. A sentence that no pattern
// knows stays English: to say it is better than to hide it.
type Catalogue struct {
	pairs [][2]string
	once  sync.Once
	known []known
}

type known struct {
	pattern  *regexp.Regexp
	japanese string
}

// NewCatalogue makes a catalogue of pairs. The patterns are compiled when a
// first sentence is looked up.
func NewCatalogue(pairs [][2]string) *Catalogue { return &Catalogue{pairs: pairs} }

// In gives the sentence in language l.
func (c *Catalogue) In(l Lang, s string) string {
	if l != Japanese {
		return s
	}
	c.once.Do(c.compile)
	for _, k := range c.known {
		if m := k.pattern.FindStringSubmatch(s); m != nil {
			return c.fill(k.japanese, m)
		}
	}
	return s
}

func (c *Catalogue) compile() {
	for _, p := range c.pairs {
		c.known = append(c.known, known{regexp.MustCompile("^(?:" + p[0] + ")$"), p[1]})
	}
}

// fill puts what the groups caught into the Japanese.
func (c *Catalogue) fill(japanese string, groups []string) string {
	var pairs []string
	for i, g := range groups[1:] {
		pairs = append(pairs, fmt.Sprintf("{%d}", i+1), g)
		if translated := fmt.Sprintf("{%d!}", i+1); strings.Contains(japanese, translated) {
			pairs = append(pairs, translated, c.In(Japanese, g))
		}
	}
	return strings.NewReplacer(pairs...).Replace(japanese)
}

// Of gives the part of a sentence written in both languages, as in
// 同じ題名で後の決定 (same title, newer decision), that is in language l; any
// other sentence whole.
func Of(l Lang, s string) string {
	i := strings.LastIndex(s, " (")
	if i <= 0 || !strings.HasSuffix(s, ")") || !ascii(s[i:]) || ascii(s[:i]) {
		return s
	}
	if l == Japanese {
		return s[:i]
	}
	return s[i+2 : len(s)-1]
}

func ascii(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r > 0x7f })
}
