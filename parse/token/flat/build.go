package flat

import (
	"fmt"
	"unicode/utf8"

	"github.com/ikawaha/kagome-dict/dict"
	"github.com/ikawaha/kagome-dict/ipa"
)

// decode makes a Dict from the dictionary as shipped. It takes most of a
// second and some 150 MB.
func decode() *Dict {
	full := ipa.Dict()
	d := &Dict{
		Morphs: full.Morphs, Index: full.Index.Da,
		Costs: full.Connection.Vec, Rights: int(full.Connection.Row),
		Categories: full.CharCategory, UnknownMorphs: full.UnkDict.Morphs, names: full.CharClass,
	}
	d.addRepeats(full)
	d.addFirsts()
	d.addUnknowns(full)
	d.addClasses(full)
	d.addStrings(full)
	for _, c := range full.UnkDict.Contents {
		d.unknown = append(d.unknown, class(c))
	}
	return d
}

// addRepeats lays the counts of words written alike out by word.
func (d *Dict) addRepeats(full *dict.Dict) {
	d.Repeats = make([]uint8, len(full.Morphs))
	for id, n := range full.Index.Dup {
		d.Repeats[id] = uint8(n) // at most 19
	}
}

// plane is the number of characters of the Basic Multilingual Plane.
const plane = 1 << 16

// addFirsts walks the index over the bytes of each character.
func (d *Dict) addFirsts() {
	d.Firsts = make([]int32, plane)
	for r := range d.Firsts {
		if utf8.ValidRune(rune(r)) && r > 0 {
			d.Firsts[r] = d.state(string(rune(r)))
		}
	}
}

// state is that of the index behind s, 0 where no word begins with s.
func (d *Dict) state(s string) int32 {
	p := int32(0)
	for _, b := range []byte(s) {
		q := d.Index[p].Base + int32(b)
		if int(q) >= len(d.Index) || d.Index[q].Check != p {
			return 0
		}
		p = q
	}
	return p
}

func (d *Dict) addUnknowns(full *dict.Dict) {
	for i := range full.CharClass {
		d.Unknowns = append(d.Unknowns, Category{
			Always: full.InvokeList[i], Group: full.GroupList[i],
			First: full.UnkDict.Index[int32(i)], Count: full.UnkDict.IndexDup[int32(i)] + 1,
		})
	}
}

// addClasses numbers the parts of speech in the order in which they are met.
func (d *Dict) addClasses(full *dict.Dict) {
	seen := map[Class]uint16{}
	d.pos = make([]uint16, len(full.POSTable.POSs))
	for i, ids := range full.POSTable.POSs {
		names := make([]string, len(ids))
		for k, id := range ids {
			names[k] = full.POSTable.NameList[id]
		}
		c := class(names)
		n, ok := seen[c]
		if !ok {
			n = uint16(len(d.classes)) // 62 names make fewer than a hundred classes
			seen[c] = n
			d.classes = append(d.classes, c)
		}
		d.pos[i] = n
	}
}

func class(names []string) Class {
	var c Class
	if len(names) > 0 {
		c.POS = names[0]
	}
	if len(names) > 1 && names[1] != "*" {
		c.Sub = names[1]
	}
	return c
}

// addStrings lays the base forms and readings end to end. The contents of a
// word leave out its parts of speech, so the columns count from those on.
func (d *Dict) addStrings(full *dict.Dict) {
	column := func(name string) int { return int(full.ContentsMeta[name]) - int(full.ContentsMeta[dict.POSHierarchy]) }
	base, reading := column(dict.BaseFormIndex), column(dict.ReadingIndex)
	d.offsets = make([]uint32, 0, len(full.Contents)+1)
	for _, c := range full.Contents {
		d.offsets = append(d.offsets, uint32(len(d.strings))) // 20 MB in all
		d.strings = append(d.strings, at(c, base)...)
		d.strings = append(d.strings, 0)
		d.strings = append(d.strings, at(c, reading)...)
	}
	d.offsets = append(d.offsets, uint32(len(d.strings)))
}

func at(columns []string, i int) string {
	if i < 0 || i >= len(columns) || columns[i] == "*" {
		return ""
	}
	return columns[i]
}

// check tells whether the arrays fit each other, so that no word that can be
// found points outside them.
func (d *Dict) check() error {
	n := len(d.Morphs)
	switch {
	case n == 0 || len(d.pos) != n || len(d.offsets) != n+1 || len(d.Repeats) != n:
		return fmt.Errorf("%d morphs, %d parts of speech, %d features, %d repeats", n, len(d.pos), len(d.offsets)-1, len(d.Repeats))
	case int(d.offsets[n]) != len(d.strings):
		return fmt.Errorf("features end at %d of %d bytes", d.offsets[n], len(d.strings))
	case len(d.unknown) != len(d.UnknownMorphs):
		return fmt.Errorf("%d unknown classes, %d morphs of them", len(d.unknown), len(d.UnknownMorphs))
	case d.Rights <= 0 || len(d.Costs) == 0 || len(d.Costs)%d.Rights != 0:
		return fmt.Errorf("%d connection costs in rows of %d", len(d.Costs), d.Rights)
	case len(d.Firsts) != plane || len(d.Categories) == 0 || len(d.Unknowns) == 0:
		return fmt.Errorf("%d first characters, %d categories", len(d.Firsts), len(d.Categories))
	}
	return nil
}
