package report

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"shinkyu/corpus/overtime"
	"shinkyu/parse/cite"
	citerender "shinkyu/parse/cite/render"
	"shinkyu/parse/render/encode"
	"shinkyu/parse/render/md"
)

func editionsJSON(list []overtime.Edition) []editionJSON {
	out := []editionJSON{}
	for _, e := range list {
		out = append(out, editionJSON{e.ID, e.FiscalYear, e.Date, e.Title, e.Label, e.Draft})
	}
	return out
}

// TermsJSON writes terms through the editions as JSON (schema
// shinkyu.terms/1).
func TermsJSON(w io.Writer, t *overtime.Terms) error {
	type term struct {
		Term   string  `json:"term"`
		Counts []int   `json:"counts"`
		Total  int     `json:"total"`
		First  *int    `json:"first,omitempty"`
		Last   *int    `json:"last,omitempty"`
		Score  float64 `json:"score"`
	}
	out := struct {
		Schema   string        `json:"schema"`
		Series   string        `json:"series"`
		Editions []editionJSON `json:"editions"`
		Sizes    []int         `json:"sizes"`
		Terms    []term        `json:"terms"`
	}{"shinkyu.terms/1", t.Series, editionsJSON(t.Editions), t.Sizes, []term{}}
	for _, r := range t.Rows {
		x := term{Term: r.Term, Counts: r.Counts, Total: r.Total, Score: r.Score}
		if r.First >= 0 {
			x.First, x.Last = &r.First, &r.Last
		}
		out.Terms = append(out.Terms, x)
	}
	return encode.JSON(w, out)
}

// TermsCSV writes terms through the editions as CSV, a row a term.
func TermsCSV(w io.Writer, t *overtime.Terms, o Options) error {
	head := []string{"term"}
	for _, e := range t.Editions {
		head = append(head, e.Label)
	}
	rows := [][]string{append(head, "total", "first", "last", "score")}
	for _, r := range t.Rows {
		row := []string{r.Term}
		for _, n := range r.Counts {
			row = append(row, strconv.Itoa(n))
		}
		first, last := labelsOf(t.Editions, r.First, r.Last)
		rows = append(rows, append(row, strconv.Itoa(r.Total), first, last, strconv.FormatFloat(r.Score, 'f', 1, 64)))
	}
	return encode.CSV(w, rows, o.BOM)
}

// TermsMarkdown writes terms through the editions as Markdown, with a small
// plot of each.
func TermsMarkdown(w io.Writer, t *overtime.Terms, o Options) error {
	var b strings.Builder
	b.WriteString("# " + o.t(termsTitle) + suffix(md.Text(t.Series)) + "\n\n")
	o.terms(&b, t)
	_, err := io.WriteString(w, b.String())
	return err
}

var (
	termsTitle = say("語の推移", "Terms over time")
	termsLead  = say(
		"回数は複合語の出現数。得点は、どの版でも同じ割合で使われた場合との隔たり（対数尤度比 G²）。図は版ごとの延べ語数に対する割合。",
		"Counts are of compound terms. The score is the distance from a steady use over all editions (log-likelihood ratio G²); the plot is the share of all terms of each edition.",
	)
	worksTitle = say("引用された法令と計画", "Laws and plans cited")
	msgNone    = say("なし", "None")
	lawsTitle  = say("法令", "Laws")
	plansTitle = say("計画", "Plans")
	goneTitle  = say("引用されなくなったもの", "Cited no longer")
)

// terms writes the table of terms.
func (o *Options) terms(b *strings.Builder, t *overtime.Terms) {
	b.WriteString(o.t(termsLead) + "\n\n")
	m := md.Table{Head: []string{o.t(say("語", "term")), ""}, Align: []md.Align{md.Left, md.Left}}
	for _, e := range t.Editions {
		m.Head = append(m.Head, md.Cell(e.Label))
		m.Align = append(m.Align, md.Right)
	}
	m.Head = append(m.Head, o.t(say("計", "total")), o.t(say("初出", "first")), o.t(say("最後", "last")), "G²")
	m.Align = append(m.Align, md.Right, md.Left, md.Left, md.Right)
	for _, r := range t.Rows {
		row := []string{md.Cell(r.Term), spark(r.Counts, t.Sizes)}
		for _, n := range r.Counts {
			row = append(row, strconv.Itoa(n))
		}
		first, last := labelsOf(t.Editions, r.First, r.Last)
		m.Rows = append(m.Rows, append(row, strconv.Itoa(r.Total), md.Cell(first), md.Cell(last), strconv.FormatFloat(r.Score, 'f', 1, 64)))
	}
	_ = m.Write(b) // a Builder never fails
}

func suffix(series string) string {
	if series == "" {
		return ""
	}
	return ": " + series
}

func labelsOf(list []overtime.Edition, first, last int) (string, string) {
	if first < 0 {
		return "", ""
	}
	return list[first].Label, list[last].Label
}

// spark draws shares as a row of bars.
func spark(counts, sizes []int) string {
	bars := []rune("▁▂▃▄▅▆▇█")
	top := 0.0
	shares := make([]float64, len(counts))
	for i, n := range counts {
		if sizes[i] > 0 {
			shares[i] = float64(n) / float64(sizes[i])
		}
		top = max(top, shares[i])
	}
	var b strings.Builder
	for i, s := range shares {
		switch {
		case counts[i] == 0:
			b.WriteRune('·')
		default:
			b.WriteRune(bars[min(int(s/top*float64(len(bars))), len(bars)-1)])
		}
	}
	return b.String()
}

// WorksJSON writes works through the editions as JSON (schema
// shinkyu.works/1).
func WorksJSON(w io.Writer, t *overtime.Works) error {
	type work struct {
		citerender.Work
		Counts []int  `json:"counts"`
		Total  int    `json:"total"`
		First  int    `json:"first"`
		Last   int    `json:"last"`
		Gone   bool   `json:"gone"`
		By     string `json:"replacedBy,omitempty"`
	}
	out := struct {
		Schema   string        `json:"schema"`
		Series   string        `json:"series"`
		Editions []editionJSON `json:"editions"`
		Works    []work        `json:"works"`
	}{"shinkyu.works/1", t.Series, editionsJSON(t.Editions), []work{}}
	for _, r := range t.Rows {
		x := work{Work: citerender.WorkOf(r.Work), Counts: r.Counts, Total: r.Total, First: r.First, Last: r.Last, Gone: r.Gone}
		if r.By != nil {
			x.By = r.By.ID
		}
		out.Works = append(out.Works, x)
	}
	return encode.JSON(w, out)
}

// WorksCSV writes works through the editions as CSV: a row a work, a column an
// edition.
func WorksCSV(w io.Writer, t *overtime.Works, o Options) error {
	head := []string{"kind", "title", "number", "version", "decided", "body", "act"}
	for _, e := range t.Editions {
		head = append(head, e.Label)
	}
	rows := [][]string{append(head, "total", "first", "last", "gone", "replaced_by")}
	for _, r := range t.Rows {
		k := r.Work
		date, body, act := decision(k)
		row := []string{string(k.Kind), k.Title, k.Number, k.Version, date, body, act}
		for _, n := range r.Counts {
			row = append(row, number(n))
		}
		first, last := labelsOf(t.Editions, r.First, r.Last)
		rows = append(rows, append(row, strconv.Itoa(r.Total), first, last, strconv.FormatBool(r.Gone), workName(r.By)))
	}
	return encode.CSV(w, rows, o.BOM)
}

func decision(k *cite.Work) (date, body, act string) {
	if n := len(k.Events); n > 0 {
		e := k.Events[n-1]
		return e.Date.EDTF, e.Body, e.Act
	}
	return "", "", ""
}

// workName is a work's title and what tells its edition.
func workName(k *cite.Work) string {
	if k == nil {
		return ""
	}
	date, _, _ := decision(k)
	parts := slices.DeleteFunc([]string{k.Number, k.Version, date}, func(s string) bool { return s == "" })
	if len(parts) == 0 {
		return k.Title
	}
	return k.Title + "（" + strings.Join(parts, "、") + "）"
}

// WorksMarkdown writes the matrix of works and editions as Markdown, and under
// it the works that are cited no longer.
func WorksMarkdown(w io.Writer, t *overtime.Works, o Options) error {
	var b strings.Builder
	b.WriteString("# " + o.t(worksTitle) + suffix(md.Text(t.Series)) + "\n\n")
	o.works(&b, t, "##")
	_, err := io.WriteString(w, b.String())
	return err
}

// works writes the tables of laws and of plans, and what is cited no longer,
// under headings of a level: ##.
func (o *Options) works(b *strings.Builder, t *overtime.Works, level string) {
	for _, kind := range []struct {
		kind cite.Kind
		head string
	}{{cite.Law, o.t(lawsTitle)}, {cite.Plan, o.t(plansTitle)}} {
		m := md.Table{Head: []string{kind.head}, Align: []md.Align{md.Left}}
		for _, e := range t.Editions {
			m.Head = append(m.Head, md.Cell(e.Label))
			m.Align = append(m.Align, md.Right)
		}
		m.Head = append(m.Head, o.t(say("初出", "first")), o.t(say("最後", "last")))
		for _, r := range t.Rows {
			if r.Work.Kind != kind.kind {
				continue
			}
			row := []string{md.Cell(workName(r.Work))}
			for _, n := range r.Counts {
				row = append(row, number(n))
			}
			first, last := labelsOf(t.Editions, r.First, r.Last)
			m.Rows = append(m.Rows, append(row, md.Cell(first), md.Cell(last)))
		}
		fmt.Fprintf(b, "%s %s\n\n", level, kind.head)
		if len(m.Rows) == 0 {
			b.WriteString(o.t(msgNone) + "\n\n")
			continue
		}
		_ = m.Write(b) // a Builder never fails
	}
	o.gone(b, t, level)
}

// gone lists the works that the last edition does not cite any more.
func (o *Options) gone(b *strings.Builder, t *overtime.Works, level string) {
	fmt.Fprintf(b, "%s %s\n\n", level, o.t(goneTitle))
	any := false
	for _, r := range t.Rows {
		if !r.Gone {
			continue
		}
		any = true
		fmt.Fprintf(b, "- %s — %s", md.Text(workName(r.Work)), o.t(say("最後は %s", "last in %s"), md.Text(t.Editions[r.Last].Label)))
		if r.By != nil {
			b.WriteString(o.t(say("、今は %s", ", now %s"), md.Text(workName(r.By))))
		}
		b.WriteString("\n")
	}
	if !any {
		b.WriteString(o.t(msgNone) + "\n")
	}
	b.WriteString("\n")
}
