package main

import (
	"strings"

	"shinkyu/parse/render/lang"
)

// A language is that of headings and messages.
type language struct{ lang.Lang }

// say gives a message.
func (l language) say(m lang.Text, args ...any) string {
	if len(args) == 0 {
		return m.In(l.Lang)
	}
	return m.Format(l.Lang, args...)
}

// chooseLanguage looks for --lang before the flags are parsed, because the
// help and the errors of parsing them are in that language too. A value that
// is none is left for the parser to refuse.
func chooseLanguage(args []string, getenv func(string) string) language {
	for i, arg := range args {
		value, found := strings.CutPrefix(arg, "--lang=")
		if arg == "--lang" && i+1 < len(args) {
			value, found = args[i+1], true
		}
		if l, err := lang.Parse(value); found && err == nil {
			return language{l}
		}
	}
	return language{lang.FromEnv(getenv)}
}

// langFlag is the value of --lang; the choice itself was made before.
type langFlag struct{ value string }

func (f *langFlag) String() string { return f.value }

func (f *langFlag) Type() string { return "ja|en" }

func (f *langFlag) Set(s string) error {
	_, err := lang.Parse(s)
	if err != nil {
		return trouble{Msg: msgNoSuchLang.with(s), Remedy: msgLangRemedy}
	}
	f.value = s
	return nil
}
