package cite

import (
	"strings"
	"unicode/utf8"

	"shinkyu/parse"
	"shinkyu/parse/era"
)

// A decision is what a parenthesis says of the plan before it.
type decision struct {
	events  []Event
	version string
}

// readDecision reads DATE BODY ACT, in any order and several times, from s,
// whose dates are given. It reports false where anything else stands there:
// （令和2年10月一般会計決算特別委員会より）, （平成20年9月29日提供） decide nothing.
func readDecision(s string, dates []era.Expr) (decision, bool) {
	var d decision
	s = strings.TrimRight(s, " \u3000\n\r\t。.．")
	if v, ok := readEdition(s); ok {
		d.version = v
		if len(dates) > 0 && dates[0].EDTF != "" {
			d.events = []Event{editionEvent(s, dates[0])}
		}
		return d, true
	}
	if len(dates) == 0 || len(dates) > 12 {
		return d, false
	}
	pieces, ok := splitEvents(s, dates)
	if !ok {
		return d, false
	}
	said := false
	for k, p := range pieces {
		if trimSeparators(p) == "" && isDay(dates[k]) { // 令和3年4月、令和6年3月改定
			d.events = append(d.events, Event{Date: parse.Date{Text: dates[k].Text, EDTF: dates[k].EDTF}})
			continue
		}
		evs, ok := readPiece(p, dates[k])
		if !ok {
			return decision{}, false
		}
		said = true
		d.events = append(d.events, evs...)
	}
	return d, said
}

// isDay reports whether a date is one at which something was decided: no range,
// deadline or decade.
func isDay(d era.Expr) bool {
	return d.Kind == era.Date && d.EDTF != "" && !strings.HasSuffix(d.EDTF, "X")
}

// onlyDated gives the event of a parenthesis that holds a date and no more.
func onlyDated(s string, dates []era.Expr) (Event, bool) {
	if len(dates) != 1 || !isDay(dates[0]) || dates[0].Relative || strings.Trim(s, separators) != dates[0].Text {
		return Event{}, false
	}
	return Event{Date: parse.Date{Text: dates[0].Text, EDTF: dates[0].EDTF}}, true
}

// splitEvents gives the text that belongs to each date: what follows it, or,
// where the first date has something before it, what precedes it.
func splitEvents(s string, dates []era.Expr) ([]string, bool) {
	lead := trimSeparators(s[:dates[0].Start])
	out := make([]string, len(dates))
	if lead != "" && trimSeparators(s[dates[len(dates)-1].End:]) == "" {
		from := 0
		for n, d := range dates {
			out[n] = s[from:d.Start]
			from = d.End
		}
		return out, true
	}
	if lead != "" && !isLeadIn(lead) {
		if len(dates) > 1 {
			return nil, false
		}
		out[0] = lead + s[dates[0].End:]
		return out, true
	}
	for n, d := range dates {
		to := len(s)
		if n+1 < len(dates) {
			to = dates[n+1].Start
		}
		out[n] = s[d.End:to]
	}
	if lead == firstEdition && trimSeparators(out[0]) == "" {
		out[0] = lead
	}
	return out, true
}

// firstEdition is an act that stands before its date: 初版 令和２年４月１日.
const firstEdition = "初版"

// isLeadIn reports whether the words before the first date may stand there
// without being its body.
func isLeadIn(s string) bool {
	return s == firstEdition || s == "当初" || s == "原案"
}

const separators = " \u3000\n\r\t。、，,.．・:：;；/／()（）〔〕"

func trimSeparators(s string) string {
	s = strings.TrimLeft(s, separators)
	for _, p := range []string{"付け", "付", "に改定版の", "に改訂版の", "改定版の", "に", "の"} {
		if t, ok := strings.CutPrefix(s, p); ok && strings.Trim(t, separators) != "" {
			s = strings.TrimLeft(t, separators)
			break
		}
	}
	t := strings.Trim(s, separators)
	if rest := s[strings.Index(s, t)+len(t):]; strings.LastIndexAny(t, "（(") > strings.LastIndexAny(t, "）)") {
		r, w := utf8.DecodeRuneInString(rest)
		if b, ok := bracketOf(r); ok && b.close { // 研究所（NIST）
			t += rest[:w]
		}
	}
	return t
}

// readPiece reads the bodies and acts of one date.
func readPiece(p string, d era.Expr) ([]Event, bool) {
	if d.Kind != era.Date || d.EDTF == "" && d.Err == nil {
		return nil, false
	}
	date := parse.Date{Text: d.Text, EDTF: d.EDTF}
	p = dropSpace(trimSeparators(p))
	if p == "" {
		return nil, false
	}
	if evs, ok := readJoint(p, date); ok {
		return evs, true
	}
	e, ok := readEvent(p, date)
	return []Event{e}, ok
}

// readJoint reads 国家安全保障会議決定、閣議決定: several bodies each with an act.
func readJoint(p string, date parse.Date) ([]Event, bool) {
	parts := strings.FieldsFunc(p, func(r rune) bool {
		return r == '、' || r == '，' || r == '・' || r == ',' || r == '／' || r == '/' || r == '。'
	})
	var out []Event
	for _, q := range parts {
		for {
			a, rest, ok := cutConjoined(q, date)
			if !ok {
				break
			}
			out, q = append(out, a), rest
		}
		e, ok := readEvent(q, date)
		if !ok || e.Act == "" {
			return nil, false
		}
		out = append(out, e)
	}
	return out, len(out) > 1
}

// cutConjoined takes the first of 国家安全保障会議決定及び閣議決定.
func cutConjoined(s string, date parse.Date) (first Event, rest string, ok bool) {
	for _, w := range []string{"及び", "並びに"} {
		if a, b, has := strings.Cut(s, w); has {
			first, ok = readEvent(a, date)
			return first, b, ok && first.Act != "" && first.Body != ""
		}
	}
	return Event{}, s, false
}

// readEvent reads one body with its act; either may be missing.
func readEvent(p string, date parse.Date) (Event, bool) {
	p = trimSeparators(p)
	if t, ok := strings.CutSuffix(p, "版"); ok { // 令和3年4月改定版
		if b, a := trimAct(t); a != "" && b == "" {
			return Event{Date: date, Act: a}, true
		}
	}
	if b, a, ok := cutRevised(p); ok {
		return Event{Date: date, Body: b, Act: a}, true
	}
	b, a := trimAct(p)
	b = cutReference(trimSeparators(b))
	if a == "" {
		// 最終改定 文科省: the act stands before the body.
		for _, x := range acts {
			if t, ok := strings.CutPrefix(p, x); ok && isBody(strings.Trim(t, separators)) {
				return Event{Date: date, Body: strings.Trim(t, separators), Act: x}, true
			}
		}
	}
	if a != "" && b == "" {
		return Event{Date: date, Act: a}, true
	}
	if !isBody(b) {
		return Event{}, false
	}
	return Event{Date: date, Body: b, Act: a}, true
}

// cutRevised reads 最終改定（デジタル社会推進会議幹事会決定）: what was done, and who did it.
func cutRevised(p string) (body, act string, ok bool) {
	k := strings.IndexAny(p, "（(")
	if k <= 0 {
		return "", "", false
	}
	if _, act = trimAct(p[:k]); act != p[:k] {
		return "", "", false
	}
	body, _ = trimAct(strings.Trim(p[k:], separators))
	return body, act, isBody(body)
}

// readEdition reads 平成28年版, 令和4年6月7日版, 第6.0版, Ver.1, 2023改訂版.
func readEdition(s string) (string, bool) {
	t := dropSpace(s)
	if isVersion(t) {
		return t, true
	}
	v, ok := strings.CutSuffix(t, "版")
	if !ok {
		return "", false
	}
	for _, a := range []string{"改定", "改訂", "改正", "更新", "増補", "確定", "公表"} {
		w := strings.TrimSuffix(v, a)
		if list := era.Scan(w); len(list) == 1 && list[0].Start == 0 && list[0].End == len(w) {
			return t, true
		}
	}
	return "", false
}

// editionEvent is what an edition named by its date says of when it was made.
func editionEvent(s string, d era.Expr) Event {
	e := Event{Date: parse.Date{Text: d.Text, EDTF: d.EDTF}}
	for _, a := range []string{"改定", "改訂", "改正", "更新", "公表"} {
		if strings.Contains(s, a) {
			e.Act = a
		}
	}
	return e
}

// isVersion reports whether s names a version: 第6.0版, 第３版, Ver.1, Version
// 2.0, v1.2, 2023改訂版, 改訂第2版, 改訂2015.
func isVersion(s string) bool {
	t := foldWidth(s)
	if r, ok := cutPrefixFold(t, "version"); ok {
		return isDotted(r)
	}
	if r, ok := cutPrefixFold(t, "ver"); ok {
		return isDotted(r)
	}
	if r, ok := cutPrefixFold(t, "rev"); ok {
		return isDotted(r)
	}
	if r, ok := cutPrefixFold(t, "v"); ok {
		return isDotted(r)
	}
	for _, p := range []string{"改訂", "改定", "改正", "増補"} {
		t = strings.TrimPrefix(t, p)
	}
	if t != foldWidth(s) && isDotted(t) && len(t) == 4 {
		return true // 改訂2015
	}
	if r, ok := strings.CutSuffix(t, "版"); ok {
		for _, p := range []string{"改訂", "改定", "改正", "増補"} {
			r = strings.TrimSuffix(r, p)
		}
		if n, ok := strings.CutPrefix(r, "第"); ok {
			if _, ok := era.Number(n); ok {
				return true
			}
			return isDotted(n)
		}
		return r == "初" || isDotted(r) && r != ""
	}
	return false
}

func cutPrefixFold(s, p string) (string, bool) {
	if len(s) > len(p) && strings.EqualFold(s[:len(p)], p) {
		return strings.TrimLeft(s[len(p):], ". "), true
	}
	return s, false
}

// isDotted reports whether s is a number such as 6.0 or 1.2.3.
func isDotted(s string) bool {
	if s == "" {
		return false
	}
	for _, r := range s {
		if (r < '0' || r > '9') && r != '.' {
			return false
		}
	}
	return s[0] != '.' && s[len(s)-1] != '.'
}
