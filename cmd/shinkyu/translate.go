package main

import (
	"regexp"

	"shinkyu/parse/render/lang"
)

// A translation gives the Japanese of a message that a library wrote in
// English. What its pattern catches goes into the Japanese as $1, $2.
type translation struct {
	pattern  *regexp.Regexp
	japanese string
}

// translations are the messages of the readers, as users meet them. A message
// that is not here stays English: to say it is better than to hide it.
var translations = func() []translation {
	pairs := [][2]string{
		{`the file is empty`, `ファイルが空である`},
		{`give a document with text in it`, `文のある文書を指定する`},
		{`the file has (\d+) bytes, the limit is (\d+)`, `ファイルは $1 バイトあり、上限の $2 バイトを超える`},
		{`raise it with (--\S+)`, `$1 で上限を上げる`},
		{`no Japanese text was found in it`, `日本語の文が見つからない`},
		{`give a Japanese policy document, or name its kind with --as and its encoding with --encoding`, `日本語の政策文書を指定するか、--as で種類、--encoding で文字コードを指定する`},
		{`byte (0x[0-9A-F]+) at offset (\d+) is no (\S+)`, `$2 バイト目の $1 は $3 として読めない`},
		{`name the encoding with --encoding (\S+), or repair the file`, `--encoding $1 で文字コードを指定するか、ファイルを直す`},
		{`use one of (.+)`, `次のどれかを指定する：$1`},
		{`unknown encoding "(.*)"`, `「$1」という文字コードはない`},
		{`unknown kind "(.*)"`, `「$1」という種類はない`},
		{`it is no sound (\S+): (.+)`, `$1 として読めない：$2`},
		{`repair it, or name its kind with --as`, `ファイルを直すか、--as で種類を指定する`},
		{`it is (.+), which is not read`, `この形式（$1）は読めない`},
		{`save it as \.docx or PDF( without a password)?`, `.docx 又は PDF として（パスワードなしで）保存し直す`},
		{`read its text with OCR first`, `先に OCR で文字を読み取る`},
		{`unpack it first`, `先に展開する`},
		{`name a corpus with --db`, `コーパスは --db で指定する`},
	}
	out := make([]translation, len(pairs))
	for i, p := range pairs {
		out[i] = translation{regexp.MustCompile("^" + p[0] + "$"), p[1]}
	}
	return out
}()

// translate gives a library's message in the user's language.
func (l language) translate(s string) string {
	if l.Lang != lang.Japanese {
		return s
	}
	for _, t := range translations {
		if t.pattern.MatchString(s) {
			return t.pattern.ReplaceAllString(s, t.japanese)
		}
	}
	return s
}
