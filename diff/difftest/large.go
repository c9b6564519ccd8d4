package difftest

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// Large makes a tree of about n units of two to five sentences, in chapters of
// ten, from the words of the pool.
func Large(n int, pool *Pool, seed uint64) *Tree {
	r := rand.New(rand.NewPCG(seed, 1))
	t := &Tree{Title: "大規模文書", FiscalYear: 2020}
	var chapter *Node
	for i := range n {
		if i%10 == 0 {
			chapter = &Node{Title: pool.phrase(r), Content: []*Node{{Para: pool.sentence(r)}}}
			t.Content = append(t.Content, chapter)
			continue
		}
		var b strings.Builder
		for range 2 + r.IntN(4) {
			b.WriteString(pool.sentence(r))
		}
		chapter.Content = append(chapter.Content, &Node{Title: pool.phrase(r), Content: []*Node{{Para: b.String()}}})
	}
	t.mark()
	return t
}

// noun gives a word of the pool; some come up far more often than others, as
// in any text.
func (p *Pool) noun(r *rand.Rand) string {
	x := r.Float64()
	return p.nouns[int(x*x*x*float64(len(p.nouns)))]
}

func (p *Pool) phrase(r *rand.Rand) string {
	return p.noun(r) + p.noun(r) + "の" + p.noun(r)
}

// frames are the shapes of sentences.
var frames = []string{
	"%sを踏まえ、%sに関する%sを推進し、%sの%sを図るものとする。",
	"%sについては、%sと連携して%sを強化し、%sによる%sを進める。",
	"また、%sにおける%sの%sに取り組み、%sが%sを確保できるよう努める。",
	"このため、%sは、%sの%sを実施し、令和5年度末までに%sを%sする。",
}

func (p *Pool) sentence(r *rand.Rand) string {
	words := make([]any, 5)
	for i := range words {
		words[i] = p.noun(r) + p.noun(r)
	}
	return fmt.Sprintf(frames[r.IntN(len(frames))], words...)
}
