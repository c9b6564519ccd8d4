package source

import (
	"reflect"
	"testing"
)

func TestSplitLines(t *testing.T) {
	type line struct {
		Text string
		Page int
	}
	for _, c := range []struct {
		name, text string
		pages      int
		want       []line
	}{
		{"one line without end", "a", 0, []line{{"a", 0}}},
		{"LF", "a\n\nb\n", 0, []line{{"a", 0}, {"", 0}, {"b", 0}}},
		{"CRLF, CR", "a\r\nb\rc\r\r\nd", 0, []line{{"a", 0}, {"b", 0}, {"c", 0}, {"", 0}, {"d", 0}}},
		{"form feed at the start of a line", "a\n\fb\n\f", 2, []line{{"a", 1}, {"b", 2}}},
		{"form feed inside a line", "a\fb", 2, []line{{"a", 1}, {"b", 2}}},
		{"form feed at the end of a line", "a\f\nb", 2, []line{{"a", 1}, {"b", 2}}},
		{"form feed on a line of its own", "a\n\f\nb", 2, []line{{"a", 1}, {"", 2}, {"b", 2}}},
		{"empty pages", "\f\fa", 3, []line{{"a", 3}}},
		{"full-width space stays", "　a　\n", 0, []line{{"　a　", 0}}},
	} {
		got, pages := splitLines(c.text)
		var lines []line
		for _, l := range got {
			lines = append(lines, line{c.text[l.Span.Start:l.Span.End], l.Page})
		}
		if !reflect.DeepEqual(lines, c.want) || pages != c.pages {
			t.Errorf("%s: got %v, %d pages; want %v, %d", c.name, lines, pages, c.want, c.pages)
		}
	}
}

// Every byte of a text is in one line, or is a line end.
func FuzzSplitLines(f *testing.F) {
	f.Add("第１\r\n\f本文\f\n")
	f.Add("\r\r\n\f\f")
	f.Fuzz(func(t *testing.T, text string) {
		lines, pages := splitLines(text)
		at, page := 0, 0
		for _, l := range lines {
			for ; at < l.Span.Start; at++ {
				if c := text[at]; c != '\n' && c != '\r' && c != '\f' {
					t.Fatalf("byte %d (%q) is in no line", at, c)
				}
			}
			if l.Span.Start != at || l.Page < page || l.Page > pages {
				t.Fatalf("line %+v after byte %d, page %d of %d", l, at, page, pages)
			}
			at, page = l.Span.End, l.Page
		}
	})
}
