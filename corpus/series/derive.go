package series

import (
	"path"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"shinkyu/parse"
	"shinkyu/parse/era"
	"shinkyu/parse/lazy"
)

// A Label is what a document's title block and file name say of its place in
// a series.
type Label struct {
	Series     string
	Title      string
	FiscalYear int    // in which the fiscal year begins; 0 where there is none
	Date       string // EDTF; empty where there is none
	Edition    string // 第2版, Ver.1.0, as written; empty where there is none
	Draft      bool
}

// Derive reads the label of a document; origin is its path. What the title
// block does not say is looked for in the title of the container, in the first
// heading and in the path, in this order.
func Derive(doc *parse.Document, origin string) Label {
	l := Label{
		Title: title(doc), FiscalYear: doc.Meta.FiscalYear, Date: doc.Meta.Date.EDTF,
		Edition: doc.Meta.Edition, Draft: doc.Meta.Draft,
	}
	file := fileOf(origin)
	masked := mask(l.Title)
	if masked.name == "" {
		masked = file
		if l.Title == "" {
			l.Title = strings.TrimSuffix(path.Base(origin), path.Ext(origin))
		}
	}
	l.Series = masked.name
	l.Draft = l.Draft || masked.draft
	for _, from := range []masking{masked, file} {
		if l.FiscalYear == 0 {
			l.FiscalYear = from.fiscalYear
		}
		if l.Date == "" {
			l.Date = from.date
		}
		if l.Edition == "" {
			l.Edition = from.edition
		}
	}
	if d := amended(doc); d > l.Date {
		l.Date = d
	}
	return l
}

// amended gives the date of the last law that a law was amended by, as the
// heads of its supplementary provisions name them; empty where there is none.
// The text is as that law left it, while the number of the law itself, from
// which its date would be taken, tells of its first state.
func amended(doc *parse.Document) (last string) {
	for _, n := range doc.Content {
		s, ok := n.(*parse.Section)
		if !ok || s.Marker.Text != "附則" {
			continue
		}
		head := s.Title.String + s.Caption.String
		if !strings.HasSuffix(strings.TrimRight(head, "）) 　抄"), "号") {
			continue
		}
		for _, e := range era.Scan(head) {
			if e.Kind == era.Date {
				last = max(last, e.EDTF)
			}
		}
	}
	return last
}

// title is the document's title, or the best that stands in for one.
func title(doc *parse.Document) string {
	t := doc.Meta.Title
	if !lettered(t) && doc.Source != nil {
		t = doc.Source.Meta.Title
	}
	if !lettered(t) {
		t = heading(doc)
	}
	return strings.TrimSpace(t)
}

func lettered(s string) bool { return strings.ContainsFunc(s, unicode.IsLetter) }

// heading is the heading that all other sections of a document stand under:
// web pages and Markdown files have their title so.
func heading(doc *parse.Document) string {
	var only *parse.Section
	for _, n := range doc.Content {
		if s, ok := n.(*parse.Section); ok {
			if only != nil {
				return ""
			}
			only = s
		}
	}
	if only == nil || !only.Marker.IsZero() {
		return ""
	}
	return only.Title.String
}

// fileOf masks the name of a file, or of the folder it stands in where the
// name is nothing but a date or version.
func fileOf(origin string) masking {
	stem := strings.TrimSuffix(path.Base(origin), path.Ext(origin))
	m := mask(strings.NewReplacer("_", " ", "__", " ").Replace(stem))
	if !lettered(m.name) {
		m.name = path.Base(path.Dir(origin))
		if m.name == "." || m.name == "/" || m.name == ".." {
			m.name = stem
		}
	}
	return m
}

// A masking is a title without what changes from edition to edition, and that.
type masking struct {
	name       string
	fiscalYear int
	date       string
	edition    string
	draft      bool
}

var (
	isoDate = lazy.Pattern(`\b(?:19|20)\d\d-[01]\d(?:-[0-3]\d)?\b`)
	// A year without a sign is one at the end of a title only (基本方針2023) or
	// behind FY: elsewhere it may be anything.
	fiscal = lazy.Pattern(`(?i)\bFY ?((?:19|20)\d\d)`)
	bare   = lazy.Pattern(`((?:19|20)\d\d)(\s*[)\]】〕]?)$`)
	number = `[0-9〇一二三四五六七八九十百]+(?:\.[0-9]+)*`
	// edition matches 第3版, 第1.2版, 第2次改訂版, Ver.1.0, v2, 改訂版, rev.3,
	// 第5次 and 第4期 (of plans that are made again every few years).
	edition = lazy.Pattern(`(?i)第` + number + `(?:版|次(?:改[訂定正])?版?|期|稿)|(?:\b|_)(?:version|ver|v|rev(?:ision)?|r)[. ]{0,2}[0-9]+(?:[.\-][0-9]+)*版?|[0-9]+(?:\.[0-9]+)+版|(?:全部|一部|最終|再)?改[訂定](?:版|後)|(?:初|新|最新|確定|暫定)版`)
	// draft matches the marks of a text that is not decided yet.
	draft = lazy.Pattern(`[(〔\[【](?:[素原試]|骨子|改[訂定]|修正|最終|改正|たたき台|叩き台)*(?:案|たたき台|叩き台|未定稿|骨子|ドラフト|draft|パブリックコメント版|パブコメ版|意見募集版|中間(?:整理|とりまとめ|取りまとめ|報告)|検討中)[)〕\]】]|(?:素案|原案|骨子案|たたき台|未定稿)$`)
	// left matches what is left of brackets and the signs around a masked part.
	left = lazy.Pattern(`[(〔\[【]\s*(?:(?:から|より)?\s*(?:改[訂定正]|策定|決定|一部改正|公表|更新|現在|時点|施行|版|適用|改|付け?|,|、|・|~|\s)*)\s*[)〕\]】]`)
)

// mask takes out of a title what changes from edition to edition.
func mask(title string) masking {
	m := masking{}
	t := norm.NFKC.String(title)
	t = isoDate().ReplaceAllStringFunc(t, func(s string) string { m.date = s; return " " })
	t = fiscal().ReplaceAllStringFunc(t, func(s string) string { m.setYear(s[len(s)-4:]); return " " })
	t = m.dates(t)
	if draft().MatchString(t) {
		m.draft = true
		t = draft().ReplaceAllString(t, " ")
	}
	t = edition().ReplaceAllStringFunc(t, func(s string) string { m.edition = strings.Trim(s, "_ "); return " " })
	t = bare().ReplaceAllStringFunc(strings.TrimSpace(t), func(s string) string {
		if m.date == "" {
			m.date = s[:4]
		}
		return s[4:]
	})
	for {
		u := left().ReplaceAllString(t, " ")
		if u == t {
			break
		}
		t = u
	}
	m.name = tidy(t)
	return m
}

func (m *masking) setYear(digits string) {
	if n, ok := era.Number(digits); ok && m.fiscalYear == 0 {
		m.fiscalYear = n
	}
}

// dates takes out dates, years and fiscal years of either calendar.
func (m *masking) dates(t string) string {
	var b strings.Builder
	at := 0
	for _, e := range era.Scan(t) {
		if e.Relative || e.EDTF == "" || e.Start < at {
			continue
		}
		if e.FiscalYear > 0 && m.fiscalYear == 0 {
			m.fiscalYear = e.FiscalYear
		} else if e.Kind == era.Date && m.date == "" {
			m.date = e.EDTF
		}
		b.WriteString(t[at:e.Start])
		b.WriteByte(' ')
		at = e.End
	}
	b.WriteString(t[at:])
	return b.String()
}

// tidy drops the spaces that masking and printing left: between two words of
// Latin script one stays, elsewhere none.
func tidy(t string) string {
	t = strings.Trim(strings.TrimSpace(t), "-_・,、。:：~〜|｜ ")
	var b strings.Builder
	var before rune
	space := false
	for _, r := range t {
		if unicode.IsSpace(r) {
			space = true
			continue
		}
		if space && (latin(before) || latin(r)) && b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
		before, space = r, false
	}
	return b.String()
}

func latin(r rune) bool {
	return r < 0x2000
}
