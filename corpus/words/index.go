package words

import (
	"slices"
	"strings"
	"sync"
)

// Levels are the degrees of strength that a word of a unit is marked with.
//
// To rank the hits of a word that stands in a third of all units takes longer
// than anyone wants to wait, and nearly all of them are of no interest. So the
// index marks, in each unit, the content words that the unit says often for
// its length: those of which the term-frequency part of BM25 is above a bound.
// Where a search finds very many units, only those are ranked in which a word
// of it is marked. For a single word that is the true order, since no unit
// without the mark scores higher than one with it.
var Levels = [...]struct {
	Sign  string  // before the word; a private-use character, which is in no word
	Bound float64 // of a part that goes up to k1+1 = 2.2
}{
	{"\ue011", 1.6},
	{"\ue012", 1.9},
	{"\ue013", 2.05},
}

// The constants of BM25 as SQLite has them, the weight of a heading's words as
// package store has it, and the usual length of a unit, in words.
const (
	k1, b       = 1.2, 0.75
	titleWeight = 4
	usualLength = 150
)

// A Bag is the words of a text in the form of the index.
type Bag struct {
	Count   int // words
	text    strings.Builder
	content map[string]int
}

// Text gives the words, apart by spaces.
func (b *Bag) Text() string { return b.text.String() }

func (b *Bag) add(s *sentence) {
	if s.count == 0 {
		return
	}
	if b.text.Len() > 0 {
		b.text.WriteByte(' ')
	}
	b.text.WriteString(s.joined)
	b.Count += s.count
	if b.content == nil {
		b.content = map[string]int{}
	}
	for _, w := range s.content {
		b.content[w]++
	}
}

// Strong gives the marked words of a unit, apart by spaces and sorted.
func Strong(title, body *Bag) string {
	length := float64(title.Count + body.Count)
	var marked []string
	mark := func(w string, n int) {
		f := float64(n)
		part := f * (k1 + 1) / (f + k1*(1-b+b*length/usualLength))
		for _, l := range Levels {
			if part >= l.Bound {
				marked = append(marked, l.Sign+w)
			}
		}
	}
	for w, n := range body.content {
		mark(w, n+titleWeight*title.content[w])
	}
	for w, n := range title.content {
		if body.content[w] == 0 {
			mark(w, titleWeight*n)
		}
	}
	slices.Sort(marked)
	return strings.Join(marked, " ")
}

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
	joined  string
	count   int
	content []string
	terms   []string
}

// NewIndexer makes an indexer.
func NewIndexer(cut *Cutter) *Indexer {
	return &Indexer{cut: cut, young: map[string]*sentence{}}
}

// Add adds the words of a text to the bag, and its terms to the counts. Words
// and terms do not go over the end of a sentence, so each is cut by itself.
func (x *Indexer) Add(bag *Bag, text string, terms map[string]int) {
	for text != "" {
		end := strings.Index(text, "。") + len("。")
		if end < len("。") {
			end = len(text)
		}
		s := x.sentence(text[:end])
		bag.add(s)
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
	s := &sentence{count: len(words)}
	size := 0
	for i := range words {
		size += len(words[i].Text) + 1
	}
	var b strings.Builder
	b.Grow(size)
	starts := make([]int, len(words))
	for i := range words {
		if i > 0 {
			b.WriteByte(' ')
		}
		starts[i] = b.Len()
		b.WriteString(words[i].Text)
	}
	s.joined = b.String()
	for i := range words {
		if words[i].Content {
			s.content = append(s.content, s.joined[starts[i]:starts[i]+len(words[i].Text)])
		}
	}
	for _, t := range terms {
		s.terms = append(s.terms, strings.Clone(t))
	}
	return s
}
