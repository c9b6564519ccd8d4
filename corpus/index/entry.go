package index

import (
	"encoding/binary"
	"errors"
	"slices"
)

// An Entry is a word with its postings, or some of them that follow each
// other.
//
// Docs holds for each unit the distance to the unit before, left out for the
// first one, and the frequencies: twice that in the text, and one more where
// the heading has the word too, in which case the frequency there follows.
// Places holds for each unit the length in bytes of what follows, and the
// distances between the positions. All numbers are varints.
type Entry struct {
	Term        string
	Count       int   // units
	First, Last int64 // the units at either end
	Docs        []byte
	Places      []byte
}

// heading is added to the positions of words in headings, so that no phrase
// goes over from one to the other. No text has so many words.
const heading = 1 << 27

var errDamaged = errors.New("the full-text index is damaged")

// join adds the postings of an entry that come behind those of e.
func (e *Entry) join(next *Entry) {
	e.Docs = binary.AppendUvarint(e.Docs, uint64(next.First-e.Last))
	e.Docs = append(e.Docs, next.Docs...)
	e.Places = append(e.Places, next.Places...)
	e.Count += next.Count
	e.Last = next.Last
}

// Add adds a unit behind those that are there, with the positions of the word
// in its text and in its heading, each sorted. A facet has none.
func (e *Entry) Add(unit int64, text, head []uint32) {
	var places []byte
	last := uint32(0)
	for _, p := range text {
		places = binary.AppendUvarint(places, uint64(p-last))
		last = p
	}
	for _, p := range head {
		places = binary.AppendUvarint(places, uint64(heading+p-last))
		last = heading + p
	}
	e.AddCount(unit, len(text), len(head))
	e.Places = binary.AppendUvarint(e.Places[:len(e.Places)-1], uint64(len(places)))
	e.Places = append(e.Places, places...)
}

// AddCount adds a unit as [Entry.Add] does, with frequencies and no places, as
// the empty word has them.
func (e *Entry) AddCount(unit int64, text, head int) {
	if e.Count == 0 {
		e.First = unit
	} else {
		e.Docs = binary.AppendUvarint(e.Docs, uint64(unit-e.Last))
	}
	e.Docs = frequencies(e.Docs, text, head)
	e.Places = append(e.Places, 0)
	e.Last = unit
	e.Count++
}

func frequencies(out []byte, text, head int) []byte {
	if head == 0 {
		return binary.AppendUvarint(out, uint64(text)<<1)
	}
	out = binary.AppendUvarint(out, uint64(text)<<1|1)
	return binary.AppendUvarint(out, uint64(head))
}

// A posting is one unit of an entry.
type posting struct {
	unit       uint32
	text, head uint32 // frequencies
}

// postings reads the postings of the entry into a list of that length.
func (e *Entry) postings(out []posting) error {
	if e.First < 0 || e.Last > MaxUnit {
		return errDamaged
	}
	d, i := e.Docs, 0
	unit := uint64(e.First)
	var more, f, head uint64
	for k := range out {
		// Most numbers have one byte and are read here.
		if k > 0 {
			if i < len(d) && d[i] < 0x80 {
				unit += uint64(d[i])
				i++
			} else {
				more, i = uvarintAt(d, i)
				unit += more
			}
		}
		if i < len(d) && d[i] < 0x80 {
			f = uint64(d[i])
			i++
		} else {
			f, i = uvarintAt(d, i)
		}
		head = 0
		if f&1 == 1 {
			head, i = uvarintAt(d, i)
		}
		out[k] = posting{uint32(unit), uint32(f >> 1), uint32(head)}
	}
	if i != len(d) || unit != uint64(e.Last) {
		return errDamaged
	}
	return nil
}

// MaxUnit is the highest number of a unit.
const MaxUnit = 1<<32 - 1

// list gives the postings of the entry, in a list that is used again.
func (e *Entry) list(again []posting) ([]posting, error) {
	again = slices.Grow(again[:0], e.Count)[:e.Count]
	return again, e.postings(again)
}

// uvarintAt reads the number at an offset and gives the offset behind it, one
// behind the end of the data where there is none.
func uvarintAt(d []byte, i int) (uint64, int) {
	if i < len(d)-1 && d[i+1] < 0x80 { // one byte, or two
		if d[i] < 0x80 {
			return uint64(d[i]), i + 1
		}
		return uint64(d[i]&0x7f) | uint64(d[i+1])<<7, i + 2
	}
	if i < len(d) {
		if v, n := binary.Uvarint(d[i:]); n > 0 {
			return v, i + n
		}
	}
	return 0, len(d) + 1
}

// A reader reads numbers; bad is set where there are no more.
type reader struct {
	data []byte
	bad  bool
}

func (r *reader) uvarint() uint64 {
	if len(r.data) > 0 && r.data[0] < 0x80 { // nearly all
		v := r.data[0]
		r.data = r.data[1:]
		return uint64(v)
	}
	v, n := binary.Uvarint(r.data)
	if n <= 0 {
		r.bad, r.data = true, nil
		return 0
	}
	r.data = r.data[n:]
	return v
}

// bytes gives the next n bytes.
func (r *reader) bytes(n uint64) []byte {
	if n > uint64(len(r.data)) {
		r.bad, r.data = true, nil
		return nil
	}
	out := r.data[:n]
	r.data = r.data[n:]
	return out
}
