package align

import (
	"slices"

	"shinkyu/parse"
)

// fix sets the correspondences that were given aside from all others.
func (m *matcher) fix() {
	m.fixedA, m.fixedB = make([]bool, len(m.a)), make([]bool, len(m.b))
	m.forbidden = map[[2]int]bool{}
	for _, f := range m.opt.Forbidden {
		m.forbidden[f] = true
	}
	for _, f := range m.opt.Fixed {
		c := Correspondence{
			Old: slices.Sorted(slices.Values(f.Old)), New: slices.Sorted(slices.Values(f.New)),
			Confidence: parse.Certain, Decision: f.Decision, Note: f.Note,
		}
		for _, i := range c.Old {
			for _, j := range c.New {
				m.partner[i], m.partnerB[j] = c.New[0], c.Old[0]
				m.fixedA[i], m.fixedB[j] = true, true
				m.given(&c, i, j)
			}
		}
		m.out = append(m.out, c)
	}
}

// given sets similarity and evidence of a given correspondence from its best
// pair, so that the report can say what the texts alone would have said.
func (m *matcher) given(c *Correspondence, i, j int) {
	p := pair{i: i, j: j, sig: m.measure(i, j)}
	p.score = m.similarity(i, j, p.sig)
	if c.Evidence == nil || p.score > c.Similarity {
		c.Similarity = p.score
		c.Evidence = m.evidence(&p, p.score)
	}
}
