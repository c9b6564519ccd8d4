package wording

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"shinkyu/diff/fold"
	"shinkyu/parse/lazy"
)

// A NumberChange is an amount, target or deadline that changed in a sentence.
type NumberChange struct {
	Kind        string // amount, ratio, deadline, date, count
	Old, New    string // as written
	OldSentence string
	NewSentence string
}

// figures is a numeral of a folded text, with its units of ten thousand.
const figures = `(?:\d+(?:,\d{3})*(?:\.\d+)?|[〇一二三四五六七八九十百千]+)`

// numberPatterns find what is listed, in the order in which they are tried.
var numberPatterns = []struct {
	kind string
	re   func() *regexp.Regexp
}{
	{"date", lazy.Pattern(`(?:(?:明治|大正|昭和|平成|令和)(?:` + figures + `|元)|(?:19|20)\d\d)(?:年度|年)(?:` + figures + `月(?:` + figures + `日)?)?(?:末日?|中|当初|半ば|頃)?(?:まで)?`)},
	{"amount", lazy.Pattern(figures + `[兆億万千百]*(?:` + figures + `[億万千百]+)*(?:円|ドル|ユーロ)`)},
	{"ratio", lazy.Pattern(figures + `(?:割(?:` + figures + `分)?|%|パーセント|ポイント|倍)`)},
	{"count", lazy.Pattern(figures + `[兆億万千百]*(?:件|人|名|社|者|機関|団体|台|回|校|施設|事業所|か所|箇所|ヶ所|カ所|か国|カ国|ヶ国|か月|カ月|ヶ月|週間|日間|年間|時間|以上|以下|以内|トン|ヘクタール)`)},
}

// An expression is a number found in a sentence.
type expression struct {
	kind  string
	text  string // as written
	value string // the same for the same number
	unit  string // what is counted: the same for 10回 and 12回
	start int
}

// NumberChanges lists the amounts, ratios, counts, dates and deadlines that
// changed inside the pairs of sentences. Those that are the same on both sides
// are set against each other first; of the rest, those that count the same, then
// those of one kind, in order.
func (r *Result) NumberChanges(oldYear, newYear int) []NumberChange {
	var out []NumberChange
	for i := range r.Pairs {
		p := &r.Pairs[i]
		if p.Share < alike {
			continue
		}
		a, b := expressions(p.Old, oldYear), expressions(p.New, newYear)
		a, b = without(a, b), without(b, a)
		for _, x := range a {
			k := slices.IndexFunc(b, func(y expression) bool { return y.unit == x.unit })
			if k < 0 && x.kind != "count" {
				k = slices.IndexFunc(b, func(y expression) bool { return y.kind == x.kind })
			}
			if k < 0 {
				continue
			}
			out = append(out, NumberChange{
				Kind: x.kind, Old: x.text, New: b[k].text, OldSentence: p.Old, NewSentence: p.New,
			})
			b = slices.Delete(b, k, k+1)
		}
	}
	return out
}

// without gives what of a is not in b, a number counting as often as it stands.
func without(a, b []expression) []expression {
	n := map[string]int{}
	for _, x := range b {
		n[x.value]++
	}
	var out []expression
	for _, x := range a {
		if n[x.value] > 0 {
			n[x.value]--
		} else {
			out = append(out, x)
		}
	}
	return out
}

// expressions finds the numbers of a sentence, but for the edition's own
// fiscal year.
func expressions(s string, ownFiscalYear int) []expression {
	f := fold.Text(s)
	taken := make([]bool, len(f.Text))
	var out []expression
	for _, p := range numberPatterns {
		for _, m := range p.re().FindAllStringIndex(f.Text, -1) {
			if slices.Contains(taken[m[0]:m[1]], true) || strings.HasSuffix(f.Text[:m[0]], "第") {
				continue
			}
			for i := m[0]; i < m[1]; i++ {
				taken[i] = true
			}
			t := f.Text[m[0]:m[1]]
			if y := fold.FiscalYears(t); len(y) == 1 && y[0].Year == ownFiscalYear && len(t) == y[0].End {
				continue
			}
			if p.kind == "date" && cited(f.Text[m[1]:]) {
				continue
			}
			kind := p.kind
			if strings.HasSuffix(t, "まで") {
				kind = "deadline"
			}
			out = append(out, expression{kind, strings.TrimSpace(s[f.At[m[0]]:f.At[m[1]]]), value(t), numeral().ReplaceAllString(t, "#"), m[0]})
		}
	}
	slices.SortFunc(out, func(x, y expression) int { return x.start - y.start })
	return out
}

// cited reports whether what follows a date makes it part of a citation:
// （平成26年法律第104号）, （令和3年9月28日閣議決定）. These are listed as works.
func cited(after string) bool {
	end := strings.IndexAny(after, "）)。、")
	if end < 0 {
		end = len(after)
	}
	return citation().MatchString(after[:end])
}

var citation = lazy.Pattern(`^[^。、]{0,40}(決定|改定|改訂|報告|策定|公布|施行|告示|訓令|(法律|政令|省令|府令|規則|条例|勅令)第)`)

var numeral = lazy.Pattern(`[0-9,]+|[〇一二三四五六七八九十百千]+|元`)

// value gives an expression with its numerals as ASCII figures.
func value(s string) string {
	return numeral().ReplaceAllStringFunc(s, func(n string) string {
		if v, ok := fold.Value(n); ok {
			return strconv.Itoa(v)
		}
		return n
	})
}
