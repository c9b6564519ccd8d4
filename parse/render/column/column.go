// Package column measures and cuts text in the columns of a terminal, where a
// kanji or kana takes two.
package column

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// OfRune is the number of columns that r takes: 0 for combining and invisible
// characters, 2 for wide ones. Characters of ambiguous width in the sense of
// Unicode's annex 11 (①, Ⅱ, …) count as 2: a line may then come out shorter
// than it might be, but never runs over, whatever the terminal makes of them.
func OfRune(r rune) int {
	if r < 0x7f {
		return 1
	}
	if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth, width.EastAsianAmbiguous:
		return 2
	}
	return 1
}

// Of is the number of columns that s takes.
func Of(s string) int {
	n := 0
	for _, r := range s {
		n += OfRune(r)
	}
	return n
}

// Pad appends spaces to s up to n columns.
func Pad(s string, n int) string {
	return s + strings.Repeat(" ", max(n-Of(s), 0))
}

// Truncate gives s where it fits into n columns, and else as much of its
// beginning as fits with an ellipsis after it.
func Truncate(s string, n int) string {
	if Of(s) <= n {
		return s
	}
	at := 0
	for i, r := range s {
		w := OfRune(r)
		if at+w > n-2 {
			return s[:i] + "…"
		}
		at += w
	}
	return s
}

// Head gives the first n characters of s with an ellipsis where there are
// more.
func Head(s string, n int) string {
	i := 0
	for at := range s {
		if i == n {
			return s[:at] + "…"
		}
		i++
	}
	return s
}

// Hidden reports whether r would act on the text around it without being seen:
// control characters, and all marks that turn the direction of writing (the
// property Bidi_Control of Unicode). On a terminal or in a report they could
// make a document say what it does not.
func Hidden(r rune) bool {
	return unicode.IsControl(r) || r == utf8.RuneError || unicode.Is(unicode.Bidi_Control, r)
}

// Name shows a hidden character: ⟨U+001B⟩.
func Name(r rune) string { return fmt.Sprintf("⟨U+%04X⟩", r) }

// Visible gives s with the hidden characters shown by name, tabs and line
// breaks as spaces.
func Visible(s string) string {
	if !strings.ContainsFunc(s, Hidden) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '\t' || r == '\n' || r == '\r' || r == '\f':
			b.WriteByte(' ')
		case Hidden(r):
			b.WriteString(Name(r))
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
