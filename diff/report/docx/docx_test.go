package docx

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"shinkyu/diff"
	"shinkyu/diff/report/layout"
	"shinkyu/diff/report/reporttest"
	"shinkyu/diff/unit"
	"shinkyu/parse/render/lang"
)

func made(t testing.TB, f func(*bytes.Buffer) error) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := f(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func tableOf(t testing.TB, c *diff.Comparison, opt layout.Options) []byte {
	return made(t, func(b *bytes.Buffer) error { return Write(b, c, opt) })
}

func redlineOf(t testing.TB, c *diff.Comparison, opt layout.Options) []byte {
	return made(t, func(b *bytes.Buffer) error { return Redline(b, c, opt) })
}

// lines gives the text of an edition as its document prints it.
func lines(c *diff.Comparison, old bool) []string {
	e := c.New
	if old {
		e = c.Old
	}
	out := []string{layout.Visible(docTitle(e))}
	units := slices.Clone(e.Units)
	slices.SortFunc(units, func(a, b *unit.Unit) int { return a.Index - b.Index })
	for _, u := range units {
		if titled(u) {
			out = append(out, layout.Visible(headingText(u)))
		}
		for i := range u.Passages {
			p := &u.Passages[i]
			for k, line := range strings.Split(p.Text.String, "\n") {
				if k == 0 {
					line = markerText(p) + line
				}
				out = append(out, layout.Visible(line))
			}
		}
	}
	return out
}

// Accepting all tracked changes gives the new text, rejecting all the old.
func TestRedlineAcceptReject(t *testing.T) {
	for seed := range uint64(60) {
		m := reporttest.New(seed)
		m.Hostile = seed%3 == 0
		c := m.Comparison(7)
		parts := unpack(t, redlineOf(t, c, layout.Options{Lang: lang.Japanese}))
		body := parts["word/document.xml"].kid("document").kid("body")
		for _, accept := range []bool{true, false} {
			got, want := paragraphs(body, accept), append(lines(c, !accept), "")
			if !slices.Equal(got, want) {
				t.Fatalf("seed %d, accept %v:\n%q\nwant\n%q", seed, accept, got, want)
			}
		}
		checkStyles(t, parts)
		checkComments(t, parts)
	}
}

// A unit that stands elsewhere with the same text is a move in Word's own
// terms, and what holds for the rest of the redline holds for it.
func TestRedlineMoves(t *testing.T) {
	moves := 0
	for seed := range uint64(60) {
		m := reporttest.New(seed)
		m.Hostile = seed%3 == 0
		c := m.Comparison(4)
		for range 3 {
			m.Move(c)
		}
		parts := unpack(t, redlineOf(t, c, layout.Options{Lang: lang.Japanese}))
		body := parts["word/document.xml"].kid("document").kid("body")
		for _, accept := range []bool{true, false} {
			if got, want := paragraphs(body, accept), append(lines(c, !accept), ""); !slices.Equal(got, want) {
				t.Fatalf("seed %d, accept %v:\n%q\nwant\n%q", seed, accept, got, want)
			}
		}
		checkComments(t, parts)
		moves += checkMoves(t, body)
	}
	if moves < 60 {
		t.Errorf("only %d moves", moves)
	}
}

// checkMoves checks the ranges of a body: each move has both its ends, of one
// name that no other has; ranges of a kind do not meet; and text is moved in
// them and nowhere else. It gives how many moves there are.
func checkMoves(t *testing.T, body *node) int {
	t.Helper()
	names := map[string][2]int{}
	for i, kind := range []string{"moveFrom", "moveTo"} {
		open := ""
		for _, block := range body.kids {
			for _, start := range block.all(kind + "RangeStart") {
				if open != "" {
					t.Errorf("%s: range %s begins inside another", kind, start.attrs["id"])
				}
				if start.attrs["author"] == "" || start.attrs["date"] == "" {
					t.Errorf("%s: a range needs its author and date: %v", kind, start.attrs)
				}
				open = start.attrs["id"]
				n := names[start.attrs["name"]]
				n[i]++
				names[start.attrs["name"]] = n
			}
			if marked := len(block.all(kind)) > 0; block.is("p") && marked != (open != "") {
				t.Errorf("%s: a paragraph of %q in range %q", kind, text(block, kind == "moveTo"), open)
			}
			if block.is(kind + "RangeEnd") {
				if block.attrs["id"] != open {
					t.Errorf("%s: range %s ends in %s", kind, open, block.attrs["id"])
				}
				open = ""
			}
		}
		if open != "" {
			t.Errorf("%s: range %s does not end", kind, open)
		}
	}
	for name, n := range names {
		if n != [2]int{1, 1} {
			t.Errorf("move %s has %v ends", name, n)
		}
	}
	return len(names)
}

func checkComments(t *testing.T, parts map[string]*node) {
	t.Helper()
	have := map[string]bool{}
	for _, c := range parts["word/comments.xml"].all("comment") {
		have[c.attrs["id"]] = true
	}
	for _, r := range parts["word/document.xml"].all("commentReference") {
		if !have[r.attrs["id"]] {
			t.Errorf("no comment %s", r.attrs["id"])
		}
		delete(have, r.attrs["id"])
	}
	for id := range have {
		t.Errorf("nothing refers to comment %s", id)
	}
}

// The cells of the table, read back, are what was laid out, and what is
// underlined is what changed.
func TestTableReadBack(t *testing.T) {
	for seed := range uint64(24) {
		m := reporttest.New(seed)
		m.Hostile = seed%2 == 0
		c := m.Comparison(6)
		opt := layout.Options{Lang: lang.Japanese, OldFirst: seed%3 == 0, Abridge: seed%5 == 0}
		parts := unpack(t, tableOf(t, c, opt))
		checkStyles(t, parts)
		body := parts["word/document.xml"].kid("document").kid("body")
		rows := body.all("tbl")[0].all("tr")[1:]
		r := layout.Of(c, opt)
		i := 0
		for _, a := range r.Areas {
			for _, row := range joinHeadings(a.Rows) {
				cells := rows[i].all("tc")
				i++
				for k, s := range r.Sides {
					got, want := cellText(cells[k]), wantCell(row.Side(s))
					if got != want {
						t.Fatalf("seed %d, row %d, %s:\n%q\nwant\n%q", seed, i, s, got, want)
					}
				}
			}
		}
		if i != len(rows) {
			t.Fatalf("seed %d: %d rows, want %d", seed, len(rows), i)
		}
	}
}

// cellText gives the text of a cell, what is underlined in brackets.
func cellText(tc *node) string {
	var out []string
	for _, p := range tc.all("p") {
		s := ""
		for _, r := range p.all("r") {
			x := text(r, true)
			if style := r.kid("rPr").kid("rStyle"); style != nil && style.attrs["val"] == "Changed" {
				x = "[" + x + "]"
			}
			s += x
		}
		out = append(out, s)
	}
	return strings.Join(out, "\n")
}

func wantCell(c *layout.Cell) string {
	mark := func(r layout.Run) string {
		if r.Changed && r.Text != "" {
			return "[" + r.Text + "]"
		}
		return r.Text
	}
	var out []string
	for _, p := range c.Paras {
		s := mark(p.Marker)
		if p.Marker.Text != "" && len(p.Runs) > 0 {
			s += "　"
		}
		for _, r := range p.Runs {
			s += mark(r)
		}
		out = append(out, s)
	}
	if c.Absent != "" || len(c.Paras) == 0 {
		out = append(out, c.Absent)
	}
	return strings.Join(out, "\n")
}

func TestTableIsLandscapeWithRepeatedHeads(t *testing.T) {
	parts := unpack(t, tableOf(t, reporttest.New(1).Comparison(4), layout.Options{}))
	doc := parts["word/document.xml"]
	if size := doc.all("pgSz")[0].attrs; size["orient"] != "landscape" || size["w"] != "16838" || size["h"] != "11906" {
		t.Errorf("page %v", size)
	}
	for i, tbl := range doc.all("tbl") {
		rows := tbl.all("tr")
		if rows[0].kid("trPr").kid("tblHeader") == nil {
			t.Errorf("table %d: its head does not repeat", i)
		}
		columns := len(tbl.kid("tblGrid").kids)
		for k, tr := range rows {
			if n := len(tr.all("tc")); n != columns {
				t.Errorf("table %d, row %d: %d cells under %d columns", i, k, n, columns)
			}
			for _, tc := range tr.all("tc") {
				if last := tc.kids[len(tc.kids)-1]; !last.is("p") {
					t.Errorf("table %d, row %d: a cell must end with a paragraph", i, k)
				}
			}
		}
	}
	if len(parts["word/footer1.xml"].all("fldSimple")) != 2 {
		t.Error("no page numbers")
	}
}

func TestSidesInOrder(t *testing.T) {
	c := reporttest.New(2).Comparison(2)
	for _, x := range []struct {
		opt  layout.Options
		want string
	}{
		{layout.Options{Lang: lang.Japanese}, "改正後（新）"},
		{layout.Options{Lang: lang.Japanese, OldFirst: true}, "改正前（旧）"},
	} {
		parts := unpack(t, tableOf(t, c, x.opt))
		if got := text(parts["word/document.xml"].all("tc")[0], true); got != x.want {
			t.Errorf("first column %q, want %q", got, x.want)
		}
	}
}

func TestSameBytes(t *testing.T) {
	c := reporttest.New(3).Comparison(9)
	if !bytes.Equal(tableOf(t, c, layout.Options{}), tableOf(t, c, layout.Options{})) {
		t.Error("two tables of the same comparison differ")
	}
	if !bytes.Equal(redlineOf(t, c, layout.Options{}), redlineOf(t, c, layout.Options{})) {
		t.Error("two redlines of the same comparison differ")
	}
}

func TestEmptyComparison(t *testing.T) {
	c := &diff.Comparison{}
	unpack(t, tableOf(t, c, layout.Options{}))
	unpack(t, redlineOf(t, c, layout.Options{}))
}

func BenchmarkTable(b *testing.B) {
	c := reporttest.New(4).Comparison(1000)
	b.ReportAllocs()
	for b.Loop() {
		b.SetBytes(int64(len(tableOf(b, c, layout.Options{}))))
	}
}

func BenchmarkRedline(b *testing.B) {
	c := reporttest.New(4).Comparison(1000)
	b.ReportAllocs()
	for b.Loop() {
		b.SetBytes(int64(len(redlineOf(b, c, layout.Options{}))))
	}
}
