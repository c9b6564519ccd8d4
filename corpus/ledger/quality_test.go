package ledger_test

import (
	"fmt"
	"strings"
	"testing"

	"shinkyu/corpus/generate"
	"shinkyu/corpus/ledger"
	"shinkyu/parse"
	"shinkyu/parse/cite"
	"shinkyu/parse/parsetest"
	"shinkyu/parse/source"
)

// build makes the ledger of a generated history.
func build(t testing.TB, h *generate.History) *ledger.Ledger {
	t.Helper()
	var sources []ledger.Source
	for k, text := range h.Editions {
		src, err := source.Read(fmt.Sprintf("%d.txt", h.Years[k]), []byte(text), source.Options{})
		if err != nil {
			t.Fatal(err)
		}
		doc := parse.Parse(src)
		ix, err := cite.Find(doc, cite.Options{})
		if err != nil {
			t.Fatal(err)
		}
		sources = append(sources, ledger.Source{Edition: ledger.Edition{ID: fmt.Sprint(k), FiscalYear: h.Years[k]}, Doc: doc, Cites: ix})
	}
	l, err := ledger.Build(t.Context(), "s", sources, ledger.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// events reads out of a ledger what a history says of itself.
func events(l *ledger.Ledger) []generate.Event {
	var out []generate.Event
	byID := map[string]*ledger.Area{}
	for _, a := range l.Areas {
		byID[a.ID] = a
	}
	unit := func(e *ledger.Entry) generate.Unit { return generate.Unit{Edition: e.Edition, Title: e.Title} }
	for _, a := range l.Areas {
		var last *ledger.Entry
		for i := range a.Life {
			e := &a.Life[i]
			ev := generate.Event{Kind: string(e.Status)}
			if last != nil {
				ev.Old = unit(last)
			}
			if e.Present {
				ev.New = unit(e)
			}
			switch e.Status {
			case ledger.Kept, ledger.Reworded:
				ev.Kind = "same"
			case ledger.Split:
				if last == nil {
					ev.Old = unit(byID[e.From[0]].In(e.Edition - 1))
				}
			case ledger.Merged:
				if e.Into != "" {
					ev.New = unit(byID[e.Into].In(e.Edition))
				}
			}
			if e.Present {
				last = e
			}
			// The editions begin with areas that were born nowhere, and the
			// text before the first section is none.
			if !(e.Status == ledger.Born && e.Edition == 0) && ev.Old.Title+ev.New.Title != "" {
				out = append(out, ev)
			}
		}
	}
	return out
}

type score struct{ found, right, all int }

func (s *score) f1() float64 {
	if s.found+s.all == 0 {
		return 1
	}
	return 2 * float64(s.right) / float64(s.found+s.all)
}

// TestQuality measures how well areas are followed through generated series of
// twelve editions: F1 over every birth, drop and correspondence.
func TestQuality(t *testing.T) {
	kinds := []string{"all", "same", "split", "merged", "returned", "born", "dropped"}
	scores := map[string]*score{}
	for _, k := range kinds {
		scores[k] = &score{}
	}
	for _, seed := range []uint64{2, 3} {
		h := generate.Series(seed, 12)
		want := map[generate.Event]bool{}
		for _, e := range h.Events {
			want[e] = true
			scores[e.Kind].all++
			scores["all"].all++
		}
		for _, e := range events(build(t, h)) {
			scores[e.Kind].found++
			scores["all"].found++
			if want[e] {
				scores[e.Kind].right++
				scores["all"].right++
				delete(want, e)
			} else {
				t.Logf("seed %d: wrong %+v", seed, e)
			}
		}
		for e := range want {
			t.Logf("seed %d: missed %+v", seed, e)
		}
	}
	var b strings.Builder
	for _, k := range kinds {
		s := scores[k]
		fmt.Fprintf(&b, "%-8s F1 %.3f  precision %.3f  recall %.3f  of %d\n", k, s.f1(), share(s.right, s.found), share(s.right, s.all), s.all)
	}
	t.Log("\n" + b.String())
	if f := scores["all"].f1(); f < 0.95 {
		t.Errorf("F1 is %.3f", f)
	}
	parsetest.Golden(t, "testdata/quality.golden", b.String())
}

func share(n, of int) float64 {
	if of == 0 {
		return 1
	}
	return float64(n) / float64(of)
}
