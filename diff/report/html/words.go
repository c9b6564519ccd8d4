package html

import "shinkyu/parse/render/lang"

// words are what the page says in its own voice, by the names that the
// template uses.
var words = map[string]lang.Text{
	"comma":      {JA: "、", EN: ", "},
	"skip":       {JA: "対照表へ進む", EN: "Skip to the comparative table"},
	"contents":   {JA: "目次", EN: "Contents"},
	"summary":    {JA: "概要", EN: "Summary"},
	"same":       {JA: "二つの文書に内容の違いはない。", EN: "There is no difference of substance between the two documents."},
	"editions":   {JA: "比較した文書", EN: "What is compared"},
	"counts":     {JA: "領域の増減", EN: "What became of the areas"},
	"status":     {JA: "区分", EN: "Status"},
	"number":     {JA: "件数", EN: "Number"},
	"meaning":    {JA: "意味", EN: "Meaning"},
	"filters":    {JA: "絞り込み", EN: "Filter"},
	"unsure":     {JA: "要確認のみ", EN: "Only what is to be checked"},
	"search":     {JA: "語で絞る", EN: "Containing"},
	"hideSame":   {JA: "変わらない段落を隠す", EN: "Hide paragraphs without changes"},
	"keys":       {JA: "キー操作（J 次、K 前）", EN: "Keys (J next, K previous)"},
	"previous":   {JA: "前の変更", EN: "Previous change"},
	"next":       {JA: "次の変更", EN: "Next change"},
	"fold":       {JA: "すべて畳む", EN: "Fold all"},
	"unfold":     {JA: "すべて開く", EN: "Unfold all"},
	"shown":      {JA: "%s / %s 件を表示", EN: "%s of %s shown"},
	"legend":     {JA: "下線の部分は変更部分。点線は表記だけの違い。", EN: "Changed words are underlined; a dotted line marks mechanical differences."},
	"comparison": {JA: "新旧対照表", EN: "Comparative table"},
	"part":       {JA: "新旧対照表 その%d", EN: "Comparative table, part %d"},
	"text":       {JA: "本文", EN: "Text"},
	"evidence":   {JA: "根拠", EN: "Evidence"},
	"runnerUp":   {JA: "次点", EN: "Runner-up"},
	"nearest":    {JA: "最も近い領域", EN: "Nearest area"},
	"similarity": {JA: "類似度", EN: "similarity"},
	"mechanical": {JA: "表記だけの違い：%s", EN: "mechanical difference: %s"},
	"parens":     {JA: "（%s）", EN: " (%s)"},
	"top":        {JA: "先頭へ", EN: "Back to top"},
	"made":       {JA: "shinkyu による。引用した本文は原文のまま、見えない文字は記号で示す。", EN: "Made with shinkyu. Quoted text is as in the sources, invisible characters shown as signs."},
}
