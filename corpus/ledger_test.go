package corpus

import (
	"strings"
	"testing"
)

func TestLabels(t *testing.T) {
	dated := func(dates ...string) (out []*Document) {
		for i, d := range dates {
			out = append(out, &Document{ID: string(rune('a' + i)), Name: "x/" + string(rune('p'+i)) + ".md", Date: d})
		}
		return out
	}
	for _, c := range []struct {
		docs []*Document
		want string
	}{
		{[]*Document{{FiscalYear: 2020}, {FiscalYear: 2021}, {FiscalYear: 2021, Draft: true}}, "2020 2021 2021案"},
		{dated("2020-01", "2020-02"), "2020-01 2020-02"},
		{dated("2020-01", "2021-09-01", "2021-09-01"), "2020-01|2021-09-01 (1)|2021-09-01 (2)"},
		{dated("2020-01", "", "2021"), "p q r"},
		{dated("2021", "2021", "2021"), "p q r"},
		{[]*Document{{ID: "d1", Name: "a"}, {ID: "d2", Name: "a"}}, "d1 d2"},
	} {
		want := strings.Split(c.want, "|")
		if len(want) == 1 {
			want = strings.Fields(c.want)
		}
		if got := labels(c.docs); strings.Join(got, "|") != strings.Join(want, "|") {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
