package ledger

import (
	"slices"

	"shinkyu/diff"
	"shinkyu/diff/align"
	"shinkyu/parse"
)

// returned looks for dropped areas among the new units of edition k and gives
// the units that are new indeed. The editions are asked from the latest one
// back, since an area returns as it was last.
func (b *builder) returned(k int, added []int) []int {
	for e := k - 2; e >= 0 && len(added) > 0; e-- {
		asleep := map[int]*Area{}
		for _, s := range b.dormant {
			if s.edition == e {
				asleep[s.unit] = s.area
			}
		}
		if len(asleep) == 0 {
			continue
		}
		for _, c := range align.Units(b.side(e), b.side(k), align.Options{}) {
			o, n, ok := b.found(e, k, &c, asleep, added)
			if !ok {
				continue
			}
			added = slices.DeleteFunc(added, func(i int) bool { return i == n })
			b.wake(k, n, asleep[o], &c)
			delete(asleep, o)
		}
	}
	return added
}

// found gives the dropped unit and the new one of a correspondence that says
// that an area returned. One that is uncertain says nothing: a new area of
// which it is only possible that it is an old one is new.
func (b *builder) found(e, k int, c *align.Correspondence, asleep map[int]*Area, added []int) (o, n int, ok bool) {
	if c.Confidence == parse.Uncertain {
		return 0, 0, false
	}
	var old, fresh []int
	for _, i := range c.Old {
		if asleep[i] != nil {
			old = append(old, i)
		}
	}
	for _, i := range c.New {
		if slices.Contains(added, i) {
			fresh = append(fresh, i)
		}
	}
	if len(old) == 0 || len(fresh) == 0 {
		return 0, 0, false
	}
	n = fresh[heaviest(b.units[e][old[0]], pick(b.units[k], fresh))]
	o = old[heaviest(b.units[k][n], pick(b.units[e], old))]
	return o, n, true
}

// wake lets an area go on after a gap.
func (b *builder) wake(k, n int, a *Area, c *align.Correspondence) {
	e := b.entry(k, n, Returned)
	e.Retitled, e.Moved, e.Similarity, e.Confidence = c.Retitled, c.Moved, c.Similarity, c.Confidence
	b.enter(a, k, n, e)
	b.dormant = slices.DeleteFunc(b.dormant, func(s sleeper) bool { return s.area == a })
}

// side gives an edition as the aligner takes it.
func (b *builder) side(k int) align.Side {
	e := diff.Edition{Doc: b.sources[k].Doc, Cites: b.sources[k].Cites, Units: b.units[k]}
	return e.Side()
}
