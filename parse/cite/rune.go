package cite

import "unicode/utf8"

func isSpace(r rune) bool {
	return r == ' ' || r == '\u3000' || r == '\n' || r == '\r' || r == '\t' || r == '\u00a0' || r == '\f'
}

func isIdeograph(r rune) bool {
	return '一' <= r && r <= '鿿' || r == '々' || r == '〇' || r == '〆' || r == 'ヶ' || '㐀' <= r && r <= '䶿' || '\uf900' <= r && r <= '\ufaff' || r >= 0x20000 && r <= 0x3FFFF
}

func isKatakana(r rune) bool {
	return 'ァ' <= r && r <= 'ヺ' || r == 'ー' || 'ｦ' <= r && r <= 'ﾟ'
}

func isHiragana(r rune) bool { return 'ぁ' <= r && r <= 'ゖ' || r == 'ゝ' || r == 'ゞ' }

// isLatin reports whether r is a Latin letter or digit of either width.
func isLatin(r rune) bool {
	return '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' ||
		'０' <= r && r <= '９' || 'ａ' <= r && r <= 'ｚ' || 'Ａ' <= r && r <= 'Ｚ'
}

// isNumeral reports whether r can stand in a number.
func isNumeral(r rune) bool {
	switch r {
	case '〇', '零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千', '万':
		return true
	}
	return '0' <= r && r <= '9' || '０' <= r && r <= '９'
}

// skipSpace gives the offset of the first sign at or after i that is no white
// space. A negative i stays as it is.
func skipSpace(s string, i int) int {
	for i >= 0 && i < len(s) {
		r, w := utf8.DecodeRuneInString(s[i:])
		if !isSpace(r) {
			break
		}
		i += w
	}
	return i
}

// backSpace gives the offset behind the last sign before i that is no white
// space.
func backSpace(s string, i int) int {
	for i > 0 {
		r, w := utf8.DecodeLastRuneInString(s[:i])
		if !isSpace(r) {
			break
		}
		i -= w
	}
	return i
}

func runeAt(s string, i int) rune {
	if i < 0 || i >= len(s) {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	return r
}

func runeBefore(s string, i int) rune {
	if i <= 0 {
		return 0
	}
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	return r
}
