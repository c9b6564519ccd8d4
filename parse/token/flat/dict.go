package flat

import (
	"bytes"
	"unsafe"

	"github.com/ikawaha/kagome-dict/dict"
)

// A Dict is the part of a dictionary that cutting needs, in the form that
// kagome takes, with the features of its words beside it: kagome keeps those
// as a slice of strings a word, which no file can be mapped to.
type Dict struct {
	// Kagome has no POSTable and no Contents: a token's features come from
	// Features and Unknown by its ID.
	Kagome *dict.Dict

	pos     []uint16 // of each morph, an index into classes
	offsets []uint32 // bytes in strings where the features of each morph begin, one more at the end
	strings []byte   // base form, a zero byte, reading, for each morph in turn
	classes []Class
	unknown []Class // of each unknown-word class
}

// A Class is the part of speech of a word, as the IPA dictionary names it.
type Class struct {
	POS string // 名詞
	Sub string // サ変接続; empty where there is none
}

// Features are what the dictionary says of a word.
type Features struct {
	Class
	Base    string // empty where it is the word itself
	Reading string // katakana; empty where unknown
}

// Features gives those of the known word with the given ID.
func (d *Dict) Features(id int) Features {
	f := Features{Class: d.classes[d.pos[id]]}
	record := d.strings[d.offsets[id]:d.offsets[id+1]]
	if i := bytes.IndexByte(record, 0); i >= 0 {
		f.Base, f.Reading = text(record[:i]), text(record[i+1:])
	}
	return f
}

// text gives bytes of the dictionary as a string without a copy: they never
// change, and the file stays mapped for as long as the program runs.
func text(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// Unknown gives the part of speech of the unknown word with the given ID.
func (d *Dict) Unknown(id int) Class { return d.unknown[id] }
