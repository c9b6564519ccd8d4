package docx

import (
	"shinkyu/diff/report/layout"
	"shinkyu/parse/render/lang"
)

const (
	nsW = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	nsR = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
)

// The fonts. 游明朝 and 游ゴシック come with Word and Windows, ＭＳ 明朝 and
// ＭＳ ゴシック with older ones; fontTable.xml names them as the ones to take
// instead, and by their family says what to take where neither is there.
const (
	mincho = "游明朝"
	gothic = "游ゴシック"
)

// western is the language of Latin letters in the text. Were it Japanese, words
// of them would be broken at any letter.
const western = "en-US"

// The parts in the order of their relation ids.
const (
	partDocument = iota
	partStyles
	partSettings
	partFonts
	partHeader
	partFooter
	partComments
)

// assemble gives all parts around a document's body.
func assemble(r *layout.Report, body, comments []byte) []part {
	parts := []part{
		partDocument: {"word/document.xml", word + "document.main+xml", office + "officeDocument", body},
		partStyles:   {"word/styles.xml", word + "styles+xml", office + "styles", styles()},
		partSettings: {"word/settings.xml", word + "settings+xml", office + "settings", settings()},
		partFonts:    {"word/fontTable.xml", word + "fontTable+xml", office + "fontTable", fonts()},
		partHeader:   {"word/header1.xml", word + "header+xml", office + "header", pageHeader(r)},
		partFooter:   {"word/footer1.xml", word + "footer+xml", office + "footer", pageFooter()},
	}
	if comments != nil {
		parts = append(parts, part{"word/comments.xml", word + "comments+xml", office + "comments", comments})
	}
	return append(parts,
		part{
			"docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml",
			packages + "relationships/metadata/core-properties", core(r),
		},
		part{
			"docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml",
			office + "extended-properties", app(),
		})
}

// core says what the document is about. It has no dates.
func core(r *layout.Report) []byte {
	w := &writer{}
	w.WriteString(header)
	w.open("cp:coreProperties",
		"xmlns:cp", packages+"metadata/core-properties", "xmlns:dc", "http://purl.org/dc/elements/1.1/")
	element := func(name, s string) {
		w.open(name)
		w.text(s)
		w.close(name)
	}
	element("dc:title", r.Title)
	element("dc:subject", r.Old.Title+" / "+r.New.Title)
	element("dc:creator", "shinkyu")
	element("dc:language", language(r.Lang))
	w.close("cp:coreProperties")
	return w.Bytes()
}

func app() []byte {
	w := &writer{}
	w.WriteString(header)
	w.open("Properties", "xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties")
	w.WriteString("<Application>shinkyu</Application>")
	w.close("Properties")
	return w.Bytes()
}

func language(l lang.Lang) string {
	if l == lang.Japanese {
		return "ja-JP"
	}
	return "en-US"
}

// settings ask for the line breaking of Japanese (kinsoku), and for the
// behaviour of a current Word, not of an old one.
func settings() []byte {
	w := &writer{}
	w.WriteString(header)
	w.open("w:settings", "xmlns:w", nsW)
	w.empty("w:zoom", "w:percent", "100")
	w.val("w:defaultTabStop", "840")
	w.val("w:characterSpacingControl", "compressPunctuation")
	w.open("w:compat")
	w.empty("w:compatSetting", "w:name", "compatibilityMode", "w:uri", "http://schemas.microsoft.com/office/word", "w:val", "15")
	w.close("w:compat")
	w.empty("w:themeFontLang", "w:val", western, "w:eastAsia", "ja-JP")
	w.val("w:decimalSymbol", ".")
	w.val("w:listSeparator", ",")
	w.close("w:settings")
	return w.Bytes()
}

func fonts() []byte {
	w := &writer{}
	w.WriteString(header)
	w.open("w:fonts", "xmlns:w", nsW)
	for _, f := range []struct{ name, alt, family string }{
		{mincho, "ＭＳ 明朝", "roman"},
		{gothic, "ＭＳ ゴシック", "swiss"},
	} {
		w.open("w:font", "w:name", f.name)
		w.val("w:altName", f.alt)
		w.val("w:charset", "80")
		w.val("w:family", f.family)
		w.val("w:pitch", "variable")
		w.close("w:font")
	}
	w.close("w:fonts")
	return w.Bytes()
}

// pageHeader names the table on every page.
func pageHeader(r *layout.Report) []byte {
	w := &writer{}
	w.WriteString(header)
	w.open("w:hdr", "xmlns:w", nsW)
	w.open("w:p")
	w.open("w:pPr")
	w.val("w:pStyle", "Header")
	w.close("w:pPr")
	w.run(r.Title+"　"+r.New.Title, "")
	w.close("w:p")
	w.close("w:hdr")
	return w.Bytes()
}

// pageFooter is "3 / 12", from fields that Word reckons.
func pageFooter() []byte {
	w := &writer{}
	w.WriteString(header)
	w.open("w:ftr", "xmlns:w", nsW)
	w.open("w:p")
	w.open("w:pPr")
	w.val("w:pStyle", "Footer")
	w.close("w:pPr")
	w.field("PAGE")
	w.run(" / ", "")
	w.field("NUMPAGES")
	w.close("w:p")
	w.close("w:ftr")
	return w.Bytes()
}

func (w *writer) field(name string) {
	w.open("w:fldSimple", "w:instr", " "+name+" ")
	w.run("1", "")
	w.close("w:fldSimple")
}
