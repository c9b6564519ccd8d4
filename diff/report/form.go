package report

import (
	"strings"

	"shinkyu/parse"
	"shinkyu/parse/render/lang"
	"shinkyu/parse/source"
)

var formatNames = map[source.Format]text{
	source.Text:     say("テキスト", "text"),
	source.Markdown: say("Markdown", "Markdown"),
	source.HTML:     say("HTML", "HTML"),
	source.Docx:     say("Word", "Word"),
	source.PDF:      say("PDF", "PDF"),
	source.EGovXML:  say("法令標準XML", "e-Gov law XML"),
}

// Form says in what form a document was read: format, encoding, lines and
// pages.
func Form(d *parse.Document, l lang.Lang) string {
	s := d.Source
	name, ok := formatNames[s.Format]
	if !ok {
		name = say(string(s.Format), string(s.Format))
	}
	parts := []string{name.In(l)}
	if s.Encoding != "" {
		parts = append(parts, strings.ToUpper(s.Encoding))
	}
	parts = append(parts, msgLineCount.Format(l, len(s.Lines)))
	if n := d.Pages(); n > 0 {
		parts = append(parts, msgPageCount.Format(l, n))
	}
	return strings.Join(parts, msgListComma.In(l))
}
