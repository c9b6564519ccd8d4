package cite

import (
	"strings"
	"unicode/utf8"
)

// planHeads are the nouns that policy documents are named by. A phrase in
// quotation marks that ends in one, and says more than it, is taken for a
// document even where no decision is cited.
var planHeads = []string{
	"戦略", "計画", "方針", "指針", "ガイドライン", "大綱", "プログラム", "構想", "宣言", "基準", "統一基準群", "基準群", "要綱", "綱領", "ロードマップ",
	"アクションプラン", "プラン", "工程表", "ビジョン", "報告書", "とりまとめ", "取りまとめ", "白書", "アジェンダ", "憲章", "手引き", "手引", "手順書", "マニュアル",
	"ガイドブック", "ガイダンス", "ハンドブック", "実行計画", "フォローアップ", "要領", "答申", "提言", "中間整理", "中間まとめ", "論点整理", "グランドデザイン", "フレームワーク", "標準ガイド", "ポリシー", "イニシアティブ", "工程", "青書", "対応策", "総合対策",
}

// softHeads name documents only where a decision stands behind them.
var softHeads = []string{
	"枠組み", "枠組", "原則", "規程", "規約", "規則", "標準", "仕様書", "仕様", "対策", "方策", "施策", "考え方", "方向性", "在り方", "あり方", "骨子", "素案", "決議", "覚書", "申合せ",
	"ガイド", "パッケージ", "まとめ", "報告", "意見", "通知", "事務連絡", "について", "に関して", "リスト", "目標", "措置", "シナリオ", "デザイン", "モデル", "体系", "ルール", "コード", "規範", "事項", "概要", "整理", "調査", "分析", "評価", "様式", "手続", "留意点", "留意事項",
	"Ｑ＆Ａ", "Q&A", "FAQ", "チェックリスト", "要求事項", "運用", "条件", "実施細目", "細則", "協定", "議定書", "合意", "声明", "原案", "コミュニケ", "レポート", "アーキテクチャ", "定義", "解説書", "解説", "事例集", "活用集", "手法", "メッセージ", "方程式", "改革", "推進", "強化",
}

// headOf gives the head that a title ends in, once version, year and
// parentheses at its end are taken away.
func headOf(title string, heads []string) string {
	t := bareTitle(title)
	best := ""
	for _, h := range heads {
		if len(h) > len(best) && strings.HasSuffix(t, h) {
			best = h
		}
	}
	return best
}

// bareTitle is a title without what editions add at its end: 2019, 第2版,
// （案）, （Ver.1）, ～副題～.
func bareTitle(title string) string {
	t := strings.TrimSpace(title)
	for {
		u := strings.TrimRight(trimTail(t), " \u3000")
		if u == t || u == "" {
			return t
		}
		t = u
	}
}

// trimTail takes one such addition away.
func trimTail(t string) string {
	if strings.HasSuffix(t, "）") || strings.HasSuffix(t, ")") {
		if k := strings.LastIndexAny(t, "（("); k > 0 {
			return t[:k]
		}
	}
	for _, sign := range []string{"～", "〜"} {
		if u, ok := strings.CutSuffix(t, sign); ok {
			if k := strings.LastIndex(u, sign); k > 0 {
				return t[:k]
			}
		}
	}
	if k := subtitleAt(t); k > 0 {
		return t[:k]
	}
	if k := versionAt(t); k > 0 {
		return t[:k]
	}
	r, w := utf8.DecodeLastRuneInString(t)
	if '0' <= r && r <= '9' || '０' <= r && r <= '９' {
		t = t[:len(t)-w]
		if u := strings.TrimRight(t, ".．"); u != "" { // とりまとめ2.0
			return u
		}
	}
	return t
}

// subtitleAt gives where a subtitle set off by a dash or tilde begins.
func subtitleAt(t string) int {
	for _, sign := range []string{"～", "〜", "―", "－", "—", " -", "：", ":"} {
		if k := strings.Index(t, sign); k > 0 && headOfBare(t[:k]) {
			return k
		}
	}
	return 0
}

func headOfBare(t string) bool {
	t = strings.TrimRight(t, " \u3000")
	for _, h := range planHeads {
		if strings.HasSuffix(t, h) {
			return true
		}
	}
	return false
}

// versionAt gives where a version at the end of t begins, 0 where there is
// none.
func versionAt(t string) int {
	for _, p := range []string{"改訂第", "改定第", "第", "改訂", "改定", "Ver", "ver", "VER", "Ｖｅｒ", "Version", "version", " v", " V"} {
		k := strings.LastIndex(t, p)
		if k > 0 && len(t)-k < 30 && isVersion(strings.TrimSpace(t[k:])) {
			return k
		}
	}
	return 0
}

// genericWords say nothing about which plan is meant.
var genericWords = []string{
	"基本的", "基本", "総合", "実施", "行動", "重点", "推進", "年次", "全体", "中期", "長期", "当面", "運用", "策定", "各種", "関連", "関係", "政府", "国家", "地方",
	"事業", "等", "改定", "改訂", "新たな", "新", "本", "の", "な", "統一", "標準", "個別", "業務", "実行", "作業", "活動", "対応", "取組", "管理", "安全", "評価", "検討", "運営", "教育", "研修", "訓練", "支援", "導入", "最終", "中間", "判断", "設計", "技術", "開発", "利用", "試験", "審査", "認証", "認定",
}

// isGenericTitle reports whether a title is only general words: 基本方針,
// 年次計画, 安全基準.
func isGenericTitle(title string) bool {
	t := bareTitle(title)
	t = strings.TrimSuffix(t, headOf(title, planHeads))
	for _, w := range genericWords {
		t = strings.ReplaceAll(t, w, "")
	}
	return utf8.RuneCountInString(strings.TrimSpace(t)) < 2
}

// namesPlan reports whether a phrase in quotation marks names a plan by
// itself.
func namesPlan(title string) bool {
	if strings.ContainsAny(title, "。？！") || utf8.RuneCountInString(title) > 90 || utf8.RuneCountInString(title) < 4 {
		return false
	}
	return headOf(title, planHeads) != "" && !isGenericTitle(title)
}
