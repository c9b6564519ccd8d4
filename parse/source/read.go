package source

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"

	"shinkyu/parse/source/internal/charset"
	"shinkyu/parse/source/internal/egov"
	"shinkyu/parse/source/internal/flow"
	"shinkyu/parse/source/internal/html"
	"shinkyu/parse/source/internal/markdown"
)

// Read reads a document. The name is for messages, "-" for standard input; the
// kind of the document is told from its content (only Markdown without a
// heading is known by the name).
//
// An error is an [*Error]: the input is empty, larger than a limit, damaged,
// of a kind that is not read, or holds bytes that its encoding does not have.
// A document without Japanese text is read like any other: see
// [Source.CheckJapanese].
func Read(name string, data []byte, opt Options) (*Source, error) {
	opt = opt.withDefaults()
	if len(data) == 0 {
		return nil, &Error{Name: name, Msg: "the file is empty", Remedy: "give a document with text in it"}
	}
	if int64(len(data)) > opt.MaxBytes {
		return nil, &Error{
			Name:   name,
			Msg:    fmt.Sprintf("the file has %d bytes, the limit is %d", len(data), opt.MaxBytes),
			Remedy: "raise it with --max-bytes",
		}
	}
	src, err := read(name, data, opt)
	if err != nil {
		return nil, asError(name, err)
	}
	sum := sha256.Sum256(data)
	src.Name, src.SHA256 = name, hex.EncodeToString(sum[:])
	return src, nil
}

func read(name string, data []byte, opt Options) (*Source, error) {
	format := opt.As
	if format == "" {
		var err error
		if format, err = binaryFormat(name, data); err != nil {
			return nil, err
		}
	}
	switch format {
	case PDF:
		return readPDF(name, data, opt)
	case Docx:
		return readDocx(name, data, opt)
	case "", Text, Markdown, HTML, EGovXML:
		return readTextual(name, data, format, opt)
	}
	return nil, &Error{
		Name: name, Msg: fmt.Sprintf("unknown kind %q", format),
		Remedy: "use one of text, markdown, html, docx, pdf, egov-xml",
	}
}

// readTextual decodes a text and reads it as its kind says.
func readTextual(name string, data []byte, format Format, opt Options) (*Source, error) {
	if most := opt.MaxBytes / 5 * 2; int64(len(data)) > most {
		return nil, &Error{
			Name:   name,
			Msg:    fmt.Sprintf("the text has %d bytes, the limit is %d", len(data), most),
			Remedy: "raise it with --max-bytes",
		}
	}
	text, enc, err := decode(name, data, opt)
	if err != nil {
		return nil, err
	}
	if n := countLines(text); n > opt.MaxLines {
		return nil, &Error{
			Name:   name,
			Msg:    fmt.Sprintf("the text has %d lines, the limit is %d", n, opt.MaxLines),
			Remedy: "raise it with --max-lines",
		}
	}
	if format == "" {
		format = textFormat(name, text)
	}
	var doc *flow.Doc
	switch format {
	case Markdown:
		doc, err = markdown.Read(text, opt.limits())
	case HTML:
		doc, err = html.Read(text, opt.limits())
	case EGovXML:
		doc, err = egov.Read([]byte(text), opt.limits())
	default:
		src := &Source{Format: Text, Encoding: enc, Text: text}
		src.Lines, src.Pages = splitLines(text)
		return src, nil
	}
	if err != nil {
		return nil, asFormatError(name, format, err)
	}
	src := assemble(doc, format)
	src.Encoding = enc
	return src, nil
}

// decode gives the text of bytes and the name of their encoding. A web page
// may declare one; the declaration is taken where the bytes agree with it.
func decode(name string, data []byte, opt Options) (text, enc string, err error) {
	if opt.Encoding == "" && (opt.As == "" || opt.As == HTML) {
		if declared := html.Charset(data); charset.Known(declared) {
			if text, enc, err = charset.Decode(data, declared); err == nil {
				return text, enc, nil
			}
		}
	}
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

// asFormatError says of which kind a file was read when it failed.
func asFormatError(name string, format Format, err error) error {
	var limit *flow.LimitError
	if errors.As(err, &limit) {
		out := &Error{Name: name, Msg: limit.Error(), Remedy: "raise it with " + limit.Flag, Err: err}
		if limit.Flag == "" {
			out.Remedy = "repair it, or save it as text"
		}
		return out
	}
	return &Error{
		Name: name, Msg: fmt.Sprintf("it is no sound %s: %v", format, err),
		Remedy: "repair it, or name its kind with --as", Err: err,
	}
}

// asError makes an [*Error] of any error.
func asError(name string, err error) error {
	var e *Error
	if errors.As(err, &e) {
		return err
	}
	return &Error{Name: name, Msg: err.Error(), Err: err}
}
