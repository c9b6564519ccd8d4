package parse

import (
	"strings"

	"shinkyu/parse/era"
)

// readMeta reads the title block.
func (p *parser) readMeta() {
	m := &p.doc.Meta
	for _, f := range p.doc.Front {
		s := f.Text.String
		switch f.Kind {
		case FrontTitle:
			m.Title += s
		case FrontDate:
			p.readDate(s)
		case FrontIssuer:
			m.Issuer, m.Act = splitIssuer(s)
		}
	}
	for _, e := range era.Scan(m.Title) {
		if e.FiscalYear > 0 {
			m.FiscalYear = e.FiscalYear
		}
	}
	if strings.HasSuffix(m.Title, "（案）") || strings.HasSuffix(m.Title, "(案)") {
		m.Draft, m.Status = true, "案"
	}
}

func (p *parser) readDate(s string) {
	m := &p.doc.Meta
	for _, e := range era.Scan(s) {
		if e.Kind == era.Date && m.Date.Text == "" {
			m.Date = Date{Text: e.Text, EDTF: e.EDTF}
			m.Draft = m.Draft || e.Open
		}
	}
}
