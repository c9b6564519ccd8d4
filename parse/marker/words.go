package marker

import (
	"strings"
	"unicode/utf8"
)

// annexWords begin a part of its own, with or without a number. Longer words
// stand before those that they begin with.
var annexWords = []string{
	"別紙様式", "別記様式", "別紙", "別添資料", "別添", "別表", "別記", "別図", "別冊",
	"参考資料", "資料編", "参考", "附則", "付則", "附属資料", "附属書", "附録", "付録", "付属資料", "資料", "添付資料", "添付",
	"様式", "補足資料", "補足", "補論", "補遺",
}

func isAnnexStart(r rune) bool {
	switch r {
	case '別', '参', '附', '付', '資', '添', '様', '補':
		return true
	}
	return false
}

// readAnnex reads 別紙１, 別表第一, 附　則, 様式第１号（第２条関係）.
func readAnnex(line string) Reading {
	for _, w := range annexWords {
		if n := spacedPrefix(line, w); n > 0 {
			return annexNumber(line, n, w)
		}
	}
	return Reading{}
}

// spacedPrefix gives the length of the word at the start of the line, spaces
// between its letters allowed; 0 where it is not there.
func spacedPrefix(line, word string) int {
	i := 0
	for _, r := range word {
		i = skipSpace(line, i)
		c, n := utf8.DecodeRuneInString(line[i:])
		if c != r {
			return 0
		}
		i += n
	}
	return i
}

func annexNumber(line string, end int, word string) Reading {
	m := Marker{Kind: annexPrefix + Kind(word)}
	i := skipSpace(line, end)
	spaced := i > end
	rest := line[i:]
	ordinal := strings.HasPrefix(rest, "第")
	if ordinal {
		rest = rest[skipSpace(rest, len("第")):]
	} else if r, n := utf8.DecodeRuneInString(rest); r == '－' || r == '-' || r == '−' {
		rest = rest[n:]
	}
	num, n := integer(rest)
	r, _ := utf8.DecodeRuneInString(rest)
	if n == 0 && !spaced {
		if s, ok := singleSign(r); ok { // 別紙①
			num, n = s.value, utf8.RuneLen(r)
		}
	}
	// 附則 二 may be a provision of it, and 資料 2020年 a year: a number apart
	// from its word counts only where nothing else follows.
	if n > 0 && (!spaced || ordinal || skipSpace(rest, n) == len(rest)) && num < 1000 {
		end = len(line) - len(rest) + n
		m.Number = num
		end += components(line[end:], &m)
		if ordinal && strings.HasPrefix(line[end:], "号") {
			end += len("号")
		}
		end += branch(line[end:], &m)
	}
	return annexEnd(line, end, m)
}

// annexEnd accepts the word where it stands by itself: 別紙のとおり, 参考文献 and
// 資料編 are words of a text.
func annexEnd(line string, end int, m Marker) Reading {
	out := finish(line, end, m, true)
	if out.Gap {
		return out
	}
	r, _ := utf8.DecodeRuneInString(line[out.Len:])
	switch {
	case strings.HasPrefix(line[end:], "、"): // a list: 別紙１、別紙２
		return Reading{}
	case out.Len > end: // a sign followed: 別紙：
		return out
	case r == '（' || r == '(' || r == '「' || r == '】' || r == ']' || r == '）' || r == ')' || r == '〕' || r == '＞' || r == '>' || r == '》' || r == '］':
		return out
	case m.Number > 0 && !isHiragana(r) && r != '。' && r != '及' && r != '又' && r != '並' && r != '中' && r != '年' && r != '号' && r != '等' && r != '条' && r != '項' && r != '章' && r != '節' && r != '月':
		return out
	}
	return Reading{}
}

// readQuestion reads 問1, Q1-2., Ｑ１ and the answers A1.
func readQuestion(line string, r rune, n int) Reading {
	m := Marker{Kind: Question}
	if r == '答' || r == 'A' || r == 'Ａ' {
		m.Kind = Answer
	}
	i := n
	if r == '問' || r == '答' {
		i = skipSpace(line, i)
	}
	num, d := integer(line[i:])
	if d == 0 {
		sep, sn := utf8.DecodeRuneInString(line[i:])
		if (r == 'Q' || r == 'Ｑ' || r == '答') && (sep == '．' || sep == '.' || sep == '：' || sep == ':') {
			return finish(line, i+sn, m, false)
		}
		return Reading{}
	}
	m.Number = num
	i += d
	for {
		c, k := componentAfter(line[i:])
		if k == 0 {
			break
		}
		if m.Numbers == nil {
			m.Numbers = []int{num}
		}
		m.Numbers = append(m.Numbers, c)
		m.Number = c
		i += k
	}
	out := finish(line, i, m, true)
	if dot, k := utf8.DecodeRuneInString(line[out.Len:]); dot == '.' {
		out = finish(line, out.Len+k, m, false)
	}
	if m.Kind == Answer && (r == 'A' || r == 'Ａ') && !out.Gap && out.Len == i { // A4用紙
		return Reading{}
	}
	if c, _ := utf8.DecodeRuneInString(line[out.Len:]); !out.Gap && (isHiragana(c) || c == '題') {
		return Reading{}
	}
	return out
}

// readNote reads ※1, *2, 注3, 注）; a ※ alone is a bullet. The bracket behind a
// framed one closes its frame.
func readNote(line string, r rune, n int, framed bool) Reading {
	m := Marker{Kind: NoteSign}
	i := n
	if num, d := integer(line[i:]); d > 0 && num < 1000 {
		m.Number = num
		i += d
	} else if s, ok := signAfter(line[i:]); ok && r == '注' {
		m.Number = s.value
		i += s.len
	} else if r != '注' {
		return Reading{}
	}
	c, k := utf8.DecodeRuneInString(line[i:])
	switch c {
	case '）', ')':
		if !framed {
			i += k
		}
	case '：', ':', '．':
		i += k
	case '】', '〕':
	default:
		if r == '注' && m.Number == 0 && i < len(line) && !isSpace(c) {
			return Reading{}
		}
	}
	return finish(line, i, m, false)
}

func signAfter(s string) (out sign, ok bool) {
	r, n := utf8.DecodeRuneInString(s)
	one, ok := singleSign(r)
	return sign{script: one.script, value: one.value, len: n}, ok
}

// readFigure reads 図表1, 図１－２, 表 3; the word alone is no caption.
func readFigure(line string) Reading {
	m := Marker{Kind: Figure}
	var i int
	switch {
	case strings.HasPrefix(line, "図表"):
		i = len("図表")
	case strings.HasPrefix(line, "図"):
		i = len("図")
	default:
		i = len("表")
		m.Kind = TableSign
	}
	j := skipSpace(line, i)
	num, n := integer(line[j:])
	if n == 0 || num > 999 {
		return Reading{}
	}
	i = j + n
	m.Number = num
	i += components(line[i:], &m)
	r, _ := utf8.DecodeRuneInString(line[i:])
	if isHiragana(r) || r == '、' || r == '。' || r == '，' || r == '及' || r == '参' || r == ')' || r == '）' {
		return Reading{}
	}
	return finish(line, i, m, true)
}

// components reads the further numbers of 別紙1-2 and 図表1.2.3 behind the first,
// which m has, and gives their length in bytes.
func components(s string, m *Marker) int {
	end := 0
	for {
		c, n := componentAfter(s[end:])
		if n == 0 {
			return end
		}
		if m.Numbers == nil {
			m.Numbers = []int{m.Number}
		}
		m.Numbers = append(m.Numbers, c)
		m.Number = c
		end += n
	}
}
