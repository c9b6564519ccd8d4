package layout

import (
	"shinkyu/diff"
	"shinkyu/diff/wording"
	"shinkyu/parse"
	"shinkyu/parse/cite"
	"shinkyu/parse/render/lang"
)

type message = lang.Text

// What the tables say in their own voice. The Japanese terms of the table
// itself (改正前, 新設, 削る, 略) are those of the ministries' own tables.
var (
	msgTitle       = message{JA: "新旧対照表", EN: "Comparative table of old and new text"}
	msgOldHead     = message{JA: "改正前（旧）", EN: "Old text"}
	msgNewHead     = message{JA: "改正後（新）", EN: "New text"}
	msgAddedHere   = message{JA: "（新設）", EN: "(new)"}
	msgDroppedHere = message{JA: "（削る）", EN: "(deleted)"}
	msgMovedHere   = message{JA: "（位置を移動）", EN: "(stands elsewhere)"}
	msgOmitted     = message{JA: "（略）", EN: "(unchanged text omitted)"}
	msgUntitled    = message{JA: "（表題なし）", EN: "(no title)"}
	msgBeforeFirst = message{JA: "（最初の見出しの前）", EN: "(before the first heading)"}
	msgComma       = message{JA: "、", EN: ", "}
	msgLines       = message{JA: "%s行", EN: "l. %s"}
	msgPageLines   = message{JA: "%d頁 %s行", EN: "p. %d, l. %s"}

	msgFiscal    = message{JA: "年度", EN: "Fiscal year"}
	msgDate      = message{JA: "日付", EN: "Date"}
	msgIssuer    = message{JA: "主体・行為", EN: "Issuer and act"}
	msgEdition   = message{JA: "版", EN: "Edition"}
	msgState     = message{JA: "案の別", EN: "Draft or final"}
	msgDraft     = message{JA: "案", EN: "draft"}
	msgFinal     = message{JA: "案の表示なし", EN: "not marked as a draft"}
	msgFile      = message{JA: "ファイル", EN: "File"}
	msgForm      = message{JA: "形式", EN: "Form"}
	msgAreaCount = message{JA: "領域の数", EN: "Areas"}

	msgRetitled   = message{JA: "見出し変更", EN: "retitled"}
	msgRenumbered = message{JA: "番号変更", EN: "renumbered"}
	msgMoved      = message{JA: "移動", EN: "moved"}
	msgEvidence   = message{JA: "%[1]s %.2[2]f", EN: "%[1]s %.2[2]f"}
	msgDetail     = message{JA: "（%s）", EN: " (%s)"}
	msgRunnerUp   = message{JA: "%[1]s（%.2[2]f）", EN: "%[1]s (%.2[2]f)"}
	msgInParens   = message{JA: "（%s）", EN: " (%s)"}
	msgVerbs      = message{JA: "義務づけ：%[1]s → %[2]s（%[3]s）", EN: "commitment: %[1]s → %[2]s (%[3]s)"}
	msgValues     = message{JA: "%[1]s：%[2]s → %[3]s", EN: "%[1]s: %[2]s → %[3]s"}
	msgStronger   = message{JA: "強まった", EN: "stronger"}
	msgWeaker     = message{JA: "弱まった", EN: "weaker"}
)

var statusNames = map[diff.Status]message{
	diff.Unchanged: {JA: "変更なし", EN: "unchanged"},
	diff.Reworded:  {JA: "改訂", EN: "reworded"},
	diff.Split:     {JA: "分割", EN: "split"},
	diff.Merged:    {JA: "統合", EN: "merged"},
	diff.Added:     {JA: "新設", EN: "added"},
	diff.Dropped:   {JA: "削除", EN: "dropped"},
}

var statusMeanings = map[diff.Status]message{
	diff.Unchanged: {JA: "本文が同じ", EN: "the text is the same"},
	diff.Reworded:  {JA: "対応する領域があり、本文が変わった", EN: "has its partner, with other words"},
	diff.Split:     {JA: "一つが複数に分かれた", EN: "one became several"},
	diff.Merged:    {JA: "複数が一つにまとまった", EN: "several became one"},
	diff.Added:     {JA: "新のみにある", EN: "only in the new edition"},
	diff.Dropped:   {JA: "旧のみにある", EN: "only in the old edition"},
}

// statusOrder is the order of the counts: what a reader asks for first.
var statusOrder = []diff.Status{diff.Dropped, diff.Added, diff.Split, diff.Merged, diff.Reworded, diff.Unchanged}

var confidenceNames = map[parse.Confidence]message{
	parse.Certain:   {JA: "確実", EN: "certain"},
	parse.Likely:    {JA: "ほぼ確実", EN: "likely"},
	parse.Uncertain: {JA: "要確認", EN: "to be checked"},
}

var confidenceOrder = []parse.Confidence{parse.Certain, parse.Likely, parse.Uncertain}

var signalNames = map[string]message{
	"ngrams":    {JA: "文字の並び", EN: "character n-grams"},
	"terms":     {JA: "語", EN: "terms"},
	"heading":   {JA: "見出し", EN: "heading"},
	"citations": {JA: "引用", EN: "citations"},
	"children":  {JA: "下位の領域", EN: "areas below"},
	"parent":    {JA: "上位の領域", EN: "area above"},
	"position":  {JA: "位置", EN: "position"},
}

var mechanicalNames = map[wording.Mechanical]message{
	wording.Width:      {JA: "全角・半角", EN: "width"},
	wording.Spacing:    {JA: "空白", EN: "spacing"},
	wording.Numeral:    {JA: "数字の表記", EN: "numeral style"},
	wording.FiscalYear: {JA: "両版の年度", EN: "the editions' own fiscal years"},
	wording.Wrap:       {JA: "折返し", EN: "line wraps"},
	wording.Spelling:   {JA: "送り仮名・かな書き", EN: "okurigana and kana spelling"},
}

var numberKinds = map[string]message{
	"amount":   {JA: "金額", EN: "amount"},
	"ratio":    {JA: "割合", EN: "ratio"},
	"deadline": {JA: "期限", EN: "deadline"},
	"date":     {JA: "日付", EN: "date"},
	"count":    {JA: "数", EN: "count"},
}

var decisionNames = map[string]message{
	"pin":    {JA: "対応とする", EN: "pinned"},
	"forbid": {JA: "対応としない", EN: "forbidden"},
	"split":  {JA: "分割とする", EN: "split"},
	"merge":  {JA: "統合とする", EN: "merged"},
}

var workKinds = map[cite.Kind]message{
	cite.Law:  {JA: "法令", EN: "law"},
	cite.Plan: {JA: "計画等", EN: "plan"},
}

// named gives the word for a value of a closed set, and the value itself for
// one that a newer library brought in.
func named[K ~string](b *builder, table map[K]message, key K) string {
	if m, ok := table[key]; ok {
		return b.t(m)
	}
	return Visible(string(key))
}
