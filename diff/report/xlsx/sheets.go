package xlsx

import (
	"fmt"
	"slices"
	"strings"

	"shinkyu/diff/report/layout"
	"shinkyu/parse/render/lang"
)

type message = lang.Text

// Names of the sheets, each under the 31 characters that Excel allows, and of
// columns that no other form has.
var (
	sheetSummary    = message{JA: "概要", EN: "Summary"}
	sheetAreas      = message{JA: "領域", EN: "Areas"}
	sheetPassages   = message{JA: "新旧対照", EN: "Old and new text"}
	sheetNumbers    = message{JA: "数値・期限", EN: "Numbers"}
	sheetCommitment = message{JA: "義務づけ", EN: "Commitment"}
	sheetTerms      = message{JA: "語", EN: "Terms"}
	sheetCitations  = message{JA: "引用", EN: "Citations"}
	sheetSettings   = message{JA: "設定", EN: "Settings"}

	colItem       = message{JA: "項目", EN: "Item"}
	colCounts     = message{JA: "【領域の増減】", EN: "What became of the areas"}
	colNumber     = message{JA: "件数", EN: "Number"}
	colMeaning    = message{JA: "意味", EN: "Meaning"}
	colTitle      = message{JA: "表題", EN: "Title"}
	colNo         = message{JA: "番号", EN: "No."}
	colStatus     = message{JA: "区分", EN: "Status"}
	colArea       = message{JA: "領域", EN: "Area"}
	colChange     = message{JA: "変化", EN: "Change"}
	colRetitled   = message{JA: "見出し変更", EN: "Retitled"}
	colRenumbered = message{JA: "番号変更", EN: "Renumbered"}
	colMoved      = message{JA: "移動", EN: "Moved"}
	colConfidence = message{JA: "確度", EN: "Confidence"}
	colSimilarity = message{JA: "類似度", EN: "Similarity"}
	colChanged    = message{JA: "変わった段落", EN: "Rows changed"}
	colPath       = message{JA: "%sの経路", EN: "%s path"}
	colHeading    = message{JA: "%sの見出し", EN: "%s heading"}
	colPage       = message{JA: "%sの頁", EN: "%s page"}
	colLines      = message{JA: "%sの行", EN: "%s lines"}
	colPlace      = message{JA: "%sの所在", EN: "%s place"}
	colEvidence   = message{JA: "根拠", EN: "Evidence"}
	colRunnerUp   = message{JA: "次点", EN: "Runner-up"}
	colDecision   = message{JA: "判断", EN: "Decision"}
	colNote       = message{JA: "注記", EN: "Note"}
	colMechanical = message{JA: "表記だけの違い", EN: "Mechanical differences"}
	colTable      = message{JA: "表", EN: "Table"}
	colName       = message{JA: "名称", EN: "Name"}
	colValue      = message{JA: "値", EN: "Value"}
)

var kinds = map[layout.RowKind]message{
	layout.Same:     {JA: "同じ", EN: "same"},
	layout.Reworded: {JA: "改訂", EN: "reworded"},
	layout.Added:    {JA: "新設", EN: "added"},
	layout.Dropped:  {JA: "削除", EN: "dropped"},
}

type maker struct{ *layout.Report }

func (m maker) t(x message) string { return x.In(m.Lang) }

func (m maker) f(x message, args ...any) string { return x.Format(m.Lang, args...) }

// sheets gives all sheets, empty ones too, so that a workbook has the same
// ones whatever was compared.
func sheets(r *layout.Report) []*sheet {
	m := maker{r}
	tables := r.AllTables()
	return []*sheet{
		m.summary(), m.areas(), m.passages(),
		m.single(sheetNumbers, tables["numbers"]),
		m.single(sheetCommitment, tables["commitment"]),
		m.stacked(sheetTerms, tables["gained"], tables["lost"]),
		m.citations(tables),
		m.settings(tables),
	}
}

func (m maker) summary() *sheet {
	s := &sheet{name: m.t(sheetSummary), columns: []field{{name: m.t(colItem), width: 16}}}
	var names []string
	for _, side := range m.Sides {
		s.columns = append(s.columns, field{name: m.Edition(side).Head, width: 40})
		for _, f := range m.Edition(side).Facts {
			if !slices.Contains(names, f.Name) {
				names = append(names, f.Name)
			}
		}
	}
	row := []cell{text(m.t(colTitle))}
	for _, side := range m.Sides {
		row = append(row, text(m.Edition(side).Title))
	}
	s.add(row...)
	for _, name := range names {
		row := []cell{text(name)}
		for _, side := range m.Sides {
			row = append(row, text(fact(m.Edition(side), name)))
		}
		s.add(row...)
	}
	s.add(text(m.t(colCounts)), text(m.t(colNumber)), text(m.t(colMeaning)))
	for _, c := range m.Counts {
		s.add(text(c.Label), number(c.N), text(c.Meaning))
	}
	s.add(text(m.t(colConfidence)), text(m.t(colNumber)), text(""))
	for _, c := range m.Confidences {
		s.add(text(c.Label), number(c.N), text(""))
	}
	return s
}

func fact(e *layout.Edition, name string) string {
	for _, f := range e.Facts {
		if f.Name == name {
			return f.Value
		}
	}
	return ""
}

func (m maker) areas() *sheet {
	s := &sheet{name: m.t(sheetAreas), frozen: 2, large: true}
	add := func(width int, names ...string) {
		for _, n := range names {
			s.columns = append(s.columns, field{name: n, width: width})
		}
	}
	add(4, m.t(colNo))
	add(6, m.t(colStatus), m.t(colRetitled), m.t(colRenumbered), m.t(colMoved), m.t(colConfidence), m.t(colSimilarity), m.t(colChanged))
	for _, side := range m.Sides {
		name := m.SideName(side)
		add(6, m.f(colPath, name))
		add(22, m.f(colHeading, name))
		add(5, m.f(colPage, name))
		add(6, m.f(colLines, name))
	}
	add(24, m.t(colEvidence))
	add(16, m.t(colRunnerUp))
	add(10, m.t(colDecision), m.t(colNote))
	for _, a := range m.Areas {
		s.add(m.area(a)...)
	}
	return s
}

func (m maker) area(a *layout.Area) []cell {
	c := a.Change
	row := []cell{number(a.No), text(a.Label), tick(c.Retitled), tick(c.Renumbered), tick(c.Moved), text(a.Trust)}
	similarity := text("")
	if a.Similarity != "" {
		similarity = cell{number: c.Similarity, numeric: true}
	}
	row = append(row, similarity, number(a.Changed))
	for _, side := range m.Sides {
		row = append(row, unitCells(a.Units(side))...)
	}
	return append(row, text(strings.Join(a.Evidence, "\n")), text(a.RunnerUp), text(a.Decision), text(a.Note))
}

func tick(b bool) cell {
	if b {
		return text("○")
	}
	return text("")
}

// unitCells gives path, name, page and lines; the page as a number where there
// is but one unit.
func unitCells(units []layout.Unit) []cell {
	var paths, names, pages, spans []string
	for _, u := range units {
		paths, names = append(paths, u.Path), append(names, u.Name)
		page := ""
		if u.Page > 0 {
			page = fmt.Sprint(u.Page)
		}
		pages = append(pages, page)
		spans = append(spans, fmt.Sprintf("%d–%d", u.Lines[0], u.Lines[1]))
	}
	join := func(s []string) cell { return text(strings.Join(s, "\n")) }
	page := join(pages)
	if len(units) == 1 && units[0].Page > 0 {
		page = number(units[0].Page)
	}
	return []cell{join(paths), join(names), page, join(spans)}
}

func (m maker) passages() *sheet {
	s := &sheet{name: m.t(sheetPassages), frozen: 2, large: true, columns: []field{
		{name: m.t(colNo), width: 4},
		{name: m.t(colStatus), width: 6},
		{name: m.t(colArea), width: 14},
		{name: m.t(colChange), width: 5},
	}}
	for _, side := range m.Sides {
		s.columns = append(s.columns, field{name: m.Edition(side).Head, width: 40, text: true})
	}
	for _, side := range m.Sides {
		s.columns = append(s.columns, field{name: m.f(colPlace, m.SideName(side)), width: 9})
	}
	s.columns = append(s.columns, field{name: m.t(colMechanical), width: 12})
	for _, a := range m.Areas {
		for i := range a.Rows {
			s.add(m.passage(a, &a.Rows[i])...)
		}
	}
	return s
}

func (m maker) passage(a *layout.Area, r *layout.Row) []cell {
	row := []cell{number(a.No), text(a.Label), text(a.Name), text(m.t(kinds[r.Kind]))}
	for _, side := range m.Sides {
		row = append(row, passages(r.Side(side)))
	}
	for _, side := range m.Sides {
		row = append(row, text(r.Side(side).Place))
	}
	return append(row, text(strings.Join(mechanical(r), "\n")))
}

// mechanical names the differences of a row that are no change of wording.
func mechanical(r *layout.Row) []string {
	var out []string
	for _, c := range []*layout.Cell{&r.Old, &r.New} {
		for i := range c.Paras {
			for _, run := range c.Paras[i].Runs {
				if run.Mechanical != "" && !slices.Contains(out, run.Mechanical) {
					out = append(out, run.Mechanical)
				}
			}
		}
	}
	return out
}

// single makes a sheet of one table.
func (m maker) single(name message, t layout.Table) *sheet {
	s := &sheet{name: m.t(name), columns: columns(t)}
	for _, row := range t.Rows {
		s.add(values(row)...)
	}
	return s
}

// stacked makes one sheet of tables with the same columns, the name of each
// before its rows, to filter by.
func (m maker) stacked(name message, tables ...layout.Table) *sheet {
	s := &sheet{name: m.t(name)}
	s.columns = append([]field{{name: m.t(colTable), width: 10}}, columns(tables[0])...)
	for _, t := range tables {
		for _, row := range t.Rows {
			s.add(append([]cell{text(t.Title)}, values(row)...)...)
		}
	}
	return s
}

func columns(t layout.Table) []field {
	out := make([]field, 0, len(t.Columns))
	for _, c := range t.Columns {
		out = append(out, field{name: c.Name, width: c.Width})
	}
	return out
}

func values(row []layout.Value) []cell {
	out := make([]cell, 0, len(row))
	for _, v := range row {
		out = append(out, value(v))
	}
	return out
}

// citations puts what came, what went and what is cited in another version
// under the columns of the first.
func (m maker) citations(tables map[string]layout.Table) *sheet {
	s := m.stacked(sheetCitations, tables["works-added"], tables["works-dropped"])
	s.columns = append(s.columns, field{name: m.t(colNote), width: 20})
	for i := range s.rows {
		s.rows[i] = append(s.rows[i], text(""))
	}
	title := tables["works-updated"].Title
	for _, p := range m.WorksNewer {
		for _, side := range m.Sides {
			w := p.New
			if side == layout.Old {
				w = p.Old
			}
			row := append([]cell{text(title + "（" + m.SideName(side) + "）")}, values(m.WorkRow(&w))...)
			s.add(append(row, text(strings.TrimSpace(p.Trust+" "+p.Why)))...)
		}
	}
	return s
}

// settings gathers what is said of the method and of the reading.
func (m maker) settings(tables map[string]layout.Table) *sheet {
	s := &sheet{name: m.t(sheetSettings), columns: []field{
		{name: m.t(colTable), width: 16}, {name: m.t(colName), width: 24}, {name: m.t(colValue), width: 60},
	}}
	for _, id := range []string{"settings", "mechanical"} {
		for _, row := range tables[id].Rows {
			s.add(text(tables[id].Title), value(row[0]), value(row[1]))
		}
	}
	for _, n := range m.Notices {
		s.add(text(tables["notices"].Title), text(""), text(n))
	}
	for _, row := range tables["doubts"].Rows {
		s.add(text(tables["doubts"].Title), text(row[0].Text+" "+row[1].Text), value(row[2]))
	}
	return s
}
