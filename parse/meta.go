package parse

import (
	"strconv"
	"strings"
	"unicode"

	"shinkyu/parse/era"
)

// readMeta reads the title block.
func (p *parser) readMeta() {
	m := &p.doc.Meta
	var dates []dated
	var issuers []string
	for _, f := range p.doc.Front {
		s := f.Text.String
		switch f.Kind {
		case FrontTitle:
			if squeezed(m.Title) != squeezed(s) {
				m.Title += s
			}
		case FrontSubtitle:
			m.Subtitle += s
		case FrontDate:
			dates = append(dates, dateLines(s)...)
		case FrontIssuer:
			body, act := splitIssuer(s)
			if act != "" && m.Act == "" {
				m.Act = act
			}
			if body != "" {
				issuers = append(issuers, body)
			}
			if body == "" {
				m.Act = actOf(squeezed(s))
			}
		case FrontAddressee:
			if m.Addressee != "" {
				m.Addressee += "、"
			}
			m.Addressee += squeezed(s)
		case FrontOther:
			if m.Act == "" {
				m.Act = actMark(squeezed(s))
			}
		case FrontNumber:
			m.Number = strings.Trim(squeezed(s), "（）()")
		}
		if e := editionIn(s); e != "" && m.Edition == "" {
			m.Edition = e
		}
		readStatus(m, s)
	}
	if !strings.HasPrefix(m.Title, "○○") && !strings.HasPrefix(m.Title, "〇〇") { // an ornament, no blank to be filled in
		m.Title = strings.TrimLeft(m.Title, "○◯〇 　")
	}
	p.containerMeta()
	m.Issuer = strings.Join(issuers, "、")
	readDates(m, dates)
	m.FiscalYear = p.fiscalYear()
}

// containerMeta fills what the title block leaves open from the container.
func (p *parser) containerMeta() {
	m := &p.doc.Meta
	if m.Title == "" {
		m.Title = strings.TrimSpace(p.src.Meta.Title)
		readStatus(m, m.Title)
	}
	if m.Number == "" {
		m.Number = p.src.Meta.LawNumber
	}
}

// readDates tells the date of the decision from those of revisions.
func readDates(m *Meta, dates []dated) {
	for _, d := range dates {
		date := Date{Text: d.date.Text, EDTF: d.date.EDTF}
		m.Draft = m.Draft || d.date.Open
		if isRevision(d.act) {
			m.Revisions = append(m.Revisions, date)
			continue
		}
		if m.Date.Text != "" {
			continue
		}
		m.Date = date
		if m.Act == "" {
			m.Act = d.act
		}
		if m.Issuer == "" && d.body != "" {
			m.Issuer = d.body
		}
	}
	if m.Date.Text == "" && len(m.Revisions) > 0 && m.Act == "" {
		m.Act = "改定"
	}
}

// fiscalYear is the year that the title names, or else another line of the
// title block: 令和６年度, 令和５年版; of a range its first.
func (p *parser) fiscalYear() int {
	if y := yearIn(p.doc.Meta.Title); y > 0 {
		return y
	}
	for _, f := range p.doc.Front {
		if f.Kind == FrontOther || f.Kind == FrontSubtitle {
			if y := yearIn(f.Text.String); y > 0 {
				return y
			}
		}
	}
	return 0
}

func yearIn(s string) int {
	for _, e := range era.Scan(s) {
		switch {
		case e.FiscalYear > 0:
			return e.FiscalYear
		case e.Kind == era.Range && strings.Contains(e.Text, "年度") && len(e.EDTF) >= 4,
			e.Kind == era.Date && len(e.EDTF) == 4 && strings.HasPrefix(s[e.End:], "版"):
			if y, err := strconv.Atoi(e.EDTF[:4]); err == nil {
				return y
			}
		}
	}
	return 0
}

// readStatus reads draft marks: （案）, （素案）, 中間とりまとめ.
func readStatus(m *Meta, s string) {
	if m.Status != "" {
		return
	}
	s = squeezed(s)
	for _, w := range statuses {
		for _, b := range [...][2]string{{"（", "）"}, {"(", ")"}, {"【", "】"}, {"〔", "〕"}, {"［", "］"}} {
			if strings.Contains(s, b[0]+w+b[1]) {
				m.Status, m.Draft = w, true
				return
			}
		}
	}
	for _, w := range statuses {
		if w != "仮称" && strings.HasSuffix(s, w) && (w != "案" || hasTitleWord(s)) {
			m.Status, m.Draft = w, !strings.HasPrefix(w, "中間")
			return
		}
	}
}

// editionIn finds 第２版, 第6.0版, Ver.1.0, 改定版, 初版.
func editionIn(s string) string {
	s = squeezed(s)
	for _, w := range []string{"Ver.", "ver.", "VER.", "Version", "version", "Ｖｅｒ．", "Rev.", "Ver", "第"} {
		for from := 0; ; {
			at := strings.Index(s[from:], w)
			if at < 0 {
				break
			}
			at += from
			end := at + len(w)
			for end < len(s) {
				r := []rune(s[end:])[0]
				if !unicode.IsDigit(r) && r != '.' && r != '．' && !strings.ContainsRune("一二三四五六七八九十", r) {
					break
				}
				end += len(string(r))
			}
			if w == "第" {
				if end > at+len(w) && strings.HasPrefix(s[end:], "版") {
					return s[at : end+len("版")]
				}
			} else if end > at+len(w) {
				return strings.TrimRight(s[at:end], ".")
			}
			from = at + len(w)
		}
	}
	for _, w := range []string{"改定版", "改訂版", "初版", "増補版", "改正版", "確定版", "最終版"} {
		if strings.Contains(s, w) {
			return w
		}
	}
	return ""
}
