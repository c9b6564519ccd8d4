package marker

import (
	"strings"
	"unicode/utf8"
)

// A Reading is one way to read the start of a line as a marker.
type Reading struct {
	Marker Marker
	Len    int  // bytes of the line that the marker takes, spaces inside included
	Gap    bool // white space or the end of the line follows
	From   int  // first number of a range, of which Number is the last: 一～三, 第五条及び第六条
}

// Read reads the marker at the start of a line that begins with no white
// space. The second reading is set where the sign has two values; both are
// zero where there is no marker.
func Read(line string) (first, second Reading) {
	r, n := utf8.DecodeRuneInString(line)
	switch {
	case r == '第':
		return one(readOrdinal(line))
	case isDigit(r):
		return one(readNumber(line))
	case isOpen(r):
		return readParen(line, r, n)
	case r == '問' || r == 'Q' || r == 'Ｑ' || r == '答' || r == 'A' || r == 'Ａ':
		if q := readQuestion(line, r, n); !q.Marker.IsZero() {
			return q, Reading{}
		}
	case r == '※' || r == '*' || r == '＊' || r == '注' || r == '†':
		if q := readNote(line, r, n, false); !q.Marker.IsZero() {
			return q, Reading{}
		}
	case r == '図' || r == '表':
		return one(readFigure(line))
	case isAnnexStart(r):
		return one(readAnnex(line))
	case labelStarts[r]:
		if q := readLabel(line); !q.Marker.IsZero() {
			return q, Reading{}
		}
	}
	if single, ok := singleSign(r); ok {
		return one(finish(line, n, Marker{Kind: kinds[single.script][single.frame], Number: single.value}, true))
	}
	if k := bulletKind(r); k != "" {
		return one(readBullet(line, r, n, k))
	}
	return readSign(line)
}

func one(r Reading) (Reading, Reading) { return r, Reading{} }

// finish completes a reading of which the number ends at end: punctuation
// that belongs to the marker is taken in where takeSeparator is set.
func finish(line string, end int, m Marker, takeSeparator bool) Reading {
	if takeSeparator {
		if r, n := utf8.DecodeRuneInString(line[end:]); r == '：' || r == ':' || r == '．' || r == '、' || r == '.' && m.Kind != Arabic {
			end += n
		}
	}
	m.Text = squeeze(line[:end])
	r, _ := utf8.DecodeRuneInString(line[end:])
	return Reading{Marker: m, Len: end, Gap: end == len(line) || isSpace(r)}
}

// squeeze drops the white space of a marker.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if isSpace(r) {
			return -1
		}
		return r
	}, s)
}

func isSpace(r rune) bool {
	switch r {
	case ' ', '\t', '\u3000', '\u00a0', '\f', '\v', '\r', '\n', '\u2002', '\u2003', '\u2009':
		return true
	}
	return false
}

func skipSpace(s string, i int) int {
	for {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !isSpace(r) {
			return i
		}
		i += n
	}
}

// readOrdinal reads 第1, 第一章, 第十二条の三.
func readOrdinal(line string) Reading {
	i := skipSpace(line, len("第"))
	num, n := integer(line[i:])
	if n == 0 || num == 0 {
		return Reading{}
	}
	i += n
	m := Marker{Kind: Ordinal, Number: num}
	j := skipSpace(line, i)
	r, n := utf8.DecodeRuneInString(line[j:])
	if k, ok := units[r]; ok && unitEnds(r, line[j+n:], j > i) {
		m.Kind = k
		i = j + n
	} else if isOrdinalCounter(r) && i == j {
		return Reading{}
	}
	i += branch(line[i:], &m)
	if m.Kind == Article {
		if out := articleRange(line, i, m); !out.Marker.IsZero() {
			return out
		}
	}
	return finish(line, i, m, true)
}

// articleRange reads 第五条及び第六条 and 第五条から第八条まで, as they stand above
// 削除. Elsewhere they are words of a text.
func articleRange(line string, i int, m Marker) Reading {
	for _, link := range []string{"及び", "から", "・", "、"} {
		rest, ok := strings.CutPrefix(line[i:], link+"第")
		if !ok {
			continue
		}
		num, n := integer(rest)
		if n == 0 || !strings.HasPrefix(rest[n:], "条") {
			return Reading{}
		}
		last := Marker{Kind: Article, Number: num}
		end := len(line) - len(rest) + n + len("条")
		end += branch(line[end:], &last)
		end += len(line[end:]) - len(strings.TrimPrefix(line[end:], "まで"))
		out := finish(line, end, last, false)
		if !strings.HasPrefix(line[skipSpace(line, end):], "削除") || !out.Gap {
			return Reading{}
		}
		out.From = m.Number
		if m.Numbers != nil && last.Numbers == nil {
			out.From = m.Number + 1
		}
		return out
	}
	return Reading{}
}

var units = map[rune]Kind{
	'部': Part, '編': Book, '章': Chapter, '節': Section, '款': Subsection, '目': Division,
	'条': Article, '條': Article, '項': Clause, '号': Item,
}

// unitEnds tells whether the unit r is one by itself, before rest, and not the
// first character of a title's word: 第１ 目的, 第２条件. A unit set apart from its
// number by a space is set apart from the title as well.
func unitEnds(r rune, rest string, apart bool) bool {
	next, _ := utf8.DecodeRuneInString(rest)
	switch {
	case !isHan(next):
		return true
	case apart || r == '目':
		return false
	}
	return !strings.ContainsRune(wordsWithUnit[r], next)
}

// wordsWithUnit are the second characters of common words that begin with a
// unit: 部分, 編成, 節約, 条件, 項目, 号令.
var wordsWithUnit = map[rune]string{
	'部': "分品門会長署局隊材", '編': "成集入制", '節': "約電水目度減", '条': "件約例理文", '項': "目", '号': "令",
}

// isOrdinalCounter tells of 第３者, 第一線, 第２次, 第４四半期: words, no markers.
func isOrdinalCounter(r rune) bool {
	return r != utf8.RuneError && strings.ContainsRune("回次者期線種版報位弾類級世四半段期地学年", r)
}

// branch reads the の三 of 第十二条の三 and gives its length.
func branch(s string, m *Marker) int {
	end := 0
	for {
		i := skipSpace(s, end)
		if !strings.HasPrefix(s[i:], "の") {
			return end
		}
		i = skipSpace(s, i+len("の"))
		num, n := integer(s[i:])
		// の一部, の三者 are words: a branch number ends the word.
		if n == 0 || num == 0 || continuesWord(s[i:i+n], s[i+n:]) {
			return end
		}
		end = i + n
		if m.Numbers == nil {
			m.Numbers = []int{m.Number}
		}
		m.Numbers = append(m.Numbers, num)
	}
}

func continuesWord(num, rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	c, _ := utf8.DecodeRuneInString(num)
	return isKanjiDigit(c) && isHan(r)
}

// readNumber reads １ 1. 1) 1.2.3 １－２.
func readNumber(line string) Reading {
	num, i := digits(line)
	if i == 0 || num > 999 {
		return Reading{}
	}
	var numbers []int
	for {
		c, n := componentAfter(line[i:])
		if n == 0 {
			break
		}
		if numbers == nil {
			numbers = []int{num}
		}
		numbers = append(numbers, c)
		i += n
	}
	r, n := utf8.DecodeRuneInString(line[i:])
	next, _ := utf8.DecodeRuneInString(line[i+n:])
	if isNumberPart(r, next) {
		return Reading{}
	}
	m := Marker{Kind: Arabic, Number: num}
	if numbers != nil {
		if num > 199 || len(numbers) >= len(multiKinds) {
			return Reading{}
		}
		m = Marker{Kind: Multi(len(numbers)), Number: numbers[len(numbers)-1], Numbers: numbers}
	}
	j := skipSpace(line, i)
	sep, sn := utf8.DecodeRuneInString(line[j:])
	switch {
	case sep == ')' || sep == '）':
		i = j + sn
		if numbers == nil {
			m.Kind = kinds[arabic][closed]
		}
		return finish(line, i, m, false)
	case i == j && (r == '.' || r == '．' || r == '、' || r == '：' || r == ':' || r == '。'):
		if numbers == nil {
			m.Kind = kinds[arabic][dotted]
		}
		return finish(line, i+n, m, false)
	}
	return finish(line, i, m, false)
}

// isNumberPart tells that the digits before r are part of a longer number,
// range or clock time: 1,200 3～5 10:30 1/2.
func isNumberPart(r, next rune) bool {
	switch r {
	case ',', '，', ':', '：', '/', '／':
		return isDigit(next)
	case '～', '〜', '~', '%', '％', '+', '＋', '=', '＝', '×':
		return true
	}
	return false
}

// componentAfter reads the .2 or －２ that follows a number.
func componentAfter(s string) (num, n int) {
	r, n := utf8.DecodeRuneInString(s)
	switch r {
	case '.', '．', '-', '－', '−', '‐', '‑', '–', '—', 'ー', '―':
	default:
		return 0, 0
	}
	num, d := digits(s[n:])
	if d == 0 || num > 199 {
		return 0, 0
	}
	return num, n + d
}

// readParen reads (1) （一） 【2】 （別紙） （注１） and the like.
func readParen(line string, open rune, n int) (first, second Reading) {
	f := paren
	if open != '(' && open != '（' {
		f = bracket
	}
	i := skipSpace(line, n)
	inside := line[i:]
	r, rn := utf8.DecodeRuneInString(inside)
	if s, ok := signsOf(inside); ok {
		end, ok := closing(line, i+s.len, open)
		if !ok {
			return Reading{}, Reading{}
		}
		first = finish(line, end, Marker{Kind: kinds[s.script][f], Number: s.value, Numbers: s.numbers}, true)
		if s.numbers != nil {
			first.Marker.Kind = "(" + Multi(len(s.numbers)) + ")"
		}
		if s.other.value > 0 {
			second = first
			second.Marker.Kind, second.Marker.Number = kinds[s.other.script][f], s.other.value
		}
		return first, second
	}
	var in Reading
	switch {
	case r == '注' || r == '※' || r == '*':
		in = readNote(inside, r, rn, true)
	case isAnnexStart(r):
		in = readAnnex(inside)
	case labelStarts[r]:
		in = readFramedLabel(inside)
	}
	if in.Len == 0 {
		return Reading{}, Reading{}
	}
	end, ok := closing(line, i+in.Len, open)
	if !ok {
		return Reading{}, Reading{}
	}
	return one(finish(line, end, in.Marker, true))
}

var closers = map[rune]rune{'(': ')', '（': '）', '[': ']', '［': '］', '〔': '〕', '【': '】', '<': '>', '＜': '＞', '〈': '〉', '《': '》'}

func isOpen(r rune) bool { return closers[r] != 0 }

// closing finds the closing sign at i; a full-width bracket may be closed by
// a half-width one and the other way round, as careless typing has it.
func closing(line string, i int, open rune) (end int, ok bool) {
	i = skipSpace(line, i)
	r, n := utf8.DecodeRuneInString(line[i:])
	want := closers[open]
	if r == want || (open == '(' && r == '）') || (open == '（' && r == ')') {
		return i + n, true
	}
	return 0, false
}

// A sign is a number in some script.
type sign struct {
	script  script
	value   int
	len     int
	numbers []int
	other   struct { // the second value of イ or i
		script script
		value  int
	}
}

// signsOf reads the number inside a frame.
func signsOf(s string) (sign, bool) {
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case isDigit(r):
		return arabicSign(s)
	case isKanjiDigit(r):
		v, n := kanjiNumber(s)
		return sign{script: kanji, value: v, len: n}, v > 0 && v < 1000
	}
	if out, ok := romanSign(s); ok {
		return out, true
	}
	if out, ok := kanaSign(r, n); ok {
		return out, true
	}
	return latinSign(r, n)
}

func arabicSign(s string) (sign, bool) {
	v, n := digits(s)
	out := sign{script: arabic, value: v, len: n}
	for {
		c, m := componentAfter(s[out.len:])
		if m == 0 || len(out.numbers) > 5 {
			return out, v < 1000
		}
		if out.numbers == nil {
			out.numbers = []int{v}
		}
		out.numbers = append(out.numbers, c)
		out.len += m
		out.value = c
	}
}

// readSign reads kanji numbers, Roman numbers, kana and letters that stand
// without an opening bracket; without a sign or space after them they are
// words.
func readSign(line string) (first, second Reading) {
	s, ok := signsOf(line)
	if !ok {
		return Reading{}, Reading{}
	}
	r, _ := utf8.DecodeRuneInString(line)
	numeral := isRomanNumeral(r)
	if s.script == kanji {
		if out := kanjiRange(line, s); !out.Marker.IsZero() {
			return one(out)
		}
	}
	i := skipSpace(line, s.len)
	sep, n := utf8.DecodeRuneInString(line[i:])
	next, _ := utf8.DecodeRuneInString(line[i+n:])
	f, end := bare, s.len
	switch {
	case sep == ')' || sep == '）':
		f, end = closed, i+n
	case i > s.len && i < len(line) && !isLatin(r), i == len(line) && (numeral || s.script == kanji):
	case i > s.len && i < len(line) && !isLatin(sep) && (isUpper(r) || r >= 'ａ' || strings.HasPrefix(line[s.len:], "\u3000")):
	case i == s.len && (sep == '．' || sep == '.' || sep == '、' || sep == '：' || sep == ':') && !isLatin(next):
		f, end = dotted, i+n
	case i == s.len && numeral:
		if c, m := componentAfter(line[s.len:]); m > 0 {
			return one(finish(line, s.len+m, Marker{Kind: Multi(2), Number: c, Numbers: []int{s.value, c}}, true))
		}
	default:
		return one(lettered(line, s, r))
	}
	m := Marker{Kind: kinds[s.script][f], Number: s.value}
	first = finish(line, end, m, false)
	if s.other.value > 0 {
		m.Kind, m.Number = kinds[s.other.script][f], s.other.value
		second = finish(line, end, m, false)
	}
	return first, second
}

// kanjiRange reads 一～三 and 一・二, as abridged laws have them: 一～三　略.
func kanjiRange(line string, s sign) Reading {
	r, n := utf8.DecodeRuneInString(line[s.len:])
	if r != '～' && r != '〜' && r != '・' && r != '―' {
		return Reading{}
	}
	last, k := kanjiNumber(line[s.len+n:])
	out := finish(line, s.len+n+k, Marker{Kind: Kanji, Number: last}, false)
	if last <= s.value || !out.Gap {
		return Reading{}
	}
	out.From = s.value
	return out
}

// lettered reads A-1, Ａ－１: a letter and a number.
func lettered(line string, s sign, r rune) Reading {
	if !isUpper(r) {
		return Reading{}
	}
	c, n := componentAfter(line[s.len:])
	if n == 0 {
		return Reading{}
	}
	end := s.len + n
	rest, _ := utf8.DecodeRuneInString(line[end:])
	if end < len(line) && !isSpace(rest) && rest != '．' && rest != '.' && rest != '：' && rest != ':' {
		return Reading{}
	}
	return finish(line, end, Marker{Kind: Multi(2), Number: c, Numbers: []int{s.value, c}}, true)
}

func readBullet(line string, r rune, n int, k Kind) Reading {
	next, _ := utf8.DecodeRuneInString(line[n:])
	gap := isSpace(next)
	switch r {
	case '-', '–', '−', '*', '―', '＊', '→', '⇒':
		if !gap {
			return Reading{}
		}
	case '○', '◯', '●', '■', '□', '△', '▲', '☆': // a blank to be filled in: ○○市
		if next == r {
			return Reading{}
		}
	case '〇': // a digit too: 〇月〇日, 〇〇
		if next == '〇' || next == '月' || next == '日' || next == '年' || isKanjiDigit(next) {
			return Reading{}
		}
	}
	out := Reading{Marker: Marker{Text: line[:n], Kind: k}, Len: n, Gap: gap}
	return out
}
