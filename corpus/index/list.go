package index

import "slices"

// A Source gives the postings of an index, in the order of their units.
type Source interface {
	// Blocks gives the blocks that can hold a term, or with prefix the terms
	// that begin with it. They hold other terms too.
	Blocks(term string, prefix bool) ([]Found, error)
	// Places gives the places of a block.
	Places(id int64) ([]byte, error)
	// Gone tells which units were removed; nil for none.
	Gone() func(unit int64) bool
}

// A Found is a block without its places.
type Found struct {
	ID   int64
	Docs []byte
}

// A list is the postings of one term.
type list struct {
	postings []posting
	count    int
	pieces   []placed
}

// A placed is where the places of a run of postings are.
type placed struct {
	start    int // index of the first posting
	block    int64
	at, size int
}

// lists reads terms, each once.
type lists struct {
	src    Source
	terms  map[string]*list
	places map[int64][]byte
}

// term gives the list of a term.
func (s *lists) term(term string) (*list, error) {
	if l := s.terms[term]; l != nil {
		return l, nil
	}
	found, err := s.read(term, false)
	if err != nil {
		return nil, err
	}
	l := found[term]
	if l == nil {
		l = &list{}
	}
	s.terms[term] = l
	return l, nil
}

// prefix gives the lists of the terms that begin with a text, sorted by term.
func (s *lists) prefix(text string) ([]*list, error) {
	found, err := s.read(text, true)
	if err != nil {
		return nil, err
	}
	var names []string
	for t := range found {
		names = append(names, t)
	}
	slices.Sort(names)
	var out []*list
	for _, t := range names {
		if s.terms[t] == nil { // the same list as for others that ask
			s.terms[t] = found[t]
		}
		out = append(out, s.terms[t])
	}
	return out, nil
}

func (s *lists) read(term string, prefix bool) (map[string]*list, error) {
	blocks, err := s.src.Blocks(term, prefix)
	if err != nil {
		return nil, err
	}
	out := map[string]*list{}
	var entries []Entry
	for _, b := range blocks {
		for e, err := range entriesAt(b.Docs) {
			if err != nil {
				return nil, err
			}
			if e.Term != term && !(prefix && hasPrefix(e.Term, term)) {
				if e.Term > term {
					break
				}
				continue
			}
			l := out[e.Term]
			if l == nil {
				l = &list{}
				out[e.Term] = l
			}
			l.pieces = append(l.pieces, placed{l.count, b.ID, e.at, e.size})
			l.count += e.Count
			entries = append(entries, e.Entry)
		}
	}
	for i := range entries {
		e := &entries[i]
		l := out[e.Term]
		if l.postings == nil {
			l.postings = make([]posting, 0, l.count)
		}
		n := len(l.postings)
		l.postings = l.postings[:n+e.Count]
		if err := e.postings(l.postings[n:]); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func hasPrefix(s, prefix string) bool { return len(s) >= len(prefix) && s[:len(prefix)] == prefix }

// A cursor goes through the positions of a list.
type cursor struct {
	s    *lists
	next int // index of the posting that data is at
	rest []placed
	data []byte
	at   int
}

func (s *lists) cursor(l *list) *cursor { return &cursor{s: s, rest: l.pieces} }

// positions adds the positions of posting i; i rises from call to call.
func (c *cursor) positions(i int, out []uint32) ([]uint32, error) {
	if len(c.rest) > 0 && c.rest[0].start <= i {
		if err := c.turn(i); err != nil {
			return nil, err
		}
	}
	d, at := c.data, c.at
	var n uint64
	for ; c.next < i; c.next++ {
		n, at = uvarintAt(d, at)
		if n > uint64(len(d)-min(at, len(d))) {
			return nil, errDamaged
		}
		at += int(n)
	}
	n, at = uvarintAt(d, at)
	if n > uint64(len(d)-min(at, len(d))) {
		return nil, errDamaged
	}
	end := at + int(n)
	var position uint64
	for at < end {
		n, at = uvarintAt(d, at)
		position += n
		out = append(out, uint32(position))
	}
	c.next, c.at = i+1, at
	if at != end {
		return nil, errDamaged
	}
	return out, nil
}

// turn goes to the piece that posting i is in; those between are not read.
func (c *cursor) turn(i int) error {
	k := 0
	for k+1 < len(c.rest) && c.rest[k+1].start <= i {
		k++
	}
	p := c.rest[k]
	c.rest = c.rest[k+1:]
	places, err := c.s.placesOf(p.block)
	if err != nil {
		return err
	}
	if p.at+p.size > len(places) {
		return errDamaged
	}
	c.data, c.at, c.next = places[p.at:p.at+p.size], 0, p.start
	return nil
}

func (s *lists) placesOf(block int64) ([]byte, error) {
	if p, ok := s.places[block]; ok {
		return p, nil
	}
	p, err := s.src.Places(block)
	if err == nil {
		s.places[block] = p
	}
	return p, err
}

// A slot is a place in a phrase: any of some terms stands there.
type slot struct {
	lists []*list
	all   []posting // of all of them, a unit once
}

func newSlot(lists []*list) *slot {
	sl := &slot{lists: lists}
	var runs [][]posting
	for _, l := range lists {
		runs = append(runs, l.postings)
	}
	// Two by two, so that no posting is moved more often than the number of
	// lists can be halved.
	for len(runs) > 1 {
		for i := range len(runs) / 2 {
			runs[i] = merged(runs[2*i], runs[2*i+1])
		}
		half := len(runs) / 2
		if len(runs)%2 == 1 {
			runs[half] = runs[len(runs)-1]
			half++
		}
		runs = runs[:half]
	}
	if len(runs) == 1 {
		sl.all = runs[0]
	}
	return sl
}

// merged joins two lists; a unit of both has the frequencies of both.
func merged(a, b []posting) []posting {
	out := make([]posting, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0].unit < b[0].unit:
			out, a = append(out, a[0]), a[1:]
		case a[0].unit > b[0].unit:
			out, b = append(out, b[0]), b[1:]
		default:
			out = append(out, posting{a[0].unit, a[0].text + b[0].text, a[0].head + b[0].head})
			a, b = a[1:], b[1:]
		}
	}
	return append(append(out, a...), b...)
}
