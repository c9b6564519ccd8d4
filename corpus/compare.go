package corpus

import (
	"bytes"
	"context"
	"encoding/gob"
	"encoding/json"
	"reflect"
	"strconv"

	"shinkyu/corpus/ledger"
	"shinkyu/corpus/results"
	"shinkyu/diff"
	"shinkyu/parse"
	"shinkyu/parse/cite"
)

// Compare compares two documents as they are stored. What is the same as
// before, documents, options and program, is not compared again where the
// corpus was opened with a folder for results.
func (c *Corpus) Compare(ctx context.Context, older, newer string, opt diff.Options) (*diff.Comparison, error) {
	o, err := c.side(ctx, older)
	if err != nil {
		return nil, err
	}
	n, err := c.side(ctx, newer)
	if err != nil {
		return nil, err
	}
	return c.compare(o, n, opt)
}

// A side is a document of a comparison: the packed analysis, which names what
// it is, and when it is opened the tree and the citations.
type side struct {
	id           string
	tree, packed []byte
	doc          *parse.Document
	cites        *cite.Index
}

func (c *Corpus) side(ctx context.Context, id string) (*side, error) {
	tree, cites, err := c.store.Analysis(ctx, id)
	return &side{id: id, tree: tree, packed: cites}, err
}

// open unpacks the document.
func (s *side) open(c *Corpus) (err error) {
	if s.doc != nil {
		return nil
	}
	doc, err := decodeTree(s.tree)
	if err != nil {
		return c.damaged(&Document{ID: s.id}, err)
	}
	if s.cites, err = decodeCitations(s.packed); err != nil {
		return c.damaged(&Document{ID: s.id}, err)
	}
	s.doc = doc
	return nil
}

// comparing completes options with those of the corpus.
func (c *Corpus) comparing(opt diff.Options) diff.Options {
	if opt.Tokenizer == nil {
		opt.Tokenizer = c.opt.Tokenizer
	}
	return opt
}

// ordinary reports whether options are such that a result can be kept: all
// others hold things that no key names.
func (c *Corpus) ordinary(opt diff.Options) bool {
	return c.opt.Results != nil && reflect.ValueOf(c.comparing(opt)).IsZero()
}

// compare compares two documents, or gives what is kept of that.
func (c *Corpus) compare(older, newer *side, opt diff.Options) (*diff.Comparison, error) {
	if err := older.open(c); err != nil {
		return nil, err
	}
	if err := newer.open(c); err != nil {
		return nil, err
	}
	kept := c.ordinary(opt)
	key := results.KeyOf([]byte("comparison"), older.tree, older.packed, newer.tree, newer.packed)
	if kept {
		if data, ok := c.opt.Results.Get(key); ok {
			if x, err := diff.Unpack(bytes.NewReader(data), older.doc, newer.doc, older.cites, newer.cites); err == nil {
				return x, nil
			}
		}
	}
	opt = c.comparing(opt)
	opt.OldCites, opt.NewCites = older.cites, newer.cites
	x, err := diff.Compare(older.doc, newer.doc, opt)
	if err == nil && kept {
		var b bytes.Buffer
		if x.Pack(&b) == nil {
			c.opt.Results.Put(key, b.Bytes())
		}
	}
	return x, err
}

// keptLedger gives what is kept of a ledger, or makes it.
func (c *Corpus) keptLedger(series string, editions []ledger.Edition, sides []*side, opt LedgerOptions, build func() (*ledger.Ledger, error)) (*ledger.Ledger, error) {
	if !c.ordinary(opt.Diff) {
		return build()
	}
	names, err := json.Marshal(editions)
	if err != nil {
		return nil, err
	}
	parts := [][]byte{[]byte("ledger"), []byte(series), names, []byte(strconv.Itoa(len(sides)))}
	for _, s := range sides {
		parts = append(parts, s.tree, s.packed)
	}
	key := results.KeyOf(parts...)
	if data, ok := c.opt.Results.Get(key); ok {
		l := new(ledger.Ledger)
		if gob.NewDecoder(bytes.NewReader(data)).Decode(l) == nil {
			return l, nil
		}
	}
	l, err := build()
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if gob.NewEncoder(&b).Encode(l) == nil {
		c.opt.Results.Put(key, b.Bytes())
	}
	return l, nil
}
