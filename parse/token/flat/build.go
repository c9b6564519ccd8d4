package flat

import (
	"fmt"

	"github.com/ikawaha/kagome-dict/dict"
	"github.com/ikawaha/kagome-dict/ipa"
)

// decode makes a Dict from the dictionary as shipped. It takes most of a
// second and some 150 MB.
func decode() *Dict {
	full := ipa.Dict()
	d := &Dict{Kagome: &dict.Dict{
		Morphs: full.Morphs, Connection: full.Connection, Index: full.Index,
		CharClass: full.CharClass, CharCategory: full.CharCategory,
		InvokeList: full.InvokeList, GroupList: full.GroupList,
		UnkDict: dict.UnkDict{Morphs: full.UnkDict.Morphs, Index: full.UnkDict.Index, IndexDup: full.UnkDict.IndexDup},
	}}
	d.addClasses(full)
	d.addStrings(full)
	for _, c := range full.UnkDict.Contents {
		d.unknown = append(d.unknown, class(c))
	}
	return d
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

// check tells whether the arrays fit each other, so that no ID that kagome can
// give points outside them.
func (d *Dict) check() error {
	n := len(d.Kagome.Morphs)
	switch {
	case n == 0 || len(d.pos) != n || len(d.offsets) != n+1:
		return fmt.Errorf("%d morphs, %d parts of speech, %d features", n, len(d.pos), len(d.offsets)-1)
	case int(d.offsets[n]) != len(d.strings):
		return fmt.Errorf("features end at %d of %d bytes", d.offsets[n], len(d.strings))
	case len(d.unknown) != len(d.Kagome.UnkDict.Morphs):
		return fmt.Errorf("%d unknown classes, %d morphs of them", len(d.unknown), len(d.Kagome.UnkDict.Morphs))
	case int64(len(d.Kagome.Connection.Vec)) != d.Kagome.Connection.Row*d.Kagome.Connection.Col:
		return fmt.Errorf("%d connection costs", len(d.Kagome.Connection.Vec))
	}
	return nil
}
