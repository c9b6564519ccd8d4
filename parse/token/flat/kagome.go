package flat

import "github.com/ikawaha/kagome-dict/dict"

// Kagome gives the dictionary in the form that kagome takes, over the same
// arrays. It has no POSTable and no Contents: a token's features come from
// Features and Unknown by its ID. Its maps are made at the first call.
func (d *Dict) Kagome() *dict.Dict {
	d.kagome.Do(func() {
		k := &dict.Dict{
			Morphs: d.Morphs, CharCategory: d.Categories, CharClass: d.names,
			Connection: dict.ConnectionTable{Row: int64(d.Rights), Col: int64(len(d.Costs) / d.Rights), Vec: d.Costs},
			Index:      dict.IndexTable{Da: d.Index, Dup: map[int32]int32{}},
			UnkDict:    dict.UnkDict{Morphs: d.UnknownMorphs, Index: map[int32]int32{}, IndexDup: map[int32]int32{}},
		}
		for id, n := range d.Repeats {
			if n > 0 {
				k.Index.Dup[int32(id)] = int32(n)
			}
		}
		for i, c := range d.Unknowns {
			k.InvokeList = append(k.InvokeList, c.Always)
			k.GroupList = append(k.GroupList, c.Group)
			k.UnkDict.Index[int32(i)], k.UnkDict.IndexDup[int32(i)] = c.First, c.Count-1
		}
		d.kagomeDict = k
	})
	return d.kagomeDict
}
