package layout

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"shinkyu/parse/render/column"
)

// Visible gives s with every character that a format could not carry, or that
// could make a text look like another one, replaced by a sign that is seen:
//
//   - controls but tab and line feed, noncharacters, line and paragraph
//     separators and invisible format characters, the direction overrides among
//     them, by their code point in ⟨⟩: ⟨U+0000⟩, which XML 1.0 has no way to
//     write, ⟨U+202E⟩;
//   - bytes that are no UTF-8 by ⟨FF⟩.
//
// Nothing is dropped. Joiners, soft hyphens and variation selectors stay, since
// they shape text and cannot reorder it.
func Visible(s string) string {
	if !strings.ContainsFunc(s, hidden) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && n == 1: // a bad byte
			fmt.Fprintf(&b, "⟨%02X⟩", s[i])
		case !hidden(r), r == utf8.RuneError:
			b.WriteString(s[i : i+n])
		default:
			b.WriteString(column.Name(r))
		}
		i += n
	}
	return b.String()
}

// hidden reports whether a rune is replaced. U+FFFD is looked at closer, since
// it also stands for a bad byte.
func hidden(r rune) bool {
	switch r {
	case '\t', '\n':
		return false
	case '\u00AD', '\u200B', '\u200C', '\u200D', '\u2060':
		return false
	case '\u2028', '\u2029', utf8.RuneError:
		return true
	}
	return unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Noncharacter_Code_Point, r)
}
