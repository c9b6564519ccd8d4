package main

import "shinkyu/parse/render/lang"

// translations are the messages of the readers, as users meet them.
var translations = lang.NewCatalogue([][2]string{
	{`the file is empty`, `ファイルが空である`},
	{`give a document with text in it`, `文のある文書を指定する`},
	{`the file has (\d+) bytes, the limit is (\d+)`, `ファイルは {1} バイトあり、上限の {2} バイトを超える`},
	{`raise it with (\S+)`, `{1} で上限を上げる`},
	{`no Japanese text was found in it`, `日本語の文が見つからない`},
	{`give a Japanese policy document, or name its kind with --as and its encoding with --encoding`, `日本語の政策文書を指定するか、--as で種類、--encoding で文字コードを指定する`},
	{`byte (0x[0-9A-F]+) at offset (\d+) is no (\S+)`, `{2} バイト目の {1} は {3} として読めない`},
	{`name the encoding with --encoding (\S+), or repair the file`, `--encoding {1} で文字コードを指定するか、ファイルを直す`},
	{`use one of (.+)`, `次のどれかを指定する：{1}`},
	{`unknown encoding "(.*)"`, `「{1}」という文字コードはない`},
	{`unknown kind "(.*)"`, `「{1}」という種類はない`},
	{`it is no sound (\S+): (.+)`, `{1} として読めない：{2}`},
	{`repair it, or name its kind with --as`, `ファイルを直すか、--as で種類を指定する`},
	{`it is (.+), which is not read`, `この形式（{1}）は読めない`},
	{`save it as \.docx or PDF`, `.docx 又は PDF として保存し直す`},
	{`save it as \.docx or PDF without a password`, `パスワードなしで .docx 又は PDF として保存し直す`},
	{`none of its pages shows anything`, `どの頁にも何も示されていない`},
	{`it has no text layer: (.+) show images only`, `文字の層がない：{1!} は画像だけである`},
	{`pages? (\d.*)`, `{1} 頁`},
	{`make a text layer with OCR first`, `先に OCR で文字の層を作る`},
	{`reading it failed: (.+)`, `読み取りに失敗した：{1}`},
	{`report this with the file, and add the rest without it`, `ファイルとともに報告し、残りはこのファイルを除いて加える`},
	{`read its text with OCR first`, `先に OCR で文字を読み取る`},
	{`unpack it first`, `先に展開する`},
	{`this is no YAML: (.+)`, `YAML として読めない：{1}`},
	{`see shinkyu help diff for an example`, `書き方は shinkyu help diff の例を見る`},
	{`unknown key (".*")`, `{1} という項目はない`},
	{`use pin, forbid, split, merge or note`, `pin, forbid, split, merge, note のどれかを使う`},
	{`use old, new or note`, `old, new, note のどれかを使う`},
	{`name a unit by path and title`, `領域は path と title で示す`},
	{`(\S+) is no list`, `{1} が一覧になっていない`},
	{`begin each decision with -`, `判断を一つずつ - で始める`},
	{`.+ is no mapping`, `項目と値の組になっていない`},
	{`write it as key: value`, `項目: 値 の形で書く`},
	{`(pin|forbid) needs one old unit and one new one`, `{1} には旧と新の領域を一つずつ示す`},
	{`split needs one old unit and two new ones or more`, `split には旧の領域を一つ、新の領域を二つ以上示す`},
	{`merge needs two old units or more and one new one`, `merge には旧の領域を二つ以上、新の領域を一つ示す`},
	{`note needs an old or a new unit, and a note`, `note には旧か新の領域を一つと、注記を書く`},
	{`no unit is named`, `領域が示されていない`},
	{`give its title or \{path: …, title: …\}`, `見出し、又は {path: …, title: …} を書く`},
	{`this is no regular file`, `通常のファイルではない`},
	{`copy it to a file first`, `先にファイルに写す`},
	{`name a corpus with --db`, `コーパスは --db で指定する`},
})

// translate gives a library's message in the user's language.
func (l language) translate(s string) string { return translations.In(l.Lang, s) }
