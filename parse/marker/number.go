package marker

import (
	"unicode"
	"unicode/utf8"
)

func isDigit(r rune) bool { return '0' <= r && r <= '9' || '０' <= r && r <= '９' }

// isHan does not count 〇, which is a digit or a blank.
func isHan(r rune) bool { return r != '〇' && unicode.Is(unicode.Han, r) }

func isHiragana(r rune) bool { return unicode.Is(unicode.Hiragana, r) }

func isUpper(r rune) bool { return 'A' <= r && r <= 'Z' || 'Ａ' <= r && r <= 'Ｚ' }

func isLower(r rune) bool { return 'a' <= r && r <= 'z' || 'ａ' <= r && r <= 'ｚ' }

func isLatin(r rune) bool { return isUpper(r) || isLower(r) }

// isRomanNumeral reports whether r is Ⅰ or ⅰ and so on, letters of their own.
func isRomanNumeral(r rune) bool { return 0x2160 <= r && r <= 0x217F }

// ascii folds a full-width letter or digit; r is one, of either width.
func ascii(r rune) rune {
	if r > unicode.MaxASCII {
		return r - 0xFEE0
	}
	return r
}

// digits reads Arabic digits of either width, and gives their bytes.
func digits(s string) (v, n int) {
	for {
		r, k := utf8.DecodeRuneInString(s[n:])
		if !isDigit(r) {
			return v, n
		}
		v = min(v*10+int(ascii(r)-'0'), 1_000_000)
		n += k
	}
}

// integer reads an Arabic or kanji number.
func integer(s string) (v, n int) {
	if v, n = digits(s); n > 0 {
		return v, n
	}
	return kanjiNumber(s)
}

var kanjiDigits = map[rune]int{
	'〇': 0, '一': 1, '二': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9,
	'十': 10, '百': 100, '千': 1000, '壱': 1, '弐': 2, '参': 3,
}

func isKanjiDigit(r rune) bool {
	_, ok := kanjiDigits[r]
	return ok && r != '参' && r != '壱' && r != '弐'
}

// kanjiNumber reads 十二, 百四, 一二 and 二〇.
func kanjiNumber(s string) (v, n int) {
	sum, cur, had := 0, 0, false
	for {
		r, k := utf8.DecodeRuneInString(s[n:])
		if !isKanjiDigit(r) {
			return sum + cur, n
		}
		switch d := kanjiDigits[r]; {
		case d >= 10:
			if !had {
				cur = 1
			}
			sum, cur, had = sum+cur*d, 0, false
		default:
			cur, had = min(cur*10+d, 1_000_000), true
		}
		n += k
	}
}

var romanValues = map[rune]int{'I': 1, 'V': 5, 'X': 10, 'L': 50}

// romanSign reads Ⅲ, ⅲ, III, iii up to 49. A single letter that is a Roman
// number too has the letter as its other value.
func romanSign(s string) (sign, bool) {
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case 0x2160 <= r && r <= 0x216B:
		return compound(s, sign{script: romanUpper, value: int(r-0x2160) + 1, len: n}, 0x2160), true
	case 0x2170 <= r && r <= 0x217B:
		return compound(s, sign{script: romanLower, value: int(r-0x2170) + 1, len: n}, 0x2170), true
	case isUpper(r):
		return letterRoman(s, isUpper, romanUpper, latinUpper)
	case isLower(r):
		return letterRoman(s, isLower, romanLower, latinLower)
	}
	return sign{}, false
}

// compound reads the letters behind the first of ⅩⅢ and ⅩⅩⅣ.
func compound(s string, out sign, base rune) sign {
	for out.value%10 == 0 {
		r, n := utf8.DecodeRuneInString(s[out.len:])
		if r < base || r > base+9 {
			break
		}
		out.value += int(r-base) + 1
		out.len += n
	}
	return out
}

func letterRoman(s string, in func(rune) bool, roman, latin script) (sign, bool) {
	total, prev, n, count := 0, 0, 0, 0
	var first rune
	for {
		r, k := utf8.DecodeRuneInString(s[n:])
		if !in(r) {
			break
		}
		up := ascii(r) &^ 0x20
		v := romanValues[up]
		if v == 0 || count == 6 {
			return sign{}, false
		}
		if count == 0 {
			first = up
		}
		if prev < v {
			total += v - 2*prev
		} else {
			total += v
		}
		prev = v
		n += k
		count++
	}
	if total == 0 || total > 49 {
		return sign{}, false
	}
	out := sign{script: roman, value: total, len: n}
	if count == 1 {
		out.other.script, out.other.value = latin, int(first-'A')+1
	}
	return out, true
}

func latinSign(r rune, n int) (sign, bool) {
	switch {
	case isUpper(r):
		return sign{script: latinUpper, value: int(ascii(r)-'A') + 1, len: n}, true
	case isLower(r):
		return sign{script: latinLower, value: int(ascii(r)-'a') + 1, len: n}, true
	}
	return sign{}, false
}

const (
	gojuonOrder   = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
	halfWidthKana = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ"
	irohaOrder    = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン"
)

func order(s string) map[rune]int {
	m, i := map[rune]int{}, 0
	for _, r := range s {
		i++
		m[r] = i
	}
	return m
}

var gojuonValues, irohaValues = func() (map[rune]int, map[rune]int) {
	g := order(gojuonOrder)
	for r, v := range order(halfWidthKana) {
		g[r] = v
	}
	return g, order(irohaOrder)
}()

// kanaSign reads ア as the first of アイウ and イ as the second of it or the
// first of イロハ.
func kanaSign(r rune, n int) (sign, bool) {
	g, h := gojuonValues[r], irohaValues[r]
	if g == 0 {
		return sign{script: iroha, value: h, len: n}, h > 0
	}
	out := sign{script: gojuon, value: g, len: n}
	out.other.script, out.other.value = iroha, h
	return out, true
}

// A framed is a number whose frame is part of the character.
type framed struct {
	script script
	frame  frame
	value  int
}

// singleSign reads ① ❶ ⑴ ⒈ ㈠ ㊀ ㋐ ⒜ ⓐ.
func singleSign(r rune) (framed, bool) {
	at := func(s script, f frame, first rune, from int) (framed, bool) {
		return framed{s, f, int(r-first) + from}, true
	}
	switch {
	case '①' <= r && r <= '⑳':
		return at(circled, bare, '①', 1)
	case '㉑' <= r && r <= '㉟':
		return at(circled, bare, '㉑', 21)
	case '㊱' <= r && r <= '㊿':
		return at(circled, bare, '㊱', 36)
	case '❶' <= r && r <= '❿':
		return at(circledBlack, bare, '❶', 1)
	case '⓫' <= r && r <= '⓴':
		return at(circledBlack, bare, '⓫', 11)
	case '⑴' <= r && r <= '⒇':
		return at(arabic, paren, '⑴', 1)
	case '⒈' <= r && r <= '⒛':
		return at(arabic, dotted, '⒈', 1)
	case '㈠' <= r && r <= '㈩':
		return at(kanji, paren, '㈠', 1)
	case '㊀' <= r && r <= '㊉':
		return at(kanji, bracket, '㊀', 1)
	case '㋐' <= r && r <= '㋾':
		return at(gojuon, bracket, '㋐', 1)
	case '⒜' <= r && r <= '⒵':
		return at(latinLower, paren, '⒜', 1)
	case 'ⓐ' <= r && r <= 'ⓩ':
		return at(latinLower, bracket, 'ⓐ', 1)
	case 'Ⓐ' <= r && r <= 'Ⓩ':
		return at(latinUpper, bracket, 'Ⓐ', 1)
	}
	return framed{}, false
}

// bulletKind gives the kind of a bullet, empty where r is none. Wingdings that
// lost their font stand in the private use area.
func bulletKind(r rune) Kind {
	switch r {
	case '〇', '◯', '⚪':
		r = '○'
	case '･', '•', '∙', '·':
		r = '・'
	case '−', '―':
		r = '–'
	}
	if k, ok := bulletKinds[r]; ok {
		return k
	}
	if 0xF000 <= r && r <= 0xF0FF {
		return bulletPrefix + "private"
	}
	return ""
}

var bulletKinds = func() map[rune]Kind {
	m := map[rune]Kind{}
	for _, r := range "・○●◆◇■□▲△▼▽★☆◎※-–*＊➢➤✓✔▪▫◼◻▶▷►❖◦‣⚫⁃→⇒" {
		m[r] = bulletPrefix + Kind(string(r))
	}
	return m
}()
