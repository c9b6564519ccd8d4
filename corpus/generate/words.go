package generate

import (
	"math"
	"math/rand/v2"
)

// The words that texts are made of. They are the everyday words of policy
// documents; a term is one or two nouns.
var (
	nouns = []string{
		"情報", "通信", "医療", "教育", "防災", "農業", "林業", "水産", "観光", "交通", "物流", "港湾", "道路", "河川", "森林", "海洋",
		"宇宙", "量子", "半導体", "材料", "電池", "電力", "水素", "風力", "地熱", "原子力", "温暖化", "廃棄物", "資源", "食料", "土地", "住宅",
		"都市", "地方", "離島", "過疎", "雇用", "賃金", "年金", "介護", "保育", "障害者", "高齢者", "子育て", "学校", "大学", "研究", "人材",
		"企業", "中小企業", "金融", "税制", "投資", "貿易", "知的財産", "標準", "規制", "契約", "調達", "会計", "統計", "文書", "個人情報", "暗号",
		"認証", "脆弱性", "サーバ", "クラウド", "ネットワーク", "ソフトウェア", "データ", "センサー", "ロボット", "ドローン", "プラットフォーム",
		"サプライチェーン", "インフラ", "システム", "サービス", "リスク", "犯罪", "警察", "消防", "自衛隊", "外交", "国境", "出入国", "難民",
		"文化", "芸術", "スポーツ", "図書館", "博物館", "放送", "出版", "宗教", "選挙", "司法", "裁判", "登記", "戸籍", "薬品", "感染症", "ワクチン",
		"病院", "診療", "栄養", "食品", "衛生", "水道", "下水道", "公園", "空港", "鉄道", "自動車", "自転車", "歩行者", "船舶", "航空機", "燃料",
	}
	aspects = []string{
		"基盤", "体制", "制度", "計画", "対策", "技術", "人員", "設備", "拠点", "連携", "協力", "評価", "監査", "訓練", "演習", "調査", "分析", "管理",
		"運用", "保全", "整備", "更新", "共有", "公開", "活用", "普及", "啓発", "支援", "育成", "確保", "防護", "復旧", "検証", "認定", "登録", "相談",
	}
	actors = []string{"国", "地方公共団体", "関係府省庁", "事業者", "研究機関", "専門家", "住民", "団体", "民間企業", "国際機関", "業界", "現場の職員"}
	verbs  = []string{
		"推進する", "強化する", "整備する", "促進する", "検討する", "実施する", "支援する", "拡充する", "見直す", "徹底する", "構築する", "確立する",
		"進める", "図る", "講じる", "定める", "公表する", "点検する", "活用する", "改善する",
	}
	// A template is a sentence; n is a noun or term, a an aspect, w an actor, v
	// a verb, # a number.
	templates = []string{
		"nのaに向けて、wと連携し、nにおけるaをv。",
		"wは、nに係るaを踏まえ、nのaをv。",
		"特に、nについては、#年度までに#件のaをv。",
		"nのaが不足していることから、wによるnのaをv。",
		"このため、n及びnのaを一体としてv。",
		"また、wがnのaを行うに当たり、nに関するaをv。",
		"nをめぐる状況の変化に対応するため、nのaとaをv。",
		"あわせて、nに関するaの結果をwに示し、次のaにつなげるようv。",
	}
)

// A Maker makes texts.
type Maker struct{ *rand.Rand }

// New gives a maker; the same seed makes the same texts.
func New(seed uint64) *Maker { return &Maker{rand.New(rand.NewPCG(seed, 0x5eed))} }

func pick(m *Maker, list []string) string { return list[m.IntN(len(list))] }

// common picks from a list as words are used: the k-th with a share of 1/k.
func common(m *Maker, list []string) string {
	k := int(math.Exp(m.Float64()*math.Log(float64(len(list))))) - 1
	return list[min(k, len(list)-1)]
}

// A subject is the terms that a text is about.
type subject []string

func (m *Maker) subject(terms int) subject {
	var s subject
	for range terms {
		t := pick(m, nouns)
		if m.IntN(2) == 0 {
			t += pick(m, nouns)
		}
		s = append(s, t)
	}
	return s
}

// sentence makes a sentence about a subject.
func (m *Maker) sentence(s subject) string {
	var out []byte
	for _, r := range pick(m, templates) {
		switch r {
		case 'n':
			// Every third noun is one that any text may have.
			if m.IntN(3) == 0 {
				out = append(out, common(m, nouns)...)
			} else {
				out = append(out, pick(m, s)...)
			}
		case 'a':
			out = append(out, common(m, aspects)...)
		case 'w':
			out = append(out, pick(m, actors)...)
		case 'v':
			out = append(out, pick(m, verbs)...)
		case '#':
			out = append(out, string(rune('1'+m.IntN(9)))...)
		default:
			out = append(out, string(r)...)
		}
	}
	return string(out)
}

// title makes a heading about a subject.
func (m *Maker) title(s subject) string {
	return s[m.IntN(len(s))] + "の" + pick(m, aspects) + pick(m, []string{"", "の推進", "の強化", "の在り方"})
}
