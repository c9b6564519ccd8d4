package cite

import (
	"shinkyu/parse"
	"shinkyu/parse/era"
)

// A Date is a date, fiscal year, range or deadline of a document.
type Date struct {
	Place
	era.Expr // Start and End of the Place count; those of Expr are the same
}

// Dates lists every date, fiscal year, range and deadline of a document in
// document order, the title block included. The year of a law number
// (平成26年法律第104号) is part of the number and no date. Relative ones (昨年12月,
// 本年) are resolved against the date of the document, or its fiscal year's
// beginning where it has none; those that cannot be resolved have no EDTF.
// Impossible ones are listed with Err.
func Dates(doc *parse.Document) []Date {
	f := finder{doc: doc}
	if doc.Source != nil {
		f.name = doc.Source.Name
	}
	var out []Date
	var list []era.Expr
	for _, r := range texts(doc) {
		for _, e := range era.Scan(r.s) {
			if _, ok := readLawNumber(r.s, &e); ok {
				continue
			}
			list = append(list, e)
			out = append(out, Date{Place: f.place(&r, e.Start, e.End)})
		}
	}
	for k, e := range era.Resolve(list, doc.Meta.Date.EDTF) {
		out[k].Expr = e
	}
	return out
}
