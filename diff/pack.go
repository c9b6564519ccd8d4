package diff

import (
	"encoding/gob"
	"errors"
	"io"
	"slices"

	"shinkyu/diff/terms"
	"shinkyu/diff/unit"
	"shinkyu/parse"
	"shinkyu/parse/cite"
)

// packed is a comparison without its editions: units and works are numbers
// into theirs.
type packed struct {
	Changes            []packedChange
	Terms              terms.Result
	Added, Dropped     []workNumber
	Updated            []packedWorks
	Mechanical         []MechanicalCount
	Settings           []Setting
	Notices            []string
	OldUnits, NewUnits int // how many there are, so that others are not taken for them
	OldWorks, NewWorks int
}

type packedChange struct {
	Change   // without its units
	Old, New []int
	RunnerUp packedRival
}

type packedRival struct {
	Is, Old    bool
	Unit       int
	Similarity float64
}

type packedWorks struct {
	Old, New   workNumber
	Confidence parse.Confidence
	Why        string
}

// A workNumber is a work of the old edition or of the new one.
type workNumber struct {
	New bool
	At  int
}

// errUnpackable is the error about a comparison that cannot be packed, or that
// is not one of these editions.
var errUnpackable = errors.New("diff: the comparison and its editions do not belong together")

// Pack writes what [Unpack] makes the comparison of again, given its editions.
// The form is of this very program: another build of it may have another.
func (c *Comparison) Pack(w io.Writer) error {
	p := packed{
		Terms: c.Terms, Mechanical: c.Mechanical, Settings: c.Settings, Notices: c.Notices,
		OldUnits: len(c.Old.Units), NewUnits: len(c.New.Units),
		OldWorks: len(c.Old.Cites.Works), NewWorks: len(c.New.Cites.Works),
	}
	for i := range c.Changes {
		p.Changes = append(p.Changes, c.packChange(&c.Changes[i]))
	}
	k := c.workNumbers()
	p.Added, p.Dropped = k.all(c.Citations.Added), k.all(c.Citations.Dropped)
	for _, u := range c.Citations.Updated {
		p.Updated = append(p.Updated, packedWorks{k.number(u.Old), k.number(u.New), u.Confidence, u.Why})
	}
	if k.unknown {
		return errUnpackable
	}
	return gob.NewEncoder(w).Encode(&p)
}

func (c *Comparison) packChange(x *Change) packedChange {
	p := packedChange{Change: *x, Old: numbers(x.Old), New: numbers(x.New)}
	if r := x.RunnerUp; r != nil {
		old := r.Unit.Index < len(c.Old.Units) && c.Old.Units[r.Unit.Index] == r.Unit
		p.RunnerUp = packedRival{true, old, r.Unit.Index, r.Similarity}
	}
	p.Change.Old, p.Change.New, p.Change.RunnerUp = nil, nil, nil
	return p
}

func numbers(units []*unit.Unit) []int {
	var out []int
	for _, u := range units {
		out = append(out, u.Index)
	}
	return out
}

// A numbering knows the works of both editions by number.
type numbering struct {
	of      map[*cite.Work]workNumber
	unknown bool
}

func (c *Comparison) workNumbers() *numbering {
	k := &numbering{of: map[*cite.Work]workNumber{}}
	for i, w := range c.Old.Cites.Works {
		k.of[w] = workNumber{false, i}
	}
	for i, w := range c.New.Cites.Works {
		k.of[w] = workNumber{true, i}
	}
	return k
}

func (k *numbering) number(w *cite.Work) workNumber {
	n, ok := k.of[w]
	k.unknown = k.unknown || !ok
	return n
}

func (k *numbering) all(works []*cite.Work) []workNumber {
	var out []workNumber
	for _, w := range works {
		out = append(out, k.number(w))
	}
	return out
}

// Unpack reads what [Comparison.Pack] wrote of a comparison of these editions.
func Unpack(r io.Reader, older, newer *parse.Document, oldCites, newCites *cite.Index) (*Comparison, error) {
	var p packed
	if err := gob.NewDecoder(r).Decode(&p); err != nil {
		return nil, err
	}
	c := &Comparison{
		Old:   &Edition{Doc: older, Cites: oldCites, Units: unit.Of(older)},
		New:   &Edition{Doc: newer, Cites: newCites, Units: unit.Of(newer)},
		Terms: p.Terms, Mechanical: p.Mechanical, Settings: p.Settings, Notices: p.Notices,
	}
	if !p.fits(c) {
		return nil, errUnpackable
	}
	for i := range p.Changes {
		x := &p.Changes[i]
		x.Change.Old, x.Change.New = pick(c.Old.Units, x.Old), pick(c.New.Units, x.New)
		if rival := x.RunnerUp; rival.Is {
			units := c.New.Units
			if rival.Old {
				units = c.Old.Units
			}
			x.Change.RunnerUp = &RunnerUp{units[rival.Unit], rival.Similarity}
		}
		c.Changes = append(c.Changes, x.Change)
	}
	work := func(n workNumber) *cite.Work {
		if n.New {
			return newCites.Works[n.At]
		}
		return oldCites.Works[n.At]
	}
	for _, n := range p.Added {
		c.Citations.Added = append(c.Citations.Added, work(n))
	}
	for _, n := range p.Dropped {
		c.Citations.Dropped = append(c.Citations.Dropped, work(n))
	}
	for _, u := range p.Updated {
		c.Citations.Updated = append(c.Citations.Updated, WorkChange{work(u.Old), work(u.New), u.Confidence, u.Why})
	}
	return c, nil
}

// fits reports whether every number is one of a unit or work of the editions.
func (p *packed) fits(c *Comparison) bool {
	if p.OldUnits != len(c.Old.Units) || p.NewUnits != len(c.New.Units) || p.OldWorks != len(c.Old.Cites.Works) || p.NewWorks != len(c.New.Cites.Works) {
		return false
	}
	beyond := func(n int) func(int) bool { return func(i int) bool { return i < 0 || i >= n } }
	for i := range p.Changes {
		x := &p.Changes[i]
		rivals := p.NewUnits
		if x.RunnerUp.Old {
			rivals = p.OldUnits
		}
		if slices.ContainsFunc(x.Old, beyond(p.OldUnits)) || slices.ContainsFunc(x.New, beyond(p.NewUnits)) ||
			x.RunnerUp.Is && beyond(rivals)(x.RunnerUp.Unit) {
			return false
		}
	}
	works := slices.Concat(p.Added, p.Dropped)
	for _, u := range p.Updated {
		works = append(works, u.Old, u.New)
	}
	return !slices.ContainsFunc(works, func(n workNumber) bool {
		if n.New {
			return beyond(p.NewWorks)(n.At)
		}
		return beyond(p.OldWorks)(n.At)
	})
}
