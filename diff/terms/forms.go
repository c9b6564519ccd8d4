package terms

import (
	"strings"
	"unicode/utf8"

	"shinkyu/diff/fold"
	"shinkyu/parse/token"
)

// A form is a run of a text that can be a term.
type form struct {
	start, end int  // bytes
	own        bool // stands for itself even inside one longer term only
}

// forms gives the terms in a compound: the whole of it, its parts between
// middle dots, the names in Latin letters or katakana that it holds, and what
// is left without the deed at its end (仮想通貨取引: 仮想通貨).
func forms(text string, words []token.Word, c token.Compound) []form {
	var out []form
	add := func(start, end int, own bool) {
		f := form{start, end, own}
		if s := text[start:end]; utf8.RuneCountInString(s) < 2 || dated(s) {
			return
		}
		for i, x := range out {
			if x.start == start && x.end == end {
				out[i].own = x.own || own
				return
			}
		}
		out = append(out, f)
	}
	add(c.Start, c.End, true)
	if c.Listed {
		return out
	}
	ws := words[c.First : c.Last+1]
	for _, p := range parts(ws) {
		add(ws[p[0]].Start, ws[p[1]].End, false)
		if q := p[1]; q-p[0] >= 2 && (ws[q].Sub == "サ変接続" || ws[q].Sub == "接尾") && ws[q-1].Sub != "数" { // 年2回 is no 年2
			add(ws[p[0]].Start, ws[q-1].End, true)
		}
	}
	names(ws, add)
	if y := year(words, c.First); y >= 0 {
		add(words[y].Start, c.End, true)
	}
	return out
}

// dated reports whether a run is a year, or begins with a date: 令和6年度,
// 令和5年6月16日閣議決定. These are no terms.
func dated(s string) bool {
	rest, ok := strings.CutPrefix(fold.Mask(s), fold.Year)
	return ok && (rest == "" || strings.Contains(s, "月"))
}

// year gives the index of the four-digit year that the word at i follows, as
// in 2020年東京大会, -1 where there is none.
func year(words []token.Word, i int) int {
	if i < 2 || words[i-1].Surface != "年" || words[i-2].Sub != "数" || len(words[i-2].Surface) != 4 ||
		words[i-1].End != words[i].Start || words[i-2].End != words[i-1].Start {
		return -1
	}
	return i - 2
}

// sign reports whether a word is a sign that parts a compound, unlike the space
// between two Latin words.
func sign(w *token.Word) bool { return w.POS == "記号" && w.Surface != " " }

// parts gives the first and last word of each part between signs.
func parts(ws []token.Word) [][2]int {
	var out [][2]int
	from := 0
	for i := range ws {
		if sign(&ws[i]) {
			if i > from {
				out = append(out, [2]int{from, i - 1})
			}
			from = i + 1
		}
	}
	if from < len(ws) {
		out = append(out, [2]int{from, len(ws) - 1})
	}
	return out
}

// names calls add for each run of words that are written in Latin letters or
// katakana only, where the run is three characters or more.
func names(ws []token.Word, add func(start, end int, own bool)) {
	from := -1
	for i := 0; i <= len(ws); i++ {
		if i < len(ws) && !sign(&ws[i]) && name(ws[i].Surface) && ws[i].Sub != "数" {
			if from < 0 {
				from = i
			}
			continue
		}
		if from >= 0 && ws[i-1].End-ws[from].Start >= 3 {
			add(ws[from].Start, ws[i-1].End, true)
		}
		from = -1
	}
}
