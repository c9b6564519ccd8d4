package cite

import (
	"strings"
)

// outerVerbs are verbs whose clause says of a law or plan what the sentence
// does with it, and that do not stand in its title.
var outerVerbs = map[string]bool{
	"規定": true, "定める": true, "定まる": true, "掲げる": true, "基づく": true, "準用": true, "適用": true, "いう": true, "言う": true,
	"規律": true, "公布": true, "制定": true, "廃止": true, "含む": true, "除く": true, "従う": true, "よる": true, "則る": true,
	"該当": true, "掲載": true, "決定": true, "策定": true, "公表": true, "作成": true, "取りまとめる": true, "とりまとめる": true,
	"まとめる": true, "示す": true, "記載": true, "改定": true, "改訂": true, "発表": true, "発出": true, "引用": true, "参照": true,
	"成立": true, "所管": true, "遵守": true, "参照する": true, "抵触": true, "違反": true, "準拠": true, "関係": true, "運用": true, "通知": true, "設ける": true, "提示": true, "発行": true, "刊行": true, "ある": true, "なる": true, "受ける": true, "伴う": false,
	"基く": true, "位置付ける": true, "位置づける": true, "盛り込む": true, "称する": true, "呼ぶ": true, "関連": true, "加える": true, "できる": true,
}

// isEnacted reports whether a verb phrase says what was done to a law or plan:
// 改正された, 施行された, 成立した.
func isEnacted(ws []word) bool {
	if ws[len(ws)-1].Surface != "た" {
		return false
	}
	switch verbBase(ws) {
	case "改正", "施行", "成立", "制定", "公布", "廃止", "可決", "提出", "改める", "見直し", "見直す", "改編", "再編", "審議", "整備":
		return true
	}
	return false
}

// stepVerb takes a verb that modifies what stands right of it, with its
// auxiliaries; its arguments come with the next steps.
func (r *reader) stepVerb() bool {
	if !r.long {
		return false
	}
	j := r.i
	k := j
	for k > 0 && r.ws[k-1].class == cVerb {
		k--
	}
	if k > 0 && r.ws[k-1].class == cNoun && takesDo(r.ws[k].Base) {
		k = nounRun(r.ws, k)
	}
	if r.genre == ofPhrase && r.ws[k].Surface == "で" && r.ws[j-1].Surface != "て" && k > 0 && r.ws[k-1].class == cNoun {
		k = nounRun(r.ws, k) // 法人でない社団
	}
	if r.ws[k].Base == "ある" && k > 1 && r.ws[k-1].class == cNo && r.ws[k-2].class == cNoun { // おそれのある
		r.clause, r.long = true, true
		return r.take(k - 1)
	}
	if b := r.ws[k].Base; r.genre == ofPhrase && r.ws[j-1].Surface == "て" && (b == "従う" || b == "基づく") {
		return false
	}
	if r.genre != ofPhrase {
		if isEnacted(r.ws[k:j]) {
			return false
		}
		if outerVerbs[verbBase(r.ws[k:j])] && !r.underTreaty(k) && !(r.bareHead() && !r.moved && !r.beforeTitle(k)) && !(r.local && r.localVerb(k, j)) {
			return false
		}
		if !isAttributive(r.ws[j-1]) && !r.clause {
			return false
		}
	}
	r.verb, r.before = k, r.i
	r.i = k
	r.clause, r.long, r.argued, r.subject = true, true, false, false
	return true
}

// underTreaty reports whether what stands before the verb at k is a treaty, as
// in 日本国との平和条約に基づき: laws that carry out a treaty name it so.
func (r *reader) underTreaty(k int) bool {
	if k < 2 || r.ws[k-1].class != cCase || r.ws[k].Base != "基づく" {
		return false
	}
	s := text(r.ws, nounRun(r.ws, k-1), k-1)
	return strings.Contains(s, "条約") || strings.Contains(s, "協定")
}

// beforeTitle reports whether the clause that ends at k begins with a pointer
// out of the title.
func (r *reader) beforeTitle(k int) bool {
	return k >= 2 && r.ws[k-1].class == cCase && endsPinpoint(text(r.ws, nounRun(r.ws, k-1), k-1))
}

// bareHead reports whether nothing but a bare head was taken yet.
func (r *reader) bareHead() bool {
	return r.genre == ofLaw && isGenericHead(text(r.ws, r.i, len(r.ws)))
}

func takesDo(base string) bool {
	return base == "する" || base == "できる" || base == "される" || base == "為す" || base == "せる" || base == "いたす" || base == "す"
}

// verbBase is the dictionary form of a verb phrase: the noun before する, or
// the first verb.
func verbBase(ws []word) string {
	if ws[0].class == cNoun {
		for k := len(ws) - 1; k >= 0; k-- {
			if ws[k].class == cNoun {
				return ws[k].Surface
			}
		}
	}
	return ws[0].Base
}

// isAttributive reports whether a verb or auxiliary modifies the noun behind
// it, which for all Japanese verbs looks like the end of a sentence.
func isAttributive(w word) bool {
	if w.Surface == w.Base {
		return true
	}
	switch w.Surface {
	case "た", "だ", "な", "ない", "ぬ", "べき", "スル", "タル", "たる":
		return true
	}
	return false
}
