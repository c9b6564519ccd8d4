package main

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"slices"
	"strings"
)

// A mutant is one fault in one function.
type mutant struct {
	id       int
	file     *file
	fn       *function
	from, to int    // bytes of the source that are replaced
	text     string // by this
	line     int    // 1-based
	column   int    // 1-based, in bytes

	fate fate
	by   string // what killed it, or explains it
}

type fate int

const (
	untried fate = iota
	killed
	hung // killed by the time limit
	unreached
	survived
	explained
)

// before and after are the lines that are changed, their blanks folded: what
// tells a mutant from the others wherever in the file it stands.
func (m *mutant) before() string { return m.lines("", true) }
func (m *mutant) after() string  { return m.lines(m.text, false) }

func (m *mutant) lines(text string, old bool) string {
	src := string(m.file.source)
	start := strings.LastIndexByte(src[:m.from], '\n') + 1
	end := len(src)
	if i := strings.IndexByte(src[m.to:], '\n'); i >= 0 {
		end = m.to + i
	}
	if old {
		text = src[m.from:m.to]
	}
	return strings.Join(strings.Fields(src[start:m.from]+text+src[m.to:end]), " ")
}

// key tells a mutant by its content, without its place.
func (m *mutant) key() string {
	return m.file.name + "\n" + m.fn.name + "\n" + m.before() + "\n" + m.after()
}

func (m *mutant) String() string {
	after := m.after()
	if after == "" {
		after = "(nothing)"
	}
	return fmt.Sprintf("%s:%d: %s: %s  ⇒  %s", m.file.name, m.line, m.fn.name, m.before(), after)
}

// sample takes n of the mutants: from every file and every part of the source
// its share. Within a file the order is that of a hash over what a mutant
// changes, so that a sample stays nearly the same where lines move.
func sample(all []*mutant, n int, seed uint64) []*mutant {
	if n <= 0 || n >= len(all) {
		return all
	}
	hash := map[*mutant]uint64{}
	files := map[*file][]*mutant{}
	for _, m := range all {
		h := fnv.New64a()
		fmt.Fprintf(h, "%d\n%s\n%d", seed, m.key(), m.column)
		hash[m] = h.Sum64()
		files[m.file] = append(files[m.file], m)
	}
	rank := map[*mutant]float64{}
	for _, own := range files {
		slices.SortStableFunc(own, func(a, b *mutant) int { return cmp.Compare(hash[a], hash[b]) })
		for i, m := range own {
			rank[m] = (float64(i) + 0.5) / float64(len(own))
		}
	}
	chosen := slices.Clone(all)
	slices.SortStableFunc(chosen, func(a, b *mutant) int { return cmp.Compare(rank[a], rank[b]) })
	chosen = chosen[:n]
	slices.SortFunc(chosen, func(a, b *mutant) int { return cmp.Compare(a.id, b.id) })
	return chosen
}

func without(all []*mutant, bad map[*mutant]bool) []*mutant {
	return filter(all, func(m *mutant) bool { return !bad[m] })
}

func filter(all []*mutant, keep func(*mutant) bool) []*mutant {
	var out []*mutant
	for _, m := range all {
		if keep(m) {
			out = append(out, m)
		}
	}
	return out
}
