package ledger

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"sync"
	"unicode/utf8"

	"shinkyu/diff"
	"shinkyu/diff/unit"
	"shinkyu/parse"
	"shinkyu/parse/cite"
)

// A Source is an edition with its tree and what it cites.
type Source struct {
	Edition Edition
	Doc     *parse.Document
	Cites   *cite.Index
}

// Options change how a ledger is built. The zero value is the method as
// measured.
type Options struct {
	Diff     diff.Options // the citations in it are not used
	Jobs     int          // comparisons at a time; 0: one for each core
	Progress func(done, all int)
	// Compare compares two editions; nil stands for [diff.Compare] with Diff.
	Compare func(older, newer *Source) (*diff.Comparison, error)
	// Compared is given each comparison, of edition k with the one before it;
	// nil drops them. It is called by several goroutines.
	Compared func(k int, c *diff.Comparison)
}

// Build follows the areas through the editions, which come in order.
func Build(ctx context.Context, series string, editions []Source, opt Options) (*Ledger, error) {
	b := builder{ledger: &Ledger{Series: series}, sources: editions}
	for i := range editions {
		b.ledger.Editions = append(b.ledger.Editions, editions[i].Edition)
		b.units = append(b.units, unit.Of(editions[i].Doc))
		b.owner = append(b.owner, make([]*Area, len(b.units[i])))
	}
	steps, err := compareAll(ctx, editions, opt)
	if err != nil || len(editions) == 0 {
		return b.ledger, err
	}
	for _, u := range b.units[0] {
		b.born(0, u)
	}
	for k, s := range steps {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		b.step(k+1, s)
	}
	for _, a := range b.ledger.Areas {
		a.Title = a.Last().Title
	}
	return b.ledger, nil
}

// A link is what a comparison says of one correspondence, by the indices of
// units.
type link struct {
	old, new   []int
	status     diff.Status
	retitled   bool
	moved      bool
	similarity float64
	confidence parse.Confidence
}

// compareAll compares each edition with the next one.
func compareAll(ctx context.Context, editions []Source, opt Options) ([][]link, error) {
	n := len(editions) - 1
	if n < 1 {
		return nil, nil
	}
	steps, errs := make([][]link, n), make([]error, n)
	next := make(chan int)
	var wg sync.WaitGroup
	var mu sync.Mutex
	done := 0
	for range min(jobs(opt.Jobs), n) {
		wg.Go(func() {
			for k := range next {
				if errs[k] = ctx.Err(); errs[k] != nil {
					continue
				}
				steps[k], errs[k] = compare(k+1, editions, &opt)
				mu.Lock()
				if done++; opt.Progress != nil {
					opt.Progress(done, n)
				}
				mu.Unlock()
			}
		})
	}
	for k := range n {
		next <- k
	}
	close(next)
	wg.Wait()
	for k, err := range errs {
		if err != nil {
			return nil, fmt.Errorf("%s and %s: %w", editions[k].Edition.ID, editions[k+1].Edition.ID, err)
		}
	}
	return steps, nil
}

func jobs(n int) int {
	if n <= 0 {
		return runtime.GOMAXPROCS(0)
	}
	return n
}

func compare(k int, editions []Source, opt *Options) ([]link, error) {
	compare := opt.Compare
	if compare == nil {
		compare = opt.compare
	}
	c, err := compare(&editions[k-1], &editions[k])
	if err != nil {
		return nil, err
	}
	if opt.Compared != nil {
		opt.Compared(k, c)
	}
	out := make([]link, 0, len(c.Changes))
	for i := range c.Changes {
		x := &c.Changes[i]
		out = append(out, link{
			old: indices(x.Old), new: indices(x.New), status: x.Status, retitled: x.Retitled, moved: x.Moved,
			similarity: x.Similarity, confidence: x.Confidence,
		})
	}
	return out, nil
}

func (o *Options) compare(older, newer *Source) (*diff.Comparison, error) {
	how := o.Diff
	how.OldCites, how.NewCites = older.Cites, newer.Cites
	return diff.Compare(older.Doc, newer.Doc, how)
}

func indices(units []*unit.Unit) []int {
	var out []int
	for _, u := range units {
		out = append(out, u.Index)
	}
	return out
}

// A builder chains the comparisons.
type builder struct {
	ledger  *Ledger
	sources []Source
	units   [][]*unit.Unit // of each edition
	owner   [][]*Area      // the area of each unit of each edition
	dormant []sleeper      // areas that were dropped, in the order of their drop
}

// A sleeper is an area that was dropped, and where it stood last.
type sleeper struct {
	area    *Area
	edition int
	unit    int
}

// step follows the areas from the edition before k into edition k.
func (b *builder) step(k int, links []link) {
	var added []int
	var dropped []sleeper
	for i := range links {
		l := &links[i]
		switch l.status {
		case diff.Added:
			added = append(added, l.new...)
		case diff.Dropped:
			for _, o := range l.old {
				dropped = append(dropped, sleeper{b.owner[k-1][o], k - 1, o})
			}
		case diff.Merged:
			b.merged(k, l)
		default:
			b.gone(k, l)
		}
	}
	added = b.returned(k, added)
	// New areas are placed behind the unit before them, so they come in order.
	slices.Sort(added)
	for _, n := range added {
		b.born(k, b.units[k][n])
	}
	for _, s := range dropped {
		s.area.Life = append(s.area.Life, Entry{Edition: k, Status: Dropped})
	}
	b.dormant = append(b.dormant, dropped...)
}

// gone lets an area go on in one unit, or split into several.
func (b *builder) gone(k int, l *link) {
	area := b.owner[k-1][l.old[0]]
	old := b.units[k-1][l.old[0]]
	heir := heaviest(old, pick(b.units[k], l.new))
	for _, n := range inOrder(l.new, heir) {
		e := b.entry(k, n, status(l))
		e.Retitled, e.Moved, e.Similarity, e.Confidence = l.retitled, l.moved, l.similarity, l.confidence
		if len(l.new) > 1 {
			e.From = []string{area.ID}
		}
		if n == l.new[heir] {
			b.enter(area, k, n, e)
			continue
		}
		b.enter(b.area(k, n), k, n, e)
	}
}

// inOrder gives the units with the heir first, so that its siblings find it in
// its place.
func inOrder(units []int, heir int) []int {
	out := []int{units[heir]}
	for i, u := range units {
		if i != heir {
			out = append(out, u)
		}
	}
	return out
}

func status(l *link) Status {
	switch l.status {
	case diff.Split:
		return Split
	case diff.Unchanged:
		return Kept
	}
	return Reworded
}

// merged lets several areas go on in one unit, as the one that gave most.
func (b *builder) merged(k int, l *link) {
	n := l.new[0]
	heir := heaviest(b.units[k][n], pick(b.units[k-1], l.old))
	var from []string
	for _, o := range l.old {
		from = append(from, b.owner[k-1][o].ID)
	}
	area := b.owner[k-1][l.old[heir]]
	e := b.entry(k, n, Merged)
	e.From, e.Retitled, e.Moved, e.Similarity, e.Confidence = from, l.retitled, l.moved, l.similarity, l.confidence
	b.enter(area, k, n, e)
	for i, o := range l.old {
		if i != heir {
			a := b.owner[k-1][o]
			a.Life = append(a.Life, Entry{Edition: k, Status: Merged, Into: area.ID, Similarity: l.similarity, Confidence: l.confidence})
		}
	}
}

// born begins an area.
func (b *builder) born(k int, u *unit.Unit) {
	b.enter(b.area(k, u.Index), k, u.Index, b.entry(k, u.Index, Born))
}

// area makes a new area for a unit and places it behind the area of the unit
// before it.
func (b *builder) area(k, n int) *Area {
	a := &Area{ID: fmt.Sprintf("a%d", len(b.ledger.Areas)+1)}
	at := len(b.ledger.Areas)
	if k > 0 {
		at = 0
		for i := n - 1; i >= 0; i-- {
			if before := b.owner[k][i]; before != nil {
				at = slices.Index(b.ledger.Areas, before) + 1
				break
			}
		}
	}
	b.ledger.Areas = slices.Insert(b.ledger.Areas, at, a)
	return a
}

func (b *builder) entry(k, n int, s Status) Entry {
	u := b.units[k][n]
	return Entry{
		Edition: k, Status: s, Path: u.Path, Marker: u.Marker, Title: u.Title, Lines: u.Lines, Page: u.Page,
		Present: true, Size: utf8.RuneCountInString(u.Text()),
	}
}

func (b *builder) enter(a *Area, k, n int, e Entry) {
	a.Life = append(a.Life, e)
	b.owner[k][n] = a
}

func pick(units []*unit.Unit, at []int) []*unit.Unit {
	var out []*unit.Unit
	for _, i := range at {
		out = append(out, units[i])
	}
	return out
}

// heaviest gives the index of the unit that shares most character pairs with
// whole: the heir of what was split, or the main source of what was merged.
func heaviest(whole *unit.Unit, parts []*unit.Unit) int {
	if len(parts) == 1 {
		return 0
	}
	best, most := 0, -1
	for i, p := range parts {
		left := pairs(whole)
		shared := 0
		for g, n := range pairs(p) {
			shared += min(n, left[g])
		}
		if shared > most {
			best, most = i, shared
		}
	}
	return best
}

func pairs(u *unit.Unit) map[[2]rune]int {
	out := map[[2]rune]int{}
	var before rune
	for _, r := range u.Title + "\n" + u.Text() {
		out[[2]rune{before, r}]++
		before = r
	}
	return out
}
