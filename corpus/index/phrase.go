package index

import (
	"cmp"
	"slices"
)

// inOrder gives the units in which the slots of a phrase stand one after the
// other, and how often.
func (s *searcher) inOrder(slots []*slot) ([]posting, error) {
	// The positions of the rarest words are read first: where they do not fit
	// the others need not be read.
	order := make([]int, len(slots))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(len(slots[i].all), len(slots[j].all)) })
	m := phraser{order: order}
	for _, i := range order {
		m.readers = append(m.readers, s.reader(slots[i]))
	}
	var out []posting
	rarest := m.readers[0].all
next:
	for at := range rarest {
		unit := rarest[at].unit
		for _, r := range m.readers {
			r.next += ahead(r.all[r.next:], unit)
			if r.next == len(r.all) {
				break next
			}
			if r.all[r.next].unit != unit {
				continue next
			}
		}
		text, head, err := m.count(unit)
		if err != nil {
			return nil, err
		}
		if text+head > 0 {
			out = append(out, posting{unit, text, head})
		}
	}
	return out, nil
}

// ahead gives the index of the first posting of a unit that is not before u.
// It is near the beginning as a rule, so steps grow from there.
func ahead(list []posting, u uint32) int {
	if len(list) == 0 || list[0].unit >= u {
		return 0
	}
	step := 1
	for step < len(list) && list[step].unit < u {
		step *= 2
	}
	from := step / 2
	i, _ := slices.BinarySearchFunc(list[from:min(step+1, len(list))], u, func(p posting, u uint32) int { return cmp.Compare(p.unit, u) })
	return from + i
}

// A phraser counts a phrase in units, which rise from call to call.
type phraser struct {
	readers []*slotReader // of the slots in this order
	order   []int
	starts  []uint32
	scratch []uint32
}

// count gives how often the phrase stands in text and heading of a unit.
func (m *phraser) count(unit uint32) (text, head uint32, err error) {
	for k, i := range m.order {
		if m.scratch, err = m.readers[k].positions(unit, m.scratch[:0]); err != nil {
			return 0, 0, err
		}
		if k == 0 {
			m.starts = m.starts[:0]
			for _, p := range m.scratch {
				if p >= uint32(i) {
					m.starts = append(m.starts, p-uint32(i))
				}
			}
		} else {
			m.starts = follow(m.starts, m.scratch, uint32(i))
		}
		if len(m.starts) == 0 {
			return 0, 0, nil
		}
	}
	for _, p := range m.starts {
		if p >= heading {
			head++
		} else {
			text++
		}
	}
	return text, head, nil
}

// follow keeps the starts of which the position that is by places further on
// is among those given. Both are sorted.
func follow(starts, positions []uint32, by uint32) []uint32 {
	kept := starts[:0]
	j := 0
	for _, p := range starts {
		for j < len(positions) && positions[j] < p+by {
			j++
		}
		if j < len(positions) && positions[j] == p+by {
			kept = append(kept, p)
		}
	}
	return kept
}

// A slotReader reads the positions of the lists of a slot.
type slotReader struct {
	*slot
	next    int // index into all
	at      []int
	cursors []*cursor
}

func (s *searcher) reader(sl *slot) *slotReader {
	r := &slotReader{slot: sl, at: make([]int, len(sl.lists))}
	for _, l := range sl.lists {
		r.cursors = append(r.cursors, s.lists.cursor(l))
	}
	return r
}

// positions gives the positions of all lists in the unit that the reader is
// at, sorted.
func (r *slotReader) positions(unit uint32, out []uint32) ([]uint32, error) {
	if len(r.lists) == 1 {
		return r.cursors[0].positions(r.next, out)
	}
	for i, l := range r.lists {
		r.at[i] += ahead(l.postings[r.at[i]:], unit)
		if r.at[i] == len(l.postings) || l.postings[r.at[i]].unit != unit {
			continue
		}
		var err error
		if out, err = r.cursors[i].positions(r.at[i], out); err != nil {
			return nil, err
		}
	}
	slices.Sort(out)
	return out, nil
}
