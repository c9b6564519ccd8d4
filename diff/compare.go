package diff

import (
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"shinkyu/diff/align"
	"shinkyu/diff/decisions"
	"shinkyu/diff/terms"
	"shinkyu/diff/unit"
	"shinkyu/diff/wording"
	"shinkyu/parse"
	"shinkyu/parse/cite"
	"shinkyu/parse/token"
)

// Options change how two editions are compared. The zero value is the method
// as measured.
type Options struct {
	// Tokenizer cuts text into words; nil stands for the IPA dictionary.
	Tokenizer token.Tokenizer
	// Lexicon holds the user's terms, which are never cut; nil for none.
	Lexicon *token.Lexicon
	// OldCites and NewCites are the works that the editions cite, where they
	// are known already; nil lets Compare find them.
	OldCites, NewCites *cite.Index
	// Ladder says how far verbs bind; nil for the one that comes with the
	// program.
	Ladder *wording.Ladder
	// Decisions are a reviewer's; nil for none.
	Decisions *decisions.File
	// Align changes how correspondences are found.
	Align align.Options
}

// Compare tells what changed between two editions of a document. Its result
// is the same with the editions exchanged, but for the side that things stand
// on.
func Compare(older, newer *parse.Document, opt Options) (*Comparison, error) {
	if opt.Tokenizer == nil {
		t, err := token.IPA()
		if err != nil {
			return nil, err
		}
		opt.Tokenizer = t
	}
	if opt.Ladder == nil {
		opt.Ladder = wording.DefaultLadder()
	}
	c := &Comparison{
		ladder: opt.Ladder,
		Old:    &Edition{Doc: older, Cites: opt.OldCites, Units: unit.Of(older)},
		New:    &Edition{Doc: newer, Cites: opt.NewCites, Units: unit.Of(newer)},
	}
	var cites errgroup.Group
	cites.Go(func() error { return c.Old.cite(opt.Tokenizer) })
	cites.Go(func() error { return c.New.cite(opt.Tokenizer) })
	var others sync.WaitGroup // what needs no correspondence
	others.Go(func() {
		c.Terms = terms.Find(c.Old.Units, c.New.Units, terms.Options{Tokenizer: opt.Tokenizer, Lexicon: opt.Lexicon})
	})
	defer others.Wait()
	if err := cites.Wait(); err != nil {
		return nil, err
	}
	w := newWorks(c.Old.Cites, c.New.Cites)
	c.Citations = w.changes()
	c.decide(opt.Decisions, &opt.Align)
	aligned := align.Units(c.Old.side(w.name), c.New.side(w.name), opt.Align)
	words := wording.Options{
		Tokenizer: opt.Tokenizer, Lexicon: opt.Lexicon,
		OldFiscalYear: older.Meta.FiscalYear, NewFiscalYear: newer.Meta.FiscalYear,
	}
	c.changes(aligned, words)
	c.annotate(opt.Decisions)
	c.Settings = settings(opt)
	return c, nil
}

// cite finds the works that the edition cites, where they are not known.
func (e *Edition) cite(t token.Tokenizer) (err error) {
	if e.Cites == nil {
		e.Cites, err = cite.Find(e.Doc, cite.Options{Tokenizer: t})
	}
	return err
}

// changes tells what was done to the words of each correspondence, several of
// them at once, and counts the mechanical differences.
func (c *Comparison) changes(aligned []align.Correspondence, opt wording.Options) {
	if len(aligned) == 0 {
		return
	}
	c.Changes = make([]Change, len(aligned))
	counts := make([]map[wording.Mechanical]int, len(aligned))
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(aligned)) {
		workers.Go(func() {
			for i := next.Add(1) - 1; i < int64(len(aligned)); i = next.Add(1) - 1 {
				c.Changes[i], counts[i] = c.change(aligned[i], opt)
			}
		})
	}
	workers.Wait()
	for _, k := range wording.Mechanicals {
		total := 0
		for _, n := range counts {
			total += n[k]
		}
		if total > 0 {
			c.Mechanical = append(c.Mechanical, MechanicalCount{k, total})
		}
	}
}

// change tells what was done to the words of a correspondence, with the counts
// of mechanical differences.
func (c *Comparison) change(a align.Correspondence, opt wording.Options) (Change, map[wording.Mechanical]int) {
	out := Change{
		Old: pick(c.Old.Units, a.Old), New: pick(c.New.Units, a.New),
		Retitled: a.Retitled, Renumbered: a.Renumbered, Moved: a.Moved,
		Similarity: a.Similarity, Confidence: a.Confidence, Evidence: a.Evidence,
		Decision: a.Decision, Note: a.Note,
	}
	if r := a.RunnerUp; r != nil {
		units := c.New.Units
		if r.Old {
			units = c.Old.Units
		}
		// Where parts were joined later, the next best of one can be another.
		if u := units[r.Index]; !slices.Contains(out.Old, u) && !slices.Contains(out.New, u) {
			out.RunnerUp = &RunnerUp{Unit: u, Similarity: r.Similarity}
		}
	}
	w := wording.Compare(unit.Join(out.Old...), unit.Join(out.New...), opt)
	out.Edits, out.Whole = w.Edits, w.Whole
	if out.Retitled && len(out.Old) == 1 && len(out.New) == 1 {
		out.TitleEdits = wording.Compare(out.Old[0].Title, out.New[0].Title, opt).Edits
	}
	out.Commitment = w.Commitments(c.ladder)
	out.Numbers = w.NumberChanges(opt.OldFiscalYear, opt.NewFiscalYear)
	out.Status = status(&out, w.Changed())
	return out, w.Counts
}

func pick(units []*unit.Unit, at []int) []*unit.Unit {
	var out []*unit.Unit
	for _, i := range at {
		out = append(out, units[i])
	}
	return out
}

// status names what became of the units. A heading alone that changed its
// words is a rewording only where there is no text to compare: retitled says
// the rest.
func status(c *Change, changed bool) Status {
	switch {
	case len(c.Old) == 0:
		return Added
	case len(c.New) == 0:
		return Dropped
	case len(c.New) > 1:
		return Split
	case len(c.Old) > 1:
		return Merged
	case changed:
		return Reworded
	}
	return Unchanged
}

// settings are the method in lines that a colleague can follow.
func settings(opt Options) []Setting {
	out := []Setting{
		{"words", "kagome, IPA dictionary"},
		{"correspondence", "one optimal assignment over the log-odds of character pairs, terms, headings, citations, parents and children, by margin over the next best"},
		{"edits", "sentences in order, then words; shortest script, cleaned"},
		{"terms", "log-odds ratio with an informative prior"},
	}
	return out
}
