package render

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"shinkyu/parse"
	"shinkyu/parse/render/column"
	"shinkyu/parse/render/lang"
)

// explainRunes is how much of each line is shown, in characters: enough to
// know the line again.
const explainRunes = 30

// Explain writes every line of the source with what it was taken for and why:
//
//	12  heading        １ 基本的な考え方
//	                   because …
func Explain(w io.Writer, d *parse.Document, l lang.Lang) error {
	b := bufio.NewWriter(w)
	digits := len(fmt.Sprint(len(d.Source.Lines)))
	page := 0
	for _, t := range d.Trace {
		line := d.Source.Lines[t.Line-1]
		if n := d.PageAt(line.Span.Start); n != page {
			page = n
			fmt.Fprintf(b, "── %s ──\n", msgPage.Format(l, page))
		}
		text := strings.TrimRight(column.Visible(d.Source.Slice(line.Span)), " \u3000")
		lead := fmt.Sprintf("%*d  %s", digits, t.Line, column.Pad(roleName(t.Role, l), 15))
		fmt.Fprintln(b, strings.TrimRight(lead+column.Head(text, explainRunes), " "))
		if t.Why != "" && t.Role != parse.LineBlank {
			fmt.Fprintf(b, "%*s  %s%s %s\n", digits, "", strings.Repeat(" ", 15), "←", column.Visible(Reason(t.Why, l)))
		}
	}
	return b.Flush()
}

func roleName(r parse.LineRole, l lang.Lang) string {
	if m, ok := roleNames[r]; ok {
		return m.In(l)
	}
	return string(r)
}

var msgPage = lang.Text{JA: "%d頁", EN: "page %d"}

// roleNames are the roles in words.
var roleNames = map[parse.LineRole]lang.Text{
	parse.LineBlank:     {JA: "空行", EN: "blank"},
	parse.LineFront:     {JA: "表題部", EN: "title block"},
	parse.LineFurniture: {JA: "頁の飾り", EN: "furniture"},
	parse.LineHeading:   {JA: "見出し", EN: "heading"},
	parse.LineItem:      {JA: "項目", EN: "item"},
	parse.LineCaption:   {JA: "題名", EN: "caption"},
	parse.LineParagraph: {JA: "新しい段落", EN: "new paragraph"},
	parse.LineWrap:      {JA: "折返し", EN: "wrap"},
	parse.LineTable:     {JA: "表", EN: "table"},
	parse.LineNote:      {JA: "注", EN: "note"},
}
