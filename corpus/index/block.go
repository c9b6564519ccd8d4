package index

import (
	"encoding/binary"
	"iter"
)

// A Block is a run of entries in packed form. All entries of a term are in one
// block, or the term has blocks for itself.
type Block struct {
	Term   string // of the first entry
	First  int64  // unit of the first entry
	Docs   []byte // the entries without their places
	Places []byte // the places of all entries
}

// Sizes of a block: entries are added until it has room bytes, and longer
// lists are cut into pieces of as many postings. A search reads a block whole.
const (
	room  = 8 << 10
	piece = 4 << 10
)

// A Packer packs entries, which come sorted, into blocks. Put takes each block
// when it is full; what it holds is Put's until it returns.
type Packer struct {
	Put   func(*Block) error
	block Block
	count int
	last  string
}

// Add packs an entry.
func (p *Packer) Add(e *Entry) error {
	if len(e.Docs)+len(e.Places) > 2*room {
		return p.long(e)
	}
	if p.count > 0 && len(p.block.Docs)+len(p.block.Places)+len(e.Docs)+len(e.Places) > 2*room {
		if err := p.Flush(); err != nil {
			return err
		}
	}
	p.add(e)
	return nil
}

// long packs an entry into blocks of its own.
func (p *Packer) long(e *Entry) error {
	if err := p.Flush(); err != nil {
		return err
	}
	docs, places := reader{data: e.Docs}, reader{data: e.Places}
	unit := e.First
	for left := e.Count; left > 0; {
		part := Entry{Term: e.Term, Count: min(left, piece)}
		if left < e.Count {
			unit += int64(docs.uvarint())
		}
		part.First = unit
		d, pl := docs.data, places.data
		for i := range part.Count {
			if i > 0 {
				unit += int64(docs.uvarint())
			}
			if docs.uvarint()&1 == 1 {
				docs.uvarint()
			}
			places.bytes(places.uvarint())
		}
		if docs.bad || places.bad {
			return errDamaged
		}
		part.Last = unit
		part.Docs, part.Places = d[:len(d)-len(docs.data)], pl[:len(pl)-len(places.data)]
		left -= part.Count
		p.add(&part)
		if err := p.Flush(); err != nil {
			return err
		}
	}
	return nil
}

func (p *Packer) add(e *Entry) {
	b := &p.block
	if p.count == 0 {
		b.Term, b.First, p.last = e.Term, e.First, ""
	}
	shared := 0
	for shared < len(p.last) && shared < len(e.Term) && p.last[shared] == e.Term[shared] {
		shared++
	}
	for _, n := range []uint64{
		uint64(shared), uint64(len(e.Term) - shared), uint64(e.Count),
		uint64(e.First), uint64(e.Last - e.First), uint64(len(e.Docs)), uint64(len(e.Places)),
	} {
		b.Docs = binary.AppendUvarint(b.Docs, n)
	}
	b.Docs = append(b.Docs, e.Term[shared:]...)
	b.Docs = append(b.Docs, e.Docs...)
	b.Places = append(b.Places, e.Places...)
	p.last = e.Term
	p.count++
}

// Flush gives the block that is not full yet.
func (p *Packer) Flush() error {
	if p.count == 0 {
		return nil
	}
	err := p.Put(&p.block)
	p.block.Docs, p.block.Places, p.count = p.block.Docs[:0], p.block.Places[:0], 0
	return err
}

// Entries reads a block.
func Entries(docs, places []byte) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		for e, err := range entriesAt(docs) {
			if err == nil && e.at+e.size > len(places) {
				err = errDamaged
			}
			if err != nil {
				yield(Entry{}, err)
				return
			}
			e.Places = places[e.at : e.at+e.size : e.at+e.size]
			if !yield(e.Entry, nil) {
				return
			}
		}
	}
}

// An entryAt is an entry without its places, and where they are.
type entryAt struct {
	Entry
	at, size int
}

func entriesAt(docs []byte) iter.Seq2[entryAt, error] {
	return func(yield func(entryAt, error) bool) {
		r := reader{data: docs}
		var term []byte
		at := 0
		for len(r.data) > 0 {
			var n [7]uint64
			for i := range n {
				n[i] = r.uvarint()
			}
			suffix := r.bytes(n[1])
			bytes := r.bytes(n[5])
			if r.bad || n[0] > uint64(len(term)) || n[2] == 0 || n[2] > uint64(len(bytes)) || n[6] > 1<<40 {
				yield(entryAt{}, errDamaged)
				return
			}
			term = append(term[:n[0]], suffix...)
			e := entryAt{at: at, size: int(n[6])}
			e.Entry = Entry{Term: string(term), Count: int(n[2]), First: int64(n[3]), Last: int64(n[3] + n[4]), Docs: bytes}
			at += e.size
			if !yield(e, nil) {
				return
			}
		}
	}
}
