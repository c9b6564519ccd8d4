package cite

import (
	"fmt"

	"shinkyu/parse"
	"shinkyu/parse/token"
)

// Options tune [Find]. The zero value is ready for use.
type Options struct {
	// Laws is e-Gov's list of laws, by which titles are confirmed and ids and
	// links given; nil for none. See [ReadLaws].
	Laws *Laws
	// Tokenizer cuts words; nil for [token.IPA].
	Tokenizer token.Tokenizer
}

// Find gives the index of what doc cites. It fails only where the dictionary
// of the tokenizer cannot be loaded.
func Find(doc *parse.Document, opt Options) (*Index, error) {
	f := finder{doc: doc, laws: opt.Laws, tok: opt.Tokenizer}
	if doc.Source != nil {
		f.name = doc.Source.Name
	}
	return f.find(texts(doc))
}

// A finder is the state of one call of [Find].
type finder struct {
	doc    *parse.Document
	name   string
	laws   *Laws
	tok    token.Tokenizer
	pages  []*page
	works  []*Work
	byKey  map[string]*Work
	called map[string]bool    // names that some definition gives
	byFold map[string][]*Work // folded titles to works, in the order met
	cuts   map[string][]word  // windows to their words; see words
	bodies []string           // that decided, in the order met
	// pointed are the laws of which only 同法施行令 is known as a title.
	pointed map[*Work]bool
	kept    int // words in cuts
	ix      *Index
}

func (f *finder) find(runs []run) (*Index, error) {
	if f.tok == nil {
		t, err := token.IPA()
		if err != nil {
			return nil, fmt.Errorf("load the dictionary: %w", err)
		}
		f.tok = t
	}
	f.byKey, f.byFold, f.pointed = map[string]*Work{}, map[string][]*Work{}, map[*Work]bool{}
	f.ix = &Index{}
	date := ""
	if f.doc != nil {
		date = f.doc.Meta.Date.EDTF
	}
	for k := range runs {
		pg := newPage(&runs[k], date)
		f.pages = append(f.pages, pg)
		f.findCitations(pg)
	}
	f.settleTitles()
	f.called = calledNames(f.pages)
	for _, pg := range f.pages {
		f.findNamed(pg)
		f.findDefinitions(pg)
	}
	f.resolve()
	f.finish()
	return f.ix, nil
}

// place gives where s[start:end] of a run stands.
func (f *finder) place(r *run, start, end int) Place {
	p := Place{Doc: f.name, Path: r.path, Node: r.node, Start: start, End: end}
	if f.doc == nil || f.doc.Source == nil || len(r.text.Pieces) == 0 || end <= start {
		return p
	}
	src := f.doc.Source
	p.Span = r.text.SourceSpan(start, end)
	p.Lines = [2]int{src.LineAt(p.Span.Start), src.LineAt(max(p.Span.End-1, p.Span.Start))}
	p.Page = f.doc.PageAt(p.Span.Start)
	return p
}
