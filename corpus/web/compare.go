package web

import (
	"html/template"
	"io"

	"shinkyu/corpus"
	"shinkyu/diff"
	"shinkyu/diff/report/html"
	"shinkyu/diff/report/layout"
)

// two gives the documents that the address names as old and new.
func (q *request) two() (older, newer *corpus.Document, err error) {
	o, n := q.text("old"), q.text("new")
	if o == "" || n == "" {
		return nil, nil, errChooseTwo
	}
	if older, err = q.now.find(o); err != nil {
		return nil, nil, err
	}
	newer, err = q.now.find(n)
	return older, newer, err
}

// oldFirst reports whether the old text is to stand on the left.
func (q *request) oldFirst() bool { return q.text("first") == "old" }

// comparison compares two documents, or gives what is kept of them.
func (q *request) comparison(older, newer *corpus.Document) (*diff.Comparison, error) {
	return q.comparisons.get(q.waits(), key(older, newer), func() (*diff.Comparison, int64, error) {
		release, err := q.long.take(q.waits())
		if err != nil {
			return nil, 0, err
		}
		defer release()
		c, err := q.corpus.Compare(q.ctx(), older.ID, newer.ID, diff.Options{})
		if err != nil {
			return nil, 0, err
		}
		return c, heldPerByte * int64(len(c.Old.Doc.Source.Text)+len(c.New.Doc.Source.Text)), nil
	})
}

// heldPerByte is how many bytes of memory a comparison holds for each byte of
// its texts, with their trees: 7 to 8 were measured.
const heldPerByte = 8

type comparePage struct {
	frame
	Old, New *corpus.Document
	OldFirst bool
	Others   []*corpus.Document // of the series, to choose others
	Body     template.HTML
}

// First is the parameter that keeps the order of the sides.
func (p *comparePage) First() string {
	if p.OldFirst {
		return "old"
	}
	return ""
}

// compare shows two documents side by side.
func (q *request) compare() ([]byte, error) {
	older, newer, err := q.two()
	if err != nil {
		return nil, err
	}
	c, err := q.comparison(older, newer)
	if err != nil {
		return nil, err
	}
	f := q.frame("")
	f.Title = say("comparison", q.Lang) + " " + f.Called(older) + " → " + f.Called(newer)
	f.Script = true
	p := comparePage{frame: f, Old: older, New: newer, OldFirst: q.oldFirst()}
	if older.Series == newer.Series {
		p.Others = q.now.bySeries[older.Series].Docs
	} else {
		p.Others = []*corpus.Document{older, newer}
	}
	link := func(side layout.Side, path string) string {
		if side == layout.Old {
			return p.Document(older.ID, sectionAnchor(path))
		}
		return p.Document(newer.ID, sectionAnchor(path))
	}
	body, err := written(func(w io.Writer) error {
		return html.Fragment(w, c, layout.Options{Lang: q.Lang, OldFirst: p.OldFirst}, html.Part{Link: link})
	})
	if err != nil {
		return nil, err
	}
	p.Body = template.HTML(body) // made by html/template
	return page("compare", &p)
}
