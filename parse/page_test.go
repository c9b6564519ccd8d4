package parse_test

import (
	"strings"
	"testing"

	"shinkyu/parse"
	"shinkyu/parse/source"
)

// Text taken from PDF has lost its page breaks; its page numbers tell them.
func TestPagesFromPrintedNumbers(t *testing.T) {
	a := "本計画は、地域の実情に応じた施策を総合的かつ計画的に推進するため、\n次のとおり定めるものである。\n"
	b := "本計画の期間は五年とし、社会の情勢が大きく変わったときは、その途中\nであっても見直すものとする。\n"
	c := "本計画の進捗は、毎年度、有識者の会議に報告し、その意見を翌年度から\nの施策に生かす。\n"
	for _, test := range []struct {
		name, text string
		want       []int // pages of the lines that begin with 本計画
		pages      int
	}{
		{"feet", a + "\n－１－\n\n" + b + "\n－２－\n\n" + c, []int{1, 2, 3}, 3},
		{"last number at the end", a + "\n- 1 -\n\n" + b + "\n- 2 -\n", []int{1, 2}, 2},
		{"printed numbers begin late", a + "\n- 7 -\n\n" + b + "\n- 8 -\n\n", []int{7, 8}, 8},
		{"form feeds know better", a + "\n7\n\f" + b + "\n8\n", []int{1, 2}, 2},
		{"heads", "- 1 -\n\n" + a + "\n- 2 -\n\n" + b + "\n- 3 -\n\n" + c, []int{1, 2, 3}, 3},
		{"a page is left out", a + "\n- 1 -\n\n" + b + "\n- 2 -\n\n" + c + "\n- 3 -\n\n" + b + "\n- 5 -\n\n" + c, []int{0, 0, 0, 0, 0}, 0},
		{"one page", a + "\n- 1 -\n\n" + b, []int{0, 0}, 0},
		{"none", a + "\n" + b, []int{0, 0}, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			src, err := source.Read("x.txt", []byte(test.text), source.Options{})
			if err != nil {
				t.Fatal(err)
			}
			d := parse.Parse(src)
			var got []int
			for i := 0; ; {
				k := strings.Index(test.text[i:], "本計画")
				if k < 0 {
					break
				}
				i += k + 1
				got = append(got, d.PageAt(i))
			}
			if len(got) != len(test.want) || d.Pages() != test.pages {
				t.Fatalf("pages %v of %d, want %v of %d", got, d.Pages(), test.want, test.pages)
			}
			for i := range got {
				if got[i] != test.want[i] {
					t.Errorf("paragraph %d on page %d, want %d", i, got[i], test.want[i])
				}
			}
		})
	}
}

// A page begins behind the number at the foot of the one before it, or with the
// number at its own head; a document that was stored and read back has the same.
func TestPagesBegin(t *testing.T) {
	a := "本計画は、地域の実情に応じた施策を総合的かつ計画的に推進するため、\n次のとおり定めるものである。\n"
	b := "計画の期間は五年とし、社会の情勢が大きく変わったときは、その途中\nであっても見直すものとする。\n"
	c := "計画の進捗は、毎年度、有識者の会議に報告し、その意見を翌年度から\nの施策に生かす。\n"
	for _, test := range []struct {
		name, text string
		behind     bool // the number
	}{
		{"feet", a + "- 1 -\n" + b + "- 2 -\n" + c, true},
		{"heads", "- 1 -\n" + a + "- 2 -\n" + b + "- 3 -\n" + c, false},
	} {
		src, err := source.Read("x.txt", []byte(test.text), source.Options{})
		if err != nil {
			t.Fatal(err)
		}
		d := parse.Parse(src)
		var begin [4]int // where each page does
		for page, number := range []string{"- 1 -", "- 2 -", "- 3 -"} {
			at := strings.Index(test.text, number)
			switch {
			case test.behind && at >= 0:
				begin[page+2] = at + len(number)
			case !test.behind:
				begin[page+1] = at
			}
		}
		for again := range 2 {
			for page := 1; page <= 3; page++ {
				if got := d.PageAt(begin[page]); got != page {
					t.Errorf("%s, %d: page %d begins on page %d", test.name, again, page, got)
				}
				if page > 1 {
					if got := d.PageAt(begin[page] - 1); got != page-1 {
						t.Errorf("%s, %d: page %d begins late, on page %d", test.name, again, page, got)
					}
				}
			}
			if got := d.PageAt(len(test.text)); got != 3 || d.Pages() != 3 {
				t.Errorf("%s, %d: the text ends on page %d of %d", test.name, again, got, d.Pages())
			}
			parse.Restore(d)
		}
	}
}
