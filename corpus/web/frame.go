package web

import (
	"embed"
	"fmt"
	"html/template"
	"io"
	"net/http"
	"net/url"
	"path"
	"strconv"
	"strings"
	"sync"

	"shinkyu/corpus"
	"shinkyu/diff/report/layout"
	"shinkyu/parse/cite"
	"shinkyu/parse/render/lang"
)

//go:embed pages/*.tmpl
var pageFiles embed.FS

// templates are the pages by name, each with the frame around it. They are
// parsed when first used.
var templates = sync.OnceValues(func() (map[string]*template.Template, error) {
	frame, err := template.New("frame.tmpl").Funcs(template.FuncMap{"visible": layout.Visible}).ParseFS(pageFiles, "pages/frame.tmpl", "pages/parts.tmpl")
	if err != nil {
		return nil, err
	}
	out := map[string]*template.Template{}
	for _, name := range []string{"home", "series", "document", "compare", "ledger", "works", "work", "search", "trouble", "wait"} {
		page, err := frame.Clone()
		if err == nil {
			page, err = page.ParseFS(pageFiles, "pages/"+name+".tmpl")
		}
		if err != nil {
			return nil, err
		}
		out[name] = page
	}
	return out, nil
})

// A frame is what all pages have: language, title, search field.
type frame struct {
	Lang    lang.Lang
	Title   string // plain text
	Search  string // what was searched for
	Script  bool   // the page steps through changes
	named   bool
	address url.URL // with the parameters that the page heeds
}

func (q *request) frame(title string) frame {
	return frame{Lang: q.Lang, Title: layout.Visible(title), named: q.named, address: q.address}
}

// T gives a message.
func (f *frame) T(key string, args ...any) (string, error) {
	t, ok := messages[key]
	switch {
	case !ok:
		return "", fmt.Errorf("there is no message %q", key)
	case len(args) == 0:
		return t.In(f.Lang), nil
	}
	return t.Format(f.Lang, args...), nil
}

// Code is the language for the page's lang attribute.
func (f *frame) Code() string { return string(f.Lang) }

// URL gives the address of a page with its parameters, name after value. The
// language goes along where the address of this page names it.
func (f *frame) URL(path string, pairs ...any) string {
	q := url.Values{}
	for i := 0; i+1 < len(pairs); i += 2 {
		if v := fmt.Sprint(pairs[i+1]); v != "" {
			q.Set(fmt.Sprint(pairs[i]), v)
		}
	}
	if f.named {
		q.Set("lang", string(f.Lang))
	}
	if len(q) == 0 {
		return path
	}
	return path + "?" + q.Encode()
}

// In gives the address of this page in another language.
func (f *frame) In(l string) string {
	q := f.address.Query()
	q.Set("lang", l)
	return (&url.URL{Path: f.address.Path, RawQuery: q.Encode()}).String()
}

// Here is the address of this page.
func (f *frame) Here() string {
	if f.named {
		return f.In(string(f.Lang))
	}
	return f.address.String()
}

// Page gives the address of this page with another number.
func (f *frame) Page(n int) string {
	q := f.address.Query()
	q.Set("page", fmt.Sprint(n))
	return (&url.URL{Path: f.address.Path, RawQuery: q.Encode()}).String()
}

// Named reports whether the address of the page names its language; forms then
// send it along.
func (f *frame) Named() bool { return f.named }

// Asset gives the address of a style or script, with what tells its state, so
// that a browser may keep it.
func (f *frame) Asset(name string) (string, error) {
	a, ok := assets[name]
	if !ok {
		return "", fmt.Errorf("there is no asset %q", name)
	}
	return "/static/" + name + "?v=" + a.tag, nil
}

// Document gives the address of a document, at a place of it where anchor is
// not empty.
func (f *frame) Document(id, anchor string) string {
	u := f.URL("/documents/" + id)
	if anchor != "" {
		u += "#" + anchor
	}
	return u
}

// Place gives page and lines as a reader finds them.
func (f *frame) Place(lines [2]int, page int) string {
	s := ""
	switch {
	case lines[0] == 0:
	case lines[1] <= lines[0]:
		s = messages["line"].Format(f.Lang, lines[0])
	default:
		s = messages["lines"].Format(f.Lang, lines[0], lines[1])
	}
	if page > 0 {
		s = messages["page"].Format(f.Lang, page) + " " + s
	}
	return strings.TrimSpace(s)
}

// Called is how a document is called: its title, or the name of its file.
func (f *frame) Called(d *corpus.Document) string {
	if d.Title != "" {
		return layout.Visible(oneLine(d.Title))
	}
	return layout.Visible(d.Name)
}

// Label tells a document from others of its series, in a list to choose from.
func (f *frame) Label(d *corpus.Document) string {
	s := d.ID
	for _, x := range []string{year(d.FiscalYear), d.Date, d.Edition} {
		if x != "" {
			s += " " + x
		}
	}
	if d.Draft {
		s += " " + say("draft", f.Lang)
	}
	return layout.Visible(s + " " + cutShort(oneLine(path.Base(d.Name)), labelRunes))
}

const labelRunes = 40

func year(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// cutShort gives the first n characters of s.
func cutShort(s string, n int) string {
	for i := range s {
		if n--; n < 0 {
			return s[:i] + "…"
		}
	}
	return s
}

// Decided is the date of the last decision on a plan.
func (f *frame) Decided(w *cite.Work) string { return decided(w) }

// Form says how a mention names its work.
func (f *frame) Form(m cite.Form) string {
	if m == cite.Title {
		return say("form.title", f.Lang)
	}
	return say(string(m), f.Lang)
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// page makes a page of its template.
func page(name string, data any) ([]byte, error) {
	all, err := templates()
	if err != nil {
		return nil, err
	}
	return written(func(w io.Writer) error { return all[name].ExecuteTemplate(w, "frame.tmpl", data) })
}

const htmlKind = "text/html; charset=utf-8"

type troublePage struct {
	frame
	Message, More string
}

// fail answers with a message and its status.
func (s *Site) fail(w http.ResponseWriter, r *http.Request, status int, say string) {
	s.failWith(w, r, status, say, "")
}

func (s *Site) failWith(w http.ResponseWriter, r *http.Request, status int, say, more string) {
	l, named := language(r, s.opt.Lang)
	p := troublePage{frame: frame{Lang: l, named: named, address: url.URL{Path: "/"}}, Message: messages[say].In(l)}
	p.Title = p.Message
	for i, part := range strings.Split(more, "; ") {
		if i > 0 {
			p.More += messages["semicolon"].In(l)
		}
		p.More += layout.Visible(s.translate(l, part))
	}
	out, err := page("trouble", &p)
	if err != nil {
		http.Error(w, p.Message, status)
		return
	}
	_ = send(w, r, status, htmlKind, out)
}
