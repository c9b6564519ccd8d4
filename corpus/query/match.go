package query

import (
	"strings"
	"unicode"

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
	// Expr is an expression for SQLite's FTS5 over the columns title, body,
	// strong and facets. It is empty where the query has no word.
	Expr string
	// Words are those that are looked for, in the text of hits: phrases, of
	// which the last word of some may go on.
	Phrases []Phrase
}

// A Phrase is words in order.
type Phrase struct {
	Words  []string // folded
	Prefix bool     // the last one may go on
	Title  bool     // looked for in headings only
	// Content holds those of the words that carry a subject.
	Content []string

	stem string // the last word as it was typed
}

// Match puts a query into words.
func (q *Query) Match(cut *corpuswords.Cutter, c Corpus) (*Match, error) {
	m := matcher{cut: cut, corpus: c}
	expr, err := m.expr(q.root, false)
	if err != nil {
		return nil, err
	}
	if expr == "" {
		return nil, &Error{Query: q.text, Msg: "there is no word in it", Remedy: "signs alone cannot be looked for; give a word"}
	}
	return &Match{Expr: expr, Phrases: m.phrases}, nil
}

type matcher struct {
	cut     *corpuswords.Cutter
	corpus  Corpus
	phrases []Phrase
}

// expr gives the expression for a node, empty where it has no word. Under a
// NOT the words are not to be marked in hits.
func (m *matcher) expr(n node, not bool) (string, error) {
	switch n := n.(type) {
	case *words:
		return m.words(n, not), nil
	case *series:
		f, err := m.corpus.Series(n.name)
		return facets(f), err
	case *years:
		f, err := m.corpus.Years(n.from, n.to)
		return facets(f), err
	case *either:
		return m.join(n.parts, " OR ", not)
	case *all:
		return m.all(n, not)
	}
	return "", nil
}

func (m *matcher) join(parts []node, operator string, not bool) (string, error) {
	var out []string
	for _, p := range parts {
		e, err := m.expr(p, not)
		if err != nil {
			return "", err
		}
		if e != "" {
			out = append(out, e)
		}
	}
	if len(out) < 2 {
		return strings.Join(out, ""), nil
	}
	return "(" + strings.Join(out, operator) + ")", nil
}

func (m *matcher) all(n *all, not bool) (string, error) {
	want, err := m.join(n.want, " AND ", not)
	if err != nil || want == "" {
		return "", err
	}
	without, err := m.join(n.not, " OR ", true)
	if err != nil || without == "" {
		return want, err
	}
	return "(" + want + " NOT " + without + ")", nil
}

// words gives the expression for words in order. kagome may cut a word that
// stands alone otherwise than in a sentence, above all one that the dictionary
// lacks, so the whole run is looked for as one word too.
func (m *matcher) words(n *words, not bool) string {
	p := Phrase{Prefix: n.prefix, Title: n.title}
	for _, w := range m.cut.Words(n.text) {
		p.Words = append(p.Words, w.Text)
		if w.Content {
			p.Content = append(p.Content, w.Text)
		}
		p.stem = w.Surface
	}
	if len(p.Words) == 0 {
		return ""
	}
	phrases := []Phrase{p}
	if whole := corpuswords.Fold(n.text); len(p.Words) > 1 && !strings.ContainsFunc(n.text, unicode.IsSpace) {
		phrases = append(phrases, Phrase{Words: []string{whole}, stem: whole, Prefix: n.prefix, Title: n.title, Content: []string{whole}})
	}
	if !not {
		m.phrases = append(m.phrases, phrases...)
	}
	var out []string
	for _, p := range phrases {
		out = append(out, p.expr()...)
	}
	if len(out) == 1 {
		return out[0]
	}
	return "(" + strings.Join(out, " OR ") + ")"
}

// expr gives the expressions of which one has to be found.
func (p *Phrase) expr() []string {
	columns := "{title body} : "
	if p.Title {
		columns = "{title} : "
	}
	expr := columns + Quote(strings.Join(p.Words, " "))
	if !p.Prefix {
		return []string{expr}
	}
	// The word goes on, so that what looks like an inflected form may be the
	// beginning of a noun.
	last := len(p.Words) - 1
	if p.stem == p.Words[last] {
		return []string{expr + " *"}
	}
	stem := strings.Join(append(p.Words[:last:last], p.stem), " ")
	return []string{expr + " *", columns + Quote(stem) + " *"}
}

// facets gives the expression for any of the facets; one that stands for
// nothing where there are none.
func facets(list []string) string {
	if len(list) == 0 {
		list = []string{"none"}
	}
	for i, f := range list {
		list[i] = "{facets} : " + Quote(f)
	}
	return "(" + strings.Join(list, " OR ") + ")"
}

// Quote makes a string of FTS5 of the text.
func Quote(text string) string { return `"` + strings.ReplaceAll(text, `"`, `""`) + `"` }

// Strong narrows the expression to the units in which a word of the query is
// marked at the level. It is empty where the query has no word that could be.
func (m *Match) Strong(level int) string {
	var marked []string
	sign := corpuswords.Levels[level].Sign
	for _, p := range m.Phrases {
		for _, w := range p.Content {
			marked = append(marked, "{strong} : "+Quote(sign+w))
		}
	}
	if len(marked) == 0 {
		return ""
	}
	return m.Expr + " AND (" + strings.Join(marked, " OR ") + ")"
}
