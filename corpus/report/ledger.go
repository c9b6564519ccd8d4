package report

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"shinkyu/corpus/ledger"
	"shinkyu/parse/render/encode"
	"shinkyu/parse/render/lang"
	"shinkyu/parse/render/md"
)

type ledgerJSON struct {
	Schema   string        `json:"schema"`
	Series   string        `json:"series"`
	Editions []editionJSON `json:"editions"`
	Areas    []areaJSON    `json:"areas"`
}

type editionJSON struct {
	ID         string `json:"id"`
	FiscalYear int    `json:"fiscalYear,omitempty"`
	Date       string `json:"date,omitempty"`
	Title      string `json:"title"`
	Label      string `json:"label"`
	Draft      bool   `json:"draft,omitempty"`
}

type areaJSON struct {
	ID    string      `json:"id"`
	Title string      `json:"title"`
	Life  []entryJSON `json:"life"`
}

type entryJSON struct {
	Edition    int           `json:"edition"`
	Path       *string       `json:"path,omitempty"`
	Marker     string        `json:"marker,omitempty"`
	Title      *string       `json:"title,omitempty"`
	Status     ledger.Status `json:"status"`
	From       []string      `json:"from,omitempty"`
	Into       string        `json:"into,omitempty"`
	Retitled   bool          `json:"retitled,omitempty"`
	Moved      bool          `json:"moved,omitempty"`
	Similarity float64       `json:"similarity,omitempty"`
	Confidence string        `json:"confidence,omitempty"`
	Lines      *[2]int       `json:"lines,omitempty"`
	Page       int           `json:"page,omitempty"`
}

// LedgerJSON writes a ledger as JSON (schema shinkyu.ledger/1).
func LedgerJSON(w io.Writer, l *ledger.Ledger) error {
	out := ledgerJSON{Schema: "shinkyu.ledger/1", Series: l.Series, Editions: []editionJSON{}, Areas: []areaJSON{}}
	for _, e := range l.Editions {
		out.Editions = append(out.Editions, editionJSON{e.ID, e.FiscalYear, e.Date, e.Title, e.Label, e.Draft})
	}
	for _, a := range l.Areas {
		x := areaJSON{ID: a.ID, Title: a.Title}
		for i := range a.Life {
			x.Life = append(x.Life, entryOf(&a.Life[i]))
		}
		out.Areas = append(out.Areas, x)
	}
	return encode.JSON(w, out)
}

func entryOf(e *ledger.Entry) entryJSON {
	x := entryJSON{
		Edition: e.Edition, Status: e.Status, From: e.From, Into: e.Into, Retitled: e.Retitled, Moved: e.Moved,
		Similarity: round(e.Similarity), Confidence: string(e.Confidence),
	}
	if e.Present {
		x.Path, x.Title, x.Marker, x.Lines, x.Page = &e.Path, &e.Title, e.Marker, &e.Lines, e.Page
	}
	return x
}

// LedgerCSV writes a ledger as a table, a row for each area in each edition.
func LedgerCSV(w io.Writer, l *ledger.Ledger, o Options) error {
	rows := [][]string{{
		"area", "area_title", "edition", "document", "fiscal_year", "date", "status", "path", "marker", "title",
		"first_line", "last_line", "page", "from", "into", "retitled", "moved", "similarity", "confidence",
	}}
	for _, a := range l.Areas {
		for i := range a.Life {
			e := &a.Life[i]
			ed := l.Editions[e.Edition]
			rows = append(rows, []string{
				a.ID, a.Title, ed.Label, ed.ID, year(ed.FiscalYear), ed.Date, string(e.Status), e.Path, e.Marker, e.Title,
				number(e.Lines[0]), number(e.Lines[1]), number(e.Page), strings.Join(e.From, " "), e.Into,
				strconv.FormatBool(e.Retitled), strconv.FormatBool(e.Moved), share(e.Similarity), string(e.Confidence),
			})
		}
	}
	return encode.CSV(w, rows, o.BOM)
}

func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func share(f float64) string {
	if f == 0 {
		return ""
	}
	return strconv.FormatFloat(round(f), 'f', -1, 64)
}

// statuses are the statuses in the order in which they are told, with their
// signs: no two look alike, printed in black or read without colours.
var statuses = []struct {
	status ledger.Status
	sign   string
	name   lang.Text
	means  lang.Text
}{
	{ledger.Born, "●", say("初出", "born"), say("この版で現れた", "it came in with this edition")},
	{ledger.Kept, "─", say("変更なし", "kept"), say("文言が変わらない", "its words are the same")},
	{ledger.Reworded, "◇", say("改訂", "reworded"), say("文言が変わった", "its words changed")},
	{ledger.Split, "┬", say("分割", "split"), say("一つの領域が分かれた", "one area became several")},
	{ledger.Merged, "┴", say("統合", "merged"), say("いくつかの領域がまとまった", "several areas became one")},
	{ledger.Dropped, "×", say("削除", "dropped"), say("この版にはない", "this edition does not have it")},
	{ledger.Returned, "▷", say("復活", "returned"), say("なくなった後、再び現れた", "it came back after a gap")},
}

func (o *Options) status(s ledger.Status) string {
	for _, x := range statuses {
		if x.status == s {
			return o.t(x.name)
		}
	}
	return string(s)
}

func sign(s ledger.Status) string {
	for _, x := range statuses {
		if x.status == s {
			return x.sign
		}
	}
	return "?"
}

// areaTitle is the name of an area for a reader.
func (o *Options) areaTitle(title, marker, path string) string {
	if head, below, ok := strings.Cut(path, "/"); ok && strings.HasPrefix(head, "附則") && below != "" {
		return head + " " + o.areaTitle(title, marker, "")
	}
	switch {
	case strings.HasPrefix(title, "（") && marker != "": // 第一条（目的）
		return marker + title
	case title != "":
		return title
	case marker == "附則":
		return path // 附則~2
	case marker != "":
		return marker
	case path != "":
		return path
	}
	return o.t(say("（前文）", "(before the first section)"))
}

func (o *Options) name(a *ledger.Area) string {
	e := a.Last()
	return o.areaTitle(a.Title, e.Marker, e.Path)
}

// LedgerMarkdown writes a ledger as Markdown: how many areas came and went in
// each edition, and the table of areas by editions.
func LedgerMarkdown(w io.Writer, l *ledger.Ledger, o Options) error {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n", o.t(say("領域の台帳：%s", "Ledger of areas: %s"), md.Text(l.Series)))
	o.editions(&b, l)
	o.areas(&b, l, LedgerPart{})
	_, err := io.WriteString(w, b.String())
	return err
}

// areas writes the key and the table of areas by editions.
func (o *Options) areas(b *strings.Builder, l *ledger.Ledger, part LedgerPart) {
	fmt.Fprintf(b, "## %s\n\n", o.t(say("領域", "Areas")))
	var key []string
	for _, s := range statuses {
		key = append(key, s.sign+" "+o.t(s.name)+o.t(say("（", " ("))+o.t(s.means)+o.t(say("）", ")")))
	}
	fmt.Fprintf(b, "%s\n\n", strings.Join(key, o.t(say("、", "; "))))
	if part.Link != nil {
		fmt.Fprintf(b, "%s\n\n", o.t(seriesLinked))
	}
	t := md.Table{Head: []string{"", o.t(say("領域", "area"))}}
	for _, e := range l.Editions {
		t.Head = append(t.Head, md.Cell(e.Label))
	}
	for _, a := range l.Areas {
		row := []string{a.ID, md.Cell(o.name(a))}
		for k := range l.Editions {
			row = append(row, o.cell(a, k, &part))
		}
		t.Rows = append(t.Rows, row)
	}
	_ = t.Write(b) // a Builder never fails
}

// editions lists the editions with what became of the areas in each.
func (o *Options) editions(b *strings.Builder, l *ledger.Ledger) {
	fmt.Fprintf(b, "## %s\n\n", o.t(say("版", "Editions")))
	t := md.Table{Head: []string{o.t(say("版", "edition")), "ID", o.t(say("日付", "date")), o.t(say("表題", "title"))}}
	for _, s := range statuses {
		t.Head = append(t.Head, o.t(s.name))
	}
	t.Align = []md.Align{md.Left, md.Left, md.Left, md.Left, md.Right, md.Right, md.Right, md.Right, md.Right, md.Right, md.Right}
	for k, e := range l.Editions {
		row := []string{md.Cell(e.Label), e.ID, e.Date, md.Cell(e.Title)}
		for _, s := range statuses {
			row = append(row, strconv.Itoa(countOf(l, k, s.status)))
		}
		t.Rows = append(t.Rows, row)
	}
	_ = t.Write(b) // a Builder never fails
}

// countOf gives how many areas have a status in an edition.
func countOf(l *ledger.Ledger, edition int, s ledger.Status) int {
	n := 0
	for _, a := range l.Areas {
		if x := a.In(edition); x != nil && x.Status == s {
			n++
		}
	}
	return n
}

// cell tells of an area in an edition: what became of it, where it stands, and
// its heading where that is another than in the edition before.
func (o *Options) cell(a *ledger.Area, k int, part *LedgerPart) string {
	e := a.In(k)
	if e == nil {
		return ""
	}
	parts := []string{sign(e.Status) + " " + o.status(e.Status)}
	if e.Into != "" {
		parts[0] += " → " + e.Into
	}
	if len(e.From) > 0 {
		parts[0] += " ← " + strings.Join(e.From, " ")
	}
	if e.Confidence == "uncertain" {
		parts[0] += o.t(say("（要確認）", " (uncertain)"))
	}
	if to := part.of(a, e); to != "" {
		parts[0] = "[" + parts[0] + "](" + to + ")"
	}
	if e.Present {
		parts = append(parts, md.Cell(strings.TrimSpace(e.Path+" "+o.place(e.Lines, e.Page))))
	}
	if e.Retitled {
		parts = append(parts, md.Cell("「"+e.Title+"」"))
	}
	return strings.Join(parts, "<br>")
}
