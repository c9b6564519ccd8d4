package marker

import (
	"strings"
	"unicode/utf8"
)

// labels are the words that plans count their parts with: 基本目標１, 施策２－１,
// 重点プロジェクト３. Longer words stand before those that they begin with.
var labels = []string{
	"基本的方向", "基本的施策", "基本目標", "基本方針", "基本施策", "基本方向", "基本戦略", "基本理念", "基本原則",
	"重点プロジェクト", "重点目標", "重点施策", "重点項目", "重点課題", "重点分野", "重点戦略", "重点テーマ", "重点方針", "重点取組", "重点政策",
	"政策目標", "政策分野", "政策", "成果目標", "個別目標", "個別施策", "主要施策", "主要課題", "推進施策", "具体的施策", "具体的取組", "行動目標", "行動計画",
	"施策の方向性", "施策の方向", "施策の柱", "施策分野", "施策目標", "施策", "取組方針", "取組", "取り組み", "目標", "方針", "戦略", "方向性", "方向", "視点", "原則", "課題", "柱", "論点", "分野",
	"プロジェクト", "テーマ", "ステップ", "フェーズ", "アクション", "事業", "提言", "論点",
}

const labelPrefix = "label "

// labelStarts are the first characters of the words.
var labelStarts = func() map[rune]bool {
	m := map[rune]bool{}
	for _, w := range labels {
		r, _ := utf8.DecodeRuneInString(w)
		m[r] = true
	}
	return m
}()

// readLabel reads a word and the number that counts it. Something has to set
// the number apart from what follows: 目標１を達成する is a text.
func readLabel(line string) Reading {
	m, i := countedWord(line)
	if i == 0 {
		return Reading{}
	}
	if listed(line[i:], string(m.Kind[len(labelPrefix):])) {
		return Reading{}
	}
	out := finish(line, i, m, true)
	r, _ := utf8.DecodeRuneInString(line[out.Len:])
	if out.Gap || out.Len > i || r == '「' || r == '『' || r == '【' {
		return out
	}
	return Reading{}
}

// listed reports whether a text goes on with the next of a list, 目標１、２ or
// 目標１、目標２.
func listed(rest, word string) bool {
	next, ok := strings.CutPrefix(rest, "、")
	_, n := integer(next)
	return ok && (n > 0 || strings.HasPrefix(next, word))
}

// readFramedLabel reads the 施策１ of 【施策１】 and （施策１）, the bracket left to
// the caller.
func readFramedLabel(inside string) Reading {
	m, i := countedWord(inside)
	return Reading{Marker: m, Len: i}
}

// countedWord reads a word of plans and its number, and gives their length in
// bytes; 0 where there is none.
func countedWord(line string) (m Marker, end int) {
	for _, w := range labels {
		if !strings.HasPrefix(line, w) {
			continue
		}
		i := skipSpace(line, len(w))
		m.Kind = labelPrefix + Kind(w)
		r, n := utf8.DecodeRuneInString(line[i:])
		if single, ok := singleSign(r); ok && single.frame == bare {
			m.Number = single.value
			return m, i + n
		}
		if s, ok := signsOf(line[i:]); ok && (s.script == arabic || s.script == romanUpper && isRomanNumeral(r)) && s.value < 100 {
			m.Number, m.Numbers = s.value, s.numbers
			return m, i + s.len
		}
		return Marker{}, 0
	}
	return Marker{}, 0
}

// IsLabel reports whether markers of the kind are a word and a number: 基本目標１.
func (k Kind) IsLabel() bool {
	return strings.HasPrefix(string(k), labelPrefix)
}

// labelRank is how high custom puts a label: aims and strategies stand above
// the numbered sections of a chapter, measures among them.
func labelRank(k Kind) int {
	word := string(k[len(labelPrefix):])
	for _, w := range []string{"目標", "方針", "戦略", "理念", "柱", "方向", "政策"} {
		if strings.Contains(word, w) {
			return 27
		}
	}
	return 41
}
