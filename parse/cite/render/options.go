package render

import (
	"shinkyu/parse/cite"
	"shinkyu/parse/render/lang"
)

// Options say how an index is shown. The zero value gives English headings and
// no context.
type Options struct {
	Lang lang.Lang
	BOM  bool // of CSV
	// Docs are the names of the documents that the index covers, in the order
	// to show them; nil for those that cite anything, as they are met.
	Docs []string
	// Sentences gives the sentence that holds a place, with as many before
	// and after it as the user asked for; nil for no context.
	Sentences func(cite.Place) string
}

func (o Options) context(p cite.Place) string {
	if o.Sentences == nil {
		return ""
	}
	return o.Sentences(p)
}

// docs gives the documents to show.
func (o Options) docs(x *cite.Index) []string {
	if o.Docs != nil {
		return o.Docs
	}
	return documents(x)
}
