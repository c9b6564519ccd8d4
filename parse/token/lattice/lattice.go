package lattice

import (
	"slices"
	"unicode/utf8"

	"shinkyu/parse/token/flat"
)

// A Token is one word of a text.
type Token struct {
	ID         int32 // of a known word; for an unknown one ^ID is that of its kind
	Start, End int32 // bytes
}

// maxUnknown is the length in characters of the longest unknown word, as in
// kagome.
const maxUnknown = 1024

// A Lattice holds the nodes of one text at a time. Its memory serves for the
// next one. It is for one goroutine at a time.
type Lattice struct {
	dict *flat.Dict
	text string

	nodes []node
	// last is, for each byte of the text, the last node made of those that end
	// before it, 0 for none.
	last []int32

	// The nodes that end where words are being sought: their classes, costs and
	// numbers.
	rights  []uint16
	costs   []int32
	befores []int32

	// best is, for each class of what begins there, which of them is the best.
	best  []choice
	stamp uint32 // of the entries of best that are of this place

	run    run
	starts []int32 // bytes where each character begins; only of a text over maxUnknown bytes
}

// A node is a word that may be one of the text.
type node struct {
	cost   int32 // of the best way from the start of the text through this word
	before int32 // the node before it on that way
	other  int32 // the node made before it that ends at the same place
	id     int32 // as in Token
	start  int32 // bytes
	right  uint16
}

// A choice is the best of the nodes that end at a place.
type choice struct {
	stamp  uint32
	cost   int32
	before int32
}

// A run is a run of characters of one category; its end does not depend on
// where in it an unknown word begins.
type run struct {
	end      int // bytes
	category byte
}

// New makes a lattice over a dictionary.
func New(d *flat.Dict) *Lattice {
	return &Lattice{dict: d, best: make([]choice, len(d.Costs)/d.Rights)}
}

// Cut appends the words of text to tokens. The text is valid UTF-8 with no
// zero byte in it, and less than 2³¹ bytes long; memory is taken for some
// hundred bytes for each of its own.
func (l *Lattice) Cut(tokens []Token, text string) []Token {
	l.reset(text)
	for at, character := 0, 0; at < len(text); character++ {
		r, size := utf8.DecodeRuneInString(text[at:])
		if l.last[at] != 0 {
			l.gather(at)
			l.words(at, size, r, character)
		}
		at += size
	}
	l.gather(len(text))
	return l.back(tokens, l.choose(0).before)
}

// reset empties the lattice but for the start of the text, a word of class 0
// that costs nothing.
func (l *Lattice) reset(text string) {
	l.text = text
	l.nodes = append(l.nodes[:0], node{}, node{})
	if cap(l.last) <= len(text) {
		l.last = make([]int32, len(text)+1)
	}
	l.last = l.last[:len(text)+1]
	clear(l.last)
	l.last[0] = 1
	l.run = run{}
	l.starts = l.starts[:0]
	if len(text) > maxUnknown {
		for i := range text {
			l.starts = append(l.starts, int32(i))
		}
	}
}

// gather lists the nodes that end at a place, the last made first.
func (l *Lattice) gather(at int) {
	l.stamp++
	l.rights, l.costs, l.befores = l.rights[:0], l.costs[:0], l.befores[:0]
	for i := l.last[at]; i != 0; i = l.nodes[i].other {
		n := &l.nodes[i]
		l.rights = append(l.rights, n.right)
		l.costs = append(l.costs, n.cost)
		l.befores = append(l.befores, i)
	}
}

// choose gives the best way to a word of class left that begins at the place
// that was gathered.
func (l *Lattice) choose(left int16) choice {
	c := &l.best[left]
	if c.stamp == l.stamp {
		return *c
	}
	row := l.dict.Costs[int(left)*l.dict.Rights:][:l.dict.Rights]
	costs, befores := l.costs[:len(l.rights)], l.befores[:len(l.rights)]
	best, before := int32(1<<31-1), int32(0)
	for i, right := range l.rights {
		// Of those that cost the same kagome takes the first made.
		if cost := costs[i] + int32(row[right]); cost <= best {
			best, before = cost, befores[i]
		}
	}
	*c = choice{l.stamp, best, before}
	return *c
}

// words makes the nodes of all words that begin at a place, with a character
// of size bytes.
func (l *Lattice) words(at, size int, r rune, character int) {
	known := l.known(at, size, r)
	category := l.dict.Category(r)
	c := &l.dict.Unknowns[category]
	if known && !c.Always {
		return
	}
	end := at + size
	if c.Group {
		end = l.group(at, size, category, character)
	}
	// The run without its last character is a word too.
	shorter := at
	if end > at+size {
		_, last := utf8.DecodeLastRuneInString(l.text[at:end])
		shorter = end - last
	}
	for id := c.First; id < c.First+c.Count; id++ {
		m := &l.dict.UnknownMorphs[id]
		if at < shorter {
			l.add(^id, m.LeftID, m.RightID, m.Weight, at, shorter)
		}
		l.add(^id, m.LeftID, m.RightID, m.Weight, at, end)
	}
}

// known makes the nodes of the words of the dictionary, and reports whether
// there is one.
func (l *Lattice) known(at, size int, r rune) bool {
	index, text := l.dict.Index, l.text
	var state int32
	end := at + size
	if int(r) < len(l.dict.Firsts) {
		if state = l.dict.Firsts[r]; state == 0 {
			return false
		}
	} else {
		end = at
	}
	found := false
	for {
		if end > at && (end == len(text) || utf8.RuneStart(text[end])) {
			// A word ends where a zero byte may follow.
			if leaf := index[state].Base; uint(leaf) < uint(len(index)) && index[leaf].Check == state && index[leaf].Base <= 0 {
				found = true
				l.alike(-index[leaf].Base, at, end)
			}
		}
		if end == len(text) {
			return found
		}
		next := index[state].Base + int32(text[end])
		if uint(next) >= uint(len(index)) || index[next].Check != state {
			return found
		}
		state = next
		end++
	}
}

// alike makes the nodes of the words that are written alike, of which id is
// the first.
func (l *Lattice) alike(id int32, at, end int) {
	for last := id + int32(l.dict.Repeats[id]); id <= last; id++ {
		m := &l.dict.Morphs[id]
		l.add(id, m.LeftID, m.RightID, m.Weight, at, end)
	}
}

func (l *Lattice) add(id int32, left, right, weight int16, start, end int) {
	c := l.choose(left)
	l.nodes = append(l.nodes, node{
		cost: c.cost + int32(weight), before: c.before, other: l.last[end],
		id: id, start: int32(start), right: uint16(right),
	})
	l.last[end] = int32(len(l.nodes) - 1)
}

// group gives the end of the run of characters of one category that the one at
// a place begins, or of its first maxUnknown characters.
func (l *Lattice) group(at, size int, category byte, character int) int {
	if at >= l.run.end || l.run.category != category {
		end := at + size
		for end < len(l.text) {
			r, n := utf8.DecodeRuneInString(l.text[end:])
			if l.dict.Category(r) != category {
				break
			}
			end += n
		}
		l.run = run{end, category}
	}
	if limit := character + maxUnknown; limit < len(l.starts) {
		return min(l.run.end, int(l.starts[limit]))
	}
	return l.run.end
}

// back appends the words of the way that ends with a node.
func (l *Lattice) back(tokens []Token, last int32) []Token {
	n := 0
	for i := last; i > 1; i = l.nodes[i].before {
		n++
	}
	first := len(tokens)
	tokens = slices.Grow(tokens, n)[:first+n]
	end := int32(len(l.text))
	for i := last; i > 1; i = l.nodes[i].before {
		n--
		tokens[first+n] = Token{l.nodes[i].id, l.nodes[i].start, end}
		end = l.nodes[i].start
	}
	return tokens
}
