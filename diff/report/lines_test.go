package report

import (
	"strings"
	"testing"

	"shinkyu/diff"
	"shinkyu/diff/unit"
	"shinkyu/diff/wording"
	"shinkyu/parse"
)

func eq(s string) wording.Edit  { return wording.Edit{Op: wording.Equal, Text: s} }
func del(s string) wording.Edit { return wording.Edit{Op: wording.Delete, Text: s} }
func ins(s string) wording.Edit { return wording.Edit{Op: wording.Insert, Text: s} }

func replace(a, b string) []wording.Edit { return []wording.Edit{del(a), ins(b)} }

func mech(a, b string) wording.Edit {
	return wording.Edit{Op: wording.Equal, Text: a, NewText: b, Mechanical: wording.Width}
}

// shape shows lines as text: [-x-] {+y+}, one line a line, with the old and
// new passages that it is of.
func shape(list []line) string {
	var b strings.Builder
	names := func(list []*unit.Passage) string {
		out := ""
		for _, p := range list {
			out += p.Marker
		}
		return out
	}
	for _, l := range list {
		for _, r := range l.runs {
			switch r.Op {
			case wording.Delete:
				b.WriteString("[-" + r.Text + "-]")
			case wording.Insert:
				b.WriteString("{+" + r.Text + "+}")
			default:
				b.WriteString(newText(r))
			}
		}
		b.WriteString(" " + names(l.old) + "/" + names(l.new) + "\n")
	}
	return b.String()
}

func TestLines(t *testing.T) {
	tests := []struct {
		name  string
		edits []wording.Edit
		want  string
	}{
		{"the same", []wording.Edit{eq("甲\n乙")}, "甲 a/A\n乙 b/B\n"},
		{"reworded", []wording.Edit{eq("甲"), del("乙"), ins("丙"), eq("丁")}, "甲[-乙-]{+丙+}丁 a/A\n"},
		{"a passage dropped", []wording.Edit{eq("甲\n"), del("乙\n"), eq("丙")}, "甲 a/A\n[-乙-] b/\n丙 c/B\n"},
		{"a passage dropped, seen from the other side", []wording.Edit{eq("甲"), del("\n乙"), eq("\n丙")}, "甲 a/A\n[-乙-] b/\n丙 c/B\n"},
		{"the last dropped", []wording.Edit{eq("甲"), del("\n乙")}, "甲 a/A\n[-乙-] b/\n"},
		{"the first dropped", []wording.Edit{del("甲\n"), eq("乙")}, "[-甲-] a/\n乙 b/A\n"},
		{"a passage added", []wording.Edit{eq("甲\n"), ins("乙\n"), eq("丙")}, "甲 a/A\n{+乙+} /B\n丙 b/C\n"},
		{"one replaced whole", []wording.Edit{eq("甲\n"), del("乙"), ins("丙"), eq("\n丁")}, "甲 a/A\n[-乙-] b/\n{+丙+} /B\n丁 c/C\n"},
		{"joined", []wording.Edit{eq("甲"), del("\n"), eq("乙")}, "甲[-↵-]乙 ab/A\n"},
		{"cut", []wording.Edit{eq("甲"), ins("\n"), eq("乙")}, "甲{+↵+} a/A\n乙 a/B\n"},
		{"mechanical", []wording.Edit{eq("第"), mech("１", "1"), eq("条\n乙")}, "第1条 a/A\n乙 b/B\n"},
		{"mechanically nothing", []wording.Edit{eq("甲"), mech(" ", ""), eq("乙")}, "甲乙 a/A\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			older, newer := wording.Apply(tt.edits)
			c := &diff.Change{Old: units(older, 'a'), New: units(newer, 'A'), Edits: tt.edits}
			if got := shape(lines(c)); got != tt.want {
				t.Errorf("got\n%swant\n%s", got, tt.want)
			}
		})
	}
}

// units makes one unit of a text, its passages marked a, b, c ….
func units(text string, first rune) []*unit.Unit {
	u := &unit.Unit{}
	for i, p := range strings.Split(text, "\n") {
		u.Passages = append(u.Passages, unit.Passage{Marker: string(first + rune(i)), Text: parse.Text{String: p}})
	}
	return []*unit.Unit{u}
}

// FuzzLines: whatever the edits, the lines hold every character of both texts.
func FuzzLines(f *testing.F) {
	f.Add("甲", "乙\n", "", "丙\n丁", "戊", "己\n")
	f.Add("a\nb", "c\nd", "e\nf", "\n", "\n\n", "g")
	f.Fuzz(func(t *testing.T, a, b, c, d, e, g string) {
		for _, s := range []*string{&a, &b, &c, &d, &e, &g} {
			*s = strings.ToValidUTF8(*s, "") // as the text of every source is
		}
		edits := []wording.Edit{eq(a), del(b), ins(c), eq(d), del(e), ins(g)}
		older, newer := wording.Apply(edits)
		list := lines(&diff.Change{Old: units(older, 'a'), New: units(newer, 'A'), Edits: edits})
		gotOld, gotNew := "", ""
		for _, l := range list {
			o, n := wording.Apply(l.runs)
			gotOld += o
			gotNew += n
		}
		bare := strings.NewReplacer("\n", "", returnMark, "").Replace
		if bare(gotOld) != bare(older) || bare(gotNew) != bare(newer) {
			t.Errorf("lines %q lose text of %q → %q", shape(list), older, newer)
		}
	})
}
