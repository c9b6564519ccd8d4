package corpus

import (
	"context"
	"iter"
	"sync"

	"shinkyu/corpus/results"
	"shinkyu/corpus/store"
	"shinkyu/corpus/words"
	"shinkyu/parse"
	"shinkyu/parse/cite"
	"shinkyu/parse/token"
)

// A Corpus is an open collection of documents. It is safe for use by several
// goroutines, and several programs may have one file open.
type Corpus struct {
	store *store.Store
	opt   Options

	indexing sync.Once
	index    *words.Indexer // nil before the first document
	indexErr error
}

// Options say how a corpus is opened. The zero value opens one that exists,
// for reading.
type Options struct {
	// Mode is what the corpus is opened for: [Read], [Write] or [Create].
	Mode Mode
	// Doing names what the program is doing, for other programs that wait
	// for it: "corpus add".
	Doing string
	// Log takes one-line messages about waiting for other programs; nil drops
	// them.
	Log func(string)
	// Tokenizer cuts text into words; nil stands for the IPA dictionary, which
	// is opened when the first text is cut.
	Tokenizer token.Tokenizer
	// Results keeps comparisons and ledgers, so that they are made once; nil
	// keeps none. Nothing of them is written into the corpus.
	Results *results.Folder
	// Laws is e-Gov's list of laws, for telling what documents cite; nil for
	// none.
	Laws *cite.Laws
}

// A Mode is what a corpus is opened for.
type Mode = store.Mode

// The modes.
const (
	Read   = store.Read
	Write  = store.Write
	Create = store.Create
)

// A Document is a row of the list of documents.
type Document = store.Document

// Open opens the corpus in a file. It has to be closed. An error that a user
// can mend is a [*store.Error] and says how.
func Open(ctx context.Context, file string, opt Options) (*Corpus, error) {
	s, err := store.Open(ctx, file, store.Options{Mode: opt.Mode, Doing: opt.Doing, Log: opt.Log})
	if err != nil {
		return nil, err
	}
	return &Corpus{store: s, opt: opt}, nil
}

// Close ends the use of the corpus.
func (c *Corpus) Close() error { return c.store.Close() }

// Documents gives every document in the order in which they were added. Where
// reading fails the error comes last.
func (c *Corpus) Documents(ctx context.Context) iter.Seq2[*Document, error] {
	return c.store.Documents(ctx)
}

// Document gives the document with an id that Documents gave.
func (c *Corpus) Document(ctx context.Context, id string) (*Document, error) {
	return c.store.Document(ctx, id)
}

// Bytes gives the bytes of a document as they were added. An id such as d3@1
// names an earlier version of it.
func (c *Corpus) Bytes(ctx context.Context, id string) ([]byte, error) {
	return c.store.Bytes(ctx, id)
}

// Parsed gives the tree of a document as it is stored, without its trace.
func (c *Corpus) Parsed(ctx context.Context, id string) (*parse.Document, error) {
	tree, err := c.store.Tree(ctx, id)
	if err != nil {
		return nil, err
	}
	doc, err := decodeTree(tree)
	if err != nil {
		return nil, c.damaged(&Document{ID: id}, err)
	}
	return doc, nil
}

// Citations gives what a document cites, as it is stored.
func (c *Corpus) Citations(ctx context.Context, id string) (*cite.Index, error) {
	data, err := c.store.Citations(ctx, id)
	if err != nil {
		return nil, err
	}
	ix, err := decodeCitations(data)
	if err != nil {
		return nil, c.damaged(&Document{ID: id}, err)
	}
	return ix, nil
}

// Remove takes documents out of the corpus, with all their versions; all of
// them or none.
func (c *Corpus) Remove(ctx context.Context, ids ...string) error {
	if err := c.store.Remove(ctx, ids); err != nil {
		return err
	}
	return c.store.Tidy(ctx, false)
}

// Check looks for damage and gives a line for each thing that is wrong.
// progress, if not nil, is told how far it is.
func (c *Corpus) Check(ctx context.Context, progress func(done, all int)) ([]string, error) {
	return c.store.Check(ctx, progress)
}

// cutter opens the dictionary.
func (c *Corpus) cutter() (*words.Cutter, error) {
	t := c.opt.Tokenizer
	if t == nil {
		var err error
		if t, err = token.IPA(); err != nil {
			return nil, err
		}
	}
	return &words.Cutter{Tokenizer: t}, nil
}

// Generation gives a number that changes when another program changes the
// corpus, so that what was made of it can be kept until then.
func (c *Corpus) Generation(ctx context.Context) (int64, error) { return c.store.Generation(ctx) }

// File is the corpus as the user named it.
func (c *Corpus) File() string { return c.store.File() }

// indexer gives the one indexer of the corpus.
func (c *Corpus) indexer() (*words.Indexer, error) {
	c.indexing.Do(func() {
		var cut *words.Cutter
		if cut, c.indexErr = c.cutter(); c.indexErr == nil {
			c.index = words.NewIndexer(cut)
		}
	})
	return c.index, c.indexErr
}
