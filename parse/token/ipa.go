package token

import (
	"os"
	"path/filepath"
	"runtime"
	"sync"

	"shinkyu/parse/token/flat"
	"shinkyu/parse/token/lattice"
)

// IPA gives the tokenizer over the IPA dictionary, opening it at the first
// call.
var IPA = sync.OnceValues(func() (Tokenizer, error) {
	// Where the dictionary cannot be cached it was decoded, which is slower and
	// gives the same words: nothing that a user would have to be told.
	d, _ := flat.Open(CacheFolder())
	return newIPA(d), nil
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

type ipa struct {
	dict    *flat.Dict
	cutters sync.Pool // of *cutter
}

func newIPA(d *flat.Dict) *ipa {
	m := newMemo()
	return &ipa{dict: d, cutters: sync.Pool{New: func() any { return &cutter{dict: d, lattice: lattice.New(d), memo: m} }}}
}

// Words cuts the text and then looks up what the dictionary says of its words.
// A long text is shared out among the cores; the words are the same.
func (t *ipa) Words(text string) []Word {
	parts := []part{{0, len(text)}}
	if len(text) >= parallelSize {
		parts = split(text, min(runtime.GOMAXPROCS(0), len(text)/leastPart))
	}
	cut := make([]*cutter, len(parts))
	share(len(parts), func(i int) {
		cut[i] = t.cutters.Get().(*cutter)
		cut[i].cut(text, parts[i])
	})
	first := make([]int, len(parts)+1)
	for i, c := range cut {
		first[i+1] = first[i] + len(c.tokens)
	}
	words := make([]Word, first[len(parts)])
	share(len(parts), func(i int) {
		for k, token := range cut[i].tokens {
			t.describe(&words[first[i]+k], token, text)
		}
		t.cutters.Put(cut[i])
	})
	return words
}

// share runs f for each of n parts at once.
func share(n int, f func(i int)) {
	if n == 1 {
		f(0)
		return
	}
	var wg sync.WaitGroup
	for i := range n {
		wg.Go(func() { f(i) })
	}
	wg.Wait()
}

// describe makes a word of a token of text.
func (t *ipa) describe(w *Word, token lattice.Token, text string) {
	w.Start, w.End = int(token.Start), int(token.End)
	w.Surface = text[w.Start:w.End]
	w.Base = w.Surface
	if token.ID < 0 {
		class := t.dict.Unknown(int(^token.ID))
		w.POS, w.Sub = class.POS, class.Sub
		return
	}
	f := t.dict.Features(int(token.ID))
	w.POS, w.Sub, w.Reading, w.Known = f.POS, f.Sub, f.Reading, true
	if f.Base != "" {
		w.Base = f.Base
	}
}
