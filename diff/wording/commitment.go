package wording

import (
	"bufio"
	_ "embed"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// A CommitmentChange is a sentence of which the verb binds more or less than
// before.
type CommitmentChange struct {
	Old, New         string // sentences
	OldVerb, NewVerb string // 検討する, 実施する
	OldRung, NewRung int    // on the ladder; higher binds more
}

// A Ladder says how far the ends of sentences bind.
type Ladder struct {
	verbs   map[string]int
	endings []ending // longest first
}

type ending struct {
	form string
	rung int
}

// rungs of what the ladder does not list.
const (
	carriedOut = 5 // the rung of a verb that is not listed
	weak       = 3 // the highest rung that no ending raises
)

//go:embed ladder.txt
var ladder string

// DefaultLadder is the ladder that is used where the user gives none.
func DefaultLadder() *Ladder {
	l, err := ReadLadder(strings.NewReader(ladder))
	if err != nil {
		panic(err) // the table is part of the program
	}
	return l
}

// ReadLadder reads a ladder: a line is a rung and a form with white space
// between, # begins a comment. A form that begins with 〜 is the end of a
// sentence, any other a verb in its dictionary form.
func ReadLadder(r io.Reader) (*Ladder, error) {
	l := &Ladder{verbs: map[string]int{}}
	s := bufio.NewScanner(r)
	for n := 1; s.Scan(); n++ {
		line, _, _ := strings.Cut(s.Text(), "#")
		f := strings.Fields(line)
		if len(f) == 0 {
			continue
		}
		rung, err := strconv.Atoi(f[0])
		if err != nil || len(f) != 2 {
			return nil, fmt.Errorf("line %d: %q is not a rung and a form; write as in 「5 実施する」", n, s.Text())
		}
		if e, ok := strings.CutPrefix(f[1], "〜"); ok {
			l.endings = append(l.endings, ending{e, rung})
		} else {
			l.verbs[f[1]] = rung
		}
	}
	slices.SortStableFunc(l.endings, func(x, y ending) int { return len(y.form) - len(x.form) })
	return l, s.Err()
}

// alike is the share of common words under which two sentences that stand
// against each other are not so much one sentence that their verbs, or their
// numbers, could be compared.
const alike = 0.4

// Commitments lists the pairs of sentences of which the strength changed.
func (r *Result) Commitments(l *Ladder) []CommitmentChange {
	var out []CommitmentChange
	for i := range r.Pairs {
		p := &r.Pairs[i]
		if p.Share < alike {
			continue
		}
		a, b := l.read(p.old), l.read(p.new)
		if a.rung > 0 && b.rung > 0 && a.rung != b.rung {
			out = append(out, CommitmentChange{
				Old: p.Old, New: p.New, OldVerb: a.text, NewVerb: b.text, OldRung: a.rung, NewRung: b.rung,
			})
		}
	}
	return out
}

// A predicate is the end of a sentence.
type predicate struct {
	text string // from the verb on, as written
	rung int    // 0 where no verb was found
}

// tail is how many words at the end of a sentence may be its predicate.
const tail = 14

// read finds the last verb of a sentence and how far its end binds.
func (l *Ladder) read(words []word) predicate {
	for len(words) > 0 && !words[len(words)-1].content && sign(words[len(words)-1].folded) {
		words = words[:len(words)-1]
	}
	v := lastVerb(words)
	if v < 0 {
		return predicate{}
	}
	name, from := verbName(words, v)
	p := predicate{text: strings.TrimSpace(text(words[from:]))}
	rung, listed := l.verbs[name]
	if !listed {
		rung = carriedOut
	}
	p.rung = rung
	if listed && rung <= weak {
		return p
	}
	s := foldedText(words)
	for _, e := range l.endings {
		if strings.HasSuffix(s, e.form) {
			p.rung = e.rung
			if rung > e.rung && e.rung > weak {
				p.rung = rung // the verb itself binds more than its ending
			}
			break
		}
	}
	return p
}

func sign(s string) bool { return strings.ContainsAny(s, opening+closing+"。、.,") }

// lastVerb gives the index of the verb that the end of the sentence turns on,
// -1 where there is none. Verbs that only carry an ending (なる, ある, できる after
// ことが, する after ものと) are passed over.
func lastVerb(words []word) int {
	for i := len(words) - 1; i >= max(len(words)-tail, 0); i-- {
		w := &words[i]
		if w.pos != "動詞" || light(w.base) {
			continue
		}
		if w.base == "できる" && i > 0 && words[i-1].folded == "が" || rule(words, i) {
			continue
		}
		return i
	}
	return -1
}

// rule reports whether the verb at i only makes a rule of what stands before
// it: 努めるものとする, 検討することとする.
func rule(words []word, i int) bool {
	return words[i].base == "する" && i > 1 && words[i-1].folded == "と" &&
		(words[i-2].folded == "もの" || words[i-2].folded == "こと")
}

// light reports whether a verb only carries an ending.
func light(base string) bool {
	switch base {
	case "なる", "ある", "いる", "おる", "くる", "いく", "れる", "られる", "せる", "させる", "要する", "差し支える", "妨げる", "付ける", "いう":
		return true
	}
	return false
}

// verbName gives the verb at i in its dictionary form with the noun that it
// makes a verb of, and the index where that begins: 検討する; for 検討を行う and
// 検討を進める it is 検討する as well.
func verbName(words []word, i int) (string, int) {
	w := &words[i]
	if w.base == "する" && i > 0 {
		if n := i - 1; words[n].pos == "名詞" && words[n].content {
			return words[n].folded + "する", n
		}
		if n := i - 2; n >= 0 && words[i-1].folded == "を" && words[n].pos == "名詞" {
			return words[n].folded + "する", n
		}
	}
	if carries(w.base) && i > 1 && words[i-1].folded == "を" && action(words[i-2].folded) {
		return words[i-2].folded + "する", i - 2
	}
	return w.base, i
}

// carries reports whether a verb says no more than that its object is done.
func carries(base string) bool {
	return base == "行う" || base == "行なう" || base == "進める" || base == "加える"
}

// action reports whether a noun is a weak deed that a carrying verb does not
// make stronger.
func action(noun string) bool {
	return noun == "検討" || noun == "研究" || noun == "調査" || noun == "議論" || noun == "配慮"
}

func foldedText(words []word) string {
	var s strings.Builder
	for i := range words {
		s.WriteString(words[i].folded)
	}
	return s.String()
}
