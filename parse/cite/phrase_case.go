package cite

import (
	"strings"
)

// stepCase takes an argument of a verb: NP を, NP に, NP が.
func (r *reader) stepCase() bool {
	if !r.clause {
		return r.genre != ofLaw && r.stepTo() || r.genre == ofLaw && r.stepCountries() || r.genre == ofPhrase && r.stepFrom()
	}
	j := r.i - 1
	if r.genre != ofPhrase && r.outerCase(j) {
		return false
	}
	if r.ws[j].Surface == "が" {
		if r.subject {
			return false // one clause has one subject
		}
		r.subject = true
	}
	if r.take(j) || r.local && j > 1 && r.ws[j-1].Surface == "も" && r.ws[j-2].Sub == "代名詞" && r.take(j-1) { // 誰もが
		r.argued = true
		return true
	}
	if r.genre == ofPhrase && j > 0 {
		switch r.ws[j-1].class {
		case cVerb, cNo, cCase, cTo, cAdjunct, cPointer:
			r.i = j
			return true
		}
	}
	return false
}

// outerCase reports whether the case at j belongs to the sentence around and
// not to the clause in the title, when that has its argument already: 施行日が,
// 厚生労働大臣が, 平成15年5月に.
func (r *reader) outerCase(j int) bool {
	switch r.ws[j].Surface {
	case "に対し", "において", "にて":
		return true
	case "が":
		k := nounRun(r.ws, j)
		s := text(r.ws, k, j)
		return r.argued && (k == j || strings.HasSuffix(s, "日") || isActor(s) || isBody(s))
	case "に":
		return r.argued && endsDate(r.ws[nounRun(r.ws, j):j])
	}
	return false
}

// stepTo takes NP と before a noun, in plans and phrases: 経済財政運営と改革の基本方針.
func (r *reader) stepTo() bool {
	if r.ws[r.i-1].class != cTo {
		return false
	}
	if r.genre == ofPlan && !r.parallel(nounRun(r.ws, r.i-1), r.i-1, false) && !r.moved {
		return false
	}
	return r.take(r.i - 1)
}

// stepFrom takes 公布の日から before 施行の日までの.
func (r *reader) stepFrom() bool {
	if r.ws[r.i-1].Surface != "から" {
		return false
	}
	k := r.i
	for k < len(r.ws)-1 && (r.ws[k].class == cNoun || r.ws[k].class == cNo) {
		k++
	}
	return r.ws[k].Surface == "まで" && r.take(r.i-1)
}

// stepCountries takes 日本国とアメリカ合衆国との間の, the parties of a treaty.
func (r *reader) stepCountries() bool {
	if r.ws[r.i-1].class != cTo || !r.long || r.i+1 >= len(r.ws) {
		return false
	}
	return (r.between() || r.pairOfWords()) && r.take(r.i-1)
}

// between reports whether 間 comes behind the noun run at r.i: との間の.
func (r *reader) between() bool {
	for k := r.i; k < len(r.ws) && k < r.i+8; k++ {
		if r.ws[k].Surface == "間" || r.ws[k].class == cTo && k+1 < len(r.ws) && r.ws[k+1].class == cNo {
			return true
		}
	}
	return false
}

// pairOfWords reports whether two short words stand around と: 平和と独立.
func (r *reader) pairOfWords() bool {
	j := r.i - 1
	k, e := nounRun(r.ws, j), r.runEnd(r.i)
	a, b := text(r.ws, k, j), text(r.ws, r.i, e)
	return r.moved && k > 0 && k < j && len(a) == len(b) && len(a) <= 9 && !isActor(a)
}

// stepAdjunct takes an adjective: 新しい資本主義, 総合的な.
func (r *reader) stepAdjunct() bool {
	if !r.long {
		return false
	}
	j := r.i - 1
	if r.ws[j].Surface == "な" || r.ws[j].Surface == "なる" {
		k := nounRun(r.ws, j)
		if k == j {
			return false
		}
		for k > 1 && r.ws[k-1].Surface == "かつ" && nounRun(r.ws, k-1) < k-1 { // 総合的かつ計画的な
			k = nounRun(r.ws, k-1)
		}
		if r.local {
			k = r.localAdjunct(k)
		}
		r.i = k
		r.clause = r.clause || r.genre == ofPhrase
		return true
	}
	if r.genre == ofLaw && !r.moved && (!r.local || r.ws[j].Base == "新しい") {
		return false
	}
	r.i = j
	r.clause = true
	return true
}

// stepPointer takes この, その, 当該 into a phrase of running text, and into a
// title what points back in it: 指定及びその解除.
func (r *reader) stepPointer() bool {
	j := r.i - 1
	back := r.moved && (r.ws[j].Surface == "その" || r.ws[j].Surface == "当該") && j > 1 && (r.ws[j-1].class == cAnd || r.ws[j-1].class == cOr) && r.ws[j-2].class == cNoun
	if r.genre != ofPhrase && !back {
		return false
	}
	r.i--
	return true
}

// stepPhraseConjunction and joinPhrase decide for running text, where any
// phrase may be coordinated.
func (r *reader) stepPhraseConjunction(j int) bool {
	if j == 0 {
		return false
	}
	w := r.ws[j-1]
	if w.class == cComma && r.ws[j].class == cOr && j > 1 && r.ws[j-2].class == cVerb { // 排除し、又は処理する
		r.i = j - 1
		r.clause = true
		return true
	}
	switch {
	case w.class == cVerb && (r.ws[j].class != cComma || r.clause && links(r.ws, j)):
	case w.Surface == "まで" && r.ws[j].class != cComma:
	default:
		return false
	}
	r.i = j
	r.clause = true
	return true
}

// isThat reports whether であって stands before j.
func isThat(ws []word, j int) bool {
	return j > 1 && ws[j-1].Surface == "て" && strings.HasPrefix(text(ws, max(0, j-3), j), "で")
}

// links reports whether the verb before the comma at j goes on in the clause
// behind it (強度を有し、防水措置を講じた室), and is none that the sentence around
// turns on (に基づき、, に従い、, であって、).
func links(ws []word, j int) bool {
	k := j
	for k > 0 && ws[k-1].class == cVerb {
		k--
	}
	if isAttributive(ws[j-1]) || ws[j-1].Surface == "て" && ws[k].Surface == "で" {
		return false
	}
	switch ws[k].Base {
	case "基づく", "従う", "応ずる", "応じる", "よる", "除く", "際する", "当たる", "つく", "踏まえる", "限る", "関する", "対する", "伴う", "する", "含む", "加える":
		return ws[k].Base == "する" && k > 0 && ws[k-1].Sub == "サ変接続"
	}
	return true
}

func (r *reader) joinPhrase(j, k int) bool {
	if r.ws[j].class == cComma {
		if r.ws[j-1].Sub == "副詞可能" || !r.listed(k, j) {
			return false
		}
	}
	if r.marks[j] {
		return false // what stands before is another definition
	}
	if strings.HasPrefix(r.ws[j].Surface, "その他") {
		r.clause = false
	}
	if e := r.runEnd(r.i); e > r.i && endsPinpoint(text(r.ws, r.i, e)) && !endsPinpoint(text(r.ws, k, j)) && !r.twoHeads(j) {
		return false // 隊員及び法第九条第五項に規定する自衛隊員
	}
	r.i = k
	return true
}

// twoHeads reports whether the 又は at j joins two phrases with one head, which
// each have modifiers: …を所持する者又は第三条に規定する者.
func (r *reader) twoHeads(j int) bool {
	n := len(r.ws)
	return r.ws[j].class == cOr && j > 1 && r.ws[j-1].Surface == r.ws[n-1].Surface && r.ws[j-2].class == cVerb
}

// listed reports whether the comma at j stands in a list with the noun run
// ws[k:j] before it.
func (r *reader) listed(k, j int) bool {
	if r.closedList() && (r.parallel(k, j, false) || r.others()) {
		return true
	}
	return r.listAnd() || r.elementHead() > 0 && r.alike(k, j) || r.widerList()
}

// others reports whether その他 closes the list.
func (r *reader) others() bool {
	e := r.runEnd(r.i)
	return e < len(r.ws) && strings.HasPrefix(r.ws[e].Surface, "その他")
}

// widerList reports whether 並びに or 及び follows the element behind the comma,
// whose nouns may have の between them.
func (r *reader) widerList() bool {
	for k := r.i; k < len(r.ws) && k < r.i+40; k++ {
		switch r.ws[k].class {
		case cNoun, cNo, cComma:
		case cAnd:
			return true
		case cOr:
			return strings.HasPrefix(r.ws[k].Surface, "その他")
		default:
			return false
		}
	}
	return false
}
