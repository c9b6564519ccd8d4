package report

import (
	"shinkyu/diff"
	"shinkyu/diff/terms"
	"shinkyu/diff/unit"
	"shinkyu/diff/wording"
	"shinkyu/parse"
	"shinkyu/parse/cite"
	"shinkyu/parse/source"
)

// hostile is text that would break a report which wrote it as it is.
const hostile = "|# <b>x</b> </del> *a* _b_ `c` [d](http://e.f) \\ &amp; $g$ ~~h~~\t1. :i:"

// made is a comparison that has something of everything, with hostile text in
// every place that a document fills.
func made() *diff.Comparison {
	older, newer := edition("旧"+hostile, 3), edition("新"+hostile, 4)
	law := &cite.Work{ID: "l1", Kind: cite.Law, Title: "基本法" + hostile, Number: "平成26年法律第104号", Mentions: []cite.Mention{mention(1)}}
	plan := &cite.Work{ID: "p1", Kind: cite.Plan, Title: "戦略" + hostile, Events: []cite.Event{{Date: parse.Date{Text: "平成30年７月27日", EDTF: "2018-07-27"}, Body: "閣議", Act: "決定"}}, Mentions: []cite.Mention{mention(2), mention(3)}}
	next := &cite.Work{ID: "p2", Kind: cite.Plan, Title: "戦略" + hostile, Events: []cite.Event{{Date: parse.Date{Text: "令和3年9月28日", EDTF: "2021-09-28"}, Body: "閣議", Act: "決定"}}, Succeeds: plan}
	return &diff.Comparison{
		Old: older, New: newer,
		Changes: []diff.Change{
			{Status: diff.Unchanged, Old: older.Units[:1], New: newer.Units[:1], Similarity: 1, Confidence: parse.Certain, Renumbered: true},
			{
				Status: diff.Reworded, Old: older.Units[1:2], New: newer.Units[1:2], Similarity: .5, Confidence: parse.Likely, Retitled: true,
				Evidence: []diff.Evidence{{Signal: "terms", Value: .3, Detail: []string{hostile}}},
				RunnerUp: &diff.RunnerUp{Unit: newer.Units[2], Similarity: .2},
				Edits: []wording.Edit{
					{Op: wording.Equal, Text: "一" + hostile},
					{Op: wording.Delete, Text: hostile},
					{Op: wording.Insert, Text: "甲" + hostile},
					{Op: wording.Equal, Text: "\n二"},
					{Op: wording.Equal, Text: "２", NewText: "2", Mechanical: wording.Width},
				},
				Commitment: []diff.CommitmentChange{{Old: hostile, New: hostile, OldVerb: "検討する", NewVerb: "実施する", OldRung: 1, NewRung: 4}},
				Numbers:    []diff.NumberChange{{Kind: "deadline", Old: "令和5年度末まで", New: "令和7年度末まで", OldSentence: hostile, NewSentence: hostile}},
				Decision:   "pin", Note: hostile,
			},
			{Status: diff.Split, Old: older.Units[2:3], New: newer.Units[2:4], Similarity: .1, Confidence: parse.Uncertain, Whole: true},
			{Status: diff.Dropped, Old: older.Units[3:], Confidence: parse.Certain},
			{Status: diff.Added, New: newer.Units[4:], Confidence: parse.Likely, RunnerUp: &diff.RunnerUp{Unit: older.Units[1], Similarity: .1}},
		},
		Terms: terms.Result{
			Gained: []terms.Term{{Term: "新語" + hostile, New: 3, Score: 2, Units: []int{4}, Context: hostile, Line: 2}},
			Lost:   []terms.Term{{Term: "旧語", Old: 3, Score: -2, Units: []int{3}}},
		},
		Citations:  diff.Citations{Added: []*cite.Work{law}, Dropped: []*cite.Work{law}, Updated: []diff.WorkChange{{Old: plan, New: next, Confidence: parse.Certain, Why: hostile}}},
		Mechanical: []diff.MechanicalCount{{Kind: wording.Width, Count: 1}},
		Settings:   []diff.Setting{{Name: "words", Value: hostile}},
		Notices:    []string{hostile},
	}
}

func mention(line int) cite.Mention {
	return cite.Mention{Place: cite.Place{Doc: "d", Lines: [2]int{line, line}, Page: 1}, Text: "法"}
}

// edition has n areas and the text before them.
func edition(title string, n int) *diff.Edition {
	e := &diff.Edition{Doc: &parse.Document{
		Source:      &source.Source{Name: "a|`b`.txt", SHA256: "00ff", Format: source.Text, Encoding: "utf-8", Lines: make([]source.Line, 40)},
		Meta:        parse.Meta{Title: title, FiscalYear: 2020, Issuer: title, Act: "決定", Date: parse.Date{Text: title, EDTF: "2019-05-23"}},
		Diagnostics: []parse.Diagnostic{{Severity: parse.Warning, Line: 3, Message: hostile}},
	}}
	for i := range n + 1 {
		u := &unit.Unit{Index: i, Path: string(rune('0' + i)), Marker: "（１）", Title: title, Lines: [2]int{i + 1, i + 2}, Page: i + 1}
		for j := range 2 {
			u.Passages = append(u.Passages, unit.Passage{
				Marker: "1.", Depth: j, Text: parse.Text{String: hostile}, Lines: [2]int{i + 1, i + 1}, Page: i + 1,
			})
		}
		e.Units = append(e.Units, u)
	}
	return e
}
