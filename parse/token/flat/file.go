package flat

import (
	"bytes"
	"encoding/binary"
	"encoding/gob"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"maps"
	"slices"
	"sync"
	"unsafe"

	"github.com/ikawaha/kagome-dict/dict"
)

// version names the layout of the file and the dictionary in it. A test holds
// the latter against go.mod.
const version = "shinkyu flat 1, kagome-dict/ipa v1.2.6"

// A header begins the file; sections follow, each aligned to eight bytes.
type header struct {
	Version  [64]byte
	Order    uint32 // 0x01020304 as the writing machine stores it
	Checksum uint32 // CRC-32C of all that follows the header
	Sizes    [sections]uint64
}

// The sections in order, with what one element is.
const (
	secSmall      = iota // gob of small: maps and lists that are cheap to decode
	secMorphs            // dict.Morph
	secConnection        // int16
	secIndex             // pairs of int32
	secCategory          // byte
	secPOS               // uint16
	secOffsets           // uint32
	secStrings           // byte
	sections
)

const byteOrder = 0x01020304

// small holds what is too irregular to map and too little to matter.
type small struct {
	Row, Col          int64
	Dup               pairs
	CharClass         []string
	Invoke, Group     []bool
	UnkMorphs         []dict.Morph
	UnkIndex, UnkDup  pairs
	Classes, UnkClass []Class
}

// pairs is a map in the order of its keys: a map itself would be encoded in
// another order each time.
type pairs struct{ Keys, Values []int32 }

func pairsOf(m map[int32]int32) pairs {
	p := pairs{Keys: slices.Sorted(maps.Keys(m))}
	for _, k := range p.Keys {
		p.Values = append(p.Values, m[k])
	}
	return p
}

func (p pairs) toMap() map[int32]int32 {
	m := make(map[int32]int32, len(p.Keys))
	for i, k := range p.Keys {
		m[k] = p.Values[i]
	}
	return m
}

// write lays the dictionary out in w.
func (d *Dict) write(w io.Writer) error {
	meta, err := d.small()
	if err != nil {
		return err
	}
	parts := [sections][]byte{
		secSmall: meta, secMorphs: raw(d.Kagome.Morphs), secConnection: raw(d.Kagome.Connection.Vec),
		secIndex: raw(d.Kagome.Index.Da), secCategory: d.Kagome.CharCategory,
		secPOS: raw(d.pos), secOffsets: raw(d.offsets), secStrings: d.strings,
	}
	h := header{Order: byteOrder}
	copy(h.Version[:], version)
	var body bytes.Buffer
	for i, p := range parts {
		h.Sizes[i] = uint64(len(p))
		body.Write(p)
		body.Write(make([]byte, padding(len(p))))
	}
	h.Checksum = crc32.Checksum(body.Bytes(), castagnoli())
	if err := binary.Write(w, binary.NativeEndian, h); err != nil {
		return err
	}
	_, err = body.WriteTo(w)
	return err
}

func (d *Dict) small() ([]byte, error) {
	k := d.Kagome
	s := small{
		Row: k.Connection.Row, Col: k.Connection.Col,
		CharClass: k.CharClass, Invoke: k.InvokeList, Group: k.GroupList,
		UnkMorphs: k.UnkDict.Morphs, UnkIndex: pairsOf(k.UnkDict.Index), UnkDup: pairsOf(k.UnkDict.IndexDup),
		Dup: pairsOf(k.Index.Dup), Classes: d.classes, UnkClass: d.unknown,
	}
	var b bytes.Buffer
	err := gob.NewEncoder(&b).Encode(s)
	return b.Bytes(), err
}

// read makes a Dict over the bytes of a file, which must stay as they are for
// as long as it is used.
func read(b []byte) (*Dict, error) {
	parts, err := split(b)
	if err != nil {
		return nil, err
	}
	var s small
	if err := gob.NewDecoder(bytes.NewReader(parts[secSmall])).Decode(&s); err != nil {
		return nil, err
	}
	d := &Dict{
		Kagome: &dict.Dict{
			Morphs: view[dict.Morph](parts[secMorphs]), CharCategory: parts[secCategory],
			Connection: dict.ConnectionTable{Row: s.Row, Col: s.Col, Vec: view[int16](parts[secConnection])},
			CharClass:  s.CharClass, InvokeList: s.Invoke, GroupList: s.Group,
			UnkDict: dict.UnkDict{Morphs: s.UnkMorphs, Index: s.UnkIndex.toMap(), IndexDup: s.UnkDup.toMap()},
		},
		pos: view[uint16](parts[secPOS]), offsets: view[uint32](parts[secOffsets]), strings: parts[secStrings],
		classes: s.Classes, unknown: s.UnkClass,
	}
	d.Kagome.Index = dict.IndexTable{Da: view[struct{ Base, Check int32 }](parts[secIndex]), Dup: s.Dup.toMap()}
	return d, d.check()
}

// split checks the header and cuts the file into its sections.
func split(b []byte) (parts [sections][]byte, err error) {
	var h header
	size := binary.Size(h)
	if len(b) < size {
		return parts, errors.New("truncated")
	}
	if _, err := binary.Decode(b, binary.NativeEndian, &h); err != nil {
		return parts, err
	}
	if got := string(bytes.TrimRight(h.Version[:], "\x00")); got != version || h.Order != byteOrder {
		return parts, fmt.Errorf("version %q, want %q", got, version)
	}
	body := b[size:]
	if crc32.Checksum(body, castagnoli()) != h.Checksum {
		return parts, errors.New("checksum does not match")
	}
	for i, n := range h.Sizes {
		if n > uint64(len(body)) || uint64(len(body))-n < uint64(padding(int(n))) {
			return parts, errors.New("truncated")
		}
		parts[i] = body[:n:n]
		body = body[int(n)+padding(int(n)):]
	}
	return parts, nil
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
