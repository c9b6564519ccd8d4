package index

import (
	"cmp"
	"encoding/binary"
	"slices"
)

// A Builder makes the entries of one document. The zero value is ready.
type Builder struct {
	ids   map[string]uint32
	terms []string
	found []occurrence
	units []unit
}

// A unit counts what was added to it.
type unit struct {
	number               int64
	text, head           uint32 // next positions
	textWords, headWords uint32
}

type occurrence struct{ term, unit, position uint32 }

// Unit adds a unit and gives its handle. Numbers rise.
func (b *Builder) Unit(number int64) int {
	b.units = append(b.units, unit{number: number})
	return len(b.units) - 1
}

// Text adds words in order to the text of a unit.
func (b *Builder) Text(unit int, words []string) {
	u := &b.units[unit]
	b.add(unit, u.text, words)
	u.text += uint32(len(words))
	u.textWords += uint32(len(words))
}

// Break ends a paragraph of a unit: no phrase goes over it.
func (b *Builder) Break(unit int) { b.units[unit].text++ }

// Heading adds words in order to the heading of a unit.
func (b *Builder) Heading(unit int, words []string) {
	u := &b.units[unit]
	b.add(unit, heading+u.head, words)
	u.head += uint32(len(words))
	u.headWords += uint32(len(words))
}

func (b *Builder) add(unit int, at uint32, words []string) {
	if b.ids == nil {
		b.ids = map[string]uint32{}
	}
	for i, w := range words {
		id, ok := b.ids[w]
		if !ok {
			id = uint32(len(b.terms))
			b.ids[w] = id
			b.terms = append(b.terms, w)
		}
		b.found = append(b.found, occurrence{id, uint32(unit), at + uint32(i)})
	}
}

// Words is the number of words in text and headings.
func (b *Builder) Words() int { return len(b.found) }

// Entries gives the entries sorted by term.
func (b *Builder) Entries() []Entry {
	if len(b.units) == 0 {
		return nil
	}
	sorted, ends := b.byTerm()
	out := make([]Entry, 0, len(b.terms)+1)
	out = append(out, b.lengths())
	order := make([]int, len(b.terms))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int { return cmp.Compare(b.terms[i], b.terms[j]) })
	buffers := make([]byte, 0, 4*len(sorted)+8*len(b.terms))
	var places []byte
	for _, t := range order {
		start := 0
		if t > 0 {
			start = ends[t-1]
		}
		e := Entry{Term: b.terms[t]}
		from := len(buffers)
		places = places[:0]
		buffers, places = b.encode(&e, sorted[start:ends[t]], buffers, places)
		middle := len(buffers)
		buffers = append(buffers, places...)
		e.Docs, e.Places = buffers[from:middle:middle], buffers[middle:len(buffers):len(buffers)]
		out = append(out, e)
	}
	return out
}

// byTerm gives the occurrences by term, unit and position, and the end of
// those of each term.
func (b *Builder) byTerm() ([]occurrence, []int) {
	ends := make([]int, len(b.terms))
	for _, o := range b.found {
		ends[o.term]++
	}
	for i := 1; i < len(ends); i++ {
		ends[i] += ends[i-1]
	}
	sorted := make([]occurrence, len(b.found))
	next := slices.Clone(ends)
	for _, o := range slices.Backward(b.found) {
		next[o.term]--
		sorted[next[o.term]] = o
	}
	// Text that follows the sections below it comes late, headings early.
	byPlace := func(x, y occurrence) int {
		return cmp.Or(cmp.Compare(x.unit, y.unit), cmp.Compare(x.position, y.position))
	}
	start := 0
	for _, end := range ends {
		if run := sorted[start:end]; !slices.IsSortedFunc(run, byPlace) {
			slices.SortFunc(run, byPlace)
		}
		start = end
	}
	return sorted, ends
}

// lengths is the entry of the empty word.
func (b *Builder) lengths() Entry {
	var e Entry
	for _, u := range b.units {
		e.AddCount(u.number, int(u.textWords), int(u.headWords))
	}
	return e
}

// encode writes the postings of one term.
func (b *Builder) encode(e *Entry, found []occurrence, docs, places []byte) ([]byte, []byte) {
	var one []byte
	for len(found) > 0 {
		u := found[0].unit
		n, head, last := 0, 0, uint32(0)
		one = one[:0]
		for n < len(found) && found[n].unit == u {
			one = binary.AppendUvarint(one, uint64(found[n].position-last))
			last = found[n].position
			if last >= heading {
				head++
			}
			n++
		}
		number := b.units[u].number
		if e.Count == 0 {
			e.First = number
		} else {
			docs = binary.AppendUvarint(docs, uint64(number-e.Last))
		}
		docs = frequencies(docs, n-head, head)
		places = binary.AppendUvarint(places, uint64(len(one)))
		places = append(places, one...)
		e.Last = number
		e.Count++
		found = found[n:]
	}
	return docs, places
}

// Facet gives the entry of a facet of units: a word that has no place.
func Facet(term string, units []int64) Entry {
	e := Entry{Term: FacetSign + term}
	for _, u := range units {
		e.AddCount(u, 0, 0)
	}
	return e
}

// FacetSign is what the words of facets begin with.
const FacetSign = "\x01"
