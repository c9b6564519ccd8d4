package cite

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"
)

// finish puts the index in order: laws before plans, each by first mention.
func (f *finder) finish() {
	for _, w := range f.works {
		sort.SliceStable(w.Mentions, func(a, b int) bool { return w.Mentions[a].before(&w.Mentions[b].Place) })
	}
	f.ix.Works = ordered(f.works)
	for _, pg := range f.pages {
		f.listDefinitions(pg)
	}
	sort.SliceStable(f.ix.Unresolved, func(a, b int) bool { return f.ix.Unresolved[a].before(&f.ix.Unresolved[b].Place) })
	sort.SliceStable(f.ix.References, func(a, b int) bool { return f.ix.References[a].before(&f.ix.References[b].Place) })
	link(f.ix.Works)
}

func (p *Place) before(q *Place) bool {
	if p.Node != q.Node {
		return p.Node < q.Node
	}
	return p.Start < q.Start
}

// ordered puts laws before plans.
func ordered(works []*Work) []*Work {
	out := slices.Clone(works)
	sort.SliceStable(out, func(a, b int) bool {
		if out[a].Kind != out[b].Kind {
			return out[a].Kind == Law
		}
		return firstPlace(out[a]).before(firstPlace(out[b]))
	})
	return out
}

func firstPlace(w *Work) *Place {
	if len(w.Mentions) == 0 {
		return &Place{}
	}
	return &w.Mentions[0].Place
}

func (f *finder) listDefinitions(pg *page) {
	sort.SliceStable(pg.defs, func(a, b int) bool { return pg.defs[a].start < pg.defs[b].start })
	for _, d := range pg.defs {
		f.ix.Definitions = append(f.ix.Definitions, Definition{
			Place: f.place(pg.run, d.start, d.end), Alias: d.alias, For: d.meaning, Via: d.via, Scope: d.scope, Work: d.work,
		})
	}
}

// A candidate is a plan with what its editions are told by.
type candidate struct {
	work    *Work
	edition string
	folded  string
	stem    string
	head    string
	grams   map[[2]rune]bool
	docs    map[string]bool // that cite it
}

// link chains the editions of plans: each to the latest older work of the same
// title or, where there is none, of a title that differs little.
func link(works []*Work) {
	byHead := map[string][]*candidate{}
	var list []*candidate
	for _, w := range works {
		w.Succeeds, w.SucceedsConfidence, w.SucceedsWhy = nil, "", ""
		if w.Kind != Plan {
			continue
		}
		c := newCandidate(w)
		list = append(list, c)
		byHead[c.head] = append(byHead[c.head], c)
	}
	for _, c := range list {
		var best *candidate
		score := 0.0
		for _, v := range byHead[c.head] {
			if v.edition == "" || v.edition >= c.edition {
				continue
			}
			s := v.likeness(c)
			if s < sameStemScore && v.besides(c) {
				continue
			}
			if s > score || s > 0 && s == score && best.edition < v.edition {
				best, score = v, s
			}
		}
		if best != nil {
			c.work.setSuccession(best.work, score)
		}
	}
}

func newCandidate(w *Work) *candidate {
	c := &candidate{work: w, edition: edition(w), folded: foldTitle(w.Title), stem: stem(w.Title), head: headOf(w.Title, planHeads)}
	c.grams = bigrams(c.stem)
	c.docs = map[string]bool{}
	for i := range w.Mentions {
		c.docs[w.Mentions[i].Doc] = true
	}
	return c
}

// besides reports whether one document cites both: plans that stand side by
// side are two plans, however much their titles have in common.
func (c *candidate) besides(v *candidate) bool {
	for doc := range c.docs {
		if v.docs[doc] {
			return true
		}
	}
	return false
}

// Likeness of titles: the same, the same but for edition marks, and alike.
const (
	sameTitleScore = 3.0
	sameStemScore  = 2.0
	minLikeness    = 0.6 // of character bigrams of the stems
)

// edition is what orders the editions of a plan.
func edition(w *Work) string {
	if len(w.Events) > 0 && w.Events[0].Date.EDTF != "" {
		return w.Events[0].Date.EDTF
	}
	t := foldWidth(w.Title)
	for i := 0; i+4 <= len(t); i++ {
		if (t[i:i+2] == "20" || t[i:i+2] == "19") && isDigit(t[i+2]) && isDigit(t[i+3]) {
			return t[i : i+4]
		}
	}
	return ""
}

// likeness compares two titles with the same head; 0 where they are not of one
// plan.
func (c *candidate) likeness(v *candidate) float64 {
	switch {
	case c.folded == v.folded:
		return sameTitleScore
	case c.stem == v.stem:
		return sameStemScore
	case c.head == "":
		return 0
	}
	if s := overlap(c.grams, v.grams); s >= minLikeness {
		return s
	}
	return 0
}

// stem is a title without what tells its editions apart: years, 第４次, versions.
func stem(title string) string {
	t := foldTitle(bareTitle(title))
	var b strings.Builder
	for i := 0; i < len(t); {
		r, w := utf8.DecodeRuneInString(t[i:])
		if r == '第' {
			if _, k := readNumeral(t, i+w); k >= 0 {
				if q := runeAt(t, k); q == '次' || q == '期' || q == '版' {
					i = k + utf8.RuneLen(q)
					continue
				}
			}
		}
		if !isNumeral(r) || r >= '一' {
			b.WriteRune(r)
		}
		i += w
	}
	return b.String()
}

// overlap is the Dice coefficient of two sets of character bigrams.
func overlap(x, y map[[2]rune]bool) float64 {
	if len(x)+len(y) == 0 {
		return 0
	}
	n := 0
	for g := range x {
		if y[g] {
			n++
		}
	}
	return 2 * float64(n) / float64(len(x)+len(y))
}

func bigrams(s string) map[[2]rune]bool {
	out := map[[2]rune]bool{}
	var last rune
	for _, r := range s {
		if last != 0 {
			out[[2]rune{last, r}] = true
		}
		last = r
	}
	return out
}

// minPrefix is how many runes two retitled editions have to begin alike for
// their succession to be likely: the subject, which stands first.
const minPrefix = 5

// commonPrefix counts the runes that two strings begin alike with.
func commonPrefix(a, b string) int {
	n := 0
	for i, r := range a {
		if !strings.HasPrefix(b[min(i, len(b)):], string(r)) {
			break
		}
		n++
	}
	return n
}

func (w *Work) setSuccession(v *Work, score float64) {
	w.Succeeds = v
	switch {
	case score >= sameTitleScore:
		w.SucceedsConfidence, w.SucceedsWhy = "certain", "同じ題名で後の決定 (same title, newer decision)"
	case score >= sameStemScore:
		w.SucceedsConfidence, w.SucceedsWhy = "likely", "年次・版を除き同じ題名 (same title but for its year, ordinal or version)"
	default:
		w.SucceedsConfidence, w.SucceedsWhy = "likely", "題名が似て、同じ種類の文書 (similar title, same kind of document)"
		if score < 0.75 && commonPrefix(stem(v.Title), stem(w.Title)) < minPrefix {
			w.SucceedsConfidence = "uncertain"
		}
	}
}
