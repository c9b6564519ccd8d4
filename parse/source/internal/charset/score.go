package charset

import (
	"bytes"
	"sync"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/japanese"
)

// score says how much bytes read like Japanese in an encoding: the mean
// weight of their characters, about 2 for real text and negative for bytes of
// another encoding.
//
// The weights rest on what the wrong encoding turns a text into. EUC-JP read
// as Shift_JIS gives half-width kana; Shift_JIS read as EUC-JP gives errors
// and rare kanji; either read as UTF-16 gives ideographs outside JIS level 1,
// Hangul and private-use characters. None of them gives hiragana in numbers.
func score(data []byte, enc string) float64 {
	sum, n := 0.0, 0
	for _, r := range lenient(data[:min(len(data), sample)], enc) {
		sum += weight(r)
		n++
	}
	if n == 0 {
		return 0
	}
	return sum / float64(n)
}

func weight(r rune) float64 {
	switch {
	case r == utf8.RuneError:
		return -20
	case r == '\n', r == '\r', r == '\t', r == ' ', '0' <= r && r <= '9':
		return 1
	case r < 0x20, r == 0x7F, 0x80 <= r && r < 0xA0:
		return -10
	case r < 0x7F:
		return 0.5
	case 0x3041 <= r && r <= 0x3093:
		return 3
	case 0x3001 <= r && r <= 0x3003, 0x3008 <= r && r <= 0x3011, r == 0x3000:
		return 3
	case 0x30A1 <= r && r <= 0x30FC:
		return 2
	case 0xFF01 <= r && r <= 0xFF5E:
		return 1.5
	case 0xFF61 <= r && r <= 0xFF9F:
		return -1
	case r < 0x10000 && levelOne()[r]:
		return 2
	case 0xE000 <= r && r <= 0xF8FF:
		return -3
	case 0x4E00 <= r && r <= 0x9FFF:
		return -0.5
	case 0x2000 <= r && r <= 0x27FF:
		return 0.5
	}
	return -2
}

// levelOne has the 2,965 common kanji: rows 16 to 47 of JIS X 0208.
var levelOne = sync.OnceValue(func() *[0x10000]bool {
	var set [0x10000]bool
	var euc []byte
	for row := byte(0xB0); row <= 0xCF; row++ {
		for cell := byte(0xA1); cell <= 0xFE; cell++ {
			euc = append(euc, row, cell)
		}
	}
	text, _ := japanese.EUCJP.NewDecoder().Bytes(euc)
	for _, r := range string(text) {
		if r != utf8.RuneError {
			set[r] = true
		}
	}
	return &set
})

// lenient decodes with U+FFFD for bad bytes; a character cut off at the end of
// the sample is left out.
func lenient(data []byte, enc string) []rune {
	switch enc {
	case ShiftJIS:
		out, _ := japanese.ShiftJIS.NewDecoder().Bytes(data)
		return trimCut(out)
	case EUCJP:
		out, _ := japanese.EUCJP.NewDecoder().Bytes(data)
		return trimCut(out)
	}
	hi, lo := 0, 1
	if enc == UTF16LE {
		hi, lo = 1, 0
	}
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = uint16(data[2*i+hi])<<8 | uint16(data[2*i+lo])
	}
	return utf16.Decode(units)
}

func trimCut(out []byte) []rune {
	return []rune(string(bytes.TrimSuffix(out, replacement)))
}
