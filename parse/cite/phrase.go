package cite

import (
	"strings"
	"unicode/utf8"
)

// A genre is the kind of phrase that is looked for to the left.
type genre int

const (
	ofLaw    genre = iota // the title of a law
	ofPlan                // the title of a plan
	ofPhrase              // a noun phrase of running text, as a definition stands for
)

// A reader walks over words from the end of a phrase to its beginning.
//
// A title is a noun phrase, and it ends in its head: the noun run right of i.
// What may stand before it depends on the head. A compound of its own
// (サイバーセキュリティ基本法) needs nothing more and ends at the first particle.
// A bare head (法律, 政令) is no title and takes its modifiers along:
//
//	高齢者、障害者等の移動等の円滑化の促進に関する 法律
//	NP   、NP     の NP   の NP    の NP  REL    head
//
// Each step takes one modifier: a relative with its noun phrase, a の with its
// noun, a conjunction or comma with a parallel noun, or a verb with its
// arguments. The first thing that is none of these, or belongs to the
// sentence around (に規定する, a law cited before, 改正後の), ends the walk.
type reader struct {
	ws      []word
	genre   genre
	i       int    // index of the first word taken
	long    bool   // the head takes modifiers
	verb    int    // index of the verb taken last; -1 where its clause has more
	before  int    // index of the first word before it was taken
	clause  bool   // what stands right of i is a verb or an argument of one
	argued  bool   // the clause has an argument
	subject bool   // the clause has its が
	marks   []bool // words right behind the brackets of another definition
	moved   bool   // some modifier was taken
	led     bool   // what leads in to the title stands right before i
}

// phraseStart gives the index of the first word of the phrase that ends with
// the last of ws.
func phraseStart(ws []word, g genre) int { return markedStart(ws, g, nil) }

// markedStart is phraseStart where marks tells of words that stand right
// behind the brackets of another definition (nil for none).
func markedStart(ws []word, g genre, marks []bool) int {
	if g == ofPhrase {
		if i, ok := formerLaw(ws); ok {
			return i
		}
	}
	if g == ofLaw {
		if k := amended(ws); k > 0 {
			return amendedStart(ws, k)
		}
	}
	if marks == nil {
		marks = make([]bool, len(ws))
	}
	r := reader{ws: ws, genre: g, i: len(ws), verb: -1, marks: marks}
	if !r.head() {
		return len(ws)
	}
	for r.i > 0 && !r.led && r.step() {
		r.moved = true
	}
	if g != ofPhrase && r.i == r.verb {
		r.i = r.before // 所管する: a clause of its verb alone is no part of a title
	}
	return r.trim()
}

// formerLaw gives the beginning of a phrase that names a law, with what says in
// which version: この法律による改正後の…, 第一条の規定による改正前の…. It reports
// false where the phrase names no law.
func formerLaw(ws []word) (int, bool) {
	k := nounRun(ws, len(ws))
	if k == len(ws) || !endsLawTitle(text(ws, k, len(ws))) && !isGenericHead(text(ws, k, len(ws))) {
		return 0, false
	}
	i := phraseStart(ws, ofLaw)
	if i >= len(ws) || isGenericHead(text(ws, i, len(ws))) {
		return 0, false
	}
	if j := stillInForce(ws, i); j < i {
		return j, true
	}
	if i < 2 || ws[i-1].class != cNo || !isVersionWord(text(ws, nounRun(ws, i-1), i-1)) {
		return i, true
	}
	i = nounRun(ws, i-1)
	i = beforeVersion(ws, i)
	return stillInForce(ws, i), true
}

// stillInForce takes 同項の規定によりなおその効力を有するものとされた before i, the
// formula of transitional provisions.
func stillInForce(ws []word, i int) int {
	k := i
	for _, part := range []string{"なおその効力を有するものとされた", "なお効力を有するものとされた"} {
		for k = i; k > 0 && len(text(ws, k, i)) < len(part); k-- {
		}
		if text(ws, k, i) == part {
			break
		}
		k = i
	}
	if k == i || k < 2 || ws[k-1].Surface != "により" {
		return i
	}
	j := nounRun(ws, k-1)
	if text(ws, j, k-1) == "規定" && j > 1 && ws[j-1].class == cNo {
		return lawPlace(ws, j-1)
	}
	return i
}

// lawPlace gives the beginning of a place in a law that ends at end, with the
// title of the law where that stands right before it.
func lawPlace(ws []word, end int) int {
	k := nounRun(ws, end)
	for k < end-1 && ws[k].Surface == "うち" {
		k++
	}
	for j := k + 1; j < end; j++ {
		if (ws[j].Surface == "第" || ws[j].Surface == "附則") && isGenericHead(text(ws, k, j)) {
			if i := phraseStart(ws[:j], ofLaw); i < k {
				return i
			}
		}
	}
	return k
}

// isVersionWord reports whether s says which version of a law is meant.
func isVersionWord(s string) bool {
	return s == "改正前" || s == "改正後" || s == "廃止前" || s == "施行前"
}

// beforeVersion takes …の規定による and この法律による before 改正前.
func beforeVersion(ws []word, i int) int {
	if i < 2 || ws[i-1].Surface != "による" {
		return i
	}
	k := nounRun(ws, i-1)
	if k == i-1 {
		return i
	}
	if text(ws, k, i-1) == "規定" && k > 1 && ws[k-1].class == cNo {
		k = lawPlace(ws, k-1)
	}
	if k > 0 && ws[k-1].class == cPointer {
		k--
	}
	return k
}

// amended gives where の一部を改正する法律 begins at the end of ws, 0 where it does
// not stand there.
func amended(ws []word) int {
	for k := len(ws) - 1; k > 0 && k > len(ws)-12; k-- {
		if ws[k].Surface == "一部" && ws[k-1].class == cNo && k+2 < len(ws) && ws[k+1].Surface == "を" && ws[k+2].Surface == "改正" {
			return k - 1
		}
	}
	return 0
}

// amendedStart gives the beginning of the title of an amending law: that of the
// law amended, or of the first of several (A法及びB法の一部を改正する法律).
func amendedStart(ws []word, k int) int {
	end := k
	for end > 1 && ws[end-1].Surface == "等" {
		end--
	}
	i := phraseStart(ws[:end], ofLaw)
	for i > 1 && (ws[i-1].class == cAnd || ws[i-1].class == cComma) {
		j := nounRun(ws, i-1)
		if j == i-1 || !endsLawTitle(text(ws, j, i-1)) {
			break
		}
		i = phraseStart(ws[:i-1], ofLaw)
	}
	return i
}

// nounRun gives the index of the first word of the run of nouns before i. A
// space between two Japanese words ends it, as do pointers at its beginning.
func nounRun(ws []word, i int) int {
	j := i
	for j > 0 && ws[j-1].class == cNoun {
		if j < i && ws[j].gap && !bindsSpace(ws[j-1].Surface, ws[j].Surface) {
			break
		}
		j--
	}
	return j
}

// bindsSpace reports whether a space between a and b can stand in a name:
// beside Latin letters and digits.
func bindsSpace(a, b string) bool {
	r, _ := utf8.DecodeLastRuneInString(a)
	q, _ := utf8.DecodeRuneInString(b)
	return isLatin(r) || isLatin(q)
}

// text gives the words from i to j as they stand, spaces dropped.
func text(ws []word, i, j int) string {
	var b strings.Builder
	for ; i < j; i++ {
		b.WriteString(ws[i].Surface)
	}
	return b.String()
}

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
	r.long = r.long || r.genre != ofLaw || isGenericHead(h)
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

// step takes one modifier to the left and reports whether there was one.
func (r *reader) step() bool {
	if r.ws[r.i].gap && !bindsSpace(r.ws[r.i-1].Surface, r.ws[r.i].Surface) && r.genre != ofPhrase {
		return false
	}
	switch r.ws[r.i-1].class {
	case cNo:
		return r.stepNo()
	case cRel:
		return r.stepRelative()
	case cAnd, cOr, cComma:
		return r.stepConjunction()
	case cVerb:
		return r.stepVerb()
	case cCase, cTo:
		return r.stepCase()
	case cAdjunct:
		return r.stepAdjunct()
	case cPointer:
		return r.stepPointer()
	case cOther:
		if w := r.ws[r.i-1]; r.genre == ofPhrase && r.clause && (w.POS == "副詞" || w.Surface == "なお") {
			r.i--
			return true
		}
	case cNoun:
	}
	return false
}

// take moves to the run of nouns that ends before j and reports whether there
// is one that may belong to the phrase.
func (r *reader) take(j int) bool {
	k := nounRun(r.ws, j)
	if k == j || r.foreign(k, j) {
		return false
	}
	if m := leadIn(r.ws, k, j); m > k && r.genre == ofLaw {
		k, r.led = m, true
	}
	r.i = k
	return true
}

// leadIn gives the end of what leads in to a title inside the noun run ws[k:j],
// as amendments do: …のうち同表電子署名に係る…. It is k where nothing does.
func leadIn(ws []word, k, j int) int {
	for m := j - 1; m > k; m-- {
		if w := ws[m-1].Surface; w == "うち" || m > k+1 && ws[m-2].Surface == "同" && (w == "表" || w == "別表") {
			return m
		}
	}
	return k
}

// foreign reports whether the noun run ws[k:j] belongs to the sentence around
// the title and not to it.
func (r *reader) foreign(k, j int) bool {
	if r.genre == ofPhrase {
		return j-k == 1 && r.ws[k].Sub == "副詞可能" && j < len(r.ws) && r.ws[j].class == cNo && isTemporal(r.ws[k].Surface)
	}
	s := text(r.ws, k, j)
	if endsPinpoint(s) && !r.inTreaty(s, j) || j < len(r.ws) && r.ws[j].class == cNo && endsDate(r.ws[k:j]) {
		return true
	}
	if s == "こと" && j < len(r.ws) && r.ws[j].class == cRel {
		return false
	}
	switch s {
	case "予定", "前回", "次期", "最新", "直近", "一連", "既存", "各々", "以下", "上記", "下記", "前", "次", "改正前", "改正後", "廃止前", "施行前", "施行後", "現行", "現在", "当時",
		"従来", "その他", "うち", "場合", "際", "もの", "こと", "とおり", "ところ", "規定", "後", "等の規定", "今後", "今回", "同", "本", "条", "項", "号", "左", "右":
		return true
	}
	return strings.HasSuffix(s, "の規定") || strings.HasSuffix(s, "改正後") || strings.HasSuffix(s, "改正前")
}

// inTreaty reports whether the noun run s that ends at j is a place in a treaty
// that the title of a law names: …安全保障条約第六条に基づく施設及び区域….
func (r *reader) inTreaty(s string, j int) bool {
	return r.genre == ofLaw && (strings.Contains(s, "条約第") || strings.Contains(s, "協定第")) &&
		j+1 < len(r.ws) && r.ws[j].Surface == "に" && r.ws[j+1].Base == "基づく"
}

// endsDate reports whether a noun run ends like a date or year.
func endsDate(run []word) bool {
	n := len(run)
	if n < 2 || run[n-2].Sub != "数" && !isNumeral(runeBefore(run[n-2].Surface, len(run[n-2].Surface))) {
		return false
	}
	switch run[n-1].Surface {
	case "年", "月", "日", "年度":
		return true
	}
	return false
}

// isTemporal reports whether a noun before の says when, and not what: 今後の.
func isTemporal(s string) bool {
	switch s {
	case "今後", "現在", "近年", "昨今", "従来", "将来", "最近", "当面", "今回", "昨年", "本年":
		return true
	}
	return false
}

// endsPinpoint reports whether s ends like a pinpoint: 第2条第15項, 前条, 別表.
func endsPinpoint(s string) bool {
	for _, u := range []string{"条", "項", "号"} {
		t, ok := strings.CutSuffix(s, u)
		if !ok {
			continue
		}
		q, _ := utf8.DecodeLastRuneInString(t)
		if isNumeral(q) || q == '前' || q == '同' || q == '次' || q == '各' || q == '本' {
			return true
		}
	}
	return strings.HasSuffix(s, "附則") || strings.HasSuffix(s, "別表")
}

func (r *reader) stepNo() bool {
	j := r.i - 1
	if !r.long {
		return false
	}
	if j == 0 {
		return false
	}
	switch r.ws[j-1].class {
	case cNoun:
		if r.genre != ofPhrase && r.owner(j) {
			return false
		}
		r.argued = r.argued || r.clause // 行政機関の保有する
		return r.take(j)
	case cCase, cTo, cRel: // からの, への, との, についての
		if r.take(j - 1) {
			return true
		}
	case cVerb, cOther, cPointer:
		if r.genre == ofPhrase && j >= 1 {
			r.i = j - 1
			r.clause = true
			return true
		}
	case cNo, cAnd, cOr, cComma, cAdjunct:
	}
	return false
}

// owner reports whether the noun before の at j names who made the plan or
// where it applies, which is no part of a title: 政府の, 総務省の, 我が国の.
func (r *reader) owner(j int) bool {
	k := nounRun(r.ws, j)
	s := text(r.ws, k, j)
	switch s {
	case "国":
		return r.genre == ofPlan
	case "政府", "我が国", "わが国", "当省", "同省", "各省", "各府省", "各省庁", "府省", "自治体", "当社", "同社", "本市", "当市", "県", "市", "都", "町", "村", "区":
		return r.genre == ofPlan || k == 0 || r.ws[k-1].class == cOther
	}
	return r.genre == ofPlan && isBody(s) && (k == 0 || r.ws[k-1].class != cNo)
}

func (r *reader) stepRelative() bool {
	if !r.long {
		return false
	}
	if r.ws[r.i-1].Surface == "について" {
		return r.genre == ofPhrase && r.clause && r.take(r.i-1)
	}
	if r.genre != ofPhrase && isPointing(r.ws, r.i-1) {
		return false
	}
	j := r.i - 1
	if r.take(j) {
		r.clause = false
		return true
	}
	if r.genre == ofPhrase && j > 0 && r.ws[j-1].class == cVerb {
		r.i = j
		r.clause = true
		return true
	}
	return false
}

// isPointing reports whether the relative at k points out of the title:
// 規定による, 命令による, 第二条に係る.
func isPointing(ws []word, k int) bool {
	if k == 0 {
		return false
	}
	switch ws[k-1].Surface {
	case "規定", "定め", "条", "項", "号", "これ", "それ", "前項", "同項", "同条":
		return true
	}
	return false
}

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
	if endsLawTitle(left) || left == "法律" && r.ws[j].class == cComma || isDocument(left) || r.ws[j-1].Sub == "副詞可能" && r.ws[j].class == cComma {
		return false
	}
	ok := false
	switch r.ws[j].class {
	case cAnd:
		ok = r.joinsAnd(k, j)
	case cOr:
		ok = r.long && !isActor(left) && !strings.HasSuffix(left, "者") && (r.clause && r.moved || r.alike(k, j))
	case cComma:
		ok = r.long && !isActor(left) && !isBody(left) && r.joinsComma(k, j)
	}
	if ok {
		r.i = k
	}
	return ok
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
		case cOther, cAnd, cOr, cComma, cCase, cTo, cVerb, cAdjunct, cPointer:
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
		if n < 4 && q == lr && isIdeograph(q) && n < len(right) {
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
		case cOther, cNo, cRel, cCase, cTo, cVerb, cAdjunct, cPointer:
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
		case cOther, cNo, cRel, cCase, cTo, cVerb, cAdjunct, cPointer, cOr:
			return false
		}
	}
	return false
}

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
		if outerVerbs[verbBase(r.ws[k:j])] && !r.underTreaty(k) && !(r.bareHead() && !r.moved && !r.beforeTitle(k)) {
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

// stepCase takes an argument of a verb: NP を, NP に, NP が.
func (r *reader) stepCase() bool {
	if !r.clause {
		return r.genre != ofLaw && r.stepTo() || r.genre == ofLaw && r.stepCountries()
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
	if r.take(j) {
		r.argued = true
		return true
	}
	if r.genre == ofPhrase && j > 0 {
		switch r.ws[j-1].class {
		case cVerb, cNo, cCase, cTo, cAdjunct, cPointer:
			r.i = j
			return true
		case cOther, cNoun, cRel, cAnd, cOr, cComma:
		}
	}
	return false
}

// outerCase reports whether the case at j belongs to the sentence around and
// not to the clause in the title, when that has its argument already: 施行日が,
// 厚生労働大臣が, 平成15年5月に.
func (r *reader) outerCase(j int) bool {
	switch r.ws[j].Surface {
	case "に対し", "に関し", "において", "にて":
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
		r.i = k
		r.clause = r.clause || r.genre == ofPhrase
		return true
	}
	if r.genre == ofLaw && !r.moved {
		return false
	}
	r.i = j
	r.clause = true
	return true
}

// stepPointer takes この, その, 当該 into a phrase of running text.
func (r *reader) stepPointer() bool {
	if r.genre != ofPhrase {
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
	case w.class == cVerb && (r.ws[j].class != cComma || r.clause && (links(r.ws, j) || r.thing() && isThat(r.ws, j))):
	case w.Surface == "まで" && r.ws[j].class != cComma:
	default:
		return false
	}
	r.i = j
	r.clause = true
	return true
}

// thing reports whether the phrase ends in もの, which takes up all that stands
// before であって、.
func (r *reader) thing() bool { return r.ws[len(r.ws)-1].Surface == "もの" }

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
	if e := r.runEnd(r.i); e > r.i && endsPinpoint(text(r.ws, r.i, e)) && !endsPinpoint(text(r.ws, k, j)) {
		return false // 隊員及び法第九条第五項に規定する自衛隊員
	}
	r.i = k
	return true
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
		case cOther, cRel, cCase, cTo, cVerb, cAdjunct, cPointer:
			return false
		}
	}
	return false
}

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
	case "第", "附則", "別表", "同", "前", "次":
	default:
		return i
	}
	for k := e; k > i; k-- {
		if k < len(r.ws) && endsPinpoint(text(r.ws, i, k)) && k < e {
			if r.ws[k].Surface == "中" && k+1 < len(r.ws) {
				k++
			}
			return k
		}
	}
	if e-i > 1 && (r.ws[i].Surface == "別表" || r.ws[i].Surface == "附則") {
		return i + 1
	}
	if e-i > 2 && r.ws[i].Surface == "同" && r.ws[i+1].Surface == "表" {
		return i + 2
	}
	return i
}

// drops reports whether the word at i is no beginning: 旧 and 同 before a
// title, 今後, a conjunction.
func (r *reader) drops(i int) bool {
	w := r.ws[i]
	if w.class != cNoun {
		return w.class != cAdjunct && !(w.class == cVerb && i == r.i && r.clause)
	}
	switch w.Surface {
	case "同", "本", "当該", "現行", "同じく", "なお", "今後", "現在", "従来", "当時", "今回", "以下", "以後", "上記", "うち", "・", "-", "－", "～", ".", "．":
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

// endsLawTitle reports whether a noun run ends like the title of a law.
func endsLawTitle(s string) bool {
	for _, e := range []string{"法", "法律", "政令", "省令", "府令", "施行令", "規則", "条例", "条約", "協定", "告示", "勅令", "令"} {
		if strings.HasSuffix(s, e) && s != e {
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
