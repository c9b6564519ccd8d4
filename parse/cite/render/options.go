package render

import (
	"strings"

	"shinkyu/parse/cite"
	"shinkyu/parse/render/lang"
)

// Options say how an index is shown. The zero value gives English headings and
// no context.
type Options struct {
	Lang lang.Lang
	BOM  bool // of CSV
	// Docs are the names of the documents that the index covers, in the order
	// to show them; nil for those that cite anything, as they are met.
	Docs []string
	// Sentences gives the sentence that holds a place, with as many before
	// and after it as the user asked for; nil for no context.
	Sentences func(cite.Place) string
}

func (o Options) context(p cite.Place) string {
	if o.Sentences == nil {
		return ""
	}
	return o.Sentences(p)
}

// docs gives the documents to show.
func (o Options) docs(x *cite.Index) []string {
	if o.Docs != nil {
		return o.Docs
	}
	return documents(x)
}

// closers may follow a sentence's end and still belong to it.
const closers = "」』）)】］]〕”’"

// Around gives the sentence of text that holds the bytes start to end, and n
// sentences on either side. A sentence ends with 。, ！ or ？ that stands in no
// brackets, or a line break.
func Around(text string, start, end, n int) string {
	ends := sentenceEnds(text)
	first, last := 0, 0
	for last < len(ends)-1 && ends[last] < end {
		last++
	}
	for first < len(ends)-1 && ends[first] <= start {
		first++
	}
	from := 0
	if i := first - n - 1; i >= 0 {
		from = ends[i]
	}
	to := len(text)
	if i := last + n; i < len(ends) {
		to = ends[i]
	}
	return strings.TrimSpace(text[from:to])
}

// sentenceEnds gives the byte offset after each sentence of text.
func sentenceEnds(text string) []int {
	var out []int
	depth := 0
	for i, r := range text {
		switch {
		case strings.ContainsRune("「『（(【［[〔", r):
			depth++
		case strings.ContainsRune(closers, r):
			depth = max(depth-1, 0)
		case r == '\n' || depth == 0 && strings.ContainsRune("。！？", r):
			out = append(out, i+len(string(r)))
			depth = 0
		}
	}
	if len(out) == 0 || out[len(out)-1] < len(text) {
		out = append(out, len(text))
	}
	return out
}
