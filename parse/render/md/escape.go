// Package md writes GitHub-flavoured Markdown out of text that may hold
// anything: whatever a document says, it is shown as written and never becomes
// markup, HTML, a link, a formula, an emoji or another line.
//
// Emphasis is never written with asterisks: the flanking rules of CommonMark
// break them beside 「 」 （ ）.
package md

import (
	"strings"

	"shinkyu/parse/render/column"
)

// Text escapes s for any place of a paragraph, the beginning included. Line
// breaks become spaces: what should stand on lines of its own is written as
// paragraphs of its own.
func Text(s string) string { return escape(strings.Join(split(s), " "), true) }

// Inline escapes s for a place that is not the beginning of a paragraph, where
// 1. and - begin no list.
func Inline(s string) string { return escape(strings.Join(split(s), " "), false) }

// Cell escapes s for a cell of a table, in which nothing begins a list either.
// Line breaks become <br>.
func Cell(s string) string {
	parts := split(s)
	for i, p := range parts {
		parts[i] = escape(p, false)
	}
	return strings.Join(parts, "<br>")
}

// split cuts s at its line breaks.
func split(s string) []string {
	return strings.Split(newlines.Replace(s), "\n")
}

var newlines = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n")

// escape escapes one line; atStart is true where it may begin a paragraph.
func escape(s string, atStart bool) string {
	var b strings.Builder
	b.Grow(len(s) + len(s)/8)
	signs := atStart // still nothing but signs that may open a block
	for i, r := range s {
		opening := signs && strings.ContainsRune("-+=", r)
		signs = signs && (opening || r == ' ')
		switch {
		case r != '\t' && column.Hidden(r):
			b.WriteString(column.Name(r))
		case r == '|':
			b.WriteString("&#124;") // an entity ends no cell; \| would only inside tables
		case r == '&':
			b.WriteString("&amp;")
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '\t':
			b.WriteString("&#9;")
		case r == ' ' && edge(s, i):
			b.WriteString("&#32;")
		case special(s, i, r) || opening || atStart && numbers(s, i, r):
			b.WriteByte('\\')
			b.WriteRune(r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// edge reports whether the space at i is one that Markdown would drop or give
// a meaning: at either end, or beside another.
func edge(s string, i int) bool {
	return i == 0 || i+1 == len(s) || s[i-1] == ' '
}

// special reports whether the ASCII character r at s[i:] would be read as
// markup and is kept from it by a backslash.
func special(s string, i int, r rune) bool {
	switch r {
	case '\\', '`', '*', '_', '[', ']', '~', '#', '$', '@':
		return true
	case '.':
		return i >= 3 && strings.EqualFold(s[i-3:i], "www")
	case ':':
		return i+1 == len(s) || (s[i+1] == '/' || s[i+1] == '+' || s[i+1] == '-' || alnum(s[i+1])) // URL, :emoji:
	}
	return false
}

// numbers reports whether r at s[i:] would make a numbered list of a paragraph
// that s begins. At 0, s may go on a number that the caller wrote.
func numbers(s string, i int, r rune) bool {
	return (r == '.' || r == ')') && (i == 0 || digitsBefore(s, i))
}

// digitsBefore reports whether s[:i] is nothing but a number, which with the
// sign after it would begin a list.
func digitsBefore(s string, i int) bool {
	if i == 0 || i > 9 {
		return false
	}
	for _, c := range []byte(s[:i]) {
		if c < '0' || c > '9' {
			return false
		}
	}
	return true
}

func alnum(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

// Code gives s as a code span, fenced by more backquotes than it holds.
func Code(s string) string {
	s = strings.Map(func(r rune) rune {
		if column.Hidden(r) {
			return '\ufffd'
		}
		return r
	}, s)
	if s == "" {
		return ""
	}
	longest, run := 0, 0
	for _, r := range s {
		if r == '`' {
			run++
			longest = max(longest, run)
		} else {
			run = 0
		}
	}
	fence := strings.Repeat("`", longest+1)
	pad := ""
	if strings.HasPrefix(s, "`") || strings.HasSuffix(s, "`") || s != strings.TrimSpace(s) {
		pad = " "
	}
	return fence + pad + s + pad + fence
}
