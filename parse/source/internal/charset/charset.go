// Package charset tells the encoding of Japanese text from its bytes and
// decodes it. It never replaces a byte that it cannot decode: that is an
// [Error] with the place.
package charset

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
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

var utf8BOM = []byte("\xEF\xBB\xBF")

// Decode gives the text, without a byte order mark, and the name of its
// encoding. If forced is empty the encoding is told from the bytes.
func Decode(data []byte, forced string) (text, name string, err error) {
	if n := strings.ToLower(forced); n != "" && n != "utf-8" && n != "utf8" {
		return "", "", fmt.Errorf("%w %q", ErrUnknown, forced)
	}
	rest := bytes.TrimPrefix(data, utf8BOM)
	if utf8.Valid(rest) {
		return string(rest), "utf-8", nil
	}
	off := len(data) - len(rest)
	for {
		r, n := utf8.DecodeRune(data[off:])
		if r == utf8.RuneError && n == 1 {
			return "", "", badByte("utf-8", data, off)
		}
		off += n
	}
}

func badByte(enc string, data []byte, off int) *Error {
	return &Error{Encoding: enc, Offset: off, Line: 1 + bytes.Count(data[:off], []byte("\n")), Byte: data[off]}
}
