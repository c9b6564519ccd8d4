package layout

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"shinkyu/diff"
	"shinkyu/diff/report/reporttest"
	"shinkyu/diff/unit"
	"shinkyu/diff/wording"
	"shinkyu/parse"
	"shinkyu/parse/render/lang"
)

// want gives the lines of one side as they must stand in its column.
func want(units []*unit.Unit) []string {
	var out []string
	for _, u := range units {
		if u.Marker != "" || u.Title != "" {
			out = append(out, Visible(strings.TrimPrefix(u.Marker+"　"+u.Title, "　")))
		}
		for _, p := range u.Passages {
			for i, line := range strings.Split(p.Text.String, "\n") {
				if i == 0 && p.Marker != "" {
					line = p.Marker + "　" + line
				}
				out = append(out, Visible(line))
			}
		}
	}
	return out
}

// downwards gives what stands in a side's column.
func downwards(rows []Row, s Side) []string {
	var out []string
	for i := range rows {
		for _, p := range rows[i].Side(s).Paras {
			out = append(out, p.Text())
		}
	}
	return out
}

// same compares two columns; an item without text ends after its marker.
func same(a, b []string) bool {
	return slices.EqualFunc(a, b, func(x, y string) bool {
		return strings.TrimSuffix(x, "　") == strings.TrimSuffix(y, "　")
	})
}

// Read downwards, each column is its document.
func TestColumnsAreTheTexts(t *testing.T) {
	for seed := range uint64(200) {
		m := reporttest.New(seed)
		m.Hostile = seed%2 == 0
		c := m.Comparison(6)
		for _, a := range Of(c, Options{Lang: lang.Japanese}).Areas {
			if got := downwards(a.Rows, Old); !same(got, want(a.Change.Old)) {
				t.Fatalf("seed %d, area %d: old column\n%q\nwant\n%q", seed, a.No, got, want(a.Change.Old))
			}
			if got := downwards(a.Rows, New); !same(got, want(a.Change.New)) {
				t.Fatalf("seed %d, area %d: new column\n%q\nwant\n%q", seed, a.No, got, want(a.Change.New))
			}
			checkMarks(t, a)
		}
	}
}

// A long text that two paragraphs share has its like in its own row, also where
// it is little of either: unmarked text without a partner would look forgotten.
func TestClausesStandOppositeEachOther(t *testing.T) {
	const clause = "関係府省庁は、この方針を踏まえて所要の施策を速やかに展開する。"
	head, older, newer := strings.Repeat("冒頭の文。", 40), strings.Repeat("旧の前文である。", 40), strings.Repeat("新しい後の文章だ。", 40)
	passages := func(texts ...string) []*unit.Unit {
		u := &unit.Unit{}
		for _, s := range texts {
			u.Passages = append(u.Passages, unit.Passage{Text: parse.Text{String: s}})
		}
		return []*unit.Unit{u}
	}
	c := &diff.Comparison{Changes: []diff.Change{{
		Status: diff.Reworded, Old: passages(head, older+clause), New: passages(head+clause, newer),
		Edits: []wording.Edit{
			{Op: wording.Equal, Text: head},
			{Op: wording.Delete, Text: "\n" + older},
			{Op: wording.Equal, Text: clause},
			{Op: wording.Insert, Text: "\n" + newer},
		},
	}}}
	for _, row := range Of(c, Options{}).Areas[0].Rows {
		var has [2]bool
		for i, s := range []Side{Old, New} {
			for _, p := range row.Side(s).Paras {
				has[i] = has[i] || strings.Contains(p.Text(), clause)
			}
		}
		if has[0] != has[1] {
			t.Errorf("the clause stands alone in %+v", row)
		}
	}
}

// checkMarks checks that what is underlined is what the edits take out or put
// in, headings and markers aside.
func checkMarks(t *testing.T, a *Area) {
	t.Helper()
	var out, in strings.Builder
	for _, e := range Edits(a.Change.Edits, a.Change.Old, a.Change.New) {
		switch e.Op {
		case wording.Delete:
			out.WriteString(Visible(strings.ReplaceAll(e.Text, "\n", "")))
		case wording.Insert:
			in.WriteString(Visible(strings.ReplaceAll(e.Text, "\n", "")))
		}
	}
	if got := marked(a.Rows, Old); got != out.String() {
		t.Fatalf("area %d: marked as taken out %q, want %q", a.No, got, out.String())
	}
	if got := marked(a.Rows, New); got != in.String() {
		t.Fatalf("area %d: marked as put in %q, want %q", a.No, got, in.String())
	}
}

func marked(rows []Row, s Side) string {
	var b strings.Builder
	for i := range rows {
		for _, p := range rows[i].Side(s).Paras {
			for _, r := range p.Runs {
				if r.Changed && !p.Heading {
					b.WriteString(r.Text)
				}
			}
		}
	}
	return b.String()
}

func TestVisible(t *testing.T) {
	for _, x := range []struct{ in, want string }{
		{"平文\tと\n改行", "平文\tと\n改行"},
		{"a\x00b\x1b\x7f", "a⟨U+0000⟩b⟨U+001B⟩⟨U+007F⟩"},
		{"\r\v\f", "⟨U+000D⟩⟨U+000B⟩⟨U+000C⟩"},
		{"\u202Eevil", "⟨U+202E⟩evil"},
		{"\u2028\u2029\u0085", "⟨U+2028⟩⟨U+2029⟩⟨U+0085⟩"},
		{"\ufffe\U0001ffff", "⟨U+FFFE⟩⟨U+1FFFF⟩"},
		{"\xff\xc3", "⟨FF⟩⟨C3⟩"},
		{"\ufffd", "\ufffd"},
		{"👨\u200d👩葛\U000E0100", "👨\u200d👩葛\U000E0100"},
	} {
		if got := Visible(x.in); got != x.want {
			t.Errorf("Visible(%q) = %q, want %q", x.in, got, x.want)
		}
	}
}

func TestTitleRuns(t *testing.T) {
	for _, x := range []struct{ old, new, wantOld, wantNew string }{
		{"令和２年度の方針", "令和６年度の方針", "令和[２]年度の方針", "令和[６]年度の方針"},
		{"2020年の方針案", "2024年の方針案", "[2020]年の方針案", "[2024]年の方針案"},
		{"重点化を図るべき分野", "重点化を図るべき取組", "重点化を図るべき[分野]", "重点化を図るべき[取組]"},
		{"国際協力・連携", "医療分野", "[国際協力・連携]", "[医療分野]"},
		{"同じ", "同じ", "同じ", "同じ"},
		{"", "新しい", "", "[新しい]"},
	} {
		o, n := TitleRuns(x.old, x.new)
		if got := brackets(o); got != x.wantOld {
			t.Errorf("%s → %s: old %s, want %s", x.old, x.new, got, x.wantOld)
		}
		if got := brackets(n); got != x.wantNew {
			t.Errorf("%s → %s: new %s, want %s", x.old, x.new, got, x.wantNew)
		}
	}
}

func brackets(runs []Run) string {
	s := ""
	for _, r := range runs {
		if r.Changed {
			s += "[" + r.Text + "]"
		} else {
			s += r.Text
		}
	}
	return s
}

// rowsOf shows rows as "kind: old | new".
func rowsOf(rows []Row) []string {
	var out []string
	for i := range rows {
		s := string(rows[i].Kind) + ":"
		for _, side := range []Side{Old, New} {
			c := rows[i].Side(side)
			var parts []string
			for _, p := range c.Paras {
				parts = append(parts, p.Marker.Text+brackets(p.Runs))
			}
			s += " " + strings.Join(parts, "/") + c.Absent
			if side == Old {
				s += " |"
			}
		}
		out = append(out, s)
	}
	return out
}

func unitOf(marker, title string, passages ...string) *unit.Unit {
	u := &unit.Unit{Marker: marker, Title: title}
	for _, p := range passages {
		u.Passages = append(u.Passages, unit.Passage{Text: parse.Text{String: p}})
	}
	return u
}

func TestRows(t *testing.T) {
	split := diff.Change{
		Status: diff.Split,
		Old:    []*unit.Unit{unitOf("１", "国際", "支援を行う。", "会合を開く。")},
		New:    []*unit.Unit{unitOf("５", "支援", "支援を強く行う。"), unitOf("６", "会合", "会合を開く。", "訓練をする。")},
		Edits: []wording.Edit{
			{Op: wording.Equal, Text: "支援を"},
			{Op: wording.Insert, Text: "強く"},
			{Op: wording.Equal, Text: "行う。\n会合を開く。"},
			{Op: wording.Insert, Text: "\n訓練をする。"},
		},
	}
	whole := diff.Change{
		Status: diff.Reworded, Whole: true,
		Old: []*unit.Unit{unitOf("１", "甲", "あ", "い")}, New: []*unit.Unit{unitOf("１", "甲", "う")},
		Edits: []wording.Edit{{Op: wording.Delete, Text: "あ\nい"}, {Op: wording.Insert, Text: "う"}},
	}
	dropped := diff.Change{
		Status: diff.Dropped, Old: []*unit.Unit{unitOf("１", "甲", "あ", "い")},
		Edits: []wording.Edit{{Op: wording.Delete, Text: "あ\nい"}},
	}
	for _, x := range []struct {
		name    string
		change  diff.Change
		abridge bool
		want    []string
	}{
		{"split", split, false, []string{
			"reworded: １[国際] | ５[支援]", "reworded: 支援を行う。 | 支援を[強く]行う。", "added:  | ６[会合]",
			"same: 会合を開く。 | 会合を開く。", "added: （新設） | [訓練をする。]",
		}},
		{"abridged", split, true, []string{
			"reworded: １[国際] | ５[支援]", "reworded: 支援を行う。 | 支援を[強く]行う。", "added:  | ６[会合]",
			"same: （略） | （略）", "added: （新設） | [訓練をする。]",
		}},
		{"whole", whole, false, []string{"same: １甲 | １甲", "reworded: [あ]/[い] | [う]"}},
		{"dropped", dropped, false, []string{"dropped: １[甲] | （削る）", "dropped: [あ] | ", "dropped: [い] | "}},
	} {
		b := &builder{Options: Options{Lang: lang.Japanese, Abridge: x.abridge}, c: &diff.Comparison{}}
		if got := rowsOf(b.rows(&x.change)); !slices.Equal(got, x.want) {
			t.Errorf("%s:\n%s\nwant\n%s", x.name, strings.Join(got, "\n"), strings.Join(x.want, "\n"))
		}
	}
}

// Whatever a document holds, a report has no character that a format cannot
// carry, and no link that is more than an address.
func TestHostileText(t *testing.T) {
	m := reporttest.New(7)
	m.Hostile = true
	r := Of(m.Comparison(30), Options{})
	for _, table := range append(r.Tables(0), r.AreaTable(), r.CountTable()) {
		for _, row := range table.Rows {
			if len(row) != len(table.Columns) {
				t.Fatalf("%s: row of %d values under %d columns", table.ID, len(row), len(table.Columns))
			}
			for _, v := range row {
				if v.Text != Visible(v.Text) {
					t.Errorf("%s: %q is not all visible", table.ID, v.Text)
				}
				if v.Link != "" && v.Link != "https://example.invalid/" {
					t.Errorf("%s: link %q", table.ID, v.Link)
				}
			}
		}
	}
}

// What is visible stays as it is, and any format can carry it: XML 1.0 allows
// all of it.
func FuzzVisible(f *testing.F) {
	for _, s := range reporttest.Hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		v := Visible(s)
		if Visible(v) != v {
			t.Errorf("%q is not all visible", v)
		}
		for _, r := range v {
			if r < ' ' && r != '\t' && r != '\n' || r == 0xFFFE || r == 0xFFFF {
				t.Errorf("%q holds %U", v, r)
			}
		}
		if !utf8.ValidString(v) || (s == "") != (v == "") {
			t.Errorf("%q became %q", s, v)
		}
	})
}

// A sentence that only stands at another place of its area is not called new.
func TestSentenceAtAnotherPlace(t *testing.T) {
	const first, second = "備蓄物資を被災地に輸送する。", "協定を毎年度見直し、その実効性を確認する。"
	u := func(texts ...string) *unit.Unit {
		x := &unit.Unit{}
		for _, s := range texts {
			x.Passages = append(x.Passages, unit.Passage{Text: parse.Text{String: s}})
		}
		return x
	}
	c := &diff.Comparison{Changes: []diff.Change{{
		Status: diff.Split, Old: []*unit.Unit{u(first + second)}, New: []*unit.Unit{u(second), u(first), u("食料を三日分備蓄する。")},
		Edits: []wording.Edit{
			{Op: wording.Delete, Text: first},
			{Op: wording.Equal, Text: second},
			{Op: wording.Insert, Text: "\n" + first + "\n食料を三日分備蓄する。"},
		},
	}}}
	rows := Of(c, Options{Lang: lang.Japanese}).Areas[0].Rows
	if got := rows[1].Old.Absent; got != "（位置を移動）" {
		t.Errorf("the old side of a moved sentence says %q", got)
	}
}
