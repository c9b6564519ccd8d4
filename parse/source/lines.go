package source

import "strings"

// countLines is how many lines [splitLines] gives at most.
func countLines(text string) int {
	return 1 + strings.Count(text, "\n") + strings.Count(text, "\f") + strings.Count(text, "\r") - strings.Count(text, "\r\n")
}

// splitLines cuts a text at CRLF, LF, CR and form feed, and gives the number
// of pages: 0 where the text has no form feed.
//
// A form feed between two texts ends a line and a page. One at the start of a
// line (as pdftotext writes it) or at the end of one only turns the page: an
// editor shows one line there, and line numbers are to agree with it.
func splitLines(text string) ([]Line, int) {
	lines := make([]Line, 0, len(text)/64+1)
	page, fed := 1, strings.IndexByte(text, '\f') >= 0
	if !fed {
		page = 0
	}
	start, turn := 0, 0 // turn: pages to turn before the next line
	add := func(end int) {
		lines = append(lines, Line{Span: Span{start, end}, Page: page})
		page, turn = page+turn, 0
	}
	for i := 0; i < len(text); {
		switch c := text[i]; {
		case c > '\r':
			i++
			continue
		case c == '\n':
			add(i)
			i++
			start = i
		case c == '\r':
			add(i)
			if i++; i < len(text) && text[i] == '\n' {
				i++
			}
			start = i
		case c == '\f' && i == start:
			page++
			i++
			start = i
		case c == '\f':
			end := i
			for i < len(text) && text[i] == '\f' {
				turn++
				i++
			}
			switch {
			case strings.HasPrefix(text[i:], "\r\n"):
				i += 2
			case i < len(text) && (text[i] == '\n' || text[i] == '\r'):
				i++
			}
			add(end)
			start = i
		default:
			i++
		}
	}
	if start < len(text) {
		add(len(text))
	}
	return lines, lastPage(text, lines, page)
}

// lastPage is the number of pages: form feeds after the last line of a text
// end a page and begin none.
func lastPage(text string, lines []Line, page int) int {
	if page == 0 || len(lines) == 0 {
		return page
	}
	rest := text[lines[len(lines)-1].Span.End:]
	if strings.IndexByte(rest, '\f') >= 0 {
		return lines[len(lines)-1].Page
	}
	return page
}
