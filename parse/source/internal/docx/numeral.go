package docx

import (
	"strconv"
	"strings"
)

// numeral writes a number in a format of ST_NumberFormat (ECMA-376 Part 1,
// 17.18.59). A format that is not known is written as decimal.
func numeral(format string, n int) string {
	if n < 0 {
		return strconv.Itoa(n)
	}
	switch format {
	case "none", "bullet":
		return ""
	case "decimalZero":
		if n < 10 {
			return "0" + strconv.Itoa(n)
		}
	case "decimalFullWidth", "decimalFullWidth2":
		return mapDigits(n, "０１２３４５６７８９")
	case "upperRoman":
		return roman(n)
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "upperLetter":
		return letters(n, 'A')
	case "lowerLetter":
		return letters(n, 'a')
	case "ordinal":
		return strconv.Itoa(n) + ordinal(n)
	case "numberInDash":
		return "- " + strconv.Itoa(n) + " -"
	case "aiueo":
		return cycle(n, "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ")
	case "aiueoFullWidth":
		return cycle(n, "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン")
	case "iroha":
		return cycle(n, "ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽﾝ")
	case "irohaFullWidth":
		return cycle(n, "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン")
	case "japaneseCounting", "chineseCounting", "chineseCountingThousand", "taiwaneseCountingThousand", "taiwaneseCounting", "koreanCounting":
		return counting(n, "〇一二三四五六七八九", "十百千", false)
	case "japaneseLegal":
		return counting(n, "〇壱弐参四伍六七八九", "拾百阡", true)
	case "japaneseDigitalTenThousand", "ideographDigital", "taiwaneseDigital":
		return mapDigits(n, "〇一二三四五六七八九")
	case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
		return enclosed(n, "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿")
	case "decimalEnclosedFullstop":
		return enclosed(n, "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛")
	case "decimalEnclosedParen":
		return enclosed(n, "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇")
	case "ideographEnclosedCircle":
		return enclosed(n, "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉")
	case "ideographTraditional":
		return enclosed(n, "甲乙丙丁戊己庚辛壬癸")
	case "ideographZodiac":
		return enclosed(n, "子丑寅卯辰巳午未申酉戌亥")
	case "hex":
		return strings.ToUpper(strconv.FormatInt(int64(n), 16))
	}
	return strconv.Itoa(n)
}

// mapDigits writes a number digit by digit.
func mapDigits(n int, digits string) string {
	set := []rune(digits)
	var b strings.Builder
	for _, d := range strconv.Itoa(n) {
		b.WriteRune(set[d-'0'])
	}
	return b.String()
}

// enclosed picks a sign; numbers beyond them are decimal, as Word has it.
func enclosed(n int, signs string) string {
	if set := []rune(signs); 1 <= n && n <= len(set) {
		return string(set[n-1])
	}
	return strconv.Itoa(n)
}

// cycle picks a sign and begins again after the last.
func cycle(n int, signs string) string {
	set := []rune(signs)
	if n < 1 {
		return strconv.Itoa(n)
	}
	return string(set[(n-1)%len(set)])
}

// counting writes 一, 十, 十一, 二十, 百一. The legal style writes the one of
// 壱拾 and 壱百.
func counting(n int, digits, units string, legal bool) string {
	if n < 1 || n > 9999 {
		return mapDigits(n, digits)
	}
	set, places := []rune(digits), []rune(units)
	var b strings.Builder
	for i, place := 3, 1000; place > 0; i, place = i-1, place/10 {
		d := n / place % 10
		switch {
		case d == 0:
			continue
		case d > 1 || i == 0 || legal:
			b.WriteRune(set[d])
		}
		if i > 0 {
			b.WriteRune(places[i-1])
		}
	}
	return b.String()
}

func letters(n int, first byte) string {
	if n < 1 {
		return strconv.Itoa(n)
	}
	// Word repeats the letter: z, aa, bb.
	return strings.Repeat(string(first+byte((n-1)%26)), min((n-1)/26+1, 30))
}

func roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	values := []int{1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1}
	signs := []string{"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"}
	s := ""
	for i, v := range values {
		for ; n >= v; n -= v {
			s += signs[i]
		}
	}
	return s
}

func ordinal(n int) string {
	if n%100/10 == 1 {
		return "th"
	}
	switch n % 10 {
	case 1:
		return "st"
	case 2:
		return "nd"
	case 3:
		return "rd"
	}
	return "th"
}
