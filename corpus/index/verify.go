package index

import "iter"

// Verify reads a segment whole and gives its units. It is an error where an
// entry cannot be read, stands out of order or has a unit that has no length.
func Verify(entries iter.Seq2[Entry, error]) ([]int64, error) {
	var units []int64
	known := map[uint32]bool{}
	var list []posting
	last := Entry{}
	for e, err := range entries {
		if err != nil {
			return units, err
		}
		if list, err = e.list(list); err != nil {
			return units, err
		}
		if e.Term < last.Term || e.Term == last.Term && last.Count > 0 && e.First <= last.Last {
			return units, errDamaged
		}
		for _, p := range list {
			if e.Term == "" {
				known[p.unit] = true
				units = append(units, int64(p.unit))
			}
			if !known[p.unit] {
				return units, errDamaged
			}
		}
		if !whole(&e, list) {
			return units, errDamaged
		}
		last = e
	}
	return units, nil
}

// whole reports whether there are as many places as there should be.
func whole(e *Entry, list []posting) bool {
	r := reader{data: e.Places}
	for _, p := range list {
		one := reader{data: r.bytes(r.uvarint())}
		n := uint32(0)
		for ; len(one.data) > 0; n++ {
			one.uvarint()
		}
		if one.bad || n != p.text+p.head && n != 0 {
			return false
		}
	}
	return !r.bad && len(r.data) == 0
}
