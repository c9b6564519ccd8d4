package index

import (
	"cmp"
	"math"
	"slices"
)

// An Expr is what is looked for.
type Expr interface{ isExpr() }

// All is found where every part of Want is, and none of Not.
type All struct{ Want, Not []Expr }

// Any is found where one of its parts is.
type Any struct{ Parts []Expr }

// A Phrase is words in order. Where there are Prefixes, a word that begins
// with one of them follows.
type Phrase struct {
	Words    []string
	Prefixes []string
	Heading  bool // in the headings of units only
}

// Facets is found in the units of any of these facets, which count for
// nothing in the ranking.
type Facets struct{ Terms []string }

func (*All) isExpr()    {}
func (*Any) isExpr()    {}
func (*Phrase) isExpr() {}
func (*Facets) isExpr() {}

// A Hit is a unit that was found.
type Hit struct {
	Unit  int64
	Score float64 // BM25; higher is better
}

// Lengths are the lengths of all units that were not removed. To read them
// takes as long as a search, so a source that stays the same keeps them.
type Lengths struct{ postings []posting }

// ReadLengths reads the lengths of the units.
func ReadLengths(src Source) (Lengths, error) {
	s := newSearcher(src)
	all, err := s.lists.term("")
	if err != nil {
		return Lengths{}, err
	}
	return Lengths{s.living(all.postings)}, nil
}

// Search gives the units that an expression finds, best first: limit of them
// from offset on, all from there on if limit is negative. total counts all.
func Search(src Source, all Lengths, e Expr, limit, offset int) (hits []Hit, total int, err error) {
	s := newSearcher(src)
	s.lengths = all.postings
	found, err := s.eval(e)
	if err != nil {
		return nil, 0, err
	}
	if limit < 0 {
		limit = len(found)
	}
	return best(found, limit, offset), len(found), nil
}

// better is the order of hits.
func better(a, b Hit) int {
	return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Unit, b.Unit))
}

// best sorts as many hits as are wanted.
func best(found []Hit, limit, offset int) []Hit {
	if offset >= len(found) {
		return nil
	}
	limit = min(limit, len(found)-offset)
	want := limit + offset
	if want > len(found)/8 {
		slices.SortFunc(found, better)
		return found[offset:want]
	}
	// Few of many: some more are gathered, and the better ones kept, of which
	// the last one is the bar for those that follow.
	kept := make([]Hit, 0, want+1000)
	full := false
	for _, h := range found {
		if full && better(h, kept[want-1]) > 0 {
			continue
		}
		if kept = append(kept, h); len(kept) == cap(kept) {
			slices.SortFunc(kept, better)
			kept, full = kept[:want], true
		}
	}
	slices.SortFunc(kept, better)
	return kept[offset:want]
}

type searcher struct {
	lists   lists
	gone    func(int64) bool
	lengths []posting // of all units
}

func newSearcher(src Source) *searcher {
	return &searcher{lists: lists{src: src, terms: map[string]*list{}, places: map[int64][]byte{}}, gone: src.Gone()}
}

// living drops the units that were removed.
func (s *searcher) living(list []posting) []posting {
	if s.gone == nil {
		return list
	}
	out := make([]posting, 0, len(list))
	for _, p := range list {
		if !s.gone(int64(p.unit)) {
			out = append(out, p)
		}
	}
	return out
}

// eval gives the hits of an expression in the order of the units.
func (s *searcher) eval(e Expr) ([]Hit, error) {
	switch e := e.(type) {
	case *All:
		return s.all(e)
	case *Any:
		return s.any(e.Parts)
	case *Phrase:
		return s.phrase(e)
	case *Facets:
		in, err := s.set(e)
		return s.hits(in), err
	}
	return nil, nil
}

func (s *searcher) all(e *All) ([]Hit, error) {
	var out []Hit
	first := true
	for _, w := range e.Want {
		if _, ok := w.(*Facets); ok {
			continue // narrows what the others find
		}
		hits, err := s.eval(w)
		if err != nil {
			return nil, err
		}
		if first {
			out, first = hits, false
		} else {
			out = both(out, hits)
		}
		if len(out) == 0 {
			return nil, nil
		}
	}
	for _, w := range e.Want {
		f, ok := w.(*Facets)
		if !ok {
			continue
		}
		in, err := s.set(f)
		if err != nil {
			return nil, err
		}
		if first {
			out, first = s.hits(in), false
		} else {
			out = slices.DeleteFunc(out, func(h Hit) bool { return !in.has(h.Unit) })
		}
	}
	without, err := s.any(e.Not)
	if err != nil {
		return nil, err
	}
	return minus(out, without), nil
}

// both gives the hits that are in both lists, with the scores of both.
func both(a, b []Hit) []Hit {
	out := make([]Hit, 0, min(len(a), len(b)))
	j := 0
	for _, h := range a {
		for j < len(b) && b[j].Unit < h.Unit {
			j++
		}
		if j < len(b) && b[j].Unit == h.Unit {
			out = append(out, Hit{h.Unit, h.Score + b[j].Score})
		}
	}
	return out
}

// minus gives the hits of a that are not in b.
func minus(a, b []Hit) []Hit {
	if len(b) == 0 {
		return a
	}
	out := make([]Hit, 0, len(a))
	j := 0
	for _, h := range a {
		for j < len(b) && b[j].Unit < h.Unit {
			j++
		}
		if j == len(b) || b[j].Unit != h.Unit {
			out = append(out, h)
		}
	}
	return out
}

func (s *searcher) any(parts []Expr) ([]Hit, error) {
	var out []Hit
	for i, p := range parts {
		hits, err := s.eval(p)
		if err != nil {
			return nil, err
		}
		if i == 0 {
			out = hits
		} else {
			out = union(out, hits)
		}
	}
	return out, nil
}

func union(a, b []Hit) []Hit {
	if len(a) == 0 || len(b) == 0 {
		return append(a, b...)
	}
	out := make([]Hit, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0].Unit < b[0].Unit:
			out, a = append(out, a[0]), a[1:]
		case a[0].Unit > b[0].Unit:
			out, b = append(out, b[0]), b[1:]
		default:
			out = append(out, Hit{a[0].Unit, a[0].Score + b[0].Score})
			a, b = a[1:], b[1:]
		}
	}
	return append(append(out, a...), b...)
}

// A set is units, a bit for each.
type set []uint64

func (s set) has(unit int64) bool {
	i := unit / 64
	return i < int64(len(s)) && s[i]&(1<<(unit%64)) != 0
}

// set gives the units of facets, those that were removed too.
func (s *searcher) set(e *Facets) (set, error) {
	if len(s.lengths) == 0 {
		return nil, nil
	}
	out := make(set, s.lengths[len(s.lengths)-1].unit/64+1)
	for _, t := range e.Terms {
		l, err := s.lists.term(FacetSign + t)
		if err != nil {
			return nil, err
		}
		for _, p := range l.postings {
			if i := p.unit / 64; int(i) < len(out) {
				out[i] |= 1 << (p.unit % 64)
			}
		}
	}
	return out, nil
}

// hits gives the units of a set that are there still, without a score.
func (s *searcher) hits(in set) []Hit {
	var out []Hit
	for _, p := range s.lengths {
		if in.has(int64(p.unit)) {
			out = append(out, Hit{Unit: int64(p.unit)})
		}
	}
	return out
}

// phrase finds and scores a phrase.
func (s *searcher) phrase(p *Phrase) ([]Hit, error) {
	slots, err := s.slots(p)
	if err != nil {
		return nil, err
	}
	var found []posting
	switch len(slots) {
	case 0:
		return nil, nil
	case 1:
		found = slots[0].all
	default:
		if found, err = s.inOrder(slots); err != nil {
			return nil, err
		}
	}
	if p.Heading {
		found = headings(found)
	}
	return s.score(s.living(found))
}

// headings gives the postings that are in headings, and no others.
func headings(found []posting) []posting {
	var out []posting
	for _, p := range found {
		if p.head > 0 {
			p.text = 0
			out = append(out, p)
		}
	}
	return out
}

func (s *searcher) slots(p *Phrase) ([]*slot, error) {
	var out []*slot
	for _, w := range p.Words {
		l, err := s.lists.term(w)
		if err != nil {
			return nil, err
		}
		out = append(out, newSlot([]*list{l}))
	}
	if len(p.Prefixes) == 0 {
		return out, nil
	}
	var any []*list
	for i, x := range p.Prefixes {
		if slices.ContainsFunc(p.Prefixes[:i], func(y string) bool { return hasPrefix(x, y) }) {
			continue
		}
		more, err := s.lists.prefix(x)
		if err != nil {
			return nil, err
		}
		for _, l := range more {
			if !slices.Contains(any, l) {
				any = append(any, l)
			}
		}
	}
	return append(out, newSlot(any)), nil
}

// The constants of BM25. A word of a heading tells as much as four of the
// text.
const (
	k1, b         = 1.2, 0.75
	usualLength   = 150 // words
	headingWeight = 4
)

// score gives the units of a phrase their scores. The words of the unit that
// BM25 takes for its length include those of the heading, once. It is an error
// where a unit has no length.
func (s *searcher) score(found []posting) ([]Hit, error) {
	n, all := float64(len(found)), float64(len(s.lengths))
	idf := math.Log(1 + (all-n+0.5)/(n+0.5))
	out := make([]Hit, len(found))
	j := 0
	for i, p := range found {
		for j < len(s.lengths)-1 && s.lengths[j].unit < p.unit {
			j++
		}
		if j >= len(s.lengths) || s.lengths[j].unit != p.unit {
			return nil, errDamaged
		}
		length := float64(s.lengths[j].text + s.lengths[j].head)
		f := float64(p.text) + headingWeight*float64(p.head)
		out[i] = Hit{int64(p.unit), idf * f * (k1 + 1) / (f + k1*(1-b+b*length/usualLength))}
	}
	return out, nil
}
