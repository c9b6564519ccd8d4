package report

import (
	"fmt"

	"shinkyu/corpus"
	"shinkyu/corpus/ledger"
	"shinkyu/diff"
	"shinkyu/diff/unit"
	"shinkyu/parse/render/lang"
)

// SeriesOptions say how the report on a series is written.
type SeriesOptions struct {
	Options
	OldFirst bool   // the old text stands on the left, in HTML
	Abridge  bool   // passages that stayed as they were are shown as 略, in HTML
	Command  string // that gives the report again; empty to leave it out
}

// What the report on a series says in its own voice.
var (
	seriesTitle      = say("系列の報告：%s", "Report on a series: %s")
	seriesContents   = say("目次", "Contents")
	seriesEditions   = say("版", "Editions")
	seriesLedger     = say("領域の台帳", "Ledger of areas")
	seriesPair       = say("%[1]s → %[2]s", "%[1]s → %[2]s")
	seriesMethod     = say("方法と設定", "Method and settings")
	seriesLinked     = say("印は、その変化を示す対照表へのリンク。", "Each sign leads to the comparison that shows the change.")
	seriesToLedger   = say("領域の台帳へ", "To the ledger of areas")
	seriesSkip       = say("本文へ進む", "Skip to the content")
	seriesTop        = say("先頭へ", "Back to top")
	seriesMade       = say("shinkyu による。引用した本文は原文のまま、見えない文字は記号で示す。", "Made with shinkyu. Quoted text is as in the sources, invisible characters shown as signs.")
	seriesPairTitles = say("「%[1]s」から「%[2]s」へ", "From %[1]s to %[2]s")
)

// pairLabel names a comparison by its editions: 2022 → 2023.
func (o *Options) pairLabel(l *ledger.Ledger, k int) string {
	return o.t(seriesPair, l.Editions[k-1].Label, l.Editions[k].Label)
}

// pairID is the place of the comparison of edition k with the one before it.
func pairID(k int) string { return fmt.Sprintf("e%d", k) }

// linkTo gives the links from what became of an area to the change that shows
// it. at gives the address of a change by the edition and its index.
func linkTo(h *corpus.History, at func(k, change int) string) func(*ledger.Area, *ledger.Entry) string {
	type sides struct{ old, new map[string]int }
	changes := make([]sides, len(h.Comparisons)+1)
	for i, c := range h.Comparisons {
		s := sides{map[string]int{}, map[string]int{}}
		for n := range c.Changes {
			index(s.old, c.Changes[n].Old, n)
			index(s.new, c.Changes[n].New, n)
		}
		changes[i+1] = s
	}
	return func(a *ledger.Area, e *ledger.Entry) string {
		k := e.Edition
		if k == 0 {
			return ""
		}
		n, ok := 0, false
		if e.Present {
			n, ok = changes[k].new[e.Path]
		} else if was := a.In(k - 1); was != nil && was.Present {
			n, ok = changes[k].old[was.Path]
		}
		if !ok {
			return ""
		}
		return at(k, n)
	}
}

func index(at map[string]int, units []*unit.Unit, change int) {
	for _, u := range units {
		at[u.Path] = change
	}
}

// tally says in a few words what became of the areas: 削除 1、新設 2.
func tally(o *Options, c *diff.Comparison) string {
	out := ""
	for _, s := range []struct {
		status diff.Status
		name   lang.Text
	}{
		{diff.Dropped, say("削除 %d", "%d dropped")},
		{diff.Added, say("新設 %d", "%d added")},
		{diff.Split, say("分割 %d", "%d split")},
		{diff.Merged, say("統合 %d", "%d merged")},
		{diff.Reworded, say("改訂 %d", "%d reworded")},
	} {
		n := 0
		for i := range c.Changes {
			if c.Changes[i].Status == s.status {
				n++
			}
		}
		if n == 0 {
			continue
		}
		if out != "" {
			out += o.t(say("、", ", "))
		}
		out += o.t(s.name, n)
	}
	if out == "" {
		return o.t(say("変更なし", "no change"))
	}
	return out
}
