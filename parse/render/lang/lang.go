// Package lang holds the languages of headings and messages, and how the
// user's choice is found. The text of a document is never translated.
package lang

import (
	"fmt"
	"strings"
)

// A Lang is a language of headings and messages.
type Lang string

// The languages.
const (
	Japanese Lang = "ja"
	English  Lang = "en"
)

// Parse reads the value of --lang.
func Parse(s string) (Lang, error) {
	switch l := Lang(s); l {
	case Japanese, English:
		return l, nil
	}
	return "", fmt.Errorf("unknown language %q", s)
}

// FromEnv gives the language of the locale, as POSIX orders its variables:
// the first of LC_ALL, LC_MESSAGES and LANG that is not empty decides. ja*
// gives Japanese, all else English.
func FromEnv(getenv func(string) string) Lang {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := getenv(name); v != "" {
			if strings.HasPrefix(v, "ja") {
				return Japanese
			}
			return English
		}
	}
	return English
}

// A Text is a message in both languages.
type Text struct{ JA, EN string }

// In gives the message in language l.
func (t Text) In(l Lang) string {
	if l == Japanese {
		return t.JA
	}
	return t.EN
}

// Format gives the message in language l with args put in as by
// [fmt.Sprintf]. The two forms may order them by index: %[2]s.
func (t Text) Format(l Lang, args ...any) string {
	return fmt.Sprintf(t.In(l), args...)
}
