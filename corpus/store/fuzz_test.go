package store

import (
	"bytes"
	"testing"
)

// FuzzPack holds that bytes come back as they were stored, and that bytes
// which were never stored are refused or read, and nothing else.
func FuzzPack(f *testing.F) {
	f.Add([]byte("本方針は、考え方を示す。本方針は、考え方を示す。"), "d12@3")
	f.Add([]byte{}, "d0")
	f.Add(deflate([]byte("x")), "d-1")
	f.Add(bytes.Repeat([]byte{0xff}, 300), "d99999999999999999999")
	f.Fuzz(func(t *testing.T, data []byte, id string) {
		got, err := Pack(data).Unpack()
		if err != nil || !bytes.Equal(got, data) {
			t.Fatalf("%d bytes came back of %d: %v", len(got), len(data), err)
		}
		var value struct {
			Text  string
			Parts []string
			Count map[string]int
		}
		_ = Decode(data, &value) // an error is a good answer
		if n, version, ok := ParseID(id); ok && (n < 1 || version < 0) {
			t.Fatalf("%q gives %d@%d", id, n, version)
		}
	})
}
