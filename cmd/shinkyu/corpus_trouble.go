package main

import (
	"errors"
	"io/fs"

	"shinkyu/corpus/query"
	"shinkyu/corpus/store"
	"shinkyu/parse/render/lang"
	"shinkyu/parse/source"
)

func asTrouble(err error, t *trouble) bool { return errors.As(err, t) }

// corpusTrouble gives an error about a corpus or a query in the user's
// language; another one stays as it is.
func (a *app) corpusTrouble(err error) error {
	var s *store.Error
	var q *query.Error
	switch {
	case errors.As(err, &s):
		return trouble{File: s.File, Msg: corpusMessage(s.Msg), Remedy: corpusMessage(s.Remedy)}
	case errors.As(err, &q):
		at := msgInQuery.with(q.Query)
		if q.Column > 0 {
			at = msgInQueryAt.with(q.Query, q.Column)
		}
		return trouble{Msg: msgJoined.with(at, corpusMessage(q.Msg)), Remedy: corpusMessage(q.Remedy)}
	}
	return err
}

// pathTrouble says why a file was not added.
func (a *app) pathTrouble(path string, err error) error {
	var s *source.Error
	var p *fs.PathError
	switch {
	case errors.As(err, &s):
		return s
	case errors.As(err, &p):
		return fileTrouble(path, err)
	}
	return a.corpusTrouble(err)
}

// sentenceOf gives the reason why a file was passed over, without its name.
func (a *app) sentenceOf(err error, _ string) string {
	var s *source.Error
	if errors.As(err, &s) {
		return a.translate(s.Msg)
	}
	return corpusMessage(err.Error()).in(a.Lang)
}

// corpusTranslations are the messages of package corpus, as users meet them.
var corpusTranslations = lang.NewCatalogue([][2]string{
	{`there is no such corpus`, `コーパスがない`},
	{"make one with `(.+)`", "「{1}」で作る"},
	{`this is a folder`, `これはフォルダーである`},
	{`name a file with --db`, `--db でファイルを指定する`},
	{`the file is empty`, `ファイルが空である`},
	{"add (?:documents|some) with `(.+)`", "「{1}」で文書を加える"},
	{`this SQLite file is no corpus of shinkyu`, `これは shinkyu のコーパスではない SQLite ファイルである`},
	{`name another file with --db`, `--db で別のファイルを指定する`},
	{`the corpus has format (\d+) and this program knows formats up to (\d+)`, `コーパスの形式は {1} で、このプログラムは {2} までしか読めない`},
	{`use a newer shinkyu`, `新しい shinkyu を使う`},
	{`the corpus has the old format (\d+)`, `コーパスの形式 {1} は古い`},
	{"bring it up to date with `(.+)`", "「{1}」で新しくする"},
	{`the disk is full`, `ディスクに空きがない`},
	{`make room and give the command again: it goes on where it stopped`, `空きを作ってもう一度実行する。続きから始まる`},
	{`the corpus cannot be written`, `コーパスに書き込めない`},
	{`check the permissions of the file and its folder`, `ファイルとフォルダーの権限を確かめる`},
	{`the corpus cannot be opened`, `コーパスを開けない`},
	{`check the path and its permissions`, `場所と権限を確かめる`},
	{`the disk gave an error`, `ディスクの読み書きに失敗した`},
	{`check the disk and its free space`, `ディスクと空きを確かめる`},
	{`the file is no SQLite file`, `SQLite ファイルではない`},
	{`the corpus is damaged`, `コーパスが壊れている`},
	{"restore it from a copy, or make it anew with `(.+)`", "控えから戻すか、「{1}」で作り直す"},
	{`another program is using the corpus`, `他のプログラムがコーパスを使っている`},
	{`another program holds the corpus(.*)`, `他のプログラムがコーパスを使っている{1}`},
	{`try again when it is done`, `終わってからもう一度実行する`},
	{`there is no document (.+)`, `「{1}」という文書はない`},
	{"`(.+)` shows the ids", "「{1}」で ID を見る"},
	{`there is no series (.+)`, `{1}という系列はない`},
	{"`(.+)` shows their names", "「{1}」で名前を見る"},
	{`several series have (.+) in their names: (.+)`, `{1}を名前に含む系列がいくつもある：{2}`},
	{`series:(.+) stands for (\d+) series`, `series:{1} に当たる系列が {2} もある`},
	{`give more of the name`, `名前をもっと長く指定する`},
	{`the series (.+) has one edition only`, `系列{1}には版が一つしかない`},
	{"add its other editions, or give them to this series with `(.+)`", "他の版を加えるか、「{1}」でこの系列に入れる"},
	{`the corpus has no documents`, `コーパスに文書がない`},
	{`what is stored of (\S+) cannot be read: (.+)`, `{1} の解析結果を読めない：{2}`},
	{"make it anew with `(.+)`", "「{1}」で作り直す"},
	{`this is no document`, `文書ではない`},
	{`this is no regular file`, `通常のファイルではない`},
	{`it is longer than (\d+) characters`, `{1} 字を超える`},
	{`look for fewer words`, `語を減らす`},
	{`there are more than (\d+) words`, `語が {1} を超える`},
	{`a bracket is closed that was not opened`, `開いていない括弧が閉じている`},
	{`take it away, or put the text in quotes`, `取り除くか、引用符で囲む`},
	{`there is nothing to look for`, `探すものがない`},
	{`give a word, or a "phrase"`, `語か "句" を指定する`},
	{`the brackets are nested too deep`, `括弧の入れ子が深すぎる`},
	{`nest them less than (\d+) deep`, `{1} 重より浅くする`},
	{`NOT has nothing to take away from`, `NOT で除く元がない`},
	{`give a word that is to be found`, `探す語を指定する`},
	{`the bracket is not closed`, `括弧が閉じていない`},
	{`close it, or put the text in quotes`, `閉じるか、引用符で囲む`},
	{`(\S+) has no value`, `{1} に値がない`},
	{`write it right behind the colon`, `コロンのすぐ後に書く`},
	{`this is no year: (.*)`, `年ではない：{1}`},
	{`write (year:\S+), (\S+) or (\S+)`, `{1}、{2}、{3} のように書く`},
	{`there is no word in it`, `語がない`},
	{`signs alone cannot be looked for; give a word`, `記号だけでは探せない。語を指定する`},
})

// corpusMessage is a message of package corpus in both languages; one that is
// not in the list stays English.
func corpusMessage(s string) message {
	return message{text: lang.Text{JA: corpusTranslations.In(lang.Japanese, s), EN: s}}
}
