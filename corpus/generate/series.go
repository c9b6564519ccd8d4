package generate

import (
	"fmt"
	"slices"
	"strings"
)

// A History is the editions of one document and what became of its areas.
type History struct {
	Title    string
	Editions []string // texts
	Years    []int    // fiscal years
	Events   []Event
}

// An Event is what became of one area between two editions.
type Event struct {
	Kind string // same, split, merged, returned, born, dropped
	Old  Unit   // zero for a birth
	New  Unit   // zero for a drop
}

// A Unit names an area in an edition: no two of one edition have one title.
type Unit struct {
	Edition int
	Title   string
}

// An area has two halves, so that it can split along them.
type area struct {
	title    string
	subjects [2]subject
	halves   [2][]string // sentences
	last     int         // the edition that it was in last
}

// A historian makes a history.
type historian struct {
	*Maker
	h        *History
	chapters [][]*area
	heads    []string
	asleep   []*area
	used     map[string]bool
}

// Series makes a document of n editions. From each edition to the next areas
// are kept, reworded, moved, retitled, split, merged and dropped, new ones
// come in and dropped ones come back, at the rates at which yearly policy
// documents change: two thirds of what stays is touched.
func Series(seed uint64, n int) *History {
	g := &historian{Maker: New(seed), h: &History{}, used: map[string]bool{}}
	g.h.Title = g.title(g.subject(2)) + "に関する%s予算重点化方針"
	for range 4 {
		g.heads = append(g.heads, g.fresh(g.subject(3)))
		var chapter []*area
		for range 5 {
			a := g.area(0)
			chapter = append(chapter, a)
		}
		g.chapters = append(g.chapters, chapter)
	}
	for k := range n {
		if k > 0 {
			g.year(k)
		}
		g.h.Years = append(g.h.Years, 2012+k)
		g.h.Editions = append(g.h.Editions, g.text(k))
	}
	return g.h
}

// fresh makes a title that the document never had.
func (g *historian) fresh(s subject) string {
	for {
		t := g.title(s)
		if g.used[t] {
			t = pick(g.Maker, actors) + "による" + t
		}
		if !g.used[t] {
			g.used[t] = true
			return t
		}
		s = append(s, pick(g.Maker, nouns))
	}
}

func (g *historian) area(k int) *area {
	a := &area{subjects: [2]subject{g.subject(4), g.subject(4)}, last: k}
	for i := range a.halves {
		for range 3 + g.IntN(3) {
			a.halves[i] = append(a.halves[i], g.sentence(a.subjects[i]))
		}
	}
	a.title = g.fresh(append(slices.Clone(a.subjects[0]), a.subjects[1]...))
	return a
}

func (g *historian) event(kind string, old, new Unit) {
	g.h.Events = append(g.h.Events, Event{kind, old, new})
}

// year makes edition k out of the one before.
func (g *historian) year(k int) {
	for _, head := range g.heads {
		g.event("same", Unit{k - 1, head}, Unit{k, head})
	}
	for c := range g.chapters {
		var next []*area
		for i := 0; i < len(g.chapters[c]); i++ {
			a := g.chapters[c][i]
			switch r := g.IntN(100); {
			case r < 6:
				g.event("dropped", Unit{k - 1, a.title}, Unit{})
				g.asleep = append(g.asleep, a)
			case r < 10:
				next = append(next, g.split(k, a)...)
			case r < 14 && i+1 < len(g.chapters[c]):
				next = append(next, g.merge(k, a, g.chapters[c][i+1]))
				i++
			default:
				old := Unit{k - 1, a.title}
				if g.IntN(3) > 0 {
					g.reword(a)
				}
				a.last = k
				g.event("same", old, Unit{k, a.title})
				next = append(next, a)
			}
		}
		if g.IntN(100) < 25 {
			a := g.area(k)
			g.event("born", Unit{}, Unit{k, a.title})
			next = slices.Insert(next, g.IntN(len(next)+1), a)
		}
		g.chapters[c] = next
	}
	g.wake(k)
	g.move()
}

// wake lets dropped areas come back after a gap.
func (g *historian) wake(k int) {
	g.asleep = slices.DeleteFunc(g.asleep, func(a *area) bool {
		if a.last > k-2 || g.IntN(100) >= 20 {
			return false
		}
		old := Unit{a.last, a.title}
		g.reword(a)
		a.last = k
		g.event("returned", old, Unit{k, a.title})
		c := g.IntN(len(g.chapters))
		g.chapters[c] = append(g.chapters[c], a)
		return true
	})
}

// move takes an area to another chapter now and then.
func (g *historian) move() {
	from, to := g.IntN(len(g.chapters)), g.IntN(len(g.chapters))
	if n := len(g.chapters[from]); from != to && n > 1 && g.IntN(2) == 0 {
		i := g.IntN(n)
		g.chapters[to] = append(g.chapters[to], g.chapters[from][i])
		g.chapters[from] = slices.Delete(g.chapters[from], i, i+1)
	}
}

// reword replaces a third of the sentences, and the title now and then.
func (g *historian) reword(a *area) {
	for i := range a.halves {
		for j := range a.halves[i] {
			if g.IntN(3) == 0 {
				a.halves[i][j] = g.sentence(a.subjects[i])
			}
		}
	}
	if g.IntN(5) == 0 {
		a.title = g.fresh(append(slices.Clone(a.subjects[0]), a.subjects[1]...))
	}
}

// split makes two areas of one; each half is written out.
func (g *historian) split(k int, a *area) []*area {
	var out []*area
	for i := range a.halves {
		b := &area{last: k, subjects: [2]subject{a.subjects[i], g.subject(4)}}
		b.halves[0] = a.halves[i]
		for range 1 + g.IntN(2) {
			b.halves[1] = append(b.halves[1], g.sentence(b.subjects[1]))
		}
		b.title = g.fresh(slices.Clone(a.subjects[i]))
		g.event("split", Unit{k - 1, a.title}, Unit{k, b.title})
		out = append(out, b)
	}
	return out
}

// merge makes one area of two; a sentence or two goes out.
func (g *historian) merge(k int, a, b *area) *area {
	m := &area{last: k}
	for i, x := range []*area{a, b} {
		m.subjects[i] = append(slices.Clone(x.subjects[0]), x.subjects[1]...)
		all := append(slices.Clone(x.halves[0]), x.halves[1]...)
		m.halves[i] = all[:max(len(all)-1, 1)]
	}
	m.title = g.fresh(append(slices.Clone(m.subjects[0]), m.subjects[1]...))
	g.event("merged", Unit{k - 1, a.title}, Unit{k, m.title})
	g.event("merged", Unit{k - 1, b.title}, Unit{k, m.title})
	return m
}

// text writes an edition.
func (g *historian) text(k int) string {
	var b strings.Builder
	year := g.h.Years[k]
	fmt.Fprintf(&b, g.h.Title+"\n\n%s\n総合政策本部決定\n\n", FiscalYear(year), date(year-1))
	b.WriteString("本方針は、総合政策基本法（平成12年法律第99号）に基づき、予算の重点化の考え方を示すものである。\n\n")
	for c, chapter := range g.chapters {
		fmt.Fprintf(&b, "第%d %s\n\n以下の取組を進める。\n\n", c+1, g.heads[c])
		for i, a := range chapter {
			fmt.Fprintf(&b, "%d %s\n\n%s\n\n%s\n\n", i+1, a.title, strings.Join(a.halves[0], ""), strings.Join(a.halves[1], ""))
		}
	}
	return b.String()
}

// FiscalYear writes a fiscal year in the Japanese calendar.
func FiscalYear(year int) string {
	if year < 2020 {
		return fmt.Sprintf("平成%d年度", year-1988)
	}
	return fmt.Sprintf("令和%d年度", year-2018)
}

func date(year int) string {
	if year < 2019 || year == 2019 {
		return fmt.Sprintf("平成%d年4月1日", year-1988)
	}
	return fmt.Sprintf("令和%d年6月1日", year-2018)
}
