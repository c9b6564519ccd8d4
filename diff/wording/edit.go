package wording

// An Op is what an edit does.
type Op string

// The operations.
const (
	Equal  Op = "equal"
	Delete Op = "delete"
	Insert Op = "insert"
)

// An Edit is one step from the old text to the new. Deletes and equals in
// order give the old text, inserts and equals the new one, where an equal run
// that differs mechanically gives NewText to the new.
type Edit struct {
	Op         Op
	Text       string
	NewText    string     // of an equal run that differs only mechanically
	Mechanical Mechanical // why it counts as equal; empty where it is the same
}

// A Mechanical is a kind of difference that is no change of wording.
type Mechanical string

// The kinds of mechanical difference.
const (
	Width      Mechanical = "width"      // ＩＴ, IT
	Spacing    Mechanical = "spacing"    // SBOM を, SBOMを
	Numeral    Mechanical = "numeral"    // 三, 3
	FiscalYear Mechanical = "fiscalYear" // the editions' own: 令和２年度, 令和6年度
	Wrap       Mechanical = "wrap"       // a line broken elsewhere
	Spelling   Mechanical = "spelling"   // 取り組み, 取組
)
