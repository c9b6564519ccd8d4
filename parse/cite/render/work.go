package render

import (
	"fmt"
	"slices"
	"strings"

	"shinkyu/parse/cite"
	"shinkyu/parse/era"
)

// yearOf is the year of a work: of a law's number, or of a plan's latest
// decision; 0 where none is known.
func yearOf(k *cite.Work) int {
	if k.Number != "" {
		if found := era.Scan(k.Number); len(found) > 0 {
			return firstYear(found[0].EDTF)
		}
		return 0
	}
	for _, e := range slices.Backward(k.Events) {
		if y := firstYear(e.Date.EDTF); y > 0 {
			return y
		}
	}
	return 0
}

// firstYear reads the year that an EDTF value begins with.
func firstYear(edtf string) int {
	y := 0
	if len(edtf) >= 4 {
		_, _ = fmt.Sscanf(edtf[:4], "%04d", &y)
	}
	return y
}

// byKindAndYear gives the works of one kind by year, in the order of first
// mention inside a year; those without a year come last.
func byKindAndYear(x *cite.Index, kind cite.Kind) []*cite.Work {
	var out []*cite.Work
	for _, k := range x.Works {
		if k.Kind == kind {
			out = append(out, k)
		}
	}
	slices.SortStableFunc(out, func(a, b *cite.Work) int {
		ya, yb := yearOf(a), yearOf(b)
		switch {
		case ya == yb:
			return 0
		case ya == 0:
			return 1
		case yb == 0:
			return -1
		}
		return ya - yb
	})
	return out
}

// documents gives the names of the documents that the index covers, in the
// order of first appearance.
func documents(x *cite.Index) []string {
	var out []string
	seen := make(map[string]bool)
	add := func(doc string) {
		if !seen[doc] {
			seen[doc] = true
			out = append(out, doc)
		}
	}
	for _, k := range x.Works {
		for _, m := range k.Mentions {
			add(m.Doc)
		}
	}
	return out
}

// decision is a decision in words: 平成30年７月27日 閣議決定.
func decision(e cite.Event) string {
	date := strings.Join(strings.Fields(e.Date.Text), "")
	if date == "" {
		date = e.Date.EDTF
	}
	return strings.TrimSpace(date + " " + e.Body + e.Act)
}
