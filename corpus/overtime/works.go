package overtime

import (
	"shinkyu/parse/cite"
)

// Works is which laws and plans each edition cites.
type Works struct {
	Series   string // empty for the whole corpus
	Editions []Edition
	Rows     []Work
}

// A Work is a law or plan through the editions.
type Work struct {
	Work   *cite.Work // its mentions name the editions by their ids
	Counts []int      // mentions in each edition
	Total  int
	First  int // index of the first edition that cites it
	Last   int // index of the last one
	// Gone is true where an edition cites it and the last one does not; By is
	// then the newer edition of it that the last one cites, if there is one.
	Gone bool
	By   *cite.Work
}

// CountWorks counts mentions through the editions; indexes are what each one
// cites, their mentions' documents being the ids of the editions.
func CountWorks(series string, editions []Edition, indexes []*cite.Index) *Works {
	w := &Works{Series: series, Editions: editions}
	at := map[string]int{}
	for i, e := range editions {
		at[e.ID] = i
	}
	rows := map[*cite.Work]int{}
	for _, x := range cite.Merge(indexes...).Works {
		row := Work{Work: x, Counts: make([]int, len(editions)), First: -1}
		for _, m := range x.Mentions {
			i, ok := at[m.Doc]
			if !ok {
				continue
			}
			row.Counts[i]++
			row.Total++
			row.Last = max(row.Last, i)
			if row.First < 0 || i < row.First {
				row.First = i
			}
		}
		if row.Total > 0 {
			rows[x] = len(w.Rows)
			w.Rows = append(w.Rows, row)
		}
	}
	w.gone(rows)
	return w
}

// gone marks the works that the last edition does not cite any more.
func (w *Works) gone(rows map[*cite.Work]int) {
	last := len(w.Editions) - 1
	for i := range w.Rows {
		w.Rows[i].Gone = w.Rows[i].Last < last
	}
	for i := range w.Rows {
		newer := &w.Rows[i]
		if newer.Last < last {
			continue
		}
		seen := map[*cite.Work]bool{newer.Work: true}
		for old := newer.Work.Succeeds; old != nil && !seen[old]; old = old.Succeeds {
			seen[old] = true
			if k, ok := rows[old]; ok && w.Rows[k].Gone && w.Rows[k].By == nil {
				w.Rows[k].By = newer.Work
			}
		}
	}
}
