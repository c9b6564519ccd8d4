package parse

// The beam keeps the best assignments, each with what it has learnt.

// slab is how many levels or choices are made room for at once.
const slab = 256

// room gives the places of the next level and choice; taken counts them as
// used.
func (c *chooser) room() (*level, *choice) {
	if len(c.levels) == 0 {
		c.levels, c.choices = make([]level, slab), make([]choice, slab)
	}
	return &c.levels[0], &c.choices[0]
}

func (c *chooser) taken() { c.levels, c.choices = c.levels[1:], c.choices[1:] }

func (c *chooser) wanted(score float64) bool {
	return len(c.next) < beamWidth || score > c.next[len(c.next)-1].score
}

// keep inserts an assignment into the ordered beam, unless one with the same
// open levels is there that is no worse, and reports whether it did.
func (c *chooser) keep(score float64, top *level, from *hypothesis, path *choice) bool {
	hash := top.sum()
	for j, other := range c.next {
		if other.top.sum() != hash {
			continue
		}
		if other.score >= score {
			return false
		}
		c.spare = append(c.spare, other)
		c.next = append(c.next[:j], c.next[j+1:]...)
		break
	}
	if len(c.next) == beamWidth {
		last := c.next[beamWidth-1]
		if last.score >= score {
			return false
		}
		c.spare = append(c.spare, last)
		c.next = c.next[:beamWidth-1]
	}
	n := c.copyOf(from)
	n.score, n.top = score, top
	if path != nil {
		n.path = path
		n.learn(top, c.art)
	}
	at := len(c.next)
	c.next = append(c.next, n)
	for ; at > 0 && c.next[at-1].score < score; at-- {
		c.next[at] = c.next[at-1]
	}
	c.next[at] = n
	return true
}

func (c *chooser) copyOf(from *hypothesis) *hypothesis {
	var n *hypothesis
	if k := len(c.spare); k > 0 {
		n, c.spare = c.spare[k-1], c.spare[:k-1]
	} else {
		n = new(hypothesis)
	}
	k := len(c.kinds)
	n.score, n.top, n.path, n.law = from.score, from.top, from.path, from.law
	copy(n.last[:k], from.last[:k])
	copy(n.under[:k], from.under[:k])
	copy(n.inside[:k], from.inside[:k])
	return n
}

// sum is the hash of a level and those above it; nil, the whole document, has
// one of its own.
func (l *level) sum() uint64 {
	if l == nil {
		return 1
	}
	return l.hash
}

// learn notes the number of the new level and the kinds that it stands in.
func (h *hypothesis) learn(l *level, article int) {
	if l.format > 0 {
		return
	}
	h.under[l.kind] = l.parent.under()
	if l.num > 0 {
		h.last[l.kind] = int16(min(l.num, 32000))
	} else { // how many there were
		h.last[l.kind] = min(h.last[l.kind]+1, 32000)
	}
	h.law = false
	for p := l.parent; p != nil; p = p.parent {
		if p.format == 0 {
			h.inside[l.kind] |= 1 << p.kind
			h.law = h.law || p.kind == article
		}
	}
	h.law = h.law || l.kind == article
}
