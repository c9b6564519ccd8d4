package charset

import (
	"bytes"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
)

// The decoders of x/text follow the WHATWG tables and put U+FFFD where a byte
// is bad. No Japanese encoding has that character, so it marks the place.

func decodeEUCJP(data []byte) (string, int) { return strict(japanese.EUCJP, data) }

func decodeISO2022JP(data []byte) (string, int) { return strict(japanese.ISO2022JP, data) }

// decodeShiftJIS adds to x/text the user-defined characters of code page 932
// (0xF040 to 0xF9FC), which Windows maps to U+E000 and on: documents hold
// gaiji of their own there, and they are kept.
func decodeShiftJIS(data []byte) (string, int) {
	var b strings.Builder
	from := 0
	for i := 0; i < len(data); i++ {
		switch c := data[i]; {
		case c < 0x81, 0xA0 <= c && c < 0xE0, c > 0xFC:
		case i+1 < len(data) && 0xF0 <= c && c <= 0xF9 && userTrail(data[i+1]):
			text, bad := strict(japanese.ShiftJIS, data[from:i])
			if bad >= 0 {
				return "", from + bad
			}
			b.WriteString(text)
			b.WriteRune(userDefined(c, data[i+1]))
			i++
			from = i + 1
		default:
			i++
		}
	}
	text, bad := strict(japanese.ShiftJIS, data[from:])
	if bad >= 0 {
		return "", from + bad
	}
	if from == 0 {
		return text, -1
	}
	b.WriteString(text)
	return b.String(), -1
}

func userTrail(c byte) bool { return 0x40 <= c && c <= 0xFC && c != 0x7F }

func userDefined(lead, trail byte) rune {
	t := int(trail) - 0x40
	if trail > 0x7F {
		t--
	}
	return rune(0xE000 + (int(lead)-0xF0)*188 + t)
}

func strict(enc encoding.Encoding, data []byte) (string, int) {
	out, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		return "", 0
	}
	if !bytes.Contains(out, replacement) {
		return string(out), -1
	}
	return "", findBad(enc, data)
}

var replacement = []byte("\uFFFD")

// findBad gives the offset of the first bad byte. The output buffer holds no
// more than one replacement character, so each step is one or a few
// characters long and the place is exact.
func findBad(enc encoding.Encoding, data []byte) int {
	dec := enc.NewDecoder().Transformer
	var dst [len("\uFFFD")]byte
	at := 0
	for at < len(data) {
		nDst, nSrc, _ := dec.Transform(dst[:], data[at:], true)
		if bytes.Contains(dst[:nDst], replacement) || nSrc == 0 {
			return at
		}
		at += nSrc
	}
	return at
}
