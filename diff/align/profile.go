package align

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"shinkyu/diff/fold"
	"shinkyu/diff/unit"
)

// A Side is the units of one edition with what is known of them.
type Side struct {
	Units []*unit.Unit
	// Works are the works that each unit cites in its own text, by a name that
	// is the same for all editions of a work. Nil where citations are unknown.
	Works [][]string
}

// works are those that one unit cites; none where citations are unknown.
func (s Side) works(i int) []string {
	if s.Works == nil {
		return nil
	}
	return s.Works[i]
}

// A profile is what a unit is compared by.
type profile struct {
	// plainText and maskedText are heading and text, folded and masked; words
	// and masked are the keys that they have been given.
	plainText, maskedText string
	words, masked         int32
	says                  int32 // key of its own heading and text alone

	own     vector // heading and own text
	sub     vector // with all that stands below it; own where nothing does
	head    vector // heading
	subject vector // what the unit is about
	works   vector // cited, in its own text and below
	hasHead bool
	bare    bool // nothing of its own but the heading
	article bool
}

// A vector is a weighted bag of features, sorted by feature, of length 1.
type vector []weight

type weight struct {
	id int32
	w  float32
}

// A counter turns texts into counts of features that both sides share.
type counter struct {
	ids   map[string]int32
	names []string
	df    [2][]int32 // units of each side that hold the feature in their own text
	units int
}

func newCounter() *counter { return &counter{ids: map[string]int32{}} }

func (c *counter) id(name string) int32 {
	id, ok := c.ids[name]
	if !ok {
		id = int32(len(c.names))
		name = strings.Clone(name)
		c.ids[name] = id
		c.names = append(c.names, name)
		c.df[0], c.df[1] = append(c.df[0], 0), append(c.df[1], 0)
	}
	return id
}

// A bag counts features.
type bag map[int32]int32

// count adds the features of a masked text: pairs of neighbouring characters,
// and the terms that the change of script marks off.
func (c *counter) count(s string, into bag) {
	pairs(s, func(p string) { into[c.id(p)]++ })
	scripts(s, func(t string) { into[c.id("="+t)]++ })
}

// pairs calls f for each pair of neighbouring letters of s that are not both
// hiragana, which says little.
func pairs(s string, f func(string)) {
	last, lastKind := -1, other
	for i, r := range s {
		k := script(r)
		if last >= 0 && lastKind != other && k != other && (k != hiragana || lastKind != hiragana) {
			f(s[last : i+len(string(r))])
		}
		last, lastKind = i, k
	}
}

// scripts calls f for each run of ideographs, katakana and Latin letters of s,
// and for its parts in one script where it has several. Japanese writes its
// terms in these and its grammar in hiragana, so that they stand for the
// compounds of a dictionary at a tenth of the time.
func scripts(s string, f func(string)) {
	start, part := -1, -1
	kind := other
	end := func(i int) {
		if start >= 0 {
			if part > start && i-part > 3 {
				f(s[part:i])
			}
			if i-start > 3 {
				f(s[start:i])
			}
		}
		start, part = -1, -1
	}
	for i, r := range s {
		k := script(r)
		if k == other && (r == '・' || r == '-') && kind == katakana {
			continue
		}
		if k == other || k == hiragana {
			end(i)
			continue
		}
		switch {
		case start < 0:
			start, part = i, i
		case k != kind:
			if i-part > 3 {
				f(s[part:i])
			}
			part = i
		}
		kind = k
	}
	end(len(s))
}

// The scripts that tell terms apart.
const (
	other = iota
	hiragana
	katakana
	han
	latin
)

func script(r rune) int {
	switch {
	case r < 0x80:
		if unicode.IsLetter(r) {
			return latin
		}
	case r >= 0x3041 && r <= 0x309f:
		return hiragana
	case r >= 0x30a1 && r <= 0x30fa || r == 'ー':
		return katakana
	case r >= 0x4e00 && r <= 0x9fff || r == '々' || r >= 0x3400 && r <= 0x4dbf || r >= 0x20000 && r < 0x40000:
		return han
	case unicode.IsLetter(r):
		return latin
	}
	return other
}

// profiles makes the profiles of both sides.
func profiles(a, b Side) (pa, pb []profile, c *counter) {
	c = newCounter()
	pa, pb = make([]profile, len(a.Units)), make([]profile, len(b.Units))
	ownA, ownB := c.read(a, pa, 0), c.read(b, pb, 1)
	works := newCounter()
	c.finish(a, pa, ownA, works)
	c.finish(b, pb, ownB, works)
	return pa, pb, c
}

// raw are the counts of a unit before they are weighted.
type raw struct{ own, head bag }

// read counts the features of every unit.
func (c *counter) read(s Side, ps []profile, side int) []raw {
	out := make([]raw, len(s.Units))
	for i, u := range s.Units {
		plainTitle, plainText := fold.String(u.Title), fold.String(u.Text())
		title, text := fold.Mask(plainTitle), fold.Mask(plainText)
		ps[i].plainText = plainTitle + "\n" + plainText
		ps[i].maskedText = title + "\n" + text
		ps[i].bare = text == ""
		ps[i].article = article(u)
		out[i] = raw{own: bag{}, head: bag{}}
		c.count(title, out[i].head)
		c.count(title, out[i].own)
		c.count(text, out[i].own)
		ps[i].hasHead = len(out[i].head) > 0
		for id := range out[i].own {
			c.df[side][id]++
		}
	}
	c.units += len(s.Units)
	return out
}

// article reports whether a unit is an article of a law: 第十二条の二.
func article(u *unit.Unit) bool {
	m := []rune(u.Marker)
	return len(m) > 2 && m[0] == '第' && slices.Contains(m, '条')
}

// finish weighs the counts.
func (c *counter) finish(s Side, ps []profile, raws []raw, works *counter) {
	below := make([]bag, len(raws))
	cited := make([]bag, len(raws))
	for i := len(raws) - 1; i >= 0; i-- { // children stand after their parent
		u := s.Units[i]
		ps[i].own = c.vector(raws[i].own)
		ps[i].head = c.vector(raws[i].head)
		ps[i].sub = ps[i].own
		cited[i] = bag{}
		for _, w := range s.works(i) {
			cited[i][works.id(w)] = 1
		}
		if len(u.Children) > 0 {
			below[i] = merge(raws[i].own, u.Children, raws, below)
			ps[i].sub = c.vector(below[i])
			for _, k := range u.Children {
				for id := range cited[k.Index] {
					cited[i][id] = 1
				}
			}
		}
		ps[i].subject = ps[i].own
		if ps[i].bare {
			ps[i].subject = mean(ps[i].own, ps[i].sub)
		}
		ps[i].works = plain(cited[i])
	}
}

// merge adds up the counts of a unit and all that stands below it.
func merge(own bag, children []*unit.Unit, raws []raw, below []bag) bag {
	out := bag{}
	add := func(b bag) {
		for id, n := range b {
			out[id] += n
		}
	}
	add(own)
	for _, k := range children {
		if b := below[k.Index]; b != nil {
			add(b)
		} else {
			add(raws[k.Index].own)
		}
	}
	return out
}

// rarity is the weight of a feature: the logarithm of how few units hold it.
func (c *counter) rarity(id int32) float64 {
	return math.Log(1 + float64(c.units)/float64(max(c.df[0][id]+c.df[1][id], 1)))
}

// vector weighs counts by rarity and brings them to length 1.
func (c *counter) vector(b bag) vector {
	v := plain(b)
	sum := 0.0
	for i := range v {
		w := (1 + math.Log(float64(v[i].w))) * c.rarity(v[i].id)
		v[i].w = float32(w)
		sum += w * w
	}
	if sum > 0 {
		n := float32(1 / math.Sqrt(sum))
		for i := range v {
			v[i].w *= n
		}
	}
	return v
}

// plain gives the counts in order of their features.
func plain(b bag) vector {
	v := make(vector, 0, len(b))
	for id, n := range b {
		v = append(v, weight{id, float32(n)})
	}
	slices.SortFunc(v, func(x, y weight) int { return int(x.id - y.id) })
	return v
}

// mean is the mean of two vectors. A heading without text is about its title
// and about what stands below it, in equal parts: by the title alone it would
// resemble every unit that names its subject, by what stands below every unit
// that resembles some of that.
func mean(a, b vector) vector {
	out := make(vector, 0, len(a)+len(b))
	for i, j := 0, 0; i < len(a) || j < len(b); {
		switch {
		case j == len(b) || i < len(a) && a[i].id < b[j].id:
			out = append(out, weight{a[i].id, a[i].w / 2})
			i++
		case i == len(a) || a[i].id > b[j].id:
			out = append(out, weight{b[j].id, b[j].w / 2})
			j++
		default:
			out = append(out, weight{a[i].id, (a[i].w + b[j].w) / 2})
			i, j = i+1, j+1
		}
	}
	return out
}

// cosine is the inner product of two vectors of length 1.
func cosine(a, b vector) (sum float64) {
	meet(a, b, func(x, y weight) { sum += float64(x.w) * float64(y.w) })
	return sum
}

// meet calls f for the features that two vectors share, in order.
func meet(a, b vector, f func(x, y weight)) {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].id < b[j].id:
			i++
		case a[i].id > b[j].id:
			j++
		default:
			f(a[i], b[j])
			i, j = i+1, j+1
		}
	}
}
