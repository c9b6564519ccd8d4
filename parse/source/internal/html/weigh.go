package html

import (
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
var formatting = map[atom.Atom]bool{
	atom.A: true, atom.B: true, atom.Big: true, atom.Code: true, atom.Em: true, atom.Font: true, atom.I: true, atom.Nobr: true,
	atom.S: true, atom.Small: true, atom.Strike: true, atom.Strong: true, atom.Tt: true, atom.U: true,
}

// maxToken is the longest tag or run of text, in bytes.
const maxToken = 4 << 20

// weigh estimates what the tree of a page will take, before it is made: the
// parser itself knows no limit but that of depth.
func weigh(text string, budget *flow.Budget) error {
	z := html.NewTokenizer(strings.NewReader(text))
	z.SetMaxBuf(maxToken)
	open := 0 // formatting elements
	for {
		kind := z.Next()
		switch kind {
		case html.ErrorToken:
			if errors.Is(z.Err(), io.EOF) {
				return nil
			}
			if errors.Is(z.Err(), html.ErrBufferExceeded) {
				return &flow.LimitError{What: "a tag or a run of text in it has too many bytes", Limit: maxToken}
			}
			return z.Err()
		case html.StartTagToken, html.SelfClosingTagToken:
			name, more := z.TagName()
			if formatting[atom.Lookup(name)] {
				open++
			}
			attributes := 0
			for ; more; attributes++ {
				_, _, more = z.TagAttr()
			}
			if err := budget.Element(attributes, len(z.Raw())); err != nil {
				return err
			}
			for range open { // may be opened anew
				if err := budget.Element(0, 0); err != nil {
					return err
				}
			}
		case html.EndTagToken:
			if name, _ := z.TagName(); formatting[atom.Lookup(name)] && open > 0 {
				open--
			}
		case html.TextToken:
			if err := budget.Text(len(z.Raw())); err != nil {
				return err
			}
		}
	}
}
