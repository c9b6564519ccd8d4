package docx

import (
	"strconv"
	"strings"

	"shinkyu/parse/source/internal/numeral"
)

// inFormat writes a number in a format of ST_NumberFormat (ECMA-376 Part 1,
// 17.18.59). A format that is not known is written as decimal.
func inFormat(format string, n int) string {
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
		return numeral.Numeric(n, "０１２３４５６７８９")
	case "upperRoman":
		return numeral.Roman(n)
	case "lowerRoman":
		return strings.ToLower(numeral.Roman(n))
	case "upperLetter":
		return strings.ToUpper(numeral.Symbolic(n, numeral.Latin))
	case "lowerLetter":
		return numeral.Symbolic(n, numeral.Latin)
	case "ordinal":
		return strconv.Itoa(n) + ordinal(n)
	case "numberInDash":
		return "- " + strconv.Itoa(n) + " -"
	case "aiueo":
		return numeral.Cyclic(n, numeral.GojuonHalf)
	case "aiueoFullWidth":
		return numeral.Cyclic(n, numeral.Gojuon)
	case "iroha":
		return numeral.Cyclic(n, numeral.IrohaHalf+"ﾝ")
	case "irohaFullWidth":
		return numeral.Cyclic(n, numeral.Iroha+"ン")
	case "japaneseCounting", "chineseCounting", "chineseCountingThousand", "taiwaneseCountingThousand", "taiwaneseCounting", "koreanCounting":
		return numeral.Plain.Write(n)
	case "japaneseLegal":
		return numeral.Legal.Write(n)
	case "japaneseDigitalTenThousand", "ideographDigital", "taiwaneseDigital":
		return numeral.Numeric(n, numeral.Kanji)
	case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
		return numeral.Fixed(n, "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿")
	case "decimalEnclosedFullstop":
		return numeral.Fixed(n, "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛")
	case "decimalEnclosedParen":
		return numeral.Fixed(n, "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇")
	case "ideographEnclosedCircle":
		return numeral.Fixed(n, "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉")
	case "ideographTraditional":
		return numeral.Fixed(n, "甲乙丙丁戊己庚辛壬癸")
	case "ideographZodiac":
		return numeral.Fixed(n, "子丑寅卯辰巳午未申酉戌亥")
	case "hex":
		return strings.ToUpper(strconv.FormatInt(int64(n), 16))
	}
	return strconv.Itoa(n)
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
