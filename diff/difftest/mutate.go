package difftest

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"shinkyu/parse/token"
)

// A Level says how much is done to a tree; each field but the last is a share
// of the units.
type Level struct {
	Name          string
	Drop, Add     float64
	Reword        float64 // of the units that stay
	Least, Most   float64 // of the words of a reworded unit
	Retitle       float64
	Move, Reorder float64
	Split, Merge  float64
	Depth         float64
	Mechanical    float64
}

// Levels are easy, medium and hard: an edition that was looked over, one that
// was worked over, one that was written anew.
var Levels = []Level{
	{Name: "easy", Drop: .04, Add: .04, Reword: .3, Least: .05, Most: .2, Retitle: .05, Move: .03, Reorder: .03, Split: .04, Merge: .04, Depth: .02, Mechanical: .3},
	{Name: "medium", Drop: .1, Add: .1, Reword: .6, Least: .15, Most: .45, Retitle: .2, Move: .06, Reorder: .05, Split: .07, Merge: .07, Depth: .05, Mechanical: .3},
	{Name: "hard", Drop: .18, Add: .18, Reword: .85, Least: .35, Most: .7, Retitle: .4, Move: .1, Reorder: .06, Split: .09, Merge: .09, Depth: .08, Mechanical: .3},
}

// A Truth is what a mutation did to one unit, or to several that it joined or
// parted. Units are named by Node.ID.
type Truth struct {
	Old, New []string
	Status   string // unchanged, reworded, split, merged, added, dropped
	Retitled bool
	Moved    bool
}

// A Mutation is a pair of editions and what lies between them.
type Mutation struct {
	Old, New *Tree
	Truths   []Truth
}

// Mutate makes two editions out of a tree. The units that one of them lacks are
// taken from the tree as well, so that what comes in resembles what was there.
// The words for rewording are those of the pool.
func Mutate(base *Tree, level Level, pool *Pool, seed uint64) *Mutation {
	m := &mutator{
		Level: level, pool: pool, r: rand.New(rand.NewPCG(seed, 0)),
		truth: map[string]*Truth{},
	}
	older, newer := base.number(), base.number()
	m.fates(older)
	m.prune(older, &older.Content, true)
	m.prune(newer, &newer.Content, false)
	m.change(newer)
	newer.FiscalYear++
	older.mark()
	newer.mark()
	return &Mutation{Old: older, New: newer, Truths: m.truths(older, newer)}
}

// number copies the tree with an ID for every unit.
func (t *Tree) number() *Tree {
	n := 0
	var copyOf func([]*Node) []*Node
	copyOf = func(in []*Node) []*Node {
		var out []*Node
		for _, x := range in {
			c := *x
			if x.Title != "" {
				n++
				c.ID = fmt.Sprintf("u%d", n)
			}
			c.Content = copyOf(x.Content)
			out = append(out, &c)
		}
		return out
	}
	return &Tree{Title: t.Title, FiscalYear: t.FiscalYear, Content: copyOf(t.Content)}
}

// styles are the markers by depth.
var styles = []func(int) string{
	func(n int) string { return fmt.Sprintf("第%d ", n) },
	func(n int) string { return fmt.Sprintf("%d ", n) },
	func(n int) string { return fmt.Sprintf("(%d) ", n) },
	func(n int) string { return fmt.Sprintf("%c ", rune('①'+min(n, 20)-1)) },
}

// mark numbers the sections afresh.
func (t *Tree) mark() { mark(t.Content, 0) }

func mark(nodes []*Node, depth int) {
	n := 0
	for _, x := range nodes {
		if x.Para != "" {
			continue
		}
		n++
		x.Marker = strings.TrimSpace(styles[min(depth, len(styles)-1)](n))
		mark(x.Content, depth+1)
	}
}

type mutator struct {
	Level
	pool  *Pool
	r     *rand.Rand
	fate  map[string]string // of each unit: keep, drop, add
	truth map[string]*Truth // by ID, of units that stay
}

func (m *mutator) chance(p float64) bool { return m.r.Float64() < p }

// fates chooses the units that only one edition has, with all below them.
func (m *mutator) fates(t *Tree) {
	m.fate = map[string]string{}
	var walk func([]*Node, string)
	walk = func(nodes []*Node, above string) {
		for _, n := range nodes {
			if n.ID == "" {
				walk(n.Content, above)
				continue
			}
			f := above
			if f == "" {
				switch x := m.r.Float64(); {
				case n.leaf() && x < m.Drop, x < m.Drop/4:
					f = "drop"
				case n.leaf() && x > 1-m.Add, x > 1-m.Add/4:
					f = "add"
				}
			}
			m.fate[n.ID] = f
			walk(n.Content, f)
		}
	}
	walk(t.Content, "")
}

// leaf reports whether no unit stands below.
func (n *Node) leaf() bool {
	return !slices.ContainsFunc(n.Content, func(c *Node) bool { return c.ID != "" || !c.leaf() })
}

func (m *mutator) prune(t *Tree, nodes *[]*Node, old bool) {
	gone := "drop"
	if old {
		gone = "add"
	}
	*nodes = slices.DeleteFunc(*nodes, func(n *Node) bool { return n.ID != "" && m.fate[n.ID] == gone })
	for _, n := range *nodes {
		m.prune(t, &n.Content, old)
	}
}

// text is the unit's own paragraphs.
func (n *Node) text() string {
	var out []string
	var walk func(*Node)
	walk = func(x *Node) {
		for _, c := range x.Content {
			if c.Para != "" {
				out = append(out, c.Para)
			} else if c.ID == "" {
				walk(c)
			}
		}
	}
	walk(n)
	return strings.Join(out, "\n")
}

// paras calls f for every paragraph of the unit's own.
func (n *Node) paras(f func(*Node)) {
	for _, c := range n.Content {
		if c.Para != "" {
			f(c)
		} else if c.ID == "" {
			c.paras(f)
		}
	}
}

// A seat is a unit and the list that it stands in.
type seat struct {
	n    *Node
	list *[]*Node
	up   *Node // its parent, nil at the top
	upup *[]*Node
}

func seats(t *Tree) []seat {
	var out []seat
	var walk func(*[]*Node, *Node, *[]*Node)
	walk = func(list *[]*Node, up *Node, upup *[]*Node) {
		for _, n := range *list {
			if n.ID != "" {
				out = append(out, seat{n, list, up, upup})
				walk(&n.Content, n, list)
			}
		}
	}
	walk(&t.Content, nil, nil)
	return out
}

// change does to the newer tree what the level says.
func (m *mutator) change(t *Tree) {
	for _, s := range seats(t) {
		if m.fate[s.n.ID] == "" {
			m.truth[s.n.ID] = &Truth{Old: []string{s.n.ID}, New: []string{s.n.ID}, Status: "unchanged"}
		}
	}
	busy := map[string]bool{}
	stays := func(n *Node) bool { return m.fate[n.ID] == "" && !busy[n.ID] }
	for _, s := range seats(t) {
		if stays(s.n) && s.n.leaf() && m.chance(m.Split) {
			m.split(s, busy)
		}
	}
	for _, s := range seats(t) {
		if stays(s.n) && s.n.leaf() && m.chance(m.Merge) {
			m.merge(s, stays, busy)
		}
	}
	m.shift(t, stays, busy)
	for _, s := range seats(t) {
		if m.fate[s.n.ID] == "" {
			m.rewrite(s.n)
		}
	}
}

// split parts a unit with several sentences in two.
func (m *mutator) split(s seat, busy map[string]bool) {
	parts := sentences(s.n.text())
	if len(parts) < 2 || len([]rune(s.n.text())) < 80 {
		return
	}
	k := half(parts)
	first, second := strings.Join(parts[:k], ""), strings.Join(parts[k:], "")
	s.n.Content = []*Node{{Para: first}}
	other := &Node{ID: s.n.ID + "b", Title: m.pool.title(m.r, second), Content: []*Node{{Para: second}}}
	at := slices.Index(*s.list, s.n)
	*s.list = slices.Insert(*s.list, at+1, other)
	t := m.truth[s.n.ID]
	t.Status, t.New, t.Retitled = "split", []string{s.n.ID, other.ID}, true
	m.truth[other.ID] = t
	busy[s.n.ID], busy[other.ID] = true, true
}

// half is where the sentences are cut into two parts of nearly equal length.
func half(parts []string) int {
	total, sum := len(strings.Join(parts, "")), 0
	for i, p := range parts[:len(parts)-1] {
		sum += len(p)
		if 2*sum+len(parts[i+1]) >= total {
			return i + 1
		}
	}
	return len(parts) - 1
}

// merge joins a unit and the one after it.
func (m *mutator) merge(s seat, stays func(*Node) bool, busy map[string]bool) {
	at := slices.Index(*s.list, s.n)
	if at < 0 || at+1 >= len(*s.list) {
		return
	}
	next := (*s.list)[at+1]
	if next.ID == "" || !stays(next) || !next.leaf() || len([]rune(s.n.text())) < 40 || len([]rune(next.text())) < 40 {
		return
	}
	if m.chance(.5) {
		s.n.Title = m.pool.title(m.r, s.n.text()+next.text())
	}
	s.n.Content = []*Node{{Para: s.n.text()}, {Para: next.text()}}
	*s.list = slices.Delete(*s.list, at+1, at+2)
	t := m.truth[s.n.ID]
	t.Status, t.Old = "merged", []string{s.n.ID, next.ID}
	m.truth[next.ID] = t
	busy[s.n.ID], busy[next.ID] = true, true
}

// shift moves units: to another parent, up a level, or past their siblings.
func (m *mutator) shift(t *Tree, stays func(*Node) bool, busy map[string]bool) {
	all := seats(t)
	reordered := map[*[]*Node]bool{}
	for _, s := range all {
		if !stays(s.n) || slices.Index(*s.list, s.n) < 0 {
			continue
		}
		switch {
		case m.chance(m.Move):
			m.move(s, all, busy)
		case s.up != nil && s.n.leaf() && m.chance(m.Depth):
			m.take(s, busy)
			*s.upup = slices.Insert(*s.upup, slices.Index(*s.upup, s.up)+1, s.n)
		case !reordered[s.list] && m.chance(m.Reorder):
			reordered[s.list] = m.reorder(s, busy)
		}
	}
}

// take takes a unit from its place.
func (m *mutator) take(s seat, busy map[string]bool) {
	at := slices.Index(*s.list, s.n)
	*s.list = slices.Delete(*s.list, at, at+1)
	m.truth[s.n.ID].Moved = true
	busy[s.n.ID] = true
}

func (m *mutator) move(s seat, all []seat, busy map[string]bool) {
	var to []*Node
	for _, x := range all {
		if x.n != s.up && !x.n.leaf() && !s.n.holds(x.n) && m.fate[x.n.ID] == "" {
			to = append(to, x.n)
		}
	}
	if len(to) == 0 {
		return
	}
	m.take(s, busy)
	p := to[m.r.IntN(len(to))]
	p.Content = append(p.Content, s.n)
}

// holds reports whether x is n or stands below it.
func (n *Node) holds(x *Node) bool {
	return n == x || slices.ContainsFunc(n.Content, func(c *Node) bool { return c.holds(x) })
}

// reorder moves a unit past two of its siblings or more, so that it is plain
// which one moved.
func (m *mutator) reorder(s seat, busy map[string]bool) bool {
	at := slices.Index(*s.list, s.n)
	to := at + 3
	if to > len(*s.list) {
		return false
	}
	for _, x := range (*s.list)[at:to] {
		if x.ID == "" || m.fate[x.ID] != "" || busy[x.ID] {
			return false
		}
	}
	for _, x := range (*s.list)[at:to] {
		busy[x.ID] = true // if one of these left, two would have changed places
	}
	m.take(s, busy)
	*s.list = slices.Insert(*s.list, to-1, s.n)
	return true
}

// rewrite changes the words of a unit that stays.
func (m *mutator) rewrite(n *Node) {
	t := m.truth[n.ID]
	if m.chance(m.Retitle) {
		if title := m.pool.reword(m.r, n.Title, .4); title != "" && title != n.Title {
			n.Title, t.Retitled = title, true
		}
	}
	switch {
	case m.chance(m.Reword):
		share := m.Least + m.r.Float64()*(m.Most-m.Least)
		changed := false
		n.paras(func(p *Node) {
			was := p.Para
			p.Para = m.pool.reword(m.r, p.Para, share)
			changed = changed || was != p.Para
		})
		if changed && t.Status == "unchanged" {
			t.Status = "reworded"
		}
	case m.chance(m.Mechanical):
		n.paras(func(p *Node) { p.Para = widen(p.Para) })
	}
}

// truths lists what was done, in the order of the newer tree.
func (m *mutator) truths(older, newer *Tree) []Truth {
	parents := func(t *Tree) map[string]string {
		out := map[string]string{}
		for _, s := range seats(t) {
			if s.up != nil {
				out[s.n.ID] = s.up.ID
			}
		}
		return out
	}
	before, after := parents(older), parents(newer)
	var out []Truth
	listed := map[*Truth]bool{}
	for _, s := range seats(newer) {
		t := m.truth[s.n.ID]
		switch {
		case t == nil:
			out = append(out, Truth{New: []string{s.n.ID}, Status: "added"})
		case !listed[t]:
			listed[t] = true
			t.Moved = t.Moved || before[t.Old[0]] != after[t.New[0]]
			out = append(out, *t)
		}
	}
	for _, s := range seats(older) {
		if m.fate[s.n.ID] == "drop" {
			out = append(out, Truth{Old: []string{s.n.ID}, Status: "dropped"})
		}
	}
	return out
}

// sentences cuts a text after full stops and line breaks.
func sentences(s string) []string {
	var out []string
	start := 0
	for i, r := range s {
		if r == '。' || r == '\n' {
			out = append(out, s[start:i+len(string(r))])
			start = i + len(string(r))
		}
	}
	if start < len(s) {
		out = append(out, s[start:])
	}
	return out
}

// widen changes the printing of a text and not a word of it.
func widen(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' {
			return r + 0xfee0
		}
		if r >= '０' && r <= '９' {
			return r - 0xfee0
		}
		return r
	}, s)
}

// A Pool is the words that rewording takes from.
type Pool struct {
	tok   token.Tokenizer
	nouns []string
}

// NewPool takes the words of the trees.
func NewPool(tok token.Tokenizer, trees ...*Tree) *Pool {
	p := &Pool{tok: tok}
	seen := map[string]bool{}
	for _, t := range trees {
		for _, s := range seats(t.number()) {
			for _, w := range tok.Words(s.n.text()) {
				if noun(&w) && !seen[w.Surface] {
					seen[w.Surface] = true
					p.nouns = append(p.nouns, w.Surface)
				}
			}
		}
	}
	return p
}

func noun(w *token.Word) bool {
	return w.POS == "名詞" && len(w.Surface) >= 6 && w.Known && w.Sub != "数" && w.Sub != "非自立" && w.Sub != "代名詞"
}

// reword replaces, drops or adds nouns until about the share of them is
// changed, and drops or repeats a clause now and then.
func (p *Pool) reword(r *rand.Rand, s string, share float64) string {
	words := p.tok.Words(s)
	var b strings.Builder
	at := 0
	for i := range words {
		w := &words[i]
		b.WriteString(s[at:w.Start])
		at = w.End
		if !noun(w) || r.Float64() >= share {
			b.WriteString(w.Surface)
			continue
		}
		switch x := r.Float64(); {
		case x < .7:
			b.WriteString(p.nouns[r.IntN(len(p.nouns))])
		case x < .85:
			b.WriteString(p.nouns[r.IntN(len(p.nouns))] + w.Surface)
		}
	}
	b.WriteString(s[at:])
	return p.reclause(r, b.String(), share)
}

// reclause drops clauses of a text, a third as often as words.
func (p *Pool) reclause(r *rand.Rand, s string, share float64) string {
	clauses := strings.SplitAfter(s, "、")
	if len(clauses) < 3 {
		return s
	}
	out := clauses[:0:0]
	for i, c := range clauses {
		if i == len(clauses)-1 || r.Float64() >= share/3 {
			out = append(out, c)
		}
	}
	return strings.Join(out, "")
}

// title makes a heading from the nouns of a text.
func (p *Pool) title(r *rand.Rand, text string) string {
	var nouns []string
	for _, w := range p.tok.Words(text) {
		if noun(&w) {
			nouns = append(nouns, w.Surface)
		}
	}
	if len(nouns) == 0 {
		return "その他"
	}
	out := nouns[r.IntN(len(nouns))]
	for range 1 + r.IntN(2) {
		out += "の" + nouns[r.IntN(len(nouns))]
	}
	return out
}
