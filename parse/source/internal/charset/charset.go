// Package charset tells the encoding of Japanese text from its bytes and
// decodes it. It never replaces a byte that it cannot decode: that is an
// [Error] with the place.
//
// An encoding is told in this order: a byte order mark; the escape sequences
// of ISO-2022-JP; valid UTF-8 with at least one character beyond ASCII, which
// the others hardly ever are by chance; else the encoding in which the bytes
// read most like Japanese (see [score]). Bytes that read well in none are
// reported as bad UTF-8.
package charset

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// The encodings, as the rest of the program names them.
const (
	UTF8      = "utf-8"
	UTF16LE   = "utf-16le"
	UTF16BE   = "utf-16be"
	ShiftJIS  = "shift_jis" // with the additions of code page 932
	EUCJP     = "euc-jp"
	ISO2022JP = "iso-2022-jp"
)

// An Error is a byte that the encoding does not have.
type Error struct {
	Encoding string
	Offset   int // bytes from the start of the input
	Line     int // 1-based
	Byte     byte
}

func (e *Error) Error() string {
	return fmt.Sprintf("byte 0x%02X at offset %d is no %s", e.Byte, e.Offset, e.Encoding)
}

// ErrUnknown is an encoding of which the package does not know the name.
var ErrUnknown = errors.New("unknown encoding")

// names are the spellings found in options, HTTP headers and meta elements.
var names = map[string]string{
	"utf-8": UTF8, "utf8": UTF8, "unicode-1-1-utf-8": UTF8,
	"utf-16le": UTF16LE, "utf-16be": UTF16BE, "utf-16": "utf-16", "utf16": "utf-16", "unicode": "utf-16",
	"shift_jis": ShiftJIS, "shift-jis": ShiftJIS, "sjis": ShiftJIS, "x-sjis": ShiftJIS,
	"cp932": ShiftJIS, "windows-31j": ShiftJIS, "ms932": ShiftJIS, "ms_kanji": ShiftJIS, "csshiftjis": ShiftJIS,
	"euc-jp": EUCJP, "eucjp": EUCJP, "x-euc-jp": EUCJP, "cseucpkdfmtjapanese": EUCJP, "euc_jp": EUCJP,
	"iso-2022-jp": ISO2022JP, "iso2022jp": ISO2022JP, "jis": ISO2022JP, "csiso2022jp": ISO2022JP,
}

// Known reports whether the package knows an encoding of that name.
func Known(name string) bool {
	_, ok := names[strings.ToLower(strings.TrimSpace(name))]
	return ok
}

var boms = []struct {
	mark []byte
	name string
}{
	{[]byte("\xEF\xBB\xBF"), UTF8},
	{[]byte("\xFF\xFE"), UTF16LE},
	{[]byte("\xFE\xFF"), UTF16BE},
}

// Decode gives the text, without a byte order mark, and the name of its
// encoding. If forced is empty the encoding is told from the bytes.
func Decode(data []byte, forced string) (text, name string, err error) {
	name = names[strings.ToLower(strings.TrimSpace(forced))]
	switch {
	case forced == "":
		name = Detect(data)
	case name == "":
		return "", "", fmt.Errorf("%w %q", ErrUnknown, forced)
	case name == "utf-16":
		name = detectUTF16(data)
	}
	skip := 0
	for _, b := range boms {
		if b.name == name && bytes.HasPrefix(data, b.mark) {
			skip = len(b.mark)
		}
	}
	text, off := decoders[name](data[skip:])
	if off >= 0 {
		return "", name, badByte(name, data, skip+off)
	}
	return text, name, nil
}

// A decoder gives the text and -1, or the offset of the first byte that is not
// in the encoding.
type decoder func(data []byte) (text string, bad int)

var decoders = map[string]decoder{
	UTF8:      decodeUTF8,
	UTF16LE:   func(d []byte) (string, int) { return decodeUTF16(d, 0) },
	UTF16BE:   func(d []byte) (string, int) { return decodeUTF16(d, 1) },
	ShiftJIS:  decodeShiftJIS,
	EUCJP:     decodeEUCJP,
	ISO2022JP: decodeISO2022JP,
}

func decodeUTF8(data []byte) (string, int) {
	if utf8.Valid(data) {
		return string(data), -1
	}
	off := 0
	for {
		r, n := utf8.DecodeRune(data[off:])
		if r == utf8.RuneError && n <= 1 {
			return "", off
		}
		off += n
	}
}

func badByte(enc string, data []byte, off int) *Error {
	off = min(off, len(data)-1)
	return &Error{Encoding: enc, Offset: off, Line: 1 + bytes.Count(data[:off], []byte("\n")), Byte: data[off]}
}
