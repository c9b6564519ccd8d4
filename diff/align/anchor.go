package align

import "strconv"

// anchor pairs the units that say the same on both sides and are plainly each
// other's: first those whose words stand once on either side, then, between
// two such pairs, those that stand once there, and those next to a pair. What
// is repeated elsewhere in the document (施行期日, 削除) so finds its own by its
// place.
func (m *matcher) anchor() {
	m.keys()
	all := gap{0, len(m.a), 0, len(m.b)}
	m.pairOnce(all, func(p *profile) int32 { return p.words })
	m.pairOnce(all, func(p *profile) int32 { return p.masked })
	for range 3 {
		for _, g := range m.gaps(m.backbone(nil)) {
			m.pairOnce(g, func(p *profile) int32 { return p.words })
			m.extend(g)
		}
	}
}

// keys numbers the texts of the units, so that equal ones have equal keys. The
// key of a heading without text holds all that stands below it.
func (m *matcher) keys() {
	ids := map[string]int32{}
	id := func(s string) int32 {
		k, ok := ids[s]
		if !ok {
			k = int32(len(ids) + 1)
			ids[s] = k
		}
		return k
	}
	for _, side := range []struct {
		s  Side
		ps []profile
	}{{m.left, m.a}, {m.right, m.b}} {
		for i := len(side.ps) - 1; i >= 0; i-- {
			p := &side.ps[i]
			p.says = id(p.maskedText)
			if !p.bare {
				p.words, p.masked = id(p.plainText), id("\x00"+p.maskedText)
			} else {
				s := p.plainText
				for _, k := range side.s.Units[i].Children {
					s += "\x01" + strconv.Itoa(int(side.ps[k.Index].words))
				}
				p.words = id(s)
			}
			p.plainText, p.maskedText = "", ""
		}
	}
}

// A gap is a run of units of both sides, half-open.
type gap struct{ i0, i1, j0, j1 int }

// pairOnce pairs the free units of a gap that have the same key, where it
// stands once there on either side. A key of 0 is none.
func (m *matcher) pairOnce(g gap, key func(*profile) int32) {
	if g.i0 == g.i1 || g.j0 == g.j1 {
		return
	}
	type seen struct{ i, j int } // from 1; -1 where repeated
	at := make(map[int32]seen, g.i1-g.i0)
	note := func(x *int, i int) {
		if *x != 0 {
			i = -2
		}
		*x = i + 1
	}
	for i := g.i0; i < g.i1; i++ {
		if m.partner[i] < 0 {
			s := at[key(&m.a[i])]
			note(&s.i, i)
			at[key(&m.a[i])] = s
		}
	}
	for j := g.j0; j < g.j1; j++ {
		if m.partnerB[j] < 0 {
			s := at[key(&m.b[j])]
			note(&s.j, j)
			at[key(&m.b[j])] = s
		}
	}
	for i := g.i0; i < g.i1; i++ {
		k := key(&m.a[i])
		if s := at[k]; k != 0 && m.partner[i] < 0 && s.i > 0 && s.j > 0 && !m.forbidden[[2]int{i, s.j - 1}] {
			m.partner[i], m.partnerB[s.j-1] = s.j-1, i
		}
	}
}

// extend pairs the units at both ends of a gap as long as they say the same.
func (m *matcher) extend(g gap) {
	fits := func(i, j int) bool {
		return m.partner[i] < 0 && m.partnerB[j] < 0 && m.a[i].words == m.b[j].words &&
			!m.forbidden[[2]int{i, j}]
	}
	for ; g.i0 < g.i1 && g.j0 < g.j1 && fits(g.i0, g.j0); g.i0, g.j0 = g.i0+1, g.j0+1 {
		m.partner[g.i0], m.partnerB[g.j0] = g.j0, g.i0
	}
	for ; g.i0 < g.i1 && g.j0 < g.j1 && fits(g.i1-1, g.j1-1); g.i1, g.j1 = g.i1-1, g.j1-1 {
		m.partner[g.i1-1], m.partnerB[g.j1-1] = g.j1-1, g.i1-1
	}
}

// backbone gives the pairs that keep their order: a longest increasing run of
// the partners, of all or of those that trust accepts.
func (m *matcher) backbone(trust func(i, j int) bool) [][2]int {
	var at, to []int
	for i, j := range m.partner {
		if j >= 0 && (trust == nil || trust(i, j)) {
			at, to = append(at, i), append(to, j)
		}
	}
	run := increasing(to)
	out := make([][2]int, len(run))
	for n, k := range run {
		out[n] = [2]int{at[k], to[k]}
	}
	return out
}

// gaps gives the runs between the pairs of a backbone.
func (m *matcher) gaps(bone [][2]int) []gap {
	out := make([]gap, 0, len(bone)+1)
	i, j := 0, 0
	for _, b := range bone {
		out = append(out, gap{i, b[0], j, b[1]})
		i, j = b[0]+1, b[1]+1
	}
	return append(out, gap{i, len(m.a), j, len(m.b)})
}

// context tells for every old unit between which new ones it is expected.
type context struct{ prev, next [][2]int }

func (m *matcher) context(bone [][2]int) context {
	c := context{make([][2]int, len(m.a)), make([][2]int, len(m.a))}
	last, k := [2]int{-1, -1}, 0
	for i := range m.a {
		for k < len(bone) && bone[k][0] < i {
			last, k = bone[k], k+1
		}
		c.prev[i] = last
		c.next[i] = [2]int{len(m.a), len(m.b)}
		if n := k; n < len(bone) {
			if bone[n][0] == i {
				n++
			}
			if n < len(bone) {
				c.next[i] = bone[n]
			}
		}
	}
	return c
}

// fit is how well new unit j stands where old unit i is expected: 1 next to
// what i stood next to, falling towards 0 farther off between the neighbours,
// negative where they have been crossed.
func (c *context) fit(i, j int) float64 {
	p, n := c.prev[i], c.next[i]
	if j <= p[1] || j >= n[1] {
		off := float64(max(p[1]-j, j-n[1]) + 1)
		return -off / (off + 3)
	}
	d := min(abs((j-p[1])-(i-p[0])), abs((n[1]-j)-(n[0]-i)))
	return 1 / float64(1+d)
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
