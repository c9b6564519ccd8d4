package query

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A kind is a kind of lexeme.
type kind int

const (
	end kind = iota
	open
	shut
	quoted // text between quotes
	plain  // a run without space, bracket or quote
	star   // right after text
	minus  // right before text
)

type lexeme struct {
	kind  kind
	text  string
	at    int  // in characters, from 1
	joint bool // no space between it and the lexeme before
}

// quotes are the signs that begin a phrase, and what ends it.
var quotes = map[rune]string{
	'"': "\"＂”“", '＂': "\"＂", '“': "”“\"", '”': "”“\"", '「': "」", '『': "』",
}

type scanner struct {
	text  string
	pos   int // bytes
	at    int // characters before pos
	joint bool
}

// scan cuts a query into lexemes. A quote that is not ended goes on to the end
// of the query.
func scan(text string) []lexeme {
	s := scanner{text: text}
	var out []lexeme
	for {
		s.spaces()
		l := s.next()
		if l.kind == end {
			return append(out, l)
		}
		out = append(out, l)
		s.joint = true
	}
}

func (s *scanner) spaces() {
	for s.pos < len(s.text) {
		r, n := utf8.DecodeRuneInString(s.text[s.pos:])
		if !unicode.IsSpace(r) && !unicode.IsControl(r) {
			return
		}
		s.joint = false
		s.take(n)
	}
}

// take goes n bytes ahead and gives them.
func (s *scanner) take(n int) string {
	t := s.text[s.pos : s.pos+n]
	s.pos += n
	s.at += utf8.RuneCountInString(t)
	return t
}

func (s *scanner) next() lexeme {
	l := lexeme{at: s.at + 1, joint: s.joint}
	if s.pos == len(s.text) {
		return l
	}
	r, n := utf8.DecodeRuneInString(s.text[s.pos:])
	closers, isQuote := quotes[r]
	switch {
	case r == '(' || r == '（':
		l.kind = open
		s.take(n)
	case r == ')' || r == '）':
		l.kind = shut
		s.take(n)
	case r == '*' || r == '＊':
		l.kind = star
		s.take(n)
	case (r == '-' || r == '－') && !s.joint:
		l.kind = minus
		s.take(n)
	case isQuote:
		l.kind = quoted
		s.take(n)
		l.text = s.until(func(r rune) bool { return strings.ContainsRune(closers, r) })
		if s.pos < len(s.text) {
			_, n := utf8.DecodeRuneInString(s.text[s.pos:])
			s.take(n)
		}
	default:
		l.kind = plain
		l.text = s.plain()
	}
	return l
}

// until takes the text before the first rune that stop wants.
func (s *scanner) until(stop func(rune) bool) string {
	n := strings.IndexFunc(s.text[s.pos:], stop)
	if n < 0 {
		n = len(s.text) - s.pos
	}
	return s.take(n)
}

// plain takes a run of text. The colon of a filter ends it, and belongs to it.
func (s *scanner) plain() string {
	rest := s.text[s.pos:]
	for name := range filters {
		if n := prefixFold(rest, name); n > 0 {
			return strings.ToLower(strings.TrimRight(s.take(n), ":：")) + ":"
		}
	}
	first := true
	return s.until(func(r rune) bool {
		stop := !first && (unicode.IsSpace(r) || unicode.IsControl(r) || strings.ContainsRune("()（）*＊", r) || quotes[r] != "")
		first = false
		return stop
	})
}

// prefixFold gives the length of name and a colon at the start of text, 0
// where it does not start so.
func prefixFold(text, name string) int {
	if len(text) <= len(name) || !strings.EqualFold(text[:len(name)], name) {
		return 0
	}
	for _, colon := range []string{":", "："} {
		if strings.HasPrefix(text[len(name):], colon) {
			return len(name) + len(colon)
		}
	}
	return 0
}
