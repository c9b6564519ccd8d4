package web

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"shinkyu/corpus"
	"shinkyu/diff/report/layout"
)

type searchPage struct {
	frame
	pager
	Hits    []corpus.Hit
	Trouble string // what is wrong with the query
}

// maxQuery is the longest query that is looked for, in characters.
const maxQuery = 1000

// search shows where words stand. A query that cannot be read is answered by a
// page that says why, and is no error of the reader's browser.
func (q *request) search() ([]byte, error) {
	text, n := q.text("q"), q.number("page")
	p := searchPage{frame: q.frame(say("search", q.Lang))}
	p.Search = text
	if text == "" {
		return page("search", &p)
	}
	p.Title += " " + layout.Visible(text)
	if utf8.RuneCountInString(text) > maxQuery || !utf8.ValidString(text) {
		p.Trouble = messages["longQuery"].Format(q.Lang, maxQuery)
		return page("search", &p)
	}
	release, err := q.short.take(q.waits())
	if err != nil {
		return nil, err
	}
	defer release()
	r, err := q.corpus.Search(q.ctx(), text, corpus.SearchOptions{Limit: hitRows, Offset: (n - 1) * hitRows})
	if err != nil {
		said, ok := q.queryTrouble(err)
		if !ok {
			return nil, err
		}
		p.Trouble = said
		return page("search", &p)
	}
	p.Hits = r.Hits
	p.pager = pager{N: n, Last: max(1, (r.Total+hitRows-1)/hitRows), Total: r.Total}
	return page("search", &p)
}

// Start is the number of the first hit of the page.
func (p *searchPage) Start() int { return (p.N-1)*hitRows + 1 }

// HitLink leads to the place of a hit.
func (p *searchPage) HitLink(h corpus.Hit) string {
	if h.Lines[0] > 0 {
		return p.Document(h.Document.ID, "l"+strconv.Itoa(h.Lines[0]))
	}
	return p.Document(h.Document.ID, sectionAnchor(h.Path))
}

// HitTitle is the heading of the unit that was found.
func (p *searchPage) HitTitle(h corpus.Hit) string {
	s := strings.TrimSpace(h.Marker + " " + h.Title)
	if s == "" {
		s = h.Path
	}
	if s == "" {
		return p.Called(h.Document)
	}
	return layout.Visible(oneLine(s))
}
