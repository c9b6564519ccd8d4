package main

// The messages of the commands on a corpus.
var (
	msgSomePaths             = msg("一つ以上のファイル又はフォルダー", "one file or folder or more")
	msgSomeIDs               = msg("一つ以上の文書の ID", "one id or more")
	msgNothing               = msg("何も指定しないこと", "no arguments")
	msgQuery                 = msg("検索する語", "a query")
	msgFiscalYearRemedy      = msg("2024 のように西暦で指定する", "give it as 2024")
	msgFailures              = msg("読めなかった文書が %d 件ある（上に示した）", "%d documents failed, as shown above")
	msgFailuresRemedy        = msg("直してからもう一度加える。他の文書は加えてある", "mend them and add them again; the others are in the corpus")
	msgNothingToSet          = msg("変えるものがない", "there is nothing to set")
	msgNothingToSetRemedy    = msg("--series 又は --fiscal-year を指定する", "give --series or --fiscal-year")
	msgDamaged               = msg("壊れたところが %d か所ある（上に示した）", "%d things are wrong, as shown above")
	msgDamagedRemedy         = msg("控えから戻すか、shinkyu corpus refresh --all で作り直す", "restore it from a copy, or try `shinkyu corpus refresh --all`")
	msgNoSeries              = msg("系列が指定されていない", "no series is named")
	msgNoSeriesRemedy        = msg("--series で指定する。名前は shinkyu corpus series で見る", "name one with --series; `shinkyu corpus series` shows them")
	msgNegative              = msg("--%s に負の数は指定できない", "--%s cannot be negative")
	msgNegativeRemedy        = msg("0 以上の数を指定する", "give 0 or more")
	msgSeriesAndIDs          = msg("--series と ID は同時に指定できない", "--series and ids exclude each other")
	msgSeriesAndIDsRemedy    = msg("一方だけを指定する", "give one of them")
	msgComparisonsForm       = msg("--comparisons は markdown と html に限る", "--comparisons goes with markdown and html only")
	msgComparisonsFormRemedy = msg("--format html を指定するか、-o に .html のファイルを指定する", "give --format html, or a file with -o that ends in .html")
	msgSideBySide            = msg("--old-first と --abridge は、--comparisons と html の報告に限る", "--old-first and --abridge are for --comparisons in html")
	msgSideBySideRemedy      = msg("--comparisons --format html を指定する", "give --comparisons --format html")
	msgInQuery               = msg("検索式「%s」", "query %q")
	msgInQueryAt             = msg("検索式「%[1]s」の %[2]d 字目", "query %[1]q at character %[2]d")
	msgJoined                = msg("%[1]s：%[2]s", "%[1]s: %[2]s")

	sayAdded     = say("追加 %d、新しい版 %d、既にある %d、対象外 %d、失敗 %d", "added %d, new versions %d, there already %d, passed over %d, failed %d")
	sayPassed    = say("%s: 加えない：%s", "%s: passed over: %s")
	sayLeft      = say("残り %s", "%s left")
	sayNear      = say("名前の近い系列がある：「%s」と「%s」。同じなら shinkyu corpus set で一つにする", "two series have near names: %s / %s; if they are one, join them with `shinkyu corpus set`")
	sayMoreNear  = say("他に %d 組ある。shinkyu corpus series で見る", "and %d pairs more; `shinkyu corpus series` shows them")
	saySound     = say("異常なし：文書 %d 件", "sound: %d documents")
	sayRefreshed = say("作り直し %d、失敗 %d", "refreshed %d, failed %d")
)

// The help of the flags.
var (
	helpCorpusDB         = say("コーパスのファイル", "file of the corpus")
	helpCorpusSeries     = say("加える文書の系列（既定：表題から決める）", "series of the documents (default: derived from their titles)")
	helpCorpusFiscalYear = say("加える文書の年度（既定：表題から決める）", "fiscal year of the documents (default: derived from their titles)")
	helpCorpusJobs       = say("並行して進める数（既定：CPU の数）", "how much is done at a time (default: the number of cores)")
	helpOfSeries         = say("系列の名前。他の系列と区別できるなら一部でよい", "name of the series, or a part of it that no other has")
	helpDrafts           = say("決定された版のある年の案も含める", "take in the drafts of years that have a decided text")
	helpComparisons      = say("一つ前の版との比較、語と引用の推移を加え、系列の報告を一つの文書にする（markdown、html）", "add each edition compared with the one before it, and terms and works through the editions: the report on a series in one document (markdown, html)")
	helpOldFirstSeries   = say("対照表の左に旧を置く（--comparisons の html）", "old text on the left of the tables (html with --comparisons)")
	helpAbridgeSeries    = say("対照表で、変わらない部分を略とする（--comparisons の html）", "passages that stayed as they were shown as omitted (html with --comparisons)")
	helpSetSeries        = say("文書の系列。空にすると表題から決める", "series of the documents; empty goes back to the derived one")
	helpSetFiscalYear    = say("文書の年度。0 にすると表題から決める", "fiscal year of the documents; 0 goes back to the derived one")
	helpRefreshAll       = say("古いものだけでなく、すべての文書を作り直す", "refresh every document, not only those of an older program")
	helpLimit            = say("示す件数。0 ですべて", "hits shown; 0 for all")
	helpOffset           = say("飛ばす件数", "hits passed over")
	helpAround           = say("前後に示す字数", "characters shown on either side")
	helpTerm             = say("数える語（くり返し指定できる）。長い複合語の中も数える（既定：増減の大きい語）", "term to count, also inside longer ones; may be repeated (default: those that changed most)")
	helpTermLimit        = say("示す語の数。0 ですべて", "terms shown; 0 for all")
	helpTermLeast        = say("全体でこれより少ない語は示さない", "terms with fewer occurrences in all are left out")
	helpInputDB          = say("コーパスのファイル。文書を ID（d12、前の版は d12@1）で指定できる", "file of a corpus, whose documents can be named by id (d12, an earlier version d12@1)")
)

// The help of the commands.
var (
	corpusShort = say("文書のコーパスを管理する", "Keep a collection of documents")
	corpusLong  = say(
		"コーパスは一つの SQLite ファイルで、文書の元のバイト列、構造、引用された法令と計画、語を収める。documents, sections, paragraphs, works, mentions, terms の各ビューは、どの SQLite の道具でも検索できる。",
		"A corpus is one SQLite file that holds the bytes of documents as they were given, their trees, the works that they cite and their words. Any SQLite tool can query its views documents, sections, paragraphs, works, mentions and terms.",
	)
	corpusExample = `  shinkyu corpus add --db policies.db documents/
  shinkyu corpus list --db policies.db
  shinkyu search --db policies.db サプライチェーン year:2020..
  shinkyu ledger --db policies.db --series 予算重点化方針 -o ledger.html`

	corpusAddShort = say("文書を加える", "Add documents")
	corpusAddLong  = say(
		"ファイルと、フォルダーの中の文書（下の階層も）を加える。同じ内容は二度加わらず、変わったファイルは文書の新しい版になる。読めない文書があっても残りを加え、最後に終了状態 2 で終わる。途中で止めても、もう一度実行すれば続きから始まる。",
		"Adds files, and the documents in folders and the folders in them. The same bytes are added once; a file that changed becomes a new version of its document. A document that cannot be read does not stop the rest; the exit status is 2 then. Stopped at any moment, the same command goes on where it stopped.",
	)
	corpusAddExample = `  shinkyu corpus add --db policies.db documents/ extra.pdf
  shinkyu corpus add --db policies.db plan.docx --series 基本計画 --fiscal-year 2024`

	corpusListShort = say("文書を一覧にする", "List the documents")
	corpusListLong  = say(
		"コーパスの文書を、加えた順に一覧にする。--series を付けると、その系列を版の順に。",
		"Lists the documents in the order in which they were added, or with --series the editions of a series in theirs.",
	)
	corpusListExample = `  shinkyu corpus list --db policies.db
  shinkyu corpus list --db policies.db --series 基本計画 --format json`

	corpusRemoveShort   = say("文書を取り除く", "Remove documents")
	corpusRemoveLong    = say("文書を、すべての版とともに取り除く。", "Takes documents out of the corpus, with all their versions.")
	corpusRemoveExample = `  shinkyu corpus remove --db policies.db d12 d13`

	corpusCheckShort = say("コーパスに異常がないか調べる", "Look for damage")
	corpusCheckLong  = say(
		"ファイル、索引、参照、収めたバイト列のチェックサム、文書ごとの解析結果を調べる。異常は一行に一つ示し、終了状態 2 で終わる。",
		"Checks the file, its index and references, the checksums of all stored bytes and that each document is whole. What is wrong is shown a line each, and the exit status is 2.",
	)
	corpusCheckExample = `  shinkyu corpus check --db policies.db`

	corpusRefreshShort = say("解析をやり直す", "Analyse documents anew")
	corpusRefreshLong  = say(
		"新しいプログラムで、収めたバイト列から解析をやり直す。新しい結果がそろうまで、前の結果が使われる。",
		"Analyses documents anew, from the bytes that are stored, where an older program did it. The old results stay in use until the new ones are whole.",
	)
	corpusRefreshExample = `  shinkyu corpus refresh --db policies.db`

	corpusSeriesShort = say("系列を一覧にする", "List the series")
	corpusSeriesLong  = say(
		"系列は、年度・版・案の印を除いた表題が同じ文書の集まり。名前の近い系列は示すだけで、勝手にまとめない。",
		"A series is the documents whose titles agree once fiscal year, edition, version and draft marks are masked. Series with near names are shown, and never merged by themselves.",
	)
	corpusSeriesExample = `  shinkyu corpus series --db policies.db`

	corpusSetShort   = say("文書の系列と年度を指定する", "Set the series and fiscal year of documents")
	corpusSetLong    = say("表題から決めた系列と年度を改める。", "Overrides what was derived from the titles.")
	corpusSetExample = `  shinkyu corpus set --db policies.db d12 --series 基本計画
  shinkyu corpus set --db policies.db d12 --fiscal-year 2024`

	corpusWorksShort = say("系列が引用する法令と計画の推移を示す", "Show the laws and plans cited through the editions")
	corpusWorksLong  = say(
		"法令・計画と版の表に、引用の回数、初出と最後、引用されなくなったもの、後継のものを示す。--series がなければコーパス全体について。",
		"A matrix of works and editions with the numbers of mentions, when each was first and last cited, and what took its place. Without --series it covers the corpus.",
	)
	corpusWorksExample = `  shinkyu corpus works --db policies.db --series 基本計画
  shinkyu corpus works --db policies.db --format csv --bom -o works.csv`

	searchShort = say("コーパスを検索する", "Search a corpus")
	searchLong  = say(
		"語（活用形・全角半角・かなの違いを問わない）、\"句\"、AND・OR・NOT、前方一致（セキュ*）で探す。series:名前、year:2018..2024、title:見出しの語 で絞る。該当した文書、節、行、頁と、前後の文を、関連の高い順に示す。",
		"Finds words (in any inflection, width and kana), \"phrases\", AND, OR, NOT and beginnings (セキュ*); series:NAME, year:2018..2024 and title:WORD narrow. Hits name document, section, lines and page, best first, with the words in their context.",
	)
	searchExample = `  shinkyu search --db policies.db 重要インフラ 人材
  shinkyu search --db policies.db '"官民連携" OR 国際連携 year:2020..'
  shinkyu search --db policies.db 'title:人材 NOT 大学' --format json`

	ledgerShort = say("系列の各領域の経過を示す", "Follow the areas of a series through its editions")
	ledgerLong  = say(
		"系列のすべての版を通して、各領域の新設・改訂・分割・統合・削除・復活を示す。html は領域ごとの帯の図と表。--comparisons を付けると、台帳に、各版と一つ前の版との対照表、語の推移、引用の推移を加えた一つの文書になり、台帳の印からその変化へ移れる。",
		"Follows each area of a series through all its editions: born, kept, reworded, split, merged, dropped, returned after a gap. html has a picture, one band for each area, and the table. With --comparisons the ledger is followed by each edition compared with the one before it, by terms and by works through the editions, in one document; each sign of the ledger leads to the change that it stands for.",
	)
	ledgerExample = `  shinkyu ledger --db policies.db --series 予算重点化方針
  shinkyu ledger --db policies.db --series 予算重点化方針 -o ledger.html
  shinkyu ledger --db policies.db --series 予算重点化方針 --comparisons -o report.html
  shinkyu ledger --db policies.db --series 予算重点化方針 --format csv --bom -o ledger.csv`

	termsShort = say("語の使われ方の推移を示す", "Count terms through the editions")
	termsLong  = say(
		"複合語の出現数を版ごとに数え、初出・最後・増減を示す。--series の版か、ID で指定した文書か、コーパス全体について。",
		"Counts compound terms in each edition, with first and last use and how far the use changed: of a series, of the documents named by id, or of the corpus.",
	)
	termsExample = `  shinkyu terms --db policies.db --series 予算重点化方針
  shinkyu terms --db policies.db --series 予算重点化方針 --term IoT --term SBOM
  shinkyu terms --db policies.db d1 d2 --format csv --bom -o terms.csv`
)
