package markdown

import (
	"html"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// inline gives the text of a block's inline nodes without their marks. A soft
// break between Japanese characters is nothing, elsewhere a space; a hard
// break is \n.
func (r *reader) inline(n ast.Node) string {
	var b strings.Builder
	r.write(&b, n)
	return b.String()
}

func (r *reader) write(b *strings.Builder, n ast.Node) {
	for k := n.FirstChild(); k != nil; k = k.NextSibling() {
		switch k := k.(type) {
		case *ast.Text:
			b.WriteString(unescape(string(k.Segment.Value(r.data)), k.IsRaw()))
			switch {
			case k.HardLineBreak():
				b.WriteByte('\n')
			case k.SoftLineBreak() && !r.joins(b.String(), k):
				b.WriteByte(' ')
			}
		case *ast.String:
			b.Write(k.Value)
		case *ast.AutoLink:
			b.Write(k.Label(r.data))
		case *ast.RawHTML:
			if tag := strings.ToLower(string(k.Segments.Value(r.data))); strings.HasPrefix(tag, "<br") {
				b.WriteByte('\n')
			}
		case *east.FootnoteLink, *east.FootnoteBacklink:
		default:
			r.write(b, k)
		}
	}
}

// joins reports whether the line break after a text stands between Japanese.
func (r *reader) joins(before string, t *ast.Text) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	rest := strings.TrimLeft(string(r.data[t.Segment.Stop:min(len(r.data), t.Segment.Stop+64)]), " \t\r\n>")
	next, _ := utf8.DecodeRuneInString(rest)
	return last >= 0x2E80 && next >= 0x2E80
}

// unescape undoes backslashes and entities.
func unescape(s string, raw bool) string {
	if raw || !strings.ContainsAny(s, "\\&") {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) && strings.IndexByte("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", s[i+1]) >= 0 {
			i++
		}
		b.WriteByte(s[i])
	}
	return html.UnescapeString(b.String())
}
