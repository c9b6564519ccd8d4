package token

import (
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"

	"github.com/ikawaha/kagome/v2/tokenizer/lattice"

	"shinkyu/parse/token/flat"
)

// IPA gives the tokenizer over the IPA dictionary, opening it at the first
// call.
var IPA = sync.OnceValues(func() (Tokenizer, error) {
	// Where the dictionary cannot be cached it was decoded, which is slower and
	// gives the same words: nothing that a user would have to be told.
	d, _ := flat.Open(CacheFolder())
	return &ipa{d}, nil
})

// CacheFolder is where the dictionary is kept: the folder shinkyu in the
// user's cache folder, or the one that SHINKYU_CACHE names. It is empty, and
// nothing is kept, where the user has none or SHINKYU_CACHE is "off".
func CacheFolder() string {
	switch folder := os.Getenv("SHINKYU_CACHE"); folder {
	case "":
	case "off":
		return ""
	default:
		return folder
	}
	folder, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(folder, "shinkyu")
}

type ipa struct{ dict *flat.Dict }

// Words cuts the text chunk by chunk: kagome's lattice takes some hundred
// bytes for each character of what it is given at once. A long text is shared
// out among the cores; the words are the same.
func (t *ipa) Words(text string) []Word {
	if len(text) < parallelSize {
		return t.cut(nil, text, 0)
	}
	parts := split(text, runtime.GOMAXPROCS(0))
	words := make([][]Word, len(parts))
	var wg sync.WaitGroup
	for i, p := range parts {
		wg.Go(func() { words[i] = t.cut(nil, text[p.start:p.end], p.start) })
	}
	wg.Wait()
	return slices.Concat(words...)
}

// cut appends the words of text, which begins at offset in the whole.
func (t *ipa) cut(words []Word, text string, offset int) []Word {
	words = slices.Grow(words, len(text)/5)
	for start := 0; start < len(text); {
		end := start + chunk(text[start:])
		words = t.sentence(words, text[start:end], offset+start)
		start = end
	}
	return words
}

// sentence runs kagome's lattice, which gives its nodes last first, over one
// chunk.
func (t *ipa) sentence(words []Word, text string, offset int) []Word {
	la := lattice.New(t.dict.Kagome, nil)
	defer la.Free()
	la.Build(text)
	la.Forward(lattice.Normal)
	la.Backward(lattice.Normal)
	for _, n := range slices.Backward(la.Output) {
		if n.ID != lattice.BosEosID {
			words = append(words, t.word(n, offset))
		}
	}
	return words
}

func (t *ipa) word(n *lattice.Node, offset int) Word {
	start := offset + n.Position
	w := Word{Surface: n.Surface, Start: start, End: start + len(n.Surface), Base: n.Surface}
	var class flat.Class
	switch n.Class {
	case lattice.KNOWN:
		f := t.dict.Features(n.ID)
		class, w.Reading, w.Known = f.Class, f.Reading, true
		if f.Base != "" {
			w.Base = f.Base
		}
	default:
		class = t.dict.Unknown(n.ID)
	}
	w.POS, w.Sub = class.POS, class.Sub
	return w
}
