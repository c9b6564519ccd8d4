package diff

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"shinkyu/diff/fold"
	"shinkyu/diff/unit"
	"shinkyu/diff/wording"
	"shinkyu/parse"
	"shinkyu/parse/parsetest"
	"shinkyu/parse/source"
)

func readDocument(t testing.TB, path string) *parse.Document {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	src, err := source.Read(path, b, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return parse.Parse(src)
}

// TestLawEditions checks that an article that says the same in both editions,
// and nowhere else, is matched to itself, and that none is dropped that the
// new edition still has under its number with most of its words.
func TestLawEditions(t *testing.T) {
	laws, _ := filepath.Glob(filepath.Join(parsetest.Corpora(t, "laws"), "*", "*.md"))
	for i := 1; i < len(laws); i++ {
		if filepath.Dir(laws[i-1]) != filepath.Dir(laws[i]) {
			continue
		}
		c := compare(t, readDocument(t, laws[i-1]), readDocument(t, laws[i]))
		older, newer := once(c.Old.Units), once(c.New.Units)
		for text, u := range older {
			if v := newer[text]; v != nil && !together(c, u, v) {
				t.Errorf("%s: %s %s is not %s %s", laws[i], u.Path, u.Marker, v.Path, v.Marker)
			}
		}
		for k := range c.Changes {
			x := &c.Changes[k]
			if x.Status == Dropped && still(c, x.Old[0]) {
				t.Errorf("%s: %s is dropped, and still there", laws[i], describe(x))
			}
		}
	}
}

// once gives the units by text, of those of which the text stands once.
func once(units []*unit.Unit) map[string]*unit.Unit {
	n := map[string]int{}
	out := map[string]*unit.Unit{}
	for _, u := range units {
		text := fold.String(u.Text())
		n[text]++
		out[text] = u
	}
	for text := range n {
		if n[text] > 1 || text == "" {
			delete(out, text)
		}
	}
	return out
}

func together(c *Comparison, u, v *unit.Unit) bool {
	for i := range c.Changes {
		if has(c.Changes[i].Old, u) {
			return has(c.Changes[i].New, v)
		}
	}
	return false
}

func has(units []*unit.Unit, u *unit.Unit) bool {
	for _, x := range units {
		if x == u {
			return true
		}
	}
	return false
}

// still reports whether an added article has the number and most of the words
// of u.
func still(c *Comparison, u *unit.Unit) bool {
	for i := range c.Changes {
		x := &c.Changes[i]
		if x.Status == Added && x.New[0].Marker == u.Marker && strings.Contains(u.Marker, "条") &&
			found(u.Text(), x.New[0].Text()) > 0.8 && found(x.New[0].Text(), u.Text()) > 0.8 {
			return true
		}
	}
	return false
}

// found is the share of the pairs of characters of s that stand in text.
func found(s, text string) float64 {
	r := []rune(fold.String(s))
	text = fold.String(text)
	if len(r) < 2 {
		return ratio(bit(strings.Contains(text, string(r))), 1)
	}
	n := 0
	for i := range len(r) - 1 {
		n += bit(strings.Contains(text, string(r[i:i+2])))
	}
	return float64(n) / float64(len(r)-1)
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

// taishohyo are the official comparison tables of the guidelines, each with
// the editions that it is about, by the name of the guideline in its rows.
var taishohyo = map[string]map[string][2]string{
	"revision_guidelines_150225.tsv": {
		"共有":     {"data-sharing-guidelines/v1.html", "data-sharing-guidelines/v2.html"},
		"セキュリティ": {"security-guidelines-for-users/v1.html", "security-guidelines-for-users/v2.html"},
	},
	"guidelinesv2to3_160229.tsv": {
		"共有": {"data-sharing-guidelines/v2.html", "data-sharing-guidelines/v3.html"},
	},
	"guidelinesv3.0to4.0_180831.tsv": {
		"共有": {"data-sharing-guidelines/v3.html", "data-sharing-guidelines/v4.html"},
	},
}

// TestOfficialTables checks that what an agency's own 新旧対照表 sets side by
// side stands in one change that shows it.
func TestOfficialTables(t *testing.T) {
	dir := parsetest.Corpora(t, "nbdc")
	rows, shown := 0, 0
	for table, guidelines := range taishohyo {
		for name, editions := range guidelines {
			c := compare(t, readDocument(t, filepath.Join(dir, "editions", editions[0])),
				readDocument(t, filepath.Join(dir, "editions", editions[1])))
			for _, row := range tableRows(t, filepath.Join(dir, "taishohyo", table), name) {
				if !quoted(c, row) {
					continue // a remark about the whole, not text of the editions
				}
				rows++
				if shows(c, row) {
					shown++
				} else {
					t.Logf("%s %s not shown: %q → %q", table, row[0], row[1], row[2])
				}
			}
		}
	}
	t.Logf("%d of %d rows stand in a change that shows them", shown, rows)
	if float64(shown) < 0.95*float64(rows) {
		t.Error("fewer than 95 in 100")
	}
}

// tableRows gives number, old and new text of the rows about a guideline.
func tableRows(t *testing.T, path, guideline string) [][3]string {
	var out [][3]string
	for _, line := range strings.Split(readFile(t, path), "\n") {
		f := strings.Split(strings.TrimRight(line, "\r"), "\t")
		if len(f) < 7 || f[1] != guideline {
			continue
		}
		out = append(out, [3]string{f[0] + " " + f[2], cell(f[5]), cell(f[6])})
	}
	return out
}

func cell(s string) string {
	s = strings.ReplaceAll(s, `\n`, "\n")
	if s == "記載なし" || s == "ー" || s == "-" {
		return ""
	}
	return s
}

// most is how much of a cell is to be found in a text: cells shorten with …,
// number afresh, and hold slips of the pen.
const most = 0.8

func quoted(c *Comparison, row [3]string) bool {
	whole := func(e *Edition) string {
		s := ""
		for _, u := range e.Units {
			s += u.Marker + u.Title + u.Text()
		}
		return s
	}
	return row[1]+row[2] != "" && (row[1] == "" || found(row[1], whole(c.Old)) >= most) &&
		(row[2] == "" || found(row[2], whole(c.New)) >= most)
}

// shows reports whether one change, not an unchanged one, holds the text of
// both sides.
func shows(c *Comparison, row [3]string) bool {
	for i := range c.Changes {
		x := &c.Changes[i]
		o, n := headed(x.Old), headed(x.New)
		if (row[1] == "" || found(row[1], o) >= most) && (row[2] == "" || found(row[2], n) >= most) && touched(x) {
			return true
		}
	}
	return false
}

func headed(units []*unit.Unit) string {
	s := ""
	for _, u := range units {
		s += u.Marker + u.Title + "\n" + u.Text() + "\n"
	}
	return s
}

func touched(x *Change) bool {
	for _, e := range x.Edits {
		if e.Op != wording.Equal {
			return true
		}
	}
	return x.Retitled || x.Status == Added || x.Status == Dropped
}
