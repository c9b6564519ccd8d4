package decisions

import (
	"strings"
	"testing"
)

func TestRead(t *testing.T) {
	f, err := Read("d.yaml", []byte(`
pin:
  - old: {path: 2/1/2, title: サプライチェーン}
    new: 中小企業
    note: 確認済み
forbid:
  - old: {path: ""}
    new: {title: 医療}
split:
  - old: 国際
    new: [甲, {path: 2/6}]
note:
  - new: 医療
    note: 新規
undecided:
  - anything: goes
`))
	if err != nil {
		t.Fatal(err)
	}
	if len(f.Decisions) != 4 {
		t.Fatalf("%+v", f.Decisions)
	}
	p := f.Decisions[0]
	if p.Kind != Pin || p.Old[0] != (Ref{"サプライチェーン", "2/1/2", true}) || p.New[0] != (Ref{Title: "中小企業"}) || p.Note != "確認済み" || p.Line != 3 {
		t.Errorf("%+v", p)
	}
	if len(f.Decisions[2].New) != 2 || !f.Decisions[1].Old[0].HasPath {
		t.Errorf("%+v", f.Decisions)
	}
}

func TestReadErrors(t *testing.T) {
	for in, want := range map[string]string{
		"pin:\n  - old: a\n":                     "d.yaml:2: pin needs one old unit and one new one",
		"pins:\n  - old: a\n":                    `d.yaml:1: unknown key "pins"`,
		"pin:\n  - old: a\n    neu: b\n":         `d.yaml:3: unknown key "neu"`,
		"pin: {old: a}\n":                        "d.yaml:1: pin is no list",
		"split:\n  - old: a\n    new: b\n":       "d.yaml:2: split needs one old unit and two new ones",
		"pin:\n  - old: {}\n    new: b\n":        "d.yaml:2: no unit is named",
		"- a\n":                                  "d.yaml:1: the file is no mapping",
		"pin: [\n":                               "d.yaml: this is no YAML",
		"note:\n  - old: a\n":                    "d.yaml:2: note needs an old or a new unit, and a note",
		"merge:\n  - old: [a, b]\n    new: []\n": "d.yaml:2: merge needs two old units",
	} {
		_, err := Read("d.yaml", []byte(in))
		if err == nil || !strings.HasPrefix(err.Error(), want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%q: %v, want %s…", in, err, want)
		}
	}
	for _, in := range []string{"", "# nothing\n", "pin:\n"} {
		if f, err := Read("d.yaml", []byte(in)); err != nil || len(f.Decisions) != 0 {
			t.Errorf("%q: %v %v", in, f, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("pin:\n  - old: a\n    new: {path: 1}\n")
	f.Add("undecided: *x\n")
	f.Fuzz(func(t *testing.T, s string) {
		if file, err := Read("d", []byte(s)); err == nil {
			var b strings.Builder
			if err := Write(&b, file.Decisions, nil); err != nil {
				t.Fatal(err)
			}
			again, err := Read("d", []byte(b.String()))
			if err != nil || len(again.Decisions) != len(file.Decisions) {
				t.Fatalf("%q is written as\n%s\n%v", s, b.String(), err)
			}
		}
	})
}
