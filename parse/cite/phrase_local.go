package cite

import "strings"

// The ordinances of local bodies are named more freely than laws. A compound
// takes modifiers as well (協働のまちづくり条例, ふるさとを応援する寄附条例), the law
// that an ordinance carries out is named in its title (子ども・子育て支援法に基づく
// 過料に関する条例), and so are persons by 職員で非常勤のもの. What the sentence
// around says of an ordinance is told by who made it and by its verbs.

// isLocalHead reports whether the head of a title is that of an ordinance or
// of the rules under one: 条例, 手数料条例, 条例施行規則.
func isLocalHead(h string) bool {
	return strings.HasSuffix(h, "条例") || strings.Contains(h, "条例施行")
}

// localNoun reports whether a noun run that the titles of laws do not have
// belongs to that of an ordinance: もの behind の, こと before ができる.
func (r *reader) localNoun(s string, k, j int) bool {
	switch s {
	case "もの":
		if k == 0 || r.ws[k-1].class != cNo {
			return false
		}
		r.clause = true // 職員で非常勤の
		return true
	case "こと":
		return j+1 < len(r.ws) && r.ws[j].Surface == "が" && r.ws[j+1].Base == "できる"
	}
	return false
}

// localOwner reports whether the noun before the の at j says whose ordinance
// it is, or which: 鎌倉市の, 改正後の, 前述の.
func (r *reader) localOwner(j int) bool {
	k := nounRun(r.ws, j)
	s := text(r.ws, k, j)
	switch s {
	case "前述", "後述", "上述", "既述", "他", "同様":
		return true
	}
	for _, e := range []string{"市", "町", "村", "県", "府", "都", "道", "区", "組合", "連合", "団体"} {
		if strings.HasSuffix(s, e) && !r.moved {
			return true
		}
	}
	return false
}

// localAdjunct takes to k what an adjective before an ordinance's head is
// joined to: 安全で安心な.
func (r *reader) localAdjunct(k int) int {
	for k > 1 && r.ws[k-1].Surface == "で" && nounRun(r.ws, k-1) < k-1 {
		k = nounRun(r.ws, k-1)
	}
	return k
}

// localVerb reports whether a verb that the titles of laws do not have stands
// in that of an ordinance: 法に基づく, ことができる.
func (r *reader) localVerb(k, j int) bool {
	if k < 2 || r.ws[k-1].class != cCase {
		return false
	}
	switch r.ws[k].Base {
	case "基づく":
		s := text(r.ws, nounRun(r.ws, k-1), k-1)
		return r.moved && r.ws[j-1].Surface == "基づく" && (endsLawTitle(s) && s != "法" || s == "法律") && !strings.HasPrefix(s, "同")
	case "できる":
		return r.moved && r.ws[k-1].Surface == "が" && r.ws[k-2].Surface == "こと"
	}
	return false
}
