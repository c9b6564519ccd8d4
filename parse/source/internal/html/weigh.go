package html

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"shinkyu/parse/source/internal/flow"
)

// formatting are the elements that a parser opens anew in every block until
// they are closed (HTML, 13.2.4.3, "the list of active formatting elements"):
// some thousand of them before as many paragraphs are millions of nodes.
var formatting = atoms(atom.A, atom.B, atom.Big, atom.Code, atom.Em, atom.Font, atom.I, atom.Nobr,
	atom.S, atom.Small, atom.Strike, atom.Strong, atom.Tt, atom.U)

// weigh estimates what the tree of a page will take, before it is made: the
// parser itself knows no limit but that of depth. It gives places where the page
// can be cut, so many bytes apart at least.
func weigh(text string, limits flow.Limits, apart int) ([]cut, error) {
	z := html.NewTokenizer(strings.NewReader(text))
	z.SetMaxBuf(int(limits.Token))
	s := scale{budget: flow.NewBudget(limits.Memory)}
	c := cutter{least: apart}
	for at := 0; ; {
		kind := z.Next()
		raw := z.Raw()
		if kind == html.ErrorToken {
			break
		}
		t := token{kind: kind, raw: raw}
		if kind == html.StartTagToken || kind == html.SelfClosingTagToken || kind == html.EndTagToken {
			t.read(z)
		}
		c.add(t, at)
		s.mended = c.outline.untidy
		if err := s.add(t); err != nil {
			return nil, err
		}
		at += len(raw)
	}
	switch err := z.Err(); {
	case errors.Is(err, io.EOF):
		return c.cuts, nil
	case errors.Is(err, html.ErrBufferExceeded):
		return nil, flow.TokenError(limits.Token)
	default:
		return nil, err
	}
}

// A token is a tag, a text or a comment.
type token struct {
	kind       html.TokenType
	raw        []byte // as written, until the next token
	name       atom.Atom
	attributes int
}

// read reads the tag that z stands at.
func (t *token) read(z *html.Tokenizer) {
	name, more := z.TagName()
	t.name = atom.Lookup(name)
	if t.kind != html.EndTagToken && t.name == atom.Noscript {
		z.NextIsNotRawText() // as the parser does where no scripts run
	}
	for ; more; t.attributes++ {
		_, _, more = z.TagAttr()
	}
}

// A scale takes what the nodes of a page need from a budget.
type scale struct {
	budget *flow.Budget
	open   int  // formatting elements
	mended bool // the page cannot be cut any more: the parser's own tree is added to ours
	other  bool // in what follows tags can hide from whoever does not parse it all
}

// What a node takes where a page is read in pieces, and where it is read whole,
// and what a paragraph takes beside its nodes, in bytes.
const (
	nodeBytes      = 96
	mendedBytes    = 224
	blockBytes     = 256
	attributeBytes = 192
)

// nodes takes some nodes with attributes of some bytes in all.
func (s *scale) nodes(n, attributes, bytes int) error {
	each := nodeBytes
	if s.mended {
		each = mendedBytes
	}
	return s.budget.Take(int64(n*each + attributes*attributeBytes + 2*bytes))
}

func (s *scale) add(t token) error {
	switch t.kind {
	case html.StartTagToken, html.SelfClosingTagToken:
		if formatting[t.name] {
			s.open++
		}
		s.other = s.other || t.name == atom.Svg || t.name == atom.Math
		again := 0
		if s.mended {
			again = s.open // may be opened anew
		}
		if isBlock[t.name] || t.name == atom.Br || t.name == atom.Li {
			if err := s.budget.Take(blockBytes); err != nil {
				return err
			}
		}
		if err := s.nodes(1+again, t.attributes, len(t.raw)); err != nil {
			return err
		}
	case html.EndTagToken:
		if formatting[t.name] && s.open > 0 {
			s.open--
		}
	default:
		if err := s.nodes(1, 0, len(t.raw)); err != nil {
			return err
		}
	}
	if s.other { // each may be a tag of another namespace and a text after it
		return s.nodes(3*bytes.Count(t.raw, []byte("<")), 0, 0)
	}
	return nil
}
