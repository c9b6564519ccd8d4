package render

import (
	"fmt"
	"io"
	"strings"

	"shinkyu/parse/cite"
	"shinkyu/parse/render/lang"
	"shinkyu/parse/render/md"
)

// Markdown writes the index of works by kind and year, with every place that
// cites them; a matrix of works and documents where there are several; then
// the short names defined and what could not be resolved.
func Markdown(w io.Writer, x *cite.Index, opt Options) error {
	m := &markdown{Options: opt, x: x, docs: opt.docs(x)}
	m.line("# " + m.t(msgTitle))
	m.works(msgLaws, cite.Law, msgNumber)
	m.works(msgPlans, cite.Plan, msgDecisions)
	m.matrix()
	m.contexts()
	m.definitions()
	m.unresolved()
	_, err := io.WriteString(w, m.b.String())
	return err
}

type markdown struct {
	Options
	x    *cite.Index
	docs []string
	b    strings.Builder
}

func (m *markdown) t(s lang.Text) string { return s.In(m.Lang) }

func (m *markdown) line(s string) { m.b.WriteString(s + "\n\n") }

func (m *markdown) table(t md.Table) { _ = t.Write(&m.b) } // a Builder never fails

func (m *markdown) works(head text, kind cite.Kind, id text) {
	m.line("## " + m.t(head))
	list := byKindAndYear(m.x, kind)
	if len(list) == 0 {
		m.line(m.t(msgNone))
		return
	}
	t := md.Table{
		Head:  []string{m.t(msgYear), m.t(msgName), m.t(id), m.t(msgAliases), m.t(msgCount), m.t(msgMentions)},
		Align: []md.Align{md.Right, md.Left, md.Left, md.Left, md.Right},
	}
	for _, k := range list {
		year := ""
		if y := yearOf(k); y > 0 {
			year = fmt.Sprint(y)
		}
		t.Rows = append(t.Rows, []string{
			year, m.name(k), m.identity(k), m.aliases(k), fmt.Sprint(len(k.Mentions)), m.mentions(k),
		})
	}
	m.table(t)
}

// name is the title, linked where there is a link, with the edition that it
// succeeds.
func (m *markdown) name(k *cite.Work) string {
	s := md.Cell(k.Title)
	if len(k.Links) > 0 && plainURL(k.Links[0]) {
		s = "[" + s + "](<" + k.Links[0] + ">)"
	}
	if p := k.Succeeds; p != nil {
		older := p.Title
		if v := identity(p); v != "" {
			older += " (" + strings.ReplaceAll(v, "\n", m.t(msgComma)) + ")"
		}
		s += "<br>" + md.Cell(msgSucceeds.Format(m.Lang, older))
		if c, ok := confidences[k.SucceedsConfidence]; ok {
			s += " " + m.t(c)
		}
	}
	return s
}

// plainURL reports whether a link can stand between < and > as it is.
func plainURL(s string) bool {
	return (strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://")) && !strings.ContainsAny(s, "<>|\\ \n\r")
}

func (m *markdown) identity(k *cite.Work) string { return md.Cell(identity(k)) }

// identity is a law's number, or a plan's version and decisions.
func identity(k *cite.Work) string {
	var out []string
	for _, s := range []string{k.Number, k.Version} {
		if s != "" {
			out = append(out, s)
		}
	}
	for _, e := range k.Events {
		out = append(out, decision(e))
	}
	return strings.Join(out, "\n")
}

func (m *markdown) aliases(k *cite.Work) string {
	out := make([]string, len(k.Aliases))
	for i, a := range k.Aliases {
		out[i] = md.Cell(a)
	}
	return strings.Join(out, m.t(msgComma))
}

// mentions lists the places of a work, a line a document.
func (m *markdown) mentions(k *cite.Work) string {
	var out []string
	for _, doc := range m.docs {
		var places []string
		for _, n := range k.Mentions {
			if n.Doc == doc {
				places = append(places, joined(m.place(n.Place), " ", md.Cell(n.Pinpoint)))
			}
		}
		if len(places) > 0 {
			out = append(out, m.inDoc(doc)+strings.Join(places, m.t(msgComma)))
		}
	}
	return strings.Join(out, "<br>")
}

// inDoc names the document before a place, where there are several.
func (m *markdown) inDoc(doc string) string {
	if len(m.docs) < 2 {
		return ""
	}
	return md.Cell(doc) + " "
}

func joined(a, sep, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + sep + b
}

// place is page and lines: 3頁 120–131行.
func (m *markdown) place(p cite.Place) string {
	span := fmt.Sprint(p.Lines[0])
	if p.Lines[1] > p.Lines[0] {
		span = fmt.Sprintf("%d–%d", p.Lines[0], p.Lines[1])
	}
	if p.Page == 0 {
		return msgLines.Format(m.Lang, span)
	}
	return msgPageLines.Format(m.Lang, p.Page, span)
}

// matrix counts the mentions of each work in each document.
func (m *markdown) matrix() {
	if len(m.docs) < 2 {
		return
	}
	m.line("## " + m.t(msgMatrix))
	t := md.Table{Head: []string{m.t(msgWork)}, Align: []md.Align{md.Left}}
	for _, d := range m.docs {
		t.Head = append(t.Head, md.Cell(d))
		t.Align = append(t.Align, md.Right)
	}
	for _, kind := range []cite.Kind{cite.Law, cite.Plan} {
		for _, k := range byKindAndYear(m.x, kind) {
			row := []string{joined(md.Cell(k.Title), "<br>", m.identity(k))}
			for _, n := range perDocument(k, m.docs) {
				cell := ""
				if n > 0 {
					cell = fmt.Sprint(n)
				}
				row = append(row, cell)
			}
			t.Rows = append(t.Rows, row)
		}
	}
	m.table(t)
}

// perDocument counts the mentions of k in each document.
func perDocument(k *cite.Work, docs []string) []int {
	out := make([]int, len(docs))
	for i, d := range docs {
		for _, n := range k.Mentions {
			if n.Doc == d {
				out[i]++
			}
		}
	}
	return out
}

// contexts quotes the sentences around each mention, work by work.
func (m *markdown) contexts() {
	if m.Sentences == nil {
		return
	}
	m.line("## " + m.t(msgContexts))
	for _, kind := range []cite.Kind{cite.Law, cite.Plan} {
		for _, k := range byKindAndYear(m.x, kind) {
			m.line("### " + md.Text(k.Title))
			for _, n := range k.Mentions {
				m.b.WriteString("- " + m.inDoc(n.Doc) + m.place(n.Place) + "<br>\n  " + md.Text(m.context(n.Place)) + "\n")
			}
			m.b.WriteString("\n")
		}
	}
}

func (m *markdown) definitions() {
	if len(m.x.Definitions) == 0 {
		return
	}
	m.line("## " + m.t(msgDefinitions))
	t := md.Table{Head: []string{m.t(msgAlias), m.t(msgFor), m.t(msgScope), m.t(msgPlace)}}
	for _, d := range m.x.Definitions {
		t.Rows = append(t.Rows, []string{md.Cell(d.Alias), md.Cell(d.For), md.Cell(d.Scope), m.inDoc(d.Doc) + m.place(d.Place)})
	}
	m.table(t)
}

func (m *markdown) unresolved() {
	if len(m.x.Unresolved) == 0 {
		return
	}
	m.line("## " + m.t(msgUnresolved))
	t := md.Table{Head: []string{m.t(msgText), m.t(msgWhy), m.t(msgPlace)}}
	for _, u := range m.x.Unresolved {
		t.Rows = append(t.Rows, []string{md.Cell(u.Text), md.Cell(lang.Of(m.Lang, u.Why)), m.inDoc(u.Doc) + m.place(u.Place)})
	}
	m.table(t)
}
