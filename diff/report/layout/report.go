package layout

import (
	"shinkyu/diff"
	"shinkyu/parse"
	"shinkyu/parse/render/lang"
)

// Options say how a comparison is laid out. The zero value is English, the new
// text first, everything shown.
type Options struct {
	Lang lang.Lang
	// OldFirst puts the old text on the left. Ministries put the new one there.
	OldFirst bool
	// Abridge shows passages that stayed as they were as 略.
	Abridge bool
	// Command is the command line that gives this report again, for the part
	// on method; empty to leave it out.
	Command string
}

// A Report is a comparison laid out. All its strings are plain text.
type Report struct {
	Options
	Title       string
	Old, New    Edition
	Sides       []Side // the sides in the order in which they are shown
	Same        bool   // nothing but mechanical differences
	Counts      []Count
	Confidences []Count
	Areas       []*Area
	Gained      []Term
	Lost        []Term
	WorksAdded  []Work
	WorksGone   []Work
	WorksNewer  []WorkPair
	Commitments []Commitment
	Numbers     []Number
	Mechanical  []Pair
	Settings    []Pair
	Notices     []string
	Doubts      []Doubt
}

// A Side is old or new.
type Side string

// The sides.
const (
	Old Side = "old"
	New Side = "new"
)

// An Edition is one of the two documents.
type Edition struct {
	Side  Side
	Head  string // 改正前, 改正後
	Title string
	Date  string // as written
	Facts []Pair // fiscal year, issuer, file, checksum, …
}

// A Pair is a name with its value.
type Pair struct{ Name, Value string }

// A Count says how many there are of one kind.
type Count struct {
	Key, Label, Meaning string
	N                   int
}

// An Area is one change of the comparison.
type Area struct {
	No         int    // 1-based, in the order of the comparison
	ID         string // area12; unique in the report
	Change     *diff.Change
	Name       string // of the new side where there is one
	Status     diff.Status
	Label      string // of the status
	Flags      []string
	Similarity string // 0.31; empty for an area without a partner
	Confidence parse.Confidence
	Trust      string   // the confidence in words
	Telling    []string // changes of commitment, numbers and deadlines, in short
	Evidence   []string
	RunnerUp   string
	Decision   string
	Note       string
	Level      int // 1 at the top of the document
	Old, New   []Unit
	Rows       []Row
	Changed    int // rows that are more than the same
}

// Uncertain reports whether the evidence does not carry the correspondence.
func (a *Area) Uncertain() bool { return a.Confidence == parse.Uncertain }

// A Unit is a section of one side.
type Unit struct {
	Path  string
	Name  string // the markers down to it and its title
	Page  int    // 1-based; 0 where there are none
	Lines [2]int // 1-based, first and last
	Place string // 3頁 120–131行
}

// A Row is a row of the 新旧対照表.
type Row struct {
	Kind     RowKind
	Old, New Cell
}

// A RowKind says what happened in a row.
type RowKind string

// The kinds of row.
const (
	Same     RowKind = "same" // but for mechanical differences, perhaps
	Reworded RowKind = "reworded"
	Added    RowKind = "added"
	Dropped  RowKind = "dropped"
)

// A Cell is one side of a row.
type Cell struct {
	Paras []Para
	// Absent stands in an empty cell: （新設） opposite what came in. It is no
	// text of the document.
	Absent string
	Place  string // 3頁 120–131行
}

// HeadingsOnly reports whether the cell holds no passage; where a heading
// stands is said with its area.
func (c *Cell) HeadingsOnly() bool {
	for i := range c.Paras {
		if !c.Paras[i].Heading {
			return false
		}
	}
	return true
}

// A Para is a heading or a passage.
type Para struct {
	Heading bool
	Level   int // of a heading; 1 at the top of the document
	Depth   int // of an item; 0 for plain text
	Marker  Run // ⅱ）; empty where there is none
	Runs    []Run
	// Omitted is true of 略, which stands for text that stayed.
	Omitted bool
}

// A Run is text of one kind.
type Run struct {
	Text    string
	Changed bool
	// Mechanical names the difference that the other side has here and that is
	// no change of wording; empty where there is none.
	Mechanical string
}

// Text is the marker and text of a paragraph.
func (p *Para) Text() string {
	s := p.Body()
	switch {
	case p.Marker.Text == "":
		return s
	case s == "":
		return p.Marker.Text
	}
	return p.Marker.Text + "　" + s
}

// Body is the text of a paragraph without its marker.
func (p *Para) Body() string {
	s := ""
	for _, r := range p.Runs {
		s += r.Text
	}
	return s
}

// A Term is a term gained or lost.
type Term struct {
	Term     string
	Old, New int // occurrences
	Score    float64
	Areas    []string // names of the sections that it stands in
	Context  string
	Line     int // 1-based
}

// A Work is a law or plan that one side cites.
type Work struct {
	Kind   string
	Title  string
	Number string // of a law; the decisions on a plan
	Links  []string
	Places []string
	Count  int // mentions
}

// A WorkPair is a work in two versions.
type WorkPair struct {
	Old, New Work
	Trust    string
	Why      string
}

// A Commitment is a sentence that binds more or less than before.
type Commitment struct {
	Area             *Area
	Stronger         bool
	Direction        string
	Old, New         string
	OldVerb, NewVerb string
	OldRung, NewRung int
}

// A Number is an amount, target or deadline that changed.
type Number struct {
	Area                     *Area
	Kind                     string
	Old, New                 string
	OldSentence, NewSentence string
}

// A Doubt is one that was left from reading a document.
type Doubt struct {
	Side    Side
	Line    int // 1-based; 0 where it is about the whole
	Message string
}
