package charset

import (
	"strings"
	"unicode/utf16"
)

// decodeUTF16 decodes 16-bit units; big is 1 where the higher byte of a unit
// comes first, 0 where it comes second.
func decodeUTF16(data []byte, big int) (string, int) {
	var b strings.Builder
	b.Grow(len(data) * 3 / 2)
	hi, lo := 1-big, big
	for i := 0; i+1 < len(data); i += 2 {
		r := rune(data[i+hi])<<8 | rune(data[i+lo])
		if !utf16.IsSurrogate(r) {
			b.WriteRune(r)
			continue
		}
		if i+3 >= len(data) {
			return "", i
		}
		low := rune(data[i+2+hi])<<8 | rune(data[i+2+lo])
		if r = utf16.DecodeRune(r, low); r == '\uFFFD' {
			return "", i
		}
		b.WriteRune(r)
		i += 2
	}
	if len(data)%2 == 1 {
		return "", len(data) - 1
	}
	return b.String(), -1
}
