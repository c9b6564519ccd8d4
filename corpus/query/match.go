package query

import (
	"strings"
	"unicode"

	"shinkyu/corpus/index"
	corpuswords "shinkyu/corpus/words"
)

// A Corpus answers what a query asks of the whole corpus.
type Corpus interface {
	// Series gives the facets of the series of which the name holds the text.
	Series(name string) ([]string, error)
	// Years gives the facets of the years from one to another that the corpus
	// has; 0 leaves a side open.
	Years(from, to int) ([]string, error)
}

// A Match is a query in the words of a corpus.
type Match struct {
	// Expr is what the index is asked for.
	Expr index.Expr
	// Words are those that are looked for, in the text of hits: phrases, of
	// which the last word of some may go on.
	Phrases []Phrase
}

// A Phrase is words in order.
type Phrase struct {
	Words  []string // folded
	Prefix bool     // the last one may go on
	Title  bool     // looked for in headings only

	content []string // those of the words that carry a subject
	stem    string   // the last word as it was typed
}

// Match puts a query into words.
func (q *Query) Match(cut *corpuswords.Cutter, c Corpus) (*Match, error) {
	m := matcher{cut: cut, corpus: c}
	expr, err := m.expr(q.root, false)
	if err != nil {
		return nil, err
	}
	if expr == nil {
		return nil, &Error{Query: q.text, Msg: "there is no word in it", Remedy: "signs alone cannot be looked for; give a word"}
	}
	return &Match{Expr: expr, Phrases: m.phrases}, nil
}

type matcher struct {
	cut     *corpuswords.Cutter
	corpus  Corpus
	phrases []Phrase
}

// expr gives the expression for a node, nil where it has no word. Under a NOT
// the words are not to be marked in hits.
func (m *matcher) expr(n node, not bool) (index.Expr, error) {
	switch n := n.(type) {
	case *words:
		return m.words(n, not), nil
	case *series:
		f, err := m.corpus.Series(n.name)
		return &index.Facets{Terms: f}, err
	case *years:
		f, err := m.corpus.Years(n.from, n.to)
		return &index.Facets{Terms: f}, err
	case *either:
		parts, err := m.each(n.parts, not)
		return oneOf(parts), err
	case *all:
		return m.all(n, not)
	}
	return nil, nil
}

// each gives the expressions of those parts that have a word.
func (m *matcher) each(parts []node, not bool) ([]index.Expr, error) {
	var out []index.Expr
	for _, p := range parts {
		e, err := m.expr(p, not)
		if err != nil {
			return nil, err
		}
		if e != nil {
			out = append(out, e)
		}
	}
	return out, nil
}

func oneOf(parts []index.Expr) index.Expr {
	switch len(parts) {
	case 0:
		return nil
	case 1:
		return parts[0]
	}
	return &index.Any{Parts: parts}
}

func (m *matcher) all(n *all, not bool) (index.Expr, error) {
	want, err := m.each(n.want, not)
	if err != nil || len(want) == 0 {
		return nil, err
	}
	without, err := m.each(n.not, true)
	if err != nil {
		return nil, err
	}
	if len(want) == 1 && len(without) == 0 {
		return want[0], nil
	}
	return &index.All{Want: want, Not: without}, nil
}

// words gives the expression for words in order. kagome may cut a word that
// stands alone otherwise than in a sentence, above all one that the dictionary
// lacks, so the whole run is looked for as one word too.
func (m *matcher) words(n *words, not bool) index.Expr {
	p := Phrase{Prefix: n.prefix, Title: n.title}
	for _, w := range m.cut.Words(n.text) {
		p.Words = append(p.Words, w.Text)
		if w.Content {
			p.content = append(p.content, w.Text)
		}
		p.stem = w.Surface
	}
	if len(p.Words) == 0 {
		return nil
	}
	phrases := []Phrase{p}
	if whole := corpuswords.Fold(n.text); len(p.Words) > 1 && !strings.ContainsFunc(n.text, unicode.IsSpace) {
		phrases = append(phrases, Phrase{Words: []string{whole}, stem: whole, Prefix: n.prefix, Title: n.title, content: []string{whole}})
	}
	if !not {
		m.phrases = append(m.phrases, phrases...)
	}
	var out []index.Expr
	for _, p := range phrases {
		out = append(out, p.expr())
	}
	return oneOf(out)
}

// expr gives the expression for a phrase. A word that goes on may be the
// beginning of a noun where it looks like an inflected form, so it is taken as
// it was typed too.
func (p *Phrase) expr() index.Expr {
	if !p.Prefix {
		return &index.Phrase{Words: p.Words, Heading: p.Title}
	}
	last := len(p.Words) - 1
	e := &index.Phrase{Words: p.Words[:last], Prefixes: []string{p.Words[last]}, Heading: p.Title}
	if p.stem != p.Words[last] {
		e.Prefixes = append(e.Prefixes, p.stem)
	}
	return e
}
