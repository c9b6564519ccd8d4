package cite

import (
	"strings"
	"unicode/utf8"
)

// head takes the noun run at the end and says whether there is one.
func (r *reader) head() bool {
	n := len(r.ws)
	if n > 0 && (r.ws[n-1].class == cRel) { // …について
		r.long = true
		n--
	}
	k := nounRun(r.ws, n)
	if k == n {
		return false
	}
	r.i = k
	h := text(r.ws, k, n)
	r.local = r.genre == ofLaw && isLocalHead(h)
	r.long = r.long || r.genre != ofLaw || isGenericHead(h) || r.local
	if strings.HasSuffix(h, "条約") || strings.HasSuffix(h, "協定") || strings.HasSuffix(h, "議定書") {
		r.long = true // 日本国とアメリカ合衆国との間の…条約
	}
	if !r.long && isSpecialHead(h) && k > 0 {
		rel := r.ws[k-1].Surface
		r.long = rel == "に関する" || rel == "のための" || utf8.RuneCountInString(h) <= 6 && r.ws[k-1].class == cRel
	}
	if !r.long && k > 1 && r.ws[k-1].Surface == "の" && r.ws[k-2].Surface == "ため" && isSpecialHead(h) {
		r.long = true // …を図るための特別措置法
	}
	return true
}

// isGenericHead reports whether the head of a law's title says nothing by
// itself: 法律, 政令, 特別措置法, 法律施行令.
func isGenericHead(s string) bool {
	for _, h := range []string{"法律", "政令", "勅令", "省令", "府令", "規則", "条例", "告示", "命令", "件", "条約", "協定", "議定書", "憲章", "規程", "細則", "基準", "指針", "等", "内閣府令", "庁令", "訓令"} {
		if s == h {
			return true
		}
		if strings.HasPrefix(s, h) && isOrderHead(strings.TrimPrefix(s, h)) {
			return true
		}
		if h != "等" && h != "件" && strings.HasSuffix(s, h) && isMinistryOrder(strings.TrimSuffix(s, h)) {
			return true
		}
	}
	return false
}

// isSpecialHead reports whether the head is a compound that modifiers may still
// stand before: 特別措置法, and 皇室典範特例法 with に関する.
func isSpecialHead(s string) bool {
	for _, h := range []string{"特別措置法", "特例法", "臨時措置法", "暫定措置法", "特別法", "臨時特例法", "措置法"} {
		if strings.HasSuffix(s, h) {
			return true
		}
	}
	return false
}

// isOrderHead reports whether s is what the orders under a law add to its
// title: 施行令, 施行規則, 関係手数料令.
func isOrderHead(s string) bool {
	return strings.HasPrefix(s, "施行") || strings.HasPrefix(s, "関係") || s == "第"
}

// isMinistryOrder reports whether s with 令 or 規則 names an order by its
// issuer alone: 厚生労働省・経済産業省令.
func isMinistryOrder(s string) bool {
	return s == "内閣" || strings.HasSuffix(s, "省") || strings.HasSuffix(s, "庁") || strings.HasSuffix(s, "・")
}
