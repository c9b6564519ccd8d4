package parse

import (
	"strings"

	"shinkyu/parse/marker"
)

// isTitle decides whether the first part of an opening is its heading or its
// text.
func (p *parser) isTitle(o *opening) bool {
	c := &p.cands[o.choice.cand]
	if c.level > 0 {
		return true
	}
	s := p.partString(o, 0)
	k := p.marked(o).Marker.Kind
	switch k {
	case marker.Article, marker.Clause, marker.Item:
		return false
	case marker.Part, marker.Book, marker.Chapter, marker.Section, marker.Subsection, marker.Division:
		return true
	}
	if isSentence(s) {
		return false
	}
	return p.hasBelow(o)
}

func (p *parser) partString(o *opening, i int) string {
	return p.text(o, i).String
}

// hasBelow reports whether anything stands under the first part.
func (p *parser) hasBelow(o *opening) bool {
	return len(o.parts) > 1 || len(o.section.Content) > 0 || p.parents[o]
}

// isSentence tells a statement from a name: it ends a sentence, or ends the
// way plans end one without a stop (…すること, …を図る).
func isSentence(s string) bool {
	s = strings.TrimSpace(s)
	if i := strings.IndexRune(s, '。'); i >= 0 && !inBrackets(s, i) {
		return true
	}
	for _, end := range sentenceEnds {
		if strings.HasSuffix(s, end) {
			return true
		}
	}
	return len(s) > 3*80
}

var sentenceEnds = []string{
	"すること", "あること", "いること", "ること", "ないこと", "たこと", "するもの", "であるもの", "する", "した", "される", "いる", "ある", "なる", "図る", "行う", "める", "進む", "います", "ます", "です", "ない", "れる", "せる",
}

// inBrackets reports whether the byte at i stands between brackets.
func inBrackets(s string, i int) bool {
	depth := 0
	for _, r := range s[:i] {
		switch r {
		case '（', '「', '(', '『':
			depth++
		case '）', '」', ')', '』':
			depth--
		}
	}
	return depth > 0
}
