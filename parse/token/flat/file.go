package flat

import (
	"bytes"
	"encoding/binary"
	"encoding/gob"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"runtime"
	"sync"
	"sync/atomic"
	"unsafe"

	"github.com/ikawaha/kagome-dict/dict"
	"github.com/ikawaha/kagome-dict/dict/trie"
	"golang.org/x/sync/errgroup"
)

// version names the layout of the file and the dictionary in it. A test holds
// the latter against go.mod.
const version = "shinkyu flat 2, kagome-dict/ipa v1.2.6"

// A header begins the file; sections follow, each aligned to eight bytes.
type header struct {
	Version [64]byte
	Order   uint32 // 0x01020304 as the writing machine stores it
	_       uint32
	Sizes   [sections]uint64 // bytes, without the padding
	Sums    [sections]uint32 // CRC-32C of each section
}

// headerSize is a multiple of eight bytes.
var headerSize = binary.Size(header{})

// The sections in order, with what one element is.
const (
	secSmall      = iota // gob of small: lists that are cheap to decode
	secMorphs            // dict.Morph
	secRepeats           // byte
	secIndex             // pairs of int32
	secFirsts            // int32
	secCosts             // int16
	secCategories        // byte
	secPOS               // uint16
	secOffsets           // uint32
	secStrings           // byte
	sections
)

const byteOrder = 0x01020304

// small holds what is too irregular to map and too little to matter.
type small struct {
	Rights            int
	Names             []string
	Unknowns          []Category
	UnknownMorphs     []dict.Morph
	Classes, UnkClass []Class
}

// write lays the dictionary out in w.
func (d *Dict) write(w io.Writer) error {
	meta, err := d.small()
	if err != nil {
		return err
	}
	parts := [sections][]byte{
		secSmall: meta, secMorphs: raw(d.Morphs), secRepeats: d.Repeats, secIndex: raw(d.Index),
		secFirsts: raw(d.Firsts), secCosts: raw(d.Costs), secCategories: d.Categories,
		secPOS: raw(d.pos), secOffsets: raw(d.offsets), secStrings: d.strings,
	}
	h := header{Order: byteOrder}
	copy(h.Version[:], version)
	for i, p := range parts {
		h.Sizes[i], h.Sums[i] = uint64(len(p)), crc32.Checksum(p, castagnoli())
	}
	if err := binary.Write(w, binary.NativeEndian, h); err != nil {
		return err
	}
	for _, p := range parts {
		if _, err := w.Write(p); err != nil {
			return err
		}
		if _, err := w.Write(make([]byte, padding(len(p)))); err != nil {
			return err
		}
	}
	return nil
}

func (d *Dict) small() ([]byte, error) {
	s := small{
		Rights: d.Rights, Names: d.names, Unknowns: d.Unknowns, UnknownMorphs: d.UnknownMorphs,
		Classes: d.classes, UnkClass: d.unknown,
	}
	var b bytes.Buffer
	err := gob.NewEncoder(&b).Encode(s)
	return b.Bytes(), err
}

// read makes a Dict over the bytes of a file that was verified. They must stay
// as they are for as long as it is used.
func read(b []byte) (*Dict, error) {
	h, err := readHeader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return nil, err
	}
	var parts [sections][]byte
	for i, n := range h.Sizes {
		at := h.offset(i)
		parts[i] = b[at:][:n:n]
	}
	var s small
	if err := gob.NewDecoder(bytes.NewReader(parts[secSmall])).Decode(&s); err != nil {
		return nil, err
	}
	d := &Dict{
		Morphs: view[dict.Morph](parts[secMorphs]), Repeats: parts[secRepeats],
		Index: trie.DoubleArray(view[struct{ Base, Check int32 }](parts[secIndex])), Firsts: view[int32](parts[secFirsts]),
		Costs: view[int16](parts[secCosts]), Rights: s.Rights,
		Categories: parts[secCategories], Unknowns: s.Unknowns, UnknownMorphs: s.UnknownMorphs, names: s.Names,
		pos: view[uint16](parts[secPOS]), offsets: view[uint32](parts[secOffsets]), strings: parts[secStrings],
		classes: s.Classes, unknown: s.UnkClass,
	}
	return d, d.check()
}

// readHeader reads the header of a file of the given size and checks it
// against that.
func readHeader(r io.ReaderAt, size int64) (h header, err error) {
	b := make([]byte, headerSize)
	if _, err := r.ReadAt(b, 0); err != nil {
		return h, errors.New("truncated")
	}
	if _, err := binary.Decode(b, binary.NativeEndian, &h); err != nil {
		return h, err
	}
	if got := string(bytes.TrimRight(h.Version[:], "\x00")); got != version || h.Order != byteOrder {
		return h, fmt.Errorf("version %q, want %q", got, version)
	}
	left := uint64(size) - uint64(headerSize)
	for _, n := range h.Sizes {
		whole := n + uint64(padding(int(n)))
		if n > left || whole > left {
			return h, errors.New("truncated")
		}
		left -= whole
	}
	if left != 0 {
		return h, errors.New("longer than its sections")
	}
	return h, nil
}

// verify checks every byte of a file of the given size. It reads the file and
// leaves the mapping alone: the pages that are touched there count as memory
// of the program, and most words of the dictionary are in no document.
func verify(r io.ReaderAt, size int64) error {
	h, err := readHeader(r, size)
	if err != nil {
		return err
	}
	var group errgroup.Group
	var next atomic.Int32
	for range min(4, runtime.GOMAXPROCS(0)) {
		group.Go(func() error {
			buffer := make([]byte, 64<<10)
			for i := int(next.Add(1)) - 1; i < sections; i = int(next.Add(1)) - 1 {
				sum := crc32.New(castagnoli())
				section := io.NewSectionReader(r, h.offset(i), int64(h.Sizes[i]))
				if _, err := io.CopyBuffer(sum, struct{ io.Reader }{section}, buffer); err != nil {
					return err
				}
				if sum.Sum32() != h.Sums[i] {
					return errors.New("checksum does not match")
				}
			}
			return nil
		})
	}
	return group.Wait()
}

// offset is where section i begins, in bytes.
func (h *header) offset(i int) int64 {
	at := headerSize
	for _, n := range h.Sizes[:i] {
		at += int(n) + padding(int(n))
	}
	return int64(at)
}

var castagnoli = sync.OnceValue(func() *crc32.Table { return crc32.MakeTable(crc32.Castagnoli) })

// padding is the number of bytes that bring n to a multiple of eight. The
// header is a multiple of eight bytes long itself.
func padding(n int) int { return -n & 7 }

// raw gives the memory of a slice of plain values.
func raw[T any](s []T) []byte {
	if len(s) == 0 {
		return nil
	}
	return unsafe.Slice((*byte)(unsafe.Pointer(&s[0])), len(s)*int(unsafe.Sizeof(s[0])))
}

// view gives bytes as a slice of plain values. The sections are aligned to
// eight bytes, more than any of the values needs.
func view[T any](b []byte) []T {
	var v T
	n := len(b) / int(unsafe.Sizeof(v))
	if n == 0 {
		return nil
	}
	return unsafe.Slice((*T)(unsafe.Pointer(&b[0])), n)
}
