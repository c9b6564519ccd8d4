package docx

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"

	"shinkyu/parse/source/internal/flow"
)

// A node is an element, or a run of text where name is empty. Names are local:
// the transitional and the strict namespace say the same.
type node struct {
	name  string
	attrs []xml.Attr
	text  string
	kids  []*node
}

// errNodes is XML of more elements than there is memory for.
var errNodes = errors.New("it has too many elements")

// parse makes nodes of XML, of which nodes may still be made, and counts them.
func parse(data []byte, maxDepth int, nodes *int64) (*node, error) {
	dec := xml.NewDecoder(bytes.NewReader(data))
	dec.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	root := &node{name: "#root"}
	stack := []*node{root}
	for {
		tok, err := dec.RawToken()
		if err == io.EOF && len(stack) > 1 {
			err = io.ErrUnexpectedEOF
		} else if err == io.EOF {
			return root, nil
		}
		if err != nil {
			return nil, err
		}
		top := stack[len(stack)-1]
		switch t := tok.(type) {
		case xml.StartElement:
			if len(stack) > maxDepth {
				return nil, flow.DepthError(maxDepth)
			}
			if *nodes -= 1 + int64(len(t.Attr)); *nodes < 0 {
				return nil, errNodes
			}
			n := &node{name: t.Name.Local, attrs: t.Attr}
			top.kids = append(top.kids, n)
			stack = append(stack, n)
		case xml.EndElement:
			if len(stack) == 1 || top.name != t.Name.Local {
				return nil, &xml.SyntaxError{Msg: "unexpected end element </" + t.Name.Local + ">", Line: 1 + bytes.Count(data[:dec.InputOffset()], []byte("\n"))}
			}
			stack = stack[:len(stack)-1]
		case xml.CharData:
			if top.name == "t" || top.name == "delText" || top.name == "title" {
				top.kids = append(top.kids, &node{text: string(t)})
			}
		}
	}
}

// attr gives an attribute by its local name. All methods take a nil node for
// one that has nothing.
func (n *node) attr(name string) string {
	if n == nil {
		return ""
	}
	for _, a := range n.attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// val gives the val attribute of a child: <w:numId w:val="3"/>.
func (n *node) val(child string) string { return n.child(child).attr("val") }

// on reads a switch: <w:vanish/> and w:val="1" are on, w:val="0" is off.
func (n *node) on(child string) bool {
	c := n.child(child)
	v := c.attr("val")
	return c != nil && v != "0" && v != "false" && v != "off"
}

func (n *node) child(name string) *node {
	if n == nil {
		return nil
	}
	for _, k := range n.kids {
		if k.name == name {
			return k
		}
	}
	return nil
}

// all gives the elements of that name below, outermost only.
func (n *node) all(name string) []*node {
	if n == nil {
		return nil
	}
	var out []*node
	for _, k := range n.kids {
		if k.name == name {
			out = append(out, k)
		} else {
			out = append(out, k.all(name)...)
		}
	}
	return out
}

// path follows children by name.
func (n *node) path(names ...string) *node {
	for _, name := range names {
		n = n.child(name)
	}
	return n
}
