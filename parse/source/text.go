package source

import (
	"errors"
	"fmt"

	"shinkyu/parse/source/internal/charset"
)

// readText reads plain text. Of its lines nothing is known but their pages.
func readText(name string, data []byte, opt Options) (*Source, error) {
	text, enc, err := decode(name, data, opt)
	if err != nil {
		return nil, err
	}
	src := &Source{Format: Text, Encoding: enc, Text: text}
	src.Lines, src.Pages = splitLines(text)
	return src, nil
}

// decode gives the text of bytes and the name of their encoding.
func decode(name string, data []byte, opt Options) (text, enc string, err error) {
	text, enc, err = charset.Decode(data, opt.Encoding)
	if err == nil {
		return text, enc, nil
	}
	out := &Error{Name: name, Msg: err.Error(), Err: err}
	var bad *charset.Error
	switch {
	case errors.As(err, &bad):
		out.Line = bad.Line
		out.Msg = fmt.Sprintf("byte 0x%02X at offset %d is no %s", bad.Byte, bad.Offset, bad.Encoding)
		out.Remedy = "name the encoding with --encoding utf-8|shift_jis|euc-jp|iso-2022-jp|utf-16, or repair the file"
	case errors.Is(err, charset.ErrUnknown):
		out.Remedy = "use one of utf-8, shift_jis, euc-jp, iso-2022-jp, utf-16"
	}
	return "", "", out
}
