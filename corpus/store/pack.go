package store

import (
	"bytes"
	"compress/flate"
	"encoding/gob"
	"fmt"
	"io"
	"sync"
)

// Packed is bytes in the form that they are stored in.
type Packed struct {
	Packing string // "deflate" or "none"
	Bytes   []byte
}

// Pack compresses bytes, unless that makes them no smaller: PDF and Word files
// are compressed already.
func Pack(data []byte) Packed {
	small := deflate(data)
	if len(small) > len(data)*9/10 {
		return Packed{"none", data}
	}
	return Packed{"deflate", small}
}

// Unpack gives the bytes back.
func (p Packed) Unpack() ([]byte, error) {
	switch p.Packing {
	case "none":
		return p.Bytes, nil
	case "deflate":
		return io.ReadAll(flate.NewReader(bytes.NewReader(p.Bytes)))
	}
	return nil, fmt.Errorf("unknown packing %q", p.Packing)
}

// Encode packs a value for storage; Decode reads it back. Only types of this
// program are stored so, and each analysis is read by the program that made
// it or made anew, so that Go's own encoding is stable enough.
func Encode(v any) ([]byte, error) {
	var b bytes.Buffer
	if err := gob.NewEncoder(&b).Encode(v); err != nil {
		return nil, err
	}
	return deflate(b.Bytes()), nil
}

// Decode reads what [Encode] gave into v, a pointer.
func Decode(data []byte, v any) error {
	return gob.NewDecoder(flate.NewReader(bytes.NewReader(data))).Decode(v)
}

// deflaters are kept, since each holds a megabyte of tables.
var deflaters = sync.Pool{New: func() any {
	w, _ := flate.NewWriter(nil, flate.BestSpeed) // fails for an unknown level only
	return w
}}

func deflate(data []byte) []byte {
	var b bytes.Buffer
	w := deflaters.Get().(*flate.Writer)
	defer deflaters.Put(w)
	w.Reset(&b)
	_, _ = w.Write(data) // a buffer takes everything
	_ = w.Close()
	return b.Bytes()
}
