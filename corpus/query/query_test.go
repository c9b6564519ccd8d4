package query

import (
	"errors"
	"strings"
	"testing"

	"shinkyu/corpus/index"
	corpuswords "shinkyu/corpus/words"
	"shinkyu/parse/token"
)

// spaces cuts at spaces, so that the tests tell of the grammar alone.
type spaces struct{}

func (spaces) Words(text string) []token.Word {
	var out []token.Word
	for at, w := range strings.Fields(text) {
		start := strings.Index(text, w)
		out = append(out, token.Word{Surface: w, Base: w, POS: "名詞", Start: start, End: start + len(w), Known: at >= 0})
	}
	return out
}

// years is a corpus with two series and three years.
type facetsOf struct{}

func (facetsOf) Series(name string) ([]string, error) {
	var out []string
	for _, s := range []string{"基本計画", "行動計画"} {
		if strings.Contains(s, name) {
			out = append(out, "s"+s)
		}
	}
	return out, nil
}

func (facetsOf) Years(from, to int) ([]string, error) {
	var out []string
	for y, f := range map[int]string{2020: "y2020"} {
		if y >= from && (to == 0 || y <= to) {
			out = append(out, f)
		}
	}
	return out, nil
}

var cutter = &corpuswords.Cutter{Tokenizer: spaces{}}

// written puts an expression on a line.
func written(e index.Expr) string {
	list := func(parts []index.Expr, operator string) string {
		var out []string
		for _, p := range parts {
			out = append(out, written(p))
		}
		if s := strings.Join(out, operator); len(out) > 1 {
			return "(" + s + ")"
		}
		return strings.Join(out, "")
	}
	switch e := e.(type) {
	case *index.Any:
		return list(e.Parts, " OR ")
	case *index.All:
		if len(e.Not) > 0 {
			return "(" + list(e.Want, " AND ") + " NOT " + list(e.Not, " OR ") + ")"
		}
		return list(e.Want, " AND ")
	case *index.Facets:
		var out []string
		for _, t := range e.Terms {
			out = append(out, "F:"+t)
		}
		return "(" + strings.Join(out, " OR ") + ")"
	case *index.Phrase:
		s := ""
		if e.Heading {
			s = "T:"
		}
		if len(e.Prefixes) > 0 {
			return s + strings.Join(append(e.Words, strings.Join(e.Prefixes, "|")), " ") + "*"
		}
		return s + strings.Join(e.Words, " ")
	}
	return "?"
}

func TestMatch(t *testing.T) {
	for _, c := range []struct{ query, want string }{
		{"人材", "人材"},
		{"人材 育成", "(人材 AND 育成)"},
		{"人材　AND　育成", "(人材 AND 育成)"},
		{"人材 OR 育成 研究", "(人材 OR (育成 AND 研究))"},
		{"（人材 OR 育成） 研究", "((人材 OR 育成) AND 研究)"},
		{"人材 NOT 大学", "(人材 NOT 大学)"},
		{"人材 -大学 －研究", "(人材 NOT (大学 OR 研究))"},
		{"NOT 大学 人材", "(人材 NOT 大学)"},
		{"NOT NOT 人材", "人材"},
		{`"人材 育成"`, "人材 育成"},
		{"「人材 育成」", "人材 育成"},
		{`"人材 育成`, "人材 育成"},
		{"育*", "育*"},
		{"育＊", "育*"},
		{"育 *", "育"},
		{"title:人材", "T:人材"},
		{"Title：「人材 育成」", "T:人材 育成"},
		{"series:計画 人材", "((F:s基本計画 OR F:s行動計画) AND 人材)"},
		{"series:農業", "()"},
		{"year:2018..2024", "(F:y2020)"},
		{"year:..2019", "()"},
		{"year:令和2年度", "(F:y2020)"},
		{"year:令和元..令和3", "(F:y2020)"},
		{"ＳＢＯＭ", "sbom"},
		{"ﾃﾞｰﾀ", "でーた"},
		{"and or not", "(and AND or AND not)"},
		{"AND 人材 AND", "人材"},
		{"OR 人材 OR", "人材"},
		{`人材"育成"`, "(人材 AND 育成)"},
		{"unknown:人材", "unknown人材"},
		{"a-b", "ab"},
		{"() 人材", "人材"},
	} {
		q, err := Parse(c.query)
		if err != nil {
			t.Errorf("%s: %v", c.query, err)
			continue
		}
		m, err := q.Match(cutter, facetsOf{})
		if err != nil {
			t.Errorf("%s: %v", c.query, err)
			continue
		}
		if got := written(m.Expr); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.query, got, c.want)
		}
	}
}

func TestErrors(t *testing.T) {
	for _, c := range []struct{ query, want string }{
		{"", "there is nothing to look for"},
		{"  　", "there is nothing to look for"},
		{"*", "there is nothing to look for"},
		{"()", "there is nothing to look for"},
		{"(人材", "at character 1: the bracket is not closed"},
		{"人材)", "at character 3: a bracket is closed that was not opened"},
		{"NOT 人材", "at character 1: NOT has nothing to take away from"},
		{"人材 OR NOT 大学", "at character 7: NOT has nothing to take away from"},
		{"title: 人材", "at character 1: title: has no value"},
		{"year:", "year: has no value"},
		{"year:abc", "this is no year: abc"},
		{"year:..", "this is no year: .."},
		{strings.Repeat("(", 40) + "人材", "nested too deep"},
		{strings.Repeat("人 ", 101), "more than 100 words"},
		{strings.Repeat("人", 2001), "longer than 2000"},
	} {
		_, err := Parse(c.query)
		if e := new(Error); !errors.As(err, &e) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%.40q: %v, want %s", c.query, err, c.want)
		}
	}
}

func TestFind(t *testing.T) {
	q, err := Parse(`"人材 育成" OR 研*`)
	if err != nil {
		t.Fatal(err)
	}
	m, err := q.Match(cutter, facetsOf{})
	if err != nil {
		t.Fatal(err)
	}
	text := "大学 の 人材 育成。 研究 と 人材"
	var got []string
	for _, x := range m.Find(text, cutter, false) {
		got = append(got, text[x.Start:x.End])
	}
	if want := "人材 育成。|研究"; strings.Join(got, "|") != want { // the words of these tests keep their signs
		t.Errorf("%q", got)
	}
}
