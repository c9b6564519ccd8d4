package overtime

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// An Edition is a document of which terms or works are counted.
type Edition struct {
	ID         string
	Title      string
	FiscalYear int
	Date       string // EDTF
	Label      string // what tells it from the others for a reader
	Draft      bool
	Terms      map[string]int // counts of all its terms
}

// Terms is how often terms stand in each edition.
type Terms struct {
	Series   string // empty for the whole corpus
	Editions []Edition
	Sizes    []int // terms of each edition, counted with repetition
	Rows     []Term
}

// A Term is one term through the editions.
type Term struct {
	Term   string
	Counts []int // in each edition
	Total  int
	First  int // index of the first edition that has it; -1 where none has
	Last   int // index of the last one
	// Score is the log-likelihood ratio G² of the counts against a steady use
	// over all editions (Dunning 1993): 0 for a term that is used as much as
	// the editions are long, and the higher the more its use changed.
	Score float64
}

// TermOptions say which terms are wanted.
type TermOptions struct {
	Terms []string // these only, in this order; nil: those that changed most
	Limit int      // terms; 0: 50, < 0: all
	Least int      // occurrences in all editions; 0: 3
}

// CountTerms counts terms through the editions. same tells whether two terms
// are one for a reader, by folding them.
func CountTerms(series string, editions []Edition, opt TermOptions, fold func(string) string) *Terms {
	t := &Terms{Series: series, Editions: editions}
	rows := map[string]*Term{}
	for i, e := range editions {
		size := 0
		for term, n := range e.Terms {
			size += n
			row := rows[term]
			if row == nil {
				row = &Term{Term: term, Counts: make([]int, len(editions))}
				rows[term] = row
			}
			row.Counts[i] += n
		}
		t.Sizes = append(t.Sizes, size)
	}
	if opt.Terms != nil {
		for _, term := range opt.Terms {
			t.Rows = append(t.Rows, t.finish(named(term, rows, len(editions), fold)))
		}
		return t
	}
	least := cmp.Or(opt.Least, 3)
	for _, row := range rows {
		if r := t.finish(row); r.Total >= least {
			t.Rows = append(t.Rows, r)
		}
	}
	slices.SortFunc(t.Rows, func(a, b Term) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), strings.Compare(a.Term, b.Term))
	})
	if limit := cmp.Or(opt.Limit, 50); limit > 0 {
		t.Rows = t.Rows[:min(limit, len(t.Rows))]
	}
	return t
}

// named gives the row of a term that the user asked for, in any width and
// kana, as a part of longer terms too: リスク stands in サプライチェーンリスク.
func named(term string, rows map[string]*Term, n int, fold func(string) string) *Term {
	out := &Term{Term: term, Counts: make([]int, n)}
	want := fold(term)
	if want == "" {
		return out
	}
	for t, row := range rows {
		k := strings.Count(fold(t), want)
		for i, c := range row.Counts {
			out.Counts[i] += k * c
		}
	}
	return out
}

// finish fills what follows from the counts.
func (t *Terms) finish(row *Term) Term {
	row.First, row.Last = -1, -1
	size := 0
	for i, n := range row.Counts {
		row.Total += n
		size += t.Sizes[i]
		if n > 0 {
			row.Last = i
			if row.First < 0 {
				row.First = i
			}
		}
	}
	for i, n := range row.Counts {
		if n > 0 {
			expected := float64(row.Total) * float64(t.Sizes[i]) / float64(size)
			row.Score += 2 * float64(n) * math.Log(float64(n)/expected)
		}
	}
	// Rounded, so that sums in another order are the same.
	row.Score = math.Round(row.Score*1000) / 1000
	return *row
}
