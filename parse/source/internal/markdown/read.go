// Package markdown reads CommonMark with GitHub's tables and footnotes:
// headings, paragraphs, lists with the numbers as written, tables.
package markdown

import (
	"errors"
	"strconv"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"shinkyu/parse/source/internal/flow"
	"shinkyu/parse/source/internal/html"
)

// Read reads the text of a Markdown file within limits; those of memory and of
// a tag are of HTML in it.
func Read(src string, limits flow.Limits) (*flow.Doc, error) {
	data, front := frontMatter(src)
	if err := errors.Join(checkNesting(data, limits.Depth), checkSigns(data, limits.Depth)); err != nil {
		return nil, err
	}
	md := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.Footnote))
	r := &reader{doc: &flow.Doc{}, data: []byte(data), limits: limits}
	if front != "" {
		r.doc.Add(flow.Block{Kind: flow.Furniture, Text: strings.TrimRight(front, "\r\n"), Why: "front matter"})
		r.doc.Title = frontTitle(front)
	}
	root := md.Parser().Parse(text.NewReader(r.data))
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		if err := r.block(n, 0); err != nil {
			return nil, err
		}
	}
	return r.doc, nil
}

// checkNesting refuses text of which a line begins too deep in quotations and
// lists, by its signs or by its indentation: goldmark takes the square of the
// depth for it. Real documents have some ten levels, so a quarter of what is
// granted to the elements of HTML and XML is much.
func checkNesting(data string, maxDepth int) error {
	for line := range strings.Lines(data) {
		deep := 0.0
		for i := 0; i < len(line) && deep <= float64(maxDepth)/4; i++ {
			switch line[i] {
			case '>':
				deep++
			case '-', '+', '*':
				if i+1 < len(line) && line[i+1] != ' ' && line[i+1] != '\t' {
					i = len(line)
				}
				deep++
			case ' ':
				deep += .5
			case '\t':
				deep += 2
			default:
				i = len(line)
			}
		}
		if deep > float64(maxDepth)/4 {
			return &flow.LimitError{What: "its blocks are nested too deep", Limit: int64(maxDepth) / 4, Flag: "--max-depth"}
		}
	}
	return nil
}

// checkSigns refuses text with too many signs of emphasis in lines without an
// empty one between them. Each may begin one in the other, and goldmark takes
// the square of their number where they match no others; ten to a level that
// elements may have is much.
func checkSigns(data string, maxDepth int) error {
	maxSigns := 10 * maxDepth
	signs := 0
	for line := range strings.Lines(data) {
		if strings.TrimSpace(line) == "" {
			signs = 0
			continue
		}
		if signs += strings.Count(line, "*") + strings.Count(line, "_") + strings.Count(line, "~"); signs > maxSigns {
			return &flow.LimitError{What: "a paragraph of it has too many signs of emphasis", Limit: int64(maxSigns), Flag: "--max-depth"}
		}
	}
	return nil
}

// frontMatter cuts off the YAML between --- lines at the head of a file.
func frontMatter(src string) (body, front string) {
	if !strings.HasPrefix(src, "---\n") && !strings.HasPrefix(src, "---\r\n") {
		return src, ""
	}
	at := strings.IndexByte(src, '\n') + 1
	for at < len(src) {
		end := strings.IndexByte(src[at:], '\n')
		if end < 0 {
			return src, ""
		}
		line := strings.TrimRight(src[at:at+end], "\r")
		at += end + 1
		if line == "---" || line == "..." {
			return src[at:], src[:at]
		}
		if line != "" && !strings.ContainsAny(line, ":-#") && line[0] != ' ' {
			return src, "" // prose between two rules
		}
	}
	return src, ""
}

type reader struct {
	doc    *flow.Doc
	data   []byte
	limits flow.Limits
	marker string // of the next paragraph in a list item
	level  int
}

func (r *reader) block(n ast.Node, depth int) error {
	if depth > r.limits.Depth {
		return &flow.LimitError{What: "its blocks are nested too deep", Limit: int64(r.limits.Depth), Flag: "--max-depth"}
	}
	switch n := n.(type) {
	case *ast.Heading:
		r.doc.Add(flow.Block{
			Kind: flow.Heading, Level: n.Level, Why: "h" + strconv.Itoa(n.Level),
			Text: strings.ReplaceAll(strings.TrimSpace(r.inline(n)), "\n", ""),
		})
		return nil
	case *ast.Paragraph, *ast.TextBlock:
		r.paragraph(n)
		return nil
	case *ast.List:
		return r.list(n, depth)
	case *ast.HTMLBlock:
		return r.html(n)
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		r.doc.Add(flow.Block{Kind: flow.Plain, Text: strings.TrimRight(r.lines(n), "\n")})
		return nil
	case *east.Table:
		r.table(n)
		return nil
	case *east.Footnote:
		from := len(r.doc.Blocks)
		if err := r.children(n, depth); err != nil {
			return err
		}
		for i := range r.doc.Blocks[from:] {
			b := &r.doc.Blocks[from+i]
			b.Kind, b.Why = flow.Note, "footnote"
			if i == 0 {
				b.Marker, b.Gap = strconv.Itoa(n.Index), " "
			}
		}
		return nil
	}
	return r.children(n, depth)
}

func (r *reader) children(n ast.Node, depth int) error {
	for k := n.FirstChild(); k != nil; k = k.NextSibling() {
		if err := r.block(k, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// paragraph writes a paragraph; a hard break begins a new one.
func (r *reader) paragraph(n ast.Node) {
	for line := range strings.SplitSeq(r.inline(n), "\n") {
		b := flow.Block{Kind: flow.Paragraph, Level: r.level, Text: strings.TrimSpace(line)}
		if r.marker != "" {
			b.Kind, b.Level, b.Marker, b.Gap, b.Why = flow.Item, r.level, r.marker, " ", "list"
			r.marker = ""
			if b.Marker == "・" && html.HasOwnMarker(b.Text, b.Marker) {
				b.Marker, b.Gap = "", ""
			}
		}
		r.doc.Add(b)
	}
}

// list writes the items with the numbers that a reader sees: the first as
// written, the others counted on (CommonMark 5.3).
func (r *reader) list(l *ast.List, depth int) error {
	if isContents(l) {
		r.contents(l)
		return nil
	}
	n := l.Start
	outer := r.level
	r.level++
	for k := l.FirstChild(); k != nil; k = k.NextSibling() {
		r.marker = "・"
		if l.IsOrdered() {
			r.marker = strconv.Itoa(n) + string(l.Marker)
			n++
		}
		if err := r.children(k, depth+1); err != nil {
			return err
		}
		r.marker = ""
	}
	r.level = outer
	return nil
}

func (r *reader) table(t *east.Table) {
	b := flow.Block{Kind: flow.Table, Level: r.level, Why: "table"}
	for row := t.FirstChild(); row != nil; row = row.NextSibling() {
		var cells []string
		for c := row.FirstChild(); c != nil; c = c.NextSibling() {
			cells = append(cells, strings.TrimSpace(r.inline(c)))
		}
		b.Rows = append(b.Rows, cells)
	}
	r.doc.Add(b)
}

// html reads a block of HTML as the HTML reader does.
func (r *reader) html(n ast.Node) error {
	doc, err := html.Read(r.lines(n), r.limits)
	if err != nil {
		return err
	}
	r.doc.Blocks = append(r.doc.Blocks, doc.Blocks...)
	return nil
}

func (r *reader) lines(n ast.Node) string {
	return string(n.Lines().Value(r.data))
}

// isContents is true of a list of links to headings of the same file.
func isContents(l *ast.List) bool {
	links, others := 0, 0
	_ = ast.Walk(l, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.Link:
			if entering && strings.HasPrefix(string(n.Destination), "#") {
				links++
			} else if entering {
				others++
			}
			return ast.WalkSkipChildren, nil
		case *ast.Text:
			if entering {
				others++
			}
		}
		return ast.WalkContinue, nil
	})
	return links >= 3 && others == 0
}

// contents sets a list of contents aside, a line an entry.
func (r *reader) contents(l *ast.List) {
	var lines []string
	_ = ast.Walk(l, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if n.Kind() != ast.KindLink {
			return ast.WalkContinue, nil
		}
		if entering {
			lines = append(lines, r.inline(n))
		}
		return ast.WalkSkipChildren, nil
	})
	r.doc.Add(flow.Block{Kind: flow.Furniture, Text: strings.Join(lines, "\n"), Why: "contents"})
}
