package parse_test

import (
	"fmt"
	"sort"
	"strings"
	"unicode"

	"shinkyu/parse"
)

// A counted is a multiset of what a document holds: headings with their depth,
// items, paragraphs.
type counted map[string]int

// A tally counts what agrees between two multisets.
type scored struct{ hit, want, got int }

func (s *scored) add(want, got counted) {
	for k, n := range want {
		s.want += n
		s.hit += min(n, got[k])
	}
	for _, n := range got {
		s.got += n
	}
}

// f1 is the harmonic mean of precision and recall.
func (s scored) f1() float64 {
	if s.want+s.got == 0 {
		return 1
	}
	return 2 * float64(s.hit) / float64(s.want+s.got)
}

func (s scored) String() string {
	return fmt.Sprintf("F1 %.4f (recall %.4f of %d, precision %.4f of %d)", s.f1(), ratio(s.hit, s.want), s.want, ratio(s.hit, s.got), s.got)
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 1
	}
	return float64(a) / float64(b)
}

// tight drops white space.
func tight(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// outlineOf lists the headings (and items) of a document with their depth,
// and its paragraphs.
func outlineOf(d *parse.Document) (headings, items, paragraphs counted) {
	headings, items, paragraphs = counted{}, counted{}, counted{}
	parse.Walk(d.Content, func(n parse.Node, in []*parse.Section) bool {
		switch n := n.(type) {
		case *parse.Section:
			key := fmt.Sprintf("%d %s|%s", len(in), n.Marker.Text, tight(n.Title.String))
			if n.Title.IsZero() {
				items[key]++
			} else {
				headings[key]++
			}
		case *parse.Paragraph:
			paragraphs[tight(n.Text.String)]++
		case *parse.Note:
			paragraphs[tight(n.Marker.Text+n.Text.String)]++
		}
		return true
	})
	return headings, items, paragraphs
}

// missing lists what one multiset has and the other has not.
func missing(a, b counted) (out []string) {
	for k, n := range a {
		if n > b[k] {
			out = append(out, k)
		}
	}
	sort.Strings(out)
	return out
}
