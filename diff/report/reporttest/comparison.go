// Package reporttest makes comparisons for the tests of the report writers:
// random ones, large ones, and ones full of text that means harm.
package reporttest

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"shinkyu/diff"
	"shinkyu/diff/terms"
	"shinkyu/diff/unit"
	"shinkyu/diff/wording"
	"shinkyu/parse"
	"shinkyu/parse/cite"
	"shinkyu/parse/source"
)

// Hostile are strings that some format would take for more than text.
var Hostile = []string{
	`<script>alert(1)</script>`, `</script><script>alert(2)</script>`, `</style><style>*{display:none}</style>`,
	`<img src=x onerror=alert(3)>`, `"><svg/onload=alert(4)>`, `' onmouseover='alert(5)`, `&lt;b&gt; &amp;amp; &#60;`,
	`](javascript:alert(6))`, `javascript:alert(7)`, `{{.Title}} {{template "x"}} ${7*7} <%= 1 %>`,
	`=cmd|' /C calc'!A0`, `+1+1`, `-1+1`, `@SUM(1+1)`, `=HYPERLINK("http://x.invalid","x")`, "\t=1+1", `'=1+1`, `_x0041__x005F_`,
	"\u202Eevil\u202C", "\u2066a\u2069\u200F\u061C", "a\x00b", "\x01\x02\x1b[31mred\x1b[0m\x7f", "\r\v\f\u0085\u2028\u2029",
	"\ufffe\uffff\U0001fffe", "\xff\xfe\xc3", "\ufeffbom", "]]>", "<!-- -->", "<?xml version='1.0'?>", `<w:p/>`, "-->",
	"𠮷野家👨‍👩‍👧‍👦e\u0301葛󠄀", "  two  spaces  ", "\u3000全角", strings.Repeat("長", 400),
}

var syllables = []string{
	"サイバー", "セキュリティ", "の", "確保", "を", "図る", "。", "重要", "インフラ", "対策", "令和６年度", "、", "推進する", "2024年", "IT", " ", "（以下「戦略」という。）",
}

// A Maker makes comparisons out of its random source.
type Maker struct {
	*rand.Rand
	Hostile bool // some texts are out of [Hostile]
	n       int
}

// New gives a maker; the same seed gives the same comparisons.
func New(seed uint64) *Maker { return &Maker{Rand: rand.New(rand.NewPCG(seed, seed))} }

// Words gives some text without a line break.
func (m *Maker) Words(n int) string {
	var b strings.Builder
	for range 1 + m.IntN(n) {
		if m.Hostile && m.IntN(4) == 0 {
			b.WriteString(Hostile[m.IntN(len(Hostile))])
		} else {
			b.WriteString(syllables[m.IntN(len(syllables))])
		}
	}
	return b.String()
}

// Edits gives random edits, paragraphs taken out and put in among them.
func (m *Maker) Edits(n int) []wording.Edit {
	var out []wording.Edit
	for range m.IntN(n + 1) {
		e := wording.Edit{Op: []wording.Op{wording.Equal, wording.Delete, wording.Insert}[m.IntN(3)], Text: m.Words(6)}
		switch {
		case m.IntN(3) == 0:
			e.Text += "\n" + m.Words(6)
		case m.IntN(6) == 0:
			e.Text = "\n"
		}
		if e.Op == wording.Equal && m.IntN(6) == 0 {
			e.NewText, e.Mechanical = m.Words(2), wording.Width
			if m.IntN(2) == 0 {
				e.NewText = e.Text + " "
			}
		}
		out = append(out, e)
	}
	return out
}

// passages cuts a side's text into passages.
func (m *Maker) passages(text string) []unit.Passage {
	var out []unit.Passage
	if text == "" {
		return nil
	}
	for i, s := range strings.Split(text, "\n") {
		p := unit.Passage{Text: parse.Text{String: s}, Lines: [2]int{10 + i, 11 + i}, Page: 1 + i/5}
		if m.IntN(4) == 0 {
			p.Marker, p.Depth = fmt.Sprintf("(%d)", 1+m.IntN(3)), 1+m.IntN(3)
		}
		out = append(out, p)
	}
	return out
}

// unit gives a unit with some passages.
func (m *Maker) unit(list *[]*unit.Unit, passages []unit.Passage) *unit.Unit {
	m.n++
	u := &unit.Unit{
		Index: len(*list), Path: fmt.Sprint(len(*list) + 1), Marker: fmt.Sprintf("第%d", m.n), Title: m.Words(4),
		Passages: passages, Lines: [2]int{m.n, m.n + 3}, Page: 1 + m.n/10,
	}
	if k := len(*list); k > 0 && m.IntN(2) == 0 {
		u.Parent = (*list)[k-1]
	}
	*list = append(*list, u)
	return u
}

// cut deals passages out to n units.
func (m *Maker) cut(list *[]*unit.Unit, passages []unit.Passage, n int) []*unit.Unit {
	var out []*unit.Unit
	for i := range n {
		k := len(passages)
		if i < n-1 {
			k = m.IntN(k + 1)
		}
		out = append(out, m.unit(list, passages[:k:k]))
		passages = passages[k:]
	}
	return out
}

// Comparison gives a comparison of n changes.
func (m *Maker) Comparison(n int) *diff.Comparison {
	c := &diff.Comparison{Old: m.edition("旧", 2023), New: m.edition("新", 2024)}
	for range n {
		c.Changes = append(c.Changes, m.change(c))
	}
	m.shuffle(c.Old)
	m.tables(c)
	return c
}

// shuffle gives the old edition another order, so that areas move.
func (m *Maker) shuffle(e *diff.Edition) {
	for range m.IntN(3) {
		if len(e.Units) > 1 {
			i, j := m.IntN(len(e.Units)), m.IntN(len(e.Units))
			e.Units[i], e.Units[j] = e.Units[j], e.Units[i]
			e.Units[i].Index, e.Units[j].Index = i, j
			e.Units[i].Parent, e.Units[j].Parent = nil, nil
		}
	}
}

// Move adds a unit to both editions, at places of their own, with the same
// paragraphs and now and then another number.
func (m *Maker) Move(c *diff.Comparison) {
	m.n++
	text := m.Words(6) + "\n" + m.Words(6)
	old := &unit.Unit{
		Marker: fmt.Sprintf("第%d", m.n), Title: m.Words(4), Passages: m.passages(text), Lines: [2]int{m.n, m.n + 3}, Page: 1,
	}
	moved := *old
	if m.IntN(2) == 0 {
		moved.Marker = fmt.Sprintf("第%d", m.n+100)
	}
	m.insert(c.Old, old)
	m.insert(c.New, &moved)
	c.Changes = append(c.Changes, diff.Change{
		Status: diff.Unchanged, Moved: true, Renumbered: moved.Marker != old.Marker, Similarity: 1, Confidence: parse.Certain,
		Old: []*unit.Unit{old}, New: []*unit.Unit{&moved}, Edits: []wording.Edit{{Op: wording.Equal, Text: text}},
	})
}

// insert puts a unit into an edition at a random place.
func (m *Maker) insert(e *diff.Edition, u *unit.Unit) {
	e.Units = slices.Insert(e.Units, m.IntN(len(e.Units)+1), u)
	for i := range e.Units {
		e.Units[i].Index = i
	}
}

func (m *Maker) edition(name string, year int) *diff.Edition {
	doc := &parse.Document{
		Source: &source.Source{Name: name + m.Words(2) + ".txt", SHA256: strings.Repeat("0", 64), Format: source.Text, Pages: 3},
		Meta:   parse.Meta{Title: m.Words(4), FiscalYear: year, Issuer: m.Words(2), Date: parse.Date{Text: "令和", EDTF: "2024"}},
		Diagnostics: []parse.Diagnostic{
			{Severity: parse.Warning, Line: 3, Message: m.Words(3)},
		},
	}
	return &diff.Edition{Doc: doc}
}

func (m *Maker) change(c *diff.Comparison) diff.Change {
	edits := m.Edits(8)
	before, after := wording.Apply(edits)
	o, n := 1, 1
	status := diff.Reworded
	switch m.IntN(6) {
	case 0:
		n, after, status = 0, "", diff.Dropped
		edits = only(wording.Delete, before)
	case 1:
		o, before, status = 0, "", diff.Added
		edits = only(wording.Insert, after)
	case 2:
		n, status = 2, diff.Split
	case 3:
		o, status = 2, diff.Merged
	}
	oldPassages, newPassages := m.passages(before), m.passages(after)
	ch := diff.Change{
		Status: status, Edits: edits, Similarity: m.Float64(), Confidence: parse.Likely,
		Retitled: m.IntN(2) == 0, Moved: m.IntN(2) == 0, Note: m.Words(2),
		Evidence: []diff.Evidence{{Signal: "terms", Value: 0.25, Detail: []string{m.Words(1), m.Words(1)}}},
		Old:      m.cut(&c.Old.Units, oldPassages, o), New: m.cut(&c.New.Units, newPassages, n),
	}
	if len(ch.New) > 0 && m.IntN(2) == 0 {
		ch.RunnerUp = &diff.RunnerUp{Unit: ch.New[0], Similarity: 0.1}
	}
	if m.IntN(3) == 0 {
		ch.Numbers = []diff.NumberChange{{Kind: "amount", Old: m.Words(1), New: m.Words(1), OldSentence: m.Words(5), NewSentence: m.Words(5)}}
		ch.Commitment = []diff.CommitmentChange{{Old: m.Words(5), New: m.Words(5), OldVerb: m.Words(1), NewVerb: m.Words(1), OldRung: 1, NewRung: 2}}
	}
	return ch
}

func only(op wording.Op, text string) []wording.Edit {
	if text == "" {
		return nil
	}
	return []wording.Edit{{Op: op, Text: text}}
}

func (m *Maker) tables(c *diff.Comparison) {
	for range 3 {
		c.Terms.Gained = append(c.Terms.Gained, terms.Term{Term: m.Words(1), New: 3, Score: 2.5, Units: []int{0}, Context: m.Words(5), Line: 7})
		c.Terms.Lost = append(c.Terms.Lost, terms.Term{Term: m.Words(1), Old: 3, Score: -2.5, Context: m.Words(5), Line: 7})
	}
	work := func() *cite.Work {
		return &cite.Work{
			Kind: cite.Plan, Title: m.Words(2), Version: m.Words(1), Links: []string{m.Words(1), "javascript:alert(1)", "https://example.invalid/"},
			Events:   []cite.Event{{Date: parse.Date{Text: m.Words(1)}, Body: m.Words(1)}},
			Mentions: []cite.Mention{{Place: cite.Place{Lines: [2]int{3, 4}, Page: 1}}},
		}
	}
	c.Citations = diff.Citations{
		Added: []*cite.Work{work()}, Dropped: []*cite.Work{work()},
		Updated: []diff.WorkChange{{Old: work(), New: work(), Confidence: parse.Certain, Why: m.Words(2)}},
	}
	c.Mechanical = []diff.MechanicalCount{{Kind: wording.Width, Count: 41}}
	c.Settings = []diff.Setting{{Name: m.Words(1), Value: m.Words(2)}}
	c.Notices = []string{m.Words(3)}
}
