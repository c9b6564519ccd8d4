package era

// An Expr is one date, year, fiscal year, range or deadline in a text.
type Expr struct {
	Start, End int    // bytes in the text, half open
	Text       string // as written, white space included
	Kind       Kind
	// EDTF is the value; empty where Err is set, and where a relative
	// expression (昨年12月) has nothing yet to be resolved against.
	EDTF string
	// FiscalYear is the year in which the fiscal year begins, of Kind
	// FiscalYear and of deadlines at its end; 0 otherwise.
	FiscalYear int
	// Era and EraYear are the era as named and the year of it, of an
	// expression that begins with an era: 平成, 26. Era is empty otherwise.
	Era     string
	EraYear int
	// Open is true where the text keeps a place of the date open:
	// 令和5年〇月〇〇日.
	Open bool
	// Relative is true of an expression that needs the date of the document
	// or an earlier date of the text: 昨年12月, 同年, 本年, 今後.
	Relative bool
	// Counted is the EDTF that a date outside its era comes to when the years
	// are counted on: 2019-05-02 for 平成31年5月2日.
	Counted string
	Err     error // why it is no date of the calendar; nil where it is one

	from, to point // to is used by ranges
}

// A Kind is what an expression names.
type Kind string

// The kinds. A Date may be known to the day, the month, the year or the decade.
const (
	Date       Kind = "date"       // 令和4年12月16日, 平成28年８月, 2020年
	FiscalYear Kind = "fiscalYear" // 令和6年度
	Range      Kind = "range"      // 平成28年度から令和2年度, 今後
	Deadline   Kind = "deadline"   // 令和7年度末まで
)

// set fills what follows from the points that were read.
func (e *Expr) set() {
	e.Relative = e.from.rel.is() || e.Kind == Range && e.to.rel.is()
	e.Open = e.Open || e.from.noYear
	if e.from.era != nil {
		e.Era, e.EraYear = e.from.era.name, e.from.count
	}
	if e.Relative {
		return
	}
	e.setValue()
}

// setValue sets the value of points that are known, or why they have none; of
// a date outside its era it gives the value that its count comes to.
func (e *Expr) setValue() {
	var outside bool
	if e.Err, outside = e.from.check(); outside && e.Kind != Range {
		e.Counted = e.from.plain()
	}
	if e.Err == nil && e.Kind == Range {
		e.Err, _ = e.to.check()
	}
	if e.Err == nil {
		e.EDTF, e.FiscalYear = e.value()
	}
}

// value is the EDTF of points without fault, and the fiscal year.
func (e *Expr) value() (edtf string, fiscal int) {
	switch e.Kind {
	case Range:
		if e.to.rel == forever {
			return e.from.first() + "/..", 0
		}
		return e.from.first() + "/" + e.to.last(), 0
	case FiscalYear:
		return e.from.first() + "/" + e.from.last(), e.from.year
	case Deadline, Date:
		if e.from.fiscal {
			fiscal = e.from.year
		}
	}
	if e.Kind == Deadline || e.from.end {
		return e.from.last(), fiscal
	}
	return e.from.plain(), fiscal
}
