package align

import (
	"cmp"
	"math"
	"slices"
)

// signals are what speaks for a pair, each 0 to 1.
type signals struct {
	ngrams    float64 // cosine over pairs of characters, by rarity
	terms     float64 // cosine over terms, by rarity; adds up with ngrams
	heading   float64
	citations float64
	children  float64 // cosine with all that stands below
	parent    float64
	position  float64
	number    float64 // of an article
}

// weights are how much each signal counts in the similarity. Text counts most:
// headings of one document resemble each other more than those of two
// editions, and citations are few.
var weights = signals{ngrams: 1, terms: 1, heading: 0.25, citations: 0.15, children: 0.3}

// without gives the weights with the named signals at nothing.
func (s signals) without(names []string) signals {
	for _, n := range names {
		switch n {
		case "ngrams":
			s.ngrams = 0
		case "terms":
			s.terms = 0
		case "heading":
			s.heading = 0
		case "citations":
			s.citations = 0
		case "children":
			s.children = 0
		}
	}
	return s
}

// measure takes the signals of a pair that do not depend on other pairs.
func (m *matcher) measure(i, j int) signals {
	a, b := &m.a[i], &m.b[j]
	var s signals
	s.ngrams, s.terms = m.split(a.subject, b.subject)
	if a.hasHead && b.hasHead {
		s.heading = cosine(a.head, b.head)
	}
	s.citations = shared(a.works, b.works)
	if m.parents(i, j) {
		s.children = cosine(a.sub, b.sub)
	}
	s.position = 1 - math.Abs(place(i, len(m.a))-place(j, len(m.b)))
	return s
}

// parents reports whether either unit has units below it.
func (m *matcher) parents(i, j int) bool {
	return len(m.left.Units[i].Children) > 0 && len(m.right.Units[j].Children) > 0
}

func place(i, n int) float64 { return (float64(i) + 0.5) / float64(n) }

// split gives the cosine in two parts, that of character pairs and of terms.
func (m *matcher) split(a, b vector) (ngrams, terms float64) {
	i, j := 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i].id < b[j].id:
			i++
		case a[i].id > b[j].id:
			j++
		default:
			if m.features.names[a[i].id][0] == '=' {
				terms += float64(a[i].w) * float64(b[j].w)
			} else {
				ngrams += float64(a[i].w) * float64(b[j].w)
			}
			i, j = i+1, j+1
		}
	}
	return ngrams, terms
}

// shared is the share of works that both cite, of those that either does.
func shared(a, b vector) float64 {
	n, i, j := 0, 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i].id < b[j].id:
			i++
		case a[i].id > b[j].id:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	if n == 0 {
		return 0
	}
	return float64(n) / float64(len(a)+len(b)-n)
}

// similarity weighs the signals of a pair. A signal that cannot be there
// (headings where one has none) takes no part.
func (m *matcher) similarity(i, j int, s signals) float64 {
	w := m.opt.weights
	sum, total := w.ngrams*s.ngrams+w.terms*s.terms, max(w.ngrams, w.terms)
	add := func(w, v float64) { sum, total = sum+w*v, total+w }
	if m.a[i].hasHead && m.b[j].hasHead {
		add(w.heading, s.heading)
	}
	if len(m.a[i].works) > 0 && len(m.b[j].works) > 0 {
		add(w.citations, s.citations)
	}
	if m.parents(i, j) {
		add(w.children, s.children)
	}
	if total == 0 {
		return 0
	}
	return min(sum/total, 1)
}

// rivals sets what the other candidates of both units of each pair score.
func rivals(ps []pair, n, m int) {
	rows, cols := make([][]float64, n), make([][]float64, m)
	for _, p := range ps {
		rows[p.i] = append(rows[p.i], p.score)
		cols[p.j] = append(cols[p.j], p.score)
	}
	for _, l := range [][][]float64{rows, cols} {
		for _, s := range l {
			slices.SortFunc(s, func(x, y float64) int { return cmp.Compare(y, x) })
		}
	}
	for k := range ps {
		p := &ps[k]
		p.rivalI, p.nearI = others(rows[p.i], p.score)
		p.rivalJ, p.nearJ = others(cols[p.j], p.score)
	}
}

// near is how many of a unit's other candidates make its background.
const near = 8

// others gives the best of the scores but one that is own, and the mean of the
// best few of them.
func others(sorted []float64, own float64) (best, mean float64) {
	n, skipped := 0, false
	for _, s := range sorted {
		if s == own && !skipped {
			skipped = true
			continue
		}
		if n == 0 {
			best = s
		}
		mean += s
		if n++; n == near {
			break
		}
	}
	if n > 0 {
		mean /= float64(n)
	}
	return best, mean
}
