package difftest

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"shinkyu/parse"
	"shinkyu/parse/marker"
	"shinkyu/parse/source"
)

// A Tree is a document written down by hand or made by a generator.
type Tree struct {
	Title      string
	FiscalYear int
	Content    []*Node
}

// A Node is a section of a tree, or a paragraph where Para is set.
type Node struct {
	ID      string // what a generator knows it by; empty in a tree made by hand
	Marker  string
	Title   string
	Para    string
	Content []*Node
}

// gold is the form of the hand-made trees on disk.
type gold struct {
	Type, Marker, Title, Text string
	Meta                      struct {
		Title      string
		FiscalYear int
	}
	Content []gold
}

// Load reads a hand-made tree.
func Load(path string) (*Tree, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var g gold
	if err := json.Unmarshal(b, &g); err != nil {
		return nil, err
	}
	return &Tree{Title: g.Meta.Title, FiscalYear: g.Meta.FiscalYear, Content: nodes(g.Content)}, nil
}

func nodes(in []gold) []*Node {
	out := make([]*Node, 0, len(in))
	for _, g := range in {
		if g.Type == "section" {
			out = append(out, &Node{Marker: g.Marker, Title: g.Title, Content: nodes(g.Content)})
		} else {
			out = append(out, &Node{Para: g.Text})
		}
	}
	return out
}

// Document writes the tree as a source and gives its parsed form, with every
// span in place, as the parser would.
func (t *Tree) Document(name string) *parse.Document {
	b := &builder{src: &source.Source{Name: name, Format: source.Text, Encoding: "utf-8"}}
	doc := &parse.Document{
		Source: b.src,
		Meta:   parse.Meta{Title: t.Title, FiscalYear: t.FiscalYear},
	}
	b.line(t.Title)
	doc.Content = b.content(t.Content, "")
	b.src.Text = b.text.String()
	return doc
}

type builder struct {
	src  *source.Source
	text strings.Builder
}

// line writes one line and gives its text.
func (b *builder) line(s string) parse.Text {
	sp := source.Span{Start: b.text.Len(), End: b.text.Len() + len(s)}
	b.text.WriteString(s)
	b.text.WriteByte('\n')
	b.src.Lines = append(b.src.Lines, source.Line{Span: sp})
	if s == "" {
		return parse.Text{}
	}
	return parse.Text{String: s, Pieces: []parse.Piece{{Span: sp}}}
}

func (b *builder) content(nodes []*Node, prefix string) []parse.Node {
	var out []parse.Node
	number := 0
	for _, n := range nodes {
		if n.Para != "" {
			for _, p := range strings.Split(n.Para, "\n") {
				out = append(out, &parse.Paragraph{Text: b.line(p)})
			}
			continue
		}
		number++
		out = append(out, b.section(n, prefix, number))
	}
	return out
}

func (b *builder) section(n *Node, prefix string, number int) *parse.Section {
	s := &parse.Section{Path: fmt.Sprintf("%s%d", prefix, number)}
	start := b.text.Len()
	head := n.Marker + n.Title
	whole := b.line(head)
	if n.Marker != "" {
		s.Marker = marker.Marker{Text: n.Marker, Number: number}
	}
	if n.Title != "" {
		s.Title = whole.Slice(len(n.Marker), len(head))
	}
	s.Content = b.content(n.Content, s.Path+"/")
	s.Extent = source.Span{Start: start, End: b.text.Len() - 1}
	return s
}
