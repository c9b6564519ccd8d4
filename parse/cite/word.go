package cite

import (
	"strings"
	"unicode/utf8"

	"shinkyu/parse/token"
)

// A class is what a word does in a noun phrase read from its end.
type class int

const (
	cOther   class = iota // ends any phrase to its right: は, も, adverbs, また
	cNoun                 // nouns, prefixes, suffixes, numbers, ・
	cNo                   // の
	cRel                  // に関する, における, に係る
	cAnd                  // 及び, 並びに
	cOr                   // 又は, 若しくは
	cComma                // 、
	cCase                 // を, に, が, で, により
	cTo                   // と
	cVerb                 // verbs, auxiliaries and て
	cAdjunct              // adjectives: 新しい, 総合的な (the な)
	cPointer              // この, その, 当該
)

// A word is a word of the text with its class; offsets are bytes of the
// window.
type word struct {
	token.Word
	class class
	gap   bool // white space stands before it
}

// byForm are words whose class their form alone gives. The IPA dictionary has
// に関する and the like as one particle.
var byForm = map[string]class{
	"の": cNo, "ノ": cNo,
	"、": cComma, "，": cComma, ",": cComma, "､": cComma,
	"及び": cAnd, "並びに": cAnd, "および": cAnd, "ならびに": cAnd,
	"又は": cOr, "若しくは": cOr, "または": cOr, "もしくは": cOr, "或いは": cOr, "あるいは": cOr,
	"に関する": cRel, "に対する": cRel, "における": cRel, "による": cRel, "にかかる": cRel,
	"に関しての": cRel, "についての": cRel, "に係る": cRel, "に関わる": cRel, "にかかわる": cRel,
	"について": cRel, "に関し": cCase, "に対し": cCase,
	"当該": cPointer, "この": cPointer, "その": cPointer, "これら": cPointer, "いわゆる": cPointer,
	"その他": cOr, "上記": cPointer, "下記": cPointer, "前記": cPointer, "次": cPointer,
	"・": cNoun, "･": cNoun, "ー": cNoun, "－": cNoun, "-": cNoun, "/": cNoun, "／": cNoun, "&": cNoun, "＆": cNoun, ".": cNoun, "．": cNoun,
	"（": cNoun, "）": cNoun, "～": cNoun, "〜": cNoun, "＋": cNoun, "+": cNoun, "’": cNoun, "'": cNoun,
	"に従って": cOther, "にしたがって": cOther, "に基づいて": cOther, "に従い": cOther,
	"を": cCase, "に": cCase, "が": cCase, "で": cCase, "へ": cCase, "から": cCase, "より": cCase, "まで": cCase,
	"により": cCase, "によって": cCase, "において": cCase, "にて": cCase, "として": cCase,
	"な": cAdjunct,
}

func classOf(w *token.Word) class {
	if c, ok := byForm[w.Surface]; ok {
		return fit(c, w)
	}
	switch w.POS {
	case "名詞", "接頭詞", "フィラー", "感動詞":
		return cNoun
	case "動詞", "助動詞":
		if isKanji(w.Surface) { // a kanji that the dictionary knows only as a verb: 承役地
			return cNoun
		}
		return cVerb
	case "形容詞":
		return cAdjunct
	case "連体詞":
		return cPointer
	case "助詞":
		switch w.Surface {
		case "と":
			return cTo
		case "て", "で", "つつ", "ながら":
			return cVerb
		}
		if w.Sub == "格助詞" {
			return cCase
		}
	case "記号":
		if w.Sub == "一般" || w.Sub == "アルファベット" {
			return symbolClass(w.Surface)
		}
	}
	return cOther
}

func isKanji(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return !isIdeograph(r) })
}

// fit corrects the class of a form that is more than one word: が and で as
// conjunctions, 次 as a suffix.
func fit(c class, w *token.Word) class {
	switch {
	case w.Surface == "が" && w.Sub == "接続助詞":
		return cOther
	case w.Surface == "次" && w.Sub == "接尾":
		return cNoun
	case w.Surface == "で" && w.POS == "助動詞":
		return cVerb
	case c == cAdjunct && w.POS != "助動詞" && w.POS != "助詞":
		return cOther
	}
	return c
}

// symbolClass lets the signs that stand in names count as nouns.
func symbolClass(s string) class {
	r, _ := utf8.DecodeRuneInString(s)
	if isLatin(r) || isKatakana(r) || isHiragana(r) || isIdeograph(r) {
		return cNoun
	}
	return cOther
}

// maxWindow bounds, in bytes, how far a title is looked for to the left: the
// longest titles of statutes have some 130 characters.
const maxWindow = 450

// hardStop reports whether no title goes on to the left of r.
func hardStop(r rune) bool {
	switch r {
	case '。', '．', '｡', '！', '？', '!', '?', '：', ':', '；', ';', '\u3000', '\t', '※', '●', '○', '■', '□', '◆', '◇', '▼', '→', '⇒', '│', '|', '＝', '=', '•':
		return true
	}
	if b, ok := bracketOf(r); ok {
		return b.kind > 0
	}
	return '①' <= r && r <= '⓿'
}

// windowStart gives where the text left of end, which may hold a title that
// ends there, begins.
func windowStart(s string, end int) int {
	i := end
	for i > 0 && end-i < maxWindow {
		r, w := utf8.DecodeLastRuneInString(s[:i])
		if hardStop(r) && !(r == '．' && isLatin(runeBefore(s, i-w)) && isLatin(runeAt(s, i))) {
			break
		}
		i -= w
	}
	return i
}

// maxCuts bounds how many words a finder keeps of windows cut before: some
// megabytes.
const maxCuts = 50_000

// words cuts a window of the text into words with their classes. One met
// before, as citations that repeat have, is not cut again: the words are not to
// be changed.
func (f *finder) words(window string) []word {
	ws, ok := f.cuts[window]
	if !ok {
		if f.cuts == nil || f.kept >= maxCuts {
			f.cuts, f.kept = map[string][]word{}, 0
		}
		ws = f.cut(window)
		f.cuts[window] = ws
		f.kept += len(ws)
	}
	return ws
}

// cut cuts s into words with their classes.
func (f *finder) cut(s string) []word {
	list := f.splitWithin(f.tok.Words(modernKana(s)), s)
	out := make([]word, 0, len(list))
	last := 0
	for k := range list {
		w := list[k]
		if strings.TrimSpace(w.Surface) == "" {
			continue
		}
		c := classOf(&w)
		if n := len(out); n > 0 && out[n-1].Surface == "・" && c == cVerb && isHiragana(runeAt(w.Surface, 0)) {
			c = cNoun // まち・ひと・しごと
		}
		g := w.Start > last
		last = w.End
		out = append(out, word{w, c, g && len(out) > 0})
	}
	return nominal(mergeRelative(out))
}

// splitWithin parts the 中 of 第六条中, the lead-in of amendments, from a word that
// the dictionary makes of it and what follows (中国 in 第六条中国会議員の…), where
// what follows begins with a word of its own. Titles that begin with 中 leave
// none: 小企業, 央省庁, 部国際空港.
func (f *finder) splitWithin(list []token.Word, s string) []token.Word {
	for k := len(list) - 1; k > 1; k-- {
		w := &list[k]
		if !strings.HasPrefix(w.Surface, "中") || w.Surface == "中" || !isPinUnit(list[k-1].Surface) || !isNumeral(runeBefore(s, list[k-1].Start)) {
			continue
		}
		at := w.Start + len("中")
		rest := f.tok.Words(modernKana(s[at:]))
		if len(rest) == 0 || !rest[0].Known || rest[0].POS != "名詞" || utf8.RuneCountInString(rest[0].Surface) < 2 {
			return list
		}
		within := token.Word{Surface: "中", Base: "中", POS: "名詞", Sub: "接尾", Start: w.Start, End: at, Known: true}
		list = append(list[:k:k], within)
		for _, v := range rest {
			v.Start += at
			v.End += at
			list = append(list, v)
		}
		return list
	}
	return list
}

func isPinUnit(s string) bool { return s == "条" || s == "項" || s == "号" }

// modernKana writes the つた and つて of the old spelling that laws keep (行つた,
// よつて) as the dictionary has them; no byte moves.
func modernKana(s string) string {
	if !strings.Contains(s, "つた") && !strings.Contains(s, "つて") {
		return s
	}
	b := []byte(s)
	for i := 0; i+6 <= len(s); i++ {
		if s[i:i+3] != "つ" || s[i+3:i+6] != "た" && s[i+3:i+6] != "て" {
			continue
		}
		if r := runeBefore(s, i); isIdeograph(r) || strings.ContainsRune("あなよもと", r) && r != 0 {
			copy(b[i:], "っ")
		}
	}
	return string(b)
}

// mergeRelative joins に + 係る, に + 伴う … and について + の, which the
// dictionary cuts, into one relative.
func mergeRelative(ws []word) []word {
	out := ws[:0]
	for k := 0; k < len(ws); k++ {
		w := ws[k]
		if k+1 < len(ws) && joinsRelative(w.Surface, ws[k+1].Surface) {
			w.Surface += ws[k+1].Surface
			w.End = ws[k+1].End
			if w.class != cOr { // その他の
				w.class = cRel
			}
			k++
		}
		out = append(out, w)
	}
	return out
}

// nominal makes nouns of the verb stems that stand where only nouns can, before
// の, 等 or a conjunction: 打上げ及び, 取扱いの.
func nominal(ws []word) []word {
	for k := 0; k+1 < len(ws); k++ {
		w, next := &ws[k], &ws[k+1]
		if w.Surface == "て" && next.Surface == "等" && k > 0 && isKanji(ws[k-1].Surface) { // 埋立て等
			ws[k-1].class, w.class = cNoun, cNoun
			continue
		}
		if w.class != cVerb || w.POS != "動詞" || w.Surface == w.Base || k > 0 && ws[k-1].class == cVerb {
			continue
		}
		if !strings.ContainsFunc(w.Surface, isIdeograph) {
			continue
		}
		if k > 0 && ws[k-1].class == cCase && next.class != cNo { // 許可を受け若しくは
			continue
		}
		if c := next.class; c == cNo || c == cAnd || c == cOr || next.Surface == "等" {
			w.class = cNoun
		}
	}
	return ws
}

func joinsRelative(a, b string) bool {
	switch a {
	case "その他":
		return b == "の"
	case "に":
		return b == "係る" || b == "関わる" || b == "係わる"
	case "について", "に関して", "に対して", "に際して":
		return b == "の"
	}
	return false
}
