package layout

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"shinkyu/diff/report"
)

// A Table is one of the smaller tables of a report, ready for any writer.
type Table struct {
	ID      string // latin, unique in the report
	Title   string
	Lead    string // a sentence above it; may be empty
	Columns []Column
	Rows    [][]Value
}

// A Column is one column of a [Table].
type Column struct {
	Name   string
	Width  int  // em, what suits it beside the others
	Number bool // set flush right
	Quoted bool // holds text of the documents, so Japanese
}

// A Value is what stands in a cell.
type Value struct {
	Text   string
	Number float64 // where Numeric
	// Numeric is true where Text is Number, for programs that reckon.
	Numeric bool
	Link    string // a web address, of which only http and https come this far
	Area    *Area  // what Text names
}

func val(s string) Value     { return Value{Text: s} }
func count(n int) Value      { return Value{Text: strconv.Itoa(n), Number: float64(n), Numeric: true} }
func ref(a *Area) Value      { return Value{Text: a.Name, Area: a} }
func lines(s []string) Value { return Value{Text: strings.Join(s, "\n")} }

func score(x float64) Value {
	return Value{Text: strconv.FormatFloat(x, 'f', 2, 64), Number: x, Numeric: true}
}

// Words of the tables.
var (
	msgAreas        = message{JA: "領域の一覧", EN: "All areas"}
	msgNo           = message{JA: "番号", EN: "No."}
	msgStatus       = message{JA: "区分", EN: "Status"}
	msgOldSide      = message{JA: "旧", EN: "Old"}
	msgNewSide      = message{JA: "新", EN: "New"}
	msgSimilarity   = message{JA: "類似度", EN: "Similarity"}
	msgConfidence   = message{JA: "確度", EN: "Confidence"}
	msgOldPlace     = message{JA: "旧の所在", EN: "Place in old"}
	msgNewPlace     = message{JA: "新の所在", EN: "Place in new"}
	msgRemarks      = message{JA: "備考", EN: "Remarks"}
	msgGainedTitle  = message{JA: "増えた語", EN: "Terms gained"}
	msgLostTitle    = message{JA: "減った語", EN: "Terms lost"}
	msgTermsLead    = message{JA: "z 値は対数オッズ比による（情報のある事前分布）。絶対値が大きいほど目立つ。", EN: "z of the log-odds ratio with an informative prior; the greater its size, the more a term stands out."}
	msgMore         = message{JA: "%[2]d 語のうち目立つ %[1]d 語を示す。", EN: "The first %[1]d of %[2]d are shown."}
	msgMoreAreas    = message{JA: "ほか %d 領域", EN: "and %d more"}
	msgSpace        = message{JA: "", EN: " "}
	msgTerm         = message{JA: "語", EN: "Term"}
	msgOldCount     = message{JA: "旧の回数", EN: "In old"}
	msgNewCount     = message{JA: "新の回数", EN: "In new"}
	msgScore        = message{JA: "z 値", EN: "z"}
	msgInAreas      = message{JA: "領域", EN: "Areas"}
	msgContext      = message{JA: "用例", EN: "In context"}
	msgLine         = message{JA: "行", EN: "Line"}
	msgWorksAdded   = message{JA: "新たに引用された法令・計画", EN: "Laws and plans newly cited"}
	msgWorksGone    = message{JA: "引用されなくなった法令・計画", EN: "Laws and plans no longer cited"}
	msgWorksNewer   = message{JA: "別の版が引用された法令・計画", EN: "Laws and plans cited in another version"}
	msgWorkKind     = message{JA: "種別", EN: "Kind"}
	msgWork         = message{JA: "法令・計画", EN: "Law or plan"}
	msgWorkID       = message{JA: "番号・決定", EN: "Number or decisions"}
	msgMentions     = message{JA: "回数", EN: "Mentions"}
	msgWhere        = message{JA: "所在", EN: "Where"}
	msgLink         = message{JA: "リンク", EN: "Link"}
	msgOldVersion   = message{JA: "旧の版", EN: "Version in old"}
	msgNewVersion   = message{JA: "新の版", EN: "Version in new"}
	msgWhy          = message{JA: "理由", EN: "Why"}
	msgStrength     = message{JA: "義務づけの強さの変化", EN: "Changes of commitment"}
	msgStrengthLead = message{JA: "対応する文の文末の動詞を比べたもの。段は大きいほど強い。", EN: "From the verbs that end matched sentences. A higher rung binds more."}
	msgArea         = message{JA: "領域", EN: "Area"}
	msgDirection    = message{JA: "向き", EN: "Direction"}
	msgVerb         = message{JA: "動詞", EN: "Verb"}
	msgRung         = message{JA: "段", EN: "Rung"}
	msgOldSentence  = message{JA: "旧の文", EN: "Old sentence"}
	msgNewSentence  = message{JA: "新の文", EN: "New sentence"}
	msgNumbers      = message{JA: "数値・期限の変化", EN: "Changes of numbers and deadlines"}
	msgKind         = message{JA: "種類", EN: "Kind"}
	msgOldValue     = message{JA: "旧の値", EN: "Old value"}
	msgNewValue     = message{JA: "新の値", EN: "New value"}
	msgMechanical   = message{JA: "表記だけの違い", EN: "Mechanical differences"}
	msgMechLead     = message{JA: "次の違いは内容の変更として扱わず、数だけを示す。", EN: "These are counted and not shown as changes of wording."}
	msgCount        = message{JA: "件数", EN: "Number"}
	msgMeaning      = message{JA: "意味", EN: "Meaning"}
	msgSettings     = message{JA: "方法と設定", EN: "Method and settings"}
	msgMethod       = message{
		JA: "比べる単位は、見出しのある節又は条である。位置や番号の一致を条件とせず、複数の手がかりの合計が最大となる組合せを選び、次点との差が小さいものは「要確認」とする。全半角、折返し、空白、数字の表記、両版の年度だけの違いは変更としない。",
		EN: "The unit of comparison is a section with a heading, or an article. Partners are chosen together, so that the sum of several signals is greatest, with no condition on place or number; where the runner-up is close, the pair is marked as to be checked. Differences of width, wrapping, spacing, numeral style and the editions' own fiscal years are no changes.",
	}
	msgSetting  = message{JA: "設定", EN: "Setting"}
	msgValue    = message{JA: "値", EN: "Value"}
	msgCommand  = message{JA: "同じ報告を得る命令", EN: "Command that gives this report again"}
	msgNotices  = message{JA: "注意", EN: "Notices"}
	msgDoubts   = message{JA: "原文の読み取りで残った疑問", EN: "Doubts from reading the sources"}
	msgSide     = message{JA: "文書", EN: "Document"}
	msgMessage  = message{JA: "内容", EN: "Message"}
	msgDecision = message{JA: "判断：%s", EN: "decision: %s"}
	msgNote     = message{JA: "注記：%s", EN: "note: %s"}
)

// AreaTable is the table of all areas, a row a change.
func (r *Report) AreaTable() Table {
	t := Table{ID: "areas", Title: msgAreas.In(r.Lang)}
	t.Columns = []Column{
		{Name: msgNo.In(r.Lang), Width: 4, Number: true},
		{Name: msgStatus.In(r.Lang), Width: 6},
	}
	for _, s := range r.Sides {
		t.Columns = append(t.Columns, Column{Name: r.SideName(s), Width: 22, Quoted: true})
	}
	t.Columns = append(t.Columns,
		Column{Name: msgSimilarity.In(r.Lang), Width: 6, Number: true},
		Column{Name: msgConfidence.In(r.Lang), Width: 8})
	for _, s := range r.Sides {
		t.Columns = append(t.Columns, Column{Name: pick(s, msgOldPlace, msgNewPlace).In(r.Lang), Width: 9})
	}
	t.Columns = append(t.Columns, Column{Name: msgRemarks.In(r.Lang), Width: 12})
	for _, a := range r.Areas {
		t.Rows = append(t.Rows, r.areaRow(a))
	}
	return t
}

func (r *Report) areaRow(a *Area) []Value {
	row := []Value{{Text: fmt.Sprint(a.No), Number: float64(a.No), Numeric: true, Area: a}, val(a.Label)}
	for _, s := range r.Sides {
		row = append(row, Value{Text: unitLines(a.Units(s), func(u Unit) string { return u.Name }), Area: a})
	}
	similarity := val("")
	if a.Similarity != "" {
		similarity = score(a.Change.Similarity)
	}
	row = append(row, similarity, val(a.Trust))
	for _, s := range r.Sides {
		row = append(row, val(unitLines(a.Units(s), func(u Unit) string { return u.Place })))
	}
	return append(row, val(strings.Join(r.Remarks(a), msgComma.In(r.Lang))))
}

func unitLines(units []Unit, f func(Unit) string) string {
	var out []string
	for _, u := range units {
		out = append(out, f(u))
	}
	return strings.Join(out, "\n")
}

// Remarks are the flags of an area, and the reviewer's decision and note.
func (r *Report) Remarks(a *Area) []string {
	out := append([]string(nil), a.Flags...)
	if a.Decision != "" {
		out = append(out, msgDecision.Format(r.Lang, a.Decision))
	}
	if a.Note != "" {
		out = append(out, msgNote.Format(r.Lang, a.Note))
	}
	return out
}

// SideName is 旧 or 新.
func (r *Report) SideName(s Side) string { return pick(s, msgOldSide, msgNewSide).In(r.Lang) }

func pick[T any](s Side, old, new T) T {
	if s == Old {
		return old
	}
	return new
}

// Tables gives the tables that follow the 新旧対照表, those without a row left
// out. Of the terms gained and lost only the first most are named, which is
// what a page can show; 0 is for all of them.
func (r *Report) Tables(most int) []Table {
	var out []Table
	for _, t := range r.tables(most) {
		if len(t.Rows) > 0 {
			out = append(out, t)
		}
	}
	return out
}

// AllTables gives the same tables by their ids, whole, the empty ones too.
func (r *Report) AllTables() map[string]Table {
	out := make(map[string]Table)
	for _, t := range r.tables(0) {
		out[t.ID] = t
	}
	return out
}

func (r *Report) tables(most int) []Table {
	return []Table{
		r.numberTable(), r.commitmentTable(),
		r.termTable("gained", msgGainedTitle, r.Gained, most), r.termTable("lost", msgLostTitle, r.Lost, most),
		r.workTable("works-added", msgWorksAdded, r.WorksAdded),
		r.workTable("works-dropped", msgWorksGone, r.WorksGone), r.newerTable(),
		r.pairTable("mechanical", msgMechanical, msgMechLead, msgKind, msgCount, r.Mechanical),
		r.settingTable(), r.noticeTable(), r.doubtTable(),
	}
}

func (r *Report) termTable(id string, title message, list []Term, most int) Table {
	t := Table{ID: id, Title: title.In(r.Lang), Lead: msgTermsLead.In(r.Lang), Columns: []Column{
		{Name: msgTerm.In(r.Lang), Width: 14, Quoted: true},
		{Name: msgOldCount.In(r.Lang), Width: 6, Number: true},
		{Name: msgNewCount.In(r.Lang), Width: 6, Number: true},
		{Name: msgScore.In(r.Lang), Width: 6, Number: true},
		{Name: msgInAreas.In(r.Lang), Width: 22, Quoted: true},
		{Name: msgContext.In(r.Lang), Width: 30, Quoted: true},
		{Name: msgLine.In(r.Lang), Width: 5, Number: true},
	}}
	if most > 0 && len(list) > most {
		t.Lead += msgSpace.In(r.Lang) + msgMore.Format(r.Lang, most, len(list))
		list = list[:most]
	}
	for _, x := range list {
		line := val("")
		if x.Line > 0 {
			line = count(x.Line)
		}
		t.Rows = append(t.Rows, []Value{
			val(x.Term), count(x.Old), count(x.New), score(x.Score), r.someAreas(x.Areas, most), val(x.Context), line,
		})
	}
	return t
}

// someAreas names the first areas of a term, where a page must be short.
func (r *Report) someAreas(names []string, most int) Value {
	if most == 0 || len(names) <= someAreas {
		return lines(names)
	}
	more := msgMoreAreas.Format(r.Lang, len(names)-someAreas)
	return lines(append(append([]string(nil), names[:someAreas]...), more))
}

const someAreas = 3

func (r *Report) workTable(id string, title message, list []Work) Table {
	t := Table{ID: id, Title: title.In(r.Lang), Columns: []Column{
		{Name: msgWorkKind.In(r.Lang), Width: 6},
		{Name: msgWork.In(r.Lang), Width: 30, Quoted: true},
		{Name: msgWorkID.In(r.Lang), Width: 22, Quoted: true},
		{Name: msgMentions.In(r.Lang), Width: 5, Number: true},
		{Name: msgWhere.In(r.Lang), Width: 16},
		{Name: msgLink.In(r.Lang), Width: 12},
	}}
	for i := range list {
		t.Rows = append(t.Rows, r.WorkRow(&list[i]))
	}
	return t
}

// WorkRow gives a work under the columns of the tables of works.
func (r *Report) WorkRow(w *Work) []Value {
	return []Value{
		val(w.Kind), val(w.Title), val(w.Number), count(w.Count), val(strings.Join(w.Places, msgComma.In(r.Lang))), w.link(),
	}
}

// link is shown as the site that it leads to: the address of a law is its
// number in percent signs, long and not to be read.
func (w *Work) link() Value {
	if len(w.Links) == 0 {
		return Value{}
	}
	u, err := url.Parse(w.Links[0])
	if err != nil {
		return Value{}
	}
	return Value{Text: Visible(u.Host), Link: w.Links[0]}
}

func (r *Report) newerTable() Table {
	t := Table{ID: "works-updated", Title: msgWorksNewer.In(r.Lang)}
	for _, s := range r.Sides {
		t.Columns = append(t.Columns, Column{Name: pick(s, msgOldVersion, msgNewVersion).In(r.Lang), Width: 28, Quoted: true})
	}
	t.Columns = append(t.Columns,
		Column{Name: msgConfidence.In(r.Lang), Width: 8}, Column{Name: msgWhy.In(r.Lang), Width: 24})
	for _, p := range r.WorksNewer {
		var row []Value
		for _, s := range r.Sides {
			w := pick(s, p.Old, p.New)
			row = append(row, val(report.Joined(report.Joined(w.Title, "\n", w.Number), "\n", strings.Join(w.Places, msgComma.In(r.Lang)))))
		}
		t.Rows = append(t.Rows, append(row, val(p.Trust), val(p.Why)))
	}
	return t
}

func (r *Report) commitmentTable() Table {
	t := Table{ID: "commitment", Title: msgStrength.In(r.Lang), Lead: msgStrengthLead.In(r.Lang)}
	t.Columns = []Column{
		{Name: msgArea.In(r.Lang), Width: 16, Quoted: true},
		{Name: msgDirection.In(r.Lang), Width: 6},
		{Name: msgVerb.In(r.Lang), Width: 12, Quoted: true},
		{Name: msgRung.In(r.Lang), Width: 5},
	}
	for _, s := range r.Sides {
		t.Columns = append(t.Columns, Column{Name: pick(s, msgOldSentence, msgNewSentence).In(r.Lang), Width: 28, Quoted: true})
	}
	for _, c := range r.Commitments {
		row := []Value{
			ref(c.Area), val(c.Direction), val(c.OldVerb + " → " + c.NewVerb),
			val(fmt.Sprintf("%d → %d", c.OldRung, c.NewRung)),
		}
		for _, s := range r.Sides {
			row = append(row, val(pick(s, c.Old, c.New)))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func (r *Report) numberTable() Table {
	t := Table{ID: "numbers", Title: msgNumbers.In(r.Lang)}
	t.Columns = []Column{
		{Name: msgArea.In(r.Lang), Width: 16, Quoted: true},
		{Name: msgKind.In(r.Lang), Width: 6},
	}
	for _, s := range r.Sides {
		t.Columns = append(t.Columns, Column{Name: pick(s, msgOldValue, msgNewValue).In(r.Lang), Width: 10, Quoted: true})
	}
	for _, s := range r.Sides {
		t.Columns = append(t.Columns, Column{Name: pick(s, msgOldSentence, msgNewSentence).In(r.Lang), Width: 26, Quoted: true})
	}
	for _, n := range r.Numbers {
		row := []Value{ref(n.Area), val(n.Kind)}
		for _, s := range r.Sides {
			row = append(row, val(pick(s, n.Old, n.New)))
		}
		for _, s := range r.Sides {
			row = append(row, val(pick(s, n.OldSentence, n.NewSentence)))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func (r *Report) pairTable(id string, title, lead, name, value message, list []Pair) Table {
	t := Table{ID: id, Title: title.In(r.Lang), Lead: lead.In(r.Lang), Columns: []Column{
		{Name: name.In(r.Lang), Width: 20}, {Name: value.In(r.Lang), Width: 40},
	}}
	for _, p := range list {
		v := val(p.Value)
		if n, err := strconv.Atoi(p.Value); err == nil {
			v = count(n)
		}
		t.Rows = append(t.Rows, []Value{val(p.Name), v})
	}
	return t
}

func (r *Report) settingTable() Table {
	list := r.Settings
	if r.Command != "" {
		list = append([]Pair{{msgCommand.In(r.Lang), r.Command}}, list...)
	}
	return r.pairTable("settings", msgSettings, msgMethod, msgSetting, msgValue, list)
}

func (r *Report) noticeTable() Table {
	t := Table{ID: "notices", Title: msgNotices.In(r.Lang), Columns: []Column{{Name: msgMessage.In(r.Lang), Width: 60}}}
	for _, n := range r.Notices {
		t.Rows = append(t.Rows, []Value{val(n)})
	}
	return t
}

func (r *Report) doubtTable() Table {
	t := Table{ID: "doubts", Title: msgDoubts.In(r.Lang), Columns: []Column{
		{Name: msgSide.In(r.Lang), Width: 8},
		{Name: msgLine.In(r.Lang), Width: 6, Number: true},
		{Name: msgMessage.In(r.Lang), Width: 60},
	}}
	for _, d := range r.Doubts {
		line := val("")
		if d.Line > 0 {
			line = count(d.Line)
		}
		t.Rows = append(t.Rows, []Value{val(r.SideName(d.Side)), line, val(d.Message)})
	}
	return t
}

// CountTable says how many areas there are of each status.
func (r *Report) CountTable() Table {
	t := Table{ID: "counts", Columns: []Column{
		{Name: msgStatus.In(r.Lang), Width: 8},
		{Name: msgCount.In(r.Lang), Width: 6, Number: true},
		{Name: msgMeaning.In(r.Lang), Width: 30},
	}}
	for _, c := range r.Counts {
		t.Rows = append(t.Rows, []Value{val(c.Label), count(c.N), val(c.Meaning)})
	}
	return t
}
