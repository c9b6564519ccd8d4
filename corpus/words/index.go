package words

import (
	"strings"
	"sync"
)

// An Indexer cuts texts for the index. It remembers the sentences that it met
// last: an edition repeats most of those of the one before it, and cutting is
// half of the work of adding a document. It is safe for use by several
// goroutines.
type Indexer struct {
	cut *Cutter

	mu          sync.Mutex
	young, aged map[string]*sentence
}

// generation is how many sentences are remembered before the older half is
// forgotten; one takes about a kilobyte.
const generation = 12000

// A sentence is what the index and the counts need of a run of text.
type sentence struct {
	words []string
	terms []string
}

// NewIndexer makes an indexer.
func NewIndexer(cut *Cutter) *Indexer {
	return &Indexer{cut: cut, young: map[string]*sentence{}}
}

// Read cuts a text and gives its words to take, a sentence at a time, and adds
// its terms to the counts. Words and terms do not go over the end of a
// sentence, so each is cut by itself. The words are not to be changed.
func (x *Indexer) Read(text string, terms map[string]int, take func(words []string)) {
	for text != "" {
		end := strings.Index(text, "。") + len("。")
		if end < len("。") {
			end = len(text)
		}
		s := x.sentence(text[:end])
		take(s.words)
		for _, t := range s.terms {
			terms[t]++
		}
		text = text[end:]
	}
}

func (x *Indexer) sentence(text string) *sentence {
	x.mu.Lock()
	s := x.young[text]
	if s == nil {
		if s = x.aged[text]; s != nil {
			x.remember(text, s)
		}
	}
	x.mu.Unlock()
	if s != nil {
		return s
	}
	s = x.read(text)
	if len(text) < 2000 { // a longer run is a table or noise, and comes once
		x.mu.Lock()
		x.remember(strings.Clone(text), s) // it shall not hold on to its document
		x.mu.Unlock()
	}
	return s
}

func (x *Indexer) remember(text string, s *sentence) {
	if len(x.young) >= generation {
		x.aged, x.young = x.young, make(map[string]*sentence, generation)
	}
	x.young[text] = s
}

func (x *Indexer) read(text string) *sentence {
	words, terms := x.cut.Read(text)
	s := &sentence{words: make([]string, len(words)), terms: make([]string, len(terms))}
	for i := range words {
		s.words[i] = strings.Clone(words[i].Text) // it shall not hold on to its document
	}
	for i, t := range terms {
		s.terms[i] = strings.Clone(t)
	}
	return s
}
