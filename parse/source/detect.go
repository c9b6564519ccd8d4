package source

import (
	"bytes"
	"path/filepath"
	"strings"

	"shinkyu/parse/lazy"
)

// A magic is how the files of a kind begin.
type magic struct {
	prefix string
	kind   string // for the message
	remedy string
}

// foreign are kinds that hold documents and are not read.
var foreign = []magic{
	{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an Office file of before 2007, or one with a password", "save it as .docx or PDF without a password"},
	{"{\\rtf", "an RTF file", "save it as .docx or PDF"},
	{"\x89PNG\r\n\x1a\n", "a PNG image", "read its text with OCR first"},
	{"\xFF\xD8\xFF", "a JPEG image", "read its text with OCR first"},
	{"GIF8", "a GIF image", "read its text with OCR first"},
	{"II*\x00", "a TIFF image", "read its text with OCR first"},
	{"MM\x00*", "a TIFF image", "read its text with OCR first"},
	{"\x1F\x8B", "a gzip archive", "unpack it first"},
	{"7z\xBC\xAF\x27\x1C", "a 7z archive", "unpack it first"},
	{"Rar!", "a RAR archive", "unpack it first"},
	{"SQLite format 3\x00", "an SQLite file", "name a corpus with --db"},
}

// binaryFormat tells the kinds that are no text: PDF and Word by their first
// bytes, others that are known and not read by an error. The empty format
// means text of some kind.
func binaryFormat(name string, data []byte) (Format, error) {
	switch {
	case bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-")):
		return PDF, nil // ISO 32000 lets 1,024 bytes of other matter stand before the header
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		return Docx, nil
	}
	for _, m := range foreign {
		if bytes.HasPrefix(data, []byte(m.prefix)) {
			return "", &Error{Name: name, Msg: "it is " + m.kind + ", which is not read", Remedy: m.remedy}
		}
	}
	return "", nil
}

var (
	lawXML   = lazy.Pattern(`<Law(\s[^>]*)?>\s*(<LawNum|<LawBody)`)
	htmlHead = lazy.Pattern(`(?i)^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<(!doctype\s+html|html|head|body|meta|title)\b`)
	htmlTag  = lazy.Pattern(`(?i)</(p|div|h[1-6]|li|ul|ol|td|tr|table|span|a|strong|b)>|<br\s*/?>`)

	mdHeading = lazy.Pattern(`(?m)^#{1,6}[ \t]+\S`)
	mdOther   = lazy.Pattern("(?m)^\\|?[ \\t]*:?-{3,}:?[ \\t]*\\||^```|\\]\\([^)\\s]+\\)|\\*\\*\\S|^[ \\t]*[-*] \\S")
)

// textFormat tells the kinds of text apart. A large file is judged by its
// head.
func textFormat(name, text string) Format {
	head := text[:min(len(text), 64<<10)]
	if strings.HasPrefix(strings.TrimLeft(head, " \t\r\n"), "<") {
		switch {
		case lawXML().MatchString(head):
			return EGovXML
		case htmlHead().MatchString(head), len(htmlTag().FindAllStringIndex(head, 3)) >= 2:
			return HTML
		}
	}
	headings := 0
	if strings.Contains(head, "#") { // seldom: most text is spared the search
		headings = len(mdHeading().FindAllStringIndex(head, 2))
	}
	switch ext := strings.ToLower(filepath.Ext(name)); {
	case ext == ".md" || ext == ".markdown":
		return Markdown
	case headings >= 2, headings == 1 && mdOther().MatchString(head):
		return Markdown
	}
	return Text
}
