package query

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"shinkyu/parse/era"
)

// Limits of a query: nobody types more, and SQLite takes no deeper nesting.
const (
	maxLength = 2000 // characters
	maxLeaves = 100
	maxDepth  = 30
)

// filters are the names before a colon, and what reads their value.
var filters = map[string]func(p *parser, value lexeme) (node, error){
	"title":  (*parser).title,
	"series": (*parser).series,
	"year":   (*parser).years,
}

// Parse reads a query. Every error is an [*Error].
func Parse(text string) (*Query, error) {
	p := &parser{query: text}
	if utf8.RuneCountInString(text) > maxLength {
		return nil, p.fail(lexeme{}, "it is longer than 2000 characters", "look for fewer words")
	}
	p.lexemes = scan(strings.ToValidUTF8(text, " "))
	root, err := p.either(0)
	if err != nil {
		return nil, err
	}
	if l := p.peek(); l.kind != end {
		return nil, p.fail(l, "a bracket is closed that was not opened", "take it away, or put the text in quotes")
	}
	if root == nil {
		return nil, p.fail(lexeme{}, "there is nothing to look for", "give a word, or a \"phrase\"")
	}
	return &Query{root: root, text: text}, nil
}

type parser struct {
	query   string
	lexemes []lexeme
	pos     int
	leaves  int
}

func (p *parser) fail(l lexeme, msg, remedy string) error {
	return &Error{Query: p.query, Column: l.at, Msg: msg, Remedy: remedy}
}

func (p *parser) peek() lexeme { return p.lexemes[p.pos] }

func (p *parser) next() lexeme {
	l := p.lexemes[p.pos]
	if l.kind != end {
		p.pos++
	}
	return l
}

// operator takes the next lexeme if it is this operator.
func (p *parser) operator(name string) bool {
	if l := p.peek(); l.kind == plain && l.text == name {
		p.pos++
		return true
	}
	return false
}

// either reads alternatives. It gives nil where there is nothing.
func (p *parser) either(depth int) (node, error) {
	if depth > maxDepth {
		return nil, p.fail(p.peek(), "the brackets are nested too deep", "nest them less than 30 deep")
	}
	var parts []node
	for {
		n, err := p.all(depth)
		if err != nil {
			return nil, err
		}
		if n != nil {
			parts = append(parts, n)
		}
		if !p.operator("OR") {
			break
		}
	}
	switch len(parts) {
	case 0:
		return nil, nil
	case 1:
		return parts[0], nil
	}
	return &either{parts}, nil
}

// all reads what has to be found together.
func (p *parser) all(depth int) (node, error) {
	a := &all{}
	from := p.peek()
	for {
		if p.operator("AND") {
			continue
		}
		not := false
		for p.operator("NOT") || p.peek().kind == minus && p.next().kind == minus {
			not = !not
		}
		n, err := p.leaf(depth)
		switch {
		case err != nil:
			return nil, err
		case n == nil && p.stops():
			return a.simple(p, from)
		case n == nil:
		case not:
			a.not = append(a.not, n)
		default:
			a.want = append(a.want, n)
		}
	}
}

// stops reports whether nothing more of this level follows.
func (p *parser) stops() bool {
	l := p.peek()
	return l.kind == end || l.kind == shut || l.kind == plain && l.text == "OR"
}

func (a *all) simple(p *parser, at lexeme) (node, error) {
	switch {
	case len(a.want) == 0 && len(a.not) > 0:
		return nil, p.fail(at, "NOT has nothing to take away from", "give a word that is to be found")
	case len(a.want) == 0:
		return nil, nil
	case len(a.want) == 1 && len(a.not) == 0:
		return a.want[0], nil
	}
	return a, nil
}

// leaf reads one thing to look for, nil where there is none.
func (p *parser) leaf(depth int) (node, error) {
	l := p.peek()
	if p.stops() {
		return nil, nil
	}
	p.next()
	switch l.kind {
	case open:
		n, err := p.either(depth + 1)
		if err != nil {
			return nil, err
		}
		if p.next().kind != shut {
			return nil, p.fail(l, "the bracket is not closed", "close it, or put the text in quotes")
		}
		return n, nil
	case star, minus:
		return nil, nil // of no word
	}
	if p.leaves++; p.leaves > maxLeaves {
		return nil, p.fail(l, "there are more than 100 words", "look for fewer words")
	}
	if read, ok := filters[strings.TrimSuffix(l.text, ":")]; ok && l.kind == plain && strings.HasSuffix(l.text, ":") {
		v := p.peek()
		if v.kind != plain && v.kind != quoted || !v.joint {
			return nil, p.fail(l, l.text+" has no value", "write it right behind the colon")
		}
		return read(p, p.next())
	}
	return &words{text: l.text, prefix: p.star()}, nil
}

// star takes a star that stands right behind text.
func (p *parser) star() bool {
	if l := p.peek(); l.kind == star && l.joint {
		p.pos++
		return true
	}
	return false
}

func (p *parser) title(value lexeme) (node, error) {
	return &words{text: value.text, prefix: p.star(), title: true}, nil
}

func (p *parser) series(value lexeme) (node, error) {
	p.star() // a name is found by any part of it
	return &series{value.text}, nil
}

func (p *parser) years(value lexeme) (node, error) {
	from, to := value.text, value.text
	for _, sign := range []string{"..", "〜", "～", "-"} {
		if a, b, ok := strings.Cut(value.text, sign); ok {
			from, to = a, b
			break
		}
	}
	y := &years{}
	var ok1, ok2 bool
	y.from, ok1 = year(from)
	y.to, ok2 = year(to)
	if !ok1 || !ok2 || from == "" && to == "" {
		return nil, p.fail(value, "this is no year: "+value.text, "write year:2024, year:2018..2024 or year:令和6年度")
	}
	return y, nil
}

// year reads a year of either calendar; the empty text is an open end, 0.
func year(text string) (int, bool) {
	if text == "" {
		return 0, true
	}
	if n, ok := era.Number(text); ok {
		return n, n > 0 && n < 10000
	}
	for _, suffix := range []string{"", "年", "年度"} {
		for _, e := range era.Scan(text + suffix) {
			if e.Start == 0 && e.End == len(text+suffix) && len(e.EDTF) >= 4 {
				n, err := strconv.Atoi(e.EDTF[:4])
				return n, err == nil
			}
		}
	}
	return 0, false
}
