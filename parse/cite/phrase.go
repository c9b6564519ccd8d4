package cite

import (
	"strings"
	"unicode/utf8"
)

// A genre is the kind of phrase that is looked for to the left.
type genre int

const (
	ofLaw    genre = iota // the title of a law
	ofPlan                // the title of a plan
	ofPhrase              // a noun phrase of running text, as a definition stands for
)

// A reader walks over words from the end of a phrase to its beginning.
//
// A title is a noun phrase, and it ends in its head: the noun run right of i.
// What may stand before it depends on the head. A compound of its own
// (サイバーセキュリティ基本法) needs nothing more and ends at the first particle.
// A bare head (法律, 政令) is no title and takes its modifiers along:
//
//	高齢者、障害者等の移動等の円滑化の促進に関する 法律
//	NP   、NP     の NP   の NP    の NP  REL    head
//
// Each step takes one modifier: a relative with its noun phrase, a の with its
// noun, a conjunction or comma with a parallel noun, or a verb with its
// arguments. The first thing that is none of these, or belongs to the
// sentence around (に規定する, a law cited before, 改正後の), ends the walk.
type reader struct {
	ws      []word
	genre   genre
	i       int    // index of the first word taken
	long    bool   // the head takes modifiers
	verb    int    // index of the verb taken last; -1 where its clause has more
	before  int    // index of the first word before it was taken
	clause  bool   // what stands right of i is a verb or an argument of one
	argued  bool   // the clause has an argument
	subject bool   // the clause has its が
	marks   []bool // words right behind the brackets of another definition
	moved   bool   // some modifier was taken
	led     bool   // what leads in to the title stands right before i
	local   bool   // the title of an ordinance of a local body; see phrase_local.go
}

// phraseStart gives the index of the first word of the phrase that ends with
// the last of ws.
func phraseStart(ws []word, g genre) int { return markedStart(ws, g, nil) }

// markedStart is phraseStart where marks tells of words that stand right
// behind the brackets of another definition (nil for none).
func markedStart(ws []word, g genre, marks []bool) int {
	if g == ofPhrase {
		if i, ok := formerLaw(ws); ok {
			return i
		}
	}
	if g == ofLaw {
		if k := amended(ws); k > 0 {
			return amendedStart(ws, k)
		}
	}
	if marks == nil {
		marks = make([]bool, len(ws))
	}
	r := reader{ws: ws, genre: g, i: len(ws), verb: -1, marks: marks}
	if !r.head() {
		return len(ws)
	}
	for r.i > 0 && !r.led && r.step() {
		r.moved = true
	}
	if g != ofPhrase && r.i == r.verb {
		// 所管する: a clause of its verb alone is no part of a title, nor is やすい
		// behind the verb.
		r.i = r.before
		for r.i < len(ws)-1 && ws[r.i].class == cAdjunct && ws[r.i].Sub == "非自立" {
			r.i++
		}
	}
	return r.trim()
}

// nounRun gives the index of the first word of the run of nouns before i. A
// space between two Japanese words ends it, as do pointers at its beginning.
func nounRun(ws []word, i int) int {
	j := i
	for j > 0 && ws[j-1].class == cNoun {
		if j < i && ws[j].gap && !bindsSpace(ws[j-1].Surface, ws[j].Surface) {
			break
		}
		j--
	}
	return j
}

// bindsSpace reports whether a space between a and b can stand in a name:
// beside Latin letters and digits.
func bindsSpace(a, b string) bool {
	r, _ := utf8.DecodeLastRuneInString(a)
	q, _ := utf8.DecodeRuneInString(b)
	return isLatin(r) || isLatin(q)
}

// text gives the words from i to j as they stand, spaces dropped.
func text(ws []word, i, j int) string {
	var b strings.Builder
	for ; i < j; i++ {
		b.WriteString(ws[i].Surface)
	}
	return b.String()
}

// step takes one modifier to the left and reports whether there was one.
func (r *reader) step() bool {
	if r.ws[r.i].gap && !bindsSpace(r.ws[r.i-1].Surface, r.ws[r.i].Surface) && r.genre != ofPhrase {
		return false
	}
	if r.ws[r.i].Surface == "同" && r.genre != ofPhrase {
		return false // 同法施行令 points back to a title; nothing before it is of its own
	}
	switch r.ws[r.i-1].class {
	case cNo:
		return r.stepNo()
	case cRel:
		return r.stepRelative()
	case cAnd, cOr, cComma:
		return r.stepConjunction()
	case cVerb:
		return r.stepVerb()
	case cCase, cTo:
		return r.stepCase()
	case cAdjunct:
		return r.stepAdjunct()
	case cPointer:
		return r.stepPointer()
	case cOther:
		if w := r.ws[r.i-1]; r.genre == ofPhrase && r.clause && (w.POS == "副詞" || w.Surface == "なお") {
			r.i--
			return true
		}
	}
	return false
}

// take moves to the run of nouns that ends before j and reports whether there
// is one that may belong to the phrase.
func (r *reader) take(j int) bool {
	k := nounRun(r.ws, j)
	if k == j || r.foreign(k, j) {
		return false
	}
	if m := leadIn(r.ws, k, j); m > k && r.genre == ofLaw {
		k, r.led = m, true
	}
	r.i = k
	return true
}
