package flat

import (
	"bytes"
	"sync"
	"unsafe"

	"github.com/ikawaha/kagome-dict/dict"
	"github.com/ikawaha/kagome-dict/dict/trie"
)

// A Dict is the part of a dictionary that cutting needs, as arrays that a file
// can be mapped to. What kagome keeps in maps and in a slice of strings a word
// stands in arrays too.
type Dict struct {
	// Morphs are the costs and connection classes of the known words. Words that
	// are written alike stand together.
	Morphs []dict.Morph
	// Repeats says of the first of the words written alike how many follow it.
	Repeats []uint8
	// Index finds the first of the words written alike by its bytes.
	Index trie.DoubleArray
	// Firsts gives, for each character of the Basic Multilingual Plane, the
	// state that Index is in behind it; 0 where no word begins with it.
	Firsts []int32
	// Costs are those of joining a word of connection class right with one
	// behind it of class left: Costs[left*Rights+right].
	Costs  []int16
	Rights int
	// Categories is the character category of each character of the Basic
	// Multilingual Plane, an index into Unknowns. All others are of the first.
	Categories []byte
	Unknowns   []Category
	// UnknownMorphs are the costs and classes of unknown words by their ID.
	UnknownMorphs []dict.Morph

	pos     []uint16 // of each morph, an index into classes
	offsets []uint32 // bytes in strings where the features of each morph begin, one more at the end
	strings []byte   // base form, a zero byte, reading, for each morph in turn
	classes []Class
	unknown []Class // of each unknown word
	names   []string

	kagome     sync.Once
	kagomeDict *dict.Dict
}

// A Category says how unknown words are made of characters of one category.
type Category struct {
	Always bool  // also where a known word begins
	Group  bool  // of the whole run of the category, else of one character
	First  int32 // the ID of the first of the unknown words that it makes
	Count  int32 // how many IDs there are
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

// Category gives the category of a character.
func (d *Dict) Category(r rune) byte {
	if int(r) < len(d.Categories) {
		return d.Categories[r]
	}
	return d.Categories[0]
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
