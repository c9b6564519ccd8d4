package cite

import (
	"strings"
	"unicode/utf8"
)

// stepConjunction takes 及び, 又は or 、 with the noun before it, where that is
// parallel to what stands behind it and no law or pinpoint.
func (r *reader) stepConjunction() bool {
	j := r.i - 1
	k := nounRun(r.ws, j)
	if k == j || r.foreign(k, j) {
		return r.genre == ofPhrase && r.stepPhraseConjunction(j)
	}
	left := text(r.ws, k, j)
	if r.genre == ofPhrase {
		return r.joinPhrase(j, k)
	}
	if r.ws[j].class == cComma && r.long && r.sameHead(k, j) { // …のための指針、…に関する指針等を
		r.i = k
		return true
	}
	if endsLawTitle(left) || left == "法律" && r.ws[j].class == cComma || isDocument(left) && !r.local || r.ws[j].class == cComma && r.adverbial(k, j) {
		return false
	}
	ok := false
	switch r.ws[j].class {
	case cAnd:
		ok = r.joinsAnd(k, j)
	case cOr:
		ok = r.long && !isActor(left) && !strings.HasSuffix(left, "者") && (r.clause && r.moved || r.alike(k, j) || r.moved && r.parallel(k, j, true) || r.local && r.ws[j].Surface == "その他")
	case cComma:
		ok = r.long && !isActor(left) && !isBody(left) && r.joinsComma(k, j)
	}
	if ok {
		r.i = k
	}
	return ok
}

// adverbial reports whether the noun run ws[k:j] before a comma says when
// (当分の間、, 平成十年四月、) and begins no list. 勤務時間 does not: an action before
// the word makes a thing of it.
func (r *reader) adverbial(k, j int) bool {
	return r.ws[j-1].Sub == "副詞可能" && !(j-k > 1 && r.ws[j-2].Sub == "サ変接続")
}

// joinsAnd decides on 及び. In a title with modifiers (の規制及び業務の適正化…に
// 関する法律) a plain noun before it belongs to the title unless it is an actor
// (国及び…). In a compound title it has to be alike (毒物及び劇物取締法).
func (r *reader) joinsAnd(k, j int) bool {
	if !r.long {
		return r.parallel(k, j, true) && !isActor(text(r.ws, k, j))
	}
	if !r.moved && r.genre == ofLaw {
		return r.parallel(k, j, true)
	}
	left := text(r.ws, k, j)
	return r.parallel(k, j, isCorporate(left)) || !isActor(left)
}

// isDocument reports whether s names a document or a rule, which a law stands
// beside and not inside: 基本方針及び…に関する法律.
func isDocument(s string) bool {
	for _, h := range []string{"方針", "計画", "指針", "ガイドライン", "戦略", "要綱", "法令", "規定", "規程", "通知", "契約", "約款", "定款", "条項", "命令", "省令等", "告示等", "通達"} {
		if strings.HasSuffix(s, h) {
			return true
		}
	}
	return false
}

// joinsComma decides on 、 before a title with modifiers. The list that it
// begins has to be closed by 及び or 等 (医療機器等の品質、有効性及び安全性の), or the
// nouns have to share their first word (児童買春、児童ポルノに係る).
func (r *reader) joinsComma(k, j int) bool {
	if r.closedList() && (r.parallel(k, j, false) || r.listAnd()) {
		return true
	}
	e := r.runEnd(r.i)
	if j-k > 1 && e-r.i > 1 && r.ws[k].Surface == r.ws[r.i].Surface {
		return true
	}
	if r.ws[e-1].Surface == "等" {
		return true // 社債、株式等の
	}
	h := r.elementHead()
	return h > 0 && r.ws[h-1].Sub == "サ変接続" && lastOf(r.ws[k:j]).Sub == "サ変接続"
}

// sameHead reports whether the noun before the comma is the head of the last
// element behind it.
func (r *reader) sameHead(k, j int) bool {
	h := r.elementHead()
	return h > 0 && r.ws[j-1].Surface == r.ws[h-1].Surface && !endsLawTitle(text(r.ws, k, j))
}

// runEnd gives the end of the noun run that begins at i.
func (r *reader) runEnd(i int) int {
	for i < len(r.ws) && r.ws[i].class == cNoun {
		i++
	}
	return i
}

// elementHead gives the end of the head of the last element of the list that
// begins at r.i, 等 left out, where 等 closes it: 支援 in 高齢者の養護者に対する支援等.
func (r *reader) elementHead() int {
	for k := r.i; k < len(r.ws) && k < r.i+16; k++ {
		switch r.ws[k].class {
		case cNoun:
			if r.ws[k].Surface == "等" && k > r.i && r.ws[k-1].class == cNoun {
				return k
			}
		case cNo, cRel:
		default:
			return 0
		}
	}
	return 0
}

// alike reports whether the noun runs share their first word or last sign.
func (r *reader) alike(k, j int) bool {
	e := r.runEnd(r.i)
	if e == r.i {
		return false
	}
	left, right := lastOf(r.ws[k:j]), lastOf(r.ws[r.i:e])
	a, _ := utf8.DecodeLastRuneInString(left.Surface)
	b, _ := utf8.DecodeLastRuneInString(right.Surface)
	return a == b && isIdeograph(a) || r.ws[k].Surface == r.ws[r.i].Surface
}

// isActor reports whether s names one who acts: 国, 地方公共団体, 事業者, 大臣.
func isActor(s string) bool {
	switch s {
	case "国", "政府", "地方公共団体", "都道府県", "市町村", "本人", "者", "会社", "法人", "内閣", "地方自治体":
		return true
	}
	return isCorporate(s) || strings.HasSuffix(s, "市町村長") || strings.HasSuffix(s, "大臣") || strings.HasSuffix(s, "長官") || strings.HasSuffix(s, "知事")
}

// isCorporate reports whether s ends like the name of a company or corporation.
func isCorporate(s string) bool {
	for _, c := range []string{"会社", "法人", "機構", "公社", "公団"} {
		if strings.HasSuffix(s, c) {
			return true
		}
	}
	return false
}

// parallel reports whether the noun run ws[k:j] and the one that begins at r.i
// are alike, as the parts of a coordination are: they share their first word
// or the sign they end in, or both name actions. strict asks for more than a
// shared sign anywhere.
func (r *reader) parallel(k, j int, strict bool) bool {
	e := r.i
	for e < len(r.ws) && r.ws[e].class == cNoun {
		e++
	}
	left, right := r.ws[k:j], r.ws[r.i:e]
	for len(left) > 1 && (left[0].Surface == "・" || left[0].Surface == "旧") {
		left = left[1:]
	}
	if len(right) == 0 {
		return false
	}
	if left[0].Surface == right[0].Surface {
		return true
	}
	l := lastOf(left)
	lr, _ := utf8.DecodeLastRuneInString(l.Surface)
	for n, w := range right {
		q, _ := utf8.DecodeLastRuneInString(w.Surface)
		if n < 4 && q == lr && isIdeograph(q) {
			return true
		}
	}
	if l.Sub == "サ変接続" && r.action(right) {
		return true
	}
	if strict {
		return false
	}
	lt, rt := text(left, 0, len(left)), text(right, 0, len(right))
	return strings.ContainsFunc(lt, func(c rune) bool { return isIdeograph(c) && c != '等' && strings.ContainsRune(rt, c) })
}

// action reports whether the noun run names an action: its last word, or in a
// compound title the word before the head (難民認定法).
func (r *reader) action(run []word) bool {
	l := lastOf(run)
	if l.Sub == "サ変接続" || l.Surface == "化" {
		return true
	}
	return (!r.long || l.Surface == "条約" || l.Surface == "協定") && len(run) > 1 && run[len(run)-2].Sub == "サ変接続"
}

// lastOf is the last word of a run, 等 left out.
func lastOf(run []word) word {
	if n := len(run); n > 1 && run[n-1].Surface == "等" {
		return run[n-2]
	}
	return run[len(run)-1]
}

// closedList reports whether the list that a comma before r.i would begin is
// closed behind it: by 及び, 又は or 等.
func (r *reader) closedList() bool {
	for k := r.i; k < len(r.ws) && k < r.i+24; k++ {
		switch r.ws[k].class {
		case cNoun:
			if r.ws[k].Surface == "等" {
				return true
			}
		case cAnd, cOr:
			return true
		case cComma:
		default:
			return false
		}
	}
	return false
}

// listAnd reports whether that list is closed by 及び.
func (r *reader) listAnd() bool {
	for k := r.i; k < len(r.ws) && k < r.i+120; k++ {
		switch r.ws[k].class {
		case cAnd:
			return true
		case cNoun, cComma:
		default:
			return false
		}
	}
	return false
}
