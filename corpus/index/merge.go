package index

import (
	"cmp"
	"encoding/binary"
	"iter"
	"slices"
)

// A Part is a sequence of entries sorted by term; a term may come several
// times, with postings in order. Base is added to the numbers of its units.
type Part struct {
	Base    int64
	Entries iter.Seq2[Entry, error]
}

// Of gives entries as a part.
func Of(base int64, entries []Entry) Part {
	return Part{base, func(yield func(Entry, error) bool) {
		for _, e := range entries {
			if !yield(e, nil) {
				return
			}
		}
	}}
}

// Merge joins parts, of which each has units behind those of the one before,
// and calls emit for each term in order. Units for which gone is true are left
// out; nil keeps all. The entry is emit's until it returns.
func Merge(parts []Part, gone func(unit int64) bool, emit func(*Entry) error) error {
	var heads []*head
	defer func() {
		for _, h := range heads {
			h.stop()
		}
	}()
	for i, p := range parts {
		h := &head{part: i, base: p.Base}
		h.next, h.stop = iter.Pull2(p.Entries)
		heads = append(heads, h)
	}
	queue := heads[:0:0]
	for _, h := range heads {
		ok, err := h.advance()
		if err != nil {
			return err
		}
		if ok {
			queue = append(queue, h)
		}
	}
	m := &merger{gone: gone}
	heapify(queue)
	for len(queue) > 0 {
		h := queue[0]
		if m.out.Count > 0 && m.out.Term != h.entry.Term {
			if err := m.emit(emit); err != nil {
				return err
			}
		}
		if err := m.add(&h.entry); err != nil {
			return err
		}
		ok, err := h.advance()
		if err != nil {
			return err
		}
		if !ok {
			queue[0] = queue[len(queue)-1]
			queue = queue[:len(queue)-1]
		}
		down(queue, 0)
	}
	return m.emit(emit)
}

// A head is a part that is being merged, at one entry.
type head struct {
	part  int
	base  int64
	entry Entry
	next  func() (Entry, error, bool)
	stop  func()
}

func (h *head) advance() (bool, error) {
	e, err, ok := h.next()
	if err != nil || !ok {
		return false, err
	}
	e.First += h.base
	e.Last += h.base
	h.entry = e
	return true, nil
}

func (h *head) before(o *head) bool {
	return cmp.Or(cmp.Compare(h.entry.Term, o.entry.Term), cmp.Compare(h.part, o.part)) < 0
}

func heapify(q []*head) {
	for i := len(q)/2 - 1; i >= 0; i-- {
		down(q, i)
	}
}

func down(q []*head, i int) {
	for {
		least := i
		for c := 2*i + 1; c <= 2*i+2 && c < len(q); c++ {
			if q[c].before(q[least]) {
				least = c
			}
		}
		if least == i {
			return
		}
		q[i], q[least] = q[least], q[i]
		i = least
	}
}

// A merger gathers the entries of one term.
type merger struct {
	gone func(int64) bool
	out  Entry
	list []posting
}

func (m *merger) add(e *Entry) error {
	if m.gone != nil {
		var err error
		if *e, err = m.living(e); err != nil || e.Count == 0 {
			return err
		}
	}
	if m.out.Count > 0 {
		if e.First <= m.out.Last {
			return errDamaged
		}
		m.out.join(e)
		return nil
	}
	docs, places := append(m.out.Docs[:0], e.Docs...), append(m.out.Places[:0], e.Places...)
	m.out = *e
	m.out.Docs, m.out.Places = docs, places
	return nil
}

// living gives an entry without the units that are gone.
func (m *merger) living(e *Entry) (Entry, error) {
	var err error
	if m.list, err = e.list(m.list); err != nil {
		return Entry{}, err
	}
	if !slices.ContainsFunc(m.list, func(p posting) bool { return m.gone(int64(p.unit)) }) {
		return *e, nil
	}
	out := Entry{Term: e.Term}
	r := reader{data: e.Places}
	for _, p := range m.list {
		places := r.bytes(r.uvarint())
		if r.bad {
			return out, errDamaged
		}
		unit := int64(p.unit)
		if m.gone(unit) {
			continue
		}
		if out.Count == 0 {
			out.First = unit
		} else {
			out.Docs = binary.AppendUvarint(out.Docs, uint64(unit-out.Last))
		}
		out.Docs = frequencies(out.Docs, int(p.text), int(p.head))
		out.Places = append(binary.AppendUvarint(out.Places, uint64(len(places))), places...)
		out.Last = unit
		out.Count++
	}
	return out, nil
}

func (m *merger) emit(emit func(*Entry) error) error {
	if m.out.Count == 0 {
		return nil
	}
	err := emit(&m.out)
	m.out.Count = 0
	return err
}
