package web

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"
	"sync"

	"shinkyu/corpus"
)

// A snapshot is the list of documents, kept until the corpus changes.
type snapshot struct {
	generation int64
	docs       []*corpus.Document
	byID       map[string]*corpus.Document
	series     []*seriesInfo // by name
	bySeries   map[string]*seriesInfo
}

// A seriesInfo is a series with its editions in order, drafts among them.
type seriesInfo struct {
	Name        string
	Docs        []*corpus.Document
	First, Last int // fiscal years; 0 where there are none
}

type state struct {
	mu  sync.Mutex
	now *snapshot
}

// snapshot gives the list of documents as it is now.
func (s *Site) snapshot(ctx context.Context) (*snapshot, error) {
	n, err := s.corpus.Generation(ctx)
	if err != nil {
		return nil, err
	}
	s.state.mu.Lock()
	defer s.state.mu.Unlock()
	if s.state.now != nil && s.state.now.generation == n {
		return s.state.now, nil
	}
	now := &snapshot{generation: n, byID: map[string]*corpus.Document{}, bySeries: map[string]*seriesInfo{}}
	for d, err := range s.corpus.Documents(context.WithoutCancel(ctx)) {
		if err != nil {
			return nil, err
		}
		now.add(d)
	}
	for _, x := range now.series {
		x.Docs = corpus.InOrder(x.Docs, true)
	}
	slices.SortFunc(now.series, func(a, b *seriesInfo) int { return cmp.Compare(a.Name, b.Name) })
	s.state.now = now
	return now, nil
}

func (n *snapshot) add(d *corpus.Document) {
	n.docs = append(n.docs, d)
	n.byID[d.ID] = d
	s := n.bySeries[d.Series]
	if s == nil {
		s = &seriesInfo{Name: d.Series}
		n.bySeries[d.Series] = s
		n.series = append(n.series, s)
	}
	s.Docs = append(s.Docs, d)
	if y := d.FiscalYear; y != 0 {
		s.Last = max(s.Last, y)
		if s.First == 0 || y < s.First {
			s.First = y
		}
	}
}

// find gives a document of the corpus.
func (n *snapshot) find(id string) (*corpus.Document, error) {
	if d := n.byID[id]; d != nil {
		return d, nil
	}
	return nil, errNoDocument
}

// key names the state of documents, for what is kept of them.
func key(docs ...*corpus.Document) string {
	var b strings.Builder
	for _, d := range docs {
		b.WriteString(d.ID + " " + d.SHA256 + " " + strconv.Itoa(d.Program) + " ")
	}
	return b.String()
}
