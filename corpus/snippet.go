package corpus

import (
	"strings"
	"unicode/utf8"

	"shinkyu/corpus/query"
	"shinkyu/corpus/store"
)

// hits finds the paragraph of each unit that shows best why it was found.
func (s *searching) hits(units []store.Hit, shown *store.Shown) []Hit {
	var out []Hit
	for i := range units {
		u := &units[i]
		h := Hit{Document: shown.Documents[u.Document], Path: u.Path, Marker: u.Marker, Title: u.Title, Lines: u.Lines, Page: u.Page, Score: u.Score}
		if h.Document == nil {
			continue // removed by another program a moment ago
		}
		text, marks := s.best(u, shown.Texts[u.Unit], &h)
		h.Snippet = snippet(text, marks, s.opt.Around)
		out = append(out, h)
	}
	return out
}

// best gives the paragraph with the most phrases of the query, the first of
// several; the heading where no paragraph has one.
func (s *searching) best(u *store.Hit, texts []store.UnitText, h *Hit) (string, []query.Mark) {
	text, marks := "", []query.Mark(nil)
	most := 0
	for _, t := range texts {
		m := s.match.Find(t.Text, s.cut, false)
		if n := query.Phrases(m); n > most {
			most, text, marks = n, t.Text, m
			h.Path, h.Lines, h.Page = t.Path, t.Lines, t.Page
		}
		if most == len(s.match.Phrases) {
			break // none shows more
		}
	}
	if most > 0 {
		return text, marks
	}
	if m := s.match.Find(u.Title, s.cut, true); len(m) > 0 {
		if len(texts) > 0 && u.Path == "" {
			h.Lines, h.Page = texts[0].Lines, texts[0].Page // the title block
		} else {
			h.Lines[1] = h.Lines[0]
		}
		return u.Title, m
	}
	if len(texts) > 0 { // filters alone
		h.Path, h.Lines, h.Page = texts[0].Path, texts[0].Lines, texts[0].Page
		return texts[0].Text, nil
	}
	return u.Title, nil
}

// snippet cuts a text to what stands around its first marks.
func snippet(text string, marks []query.Mark, around int) []Piece {
	first, last := 0, 0
	if len(marks) > 0 {
		first, last = marks[0].Start, marks[0].End
	}
	start := back(text, first, around)
	end := ahead(text, last, 2*around-utf8.RuneCountInString(text[start:first]))
	var out []Piece
	add := func(s string, mark bool) {
		if s != "" {
			out = append(out, Piece{flat(s), mark})
		}
	}
	at := start
	if start > 0 {
		add("…", false)
	}
	for _, m := range marks {
		if m.Start >= end {
			break
		}
		add(text[at:m.Start], false)
		add(text[m.Start:m.End], true)
		at = m.End
	}
	end = max(end, at)
	add(text[at:end], false)
	if end < len(text) {
		add("…", false)
	}
	return out
}

// back gives the offset n characters before at.
func back(text string, at, n int) int {
	for ; n > 0 && at > 0; n-- {
		_, k := utf8.DecodeLastRuneInString(text[:at])
		at -= k
	}
	return at
}

// ahead gives the offset n characters after at.
func ahead(text string, at, n int) int {
	for ; n > 0 && at < len(text); n-- {
		_, k := utf8.DecodeRuneInString(text[at:])
		at += k
	}
	return at
}

// flat puts a text on one line: the cells of a table stand apart by tabs.
func flat(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\t' || r == '\n' || r == '\r' || r == '\f' || r == '\v' {
			return ' '
		}
		return r
	}, s)
}
