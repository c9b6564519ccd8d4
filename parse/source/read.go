package source

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
)

// Read reads a document. The name is for messages, "-" for standard input; of
// the kind of the document it says nothing, the content does.
//
// An error is an [*Error]: the input is empty, larger than a limit, damaged,
// or holds bytes that its encoding does not have. A document without Japanese
// text is read like any other: see [Source.CheckJapanese].
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
	src, err := readText(name, data, opt)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(data)
	src.Name, src.SHA256 = name, hex.EncodeToString(sum[:])
	return src, nil
}
