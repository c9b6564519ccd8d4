package cite

import (
	"strings"
	"unicode/utf8"

	"shinkyu/parse"
)

// A run is one text of a document: a paragraph, title, caption, cell or note.
type run struct {
	kind runKind
	text parse.Text
	s    string // text.String
	path string // of the section that it stands in
	node int    // index among the runs of the document
}

// A runKind is the role of a run.
type runKind int

const (
	runParagraph runKind = iota
	runTitle
	runCaption
	runCell
	runNote
	runFront
)

// texts gives the runs of a document in document order, the title block first.
func texts(doc *parse.Document) []run {
	c := collector{}
	for _, f := range doc.Front {
		c.add(runFront, f.Text)
	}
	c.nodes(doc.Content)
	return rejoin(c.runs)
}

// maxBroken bounds, in bytes, how far from a break its bracket is looked for.
const maxBroken = 400

// rejoin puts together runs that a break inside a citation keeps apart: a
// bracket that opens in one and closes in the next, or a parenthesis at the
// beginning of one behind a quotation at the end of the other. What looks like
// a title block or a heading to the parser may be the first line of a sentence.
func rejoin(list []run) []run {
	out := list[:0]
	for _, r := range list {
		if n := len(out); n > 0 && broken(&out[n-1], &r) {
			out[n-1].text = concat(out[n-1].text, r.text)
			out[n-1].s = out[n-1].text.String
			continue
		}
		r.node = len(out)
		out = append(out, r)
	}
	return out
}

// broken reports whether a citation goes on from a to b.
func broken(a, b *run) bool {
	if a.path != b.path || a.kind == runCell || b.kind == runCell || a.kind == runCaption {
		return false
	}
	if b.kind == runParagraph && a.kind != runTitle && (unfinished(a.s) || strings.ContainsRune("（(）)」』。、", runeAt(b.s, 0))) {
		return true
	}
	if first := runeAt(b.s, 0); (first == '（' || first == '(') && b.kind != runNote {
		if q := runeBefore(a.s, len(a.s)); q == '」' || q == '』' {
			return true
		}
	}
	open := opener(a.s)
	return open != 0 && (closes(b.s, open) || len(b.s) < maxBroken/2 && !strings.Contains(b.s, "。"))
}

// unfinished reports whether a text stops inside a sentence: behind a comma,
// or, where its last sentence has a topic (…は、) or begins with a connective,
// before any 。. Items of a list, which end in a noun, have neither.
func unfinished(s string) bool {
	switch runeBefore(s, len(s)) {
	case '、', '，':
		return true
	case '。', '．', '！', '？', '：', ':':
		return false
	}
	last := s
	if k := strings.LastIndex(s, "。"); k >= 0 {
		last = s[k+len("。"):]
	}
	last = last[skipSpace(last, 0):]
	if strings.Contains(last, "は、") {
		return true
	}
	for _, w := range connectives {
		if strings.HasPrefix(last, w) {
			return true
		}
	}
	return false
}

// connectives begin sentences, which end in 。.
var connectives = []string{"また、", "さらに、", "このため、", "なお、", "特に、", "その際、", "加えて、", "一方、", "あわせて、", "併せて、", "ただし、", "そこで、", "したがって、", "このうち、", "例えば、", "この際、"}

// opener gives the last bracket near the end of s that is not closed there, 0
// where there is none.
func opener(s string) int {
	var stack []int
	from := max(0, len(s)-maxBroken)
	for from < len(s) && !utf8.RuneStart(s[from]) {
		from++
	}
	for _, r := range s[from:] {
		b, ok := bracketOf(r)
		switch {
		case !ok:
		case !b.close:
			stack = append(stack, b.kind)
		case len(stack) > 0 && stack[len(stack)-1] == b.kind:
			stack = stack[:len(stack)-1]
		}
	}
	if len(stack) == 0 {
		return 0
	}
	return stack[len(stack)-1]
}

// closes reports whether a bracket of the kind is closed near the beginning of
// s that was not opened there.
func closes(s string, kind int) bool {
	depth := 0
	for i, r := range s {
		if i > maxBroken {
			return false
		}
		b, ok := bracketOf(r)
		if !ok || b.kind != kind {
			continue
		}
		if !b.close {
			depth++
			continue
		}
		if depth == 0 {
			return true
		}
		depth--
	}
	return false
}

func concat(a, b parse.Text) parse.Text {
	out := parse.Text{String: a.String + b.String}
	out.Pieces = append(out.Pieces, a.Pieces...)
	for _, p := range b.Pieces {
		p.At += len(a.String)
		out.Pieces = append(out.Pieces, p)
	}
	return out
}

type collector struct {
	runs []run
	path string
}

func (c *collector) add(kind runKind, t parse.Text) {
	if t.IsZero() {
		return
	}
	c.runs = append(c.runs, run{kind: kind, text: t, s: t.String, path: c.path, node: len(c.runs)})
}

func (c *collector) nodes(list []parse.Node) {
	for _, n := range list {
		c.one(n)
	}
}

func (c *collector) one(n parse.Node) {
	switch n := n.(type) {
	case *parse.Section:
		outer := c.path
		c.path = n.Path
		c.add(runCaption, n.Caption)
		c.add(runTitle, n.Title)
		c.nodes(n.Content)
		c.path = outer
	case *parse.Paragraph:
		c.add(runParagraph, n.Text)
	case *parse.Table:
		c.add(runCaption, n.Caption)
		for _, row := range n.Rows {
			for _, cell := range row {
				c.add(runCell, cell)
			}
		}
	case *parse.Note:
		c.add(runNote, n.Text)
	}
}
