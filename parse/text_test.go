package parse_test

import (
	"slices"
	"testing"

	"shinkyu/parse"
	"shinkyu/parse/source"
)

// text is a text of three pieces of a source, with a space put back between
// the second and the third: "abc" at 2, "de" at 8, "fgh" at 20.
func text() parse.Text {
	return parse.Text{String: "abcde fgh", Pieces: []parse.Piece{
		{At: 0, Span: source.Span{Start: 2, End: 5}},
		{At: 3, Span: source.Span{Start: 8, End: 10}},
		{At: 6, Span: source.Span{Start: 20, End: 23}},
	}}
}

func TestTextSourceOffset(t *testing.T) {
	want := []int{2, 3, 4, 8, 9, 10, 20, 21, 22, 23} // of each byte, and of the end
	for off, w := range want {
		if got := text().SourceOffset(off); got != w {
			t.Errorf("byte %d at %d, want %d", off, got, w)
		}
	}
	if got := text().SourceOffset(-1); got != 2 {
		t.Errorf("a byte before the text at %d, want its start", got)
	}
	if got := (parse.Text{}).SourceOffset(3); got != 0 {
		t.Errorf("a byte of no text at %d", got)
	}
}

func TestTextSourceSpan(t *testing.T) {
	for _, c := range []struct{ start, end, from, to int }{
		{0, 9, 2, 23}, {1, 2, 3, 4}, {1, 4, 3, 9}, {4, 7, 9, 21}, {8, 9, 22, 23},
	} {
		if got := text().SourceSpan(c.start, c.end); got != (source.Span{Start: c.from, End: c.to}) {
			t.Errorf("[%d:%d] at %v, want %d to %d", c.start, c.end, got, c.from, c.to)
		}
	}
}

func TestTextSlice(t *testing.T) {
	for _, c := range []struct {
		start, end int
		want       string
		pieces     []parse.Piece
	}{
		{0, 9, "abcde fgh", text().Pieces},
		{1, 4, "bcd", []parse.Piece{{At: 0, Span: source.Span{Start: 3, End: 5}}, {At: 2, Span: source.Span{Start: 8, End: 9}}}},
		{3, 5, "de", []parse.Piece{{At: 0, Span: source.Span{Start: 8, End: 10}}}},
		{5, 7, " f", []parse.Piece{{At: 1, Span: source.Span{Start: 20, End: 21}}}},
		{5, 6, " ", nil},
		{7, 9, "gh", []parse.Piece{{At: 0, Span: source.Span{Start: 21, End: 23}}}},
		{2, 2, "", nil},
	} {
		got := text().Slice(c.start, c.end)
		if got.String != c.want || !slices.Equal(got.Pieces, c.pieces) {
			t.Errorf("[%d:%d] is %q %v, want %q %v", c.start, c.end, got.String, got.Pieces, c.want, c.pieces)
		}
	}
}

func TestTextAdd(t *testing.T) {
	src, err := source.Read("x.txt", []byte("abc\ndef\n"), source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var x parse.Text
	if !x.IsZero() {
		t.Error("no text is not zero")
	}
	x.Add(src, source.Span{Start: 1, End: 3}, "-")
	x.Add(src, source.Span{Start: 3, End: 3}, "-")
	x.Add(src, source.Span{Start: 4, End: 6}, "-")
	want := []parse.Piece{{At: 0, Span: source.Span{Start: 1, End: 3}}, {At: 3, Span: source.Span{Start: 4, End: 6}}}
	if x.String != "bc-de" || !slices.Equal(x.Pieces, want) || x.IsZero() {
		t.Errorf("%q %v, want %q %v", x.String, x.Pieces, "bc-de", want)
	}
	if got := x.Span(); got != (source.Span{Start: 1, End: 6}) {
		t.Errorf("span %v", got)
	}
}

// A loop over the sections may stop early, and a walk passes over the children
// of what it is told to.
func TestSectionsStop(t *testing.T) {
	src, err := source.Read("x.txt", []byte("整備計画\n\n第１章　総論\n１　趣旨\n趣旨を述べる。\n２　期間\n五年とする。\n第２章　各論\n１　道路\n道路を直す。\n"), source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	d := parse.Parse(src)
	paths := func(most int) (out []string) {
		for s := range d.Sections() {
			if out = append(out, s.Path); len(out) == most {
				break
			}
		}
		return out
	}
	for most, want := range map[int][]string{0: {"1", "1/1", "1/2", "2", "2/1"}, 1: {"1"}, 2: {"1", "1/1"}, 4: {"1", "1/1", "1/2", "2"}} {
		if got := paths(most); !slices.Equal(got, want) {
			t.Errorf("the first %d sections are %v, want %v", most, got, want)
		}
	}
	var top []string
	parse.Walk(d.Content, func(n parse.Node, _ []*parse.Section) bool {
		top = append(top, n.(*parse.Section).Path)
		return false
	})
	if want := []string{"1", "2"}; !slices.Equal(top, want) {
		t.Errorf("the walk went to %v, want %v", top, want)
	}
}
