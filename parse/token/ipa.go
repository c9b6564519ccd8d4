package token

import (
	"os"
	"path/filepath"
	"sync"

	"github.com/ikawaha/kagome/v2/tokenizer"

	"shinkyu/parse/token/flat"
)

// IPA gives the tokenizer over the IPA dictionary, opening it at the first
// call.
var IPA = sync.OnceValues(func() (Tokenizer, error) {
	// Where the dictionary cannot be cached it was decoded, which is slower and
	// gives the same words: nothing that a user would have to be told.
	d, _ := flat.Open(CacheFolder())
	t, err := tokenizer.New(d.Kagome, tokenizer.OmitBosEos())
	if err != nil {
		return nil, err
	}
	return &ipa{d, t}, nil
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
	dict   *flat.Dict
	kagome *tokenizer.Tokenizer
}

// Words cuts the text chunk by chunk: kagome's lattice takes some hundred
// bytes for each character of what it is given at once.
func (t *ipa) Words(text string) []Word {
	words := make([]Word, 0, len(text)/5)
	for start := 0; start < len(text); {
		end := start + chunk(text[start:])
		for _, tok := range t.kagome.Tokenize(text[start:end]) {
			words = append(words, t.word(&tok, start))
		}
		start = end
	}
	return words
}

func (t *ipa) word(tok *tokenizer.Token, offset int) Word {
	start := offset + tok.Position
	w := Word{Surface: tok.Surface, Start: start, End: start + len(tok.Surface), Base: tok.Surface}
	var class flat.Class
	switch tok.Class {
	case tokenizer.KNOWN:
		f := t.dict.Features(tok.ID)
		class, w.Reading, w.Known = f.Class, f.Reading, true
		if f.Base != "" {
			w.Base = f.Base
		}
	default:
		class = t.dict.Unknown(tok.ID)
	}
	w.POS, w.Sub = class.POS, class.Sub
	return w
}
