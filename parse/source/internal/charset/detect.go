package charset

import (
	"bytes"
	"unicode/utf8"
)

// sample is how many bytes are looked at where an encoding is guessed.
const sample = 64 << 10

// Detect names the encoding of a text.
func Detect(data []byte) string {
	for _, b := range boms {
		if bytes.HasPrefix(data, b.mark) {
			return b.name
		}
	}
	ascii := isASCII(data)
	switch {
	case ascii && hasEscape(data):
		return ISO2022JP
	case ascii:
		return detectASCII(data)
	case utf8.Valid(data):
		return UTF8
	}
	name, best := "", 0.0
	for _, c := range []string{ShiftJIS, EUCJP, UTF16LE, UTF16BE} {
		if s := score(data, c); s > best {
			name, best = c, s
		}
	}
	if name == "" || best < enough || mostlyUTF8(data) {
		return UTF8
	}
	return name
}

// enough is the score per character from which bytes read like Japanese.
// Text of the encoding itself has 1.5 and more, other bytes under 0.
const enough = 0.5

func isASCII(data []byte) bool {
	for _, c := range data {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// hasEscape looks for the sequences that call up JIS X 0208, 0212 or 0201.
func hasEscape(data []byte) bool {
	for _, esc := range []string{"\x1b$B", "\x1b$@", "\x1b$(D", "\x1b(J", "\x1b(I"} {
		if bytes.Contains(data, []byte(esc)) {
			return true
		}
	}
	return false
}

// detectASCII tells ASCII from UTF-16 whose bytes are all below 0x80: kana
// alone (あ is 0x3042), or Latin letters with zero bytes between.
func detectASCII(data []byte) string {
	head := data[:min(len(data), sample)]
	odd, even := 0, 0
	for i, c := range head {
		if c == 0x30 || c == 0 {
			if i%2 == 0 {
				even++
			} else {
				odd++
			}
		}
	}
	switch half := len(head) / 2; {
	case half < 2:
	case even > half*3/4 && even > 4*odd:
		return UTF16BE
	case odd > half*3/4 && odd > 4*even:
		return UTF16LE
	}
	return UTF8
}

// detectUTF16 tells the byte order: by the mark, else by how the text reads.
func detectUTF16(data []byte) string {
	for _, b := range boms[1:] {
		if bytes.HasPrefix(data, b.mark) {
			return b.name
		}
	}
	if score(data, UTF16LE) > score(data, UTF16BE) {
		return UTF16LE
	}
	return UTF16BE
}

// mostlyUTF8 is true of UTF-8 with a few bad bytes in it, which is better
// called damaged UTF-8 than some other encoding that happens to fit.
func mostlyUTF8(data []byte) bool {
	good, bad := 0, 0
	for rest := data[:min(len(data), sample)]; len(rest) > 0; {
		r, n := utf8.DecodeRune(rest)
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 1:
			good++
		}
		rest = rest[n:]
	}
	return good > 20*bad
}
