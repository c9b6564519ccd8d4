package render

import (
	"shinkyu/parse"
	"shinkyu/parse/render/lang"
)

type text = lang.Text

func say(ja, en string) text { return text{JA: ja, EN: en} }

var (
	msgTitle       = say("引用された法令・計画の索引", "Index of laws and plans cited")
	msgLaws        = say("法令", "Laws")
	msgPlans       = say("計画・戦略・指針等", "Plans, strategies and guidelines")
	msgNone        = say("該当なし。", "None.")
	msgYear        = say("年", "Year")
	msgName        = say("名称", "Title")
	msgNumber      = say("番号", "Number")
	msgDecisions   = say("決定等", "Decisions")
	msgAliases     = say("略称", "Short names")
	msgMentions    = say("引用箇所", "Where cited")
	msgCount       = say("回数", "Times")
	msgMatrix      = say("文書ごとの引用回数", "Citations by document")
	msgWork        = say("法令・計画", "Law or plan")
	msgSucceeds    = say("先の版：%s", "earlier edition: %s")
	msgContexts    = say("引用文", "In context")
	msgDefinitions = say("略称の定義", "Short names defined")
	msgAlias       = say("略称", "Short name")
	msgFor         = say("元の語", "Stands for")
	msgScope       = say("範囲", "Scope")
	msgPlace       = say("所在", "Where")
	msgUnresolved  = say("特定できない言及", "Mentions not resolved")
	msgText        = say("語", "Words")
	msgWhy         = say("理由", "Why")
	msgLines       = say("%s行", "l. %s")
	msgPageLines   = say("%d頁 %s行", "p. %d, l. %s")
	msgComma       = say("、", ", ")

	msgKind     = say("種別", "Kind")
	msgID       = say("識別子", "ID")
	msgVersion  = say("版", "Version")
	msgDate     = say("日付", "Date")
	msgBody     = say("主体", "Body")
	msgAct      = say("行為", "Act")
	msgDoc      = say("文書", "Document")
	msgPath     = say("経路", "Path")
	msgPage     = say("頁", "Page")
	msgFirst    = say("始めの行", "First line")
	msgLast     = say("終わりの行", "Last line")
	msgForm     = say("言及の形", "Form")
	msgPinpoint = say("条項", "Pinpoint")
	msgContext  = say("文", "Context")

	msgDatesTitle = say("日付・年度・期間・期限", "Dates, fiscal years, ranges and deadlines")
	msgEDTF       = say("値（EDTF）", "Value (EDTF)")
	msgOpen       = say("未定の部分がある", "a part is left open")
	msgRelative   = say("文書の日付などから求めた", "counted from the date of the document or of the text before")
	msgCounted    = say("年を数え続ければ %s", "%s when the years are counted on")
	msgNote       = say("備考", "Remark")
)

// confidences are the marks of a succession that is not certain.
var confidences = map[parse.Confidence]text{
	parse.Likely:    say("［ほぼ確実］", "[likely]"),
	parse.Uncertain: say("［要確認］", "[to be checked]"),
}

var dateKinds = map[string]text{
	"date":       say("日付", "date"),
	"fiscalYear": say("年度", "fiscal year"),
	"range":      say("期間", "range"),
	"deadline":   say("期限", "deadline"),
}
