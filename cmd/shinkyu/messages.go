package main

import (
	"shinkyu/parse/render/lang"
)

// say gives a message in both languages.
func say(ja, en string) lang.Text { return lang.Text{JA: ja, EN: en} }

// msg gives a message that may take arguments.
func msg(ja, en string) message { return message{text: say(ja, en)} }

// What can go wrong, and what to do about it.
var (
	msgInterrupted = msg("中断された", "interrupted")
	msgWarning     = say("警告：%s", "warning: %s")
	msgSeeHelp     = msg("「%s --help」を見る", "see '%s --help'")
	msgNoCommand   = msg("「%s」という命令はない", "there is no command %q")

	msgArguments = msg("%[1]s には%[2]sを指定する（指定は %[3]d 個）", "%[1]s takes %[2]s, not %[3]d")
	msgOneFile   = msg("一つの文書", "one file")
	msgSomeFiles = msg("一つ以上の文書", "one file or more")
	msgNoFiles   = msg("%s は文書を取らない", "%s takes no files")
	msgTwoFiles  = msg("旧と新の二つの文書", "two files, the old and the new edition")

	msgBadValue       = msg("--%[1]s に「%[2]s」は指定できない", "--%[1]s cannot be %[2]q")
	msgBadValueRemedy = msg("次のどれかを指定する：%s", "use one of %s")
	msgNoSuchLang     = msg("「%s」という言語はない", "there is no language %q")
	msgLangRemedy     = msg("ja 又は en を指定する", "use ja or en")

	msgNoFile             = msg("ファイルがない", "there is no such file")
	msgNoFileRemedy       = msg("名前と、今いるフォルダーを確かめる", "check its name and the folder that you are in")
	msgFolder             = msg("これはフォルダーである", "this is a folder")
	msgFolderRemedy       = msg("中のファイルを一つ指定する", "name one file in it")
	msgNoPermission       = msg("読む権限がない", "you may not read it")
	msgNoPermissionRemedy = msg("ファイルの権限を確かめる", "check the file's permissions")
	msgReadRemedy         = msg("ファイルを開けるか確かめる", "check that the file can be opened")
	msgStdinTwice         = msg("標準入力は一度しか読めない", "standard input can be read only once")
	msgStdinTwiceRemedy   = msg("どちらかをファイルで指定する", "give one of the two as a file")

	msgProposeThere       = msg("ファイルが既にある", "it is there already")
	msgProposeThereRemedy = msg("判断を失わないよう、--propose に別の名前を指定する", "give --propose another name, so that no decision in it is lost")

	msgNoCache       = msg("控えを置かない設定である", "nothing is kept")
	msgNoCacheRemedy = msg("SHINKYU_CACHE にフォルダーを指定する", "name a folder with SHINKYU_CACHE")
	msgLadder        = msg("義務づけの強さの表を読めない（%s）", "it is no table of commitment (%s)")
	msgLadderRemedy  = msg("一行に段と動詞を書く：5 実施する", "write a rung and a verb a line, as in: 5 実施する")

	msgOutIsInput        = msg("出力先が入力のファイルと同じである", "this is one of the inputs")
	msgOutIsInputRemedy  = msg("-o に別の名前を指定する", "give -o another name")
	msgRedlineForm       = msg("変更履歴（--redline）は Word の形式だけにある", "tracked changes (--redline) exist in Word files only")
	msgRedlineFormRemedy = msg("--format docx を指定する", "add --format docx")
	msgBothFirst         = msg("--old-first と --new-first は同時に指定できない", "--old-first and --new-first exclude each other")
	msgBothFirstRemedy   = msg("一方だけを指定する", "give one of them")
	msgBinary            = msg("%s は端末に表示できない", "a terminal cannot show %s")
	msgBinaryRemedy      = msg("-o に「.%s」で終わるファイル名を指定する", "give -o the name of a .%s file")
	msgOutFolder         = msg("出力先がフォルダーである", "this is a folder")
	msgOutFolderRemedy   = msg("-o にその中のファイル名を指定する", "give -o the name of a file in it")
	msgNoFolder          = msg("出力先のフォルダーがない", "its folder does not exist")
	msgNoFolderRemedy    = msg("フォルダーを作るか、-o に別の名前を指定する", "make the folder, or give -o another name")
	msgCannotWrite       = msg("書き込む権限がない", "you may not write there")
	msgStdout            = msg("標準出力に書き込めない（%s）", "standard output cannot be written (%s)")
	msgStdoutRemedy      = msg("空きを作るか、-o に別の場所を指定する", "make room, or give -o another place")
	msgCannotWriteRemedy = msg("-o に別の場所を指定する", "give -o another place")
)
