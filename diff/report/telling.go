package report

import (
	"cmp"
	"slices"
	"strings"

	"shinkyu/diff"
	"shinkyu/diff/terms"
	"shinkyu/diff/unit"
	"shinkyu/parse"
	"shinkyu/parse/era"
)

// tellingTerms is how many terms are named with an area.
const tellingTerms = 5

// telling gives the terms that tell most of the units: those that this edition
// has and the other has not, or less.
func (v *view) telling(units []*unit.Unit, old bool) []*terms.Term {
	in := v.tellNew
	if old {
		in = v.tellOld
	}
	var out []*terms.Term
	seen := make(map[*terms.Term]bool)
	for _, u := range units {
		for _, t := range in[u.Index] {
			if !seen[t] && len(era.Scan(t.Term)) == 0 { // a date tells when and not what
				seen[t] = true
				out = append(out, t)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b *terms.Term) int { return cmp.Compare(weight(b), weight(a)) })
	return apart(out, tellingTerms)
}

// apart gives the first n terms of which none is part of one before it or
// holds it: 人材 and 人材育成 are one piece of evidence. Marks of versions tell of
// nothing but themselves.
func apart(list []*terms.Term, n int) []*terms.Term {
	var out []*terms.Term
	for _, t := range list {
		same := func(o *terms.Term) bool {
			return strings.Contains(t.Term, o.Term) || strings.Contains(o.Term, t.Term)
		}
		if len(out) < n && !isVersionMark(t.Term) && !slices.ContainsFunc(out, same) {
			out = append(out, t)
		}
	}
	return out
}

// isVersionMark reports whether a term is the Ver of Ver.2.
func isVersionMark(term string) bool {
	switch strings.ToLower(term) {
	case "ver", "version", "rev", "v":
		return true
	}
	return false
}

// counts lists terms with their counts in both editions: SBOM（0→4）.
func (v *view) counts(list []*terms.Term, show func(string) string) string {
	out := make([]string, len(list))
	for i, t := range list {
		out[i] = v.f(msgTermCounts, show(t.Term), t.Old, t.New)
	}
	return strings.Join(out, v.t(msgListComma))
}

// weight is how much a term tells of one of the areas that it stands in: its
// score, shared among them. 施策, which is less often everywhere, tells less of
// an area than 東京大会, which stands there alone.
func weight(t *terms.Term) float64 {
	return max(t.Score, -t.Score) / float64(max(len(t.Units), 1))
}

// byTelling orders added or dropped changes, the most telling first: what is
// sure before what is in doubt, then by the weight of their telling terms.
func (v *view) byTelling(changes []*diff.Change) []*diff.Change {
	out := slices.Clone(changes)
	sums := make(map[*diff.Change]float64, len(out))
	for _, c := range out {
		for _, t := range v.telling(own(c)) {
			sums[c] += weight(t)
		}
	}
	slices.SortStableFunc(out, func(a, b *diff.Change) int {
		if d := doubt(a) - doubt(b); d != 0 {
			return d
		}
		return cmp.Compare(sums[b], sums[a])
	})
	return out
}

// doubt is 1 for what the evidence does not carry.
func doubt(c *diff.Change) int {
	if c.Confidence == parse.Uncertain {
		return 1
	}
	return 0
}
