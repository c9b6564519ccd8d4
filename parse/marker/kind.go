package marker

import "strings"

// The kinds that other packages ask for by name; the rest are made of a
// numeral and a frame (see [frame]).
const (
	Part       Kind = "第1部"
	Book       Kind = "第1編"
	Chapter    Kind = "第1章"
	Section    Kind = "第1節"
	Subsection Kind = "第1款"
	Division   Kind = "第1目"
	Ordinal    Kind = "第1"
	Article    Kind = "第1条"
	Clause     Kind = "第1項"
	Item       Kind = "第1号"
	Arabic     Kind = "1"
	Kanji      Kind = "一"
	Question   Kind = "問1"
	Answer     Kind = "答1"
	NoteSign   Kind = "※1"
	Figure     Kind = "図1"
	TableSign  Kind = "表1"
)

// A script is a way to write numbers.
type script int

const (
	arabic script = iota
	kanji
	romanUpper
	romanLower
	gojuon // アイウエオ
	iroha  // イロハニホ
	latinUpper
	latinLower
	circled
	circledBlack
	scripts
)

// A frame is what stands around the number.
type frame int

const (
	bare    frame = iota // 1
	dotted               // 1. or 1、
	closed               // 1)
	paren                // (1)
	bracket              // [1], 【1】, 〔1〕, <1>
	frames
)

var scriptNames = [scripts]string{"1", "一", "Ⅰ", "ⅰ", "ア", "イ", "A", "a", "①", "❶"}

var kinds = func() (k [scripts][frames]Kind) {
	for s, n := range scriptNames {
		k[s] = [frames]Kind{Kind(n), Kind(n + "."), Kind(n + ")"), Kind("(" + n + ")"), Kind("[" + n + "]")}
	}
	return k
}()

// Multi gives the kind of a number with n components, n ≥ 2: 1.2 is of two.
func Multi(n int) Kind { return multiKinds[min(n, len(multiKinds)-1)] }

var multiKinds = [...]Kind{2: "1.1", 3: "1.1.1", 4: "1.1.1.1", 5: "1.1.1.1.1", 6: "1.1.1.1.1.1"}

// ranks orders the kinds by custom, from the whole to the part, after the
// drafting rules of laws (章 節 款 目 条 項 号 イ (1) (i)) and of official
// documents (第1, 1, (1), ア, (ア), a, (a) in 公用文作成の要領). Documents differ:
// it is no more than the first guess.
var ranks = func() map[Kind]int {
	r := map[Kind]int{
		Part: 10, Book: 11, Chapter: 12, Section: 13, Subsection: 14, Division: 15,
		Ordinal: 18, Article: 17, Clause: 28, Item: 40, Question: 24, Answer: 25,
		NoteSign: 95, Figure: 90, TableSign: 90,
		"1.1": 32, "1.1.1": 33, "1.1.1.1": 34, "1.1.1.1.1": 35, "1.1.1.1.1.1": 36,
	}
	base := [scripts]int{arabic: 30, kanji: 26, romanUpper: 22, romanLower: 60, gojuon: 54, iroha: 54, latinUpper: 24, latinLower: 64, circled: 50, circledBlack: 49}
	step := [frames]int{bare: 0, dotted: 0, closed: 2, paren: 3, bracket: 1}
	for s := range scripts {
		for f := range frames {
			r[kinds[s][f]] = base[s] + step[f]
		}
	}
	r[kinds[arabic][closed]] = 45
	r[kinds[arabic][bracket]] = 70 // references: [1]
	r[kinds[arabic][paren]] = 40
	r[kinds[kanji][paren]] = 28
	r[kinds[kanji][closed]] = 28
	r[kinds[latinUpper][paren]] = 46
	r[kinds[latinUpper][closed]] = 46
	return r
}()

// Rank tells how high custom puts the kind, smaller being higher; see
// [RankInLaw] for the text of a law.
func (k Kind) Rank() int {
	if r, ok := ranks[k]; ok {
		return r
	}
	if k.IsBullet() {
		return bulletRank(k)
	}
	if k.IsLabel() {
		return labelRank(k)
	}
	if k.IsAnnex() {
		switch k.Word() {
		case "参考", "補足", "補論", "添付": // boxes inside sections, more often than parts
			return 47
		}
		return 8
	}
	return 70
}

// RankInLaw is the rank below an article, where 一 is part of ２.
func (k Kind) RankInLaw() int {
	switch k {
	case kinds[kanji][bare], kinds[kanji][dotted]:
		return 35
	case kinds[iroha][bare]:
		return 38
	case kinds[romanLower][paren], kinds[latinLower][paren]:
		return 42
	}
	return k.Rank()
}

const (
	bulletPrefix = "bullet "
	annexPrefix  = "annex "
)

// IsBullet reports whether markers of the kind carry no number: ・ ○ ■.
func (k Kind) IsBullet() bool {
	return strings.HasPrefix(string(k), bulletPrefix)
}

// IsAnnex reports whether it is a word of its own: 別紙, 別表第一, 附則.
func (k Kind) IsAnnex() bool {
	return strings.HasPrefix(string(k), annexPrefix)
}

// Word is the word of an annex's kind: 別紙.
func (k Kind) Word() string {
	if !k.IsAnnex() {
		return ""
	}
	return string(k[len(annexPrefix):])
}

func bulletRank(k Kind) int {
	switch k[len(bulletPrefix):] {
	case "■", "◆", "●", "★", "▼", "▲", "◼", "❖":
		return 74
	case "□", "◇", "◎", "☆", "▽", "△", "➢", "▶", "▷":
		return 76
	case "○":
		return 78
	case "・":
		return 82
	case "-", "–", "*", "✓", "→", "⇒":
		return 86
	case "※":
		return 95
	}
	return 80
}
