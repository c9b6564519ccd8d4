package cite

import (
	"strings"
)

// trim drops words from the beginning that cannot begin a title.
func (r *reader) trim() int {
	i := r.i
	if r.genre == ofPhrase {
		return r.trimPhrase(i)
	}
	i = r.dropPlace(i)
	for i < len(r.ws)-1 && r.drops(i) {
		i++
	}
	return i
}

// trimPhrase drops であって, which the sentence before turns on, and それぞれ.
func (r *reader) trimPhrase(i int) int {
	k := i
	for k < len(r.ws)-1 && (r.ws[k].class == cVerb || r.ws[k].Surface == "で") {
		k++
	}
	if k > i && r.ws[k-1].Surface == "て" && strings.HasPrefix(r.ws[i].Surface, "で") {
		i = k
	}
	if i < len(r.ws)-1 && r.ws[i].Surface == "それぞれ" {
		i++
	}
	return i
}

// dropPlace moves i past a place in a law that stands right before the title,
// as in tables and amendments: 第四条古物営業法, 附則第六条中….
func (r *reader) dropPlace(i int) int {
	e := r.runEnd(i)
	switch r.ws[i].Surface {
	case "第", "附則", "別表", "同":
	default:
		return i
	}
	for k := e - 1; k > i; k-- {
		if isPlace(text(r.ws, i, k)) {
			if r.ws[k].Surface == "中" && k+1 < e {
				k++
			}
			return k
		}
	}
	if e-i > 2 && r.ws[i].Surface == "同" && r.ws[i+1].Surface == "表" {
		return i + 2
	}
	return i
}

// isPlace reports whether s is a place in a law: 第四条, 附則, 別表第一.
func isPlace(s string) bool {
	n, ok := strings.CutPrefix(s, tables)
	return endsPinpoint(s) || ok && !strings.ContainsFunc(n, func(r rune) bool { return !isNumeral(r) })
}

// drops reports whether the word at i is no beginning: 旧 and 同 before a
// title, 今後, a conjunction.
func (r *reader) drops(i int) bool {
	w := r.ws[i]
	if w.class != cNoun {
		return w.class != cAdjunct && !(w.class == cVerb && i == r.i && r.clause)
	}
	switch w.Surface {
	case "同", "本", "現行", "今後", "現在", "従来", "当時", "今回", "以下", "以後", "うち", "・", "-", "－", "～", ".", "．":
		return true
	case "旧":
		return !r.oldInTitle(i)
	}
	return r.genre == ofLaw && (w.Sub == "接尾" && !r.whole(i))
}

func (r *reader) whole(i int) bool { return i == 0 || r.ws[i].Surface != "等" }

// oldInTitle reports whether 旧 is part of the title: 旧軍港市転換法, and before
// a law that the title speaks of (旧優生保護法に基づく…に関する法律).
func (r *reader) oldInTitle(i int) bool {
	e := i
	for e < len(r.ws) && r.ws[e].class == cNoun {
		e++
	}
	s := text(r.ws, i, e)
	return strings.HasPrefix(s, "旧軍") || strings.HasPrefix(s, "旧令") || strings.HasPrefix(s, "旧日本") || e < len(r.ws) && endsLawTitle(s)
}

// clippedTitles end the titles of laws although what they end in is a word that
// names none: 療法 in 医療法, 合法 in 労働組合法.
var clippedTitles = []string{"医療法", "組合法", "収用法", "雇用法", "統合法", "番号令"}

// endsLawTitle reports whether a noun run ends like the title of a law.
func endsLawTitle(s string) bool {
	for _, e := range []string{"法", "法律", "政令", "省令", "府令", "施行令", "規則", "条例", "条約", "協定", "告示", "勅令", "令"} {
		if strings.HasSuffix(s, e) && s != e {
			if endsIn(s, clippedTitles) {
				return true
			}
			for _, not := range []string{"方法", "手法", "司法", "立法", "命令", "用法", "作法", "文法", "指令", "技法", "療法", "製法", "工法", "寸法", "農法", "法令", "号令", "辞令", "発令", "違法", "合法", "不法"} {
				if strings.HasSuffix(s, not) {
					return false
				}
			}
			return true
		}
	}
	return s == "法" || s == "令" || s == "規則" || s == "条例"
}
