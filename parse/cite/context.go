package cite

import (
	"unicode/utf8"

	"shinkyu/parse"
)

// Context gives the sentence that holds the place p of doc, and n sentences
// before and behind it in the same paragraph; the text as the paragraph has
// it, wraps undone. It is empty where p is no place of doc.
func Context(doc *parse.Document, p Place, n int) string {
	return Contexts(doc, n)(p)
}

// Contexts is [Context] for many places of one document.
func Contexts(doc *parse.Document, n int) func(p Place) string {
	list := texts(doc)
	return func(p Place) string {
		if p.Node < 0 || p.Node >= len(list) {
			return ""
		}
		return sentences(list[p.Node].s, p.Start, p.End, n)
	}
}

// sentences gives the sentences around s[start:end]. A 。 inside brackets ends
// no sentence.
func sentences(s string, start, end, n int) string {
	if start < 0 || end > len(s) || start > end {
		return ""
	}
	ends := sentenceEnds(s)
	first := 0
	for first < len(ends) && ends[first] <= start {
		first++
	}
	last := first
	for last < len(ends)-1 && ends[last] < end {
		last++
	}
	from, to := 0, len(s)
	if k := first - n - 1; k >= 0 && k < len(ends) {
		from = ends[k]
	}
	if k := last + n; k < len(ends) {
		to = ends[k]
	}
	from = skipSpace(s, from)
	return s[from:max(from, to)]
}

// sentenceEnds gives the offsets behind the sentences of s, its end the last.
func sentenceEnds(s string) []int {
	var out []int
	list := pairs(s)
	next, inside := 0, 0
	for i := 0; i < len(s); {
		r, w := utf8.DecodeRuneInString(s[i:])
		for next < len(list) && list[next].open <= i {
			inside = max(inside, list[next].end)
			next++
		}
		i += w
		if (r == '。' || r == '！' || r == '？') && i > inside {
			out = append(out, i)
		}
	}
	if n := len(out); n == 0 || out[n-1] < len(s) {
		out = append(out, len(s))
	}
	return out
}
