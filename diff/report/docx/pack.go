package docx

import (
	"archive/zip"
	"io"
	"time"
)

// epoch is the first time that a zip file can hold. Parts carry no other, so
// that a package is the same whenever it was written.
var epoch = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// A part is one file of the package.
type part struct {
	name        string // word/document.xml
	contentType string
	rel         string // the type of the relation that points to it
	body        []byte
}

const (
	header   = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	office   = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	packages = "http://schemas.openxmlformats.org/package/2006/"
	word     = "application/vnd.openxmlformats-officedocument.wordprocessingml."
)

// write packs the parts. The first is the document; those of word/ hang on it,
// the others on the package. Links are the addresses that the document points
// to, numbered after the parts.
func write(out io.Writer, parts []part, links []string) error {
	z := zip.NewWriter(out)
	files := []part{
		{name: "[Content_Types].xml", body: contentTypes(parts)},
		{name: "_rels/.rels", body: relations(parts, nil, false)},
		{name: "word/_rels/document.xml.rels", body: relations(parts, links, true)},
	}
	for _, p := range append(files, parts...) {
		f, err := z.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate, Modified: epoch})
		if err != nil {
			return err
		}
		if _, err := f.Write(p.body); err != nil {
			return err
		}
	}
	return z.Close()
}

func contentTypes(parts []part) []byte {
	w := &writer{}
	w.WriteString(header)
	w.open("Types", "xmlns", packages+"content-types")
	w.empty("Default", "Extension", "rels", "ContentType", "application/vnd.openxmlformats-package.relationships+xml")
	w.empty("Default", "Extension", "xml", "ContentType", "application/xml")
	for _, p := range parts {
		w.empty("Override", "PartName", "/"+p.name, "ContentType", p.contentType)
	}
	w.close("Types")
	return w.Bytes()
}

// relations gives those of the document, or those of the package. The id of a
// part is its place among all parts, so that it is known before.
func relations(parts []part, links []string, ofDocument bool) []byte {
	w := &writer{}
	w.WriteString(header)
	w.open("Relationships", "xmlns", packages+"relationships")
	for i, p := range parts {
		inWord := len(p.name) > 5 && p.name[:5] == "word/" && i > 0
		if inWord != ofDocument {
			continue
		}
		target := p.name
		if inWord {
			target = p.name[5:]
		}
		w.empty("Relationship", "Id", relID(i), "Type", p.rel, "Target", target)
	}
	for i, l := range links {
		w.empty("Relationship", "Id", relID(len(parts)+i), "Type", office+"hyperlink", "Target", l, "TargetMode", "External")
	}
	w.close("Relationships")
	return w.Bytes()
}

func relID(i int) string { return "rId" + num(i+1) }
