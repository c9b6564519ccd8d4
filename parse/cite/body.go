package cite

import (
	"strings"

	"shinkyu/parse/era"
)

// bodyEndings end the names of those who decide or publish: councils,
// headquarters, ministries, officers. Longer and shorter stand side by side;
// any match will do.
var bodyEndings = []string{
	"閣議", "内閣", "本部", "会議", "委員会", "審議会", "懇談会", "協議会", "幹事会", "研究会", "検討会", "調査会", "部会", "分科会", "審査会",
	"連絡会", "有識者会合", "会合", "作業部会", "ワーキンググループ", "ワーキング・グループ", "ワーキングチーム", "タスクフォース", "小委員会", "委員長", "専門調査会",
	"省", "庁", "府", "府省", "省庁", "府省庁", "官房", "局", "部", "課", "室", "院", "所", "センター", "機構", "機関", "協会", "連盟", "連合", "連合会", "財団", "法人", "学会",
	"大臣", "長官", "長", "局長", "課長", "総裁", "議長", "本部長", "知事", "市長", "総監", "審議官", "統括官", "参事官", "事務局", "事務次官", "政務官", "者会議",
	"都", "道", "県", "市", "町", "村", "区", "国会", "衆議院", "参議院", "裁判所", "銀行", "大学", "公社", "公団", "組合", "会議所", "連絡協議会", "チーム", "グループ",
	"OECD", "サミット", "総会", "理事会", "政府",
}

// notBodies end like bodies and are none.
var notBodies = []string{"全部", "一部", "内部", "外部", "本文", "以外の者", "部長会議資料"}

// notInBodies are the words of sentences; names of bodies have a few others
// in hiragana (我が国の物流の革新に関する関係閣僚会議, まち・ひと・しごと創生本部).
var notInBodies = []string{"を", "は", "から", "より", "まで", "において", "について", "です", "ます", "した", "する会", "って", "れた", "いる", "こと", "もの", "「", "」"}

// isBody reports whether s names a body: 閣議, サイバーセキュリティ戦略本部, IPA,
// 総務省・経済産業省. It does not ask whether there is such a body.
func isBody(s string) bool {
	if s == "" || len(s) > 240 {
		return false
	}
	s = trimTrailingParens(s)
	if isAcronym(s) {
		return true
	}
	for _, w := range notInBodies {
		if strings.Contains(s, w) {
			return false
		}
	}
	for _, e := range notBodies {
		if strings.HasSuffix(s, e) {
			return false
		}
	}
	for _, e := range bodyEndings {
		if strings.HasSuffix(s, e) {
			return true
		}
	}
	// 総務省・IPA: the last of several is an acronym.
	if k := strings.LastIndexAny(s, "・、"); k >= 0 {
		last := strings.TrimLeft(s[k:], "・、")
		return isAcronym(last)
	}
	return strings.HasSuffix(s, "WG") || strings.HasSuffix(s, "ＷＧ") || strings.HasSuffix(s, "TF")
}

// trimTrailingParens drops （第3回） behind the name of a body.
func trimTrailingParens(s string) string {
	for strings.HasSuffix(s, "）") || strings.HasSuffix(s, ")") {
		k := strings.LastIndexAny(s, "（(")
		if k <= 0 {
			return s
		}
		s = strings.TrimRight(s[:k], " \u3000")
	}
	if k := strings.LastIndex(s, "第"); k > 0 && strings.HasSuffix(s, "回") {
		s = strings.TrimRight(s[:k], " \u3000")
	}
	return s
}

// cutReference drops the reference numbers of a letter before the body that sent
// it: 27総行第120号総務省自治行政局長, 子発1212第１号・社援発1212第２号厚生労働省….
func cutReference(s string) string {
	e := strings.LastIndex(s, "号")
	k := strings.LastIndex(s[:max(e, 0)], "第")
	if k < 0 || !isBody(s[e+len("号"):]) {
		return s
	}
	if _, ok := era.Number(s[k+len("第") : e]); !ok {
		return s
	}
	return s[e+len("号"):]
}

// sameBody gives 同本部 the name that an earlier body has, the latest of those
// that end so: 同審議会総会 of 中央教育審議会 is 中央教育審議会総会.
func sameBody(s string, earlier []string) string {
	rest, ok := strings.CutPrefix(s, "同")
	if !ok {
		return s
	}
	for k := len(earlier) - 1; k >= 0; k-- {
		best := ""
		for _, e := range bodyEndings {
			if len(e) > len(best) && strings.HasPrefix(rest, e) && strings.HasSuffix(earlier[k], e) {
				best = e
			}
		}
		if best != "" {
			return earlier[k] + rest[len(best):]
		}
	}
	return s
}

// isAcronym reports whether s is a name in Latin capitals: METI, IPA, JPCERT/CC.
func isAcronym(s string) bool {
	capitals := 0
	for _, r := range s {
		switch {
		case 'A' <= r && r <= 'Z' || 'Ａ' <= r && r <= 'Ｚ':
			capitals++
		case isLatin(r) || r == '/' || r == '-' || r == '&' || r == '.' || r == ' ':
		default:
			return false
		}
	}
	return capitals >= 2
}

// acts are what a body does with a plan, the longer ones first. Each is given
// as written.
var acts = []string{
	"最終改定", "最終改訂", "最終改正", "最終更新", "一部改正", "一部改定", "一部改訂", "一部変更", "全部改正", "全部変更", "一部修正", "修正", "全部修正", "再改定", "再改訂", "全面改定", "全面改訂", "全部改定",
	"中間取りまとめ", "中間とりまとめ", "中間報告", "中間整理", "中間まとめ", "最終報告", "取りまとめ", "とりまとめ", "取りまとめ公表", "取まとめ",
	"連名通知", "連名事務連絡", "閣議決定", "閣議了解", "閣議報告", "一部見直し", "見直し", "申し合わせ", "申合せ", "申合わせ", "事務連絡", "局長通知", "課長通知", "部長通知", "次官通知", "次官通達",
	"決定", "改定", "改訂", "改正", "変更", "策定", "公表", "報告", "了解", "了承", "承認", "答申", "制定", "作成", "発表", "提言", "議決", "採択", "合意", "告示",
	"通知", "通達", "発出", "発行", "広報", "公布", "決裁", "裁定", "署名", "締結", "勧告", "建議", "意見具申", "意見", "宣言", "共同宣言", "諮問", "更新", "訂正", "刊行", "初版", "指示", "改版", "公開", "依命通知", "訓令", "一部訂正", "通牒", "覚書", "声明",
}

// trimAct cuts the act from the end of s: 閣議決定 into 閣議 and 決定.
func trimAct(s string) (body, act string) {
	for _, a := range acts {
		if b, ok := strings.CutSuffix(s, a); ok {
			if strings.HasPrefix(a, "閣議") {
				return b + "閣議", strings.TrimPrefix(a, "閣議")
			}
			if k := officer(a); k > 0 { // 医政局長通知 is a notice of the 医政局長
				return b + a[:k], a[k:]
			}
			return b, a
		}
	}
	return s, ""
}

// officer gives the length of the officer's name in an act such as 局長通知.
func officer(act string) int {
	for _, o := range []string{"局長", "課長", "部長", "次官"} {
		if strings.HasPrefix(act, o) {
			return len(o)
		}
	}
	return 0
}
