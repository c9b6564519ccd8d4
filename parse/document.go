package parse

import "shinkyu/parse/source"

// A Document is a source with its section tree. It does not change after it
// was parsed; what is learnt later (citations, words, correspondences) lives
// beside it.
type Document struct {
	Source *source.Source
	Meta   Meta
	// Front is the title block, in order: title, date, issuer, as printed.
	Front   []Front
	Content []Node
	// Furniture is what a page adds to a text and the reader skips, kept apart
	// and never dropped, in order.
	Furniture   []Furniture
	Diagnostics []Diagnostic
	// Trace tells of every line of the source, in order, what it was taken for
	// and why.
	Trace []Trace

	pages []pageStart // that the text's own page numbers tell
}

// A Trace is what a line was taken for.
type Trace struct {
	Line int // 1-based
	Role LineRole
	Why  string // one sentence in English; the document's own words in it as they are
}

// A LineRole is what a line of the source is to the document.
type LineRole string

// The roles of lines.
const (
	LineBlank     LineRole = "blank"
	LineFront     LineRole = "title block"
	LineFurniture LineRole = "furniture"
	LineHeading   LineRole = "heading"       // opens a section with a title
	LineItem      LineRole = "item"          // opens a section without one
	LineCaption   LineRole = "caption"       // names the section or table below it
	LineParagraph LineRole = "new paragraph" // begins one
	LineWrap      LineRole = "wrap"          // goes on the line before it
	LineTable     LineRole = "table"
	LineNote      LineRole = "note"
)

// Meta is what the title block says.
type Meta struct {
	Title      string
	Subtitle   string
	FiscalYear int    // in which the fiscal year begins; 0 where there is none
	Edition    string // 第2版, Ver.1.0, 改定版, as written
	Date       Date   // of the decision; its zero value where there is none
	Revisions  []Date // 改定 dates, in order
	Issuer     string // サイバーセキュリティ戦略本部
	Act        string // 決定, 閣議決定, 改定, 報告, …
	Draft      bool   // （案）, （素案）, 〇 in the date
	Status     string // the draft mark as written: 案, 素案, 中間とりまとめ
	Addressee  string
	Number     string // document number or law number as written
}

// A Date is a date as written and its value.
type Date struct {
	Text string // 令 和 元 年 ５ 月 ２ ３ 日
	EDTF string // 2019-05-23 (ISO 8601-2)
}

// A Front is one entry of the title block.
type Front struct {
	Kind FrontKind
	Text Text
}

// A FrontKind is the role of an entry of the title block.
type FrontKind string

// The roles in a title block.
const (
	FrontTitle     FrontKind = "title"
	FrontSubtitle  FrontKind = "subtitle"
	FrontDate      FrontKind = "date"
	FrontIssuer    FrontKind = "issuer"
	FrontAddressee FrontKind = "addressee"
	FrontNumber    FrontKind = "number"
	FrontOther     FrontKind = "other"
)

// A Furniture is a run of the source that is no part of the text.
type Furniture struct {
	Kind FurnitureKind
	Text Text
}

// A FurnitureKind is the role of a piece of page furniture.
type FurnitureKind string

// The kinds of furniture. A closing is 以上 or （了） after the last paragraph.
const (
	FurniturePageNumber  FurnitureKind = "pageNumber"
	FurnitureRunningHead FurnitureKind = "runningHead"
	FurnitureRunningFoot FurnitureKind = "runningFoot"
	FurnitureLineNumber  FurnitureKind = "lineNumber"
	FurnitureContents    FurnitureKind = "contents"
	FurnitureNavigation  FurnitureKind = "navigation"
	FurnitureRule        FurnitureKind = "rule"
	FurnitureClosing     FurnitureKind = "closing"
	// A reference to a note that the page sets apart from the line it stands in.
	FurnitureNoteReference FurnitureKind = "noteReference"
)

// A Diagnostic is a doubt about a document, or trouble in it.
type Diagnostic struct {
	Severity Severity
	Line     int // 1-based; 0 where it is about the whole
	Message  string
}

// A Severity says how much a diagnostic matters.
type Severity string

// The severities.
const (
	Info    Severity = "info"
	Warning Severity = "warning"
)

// A Confidence says how far a claim can be trusted; it is the same everywhere.
type Confidence string

// The degrees of confidence.
const (
	Certain   Confidence = "certain"
	Likely    Confidence = "likely"
	Uncertain Confidence = "uncertain"
)
