package token

import (
	"hash/maphash"
	"slices"
	"strings"
	"sync"
	"unsafe"

	"shinkyu/parse/token/lattice"
)

// A memo keeps the words of chunks that were cut before: editions of a document
// share most of their sentences, and a comparison asks for the words of each of
// them more than once. It is safe for use by several goroutines.
type memo struct {
	seed   maphash.Seed
	shards [16]shard // each with a lock of its own
}

// A shard has two generations. What is asked for again moves to the younger;
// when that is full it becomes the older, and the older is dropped.
type shard struct {
	mu             sync.Mutex
	younger, older map[string][]lattice.Token
	size           int // bytes in younger, about
}

// memoSize is about how many bytes a generation of a whole memo takes: the
// words of two documents of half a million characters.
const memoSize = 8 << 20

// shortest is the length in bytes of the shortest chunk worth the look-up.
const shortest = 16

func newMemo() *memo { return &memo{seed: maphash.MakeSeed()} }

func (m *memo) shard(chunk string) *shard {
	return &m.shards[maphash.String(m.seed, chunk)%uint64(len(m.shards))]
}

// find appends the words of a chunk to tokens, if they are known.
func (m *memo) find(tokens []lattice.Token, chunk string) ([]lattice.Token, bool) {
	if len(chunk) < shortest {
		return tokens, false
	}
	s := m.shard(chunk)
	s.mu.Lock()
	defer s.mu.Unlock()
	known, ok := s.younger[chunk]
	if !ok {
		if known, ok = s.older[chunk]; !ok {
			return tokens, false
		}
		s.keep(strings.Clone(chunk), known)
	}
	return append(tokens, known...), true
}

// add keeps the words of a chunk.
func (m *memo) add(chunk string, tokens []lattice.Token) {
	if len(chunk) < shortest {
		return
	}
	s := m.shard(chunk)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.keep(strings.Clone(chunk), slices.Clone(tokens))
}

func (s *shard) keep(chunk string, tokens []lattice.Token) {
	if s.younger == nil || s.size > memoSize/len(memo{}.shards) {
		s.younger, s.older, s.size = map[string][]lattice.Token{}, s.younger, 0
	}
	s.younger[chunk] = tokens
	s.size += len(chunk) + len(tokens)*int(unsafe.Sizeof(lattice.Token{})) + overhead
}

// overhead is about what a map takes for an entry, in bytes.
const overhead = 64
