package ledger

import "shinkyu/parse"

// A Ledger is the lives of all areas of a series.
type Ledger struct {
	Series   string
	Editions []Edition
	// Areas stand in the order of the documents: a new one behind the one
	// that it follows in the edition that it came in with.
	Areas []*Area
}

// An Edition is a document of the series.
type Edition struct {
	ID         string // of the document
	Title      string
	FiscalYear int    // 0 where there is none
	Date       string // EDTF
	Label      string // what tells it from the others for a reader: 2024, 2016-11-01, v1.3
	Draft      bool
}

// An Area is a unit through the editions.
type Area struct {
	ID    string // a7; numbered in the order of birth
	Title string // the latest
	Life  []Entry
}

// An Entry is an area in one edition, or its end.
type Entry struct {
	Edition    int // index into Ledger.Editions
	Status     Status
	Path       string // empty where the area is not in the edition
	Marker     string
	Title      string
	Lines      [2]int // 1-based; 0 where the area is not in the edition
	Page       int
	Present    bool     // the area is in the edition
	From       []string // the areas that a split or merge came from
	Into       string   // the area that a merged one ended in
	Retitled   bool
	Moved      bool
	Size       int // of its own text, in runes
	Similarity float64
	Confidence parse.Confidence // empty for a birth or a drop
}

// A Status is what became of an area in an edition.
type Status string

// The statuses.
const (
	Born     Status = "born"
	Kept     Status = "kept"
	Reworded Status = "reworded"
	Split    Status = "split"
	Merged   Status = "merged"
	Dropped  Status = "dropped"
	Returned Status = "returned" // after a gap of one edition or more
)

// Last is the last entry in which the area is present.
func (a *Area) Last() *Entry {
	for i := len(a.Life) - 1; i >= 0; i-- {
		if a.Life[i].Present {
			return &a.Life[i]
		}
	}
	return nil
}

// In gives the entry of an edition, nil where there is none.
func (a *Area) In(edition int) *Entry {
	for i := range a.Life {
		if a.Life[i].Edition == edition {
			return &a.Life[i]
		}
	}
	return nil
}
