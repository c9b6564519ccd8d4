package decisions

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"shinkyu/diff/unit"
)

// FuzzWrite holds that what is written is read back the same, whatever stands
// in titles, paths and notes.
func FuzzWrite(f *testing.F) {
	f.Add("国際協力・連携", "2/1~2", "所管課に確認", "甲: 乙")
	f.Add("- {a: b}", "", "# x", "'\"")
	f.Add("\u2028&*!|>%@`", "1", "\t\x1b\x00", "~")
	f.Add("\u0085\u007f\u009f", "\ufeff\ufffe\U0001fffe", "\u202e\u00ad\u200f\U000e0001", "\u0085")
	f.Add("null", "true", "1e3", "0x10")
	f.Fuzz(func(t *testing.T, title, path, note, other string) {
		for _, s := range []*string{&title, &path, &note, &other} {
			*s = strings.ToValidUTF8(*s, "")
		}
		want := []Decision{
			{Kind: Pin, Old: []Ref{{Title: title, Path: path, HasPath: true}}, New: []Ref{{Title: "丙" + other}}, Note: note},
			{Kind: Split, Old: []Ref{{Title: "甲" + other}}, New: []Ref{{Path: path, HasPath: true}, {Title: "乙", Path: other, HasPath: true}}},
		}
		units := []*unit.Unit{{Title: title, Path: path, Marker: other}}
		var b bytes.Buffer
		if err := Write(&b, want, []Open{{Old: units, New: units, Similarity: .5, RunnerUp: units[0]}}); err != nil {
			t.Fatal(err)
		}
		file, err := Read("d.yaml", b.Bytes())
		if err != nil {
			t.Fatalf("%v in\n%s", err, b.Bytes())
		}
		for i := range file.Decisions {
			file.Decisions[i].Line = 0
		}
		if !reflect.DeepEqual(file.Decisions, want) {
			t.Fatalf("%+v\nwant\n%+v\nin\n%s", file.Decisions, want, b.Bytes())
		}
	})
}
