package layout

import "unicode"

// TitleRuns marks what differs between two titles: what lies between their
// common beginning and their common end. A title is too short for more, and
// where little is common all of it is marked, as officials do.
func TitleRuns(before, after string) (old, new []Run) {
	o, n := []rune(before), []rune(after)
	if before == after {
		return whole(before, false), whole(after, false)
	}
	head := 0
	for head < len(o) && head < len(n) && o[head] == n[head] {
		head++
	}
	tail := 0
	for tail < len(o)-head && tail < len(n)-head && o[len(o)-1-tail] == n[len(n)-1-tail] {
		tail++
	}
	head, tail = wordEnd(o, n, head), wordStart(o, n, tail)
	if 2*(head+tail) < min(len(o), len(n)) {
		return whole(before, true), whole(after, true)
	}
	return middle(o, head, tail), middle(n, head, tail)
}

// wordEnd takes back a common beginning that ends inside a run of digits,
// Latin letters or katakana: 2020 against 2024 is one number, not 20 and 20, 24.
func wordEnd(o, n []rune, head int) int {
	for head > 0 && (inside(o, head) || inside(n, head)) {
		head--
	}
	return head
}

func wordStart(o, n []rune, tail int) int {
	for tail > 0 && (inside(o, len(o)-tail) || inside(n, len(n)-tail)) {
		tail--
	}
	return tail
}

// inside reports whether a cut before r[i] would be inside a word.
func inside(r []rune, i int) bool {
	return i > 0 && i < len(r) && class(r[i-1]) != 0 && class(r[i-1]) == class(r[i])
}

func class(r rune) int {
	switch {
	case unicode.IsDigit(r):
		return 1
	case unicode.Is(unicode.Latin, r):
		return 2
	case unicode.Is(unicode.Katakana, r) || r == 'ー':
		return 3
	}
	return 0
}

func whole(s string, changed bool) []Run {
	if s == "" {
		return nil
	}
	return []Run{{Text: Visible(s), Changed: changed}}
}

func middle(r []rune, head, tail int) []Run {
	var out []Run
	out = append(out, whole(string(r[:head]), false)...)
	out = append(out, whole(string(r[head:len(r)-tail]), true)...)
	return append(out, whole(string(r[len(r)-tail:]), false)...)
}
