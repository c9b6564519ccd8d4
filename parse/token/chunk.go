package token

import (
	"strings"
	"unicode/utf8"
)

// maxChunk is the most that is cut at once, in bytes. Sentences of policy
// documents are a tenth of it; it bounds the memory of the lattice and the
// time that kagome spends on a hostile run of letters, each start of which it
// follows to the end.
const maxChunk = 4096

// chunk gives the length in bytes of the first part of text to be cut by
// itself: up to and with a sentence end or line break, and never more than
// maxChunk. No word of the dictionary goes over either.
func chunk(text string) int {
	limit := min(len(text), maxChunk)
	line := text[:limit]
	newline := strings.IndexByte(line, '\n')
	if newline >= 0 {
		line = line[:newline]
	}
	if i := strings.Index(line, "。"); i >= 0 {
		return i + len("。")
	}
	if newline >= 0 {
		return newline + 1
	}
	if limit == len(text) {
		return limit
	}
	return breakBefore(text, limit)
}

// breakBefore finds a place at or before limit where a long text may be cut:
// after a comma or space if there is one, else between two characters.
func breakBefore(text string, limit int) int {
	for _, sep := range []string{"、", "，", " ", "　"} {
		if i := strings.LastIndex(text[:limit], sep); i > 0 {
			return i + len(sep)
		}
	}
	for limit > 1 && !utf8.RuneStart(text[limit]) {
		limit--
	}
	return limit
}

// parallelSize is the length in bytes from which a text is shared out among
// the cores: some milliseconds of work.
const parallelSize = 64 << 10

// leastPart is the length in bytes of the smallest part that a core of its own
// is worth.
const leastPart = 16 << 10

// A part is a run of bytes of a text.
type part struct{ start, end int }

// split cuts text into about n parts of equal length, each ending where a
// chunk ends, so that sharing the work out changes no word.
func split(text string, n int) []part {
	var parts []part
	size := len(text)/n + 1
	start := 0
	for end := 0; end < len(text); {
		end += chunk(text[end:])
		if end-start >= size || end == len(text) {
			parts = append(parts, part{start, end})
			start = end
		}
	}
	return parts
}
