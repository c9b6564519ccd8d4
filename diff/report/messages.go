package report

import (
	"shinkyu/diff"
	"shinkyu/diff/wording"
	"shinkyu/parse"
	"shinkyu/parse/render/lang"
)

type text = lang.Text

func say(ja, en string) text { return text{JA: ja, EN: en} }

// The headings and sentences of the reports.
var (
	msgTitle = say("新旧比較報告", "Comparison of editions")

	msgCompared  = say("比較した文書", "What is compared")
	msgOldSide   = say("旧", "Old")
	msgNewSide   = say("新", "New")
	msgDocTitle  = say("表題", "Title")
	msgFiscal    = say("年度", "Fiscal year")
	msgDate      = say("日付", "Date")
	msgIssuer    = say("主体・行為", "Issuer and act")
	msgState     = say("案の別", "Draft or final")
	msgDraft     = say("案", "draft")
	msgFinal     = say("案の表示なし", "not marked as a draft")
	msgEdition   = say("版", "Edition")
	msgFile      = say("%[1]sのファイル：%[2]s（SHA-256 %[3]s）", "%[1]s file: %[2]s (SHA-256 %[3]s)")
	msgForm      = say("形式", "Form")
	msgLineCount = say("%d行", "%d lines")
	msgPageCount = say("%d頁", "%d pages")
	msgAreaCount = say("領域の数", "Areas")
	msgUntitled  = say("（表題なし）", "(no title)")

	msgInShort      = say("要点", "In short")
	msgSameFile     = say("二つの文書は同じものであり、違いはない。", "The two documents are the same: there is no difference.")
	msgNoDifference = say("二つの文書に内容の違いはない。", "There is no difference of substance between the two documents.")
	msgCountsLead   = say(
		"旧の %[1]d 領域と新の %[2]d 領域を突き合わせた結果：",
		"%[1]d areas of the old edition and %[2]d of the new one:",
	)
	msgStatus    = say("区分", "Status")
	msgCount     = say("件数", "Number")
	msgMeaning   = say("意味", "Meaning")
	msgWentOut   = say("なくなったもの", "What went out")
	msgCameIn    = say("新たに入ったもの", "What came in")
	msgRearrange = say("分かれたもの・まとまったもの", "What was split or merged")
	msgDropped   = say("%[1]s は旧のみにある（%[2]s）。", "%[1]s stands only in the old edition (%[2]s).")
	msgAdded     = say("%[1]s は新のみにある（%[2]s）。", "%[1]s stands only in the new edition (%[2]s).")
	msgTelling   = say("主な語：%s。", "Telling terms: %s.")
	msgSplitInto = say("%[1]s（%[2]s）は %[3]s（%[4]s）に分かれた。", "%[1]s (%[2]s) was split into %[3]s (%[4]s).")
	msgMergedIn  = say("%[1]s（%[2]s）は %[3]s（%[4]s）にまとまった。", "%[1]s (%[2]s) were merged into %[3]s (%[4]s).")
	msgNewerWork = say("%[1]s：%[2]s（%[3]s）→ %[4]s（%[5]s）", "%[1]s: %[2]s (%[3]s) → %[4]s (%[5]s)")
	msgMore      = say("ほか %d 件は次の表にある。", "%d more stand in the table below.")
	msgInDoubt   = say("［要確認］", "[to be checked]")
	msgNewer     = say("引用の版が改まったもの", "What is cited in another version")

	msgAreas      = say("領域の一覧", "All areas")
	msgNo         = say("番号", "No.")
	msgSimilarity = say("類似度", "Similarity")
	msgConfidence = say("確度", "Confidence")

	msgDroppedHead = say("なくなった領域", "Areas dropped")
	msgAddedHead   = say("新たに入った領域", "Areas added")
	msgSplitHead   = say("分割・統合された領域", "Areas split or merged")
	msgRewordHead  = say("書き改められた領域", "Areas reworded")
	msgKept        = say("本文に変わりのない領域で、見出し・番号・位置が変わったもの", "Areas with the same text under another heading, number or place")
	msgHowMarked   = say(
		"<del>消された語</del>と<ins>加えられた語</ins>を示す。↵ は段落の切れ目。",
		"<del>Words taken out</del> and <ins>words put in</ins>. ↵ is the end of a paragraph.",
	)
	msgWholeNote = say(
		"共通する語が少ないので、旧と新をそれぞれ全文で示す。",
		"Few words are shared, so old and new stand whole.",
	)
	msgChange     = say("変更 %[1]d：%[2]s", "Change %[1]d: %[2]s")
	msgSameLines  = say("（変わらない段落 %[1]d：%[2]s）", "(%[1]d paragraphs unchanged: %[2]s)")
	msgNoText     = say("（見出しのみ）", "(a heading only)")
	msgOld        = say("旧 %s", "old %s")
	msgNew        = say("新 %s", "new %s")
	msgMatch      = say("類似度 %[1]s、%[2]s", "similarity %[1]s, %[2]s")
	msgEvidence   = say("根拠：%s", "evidence: %s")
	msgRunnerUp   = say("次点：%[1]s %[2]s（%[3]s）", "runner-up: %[1]s %[2]s (%[3]s)")
	msgNoRunnerUp = say("次点：なし", "no runner-up")
	msgCheck      = say(
		"要確認：この対応を決めるだけの証拠がない。",
		"To be checked: the evidence does not carry this correspondence.",
	)
	msgCheckAlone = say(
		"要確認：対応する領域がないとは言い切れない。",
		"To be checked: it is not sure that nothing corresponds to this area.",
	)
	msgDecision    = say("判断：%s", "Reviewer's decision: %s")
	msgNote        = say("注記：%s", "Reviewer's note: %s")
	msgNearest     = say("最も近い領域：%[1]s %[2]s（%[3]s）", "nearest area: %[1]s %[2]s (%[3]s)")
	msgMechanicals = say("（旧「%[1]s」：%[2]s）", "(old %[1]q: %[2]s)")

	msgRetitled    = say("見出し変更", "retitled")
	msgRenumbered  = say("番号変更", "renumbered")
	msgMoved       = say("移動", "moved")
	msgBeforeFirst = say("（最初の見出しの前）", "(before the first heading)")
	msgLines       = say("%s行", "l. %s")
	msgPageLines   = say("%d頁 %s行", "p. %d, l. %s")
	msgListComma   = say("、", ", ")

	msgTerms       = say("増えた語・減った語", "Terms gained and lost")
	msgGained      = say("増えた語", "Gained")
	msgLost        = say("減った語", "Lost")
	msgTerm        = say("語", "Term")
	msgOldCount    = say("旧の回数", "In old")
	msgNewCount    = say("新の回数", "In new")
	msgScore       = say("z 値", "z")
	msgInAreas     = say("領域", "Areas")
	msgContext     = say("用例", "In context")
	msgTermCounts  = say("%[1]s（%[2]d→%[3]d）", "%[1]s (%[2]d→%[3]d)")
	msgNoTerms     = say("目立って増えた語、減った語はない。", "No term came in or went out so often that it would stand out.")
	msgTermsHidden = say("ほか %d 語。", "%d more.")

	msgWorks       = say("引用された法令・計画", "Laws and plans cited")
	msgWorksAdded  = say("新たに引用", "Newly cited")
	msgWorksGone   = say("引用されなくなった", "No longer cited")
	msgWorksNewer  = say("別の版を引用", "Cited in another version")
	msgWork        = say("法令・計画", "Law or plan")
	msgWorkKind    = say("種別", "Kind")
	msgWorkID      = say("番号・決定", "Number or decisions")
	msgWorkWhere   = say("所在", "Where")
	msgWorkOld     = say("旧の版", "Version in old")
	msgWorkNew     = say("新の版", "Version in new")
	msgWhy         = say("理由", "Why")
	msgNoWorks     = say("引用する法令・計画に違いはない。", "Both cite the same laws and plans.")
	msgLaw         = say("法令", "law")
	msgPlan        = say("計画等", "plan")
	msgMentionMore = say("、ほか %d か所", " and %d more")

	msgStrength   = say("義務づけの強さの変化", "Changes of commitment")
	msgStrengthOf = say(
		"対応する文の文末の動詞を比べたもの。段は大きいほど強い。",
		"From the verbs that end matched sentences. A higher rung binds more.",
	)
	msgArea        = say("領域", "Area")
	msgVerb        = say("動詞", "Verb")
	msgRung        = say("段", "Rung")
	msgOldSentence = say("旧の文", "Old sentence")
	msgNewSentence = say("新の文", "New sentence")
	msgStronger    = say("強まった", "stronger")
	msgWeaker      = say("弱まった", "weaker")

	msgNumbers  = say("数値・期限の変化", "Changes of numbers and deadlines")
	msgKind     = say("種類", "Kind")
	msgOldValue = say("旧の値", "Old")
	msgNewValue = say("新の値", "New")

	msgMechHead = say("表記だけの違い", "Mechanical differences")
	msgMechLead = say(
		"次の違いは内容の変更として扱わず、数だけを示す。",
		"These were counted and are not shown as changes of wording.",
	)
	msgMechNone  = say("表記だけの違いはない。", "There are no mechanical differences.")
	msgMechPairs = say("内訳", "In full")

	msgMethod  = say("方法と設定", "Method and settings")
	msgMethods = say(
		"比べる単位は、見出しのある節又は条である。見出しのない項目は、それが属する単位の中で比べる。"+
			"位置や番号の一致を条件とせず、複数の手がかりの合計が最大となる組合せを選び、次点との差が小さいものは「要確認」とする。"+
			"全半角、折返し、空白、数字の表記、両版の年度だけの違いは変更としない。",
		"The unit of comparison is a section with a heading, or an article; items without a heading are compared inside the unit that they stand in. "+
			"Partners are chosen together, so that the sum of several signals is greatest, with no condition on place or number; where the runner-up is close, the pair is marked as to be checked. "+
			"Differences of width, wrapping, spacing, numeral style and the editions' own fiscal years are no changes.",
	)
	msgConfidences = say(
		"確度は、次点との差と、互いに最良の相手であるかによる（確実・ほぼ確実・要確認）。類似度は 0 から 1 で、毎年書き直される文書では低くても正しい対応がある。数値と年度を伏せて測るので、それだけが変わった領域では 1 になる。",
		"Confidence comes from the margin over the runner-up and from being each other's best (certain, likely, to be checked). Similarity is from 0 to 1; in documents rewritten every year a right pair can have a low one. Numbers and fiscal years are masked in it, so that an area in which only they changed has 1.",
	)
	msgSetting = say("設定", "Setting")
	msgValue   = say("値", "Value")
	msgAgain   = say("同じ報告を得る命令：", "The command that gives this report again:")
	msgNotices = say("注意", "Notices")
	msgDiags   = say("原文の読み取りで残った疑問", "Doubts from reading the sources")
	msgLine    = say("行", "Line")
	msgMessage = say("内容", "Message")
	msgSide    = say("文書", "Document")
)

var statusNames = map[diff.Status]text{
	diff.Unchanged: say("変更なし", "unchanged"),
	diff.Reworded:  say("改訂", "reworded"),
	diff.Split:     say("分割", "split"),
	diff.Merged:    say("統合", "merged"),
	diff.Added:     say("新設", "added"),
	diff.Dropped:   say("削除", "dropped"),
}

var statusMeanings = map[diff.Status]text{
	diff.Unchanged: say("本文が同じ", "the text is the same"),
	diff.Reworded:  say("対応する領域があり、本文が変わった", "has its partner, with other words"),
	diff.Split:     say("一つが複数に分かれた", "one became several"),
	diff.Merged:    say("複数が一つにまとまった", "several became one"),
	diff.Added:     say("新のみにある", "only in the new edition"),
	diff.Dropped:   say("旧のみにある", "only in the old edition"),
}

// statusOrder is the order of the counts: what a reader asks for first.
var statusOrder = []diff.Status{diff.Dropped, diff.Added, diff.Split, diff.Merged, diff.Reworded, diff.Unchanged}

var confidenceNames = map[parse.Confidence]text{
	parse.Certain:   say("確実", "certain"),
	parse.Likely:    say("ほぼ確実", "likely"),
	parse.Uncertain: say("要確認", "to be checked"),
}

var signalNames = map[string]text{
	"ngrams":    say("文字の並び", "character n-grams"),
	"terms":     say("語", "terms"),
	"heading":   say("見出し", "heading"),
	"citations": say("引用", "citations"),
	"children":  say("下位の領域", "areas below"),
	"parent":    say("上位の領域", "area above"),
	"position":  say("位置", "position"),
}

var mechanicalNames = map[wording.Mechanical]text{
	wording.Width:      say("全角・半角", "width"),
	wording.Spacing:    say("空白", "spacing"),
	wording.Numeral:    say("数字の表記", "numeral style"),
	wording.FiscalYear: say("両版の年度", "the editions' own fiscal years"),
	wording.Wrap:       say("折返し", "line wraps"),
	wording.Spelling:   say("送り仮名・かな書き", "okurigana and kana spelling"),
}

var numberKinds = map[string]text{
	"amount":   say("金額", "amount"),
	"ratio":    say("割合", "ratio"),
	"deadline": say("期限", "deadline"),
	"date":     say("日付", "date"),
	"count":    say("数", "count"),
}

var decisionNames = map[string]text{
	"pin":    say("対応とする（pin）", "pin"),
	"forbid": say("対応としない（forbid）", "forbid"),
	"split":  say("分割とする（split）", "split"),
	"merge":  say("統合とする（merge）", "merge"),
}

// The signs between words of ours, and msgSpace between two sentences.
var (
	msgSpace     = say("", " ")
	msgParens    = say("（%s）", " (%s)")
	msgSemicolon = say("；", "; ")
	msgColon     = say("：", ": ")
	msgDot       = say("・", ", ")
	msgGap       = say("　", "; ")
)

// The columns of the table of areas that no other report has.
var (
	csvOldPath   = say("旧の経路", "Old path")
	csvOldMarker = say("旧の番号", "Old marker")
	csvOldTitle  = say("旧の見出し", "Old title")
	csvOldPage   = say("旧の頁", "Old page")
	csvOldLines  = say("旧の行", "Old lines")
	csvNewPath   = say("新の経路", "New path")
	csvNewMarker = say("新の番号", "New marker")
	csvNewTitle  = say("新の見出し", "New title")
	csvNewPage   = say("新の頁", "New page")
	csvNewLines  = say("新の行", "New lines")
	csvTelling   = say("主な語", "Telling terms")
	csvDecision  = say("判断", "Decision")
	csvNote      = say("注記", "Note")
)
