package parse

import (
	"slices"
	"strings"
	"unicode"

	"shinkyu/parse/era"
	"shinkyu/parse/marker"
	"shinkyu/parse/source"
)

// A frontReader takes the title block from the head of the text: the lines
// before the first that reads like text, opens a section or is a heading
// without a number.
type frontReader struct {
	p      *parser
	titles int // title lines so far
	sealed bool
	last   int // line of the last entry
	title  string
}

func (p *parser) readFront() {
	r := &frontReader{p: p, last: -1}
	for i := range p.lines {
		if p.roles[i] == roleFurniture {
			continue
		}
		kind, ok := r.kind(i)
		if !ok || p.listed[p.lines[i].Index] {
			break
		}
		r.last = i
		p.roles[i] = roleFront
		p.doc.Front = append(p.doc.Front, Front{Kind: kind, Text: p.lineText(i)})
	}
	r.dropLoneLine()
}

// dropLoneLine gives back a single line that is no title by its form: the
// text may have no title block at all.
func (r *frontReader) dropLoneLine() {
	p := r.p
	if len(p.doc.Front) != 1 || p.doc.Front[0].Kind != FrontTitle || hasTitleWord(p.doc.Front[0].Text.String) || p.lines[r.last].Block >= 0 {
		return
	}
	if next := p.nextText(r.last); next < 0 || !p.lines[next].EndsSentence() && p.lines[next].Width < 20 && !opensText(p.src.Slice(p.lines[next].Span), false) {
		p.roles[r.last] = roleText
		p.doc.Front = nil
	}
}

func (p *parser) nextText(i int) int {
	for j := i + 1; j < len(p.lines); j++ {
		if p.roles[j] == roleText {
			return j
		}
	}
	return -1
}

func (p *parser) lineText(i int) Text {
	b := p.builder()
	b.add(p.lines[i].Span)
	return b.text(p.src)
}

// kind tells the role of a line in the title block; ok is false where the
// block is over.
func (r *frontReader) kind(i int) (kind FrontKind, ok bool) {
	p := r.p
	l := &p.lines[i]
	s := p.src.Slice(l.Span)
	if l.Block >= 0 {
		if k, ok := r.blockKind(i, l.Block, s); ok {
			return k, k != ""
		}
	}
	if l.Width > 70 {
		return "", false
	}
	switch tight := squeezed(s); {
	case isNumberLine(tight):
		return FrontNumber, true
	case isParticular(tight):
		return FrontOther, true
	case dateLine(s).ok:
		r.sealed = r.titles > 0
		return FrontDate, true
	case l.EndsSentence():
		return "", false
	case isAddressee(tight):
		return FrontAddressee, true
	case isRule(tight), isStatus(tight), isEdition(tight), r.titles > 0 && isYearEdition(tight), isSeal(tight), actMark(tight) != "", isPeriod(tight), tight == "事務連絡", r.titles == 0 && isLabel(s):
		return FrontOther, true
	case opensText(s, i == 0) || isHeadingWord(tight) || bracketed(tight) && r.titles > 0:
		return "", false
	case isIssuer(s) && !hasTitleWord(tight):
		r.sealed = r.titles > 0
		return FrontIssuer, true
	}
	return r.titleKind(i, s)
}

// blockKind is what the format says of a line of the title block.
func (r *frontReader) blockKind(i, block int, s string) (FrontKind, bool) {
	switch b := &r.p.blocks[block]; b.Kind {
	case source.BlockTitle:
		if isNumberLine(squeezed(s)) {
			return FrontNumber, true
		}
		r.titles++
		r.title += squeezed(s)
		return FrontTitle, true
	case source.BlockHeading:
		if r.titles == 0 && b.Level == 1 && b.Marker.Len() == 0 && r.p.onlyHeading(block) {
			r.titles++
			r.title, r.sealed = squeezed(s), true
			return FrontTitle, true
		}
		return "", true
	case source.BlockItem, source.BlockTable, source.BlockNote:
		return "", true
	}
	return "", false
}

// onlyHeading reports whether no other heading of the format is of the first
// level: the one that is names the document.
func (p *parser) onlyHeading(block int) bool {
	for i := range p.blocks {
		if b := &p.blocks[i]; i != block && b.Kind == source.BlockHeading && b.Level <= 1 {
			return false
		}
	}
	return true
}

// titleKind decides whether a line that names something is (part of) the
// title.
func (r *frontReader) titleKind(i int, s string) (FrontKind, bool) {
	p := r.p
	l := &p.lines[i]
	tight := squeezed(s)
	switch {
	case tight == r.title: // a title page repeats the cover
		return FrontTitle, true
	case r.titles > 0 && isSubtitle(tight):
		return FrontSubtitle, true
	case isSentence(s), l.Commas > 0 && l.Width > 18 && !hasTitleWord(tight):
		return "", false
	case r.sealed && r.moreAhead(i):
		return FrontOther, true
	case r.titles == 0:
	case r.sealed, r.titles >= 4, l.Turn:
		return "", false
	case hasTitleWord(r.title) && !hasTitleWord(tight):
		return "", false
	case l.Blanks > 2:
		return "", false
	}
	r.titles++
	r.title += tight
	return FrontTitle, true
}

// moreAhead reports whether a date or issuer stands within the next lines, so
// that the title block goes on.
func (r *frontReader) moreAhead(i int) bool {
	p := r.p
	for j, n := i+1, 0; j < len(p.lines) && n < 2; j++ {
		l := &p.lines[j]
		if p.roles[j] != roleText {
			continue
		}
		s := p.src.Slice(l.Span)
		if l.Width > 40 || l.EndsSentence() || opensText(s, false) || isHeadingWord(squeezed(s)) || l.Block >= 0 && p.blocks[l.Block].Kind != source.BlockParagraph {
			return false
		}
		if dateLine(s).ok || isIssuer(s) && !hasTitleWord(s) {
			return true
		}
		n++
	}
	return false
}

// opensText reports whether a line begins with a marker that opens a section.
// A bullet on the first line of all is an ornament of the title. A marker
// set apart from what may be a counted thing (１　人口) is one all the same: the
// title block holds no sentences.
func opensText(s string, first bool) bool {
	m, _ := marker.Read(s)
	if m.Len == 0 || first && m.Marker.Kind.IsBullet() {
		return false
	}
	score := signStrength(m) + restScore(m, strings.TrimLeft(s[m.Len:], " \u3000\t"))
	return score >= 0 || m.Gap && score >= -1
}

// A dated is a line of the title block that is a date, perhaps with what was
// done on it and by whom.
type dated struct {
	ok        bool
	date      era.Expr
	body, act string
}

// dateLine reads 令和５年４月１日, 〔令和5年〇月〇〇日〕, 令和３年９月28日閣議決定,
// （令和７年６月一部改正）.
func dateLine(s string) (out dated) {
	for _, e := range era.Scan(s) {
		if e.Kind != era.Date || e.Relative || e.EDTF == "" && e.Err == nil {
			continue
		}
		if strings.HasPrefix(strings.TrimLeft(s[e.End:], " \u3000"), "版") {
			continue
		}
		rest := strings.Trim(squeezed(s[:e.Start]+s[e.End:]), "〔〕（）()［］[]、付け")
		out.date = e
		if rest == "" || isStatus(rest) {
			out.ok = true
			return out
		}
		if utf8Len(rest) > 40 {
			continue
		}
		out.body, out.act = splitIssuer(rest)
		if out.body == "" {
			out.act = actOf(rest)
		}
		out.ok = out.body != "" || out.act != ""
		return out
	}
	return out
}

// dateLines gives the dates of a line with one in parentheses behind the other
// apart, 平成29年３月策定（令和４年３月改訂）, and else the one of [dateLine].
func dateLines(s string) []dated {
	if at := strings.LastIndexAny(s, "（("); at >= 0 && oneBracket(s[at:]) {
		if first, second := dateLine(s[:at]), dateLine(s[at:]); first.ok && second.ok {
			return []dated{first, second}
		}
	}
	return []dated{dateLine(s)}
}

func utf8Len(s string) int { return len([]rune(s)) }

// acts are what is done to a policy document, the longer before the shorter.
var acts = []string{
	"閣議決定", "閣議了解", "閣議報告", "一部改正", "最終改正", "全部改正", "一部改定", "一部改訂", "最終改定", "最終改訂",
	"決定", "改定", "改訂", "改正", "策定", "了承", "了解", "報告", "公表", "制定", "公布", "施行", "発行", "作成", "答申", "取りまとめ", "とりまとめ", "取りまとめ公表", "申合せ", "申し合わせ", "更新", "承認", "議決", "告示", "通知", "通達", "諮問", "建議", "勧告", "意見具申",
}

// actOf gives the act that a text ends with, whatever stands before it.
func actOf(s string) string {
	s = strings.Trim(s, "（）()〔〕")
	for _, a := range acts {
		if strings.HasSuffix(s, a) {
			return a
		}
	}
	return ""
}

// isRevision tells the acts that change a document from those that make it.
func isRevision(act string) bool {
	return strings.Contains(act, "改定") || strings.Contains(act, "改訂") || strings.Contains(act, "改正") || act == "更新"
}

// actMark gives the act that stands in parentheses on a line of its own beside
// the title: （答申）, （通知）.
func actMark(s string) string {
	if !oneBracket(s) {
		return ""
	}
	inside := strings.Trim(s, "（）()")
	if slices.Contains(acts, inside) {
		return inside
	}
	return ""
}

var bodies = []string{
	"本部", "会議", "省", "庁", "委員会", "審議会", "局", "部会", "協議会", "検討会", "研究会", "センター", "機構", "課", "室", "府", "県", "都", "市", "町", "村", "区", "団", "連絡会", "分科会", "ワーキンググループ", "ＷＧ", "WG", "タスクフォース", "懇談会", "協会", "財団", "法人", "大学", "研究所", "学会", "連合会", "事務局", "グループ", "銀行", "大臣", "長官", "知事", "市長", "町長", "村長", "区長", "総裁", "理事長", "院", "官房", "北海道", "公庫", "組合", "連盟", "議会", "小委員会", "チーム", "幹事会",
	"審議官", "統括官", "参事官", "事務次官", "局長", "部長", "課長", "室長", "次長", "所長", "会長", "委員長", "管理者",
}

// isIssuer reads サイバーセキュリティ戦略本部決定: a body, and what it did.
func isIssuer(s string) bool {
	body, _ := splitIssuer(s)
	return body != "" && utf8Len(body) <= 40 || actOf(squeezed(s)) == "閣議決定" && utf8Len(s) < 10
}

// splitIssuer cuts the act from the name of the body.
func splitIssuer(s string) (body, act string) {
	s = strings.Trim(squeezed(s), "（）()")
	for _, a := range acts {
		if rest, ok := strings.CutSuffix(s, a); ok {
			s, act = rest, a
			break
		}
	}
	for _, b := range bodies {
		if strings.HasSuffix(s, b) {
			return s, act
		}
	}
	return "", ""
}

// titleWords end the names of policy documents.
var titleWords = []string{
	"計画", "戦略", "方針", "大綱", "指針", "ガイドライン", "基準", "報告書", "報告", "要綱", "要領", "規程", "規則", "条例", "法", "法律", "政令", "省令", "令", "プラン", "ビジョン", "構想", "プログラム", "白書", "手引き", "手引", "マニュアル", "ハンドブック", "概要", "答申", "提言", "とりまとめ", "取りまとめ", "ロードマップ", "パッケージ", "憲章", "宣言", "要項", "編", "解説", "解説書", "ルール", "論点整理", "工程表", "骨子", "予算", "概算要求", "重点事項", "について", "標準", "仕様書", "モデル", "ガイドブック", "対策", "考え方", "在り方", "あり方", "Q&A", "Ｑ＆Ａ", "事例集", "意見書", "契約書", "規約", "調書", "資料集", "留意事項",
}

// hasTitleWord reports whether a text ends as titles do, quotation marks, a
// draft mark, an edition, and what stands in parentheses left out.
func hasTitleWord(s string) bool {
	s = strings.TrimRight(squeezed(s), "」』")
	for strings.HasSuffix(s, "）") || strings.HasSuffix(s, ")") {
		s = s[:max(strings.LastIndexAny(s, "（("), 0)]
	}
	s = strings.TrimRightFunc(strings.TrimSuffix(s, editionIn(s)), unicode.IsDigit)
	s = strings.TrimSuffix(s, "案")
	for _, w := range titleWords {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

// dashes stand around subtitles, and make rules.
const dashes = "～〜－―–—-─"

// isSubtitle reads ～…～, －…－ below the title.
func isSubtitle(s string) bool { return strings.Trim(s, dashes) != s }

// isRule reads a line of dashes between the lines of a title block.
func isRule(s string) bool { return strings.Trim(s, dashes) == "" }

// isPeriod reads （令和６年度～令和10年度） beside the title.
func isPeriod(s string) bool {
	return oneBracket(s) && (strings.Contains(s, "年度") || strings.Contains(s, "年～") || strings.Contains(s, "年から"))
}

// isParticular reads 日時：令和６年７月３日, 場所：第１会議室 beside the title.
func isParticular(s string) bool {
	key, _, ok := strings.Cut(strings.ReplaceAll(s, "：", ":"), ":")
	if !ok {
		return false
	}
	switch key {
	case "日時", "開催日時", "開催日", "期日", "場所", "開催場所", "会場", "出席者", "出席委員", "委員", "担当", "担当課", "作成", "作成者", "所管", "所属", "議題", "議事", "発行", "編集", "期間", "計画期間", "対象", "対象期間":
		return true
	}
	return false
}

// isNumberLine reads （平成二十六年法律第百四号） and 総行第12号.
func isNumberLine(s string) bool {
	s = strings.Trim(s, "（）()〔〕")
	at := strings.LastIndex(s, "第")
	if at <= 0 || strings.ContainsAny(s, "はを、（(") || !strings.HasSuffix(s, "号") || utf8Len(s) > 40 {
		return false
	}
	for _, r := range s[at+len("第") : len(s)-len("号")] {
		if !unicode.IsDigit(r) && !strings.ContainsRune("〇一二三四五六七八九十百千-－の", r) {
			return false
		}
	}
	return true
}

func isAddressee(s string) bool {
	for _, e := range []string{"殿", "御中", "各位", "様", "あて", "宛"} {
		if rest, ok := strings.CutSuffix(s, e); ok && rest != "" {
			return true
		}
	}
	return false
}

var statuses = []string{"骨子案", "素案", "原案", "試案", "修正案", "事務局案", "たたき台", "案", "仮称", "中間とりまとめ", "中間取りまとめ", "中間報告", "中間整理", "暫定版", "未定稿"}

// isStatus reads （案） on a line of its own.
func isStatus(s string) bool {
	s = strings.Trim(s, "（）()【】［］[]〔〕")
	for _, w := range statuses {
		if s == w {
			return true
		}
	}
	return false
}

// isSeal reads （公印省略） below who sends a notice.
func isSeal(s string) bool {
	s = strings.Trim(s, "（）()")
	return s == "公印省略" || s == "印影印刷" || s == "公印略"
}

// isEdition reads 第２版, Ver.1.0, 改訂版 on a line of its own.
func isEdition(s string) bool {
	return utf8Len(s) <= 16 && editionIn(s) != "" && !hasTitleWord(s)
}

// isYearEdition reads 令和５年版, 令和６年４月版 on a line of its own.
func isYearEdition(s string) bool {
	return strings.HasSuffix(s, "版") && dateLine(strings.TrimSuffix(s, "版")).ok
}

// isLabel reads what stands above a title: the label of a meeting document,
// 資料１, or how the document may be used, 取扱注意.
func isLabel(s string) bool {
	m, _ := marker.Read(strings.TrimLeft(s, "【（["))
	if m.Marker.Kind.IsAnnex() && m.Marker.Kind.Word() != "附則" && m.Marker.Kind.Word() != "参考" {
		return utf8Len(squeezed(s)) <= utf8Len(m.Marker.Text)+3
	}
	for _, w := range []string{"機密性", "取扱注意", "解禁", "報道発表", "記者発表", "プレスリリース"} {
		if strings.Contains(s, w) {
			return !hasTitleWord(s)
		}
	}
	return false
}
