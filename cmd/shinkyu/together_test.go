package main

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"shinkyu/corpus/generate"
)

// The words that stand together in each paragraph of a document of the test
// below, and nowhere else.
const (
	bound, boundTo = "火山", "潮汐"
	boundSections  = 5
)

// boundText is a document with as many places as it has sections, whatever its
// seed.
func boundText(name string, seed int) string {
	m := generate.New(uint64(seed))
	var b strings.Builder
	fmt.Fprintf(&b, "%sに関する令和６年度方針\n\n令和6年4月1日\n\n", name)
	for i := range boundSections {
		fmt.Fprintf(&b, "第%d 取組その%d\n\n%s%sと%sを調べる。\n\n", i+1, 1+m.IntN(1000), strings.Repeat("情報を共有する。", m.IntN(4)), bound, boundTo)
	}
	return b.String()
}

// TestAddAndSearchTogether lets programs add documents, and change them, while
// others search and a viewer is read: nobody is told of a lock, and every
// search sees the corpus as it was between two documents: never a part of one,
// never two versions of one, never a hit whose text is gone.
func TestAddAndSearchTogether(t *testing.T) {
	needsSignals(t)
	const documents, rounds, searchers = 10, 5, 3
	p := program{dir: t.TempDir()}
	write := func(folder string, seed int) {
		if err := os.MkdirAll(filepath.Join(p.dir, folder), 0o755); err != nil {
			t.Fatal(err)
		}
		for i := range documents {
			writeFile(t, filepath.Join(p.dir, folder, fmt.Sprintf("%s%d.txt", folder, i)), boundText(folder+fmt.Sprint(i), 1000*seed+i))
		}
	}
	write("a", 0)
	p.run(t, "corpus", "add", "a").done(t)
	v := p.serve(t)

	done := make(chan struct{})
	ended := func() bool {
		select {
		case <-done:
			return true
		default:
			return false
		}
	}
	var others sync.WaitGroup
	searches := make([]int, searchers)
	for i := range searchers {
		others.Go(func() {
			for least := documents * boundSections; !ended(); searches[i]++ {
				least = p.searchBound(t, least)
			}
		})
	}
	client := newLoadClient(4)
	defer client.CloseIdleConnections()
	for i := range 4 {
		others.Go(func() {
			for r := rand.New(rand.NewPCG(6, uint64(i))); !ended(); {
				x := visit{kind: "viewer", address: []string{
					"/", "/search?q=" + url.QueryEscape(bound), fmt.Sprintf("/documents/d%d", 1+r.IntN(documents)), "/works",
					"/download/documents.json", fmt.Sprintf("/compare?old=d%d&new=d%d", 1+r.IntN(documents), 1+r.IntN(documents)),
				}[r.IntN(6)]}
				if status, err := v.ask(t.Context(), client, x); err != nil || status != http.StatusOK && status != http.StatusAccepted {
					t.Errorf("%s: %d, %v", x.address, status, err)
				}
			}
		})
	}
	for round := range rounds {
		write("a", round+1)
		write(fmt.Sprint("b", round), round)
		var writers sync.WaitGroup
		for _, folder := range []string{"a", fmt.Sprint("b", round)} {
			writers.Go(func() { p.run(t, "corpus", "add", folder).done(t) })
		}
		writers.Wait()
	}
	close(done)
	others.Wait()
	t.Logf("%d searches meanwhile", searches)
	p.run(t, "corpus", "check").done(t)
	if all := p.searchBound(t, 0); all != (1+rounds)*documents*boundSections {
		t.Errorf("%d places of %d", all, (1+rounds)*documents*boundSections)
	}
}

// searchBound searches for what stands together and checks what it finds. It
// gives how many places there are; none are lost, so there are no fewer than
// before.
func (p program) searchBound(t *testing.T, least int) int {
	var found struct {
		Total int
		Hits  []struct {
			ID, Path string
			Snippet  []struct {
				Text string
				Mark bool
			}
		}
	}
	o := p.run(t, "search", bound, boundTo, "--limit", "0", "--format", "json")
	if err := json.Unmarshal([]byte(o.stdout), &found); err != nil || o.status != statusDone {
		t.Errorf("%d %v: %s", o.status, err, o.stderr)
		return least
	}
	if found.Total%boundSections != 0 || found.Total < least || len(found.Hits) != found.Total {
		t.Errorf("%d places, %d hits, at least %d before", found.Total, len(found.Hits), least)
	}
	for _, h := range found.Hits {
		marks := map[string]bool{}
		for _, s := range h.Snippet {
			marks[s.Text] = marks[s.Text] || s.Mark
		}
		if h.ID == "" || h.Path == "" || !marks[bound] || !marks[boundTo] {
			t.Errorf("a hit without its text: %+v", h)
		}
	}
	if o := p.run(t, "search", bound+" NOT "+boundTo); o.status != statusDone || o.stdout != "0 of 0\n" {
		t.Errorf("one without the other: %d %s%s", o.status, o.stdout, o.stderr)
	}
	return found.Total
}
