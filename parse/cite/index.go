package cite

import (
	"shinkyu/parse"
	"shinkyu/parse/source"
)

// An Index is what one or more documents cite.
type Index struct {
	Works       []*Work // laws first, then plans, each in the order of first mention
	Definitions []Definition
	References  []Reference
	Unresolved  []Unresolved
}

// A Work is one law, or one edition of one plan.
type Work struct {
	ID      string // from kind, number or title and date; the same in every run
	Kind    Kind
	Title   string   // サイバーセキュリティ戦略
	Titles  []string // other spellings met, the main one left out
	Number  string   // 平成26年法律第104号, digits as ASCII; of laws only
	LawID   string   // e-Gov's id; only from the user's list of laws
	Version string   // 第6.0版; of plans only
	Events  []Event  // in order; of plans only
	Aliases []string // 戦略, from 以下「戦略」という。
	Links   []string
	// Succeeds is the work of which this is a newer edition, nil where none is
	// known; SucceedsConfidence and SucceedsWhy say how sure that is.
	Succeeds           *Work
	SucceedsConfidence parse.Confidence
	SucceedsWhy        string
	Mentions           []Mention
}

// A Kind tells laws from plans.
type Kind string

// The kinds. A law has a law number (法律, 政令, 省令, 条例, 告示 …); any other
// policy document is a plan.
const (
	Law  Kind = "law"
	Plan Kind = "plan"
)

// An Event is a decision on a plan.
type Event struct {
	Date parse.Date // 平成30年７月27日, 2018-07-27
	Body string     // 閣議; empty where not named
	Act  string     // 決定; empty where not named
}

// A Mention is one place where a work is named.
type Mention struct {
	Place
	Text     string // as written, wraps undone
	Form     Form
	Pinpoint string // 第26条第1項第5号, digits as ASCII; empty where there is none
	// Pinpoints are all places that are named there, lists and ranges written
	// out (第4条から第7条まで as four), the first of them Pinpoint.
	Pinpoints []string
}

// A Form is how a mention names its work.
type Form string

// The forms.
const (
	Full    Form = "full"    // title with number or decision
	Title   Form = "title"   // title alone
	Alias   Form = "alias"   // 戦略
	Anaphor Form = "anaphor" // 同法, 同戦略, 同条
)

// A Place is a run of text in a document.
type Place struct {
	Doc   string      // name of the source
	Path  string      // of the section that it stands in; empty before the first
	Lines [2]int      // 1-based, first and last
	Page  int         // 1-based; 0 where there are no pages
	Span  source.Span // bytes of the source
	// Node is the paragraph, title or cell that holds it, as index into the
	// document's texts in document order, and Start, End the bytes in it.
	Node       int
	Start, End int
}

// A Definition is an abbreviation introduced by the text.
type Definition struct {
	Place
	Alias string // 戦略
	For   string // サイバーセキュリティ戦略
	Via   string // bracket, gloss, toha, abbreviation
	Scope string // この章, この条 … as written; empty for the rest of the document
	Work  *Work  // nil where it stands for no law or plan
}

// A Reference is a place that points to another part of the same document.
type Reference struct {
	Place
	Text   string // 第2に示す → 第2
	Target string // path of the section meant
}

// An Unresolved is a mention of which the work is not known.
type Unresolved struct {
	Place
	Text string
	Why  string
}
