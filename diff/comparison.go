package diff

import (
	"shinkyu/diff/align"
	"shinkyu/diff/terms"
	"shinkyu/diff/unit"
	"shinkyu/diff/wording"
	"shinkyu/parse"
	"shinkyu/parse/cite"
)

// An Edition is one side of a comparison.
type Edition struct {
	Doc   *parse.Document
	Cites *cite.Index
	Units []*unit.Unit
}

// A Comparison is what changed between two editions. Every unit of both is in
// exactly one change.
type Comparison struct {
	Old, New   *Edition
	Changes    []Change // in the order of the new document; dropped ones where the old one had them
	Terms      terms.Result
	Citations  Citations
	Mechanical []MechanicalCount
	Settings   []Setting
	Notices    []string // decisions that no longer fit, and the like

	ladder *wording.Ladder
}

// A Change is a correspondence between units and what was done to their words.
type Change struct {
	Status     Status
	Old, New   []*unit.Unit // one to one, one to several, several to one, or one side empty
	Retitled   bool
	Renumbered bool
	Moved      bool    // another parent, or another order among its siblings
	Similarity float64 // 0 to 1
	Confidence parse.Confidence
	Evidence   []Evidence
	RunnerUp   *RunnerUp
	// TitleEdits are between the headings of a unit that stayed one and was
	// retitled; nil otherwise.
	TitleEdits []wording.Edit
	// Edits are over the passages of the change joined with "\n".
	Edits []wording.Edit
	// Whole is true where so little is shared that old and new are best shown
	// one after the other; Edits then is one delete and one insert.
	Whole      bool
	Commitment []CommitmentChange
	Numbers    []NumberChange
	Decision   string // the reviewer's, where there is one: pin, forbid, split, merge
	Note       string // the reviewer's
}

// A Status is what became of a unit.
type Status string

// The statuses.
const (
	Unchanged Status = "unchanged"
	Reworded  Status = "reworded"
	Split     Status = "split"
	Merged    Status = "merged"
	Added     Status = "added"
	Dropped   Status = "dropped"
)

// An Evidence is the part of one signal in a score, with what a reader can
// check by eye.
type Evidence = align.Evidence

// A RunnerUp is the next best partner that a unit could have had.
type RunnerUp struct {
	Unit       *unit.Unit
	Similarity float64
}

// A CommitmentChange is a sentence of which the verb binds more or less than
// before.
type CommitmentChange = wording.CommitmentChange

// A NumberChange is an amount, target or deadline that changed in a sentence.
type NumberChange = wording.NumberChange

// Citations are the works that one edition cites and the other does not.
type Citations struct {
	Added   []*cite.Work
	Dropped []*cite.Work
	Updated []WorkChange
}

// A WorkChange is a work cited in a newer (or older) version.
type WorkChange struct {
	Old, New   *cite.Work
	Confidence parse.Confidence
	Why        string
}

// A MechanicalCount says how often a mechanical difference was met.
type MechanicalCount struct {
	Kind  wording.Mechanical
	Count int
}

// A Setting is one line of the method, so that a colleague can repeat it.
type Setting struct {
	Name, Value string
}
