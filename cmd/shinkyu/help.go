package main

import "strings"

// The help of the flags.
var (
	helpLang    = say("見出しとメッセージの言語（既定：LC_ALL, LC_MESSAGES, LANG による）", "language of headings and messages (default: by LC_ALL, LC_MESSAGES, LANG)")
	helpHelp    = say("使い方を示す", "show this help")
	helpVersion = say("版を示す", "show the version")

	helpFormat = say("出力の形式：%[1]s（既定：%[2]s）", "form of the output: %[1]s (default: %[2]s)")
	helpOutput = say("出力先のファイル。すべて書けたときだけ置き換える", "file to write to; it is replaced whole or not at all")
	helpBOM    = say("CSV の先頭に BOM を付ける（Excel で開くため）", "begin CSV with a byte order mark, so that Excel takes it for UTF-8")

	helpAs         = say("文書の種類：text|markdown|html|docx|pdf|egov-xml（既定：内容から判断）", "kind of the documents: text|markdown|html|docx|pdf|egov-xml (default: told from the content)")
	helpEncoding   = say("文字コード：utf-8|shift_jis|euc-jp|iso-2022-jp|utf-16（既定：内容から判断）", "encoding of text: utf-8|shift_jis|euc-jp|iso-2022-jp|utf-16 (default: told from the content)")
	helpPassword   = say("PDF のパスワード", "password of an encrypted PDF")
	helpRevisions  = say("Word の変更履歴の扱い：accepted|original|final（既定：accepted）", "tracked changes of a Word file: accepted|original|final (default: accepted)")
	helpMaxBytes   = say("入力の大きさの上限（バイト）", "largest input, in bytes")
	helpMaxLines   = say("テキストの行数の上限", "most lines of a text")
	helpMaxPages   = say("PDF の頁数の上限", "most pages of a PDF")
	helpMaxSeconds = say("PDF の読み取りにかける時間の上限（秒）", "longest time for reading a PDF, in seconds")
	helpMaxMemory  = say("PDF の読み取りと、Word・HTML・XML の木に使う記憶の上限（バイト）", "most memory for reading a PDF and for the tree of Word, HTML and XML, in bytes")
	helpMaxDepth   = say("XML・HTML の入れ子の深さの上限（HTML は 512 まで、Markdown はその 4 分の 1）", "deepest nesting of XML and HTML (of HTML 512 at most, of Markdown a quarter of it)")
	helpMaxEntries = say("Word のファイルが含むファイル数の上限", "most entries in the zip archive that a Word file is")
	helpMaxRatio   = say("Word のファイルの展開後の大きさの、展開前に対する倍率の上限", "how many times its size a part of a Word file may unpack to")

	helpExplain = say("原文の各行について、何と見なしたか、なぜかを示す", "tell of each line of the source what it was taken for, and why")

	helpLaws    = say("e-Gov の法令一覧（CSV）。法令名を確かめ、法令 ID とリンクを付ける", "e-Gov's list of laws (CSV), to confirm titles and give ids and links")
	helpContext = say("引用を含む文と、前後 N 文を示す", "show the sentence around each mention, and N sentences on either side")

	helpExitCode   = say("違いがあれば終了状態を 1 とする", "exit with 1 where the documents differ")
	helpMechanical = say("表記だけの違いも、数だけでなくその場所に示す", "show mechanical differences where they stand, not only their counts")
	helpDecisions  = say("対応についての判断のファイル（YAML）", "file of a reviewer's decisions on correspondences (YAML)")
	helpPropose    = say("要確認の対応を書き出す判断のファイル（YAML）", "write a file of decisions to fill in, with the uncertain pairs (YAML)")
	helpTerms      = say("辞書にない語のファイル（一行に一語）", "file of terms that the dictionary cuts wrongly, one a line")
	helpLadder     = say("義務づけの強さの表を置き換えるファイル（一行に段と動詞：5 実施する）", "file that replaces the table of commitment, a rung and a verb a line (5 実施する)")
	helpRedline    = say("Word の変更履歴として出力する（--format docx と共に）", "write tracked changes (with --format docx)")
	helpOldFirst   = say("対照表で改正前を左に置く", "put the old text on the left, in forms with both side by side")
	helpNewFirst   = say("対照表で改正後を左に置く（既定）", "put the new text on the left (default)")
	helpAbridge    = say("対照表で変わらない段落を（略）とする", "leave out paragraphs that did not change, in forms with both side by side")
	helpColor      = say("端末での色：auto|always|never", "colour on a terminal: auto|always|never")
	helpStatuses   = say(
		"終了状態：0 は終了、2 は問題あり（誤った指定、読めない入力、文がない）。",
		"Exit status: 0 done; 2 trouble (a bad flag, an input that cannot be read or decoded, no text found).",
	)
)

var (
	rootShort = say("日本の政策文書の新旧を比べる", "Compare editions of Japanese policy documents")
	rootLong  = say(
		"shinkyu（新旧）は、日本の政策文書を読み、節の構造を取り出し、引用する法令と計画を一覧にし、二つの版の間で何が変わったかを報告する。\n"+
			"入力はファイル又は -（標準入力）。結果だけを標準出力に、その他のことは標準エラー出力に書く。",
		"shinkyu (新旧) reads Japanese policy documents: it finds their sections, lists the laws and plans that they cite, and reports what changed between two editions.\n"+
			"Inputs are files or - (standard input). Standard output carries the result and nothing else.",
	)
	rootExample = `  shinkyu diff fy2020.txt fy2024.txt
  shinkyu parse fy2024.txt --format outline
  shinkyu cite fy2020.txt fy2024.txt --format markdown`

	helpShort       = say("命令の使い方を示す", "Show help on a command")
	completionShort = say("シェルの補完を出力する", "Print completion for a shell")

	parseShort = say("文書の構造を示す", "Show the section tree of a document")
	parseLong  = say(
		"文書を読み、表題・年度・日付・主体と、節・項目・段落・表・注の構造を示す。\n"+
			"json は何も落とさない。outline は一行に一つの見出し。markdown は本文だけを、一行に一段落で。\n"+
			"--explain は、各行をなぜ見出し・折返し・新しい段落・頁の飾りと見なしたかを示す。",
		"Reads a document and shows its title, fiscal year, date and issuer, and the tree of its sections, items, paragraphs, tables and notes.\n"+
			"json leaves nothing out; outline is a section a line; markdown is the text without page furniture, a paragraph a line.\n"+
			"--explain tells of each line why it was taken for a heading, a wrap, a new paragraph or page furniture.",
	)
	parseExample = `  shinkyu parse fy2024.txt
  shinkyu parse fy2024.txt --format outline
  shinkyu parse fy2020.txt --explain | less
  cat fy2024.txt | shinkyu parse - --format markdown -o fy2024.md`

	citeShort = say("引用された法令と計画を一覧にする", "List the laws and plans that documents cite")
	citeLong  = say(
		"文書が引用する法令と計画（戦略・方針・指針・基準等）を、略称（以下「戦略」という。）や同法・同計画による言及も含めて見つけ、頁と行を付けて一覧にする。\n"+
			"複数の文書を与えると一つの索引にまとめる。csv は一行に一つの引用、matrix は法令・計画と文書の表、csl-json は文献管理ソフト（Zotero 等）のための形式。",
		"Finds the laws and plans (strategies, policies, guidelines, standards) that documents cite, with later mentions by short name (以下「戦略」という。) or as 同法 and 同計画, each with page and lines.\n"+
			"Several documents give one index. csv has one row a mention, matrix is works by documents, csl-json is for a reference manager such as Zotero.",
	)
	citeExample = `  shinkyu cite fy2020.txt
  shinkyu cite fy2020.txt fy2024.txt --format markdown --context 0
  shinkyu cite fy2020.txt fy2024.txt --format csv --bom -o citations.csv
  shinkyu cite fy2024.txt --laws all_law_list.csv`

	datesShort = say("日付・年度・期間・期限を一覧にする", "List dates, fiscal years, ranges and deadlines")
	datesLong  = say(
		"文書にある日付・年度・期間・期限を、その値（EDTF）と頁・行を付けて一覧にする。昨年12月 などは文書の日付から求める。暦にない日付は書かれたまま示し、そのことを記す。",
		"Lists every date, fiscal year, range and deadline with its value as EDTF and its page and lines. 昨年12月 and its like are resolved against the document's date. A date that the calendar does not have is kept as written and said to be none.",
	)
	datesExample = `  shinkyu dates fy2024.txt
  shinkyu dates fy2020.txt fy2024.txt --format markdown
  shinkyu dates fy2024.txt --format csv --bom -o dates.csv`

	cacheShort = say("辞書などの控えの場所を示し、消す", "Show or clear what is kept to start faster")
	cacheLong  = say(
		"語の辞書と PDF の読み取り器は、最初に使うとき数秒かけて用意し、次からのために控えを置く。コーパスの文書どうしの比較と変遷表も、一度作れば控えておく（256 MB まで、古いものから消える）。置く場所は SHINKYU_CACHE で変えられ、off とすると置かない。",
		"The dictionary and the PDF reader take up to some seconds to prepare when they are first used, and are kept for the next time. So are comparisons of documents of a corpus and ledgers, once they were made (up to 256 MB; those unused for longest go first). SHINKYU_CACHE names another folder for them; with \"off\" nothing is kept.",
	)
	cachePathShort  = say("控えを置くフォルダーを示す", "Show the folder")
	cacheClearShort = say("控えを消す", "Remove what is kept")
	cacheExample    = `  shinkyu cache path
  shinkyu cache clear
  SHINKYU_CACHE=off shinkyu diff fy2020.txt fy2024.txt`

	diffShort = say("二つの版を比べる", "Compare two editions")
	diffLong  = say(
		"旧と新の文書を比べ、どの領域がなくなり、入り、書き改められ、分かれ、まとまり、移ったか、どの語・法令・計画が増減したかを報告する。\n"+
			"形式を指定しなければ、端末には短い形（term）、それ以外には Markdown の報告を書く。",
		"Compares an old and a new edition: which areas went out, came in, were reworded, split, merged or moved, which terms, laws and plans came and went.\n"+
			"Where no format is named, a terminal gets a short form (term), and a pipe or file the Markdown report.",
	)
	diffStatuses = say(
		"--exit-code を付けると、違いがあれば 1 で終わる。",
		"With --exit-code it exits with 1 where the documents differ.",
	)
	diffDecisions = say(
		"判断のファイルは YAML で、領域を経路と見出しで示す（どちらか一方でもよい）。合わなくなった判断は、適用せずに知らせる。\n"+decisionsExample,
		"A file of decisions is YAML and names areas by path and title, or either. A decision that no longer fits is reported and not applied.\n"+decisionsExample,
	)
	diffExample = `  shinkyu diff fy2020.txt fy2024.txt
  shinkyu diff fy2020.txt fy2024.txt --lang ja -o report.md
  shinkyu diff fy2020.txt fy2024.txt --format csv --bom -o areas.csv
  shinkyu diff fy2020.txt fy2024.txt --lang ja -o taishohyo.docx
  shinkyu diff fy2020.txt fy2024.txt --redline -o redline.docx
  shinkyu diff fy2020.txt fy2024.txt --propose decisions.yaml
  shinkyu diff fy2020.txt fy2024.txt --decisions decisions.yaml`
)

const decisionsExample = `
  pin:                       # 対応する / these are the same
    - old: {path: 2/2, title: 人材の育成}
      new: {path: 3/1}
      note: 所管課に確認
  forbid:                    # 対応しない / these are not
    - old: 研究の推進
      new: 技術の開発
  split:                     # 一つが複数に / one became several
    - old: {title: 国際協力}
      new: [{path: 5}, {path: 6}]
  merge:                     # 複数が一つに / several became one
    - old: [{path: "1"}, {path: "2"}]
      new: {path: "1"}`

// usageTemplate is cobra's, with its headings in the user's language.
var usageTemplate = say(usage("使い方", "例", "命令", "指定", "共通の指定", "命令の使い方は「%s」で見られる。"),
	usage("Usage", "Examples", "Commands", "Flags", "Global flags", "See \"%s\" for help on a command."))

func usage(use, examples, commands, flags, global, more string) string {
	return use + `:
  {{.UseLine}}{{if .HasAvailableSubCommands}}
  {{.CommandPath}} [command]{{end}}{{if .HasExample}}

` + examples + `:
{{.Example}}{{end}}{{if .HasAvailableSubCommands}}

` + commands + `:{{range .Commands}}{{if (or .IsAvailableCommand (eq .Name "help"))}}
  {{rpad .Name .NamePadding }} {{.Short}}{{end}}{{end}}{{end}}{{if .HasAvailableLocalFlags}}

` + flags + `:
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableInheritedFlags}}

` + global + `:
{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableSubCommands}}

` + strings.Replace(more, "%s", "{{.CommandPath}} [command] --help", 1) + `{{end}}
`
}
