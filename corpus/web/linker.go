package web

import (
	"cmp"
	"slices"

	"shinkyu/diff/report/layout"
	"shinkyu/parse"
	"shinkyu/parse/cite"
	"shinkyu/parse/source"
)

// A linker cuts the texts of a document into runs, with links from what they
// cite: a law or plan to its page, another part of the document to that part.
type linker struct {
	targets []target // by where they begin, none within another
}

type target struct {
	span source.Span
	href string
	tip  string
}

func newLinker(f *frame, cites *cite.Index, doc string) *linker {
	var all []target
	for _, w := range cites.Works {
		for _, m := range w.Mentions {
			all = append(all, target{m.Span, f.URL("/work", "id", w.ID, "in", doc, "at", m.Span.Start), layout.Visible(workName(w))})
		}
	}
	for _, r := range cites.References {
		if r.Target != "" {
			all = append(all, target{r.Span, "#" + sectionAnchor(r.Target), ""})
		}
	}
	slices.SortStableFunc(all, func(a, b target) int {
		return cmp.Or(cmp.Compare(a.span.Start, b.span.Start), cmp.Compare(b.span.End, a.span.End))
	})
	l := &linker{}
	end := 0
	for _, t := range all {
		if t.span.Len() > 0 && t.span.Start >= end {
			l.targets = append(l.targets, t)
			end = t.span.End
		}
	}
	return l
}

// runs cuts a text. Put together, the runs are the text.
func (l *linker) runs(t parse.Text) []run {
	var out []run
	at := 0
	add := func(from, to int, href, tip string) {
		if from < to {
			out = append(out, run{layout.Visible(t.String[from:to]), href, tip})
		}
	}
	sp := t.Span()
	first, _ := slices.BinarySearchFunc(l.targets, sp.Start, func(x target, start int) int { return cmp.Compare(x.span.End, start+1) })
	for _, x := range l.targets[first:] {
		if x.span.Start >= sp.End {
			break
		}
		from, to := within(t, x.span)
		if from = max(from, at); from < to {
			add(at, from, "", "")
			add(from, to, x.href, x.tip)
			at = to
		}
	}
	add(at, len(t.String), "", "")
	return out
}

// within gives the bytes of a text that come from a span of the source.
func within(t parse.Text, sp source.Span) (from, to int) {
	from = -1
	for _, p := range t.Pieces {
		lo, hi := max(p.Span.Start, sp.Start), min(p.Span.End, sp.End)
		if lo >= hi {
			continue
		}
		if from < 0 {
			from = p.At + lo - p.Span.Start
		}
		to = p.At + hi - p.Span.Start
	}
	if from < 0 {
		return 0, 0
	}
	return from, to
}

// workName is a work's title and what tells its edition.
func workName(w *cite.Work) string {
	s := w.Title
	for _, x := range []string{w.Number, w.Version, decided(w)} {
		if x != "" {
			s += " " + x
		}
	}
	return s
}

// decided is the date of the last decision on a plan, as EDTF.
func decided(w *cite.Work) string {
	if n := len(w.Events); n > 0 {
		return w.Events[n-1].Date.EDTF
	}
	return ""
}
