package source

import "shinkyu/parse/source/internal/docx"

// readDocx reads a Word file.
func readDocx(name string, data []byte, opt Options) (*Source, error) {
	doc, err := docx.Read(data, docx.Options{
		Original:   opt.Revisions == Original,
		MaxBytes:   opt.MaxBytes,
		MaxDepth:   opt.MaxDepth,
		MaxMemory:  opt.MaxMemory + 8*int64(len(data)),
		MaxEntries: opt.MaxEntries,
		MaxRatio:   opt.MaxRatio,
	})
	if err != nil {
		return nil, asFormatError(name, Docx, err)
	}
	return assemble(doc, Docx), nil
}
