package corpus

import (
	"encoding/gob"

	"shinkyu/corpus/store"
	"shinkyu/parse"
	"shinkyu/parse/cite"
)

func init() {
	for _, n := range []parse.Node{&parse.Section{}, &parse.Paragraph{}, &parse.Table{}, &parse.Note{}} {
		gob.Register(n)
	}
}

// encodeTree packs a document without its trace, which explains the reading of
// each line and is twice as long as the text; it comes back by parsing anew.
func encodeTree(doc *parse.Document) ([]byte, error) {
	bare := *doc
	bare.Trace = nil
	return store.Encode(&bare)
}

func decodeTree(data []byte) (*parse.Document, error) {
	doc := new(parse.Document)
	if err := store.Decode(data, doc); err != nil {
		return nil, err
	}
	parse.Restore(doc)
	return doc, nil
}

// A packedIndex is an index with its pointers between works as numbers, since
// an encoding knows no shared pointers. The numbers count from 1.
type packedIndex struct {
	Index    cite.Index
	Succeeds []int // for each work the one that it succeeds
	Defined  []int // for each definition the work that it stands for
}

func encodeCitations(ix *cite.Index) ([]byte, error) {
	p := packedIndex{Index: *ix}
	number := map[*cite.Work]int{nil: 0}
	for i, w := range ix.Works {
		number[w] = i + 1
	}
	p.Index.Works = nil
	for _, w := range ix.Works {
		bare := *w
		bare.Succeeds = nil
		p.Index.Works = append(p.Index.Works, &bare)
		p.Succeeds = append(p.Succeeds, number[w.Succeeds])
	}
	p.Index.Definitions = nil
	for _, d := range ix.Definitions {
		p.Defined = append(p.Defined, number[d.Work])
		d.Work = nil
		p.Index.Definitions = append(p.Index.Definitions, d)
	}
	return store.Encode(&p)
}

func decodeCitations(data []byte) (*cite.Index, error) {
	p := packedIndex{}
	if err := store.Decode(data, &p); err != nil {
		return nil, err
	}
	work := func(n int) *cite.Work {
		if n == 0 {
			return nil
		}
		return p.Index.Works[n-1]
	}
	for i, n := range p.Succeeds {
		p.Index.Works[i].Succeeds = work(n)
	}
	for i, n := range p.Defined {
		p.Index.Definitions[i].Work = work(n)
	}
	return &p.Index, nil
}
