package align

import (
	"math"
	"math/rand/v2"
	"testing"

	"shinkyu/diff/unit"
	"shinkyu/parse"
)

// drawn is a vector of some of twelve features.
func drawn(r *rand.Rand) vector {
	var v vector
	for id := range int32(12) {
		if r.IntN(2) == 0 {
			v = append(v, weight{id, 1 + float32(r.IntN(8))})
		}
	}
	return v
}

func table(v vector) map[int32]float64 {
	m := map[int32]float64{}
	for _, f := range v {
		m[f.id] = float64(f.w)
	}
	return m
}

// TestVectors tries what is done with sorted vectors against sums over all
// features.
func TestVectors(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 500 {
		a, b, c := drawn(r), drawn(r), drawn(r)
		x, y, z := table(a), table(b), table(c)
		var product, in, all, only, both float64
		half := table(mean(a, b))
		for id := range int32(12) {
			product += x[id] * y[id]
			if y[id] > 0 {
				in += x[id] * x[id]
			}
			if x[id]*y[id] > 0 {
				both++
			}
			all += x[id] * y[id]
			if z[id] == 0 {
				only += x[id] * y[id]
			}
			if half[id] != (x[id]+y[id])/2 {
				t.Fatalf("mean of %v and %v is %v", a, b, half)
			}
		}
		share := 0.0
		if all > 0 {
			share = only / all
		}
		cited := 0.0
		if both > 0 {
			cited = both / float64(min(len(a), len(b)))
		}
		for _, p := range []struct {
			name      string
			got, want float64
		}{
			{"cosine", cosine(a, b), product},
			{"covered", covered(a, b), in},
			{"beyond", beyond(a, b, c), share},
			{"shared", shared(a, b), cited},
		} {
			if math.Abs(p.got-p.want) > 1e-6 {
				t.Fatalf("%s of %v, %v, %v is %v, want %v", p.name, a, b, c, p.got, p.want)
			}
		}
	}
}

func TestScript(t *testing.T) {
	for _, c := range []struct {
		runes string
		want  int
	}{
		{"ぁんゟ", hiragana},
		{"ァヶヺー", katakana},
		{"一鿿々㐀䶿\U00020000\U0003ffff", han},
		{"Azé가ꀀ", latin},
		{"。、・゠ ０１2㏿䷿\U00040000", other},
	} {
		for _, r := range c.runes {
			if got := script(r); got != c.want {
				t.Errorf("%c %U is %d, want %d", r, r, got, c.want)
			}
		}
	}
}

func TestArticle(t *testing.T) {
	for marker, want := range map[string]bool{"第十二条の二": true, "第1条": true, "第一章": false, "条第一": false, "第条": false, "（1）": false, "一条第": false, "": false} {
		if article(&unit.Unit{Marker: marker}) != want {
			t.Errorf("%s is an article: %v", marker, !want)
		}
	}
}

// TestPlace holds what a pair's place among its neighbours is worth: 1 beside
// one of them, less farther off, and less than nothing on their other side.
func TestPlace(t *testing.T) {
	m := matcher{a: make([]profile, 10), b: make([]profile, 12)}
	bone := [][2]int{{2, 3}, {6, 8}}
	c := m.context(bone)
	for i := range m.a {
		prev, next := [2]int{-1, -1}, [2]int{len(m.a), len(m.b)}
		for _, p := range bone {
			if p[0] < i {
				prev = p
			}
			if p[0] > i && next[0] == len(m.a) {
				next = p
			}
		}
		if c.prev[i] != prev || c.next[i] != next {
			t.Errorf("unit %d stands between %v and %v, want %v and %v", i, c.prev[i], c.next[i], prev, next)
		}
	}
	for _, p := range [][2]int{{3, 4}, {5, 7}, {0, 0}, {1, 2}, {9, 11}, {7, 9}} {
		if got := c.fit(p[0], p[1]); got != 1 {
			t.Errorf("%v stands beside a neighbour: %v", p, got)
		}
	}
	if c.fit(0, 2) != 0.5 || c.fit(3, 7) != 1.0/3 {
		t.Errorf("one and two places off: %v, %v", c.fit(0, 2), c.fit(3, 7))
	}
	for _, run := range [][]int{{4, 3, 2, 1, 0}, {7, 8, 9, 10, 11}} {
		last := 2.0
		for _, j := range run {
			got := c.fit(3, j)
			if got >= last && j != run[0] || got <= -1 || (j <= 3 || j >= 8) != (got < 0) {
				t.Errorf("fit of 3 and %d is %v after %v", j, got, last)
			}
			last = got
		}
	}
}

// TestFlags holds that parts with one title are not retitled, and that one
// with another title is.
func TestFlags(t *testing.T) {
	older := side("1/連携/東南アジア諸国の能力構築支援を進める。多国間会合で身代金要求型の被害の情報を共有する。\n2/体制/各府省の連絡会議を開く。")
	for text, want := range map[string]bool{
		"1/連携/東南アジア諸国の能力構築支援を進める。\n2/連携/多国間会合で身代金要求型の被害の情報を共有する。\n3/体制/各府省の連絡会議を開く。": false,
		"1/連携/東南アジア諸国の能力構築支援を進める。\n2/会合/多国間会合で身代金要求型の被害の情報を共有する。\n3/体制/各府省の連絡会議を開く。": true,
	} {
		newer := side(text)
		if c := Units(older, newer, Options{})[0]; len(c.New) != 2 || c.Retitled != want {
			t.Errorf("%+v", c)
		}
		if c := Units(newer, older, Options{})[0]; len(c.Old) != 2 || c.Retitled != want {
			t.Errorf("%+v", c)
		}
	}
}

// TestWithout holds that a signal which is left out is no evidence.
func TestWithout(t *testing.T) {
	older := side("1/連携の強化/東南アジア諸国の能力構築支援を進める。\n.2/会合/情報を共有する。\n3/体制/連絡会議を開く。")
	newer := side("1/連携の推進/東南アジア地域の能力構築支援を始める。\n.2/会合/情報を公開する。\n3/体制/連絡会議を改める。")
	older.Works, newer.Works = [][]string{{"戦略"}, nil, nil}, [][]string{{"戦略"}, nil, nil}
	for _, name := range []string{"", "ngrams", "terms", "heading", "citations", "children"} {
		var found []string
		for _, c := range Units(older, newer, Options{Without: []string{name}}) {
			for _, e := range c.Evidence {
				found = append(found, e.Signal)
				if e.Signal == name {
					t.Errorf("%s is evidence: %+v", name, c)
				}
			}
		}
		if len(found) < 4 {
			t.Errorf("without %q only %v", name, found)
		}
	}
}

func TestConfidence(t *testing.T) {
	for odds, want := range map[float64]parse.Confidence{
		9: parse.Certain, 5: parse.Certain, 4.9: parse.Likely, 1.5: parse.Likely, 1.4: parse.Uncertain, -3: parse.Uncertain,
	} {
		if got := confidence(odds); got != want {
			t.Errorf("odds of %v are %s, want %s", odds, got, want)
		}
	}
}
